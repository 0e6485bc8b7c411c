"""Writing documents as a trainer would: keys in order, short maps on one line, quotes only where they are needed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from unicodedata import east_asian_width

import msgspec

from scripts_library import quoting
from scripts_library.document import Document
from scripts_library.given import given
from scripts_library.plan import PLAN_ZONE
from scripts_library.text import clean

WIDEST = 120  # columns; a Chinese character takes two


def write(document: Document) -> bytes:
    """A document as a file in YAML and UTF-8, from which `read` makes the same document.

    Text is cleaned on the way (`text.clean`). Comments of an earlier file are not kept: they are no part of a
    document.
    """
    return "".join(f"{line}\n" for line in _entries(given(document), 0)).encode()


def _entries(values: Mapping[str, object], indent: int) -> Iterator[str]:
    """The lines of a map, one key after another."""
    for key, value in values.items():
        yield from _led(f"{' ' * indent}{_atom(key, flow=False)}:", value, indent)


def _items(values: tuple[object, ...], indent: int) -> Iterator[str]:
    """The lines of a list; a map of several lines begins beside its hyphen."""
    for value in values:
        lead = f"{' ' * indent}-"
        if isinstance(value, msgspec.Struct) and _on_one_line(lead, value) is None:
            first, *rest = _entries(given(value), indent + 2)
            yield f"{lead} {first.lstrip()}"
            yield from rest
        else:
            yield from _led(lead, value, indent)


def _led(lead: str, value: object, indent: int) -> Iterator[str]:
    """The lines of a value after its key or hyphen."""
    if isinstance(value, str) and (block := quoting.lines(clean(value))):
        yield f"{lead} {block[0]}"
        yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in block[1:])
    elif short := _on_one_line(lead, value):
        yield short
    else:
        yield lead
        match value:
            case msgspec.Struct():
                yield from _entries(given(value), indent + 2)
            case dict():
                yield from _entries(value, indent + 2)
            case tuple():
                yield from _items(value, indent + 2)


def _on_one_line(lead: str, value: object) -> str | None:
    """A value beside its key or hyphen; None where it takes lines of its own."""
    if not isinstance(value, msgspec.Struct | dict | tuple):
        return f"{lead} {_atom(value, flow=False)}"
    if lead.endswith("-") and isinstance(value, msgspec.Struct) and len(given(value)) == 1:
        return None
    short = _in_brackets(value, parts=True)
    return None if short is None or _columns(f"{lead} {short}") > WIDEST else f"{lead} {short}"


def _in_brackets(value: object, *, parts: bool) -> str | None:
    """A list or map in one line; None where it holds parts of a document, or a text of several lines."""
    match value:
        case msgspec.Struct():
            return _in_brackets(given(value), parts=False) if parts else None
        case dict():
            pairs = {key: _in_brackets(one, parts=False) for key, one in value.items()}
            if None in pairs.values():
                return None
            return "{" + ", ".join(f"{_atom(key, flow=True)}: {one}" for key, one in pairs.items()) + "}"
        case tuple():
            items = [_in_brackets(one, parts=False) for one in value]
            return None if None in items else "[" + ", ".join(str(one) for one in items) + "]"
        case str() if "\n" in value:
            return None
    return _atom(value, flow=True)


def _atom(value: object, *, flow: bool) -> str:
    match value:
        case str():
            return quoting.scalar(clean(value), flow=flow)
        case bool():
            return "true" if value else "false"
        case datetime():
            here = value.replace(tzinfo=None) if value.utcoffset() == PLAN_ZONE.utcoffset(None) else value
            return here.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
    return str(value)


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)
