"""Finding an objection, a common question or a step by characters, pinyin or initials; like sounds count as one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from scripts_library.release import Release

MOST = 9
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("ng", "n"))
_NO_FIT = 3
Kind = Literal["objection", "question", "step"]


@dataclass(frozen=True, slots=True)
class Found:
    """A card or a step that fits what was typed; `id` is that of the card or of the step."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    texts: str
    sounds: str


class Findable:
    """All that can be found in one script: its cards and its spoken steps, made ready once."""

    def __init__(self, release: Release) -> None:
        cards = [Found(card.kind, name) for name, card in release.cards.items()]
        steps = [Found("step", name) for name, step in release.script.steps.items() if step.spoken]
        self.release = release
        self._entries = tuple(_entry(release, found) for found in (*cards, *steps))

    def find(self, typed: str, *, first: Collection[str] = ()) -> tuple[Found, ...]:
        """What fits best, at most nine: a whole text, then a beginning, then a part; `first` are cards to prefer.

        Without anything typed the commonest objections, in the order of their keys.
        """
        query = "".join(typed.lower().split())
        if not query:
            return tuple(Found("objection", name) for name in commonest(self.release, MOST))
        sound = alike(query) if query.isascii() else None
        ranked = []
        for place, entry in enumerate(self._entries):
            rank = _rank(entry.texts, query)
            if sound is not None:
                rank = min(rank, _rank(entry.sounds, sound))
            if rank < _NO_FIT:
                ranked.append((entry.found.id not in first, rank, place, entry.found))
        ranked.sort(key=lambda one: one[:3])
        return tuple(found for *_, found in ranked[:MOST])


def commonest(release: Release, most: int = 8) -> tuple[str, ...]:
    """The objections that come first, as the trainer has put them."""
    return tuple(name for name, card in release.cards.items() if card.kind == "objection")[:most]


def alike(sound: str) -> str:
    """A spelling with the sounds made one that people mix: z and zh, n and l, in and ing."""
    for one, other in _ALIKE:
        sound = sound.replace(one, other)
    return sound


def _entry(release: Release, found: Found) -> _Entry:
    if found.kind == "step":
        step = release.script.steps[found.id]
        texts: tuple[str, ...] = (found.id, *step.points)
        sounds = release.pinyin.get(f"step:{found.id}", ())
    else:
        card = release.cards[found.id]
        texts = (card.title, *card.hears)
        sounds = release.pinyin.get(f"card:{found.id}", ())
    return _Entry(found, _lines("".join(text.lower().split()) for text in texts), _lines(map(alike, sounds)))


def _lines(texts: Iterable[str]) -> str:
    return "\n" + "\n".join(texts) + "\n"


def _rank(texts: str, query: str) -> int:
    """0 a whole text, 1 its beginning, 2 a part of it."""
    if query not in texts:
        return _NO_FIT
    if f"\n{query}\n" in texts:
        return 0
    return 1 if f"\n{query}" in texts else 2
