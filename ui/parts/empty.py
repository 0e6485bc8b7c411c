"""A place with nothing on it yet: one line says what will be here, one button is the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.centred import centre
from ui.parts.key_button import KeyButton
from ui.parts.label import Label

_WIDEST = 460


class Empty(QWidget):
    """Says `chosen` when the next step is taken."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = Label(size=1.25, bold=True)
        self._words = Label(tone="quiet", size=1.05, wraps=True)
        self._next = KeyButton(f"{name}_next", key_first=False, padding=(16, 10))
        self._next.clicked.connect(self.chosen)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(self._title)
        inner.addWidget(self._words)
        inner.addWidget(self._next, 0, Qt.AlignmentFlag.AlignHCenter)
        centre(self, middle, wide=100)

    def show_words(self, title: str, words: str, step: str = "", *, key: str = "") -> None:
        """Says what will be here, and what the next step is, where there is one."""
        self._title.setText(title)
        self._words.setText(words)
        self._next.setVisible(bool(step))
        self._next.show_words(step, key=key)
