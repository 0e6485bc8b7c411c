"""The figures of one run, and the table that shows them at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.side_by_side import SideBySide, Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """One number to hold: what was measured, the limit, and how steady it was.

    `half` are the values between which half of the rounds lie; `noise` how far the machine was from itself meanwhile.
    """

    what: str
    measured: float
    limit: float
    half: Spread
    noise: float
    rounds: int
    detail: str
    unit: str = ""

    @property
    def holds(self) -> bool:
        """Whether the number is within its limit."""
        return self.measured <= self.limit


def ratio(what: str, sides: SideBySide, *, limit: float, detail: str) -> Figure:
    """Ours over the other."""
    return Figure(what, sides.ratio, limit, sides.rounds, sides.noise, len(sides.ours), detail)


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """The lines of the table, the headings first."""
    heads = ("", "limit", "measured", "half of the rounds", "noise", "rounds", "")
    rows = [heads, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    for row in rows:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:6], widths[1:6], strict=True)),
        ]
        yield "  ".join([*cells, row[6]]).rstrip()


def milliseconds(seconds: float) -> str:
    """A stretch of time, as short as it can be read."""
    return f"{seconds * 1e6:.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def _row(figure: Figure) -> tuple[str, ...]:
    shown = [_number(value, figure.unit) for value in (figure.limit, figure.measured)]
    half = f"{_number(figure.half.lower, figure.unit)} to {_number(figure.half.upper, figure.unit)}"
    verdict = "" if figure.holds else "TOO MUCH: "
    noise = f"{figure.noise:.1%}"
    return (figure.what, f"≤ {shown[0]}", shown[1], half, noise, str(figure.rounds), verdict + figure.detail)


def _number(value: float, unit: str) -> str:
    digits = 3 if value < 1 else 2
    return f"{value:.{digits}f}" if not unit else f"{value:.1f} {unit}"
