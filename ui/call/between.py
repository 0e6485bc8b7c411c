"""Between calls: what will be here, or a call that was cut off and can be taken up again."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from data.kept_call import KeptCall
from ui.call.known_names import called_by
from ui.parts.card import Card
from ui.parts.centred import centre
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.titles import place_title

_WIDEST = 620


class NoCall(QWidget):
    """Says `today_wanted`: that is where calls begin."""

    today_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(size=1.5, bold=True)
        self._words = Label(tone="quiet", size=1.1, wraps=True)
        self._today = KeyButton("to_today", look="main", padding=(18, 12), size=1.1)
        self._today.clicked.connect(self.today_wanted)
        _centre(self, self._title, self._words, self._today)
        self.show_words()

    def show_words(self) -> None:
        """Says what will be here."""
        self._title.setText(self.tr("No call yet"))
        self._words.setText(
            self.tr("What to say and what the customer may answer will stand here. Calls begin on Today.")
        )
        self._today.show_words(self.tr("To Today"), key=self.tr("Enter"))


class CutOff(QWidget):
    """Says `taken_up`, or `ended` where the call is to end as interrupted."""

    taken_up = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(size=1.5, bold=True)
        self._words = Label(tone="quiet", size=1.1, wraps=True)
        self._take_up = KeyButton("resume_call", look="main", padding=(18, 12), size=1.1)
        self._take_up.clicked.connect(self.taken_up)
        self._end = KeyButton("end_interrupted", padding=(18, 12), size=1.1)
        self._end.clicked.connect(self.ended)
        _centre(self, self._title, self._words, self._take_up, self._end)

    def show_call(self, kept: KeptCall, now: datetime) -> None:
        """Shows which call was cut off, when, and where."""
        call = kept.call
        self._title.setText(self.tr("A call was cut off"))
        parts = [called_by(call), call.release.script.title]
        if call.position is not None:
            where = place_title(call.release, call.position)
            parts.append(self.tr("stopped at: %1").replace("%1", where))
        at = call.at
        if at is not None:
            parts.append(f"{at:%H:%M}" if at.date() == now.date() else f"{at:%Y-%m-%d %H:%M}")
        everything = self.tr("Every step, field and note is kept.")
        self._words.setText("    ".join(part for part in parts if part) + "\n" + everything)
        self._take_up.show_words(self.tr("Take it up again"), key=self.tr("Enter"))
        self._end.show_words(self.tr("End it as interrupted"), key="2")


def _centre(page: QWidget, *parts: QWidget) -> None:
    sheet = Card(margins=(34, 30), gap=14)
    sheet.setMaximumWidth(_WIDEST)
    for part in parts:
        sheet.rows.addWidget(part)
    centre(page, sheet, wide=6)
