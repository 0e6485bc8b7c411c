"""The sections of the appraisal, one under another, in the order of the plan of the month."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.appraisal.score import Score
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.scrolled import scrolled
from ui.scores.section_row import SectionRow
from ui.theme.colours import colours_of


class SectionsCard(Card):
    """Says `evidence_wanted` with the id of an item."""

    evidence_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(16, 6), gap=0)
        self._rows: dict[str, SectionRow] = {}
        self._legend = Label(tone="quiet", size=0.88)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(Tick())
        foot.addWidget(self._legend, 1)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        foot.setContentsMargins(0, 4, 0, 4)
        self.rows.addWidget(scrolled(inside), 1)
        self.rows.addWidget(self._foot)

    def show_score(
        self, score: Score, before: Score | None, links: Mapping[str, tuple[str, str]], *, narrow: bool
    ) -> None:
        """Shows every section, with a tick where it stood in the score `before`."""
        stood = {section.id: section.score for section in before.sections} if before is not None else {}
        for gone in self._rows.keys() - {section.id for section in score.sections}:
            self._rows.pop(gone).deleteLater()
        for place, section in enumerate(score.sections):
            row = self._rows.get(section.id) or self._made(section.id)
            row.set_first(first=place == 0)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            graded = score.total is not None
            row.show_section(section, stood.get(section.id), links, graded=graded, narrow=narrow)
        self._legend.setText(self.tr("where it stood in the month before"))
        self._foot.setVisible(not narrow and any(one is not None for one in stood.values()))

    def _made(self, name: str) -> SectionRow:
        row = SectionRow(name)
        row.evidence_wanted.connect(self.evidence_wanted)
        self._rows[name] = row
        return row


class Tick(QWidget):
    """The tick of the bars, as it stands in the legend."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(4, 0, 1.5, self.height()), colours_of(self).colour("ink"))
