"""What stands in the window before there is a book: the recovery code of a new one, or why it cannot be opened."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages import Page
from ui.parts.card import Card
from ui.parts.centred import centre
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.strip import Strip

_WIDEST = 680
_SEEN_MS = 500  # what shows only once is not sent away by a key that was meant for something before


class Notice(QWidget):
    """A window of one page and a strip."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # a recovery code is not kept longer than it shows
        self._page = page
        self.strip = Strip()
        page.told.connect(lambda text, warning: self.strip.say(text, "warning" if warning else "done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 4)
        column.addWidget(page, 1)
        column.addWidget(self.strip)
        self.setWindowTitle(self.tr("Huashu Coach"))
        self.resize(860, 600)
        self.show()
        page.arrive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._page.take_key(event):
            super().keyPressEvent(event)


class NewBook(Page):
    """Shows the recovery code of a new book, this once. Says `noted` when the person has it.

    Where backups lie beside the new book, somebody has lost the one that they were made of, and is told so.
    """

    noted = Signal()

    def __init__(self, code: str, *, beside_backups: bool = False) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._code = code
        self._stands = QElapsedTimer()
        self._stands.start()
        shown = Label(code, size=1.5, bold=True, wraps=True)
        shown.setObjectName("recovery_code")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title = Label(size=1.5, bold=True)
        self._words = Label(tone="quiet", size=1.1, wraps=True)
        self._copy = KeyButton("copy_code", padding=(16, 11))
        self._copy.clicked.connect(self.copy_code)
        self._go_on = KeyButton("begin", look="main", padding=(16, 11))
        self._go_on.clicked.connect(self.noted)
        sheet = _sheet(self)
        self._lost = Label(tone="warning", size=1.1, wraps=True)
        self._lost.setObjectName("beside_backups")
        for part in (self._lost, self._title, self._words, shown, self._copy, self._go_on):
            sheet.rows.addWidget(part)
        self._lost.setVisible(beside_backups)
        self.show_words()

    def show_words(self) -> None:
        """Says what the code is for."""
        self._lost.setText(
            self.tr(
                "There was a database here before: its backups are here, and this new one is empty. "
                "To go back to it, close this window and restore a backup with db restore in the terminal."
            )
        )
        self._title.setText(self.tr("Your recovery code"))
        self._words.setText(
            self.tr("It opens your data if the key of this computer is lost. Print it or write it down now.")
        )
        self._copy.show_words(self.tr("Copy"), key="Ctrl C")
        self._go_on.show_words(self.tr("I have it, begin"), key=self.tr("Enter"))

    def copy_code(self) -> None:
        """Puts the code on the clipboard, to be printed."""
        QGuiApplication.clipboard().setText(self._code)
        self.told.emit(self.tr("The code is copied."), False)

    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            if self._stands.hasExpired(_SEEN_MS):
                self.noted.emit()
            return True
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_code()
            return True
        return False


class CannotOpen(Page):
    """Shows why the book cannot be opened. Says `code_given` with a recovery code, where one would open it."""

    code_given = Signal(str)

    def __init__(self, sentence: str, *, asks_code: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = Label(self.tr("Your data cannot be opened"), size=1.5, bold=True)
        words = Label(sentence, tone="warning", size=1.1, wraps=True)
        words.setObjectName("why")
        self._code = Entry("recovery_code_entry")
        self._code.setPlaceholderText(self.tr("recovery code"))
        self._code.setAccessibleName(self._code.placeholderText())
        self._code.setVisible(asks_code)
        self._code.entered.connect(self._give)
        self._open = KeyButton("open_with_code", look="main", padding=(16, 11))
        self._open.show_words(self.tr("Open with the code"), key=self.tr("Enter"))
        self._open.setVisible(asks_code)
        self._open.clicked.connect(self._give)
        sheet = _sheet(self)
        for part in (title, words, self._code, self._open):
            sheet.rows.addWidget(part)

    def arrive(self) -> None:
        self._code.setFocus()

    def _give(self) -> None:
        code = self._code.text().strip()
        if code:
            self.code_given.emit(code)


def _sheet(page: Page) -> Card:
    sheet = Card(margins=(34, 30), gap=16)
    sheet.setMaximumWidth(_WIDEST)
    centre(page, sheet)
    return sheet
