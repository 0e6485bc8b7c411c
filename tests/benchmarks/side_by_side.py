"""Two things timed side by side in one run, turn about, so that whatever the machine does happens to both."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Timed = Callable[[int], float]  # does the thing of that round and gives the seconds that it took


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of many measurements, and between which two values half of them lie."""

    lower: float
    median: float
    upper: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The quartiles of at least two values."""
        lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
        return cls(lower, median, upper)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What ours took and what the other took, round by round, in seconds (or bytes)."""

    ours: tuple[float, ...]
    other: tuple[float, ...]

    @property
    def usual_ours(self) -> float:
        """The middle of what ours took."""
        return statistics.median(self.ours)

    @property
    def usual_other(self) -> float:
        """The middle of what the other took."""
        return statistics.median(self.other)

    @property
    def ratio(self) -> float:
        """The usual time of ours over the usual time of the other."""
        return self.usual_ours / self.usual_other

    @property
    def rounds(self) -> Spread:
        """The ratio of each round, of which half lie between the outer two."""
        return Spread.of([ours / other for ours, other in zip(self.ours, self.other, strict=True)])

    @property
    def noise(self) -> float:
        """How far the other is from itself: every second round against the rest, 0 for a machine without noise."""
        return abs(statistics.median(self.other[::2]) / statistics.median(self.other[1::2]) - 1)


def side_by_side(ours: Timed, other: Timed, *, rounds: int, warm_up: int = 1) -> SideBySide:
    """Both, `rounds` times, each going first every second time; what `warm_up` rounds took does not count."""
    taken: list[tuple[float, float]] = []
    for number in range(warm_up + rounds):
        if number % 2:
            others = other(number)
            taken.append((ours(number), others))
        else:
            taken.append((ours(number), other(number)))
    counted = taken[warm_up:]
    return SideBySide(tuple(pair[0] for pair in counted), tuple(pair[1] for pair in counted))
