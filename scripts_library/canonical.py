"""The one form in which a document is compared and addressed, whatever its file looked like."""

from datetime import datetime
from functools import cache
from hashlib import sha256

import msgspec

from scripts_library.document import Document


def canonical(document: Document) -> bytes:
    """A document as one line of JSON in UTF-8: the keys of its parts in order of name, defaults left out.

    A key that a later version adds, with a default, never changes it. What a trainer names (steps, cards,
    outcomes) keeps the trainer's order, for the agent sees it in that order. Reads back as the document.
    """
    return msgspec.json.encode(_plain(document))


def digest(document: Document) -> str:
    """The address of a document: the SHA-256 of its canonical form, 64 hexadecimal digits."""
    return sha256(canonical(document)).hexdigest()


def _plain(value: object) -> object:
    match value:
        case msgspec.Struct():
            return dict(sorted(_given(value)))
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case datetime():
            return value.isoformat()
    return value


def _given(part: msgspec.Struct) -> list[tuple[str, object]]:
    """The keys of a part that say something, and the key that names its kind."""
    config = part.__struct_config__
    given: list[tuple[str, object]] = [(config.tag_field, config.tag)] if config.tag_field else []
    for key, default in _defaults(type(part)).items():
        value = getattr(part, key)
        if default is msgspec.NODEFAULT or value != default:
            given.append((key, _plain(value)))
    return given


@cache
def _defaults(struct: type[msgspec.Struct]) -> dict[str, object]:
    """What each key of a part is where nothing is said."""
    return {
        field.name: field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
        for field in msgspec.structs.fields(struct)
    }
