"""Random documents of every kind, made from the types alone: they keep to the format and need not make sense."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec.inspect import (
    BoolType,
    DateTimeType,
    DictType,
    IntType,
    LiteralType,
    Metadata,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from scripts_library.document import Document, Part
from scripts_library.kinds import KINDS
from scripts_library.text import clean
from scripts_library.values.days import YEARS

NASTY = (
    *(
        "NO",
        "yes",
        "null",
        "~",
        "12:30",
        "013800138000",
        "13800138000",
        "-1",
        "1.50",
        "0x1F",
        "1e3",
        ".inf",
        "2026-12-03",
    ),
    *(
        " vorn",
        "hinten ",
        "\tTab",
        "Tab\t",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "? a",
        ": a",
        "---",
        "...",
        "<<",
        "=",
    ),
    *(
        "a:?",
        "a?b",
        "{{ slot_1 }}",
        "就{{ slot_1 }}",
        "[a, b]",
        "{a: b}",
        "a, b",
        "&a",
        "*a",
        "!a",
        "| a",
        "> a",
        "%a",
        "@a",
        "`a`",
    ),
    *('"', "'", "\\", "\"a\" 'b'", "\\n", "it's", "好。‖您看？", "👩‍👩‍👧 家", "e\u0301", "\ufeffa", "\u200b", "\uffff"),
    *("a\x85b", "a\u2028b", "a\u2029b", "\x85", "\u3000", "\xa0a\xa0", "\n", "\n\n", "a\n", "a\n\n", "\na", "a\n\nb\n"),
    *(
        " a\n b\n",
        "\ta\n",
        "a\n  \n",
        "a\n \nb",
        "a \nb ",
        "a\n\tb",
        "a\n# b\n- c: d\n",
        "|\n",
        "---\na\n",
        "a\n...\n",
        "",
    ),
    *("一" * 70, "a" * 200, "wide " * 40, "x: " * 30),
)
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from(" \t\n:#-?,[]{}&*!|>'\"%@`\\0a一‖\x85\u2028"), max_size=12),
    st.text(max_size=20),
).map(clean)
KEY = TEXT.filter(lambda text: "\n" not in text)
ZONE = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DAYS = st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))


def documents(kind: str) -> st.SearchStrategy[Document]:
    """Documents of one kind."""
    return _struct(KINDS[kind]).filter(lambda made: isinstance(made, Document))


def _struct(struct: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    info = type_info(struct)
    assert isinstance(info, StructType)
    one_of = struct.one_of if issubclass(struct, Part) else ()
    required = {field.name: _value(field.type) for field in info.fields if field.required}
    optional = {field.name: _value(field.type) for field in info.fields if field.name not in {*required, *one_of}}
    values = st.fixed_dictionaries(required, optional=optional)
    if not one_of:
        return values.map(lambda given: struct(**given))
    ways = [
        st.fixed_dictionaries({field.name: _value(field.type).filter(lambda value: value is not False)})
        for field in info.fields
        if field.name in one_of
    ]
    return st.tuples(values, st.one_of(ways)).map(lambda given: struct(**given[0], **given[1]))


def _value(wanted: Type) -> st.SearchStrategy[Any]:
    match wanted:
        case Metadata(type=VarTupleType() as inner):
            return _value(inner)
        case UnionType(types=types):
            (inner,) = (one for one in types if not isinstance(one, NoneType))
            return _value(inner)
        case VarTupleType(item_type=inner, min_length=least):
            return st.lists(_value(inner), min_size=least or 0, max_size=3).map(tuple)
        case DictType(key_type=key, value_type=inner):
            keys = KEY if isinstance(key, StrType) else _value(key)
            return st.dictionaries(keys, _value(inner), max_size=3)
        case StructType(cls=struct):
            return _struct(struct)
    return _scalar(wanted)


def _scalar(wanted: Type) -> st.SearchStrategy[Any]:
    match wanted:
        case Metadata(type=StrType(pattern=str() as pattern)):
            ids = st.from_regex(pattern.replace("$", r"\Z"), alphabet="abcxyz019-_")
            return ids.filter(lambda text: len(text) <= 100)
        case Metadata(type=StrType(), extra={"pattern": str() as pattern}):
            return TEXT.filter(re.compile(pattern).fullmatch)
        case StrType() | Metadata(type=StrType()):
            return TEXT
        case BoolType():
            return st.booleans()
        case IntType(ge=least):
            return st.integers(-(10**15) + 1 if least is None else least, 10**15 - 1)
        case LiteralType(values=values) | Metadata(type=LiteralType(values=values)):
            return st.sampled_from(values)
        case DateTimeType():
            return st.builds(datetime.combine, DAYS, st.times(timezones=ZONE))
    raise TypeError(f"no document holds {wanted}")
