"""The names that every call may use, with what they are called and what stands in for them in a preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType

from scripts_library.script import Script
from scripts_library.sentences import Sentence
from scripts_library.values import HalfDay, Value

_FIELDS = "fields."


@dataclass(frozen=True, slots=True)
class StandardName:
    """A name of every call. The samples serve the check, the preview and the plans; none reaches a live call."""

    title: Sentence
    chinese_sample: Value
    english_sample: Value

    def sample(self, language: str) -> Value:
        """What stands in for it in a script of a language."""
        return self.chinese_sample if language.startswith("zh") else self.english_sample


SAMPLE_NOW = datetime(2026, 1, 5, 10, tzinfo=timezone(timedelta(hours=8)))  # when plans are played unless they say


def _name(name: str, chinese: Value, english: Value | None = None) -> tuple[str, StandardName]:
    title = Sentence(f"scripts_library:name_{name.replace('.', '_')}")
    return name, StandardName(title, chinese, chinese if english is None else english)


STANDARD_NAMES: Mapping[str, StandardName] = MappingProxyType(
    dict(
        (
            _name("customer.name", "王伟", "Daniel Reed"),
            _name("customer.called", "王先生", "Mr Reed"),
            _name("customer.phone", "13800138000"),
            _name("customer.referrer", "李大为", "Anna Hughes"),
            _name("customer.city", "杭州", "Leeds"),
            _name("agent.name", "林晓", "Emma Clarke"),
            _name("agent.number", "8001"),
            _name("company", "和顺公司", "Harbour & Moore"),
            _name("last_call.outcome", "callback"),
            _name("last_call.day", date(2026, 1, 2)),
            _name("today", SAMPLE_NOW.date()),
            _name("now", SAMPLE_NOW),
            _name("slot_1", HalfDay(date(2026, 1, 8), "pm")),
            _name("slot_2", HalfDay(date(2026, 1, 13), "pm")),
        )
    )
)

# What `suits` may ask, beside the customer's attributes that a script declares itself.
SUITS_NAMES = frozenset(
    name for name in STANDARD_NAMES if name.startswith(("customer.", "last_call.")) or name in ("today", "now")
)


def name_of_field(field: str) -> str:
    """The name of a field in words and conditions: `mobile` is `fields.mobile`."""
    return f"{_FIELDS}{field}"


def field_of(name: str) -> str | None:
    """The id of the field that a name names; None where it is any other name."""
    return name.removeprefix(_FIELDS) if name.startswith(_FIELDS) else None


def full_name(script: Script, typed: str) -> str:
    """The name that was meant: a field needs no more than its own id."""
    return name_of_field(typed) if typed in script.fields else typed


def title_of(script: Script, name: str) -> str | Sentence:
    """What people call a name; itself where it is known to nobody."""
    own = script.fields.get(field_of(name) or "") or script.names.get(name)
    if own is not None:
        return own.title
    return STANDARD_NAMES[name].title if name in STANDARD_NAMES else name


def samples(language: str) -> Mapping[str, Value]:
    """All standard names with their samples, for the check, the preview and the plans."""
    return {name: standard.sample(language) for name, standard in STANDARD_NAMES.items()}
