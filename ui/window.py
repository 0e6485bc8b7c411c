"""The frame: the rail, the page that shows, and the strip below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.language import spoken
from ui.pages import Page, PageKind
from ui.parts.front import come_to_front
from ui.parts.key_button import KeyButton
from ui.rail import Rail
from ui.strip import Strip
from ui.theme.colours import DARK, colours_of

_USUAL = (1280, 800)
_COMPACT = (420, 640)


class Window(QWidget):
    """Shows one page at a time; a page is made when it is first shown.

    Ctrl and a digit change the page, Ctrl M the size, Ctrl L the language, Ctrl H light and dark. Says `painted` once
    the window stands, `language_wanted` and `theme_wanted`.
    """

    painted = Signal()
    language_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self.setObjectName("window")
        self._was_painted = False
        self._kinds = {kind.name: kind for kind in kinds}
        self._made: dict[str, Page] = {}
        self._rail = Rail(kinds)
        self._rail.chosen.connect(self.show_page)
        self._rail.language_wanted.connect(self.switch_language)
        self._rail.theme_wanted.connect(self.switch_theme)
        self._stack = QStackedWidget()
        self.strip = Strip()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(24, 0, 24, 2)
        below.addWidget(self.strip)
        self._size = KeyButton("window_size", look="plain", key_first=False, padding=(6, 3), size=0.9)
        self._size.set_sign("smaller", "quiet")
        self._size.clicked.connect(lambda: self.set_compact(not self.compact))
        below.addWidget(self._size)
        column.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.resize(*_USUAL)
        self._retitle()

    @property
    def page(self) -> Page | None:
        """The page that shows."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def compact(self) -> bool:
        """Whether the window is small and stays above the others."""
        return bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)

    def page_named(self, name: str) -> Page:
        """The page of that name, made if it has not been shown yet."""
        if name not in self._made:
            page = self._kinds[name].make()
            page.told.connect(self._told)
            page.page_wanted.connect(self._wanted)
            self._made[name] = page
            self._stack.addWidget(page)
        return self._made[name]

    def show_page(self, name: str) -> None:
        """Shows a page; what was being typed on the one before is kept first."""
        page = self.page_named(name)
        before = self.page
        if before is not None and before is not page:
            before.leave()
        self._stack.setCurrentWidget(page)
        self._rail.show_page(name)
        page.arrive()

    def set_compact(self, compact: bool) -> None:
        """Small and above the other windows, beside the softphone or WeChat; or as usual."""
        if compact == self.compact:
            return
        self._rail.setVisible(not compact)
        top = Qt.WindowType.WindowStaysOnTopHint
        flags = self.windowFlags() | top if compact else self.windowFlags() & ~top
        self.overrideWindowFlags(flags)
        # Told to the window itself: by way of the widget it would vanish and come back without the keyboard.
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlags(flags)
        self.resize(*(_COMPACT if compact else _USUAL))
        self._retitle()
        if self.page is not None:
            self.page.arrive()

    def switch_language(self) -> None:
        """The other language, in place."""
        self.language_wanted.emit("en" if spoken() == "zh" else "zh")

    def switch_theme(self) -> None:
        """Light where it is dark, dark where it is light."""
        self.theme_wanted.emit("light" if colours_of(self) is DARK else "dark")

    def come_to_front(self) -> None:
        """Out from behind the other windows, whatever they are."""
        come_to_front(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and not event.isAutoRepeat():
            number = event.key() - Qt.Key.Key_1.value
            if 0 <= number < len(self._kinds):
                self.show_page(tuple(self._kinds)[number])
                return
            deed = {
                Qt.Key.Key_M: lambda: self.set_compact(not self.compact),
                Qt.Key.Key_L: self.switch_language,
                Qt.Key.Key_H: self.switch_theme,
            }.get(Qt.Key(event.key()))
            if deed is not None:
                deed()
                return
        if self.page is None or not self.page.take_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.strip.be_quiet()
            self._retitle()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None:
            self.page.leave()
        super().closeEvent(event)

    def _retitle(self) -> None:
        self.setWindowTitle(self.tr("Huashu Coach"))
        self._rail.show_titles()
        self._size.show_words(self.tr("Large window") if self.compact else self.tr("Small window"), key="Ctrl M")

    def _wanted(self, name: str) -> None:
        if name in self._kinds:
            self.show_page(name)

    def _told(self, text: str, warning: bool) -> None:
        self.strip.say(text, "warning" if warning else "done")
