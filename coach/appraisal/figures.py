"""The counts that a plan's formulas may name, and what each counts."""

from collections.abc import Mapping
from fractions import Fraction

# Name → what one finished call must have contributed to be its evidence (a field of Facts), or None where the
# evidence are promises, entries or reviews.
FIGURES: Mapping[str, str | None] = {
    "dials": "dial",
    "answered": "answered",
    "contacts": "contact",
    "right_parties": "right_party",
    "effective": "effective",
    "talk_minutes": "talk_seconds",
    "pitches": "pitch",
    "appointments": "appointment",
    "callbacks": "callback",
    "wechat_accepted": "wechat_accepted",
    "deals": "deal",
    "raised": "raised",
    "overcome": "overcome",
    "must_due": "must_due",
    "must_done": "must_done",
    "skimmed": "skimmed",
    "none_of_these": "none_of_these",
    "complete": "complete",
    "callbacks_due": None,
    "callbacks_kept": None,
    "appointments_due": None,
    "appointments_kept": None,
    "worked_days": None,
    "qa_sum": None,
    "qa_reviews": None,
}

Figures = Mapping[str, Fraction | None]
