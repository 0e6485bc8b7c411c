"""Texts as the schema types them: one of a few words, whole numbers, yes and no, times."""

import re
from collections.abc import Sequence
from datetime import datetime

from msgspec.inspect import (
    BoolType,
    DateTimeType,
    DictType,
    IntType,
    LiteralType,
    Metadata,
    StrType,
    StructType,
    Type,
    VarTupleType,
)

from scripts_library.plan import PLAN_ZONE
from scripts_library.reading.faults import shown
from scripts_library.sentences import Sentence
from scripts_library.values.days import YEARS

YES_NO = {"yes": True, "true": True, "no": False, "false": False}

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def typed(text: str, wanted: Type) -> object:
    """The value that a text stands for, or the Sentence that says what it should have been."""
    match wanted:
        case Metadata(type=StrType(), extra={"pattern": str() as pattern, "sentence": str() as sentence}):
            return text if re.fullmatch(pattern, text) else Sentence(sentence)
        case StrType() | Metadata(type=StrType(pattern=None)):
            return text
        case Metadata(type=StrType(pattern=str() as pattern, max_length=int() as most), extra=dict() as extra):
            fits = len(text) <= most and re.fullmatch(pattern, text)
            return text if fits else Sentence(extra["sentence"], found=shown(text), most=most)
        case Metadata(type=LiteralType(values=values), extra=dict() as extra):
            found = one_of(text, values)
            return Sentence(extra["sentence"], found=shown(text)) if isinstance(found, Sentence) else found
        case LiteralType(values=values):
            return one_of(text, values)
        case BoolType() if text in YES_NO:
            return YES_NO[text]
        case DateTimeType() if found := moment(text):
            far = found.year not in YEARS
            return Sentence("scripts_library:value_no_such_year", text=shown(text), year=found.year) if far else found
        case IntType(ge=least) if (number := whole(text)) is not None:
            small = least is not None and number < least
            return Sentence("scripts_library:number_too_small", least=least, found=number) if small else number
    return expected(wanted, Sentence("scripts_library:found_text", text=shown(text)))


def expected(wanted: Type, found: Sentence) -> Sentence:
    """Says what belongs here, and what stands there instead."""
    match wanted:
        case StructType() | DictType():
            code = "expected_map"
        case VarTupleType():
            code = "expected_list"
        case BoolType():
            code = "expected_yes_no"
        case IntType():
            code = "expected_whole_number"
        case DateTimeType():
            code = "expected_time"
        case StrType() | LiteralType() | Metadata():
            code = "expected_text"
        case _:
            raise TypeError(f"documents do not hold {wanted}")
    return Sentence(f"scripts_library:{code}", found=found)


def one_of(text: str, values: Sequence[object]) -> object:
    """The one of a few words or numbers that a text is, or the Sentence that lists them."""
    for value in values:
        if str(value) == text:
            return value
    allowed = " | ".join(str(value) for value in values)
    return Sentence("scripts_library:not_allowed", found=shown(text), allowed=allowed)


def whole(text: str) -> int | None:
    """A whole number of at most 15 digits as one writes it: `12`, `-3`, never `012`, `+5`, `1_000`."""
    return int(text) if _WHOLE.fullmatch(text) else None


def moment(text: str) -> datetime | None:
    """`2026-01-05 10:00`, taken at +08:00, or an ISO time with its own offset; always aware."""
    if not _TIME.fullmatch(text):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # the 30th of February
        return None
    return found if found.tzinfo else found.replace(tzinfo=PLAN_ZONE)
