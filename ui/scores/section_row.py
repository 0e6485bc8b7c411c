"""One section of the appraisal: its weight, its bar, its score, and a sentence an item with the way behind it."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.appraisal.exact import shown
from coach.appraisal.score import ItemScore, SectionScore
from coach.appraisal.spoken import of_item, spread
from ui.language import said, spoken
from ui.parts.elided import Elided
from ui.parts.label import Label
from ui.parts.line import Line
from ui.parts.link import Link
from ui.parts.visible import show_if
from ui.scores.bar import Bar

_TITLE = 112
_SCORE = 58
_PER_CENT = 100


class SectionRow(QWidget):
    """Says `evidence_wanted` with the id of an item."""

    evidence_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"section_{name}")
        self._title = Elided(size=1.05, bold=True)
        self._weight = Label(tone="quiet", size=0.95)
        self._bar = Bar()
        self._score = Label(size=1.25, bold=True)
        self._score.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._score.setMinimumWidth(_SCORE)
        self._spread = Label(tone="quiet", wraps=True)
        self._spread.setObjectName(f"spread_{name}")
        self._lines: list[tuple[Label, Link]] = []
        self._ids: list[str] = []
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title.setFixedWidth(_TITLE)
        head.addWidget(self._title)
        head.addWidget(self._weight)
        head.addWidget(self._bar, 1)
        head.addWidget(self._score)
        self._items = QGridLayout()
        self._items.setHorizontalSpacing(16)
        self._items.setVerticalSpacing(2)
        self._items.setColumnStretch(0, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 10, 0, 10)
        inner.setSpacing(4)
        inner.addLayout(head)
        inner.addLayout(self._items)
        inner.addWidget(self._spread)
        self._above = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addLayout(inner)

    def set_first(self, *, first: bool) -> None:
        """Every section but the first has a line above it."""
        self._above.setVisible(not first)

    def show_section(
        self,
        section: SectionScore,
        before: Fraction | None,
        links: Mapping[str, tuple[str, str]],
        *,
        graded: bool,
        narrow: bool,
    ) -> None:
        """Shows a section; `before` is its score a month ago, `links` are words and key of what is behind an item.

        Where there is a total (`graded`), what was left out says how its weight was spread.
        """
        self._title.setText(section.title)
        self._title.setMinimumWidth(_TITLE if not narrow else 72)
        self._weight.setText(self._weighed(section))
        self._weight.setVisible(not narrow)
        self._bar.show_score(section.score, before)
        self._score.setText("—" if section.score is None else shown(section.score))
        self.setAccessibleName(f"{section.title} {self._score.text()}  {self._weighed(section)}")
        told = [said(sentence) for sentence in spread(section)] if graded else []
        self._spread.setText(" ".join(told))
        show_if(self._spread, bool(told))
        self._ids = [item.id for item in section.items]
        while len(self._lines) < len(section.items):
            self._add_line()
        for place, (words, link) in enumerate(self._lines):
            known = place < len(section.items)
            if known:  # in its place before it shows: a widget without a parent would flash up as a window
                self._place(place, words, link, narrow=narrow)
                self._show_item(section.items[place], words, link, links)
            words.setVisible(known)
            link.setVisible(known and section.items[place].id in links)

    def _show_item(self, item: ItemScore, words: Label, link: Link, links: Mapping[str, tuple[str, str]]) -> None:
        between = "" if spoken() == "zh" else " "
        words.setText(between.join(said(sentence) for sentence in of_item(item)))
        link.setObjectName(f"evidence_{item.id}")
        if item.id in links:
            title, key = links[item.id]
            link.show_words(title, key=key, about=item.title)

    def _place(self, place: int, words: Label, link: Link, *, narrow: bool) -> None:
        """The way behind an item stands beside its words, or below them where there is no room."""
        top = Qt.AlignmentFlag.AlignTop
        self._items.addWidget(words, 2 * place, 0, 1, 2 if narrow else 1)
        if narrow:
            self._items.addWidget(link, 2 * place + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft | top)
        else:
            self._items.addWidget(link, 2 * place, 1, Qt.AlignmentFlag.AlignRight | top)

    def _weighed(self, section: SectionScore) -> str:
        """The weight in the plan; where others were left out, also what it came to weigh."""
        weight = self.tr("weight %1%").replace("%1", shown(section.weight * _PER_CENT))
        if section.score is None:
            return self.tr("not counted")
        if section.part != section.weight:
            return f"{weight} → {shown(section.part * _PER_CENT)}%"
        return weight

    def _add_line(self) -> None:
        place = len(self._lines)
        words = Label(tone="quiet", wraps=True)
        link = Link("evidence")
        link.clicked.connect(lambda: self.evidence_wanted.emit(self._ids[place]))
        self._lines.append((words, link))
