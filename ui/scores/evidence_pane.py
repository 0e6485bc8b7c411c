"""What is behind one number: the lists to look through, and the rows that lead into calls."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.card import Card
from ui.parts.elided import Elided
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.parts.rows import Rows
from ui.scores.behind import Shown, Way

_PAGE = 50


class EvidencePane(Card):
    """Says `opened` with the evidence that was chosen, and `closed`."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(14, 12), gap=8)
        self.setObjectName("evidence_pane")
        self._title = Elided(size=1.05, bold=True)
        self._close = KeyButton("evidence_close", look="plain", key_first=False, padding=(8, 5), size=0.95)
        self._close.clicked.connect(self.closed)
        self._chips: list[KeyButton] = []
        self._ways: tuple[Way, ...] = ()
        self._at = 0
        self._shown: list[Shown] = []
        self._rows = Rows("evidence_row")
        self._rows.opened.connect(self._opened)
        self._rows.wants_more.connect(self._read_on)
        holder = QWidget()
        self._flow = Flow(holder, gap=6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.rows.addLayout(head)
        self.rows.addWidget(holder)
        self.rows.addWidget(self._rows, 1)

    @property
    def shown(self) -> Sequence[Shown]:
        """The evidence that was read so far."""
        return tuple(self._shown)

    def show_evidence(self, title: str, ways: tuple[Way, ...], at: int = 0) -> None:
        """Shows the lists behind a number, the first of them opened."""
        self._title.setText(title)
        self._close.show_words(self.tr("Close"), key="Esc")
        self._ways, self._at = ways, at
        while len(self._chips) < len(ways):
            self._add_chip()
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(ways))
            if place < len(ways):
                following = place == (at + 1) % len(ways) and len(ways) > 1
                chip.show_words(f"{ways[place].title} {ways[place].count}", key="Tab" if following else "")
                chip.set_chosen(place == at)
        self._shown = list(ways[at].read(0, _PAGE))
        self._rows.show_rows([one.row for one in self._shown], current=0)

    def take(self, key: str) -> bool:
        """Whether a key does something here."""
        if key == "escape":
            self.closed.emit()
            return True
        if key in {"tab", "backtab"} and self._ways:
            self._turn_to((self._at + (1 if key == "tab" else -1)) % len(self._ways))
            return True
        return self._rows.take(key)

    def _turn_to(self, at: int) -> None:
        self.show_evidence(self._title.text(), self._ways, at)

    def _read_on(self) -> None:
        way = self._ways[self._at]
        if len(self._shown) < way.count:
            further = way.read(len(self._shown), len(self._shown) + _PAGE)
            self._shown += further
            self._rows.append([one.row for one in further])

    def _opened(self, index: int) -> None:
        self.opened.emit(self._shown[index])

    def _add_chip(self) -> None:
        place = len(self._chips)
        chip = KeyButton(f"evidence_way_{place + 1}", key_first=False, padding=(10, 5), size=0.92)
        chip.clicked.connect(lambda: self._turn_to(place))
        self._chips.append(chip)
        self._flow.addWidget(chip)
