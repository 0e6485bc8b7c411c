"""What stands beside the line: my figures of today, and my score so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from coach.appraisal.appraising import Appraisal
    from coach.sums import DaySum
    from ui.parts.figures_card import FiguresCard
    from ui.today.score_card import ScoreCard

_WIDTH = 330


class MyDay(QWidget):
    """Keeps the room of its cards until there is something to show on them: the window paints before.

    Says `scores_wanted`.
    """

    scores_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self._cards: tuple[FiguresCard, ScoreCard] | None = None

    def show_day(self, day: DaySum) -> None:
        """Shows the figures of the day."""
        figures, score = self._made()
        figures.show_day(self.tr("My figures"), day)
        score.show_words()

    def show_score(self, now: Appraisal | None) -> None:
        """Shows the score, or why there is none; it is worked out after the figures are painted."""
        _, score = self._made()
        score.show_score(now)

    def _made(self) -> tuple[FiguresCard, ScoreCard]:
        if self._cards is None:
            from ui.parts.figures_card import FiguresCard
            from ui.today.score_card import ScoreCard

            figures, score = self._cards = FiguresCard(), ScoreCard()
            score.scores_wanted.connect(self.scores_wanted)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            column.addWidget(figures)
            column.addWidget(score)
            column.addStretch(1)
        return self._cards
