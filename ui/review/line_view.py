"""One line of a replay as it stood on the screen: when, how long, its words, and what happened meanwhile."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.clock import clock_text
from coach.replay import ShownLine
from scripts_library.expressions import plain
from scripts_library.release import Release
from ui.parts.elided import Elided
from ui.parts.label import Label, Tone
from ui.parts.sign import Sign
from ui.parts.titles import card_title, name_title, step_title
from ui.review.telling import sign_of, technique_title, told
from ui.theme.colours import colours_of

_TIME = 52
_SECOND = timedelta(seconds=1)


class LineView(QWidget):
    """Says `clicked`. The one that is looked at is marked at its edge."""

    clicked = Signal()

    def __init__(self, name: str, release: Release, line: ShownLine, day: date) -> None:
        super().__init__()
        self.setObjectName(name)
        self._looked_at = False
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        time = Label(clock_text(line.clock) if line.event is not None else "", tone="quiet", size=0.92)
        time.setFixedWidth(_TIME)
        time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(time, 0, 0)
        grid.addLayout(self._head(release, line), 0, 1)
        words = Label(self._words(release, line), tone="quiet" if line.taken_back else "ink", size=1.08, wraps=True)
        grid.addWidget(words, 1, 1)
        meanwhile = QVBoxLayout()
        meanwhile.setSpacing(2)
        for happened in line.happened:
            text = told(release, happened, day)
            if text:
                meanwhile.addWidget(happened_row(sign_of(happened), text))
        grid.addLayout(meanwhile, 2, 1)
        self.setAccessibleName("  ".join((self._title(release, line), *self._marks(line), words.text())))

    def look_at(self, looked_at: bool) -> None:
        """Marks it as the line that is looked at, or not."""
        self._looked_at = looked_at
        self.update()

    @property
    def looked_at(self) -> bool:
        """Whether it is the line that is looked at."""
        return self._looked_at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._looked_at:
            return
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), 8, 8)
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 9, 3, self.height() - 18), 1.5, 1.5)

    def _head(self, release: Release, line: ShownLine) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        sign, tone = self._sign(line)
        if sign:
            head.addWidget(Sign(sign, tone))
        title = Elided(self._title(release, line), tone="warning" if line.missed else "quiet", size=0.92)
        head.addWidget(title, 1)
        for mark in self._marks(line):
            head.addWidget(Label(mark, tone="warning" if line.missed else "quiet", size=0.92))
        return head

    def _title(self, release: Release, line: ShownLine) -> str:
        if line.card is None:
            stages = {stage.id: stage.title for stage in release.script.stages}
            stage, title = stages.get(release.script.steps[line.step].stage or "", ""), step_title(release, line.step)
            return title if stage in {"", title} else f"{stage}  ·  {title}"
        answer = release.cards[line.card.card].answers[line.card.answer]
        return f"{card_title(release, line.card)}  ·  {technique_title(answer.technique)}"

    def _sign(self, line: ShownLine) -> tuple[str, Tone]:
        if line.missed:
            return "attention", "warning"
        if line.taken_back:
            return "erase", "quiet"
        if line.card is not None:
            return "turned", "warning"
        return ("check", "accent") if line.must else ("", "quiet")

    def _marks(self, line: ShownLine) -> list[str]:
        """What there is to say of a line beside its words."""
        if line.event is None:
            return [self.tr("must-say, never said")]
        marks = []
        if line.missed:
            hurried = self.tr("must-say, clicked away too fast")
            marks.append(hurried if line.skimmed else self.tr("must-say, out of order"))
        elif line.must and not line.taken_back:
            marks.append(self.tr("must-say, kept"))
        if line.taken_back:
            marks.append(self.tr("taken back"))
        if line.again:
            marks.append(self.tr("again"))
        marks.append(self.tr("%1 s").replace("%1", str(round(line.dwell / _SECOND))))
        return marks

    def _words(self, release: Release, line: ShownLine) -> str:
        return plain(line.says, lambda name: name_title(release, name)).replace("‖", "  ‖  ")


def happened_row(sign: str, text: str, time: str = "") -> QWidget:
    """One event in words, with its sign and, where it stands alone, its time."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if time:
        row.setContentsMargins(12, 3, 12, 3)
        clock = Label(time, tone="quiet", size=0.92)
        clock.setFixedWidth(_TIME + 6)
        clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(clock)
    row.addWidget(Sign(sign, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, tone="quiet", wraps=True), 1)
    return holder
