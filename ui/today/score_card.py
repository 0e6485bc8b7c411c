"""My score so far and what the next point costs; it leads to the Scores page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.language import said
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.link import Link

if TYPE_CHECKING:
    from coach.appraisal.appraising import Appraisal


class ScoreCard(Card):
    """Says `scores_wanted`. Until the score is worked out (after the page is painted) its room is empty."""

    scores_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.setObjectName("score_so_far")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = Label(tone="quiet", size=0.92)
        self._total = Label(" ", size=2.2, bold=True)
        self._words = Label(tone="quiet", wraps=True)
        self._more = Link("to_scores")
        self._more.clicked.connect(self.scores_wanted)
        row = QHBoxLayout()
        row.addWidget(self._total)
        row.addStretch(1)
        row.addWidget(self._more)
        self.rows.addWidget(self._title)
        self.rows.addLayout(row)
        self.rows.addWidget(self._words)

    def show_words(self) -> None:
        """Takes the words of the window's language."""
        self._title.setText(self.tr("My score so far"))
        self._more.show_words(self.tr("What it is made of"))

    def show_score(self, now: Appraisal | None) -> None:
        """Shows the score, or why there is none."""
        from coach.appraisal.exact import shown

        self.show_words()
        total = now.score.total if now is not None else None
        self._total.setText("—" if total is None else shown(total))
        self._words.setText(self._said(now))
        self.setAccessibleName(f"{self._title.text()} {self._total.text()}")

    def _said(self, now: Appraisal | None) -> str:
        from coach.appraisal.spoken import of_next_point

        if now is None:
            return self.tr("No appraisal plan is in force yet.")
        if now.score.ungraded is not None:
            return said(now.score.ungraded)
        point = now.next_point
        return said(of_next_point(point)) if point is not None else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.scores_wanted.emit()
