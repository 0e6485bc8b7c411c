"""Sentences of the core: a code with named values, one catalogue a language beside each package."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

LANGUAGES = ("zh", "en")


@cache
def catalogue(package: str, language: str) -> Mapping[str, str]:
    """All sentences of a package in one language, by code."""
    import tomllib  # most starts of the window say nothing
    from importlib.resources import files

    text = files(package).joinpath("sentences", f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


class _Told:
    """A value as a sentence tells it; `{more:call|calls}` is the word that goes with a number, not the number."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        one, chosen, several = form.partition("|")
        if not chosen:
            return format(self._value, form)
        return one if str(self._value) == "1" else several


class Sentence:
    """Something the product says to a person, before a language is chosen.

    `code` is `package:code` (`coach:not_offered`); values may be sentences themselves.
    """

    __slots__ = ("code", "values")

    def __init__(self, code: str, /, **values: object) -> None:
        self.code = code
        self.values: Mapping[str, object] = MappingProxyType(values)

    def in_language(self, language: str) -> str:
        """The sentence in `zh` or `en` (any other language reads English)."""
        package, code = self.code.split(":")
        chosen = "zh" if language.startswith("zh") else "en"
        values = {
            name: _Told(value.in_language(language) if isinstance(value, Sentence) else value)
            for name, value in self.values.items()
        }
        return catalogue(package, chosen)[code].format(**values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and (self.code, self.values) == (other.code, other.values)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted(self.values))))

    def __repr__(self) -> str:
        return f"Sentence({self.code!r}, {dict(self.values)!r})"


class Refusal(Exception):
    """What a person can act on, in one clear sentence: what happened, where, what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence.in_language("en")
