"""A release: a script with its cards and outcomes resolved, as published; a call pins it by digest."""

import msgspec

from scripts_library.objections import Card
from scripts_library.outcomes import Outcomes
from scripts_library.script import Script


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one call needs of what may be said. Immutable; the digest is that of the canonical forms.

    `cards` holds the script's cards by id, in the order of its sets; `pinyin` what the finder searches of each card
    and step, computed when the script is published.
    """

    script: Script
    cards: dict[str, Card]
    outcomes: Outcomes
    digest: str
    version: int = 1
    pinyin: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
