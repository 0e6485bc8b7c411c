"""One row of the fields: its title, what was captured, the options to click, and the reason of a refusal."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coach.call import Call
from scripts_library.values import Value
from scripts_library.values.written import written
from ui.call.field_entry import FieldEntry
from ui.parts import field_values
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.visible import show_if

_TITLE_WIDTH = 56


class FieldRow(QWidget):
    """Says `filled` with the field's id and the written value; `asked` where the step or the outcome asks for it."""

    filled = Signal(str, str)

    def __init__(self, prefix: str, field: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.field = field
        self._clock = clock
        self.asked = True
        self._call: Call | None = None
        self.entry = FieldEntry(f"{prefix}_{field}", self)
        self.entry.understands(self._reads, self._shows, self._steps)
        self.entry.filled.connect(lambda text: self.filled.emit(field, text))
        self.entry.refused.connect(self._refused)
        self._title = Label(tone="quiet")
        self._title.setMinimumWidth(_TITLE_WIDTH)
        self._reason = Label(tone="warning", size=0.9, wraps=True)
        self._reason.setObjectName(f"{prefix}_{field}_reason")
        self._reason.hide()
        self._chips = QWidget()
        self._chips.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = Flow(self._chips, gap=6)
        self._options: list[KeyButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self.entry, 0, 1)
        grid.addWidget(self._chips, 1, 1)
        grid.addWidget(self._reason, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_call(self, call: Call, *, asked: bool, needed: bool = False) -> None:
        """Shows what the call knows of the field; one that is asked for stands out, one that is needed the more."""
        if self._call is not None and self._call.trail[:1] != call.trail[:1]:
            self.entry.drop()
        self._call, self.asked = call, asked
        shown = call.release.script.fields[self.field]
        value = call.knows.field(self.field)
        self._title.setText(shown.title)
        self.entry.setAccessibleName(shown.title)
        if self.entry.property("flat") != (not asked):
            self.entry.setProperty("flat", not asked)
            self.entry.style().unpolish(self.entry)
            self.entry.style().polish(self.entry)
        self.entry.show_value(value)
        self.entry.set_wanting(self.tr("still empty") if needed else "")
        self._show_options(self._choices(shown.options, shown.type) if asked else (), value)

    def _show_options(self, options: Sequence[Value], value: Value | None) -> None:
        show_if(self._chips, bool(options))
        while len(self._options) < len(options):
            number = len(self._options)
            chip = KeyButton(f"{self.entry.objectName()}_{number + 1}", padding=(9, 4), size=0.95)
            chip.clicked.connect(lambda _checked=False, number=number: self._chosen(number))
            self._options.append(chip)
            self._flow.addWidget(chip)
        for number, chip in enumerate(self._options):
            show_if(chip, number < len(options))
            if number < len(options):
                chip.show_words(self._shows(options[number]))
                chip.set_chosen(options[number] == value, signed=True)

    def _chosen(self, number: int) -> None:
        if self._call is None:
            return
        shown = self._call.release.script.fields[self.field]
        self.filled.emit(self.field, written(self._choices(shown.options, shown.type)[number]))

    def _choices(self, options: Sequence[str], field_type: str) -> Sequence[Value]:
        return (True, False) if field_type == "yes_no" else options

    def _reads(self, text: str) -> Value:
        return text if self._call is None else field_values.read(self._call, self.field, text, self._clock())

    def _shows(self, value: Value) -> str:
        return field_values.shown_in_full(value, self._clock().date())

    def _steps(self, value: Value | None, by: int) -> Value | None:
        if self._call is None:
            return None
        shown = self._call.release.script.fields[self.field]
        return field_values.stepped(value, shown.type, shown.options, by, self._clock())

    def _refused(self, reason: str) -> None:
        self._reason.setText(reason)
        show_if(self._reason, bool(reason))
