"""Target lines: from what was reached to a score. Straight between two points, flat outside the first and last."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from coach.appraisal.exact import exact

Points = tuple[tuple[Fraction, Fraction], ...]


def points(line: Mapping[str, str]) -> Points:
    """The points of a line, by rising value. Raises ValueError where one is no number."""
    return _points(tuple(line.items()))


def score_on(line: Points, value: Fraction) -> Fraction:
    """The score that a value earns on a line of at least one point."""
    if value <= line[0][0]:
        return line[0][1]
    for (left, low), (right, high) in pairwise(line):
        if value <= right:
            return low + (value - left) / (right - left) * (high - low)
    return line[-1][1]


@lru_cache(maxsize=256)
def _points(written: tuple[tuple[str, str], ...]) -> Points:
    return tuple(sorted((exact(value), exact(score)) for value, score in written))
