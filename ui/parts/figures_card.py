"""My figures of a day: calls, talk time, contacts and what came of them; large numbers, small words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.moments import hours_text

if TYPE_CHECKING:
    from coach.sums import DaySum


_COLUMNS = 2


class FiguresCard(Card):
    """Shows a day's sum: 通次 通时 接通 有效 意向 加微 邀约."""

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.setObjectName("my_figures")
        self._title = Label(tone="quiet", size=0.92)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._figures: dict[str, tuple[QWidget, Label, Label]] = {}
        self.rows.addWidget(self._title)
        self.rows.addLayout(self._grid)

    def show_day(self, title: str, day: DaySum) -> None:
        """Shows the figures of a day under a title."""
        self._title.setText(title)
        for place, (name, words, counted) in enumerate(self._told()):
            number = counted(day)
            if name not in self._figures:
                self._add(name, place)
            holder, about, count = self._figures[name]
            about.setText(words)
            count.setText(number)
            holder.setAccessibleName(f"{words} {number}")

    def _told(self) -> Sequence[tuple[str, str, Callable[[DaySum], str]]]:
        return (
            ("figure_calls", self.tr("Calls"), lambda day: str(day.dials)),
            ("figure_talk_time", self.tr("Talk time"), lambda day: hours_text(day.talk_seconds)),
            ("figure_contacts", self.tr("Contacts"), lambda day: str(day.contacts)),
            ("figure_effective", self.tr("Effective"), lambda day: str(day.effective)),
            ("figure_intent", self.tr("Intent"), lambda day: str(day.intent_a + day.intent_b)),
            ("figure_wechat", self.tr("WeChat"), lambda day: str(day.wechat_accepted)),
            ("figure_appointments", self.tr("Appointments"), lambda day: str(day.appointments)),
        )

    def _add(self, name: str, place: int) -> None:
        holder = QWidget()
        holder.setObjectName(name)
        about, count = Label(tone="quiet", size=0.95), Label(size=1.35, bold=True)
        inner = QGridLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setVerticalSpacing(0)
        inner.addWidget(about, 0, 0)
        inner.addWidget(count, 1, 0)
        self._figures[name] = holder, about, count
        self._grid.addWidget(holder, place // _COLUMNS, place % _COLUMNS)
