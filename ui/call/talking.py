"""Talking: the line in the middle, the trail on the left, what is captured on the right, objections below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coach.call import Call
from coach.offers import line, offers
from scripts_library.script import Step
from ui.call.fields import Fields
from ui.call.finder import Finder
from ui.call.header import Header
from ui.call.line_card import LineCard
from ui.call.must_say import MustSay
from ui.call.note_row import NoteRow
from ui.call.objection_bar import ObjectionBar
from ui.call.stage_bar import StageBar
from ui.call.trail import Trail
from ui.parts.card import Card
from ui.parts.clock import Clock
from ui.parts.label import Label
from ui.parts.note_edit import NoteEdit
from ui.parts.scrolled import scrolled
from ui.parts.visible import show_if
from ui.preferences import SMALLEST, Showing

_COMPACT_BELOW = 760
_NO_TRAIL_BELOW = 1040
_MARGIN = 24
_LIST_WIDTH = 560
_SIDE_WIDTH = 270
_COMPACT_SIDE = 150
_LEAST_SIDE = 76
_ANY = 16_777_215  # Qt's own largest


class Talking(QWidget):
    """Its parts say what the agent does: `header`, `card` with `say` and `replies`, `fields`, `bar`, `finder`."""

    resized = Signal()

    def __init__(self, clock: Clock, note: NoteEdit) -> None:
        super().__init__()
        self._arranged_compact: bool | None = None
        self._fields_wanted = False
        self.header = Header(clock)
        self.card = LineCard()
        self.fields = Fields("field", clock)
        self.bar = ObjectionBar()
        self.note_row = NoteRow("write_note", note)
        self._stages = StageBar()
        self._trail = Trail()
        self._must = MustSay()
        self._captured = Label(tone="quiet", size=0.92)
        self._captured_card = Card(gap=8)
        self._captured_card.rows.addWidget(self._captured)
        self._captured_card.rows.addWidget(self.fields)
        self._captured_card.rows.addWidget(self.note_row)
        self._aside = QWidget()
        self._side = self._beside()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._trail.setFixedWidth(196)
        self._body.addWidget(self._trail)
        self._body.addWidget(self.card, 1)
        self._body.addWidget(self._side)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self.header)
        self._column.addWidget(self._stages)
        self._column.addLayout(self._body, 1)
        self._column.addWidget(self.bar)
        self.finder = Finder(self.bar.finder, self)
        self.finder.changed.connect(self._place_finder)

    @property
    def compact(self) -> bool:
        """Whether there is room for the words, the replies and the finder only."""
        return self.width() < _COMPACT_BELOW

    def show_call(self, call: Call, showing: Showing, points: int) -> None:
        """Shows a call that is talking or paused."""
        compact = self.compact
        asked = asked_here(call)
        waiting = [field for field in asked if call.knows.field(field) is None]
        beside = bool(waiting) or self.fields.has_focus or self._fields_wanted
        writes_note = self.note_row.note.hasFocus()
        self._arrange(compact=compact)
        show_if(self._trail, self.width() >= _NO_TRAIL_BELOW)
        self.header.show_call(call, compact=compact)
        self.card.show_call(call, showing, min(points, SMALLEST) if compact else points)
        if not compact:
            self._stages.show_call(call)
            self._must.show_call(call)
        if self._trail.isVisibleTo(self):
            self._trail.show_call(call)
        self._captured.setText(self.tr("Customer and notes"))
        self.fields.show_call(call, asked if compact else tuple(call.release.script.fields), asked=asked)
        self.note_row.show_call(call)
        show_if(self.note_row, not compact or writes_note)
        show_if(self._side, not compact or (bool(asked) and beside) or writes_note)
        if compact:
            self._beside_rows.activate()
            room = self._body.geometry().height() - self._body.spacing() - self.card.whole_height
            self._side.setFixedHeight(min(self._aside.sizeHint().height(), _COMPACT_SIDE, max(room, _LEAST_SIDE)))
        self.bar.show_call(call, compact=compact)
        self._place_finder()

    def want_fields(self, *, wanted: bool) -> None:
        """Shows the fields of this step in the compact window too, where they otherwise give way once they are full."""
        self._fields_wanted = wanted

    def prepare(self, call: Call) -> None:
        """Makes what depends on the script while it rings, so that the first line comes at once."""
        self.fields.show_call(call, tuple(call.release.script.fields), asked=())
        self._must.show_call(call)
        self.bar.show_call(call, compact=False)
        self.header.show_call(call, compact=False)

    def settle(self) -> None:
        """Keeps whatever is being typed, before anything else happens."""
        self.card.say.fill_gap()
        self.fields.settle()
        self.note_row.note.settle()
        self.bar.settle()

    def forget(self) -> None:
        """Lets go of what was typed and never taken: the next customer did not say it."""
        self.card.say.close_gap()
        self.bar.close_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_finder()
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def _arrange(self, *, compact: bool) -> None:
        if compact == self._arranged_compact:
            return
        self._arranged_compact = compact
        margin = 10 if compact else _MARGIN
        self._column.setContentsMargins(margin, 8 if compact else 14, margin, 4)
        self._column.setSpacing(8 if compact else 12)
        self.card.set_compact(compact=compact)
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8 if compact else 16)
        for part in (self._stages, self._must, self._captured):
            show_if(part, not compact)
        self._side.setMinimumWidth(0 if compact else _SIDE_WIDTH)
        self._side.setMaximumWidth(_ANY if compact else _SIDE_WIDTH)
        self._side.setMinimumHeight(0)
        self._side.setMaximumHeight(_ANY)

    def _beside(self) -> QScrollArea:
        self._beside_rows = QVBoxLayout(self._aside)
        self._beside_rows.setContentsMargins(0, 0, 0, 0)
        self._beside_rows.setSpacing(14)
        self._beside_rows.addWidget(self._captured_card)
        self._beside_rows.addWidget(self._must)
        self._beside_rows.addStretch(1)
        area = scrolled(self._aside)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return area

    def _place_finder(self) -> None:
        width = min(_LIST_WIDTH, self.width() - 2 * self.bar.x())
        self.finder.setFixedWidth(max(width, 100))
        self.finder.setFixedHeight(self.finder.sizeHint().height())
        self.finder.move(self.bar.x(), max(self.bar.y() - self.finder.height() - 6, 0))


def asked_here(call: Call) -> tuple[str, ...]:
    """The fields that the step asks for, or that one of its replies waits for; none while a card is open."""
    shown = line(call)
    if not isinstance(shown, Step):
        return ()
    needed = (field for offer in offers(call) for field in offer.needs)
    return tuple(dict.fromkeys((*shown.asks, *needed)))
