"""Quick choices for strategies that draw hundreds of them: a strategy is made once, not once a draw."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

Choice = TypeVar("Choice")


@cache
def below(count: int) -> st.SearchStrategy[int]:
    """A number from 0 up to, not including, `count`."""
    return st.integers(0, count - 1)


def pick(draw: st.DrawFn, choices: Sequence[Choice]) -> Choice:
    """One of the choices; a failure shrinks to the first."""
    return choices[draw(below(len(choices)))]


def few(draw: st.DrawFn, choices: Sequence[Choice], most: int) -> tuple[Choice, ...]:
    """At most so many different ones of the choices, in their order of being drawn."""
    picked = [pick(draw, choices) for _ in range(draw(below(most + 1)))] if choices else []
    return tuple(dict.fromkeys(picked))


def now_and_then(draw: st.DrawFn, one_in: int) -> bool:
    """Yes, once in so many times."""
    return draw(below(one_in)) == one_in - 1
