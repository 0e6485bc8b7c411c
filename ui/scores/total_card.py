"""The total of the month, the largest number of the page, beside that of the month before."""

from PySide6.QtWidgets import QHBoxLayout

from coach.appraisal.appraising import Appraisal
from coach.appraisal.exact import shown
from ui.language import said
from ui.parts.card import Card
from ui.parts.label import Label


class TotalCard(Card):
    """Shows the total, or «—» and why there is none."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._title = Label(tone="quiet", size=0.92)
        self._total = Label(size=4.0, bold=True)
        self._total.setObjectName("total")
        self._before = Label(tone="quiet", size=1.05)
        self._why = Label(tone="quiet", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._total)
        row.addWidget(self._before)
        row.addStretch(1)
        self.rows.addWidget(self._title)
        self.rows.addLayout(row)
        self.rows.addWidget(self._why)

    def show_total(self, now: Appraisal, before: Appraisal | None) -> None:
        """Shows the total of a month, and the one before where there was one."""
        score = now.score
        self._title.setText(self.tr("Total of the month"))
        self._total.setText("—" if score.total is None else shown(score.total))
        self._total.setAccessibleName(f"{self._title.text()} {self._total.text()}")
        known = before is not None and before.score.total is not None
        if before is not None and before.score.total is not None:
            self._before.setText(self.tr("month before %1").replace("%1", shown(before.score.total)))
        self._before.setVisible(known)
        self._why.setVisible(score.ungraded is not None)
        if score.ungraded is not None:
            self._why.setText(said(score.ungraded))
