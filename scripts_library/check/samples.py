"""What a script's words are read with: its samples, and for each field a value of its type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from scripts_library.names import SAMPLE_NOW, name_of_field, samples
from scripts_library.script import Field, Script
from scripts_library.values import Value

_DAY = SAMPLE_NOW.date() + timedelta(days=20)  # said in full: 一月二十五日星期日
_BY_TYPE: Mapping[str, Value] = {
    "number": Decimal(3),
    "date": _DAY,
    "time": time(15),
    "datetime": datetime.combine(_DAY, time(15), SAMPLE_NOW.tzinfo),
    "phone": "13800138000",
    "yes_no": True,
}


@dataclass(frozen=True, slots=True)
class Samples:
    """Every name known by its sample; nothing raised, nothing visited."""

    values: Mapping[str, Value]

    def value(self, name: str) -> Value | None:
        """The sample of a name, None where there is no such name."""
        return self.values.get(name)

    def raised(self, _card: str) -> int:
        """How often a card was raised: never."""
        return 0

    def visited(self, _step: str) -> bool:
        """Whether a step was visited: none was."""
        return False


def samples_of(script: Script) -> Samples:
    """What the words of a script and of its cards read as in a preview."""
    values = dict(samples(script.language))
    values |= {name: told.sample for name, told in script.names.items()}
    for name, told in script.fields.items():
        values[name_of_field(name)] = _of_field(told, values)
    return Samples(values)


def _of_field(field: Field, values: Mapping[str, Value]) -> Value:
    """A value of the field's type; of text that of its default, else its title, which is about as long."""
    if field.type == "text":
        return values.get(field.default or "", field.title)
    if field.type == "choice":
        return max(field.options, key=len, default=field.title)
    return _BY_TYPE[field.type]
