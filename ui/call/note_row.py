"""The note of the call: wherever it stands on the page, it is the same one."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.call import Call
from ui.parts.key_button import KeyButton
from ui.parts.note_edit import NoteEdit

_HEIGHT = 76


class NoteRow(QWidget):
    """A place for the note, with its title and its key."""

    def __init__(self, name: str, note: NoteEdit) -> None:
        super().__init__()
        self.note = note
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key = KeyButton(name, look="plain", key_first=False, padding=(0, 3), size=0.95)
        self._key.clicked.connect(self.write)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._key)
        top.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(top)

    def take_note(self) -> None:
        """Takes the note to this place."""
        if self._column.indexOf(self.note) < 0:
            self._column.addWidget(self.note)
            self.note.setFixedHeight(_HEIGHT)
            self.note.show()

    def write(self) -> None:
        """Puts the keyboard into the note, wherever there is room for it."""
        self.show()
        self.note.show()
        self.note.setFocus()

    def show_call(self, call: Call) -> None:
        """Shows the note of a call."""
        self.take_note()
        self._key.show_words(self.tr("Note"), key="Ctrl N")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What the script has no field for"))
        self.note.show_note(call.note)
