"""The trail of the call: where it has come through, with the talk clock."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.call import Call
from coach.clock import clock_text, talk_clock
from coach.events import Jumped, NoneOfThese
from ui.parts.label import Label
from ui.parts.signed import Signed
from ui.parts.titles import place_title
from ui.parts.visible import show_if

_ROW = 30


@dataclass(frozen=True, slots=True)
class Passed:
    """One thing that the call came through, and the talk clock when it did."""

    sign: str
    title: str
    clock: timedelta


class Trail(QWidget):
    """The way so far, the latest last; what does not fit has scrolled away at the top."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trail")
        self._title = Label(tone="quiet", size=0.92)
        self._rows: list[Signed] = []
        self._passed: tuple[Passed, ...] = ()
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._list.addWidget(self._title)
        self._list.addSpacing(6)
        self._list.addStretch(1)

    def show_call(self, call: Call) -> None:
        """Shows the effective path, and what no reply covered."""
        self._passed = passed(call)
        self._title.setText(self.tr("Trail"))
        self.setAccessibleName(self.tr("Trail"))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        room = max((self.height() - 40) // _ROW, 1)
        shown = self._passed[-room:]
        while len(self._rows) < len(shown):
            row = Signed()
            row.setMinimumHeight(_ROW - 4)
            self._rows.append(row)
            self._list.insertWidget(self._list.count() - 1, row, 0, Qt.AlignmentFlag.AlignTop)
        spoken = self._signs()
        for number, row in enumerate(self._rows):
            show_if(row, number < len(shown))
            if number < len(shown):
                one = shown[number]
                last = one is self._passed[-1]
                row.show_word(
                    "dot" if last else one.sign,
                    self._worded(one),
                    spoken_sign=spoken["dot" if last else one.sign],
                    time=clock_text(one.clock),
                    tone="warning" if one.sign in {"turned", "beside"} and not last else "ink",
                    bold=last,
                )

    def _worded(self, one: Passed) -> str:
        return self.tr("none of these: %1").replace("%1", one.title) if one.sign == "beside" else one.title

    def _signs(self) -> dict[str, str]:
        return {
            "check": self.tr("said"),
            "turned": self.tr("objection or question"),
            "jumped": self.tr("jumped here"),
            "beside": self.tr("off script"),
            "dot": self.tr("now"),
        }


def passed(call: Call) -> tuple[Passed, ...]:
    """What the call came through, in the order of the trail; the place where it stands comes last."""
    clock = talk_clock(call.trail)
    rows = []
    for point in call.path:
        sign = "turned" if point.position.card is not None else "check"
        sign = "jumped" if isinstance(call.trail[point.event], Jumped) else sign
        rows.append((point.event, Passed(sign, place_title(call.release, point.position), clock[point.event])))
    here = rows.pop() if rows else None
    rows += [
        (number, Passed("beside", event.words or "…", clock[number]))
        for number, event in enumerate(call.trail)
        if isinstance(event, NoneOfThese)
    ]
    rows.sort(key=lambda row: row[0])
    return (*(one for _, one in rows), *((here[1],) if here is not None else ()))
