"""Jinja's lexer, with places instead of line numbers and with limits judged before anything is parsed."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError
from jinja2.lexer import Lexer

from scripts_library.expressions.refusal import NotAllowed, near
from scripts_library.sentences import Sentence

MOST_TOKENS = 250  # between {{ and }}, or in one condition or formula
DEEPEST = 12  # brackets within brackets, or `not not …`
DEEPEST_IF = 6  # an {% if %} within an {% if %}
LONGEST_TEXT = 500  # characters of a text in quotes
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_MOST_DIGITS = 15  # what a float carries without loss: the literal stays exact
_TAGS = frozenset({"if", "elif", "else", "endif"})
_PREFIXES = frozenset({"not", "-", "+"})


def unreadable(source: str, place: int) -> Sentence:
    """Says where reading stopped, or that the source broke off."""
    if source[place:].strip():
        return Sentence("scripts_library:expression_unreadable", near=near(source, place))
    return Sentence("scripts_library:expression_breaks_off")


class _Limits:
    """Follows the tokens of one source and refuses what could exhaust the parser or hide from it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = 0
        self._brackets = 0
        self._prefixes = 0
        self._ifs = 0
        self._tag_is_next = False

    def judge(self, place: int, kind: str, text: str) -> None:
        """Raises `NotAllowed` where this token goes beyond the limits."""
        match kind:
            case "raw_begin" | "comment_begin":
                self._refuse("expression_not_words", place, near=near(self._source, place))
            case "variable_begin" | "block_begin":
                self._tokens = self._brackets = self._prefixes = 0
                self._tag_is_next = kind == "block_begin"
            case "string":
                self._judge_text(place, text)
            case "integer" | "float":
                self._judge_number(place, text)
            case "name" if self._tag_is_next:
                self._judge_tag(place, text)
        if kind not in ("whitespace", "data"):
            self._count(place, text)

    def _count(self, place: int, text: str) -> None:
        self._tokens += 1
        self._brackets += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        self._prefixes = self._prefixes + 1 if text in _PREFIXES else 0
        if self._tokens > MOST_TOKENS:
            self._refuse("expression_too_many_parts", place, limit=MOST_TOKENS)
        if self._brackets + self._prefixes > DEEPEST:
            self._refuse("expression_too_deep", place, limit=DEEPEST)

    def _judge_tag(self, place: int, text: str) -> None:
        self._tag_is_next = False
        if text not in _TAGS:
            self._refuse("expression_not_words", place, near=near(self._source, place))
        self._ifs += (text == "if") - (text == "endif")
        if self._ifs > DEEPEST_IF:
            self._refuse("expression_too_deep", place, limit=DEEPEST_IF)

    def _judge_text(self, place: int, text: str) -> None:
        if "\\" in text:
            self._refuse("expression_backslash", place)
        if len(text) - 2 > LONGEST_TEXT:
            self._refuse("expression_text_too_long", place, limit=LONGEST_TEXT)

    def _judge_number(self, place: int, text: str) -> None:
        if not _NUMBER.fullmatch(text) or len(text.replace(".", "").lstrip("0")) > _MOST_DIGITS:
            self._refuse("expression_number", place, near=near(self._source, place), digits=_MOST_DIGITS)

    def _refuse(self, code: str, place: int, /, **values: object) -> None:
        raise NotAllowed(Sentence(f"scripts_library:{code}", **values), self._source, place)


class _PlacedLexer(Lexer):
    """Gives each token its place in the source where Jinja keeps a line number, so that nodes carry it."""

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """The tokens of a source, each judged before it is handed on."""
        limits = _Limits(source)
        place = 0
        try:
            for _line, kind, text in super().tokeniter(source, name, filename, state):
                place = source.index(text, place)  # `{%-` has taken away blanks before it
                limits.judge(place, kind, text)
                yield place, kind, text
                place += len(text)
        except TemplateSyntaxError as problem:
            raise NotAllowed(unreadable(source, place), source, place) from problem


class PlacedEnvironment(Environment):
    """Jinja as a parser alone: nothing here is ever compiled or rendered."""

    @property
    def lexer(self) -> Lexer:
        """The lexer that gives places and judges limits."""
        return _PLACED


ENVIRONMENT = PlacedEnvironment(keep_trailing_newline=True)
_PLACED = _PlacedLexer(ENVIRONMENT)
