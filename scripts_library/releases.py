"""Releases: what one call needs, resolved when a script is published."""

from hashlib import sha256
from typing import TypeVar

from msgspec.structs import replace

from scripts_library.canonical import digest
from scripts_library.document import Document
from scripts_library.objections import Objections, cards_of, exits_of
from scripts_library.outcomes import Outcomes
from scripts_library.release import Release
from scripts_library.script import Script
from scripts_library.sentences import Refusal, Sentence
from scripts_library.shelf import Shelf
from scripts_library.sounds import sounds

D = TypeVar("D", bound=Document)


def release(script: Script, shelf: Shelf, version: int = 1) -> Release:
    """A script with its cards and outcomes, as calls will use it; the digest is that of all their canonical forms.

    Raises Refusal where a set or the outcomes are not to be found or cannot be read.
    """
    sets = [_needed(shelf, "objections", Objections, name) for name in script.objections]
    outcomes = _needed(shelf, "outcomes", Outcomes, script.outcomes)
    cards = cards_of(sets)
    return Release(
        script=replace(script, exits=exits_of(script.exits, sets)),
        cards=cards,
        outcomes=outcomes,
        digest=sha256("\n".join(map(digest, (script, *sets, outcomes))).encode()).hexdigest(),
        version=version,
        pinyin=sounds(script, cards),
    )


def _needed(shelf: Shelf, kind: str, struct: type[D], name: str) -> D:
    reading = shelf.reading(kind, name)
    if reading is None:
        raise Refusal(Sentence(f"scripts_library:no_such_{kind}", id=name))
    if not isinstance(reading.document, struct):
        fault = reading.faults[0]
        raise Refusal(Sentence("scripts_library:cannot_be_read", id=name, place=str(fault.place), fault=fault.sentence))
    return reading.document
