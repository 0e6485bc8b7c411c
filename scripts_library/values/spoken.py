"""The spoken form of each type, one a language: 十二月三日星期四, 下午三点, this Thursday afternoon."""

from datetime import date, datetime, time
from decimal import Decimal

from scripts_library.sentences import Sentence
from scripts_library.values import Erased, HalfDay, Value
from scripts_library.values.phones import grouped
from scripts_library.values.spoken_chinese import CHINESE
from scripts_library.values.spoken_english import ENGLISH


def spoken(value: Value, language: str, *, today: date | None) -> str:
    """How a value is said in the language of the script (any other than Chinese is said in English).

    `today` decides what is 明天 and 这周四; without it a half-day is said by its date. A mobile number is grouped
    to be read out. What was erased says so.
    """
    if type(value) is str:
        return grouped(value) if value[-1:].isdigit() else value
    says = CHINESE if language.startswith("zh") else ENGLISH
    match value:
        case bool():
            return says.yes if value else says.no
        case Decimal():
            return f"{value:f}"
        case datetime():
            return says.moment(value, today)
        case date():
            return says.day(value, today)
        case time():
            return says.hour(value)
        case HalfDay():
            return says.half_day(value, today)
        case Erased():
            return Sentence("scripts_library:erased").in_language(language)
        case str():
            return value
