"""How a line is set: its pieces as rows of text, with the places of its gaps."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from scripts_library.expressions import Gap, Piece, Text

ROOMY, TIGHT = 1.5, 1.3  # from row to row, in heights of the font
_MOST_SIGNS = 36
_WITHIN_A_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9])")  # a number that is read out stays in one row


@dataclass(frozen=True, slots=True)
class Stretch:
    """A gap or a pause in the text: from where, how long, and the name that the gap asks for."""

    start: int
    length: int
    gap: str | None


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it is set for one width, to be painted and to be clicked on."""

    layout: QTextLayout
    height: float
    gaps: tuple[tuple[str, QRectF], ...]

    def gap_at(self, point: QPointF) -> str | None:
        """The name of the gap under a point."""
        return next((name for name, box in self.gaps if box.contains(point)), None)


def flat(pieces: tuple[Piece, ...], title: Callable[[str], str]) -> tuple[str, tuple[Stretch, ...]]:
    """Pieces as one text with its stretches; a gap is set off by thin spaces, a pause by wide ones."""
    text, stretches = "", []
    for piece in pieces:
        match piece:
            case Text(words):
                text += words
            case Gap(name):
                shown = f"\u2009{title(name)}\u2009"
                stretches.append(Stretch(len(text), len(shown), name))
                text += shown
            case _:
                stretches.append(Stretch(len(text) + 1, 1, None))
                text += "\u2009‖\u2009"
    return text, tuple(stretches)


def set_line(
    text: str,
    stretches: tuple[Stretch, ...],
    font: QFont,
    width: float,
    *,
    gap: QColor,
    pause: QColor,
    spacing: float = ROOMY,
) -> SetLine:
    """Breaks a text into rows of at most 36 Chinese characters."""
    layout = QTextLayout(_WITHIN_A_NUMBER.sub("\u00a0", text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(stretch, gap if stretch.gap else pause) for stretch in stretches])
    metrics = QFontMetricsF(font)
    room = min(width, metrics.horizontalAdvance("话") * _MOST_SIGNS)
    step = metrics.height() * spacing
    layout.beginLayout()
    height = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(room)
        row.setPosition(QPointF(0, height + (step - row.height()) / 2))
        height += step
    layout.endLayout()
    rows = [layout.lineAt(number) for number in range(layout.lineCount())]
    gaps = tuple((stretch.gap, box) for stretch in stretches if stretch.gap for box in _boxes(stretch, text, rows))
    return SetLine(layout, height, gaps)


def _format(stretch: Stretch, colour: QColor) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = stretch.start, stretch.length
    shown = QTextCharFormat()
    shown.setForeground(colour)
    made.format = shown
    return made


def _boxes(stretch: Stretch, text: str, rows: list[QTextLine]) -> list[QRectF]:
    """Where a stretch stands: one box a row, none where only its blank is left at the end of a row."""
    boxes = []
    for row in rows:
        start = max(stretch.start, row.textStart())
        stop = min(stretch.start + stretch.length, row.textStart() + row.textLength())
        if text[start:stop].strip():
            left, right = _x(row, start), _x(row, stop)
            boxes.append(QRectF(left, row.y(), right - left, row.height()))
    return boxes


def _x(row: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", row.cursorToX(position))
    return x
