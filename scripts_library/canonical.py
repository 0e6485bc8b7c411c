"""The one form in which a document is compared and addressed, whatever its file looked like."""

from datetime import datetime
from hashlib import sha256

import msgspec

from scripts_library.document import Document
from scripts_library.given import given


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
            return {key: _plain(one) for key, one in sorted(given(value).items())}
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case datetime():
            return value.isoformat()
    return value
