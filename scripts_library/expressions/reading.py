"""Source to tree: Jinja parses, and what stands on the whitelist is carried over; nothing else passes."""

from collections.abc import Callable
from typing import TypeVar

from jinja2 import TemplateSyntaxError, nodes
from jinja2.lexer import TOKEN_EOF
from jinja2.parser import Parser

from scripts_library.expressions import tree
from scripts_library.expressions.lexing import DEEPEST, ENVIRONMENT, unreadable
from scripts_library.expressions.pieces import plain_lines
from scripts_library.expressions.refusal import NotAllowed
from scripts_library.expressions.whitelist import Conditions, Formulas, Words
from scripts_library.sentences import Sentence

LONGEST_EXPRESSION = 1000
_Tree = TypeVar("_Tree")


def words_tree(source: str) -> tuple[tree.Part, ...]:
    """The parts of some words, whose lines end with `\n` alone. Raises `NotAllowed`."""
    return _read(source, None, lambda parser: Words(source).parts(parser.parse().body))


def condition_tree(source: str) -> tree.Condition:
    """The tree of a condition. Raises `NotAllowed`."""
    source = _short(plain_lines(source))
    return _read(source, "variable", lambda parser: Conditions(source).condition(_only(parser)))


def formula_tree(source: str) -> tree.Formula:
    """The tree of a formula. Raises `NotAllowed`."""
    source = _short(plain_lines(source))
    return _read(source, "variable", lambda parser: Formulas(source).formula(_only(parser)))


def _short(source: str) -> str:
    if len(source) > LONGEST_EXPRESSION:
        sentence = Sentence("scripts_library:expression_too_long", length=len(source), limit=LONGEST_EXPRESSION)
        raise NotAllowed(sentence, source, LONGEST_EXPRESSION)
    return source


def _read(source: str, state: str | None, read: Callable[[Parser], _Tree]) -> _Tree:
    parser = None
    try:
        parser = Parser(ENVIRONMENT, source, state=state)
        return read(parser)
    except TemplateSyntaxError as problem:
        at_the_end = parser is not None and parser.stream.current.type == TOKEN_EOF
        place = len(source) if at_the_end else min(problem.lineno, len(source))
        raise NotAllowed(unreadable(source, place), source, place) from problem
    except RecursionError as problem:
        raise NotAllowed(Sentence("scripts_library:expression_too_deep", limit=DEEPEST), source, 0) from problem


def _only(parser: Parser) -> nodes.Expr:
    """The one expression of a source."""
    expression = parser.parse_expression()
    if not parser.stream.eos:
        parser.fail("more than one expression")
    return expression
