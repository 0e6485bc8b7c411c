"""Text to read: plain, never guessed to be rich, in one of four tones."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from ui.theme.fonts import scaled

Tone = Literal["ink", "quiet", "accent", "warning"]

_ROLES = {
    "ink": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "warning": QPalette.ColorRole.BrightText,
}


class Label(QLabel):
    """A label of plain text. `size` is relative to the system's own."""

    def __init__(
        self, text: str = "", *, tone: Tone = "ink", size: float = 1.0, bold: bool = False, wraps: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFont(scaled(QApplication.font(), size, bold=bold))
        self.setWordWrap(wraps)
        self.set_tone(tone)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Takes one of the four tones."""
        self.setForegroundRole(_ROLES[tone])
