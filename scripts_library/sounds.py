"""How things sound, for the finder: full pinyin and initials of what a card or step may be looked for by."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from unicodedata import normalize

from scripts_library.objections import Card
from scripts_library.script import Script

LONGEST = 40  # characters of one text


def sounds(script: Script, cards: Mapping[str, Card]) -> dict[str, tuple[str, ...]]:
    """What the finder searches: of `card:<id>` title and what customers say, of `step:<id>` id, points and stage."""
    stages = {stage.id: stage.title for stage in script.stages}
    found = {f"card:{name}": _keys((card.title, *card.hears)) for name, card in cards.items()}
    for name, step in script.steps.items():
        if step.spoken:
            found[f"step:{name}"] = _keys((name, *step.points, stages.get(step.stage or "", "")))
    return found


def spellings(text: str) -> tuple[str, ...]:
    """Full pinyin and initials of a text: the usual reading first, then each other reading of each character.

    没时间 makes `meishijian`, `msj`, `moshijian`, `meshijian`; ü is `v`; Latin letters and digits stay, signs and
    spaces fall away.
    """
    readings = [every for every in _readings(text[:LONGEST]) if every[0]]
    usual = tuple(every[0] for every in readings)
    others = ((place, other) for place, every in enumerate(readings) for other in every[1:])
    ways = [usual, *((*usual[:place], other, *usual[place + 1 :]) for place, other in others)]
    keys = (key for way in ways for key in ("".join(way), "".join(reading[0] for reading in way)))
    return tuple(dict.fromkeys(key for key in keys if key))


def _readings(text: str) -> list[tuple[str, ...]]:
    """The readings of each character: first the one that it has in this text, then all others."""
    # 215 ms and 57 MB, which only publishing pays.
    from pypinyin import Style, pinyin

    every = {sign: pinyin(sign, style=Style.NORMAL, heteronym=True)[0] for sign in text}
    found = []
    for is_read, signs in groupby(text, key=lambda sign: every[sign] != [sign]):
        run = "".join(signs)
        here = pinyin(run, style=Style.NORMAL) if is_read else run
        found += [(one[0], *every[sign]) for sign, one in zip(run, here, strict=True)]
    return [tuple(dict.fromkeys(map(_plain, readings))) for readings in found]


def _plain(reading: str) -> str:
    """Small letters a to z and digits; a sign leaves nothing."""
    return "".join(sign for sign in normalize("NFKD", reading.lower()) if sign.isascii() and sign.isalnum())


def _keys(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for text in texts for key in spellings(text)))
