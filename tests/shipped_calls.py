"""Whole calls to play: every plan of the scripts that ship, and the call as it should be after each of its events."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from coach.call import Call
from coach.events import AnyEvent, Dialled
from coach.playing import events_of
from data.book import Book
from scripts_library.names import SAMPLE_NOW
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.shelf import shipped


@dataclass(frozen=True, slots=True)
class ShippedCall:
    """One whole call. `stages[n]` is the call after `n` events; by its `campaign` a kept one is known again."""

    campaign: str
    stages: tuple[Call, ...]

    @property
    def release(self) -> Release:
        """What may be said in it."""
        return self.stages[0].release

    @property
    def events(self) -> tuple[AnyEvent, ...]:
        """All that happens in it."""
        return self.stages[-1].trail

    @property
    def names(self) -> dict[str, str]:
        """What its words may use, by dotted name, as it begins."""
        return {name: text for name, text in self.dialled.names.items() if text is not None}

    @property
    def dialled(self) -> Dialled:
        """How it begins."""
        return next(event for event in self.events if isinstance(event, Dialled))


@cache
def shipped_calls() -> tuple[ShippedCall, ...]:
    """All of them, the longest first."""
    found = []
    for script in shipped().of_kind("script"):
        if isinstance(script, Script):
            whole = release(script, shipped())
            for plan in script.plans:
                stages = tuple(accumulate(events_of(plan, whole), Call.then, initial=Call(whole)))
                found.append(ShippedCall(f"{script.id}: {plan.title}", stages))
    return tuple(sorted(found, key=lambda call: len(call.events), reverse=True))


@cache
def shipped_call(campaign: str) -> ShippedCall:
    """The one that a kept call follows."""
    return next(call for call in shipped_calls() if call.campaign == campaign)


def new_book(folder: Path) -> Book:
    """A book in a folder, with what ships published and one customer, and no call yet."""
    book, _ = Book.create(folder / "book.db", folder / "key", owner="林晓", at=SAMPLE_NOW)
    for one in {call.release.digest: call.release for call in shipped_calls()}.values():
        book.publish(one, at=SAMPLE_NOW)
    book.add_customer(name="王伟", phone="13800138000", referrer="李大为", at=SAMPLE_NOW)
    return book


def open_book(folder: Path) -> Book:
    """The book in a folder, as its owner."""
    return Book.open(folder / "book.db", folder / "key")
