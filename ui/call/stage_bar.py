"""The stages of the script and how far the call has come."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from coach.call import Call
from ui.language import listed
from ui.parts.signs import draw_sign
from ui.theme.colours import Colours, colours_of
from ui.theme.fonts import scaled

Standing = Literal["done", "here", "ahead"]
_BAR = 4.0
_GAP = 6.0
_SIGN = 11.0


class StageBar(QWidget):
    """One stretch a stage: behind us with a tick, here in bold, ahead in grey."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage_bar")
        self.setFont(scaled(QApplication.font(), 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stages: tuple[tuple[str, Standing], ...] = ()

    def show_call(self, call: Call) -> None:
        """Shows where a call stands."""
        stages = stages_of(call)
        if stages != self._stages:
            self._stages = stages
            self.update()
        here = [title for title, standing in self._stages if standing == "here"]
        done = [title for title, standing in self._stages if standing == "done"]
        parts = (self.tr("now: %1").replace("%1", listed(here)), self.tr("done: %1").replace("%1", listed(done)))
        self.setAccessibleName(self.tr("Stages"))
        self.setAccessibleDescription(listed(parts))

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._stages:
            return
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - _GAP * (len(self._stages) - 1)) / len(self._stages)
        for number, (title, standing) in enumerate(self._stages):
            box = QRectF(number * (wide + _GAP), 0, wide, self.height())
            self._draw(painter, box, title, standing, colours)

    def _draw(self, painter: QPainter, box: QRectF, title: str, standing: Standing, colours: Colours) -> None:
        bar = {"done": "done", "here": "accent", "ahead": "line"}[standing]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(bar))
        painter.drawRoundedRect(QRectF(box.x(), 1, box.width(), _BAR), _BAR / 2, _BAR / 2)
        painter.setFont(scaled(self.font(), 1.0, bold=standing == "here"))
        left = box.x()
        top = _BAR + 4
        height = box.height() - top
        if standing == "done":
            sign = QRectF(left, top + (height - _SIGN) / 2, _SIGN, _SIGN)
            draw_sign(painter, "check", sign, colours.colour("done"), weight=2.6)
            left += _SIGN + 3
        painter.setPen(colours.colour({"done": "ink", "here": "accent", "ahead": "quiet"}[standing]))
        room = max(box.right() - left, 0.0)
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, top, room, height), Qt.AlignmentFlag.AlignVCenter, text)


def stages_of(call: Call) -> tuple[tuple[str, Standing], ...]:
    """The stages with where each stands: entered and left, here, or ahead. A step of no stage belongs to the last."""
    steps = call.release.script.steps
    entered = [stage for point in call.path for step in point.entered if (stage := steps[step].stage) is not None]
    here = _here(call, entered)
    return tuple(
        (stage.title, "here" if stage.id == here else "done" if stage.id in entered else "ahead")
        for stage in call.release.script.stages
    )


def _here(call: Call, entered: Sequence[str]) -> str | None:
    if call.position is None:
        return None
    return call.release.script.steps[call.position.step].stage or next(reversed(entered), None)
