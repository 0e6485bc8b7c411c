"""One sheet in the middle of a page, a little above the centre, where the eye rests."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_SHEET = 8


def centre(page: QWidget, sheet: QWidget, *, wide: int = _SHEET) -> None:
    """Lays out a page with nothing but a sheet; `wide` is its share against the room on either side."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(sheet, wide)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
