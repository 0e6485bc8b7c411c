"""The narrow rail on the left: the pages that there are, each with its sign, its name and its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from ui.language import spoken
from ui.pages import PageKind
from ui.parts.signs import draw_sign
from ui.theme.colours import colours_of
from ui.theme.fonts import scaled

_WIDTH = 64
_HEIGHT = 58
_SIGN = 22.0


class RailButton(QAbstractButton):
    """One thing on the rail: a page, or a switch at its foot."""

    def __init__(self, name: str, sign: str, key: str) -> None:
        super().__init__()
        self._sign = sign
        self._key = key
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(scaled(QApplication.font(), 0.9))

    def show_title(self, title: str) -> None:
        """Takes its name in the window's language."""
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._key)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 12, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent_soft" if here else "key"))
            painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
        ink = colours.colour("accent" if here else "quiet")
        sign = QRectF((self.width() - _SIGN) / 2, 6, _SIGN, _SIGN)
        draw_sign(painter, self._sign, sign, ink)
        painter.setPen(ink)
        painter.setFont(scaled(self.font(), 1.0, bold=here))
        words = QRectF(0, 29, self.width(), 15)
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, title)
        painter.setFont(scaled(self.font(), 0.78))
        painter.setPen(colours.colour("quiet"))
        painter.drawText(QRectF(0, 43, self.width(), 12), Qt.AlignmentFlag.AlignCenter, self._key)


class Rail(QWidget):
    """Says `chosen` with the name of a page, `language_wanted`, `theme_wanted`."""

    chosen = Signal(str)
    language_wanted = Signal()
    theme_wanted = Signal()

    def __init__(self, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self._kinds = tuple(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 64, 6, 12)
        column.setSpacing(6)
        self._buttons: dict[str, RailButton] = {}
        for number, kind in enumerate(kinds, start=1):
            button = RailButton(f"page_{kind.name}", kind.sign, f"Ctrl {number}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._pressed, kind.name))
            self._buttons[kind.name] = button
            column.addWidget(button)
        column.addStretch(1)
        self._language = RailButton("switch_language", "language", "Ctrl L")
        self._language.clicked.connect(self.language_wanted)
        self._theme = RailButton("switch_theme", "light", "Ctrl H")
        self._theme.clicked.connect(self.theme_wanted)
        column.addWidget(self._language)
        column.addWidget(self._theme)
        self.show_titles()

    def _pressed(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def show_titles(self) -> None:
        """Takes all names in the window's language."""
        self.setAccessibleName(self.tr("Pages"))
        for kind in self._kinds:
            self._buttons[kind.name].show_title(kind.title())
        self._language.show_title("中文" if spoken() == "en" else "English")
        self._theme.show_title(self.tr("Theme"))

    def show_page(self, name: str) -> None:
        """Marks the page that shows."""
        for own, button in self._buttons.items():
            button.setChecked(own == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Not by fillRect: its name alone makes Python classes of all gradients, and the first paint waits for them.
        painter.setBrush(colours.colour("card"))
        painter.drawRect(self.rect())
        painter.setBrush(colours.colour("line"))
        painter.drawRect(QRectF(self.width() - 1, 0, 1, self.height()))
        badge = QRectF((_WIDTH - 34) / 2, 14, 34, 34)
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(colours.colour("on_accent"))
        painter.setFont(scaled(QApplication.font(), 1.15, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "话")
