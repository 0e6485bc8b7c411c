"""The callbacks due today and those that are overdue, each with the agreed hour and the key that dials."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.parts.card import Card
from ui.parts.elided import Elided
from ui.parts.label import Label
from ui.parts.moments import moment_text
from ui.parts.row import Row
from ui.parts.rows import Rows

if TYPE_CHECKING:
    from data.due import DueCallback

_MOST_KEYS = 9
_MINUTE = timedelta(minutes=1)
_HOUR = 60


class Callbacks(Card):
    """Says `dial_wanted` with the place of a callback in the list."""

    dial_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(margins=(10, 12), gap=6)
        self._due: tuple[DueCallback, ...] = ()
        self._standing = True
        self._at: int | None = None
        self._title = Label(tone="quiet", size=0.92)
        self._title.setContentsMargins(8, 0, 0, 0)
        self._enter = Elided(tone="quiet", size=0.92)
        self._enter.setObjectName("enter_dials")
        self._nothing = Label(tone="quiet", wraps=True)
        self._nothing.setContentsMargins(8, 4, 8, 4)
        self._rows = Rows("callback")
        self._rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._rows.opened.connect(self.dial_wanted)
        self._rows.stood_on.connect(self._stands)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._enter)
        self.rows.addLayout(head)
        self.rows.addWidget(self._nothing)
        self.rows.addWidget(self._rows)

    @property
    def due(self) -> Sequence[DueCallback]:
        """The callbacks that are listed, the earliest first."""
        return self._due

    @property
    def current(self) -> int | None:
        """The place of the callback that Enter dials."""
        return self._rows.current

    def set_standing(self, *, standing: bool) -> None:
        """Whether Enter dials one of them, which is then marked: the first, or the one that was chosen last."""
        if standing != self._standing:
            self._standing = standing
            self._show_rows(self._rows.rows)

    def show_due(self, due: Sequence[DueCallback], now: datetime, *, on_time: timedelta) -> None:
        """Shows what is due; who was chosen stays chosen while the list is the same.

        Else Enter dials the first one, once it can be made on time; before that one has to be chosen.
        """
        if tuple(one.call for one in due) != tuple(one.call for one in self._due):
            self._at = None
        self._due = tuple(due)
        if self._at is None and due and due[0].due_at - now <= on_time:
            self._at = 0
        self._title.setText(self.tr("Callbacks due") if due else self.tr("Callbacks"))
        self._nothing.setVisible(not due)
        self._nothing.setText(
            self.tr(
                "Nobody is waiting for a callback. When a customer asks for one, book it in the call with Ctrl B: "
                "it will be here at its hour."
            )
        )
        self._rows.setVisible(bool(due))
        self.updateGeometry()
        rows = [self._row(place, one, now) for place, one in enumerate(due)]
        self._show_rows(rows)

    def take(self, key: str) -> bool:
        """Whether a key moves in the list or dials."""
        return self._rows.take(key)

    def _stands(self, place: int) -> None:
        self._at = place
        self._say_whom()

    def _show_rows(self, rows: Sequence[Row]) -> None:
        self._rows.show_rows(rows, current=self._at if self._standing else None)
        self._say_whom()

    def _say_whom(self) -> None:
        """Says by name whom Enter dials, where it dials anybody."""
        current = self._rows.current
        whom = "" if current is None else self._rows.rows[current].title
        self._enter.setText(self.tr("Enter dials %1").replace("%1", whom) if whom else "")

    def _row(self, place: int, one: DueCallback, now: datetime) -> Row:
        customer = one.customer
        late = now > one.due_at
        referrer = self.tr("introduced by %1").replace("%1", customer.referrer) if customer.referrer else ""
        agreed = self.tr("as agreed") if one.promise.agreed else self.tr("we offered")
        return Row(
            customer.listed,
            tail=self._when(one.due_at - now),
            detail="    ".join(part for part in (moment_text(one.due_at, now), agreed) if part),
            aside=referrer or customer.city,
            key=f"Alt {place + 1}" if place < _MOST_KEYS else "",
            sign="attention" if late else "",
            tone="warning" if late else "ink",
        )

    def _when(self, ahead: timedelta) -> str:
        """How far off it is, in minutes or hours."""
        minutes = abs(ahead) // _MINUTE
        if minutes < _HOUR:
            words = self.tr("%1 min late") if ahead < timedelta() else self.tr("in %1 min")
            return words.replace("%1", str(minutes))
        hours = minutes // _HOUR
        if hours < 24:
            words = self.tr("%1 h late") if ahead < timedelta() else self.tr("in %1 h")
            return words.replace("%1", str(hours))
        days = hours // 24
        return self.tr("1 day late") if days == 1 else self.tr("%1 days late").replace("%1", str(days))
