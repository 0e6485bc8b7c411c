"""What the customer objected in this call, and how it was answered."""

from coach.call import Call
from scripts_library.expressions import Piece, words
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.titles import plain_text
from ui.parts.visible import show_if


class RaisedHere(Card):
    """Each card that was raised, with the last answer that showed; nothing at all where none was."""

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._title = Label(tone="quiet", size=0.92)
        self._words = Label(wraps=True)
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._words)

    def show_call(self, call: Call) -> None:
        """Shows what was raised on the effective path."""
        self._title.setText(self.tr("Raised in this call"))
        rows = [f"{title}: {answer}" for title, answer in answered_here(call)]
        self._words.setText("\n".join(rows))
        show_if(self, bool(rows))


def answered_here(call: Call) -> tuple[tuple[str, str], ...]:
    """The cards that were raised, by title, each with the words of its last answer that showed."""
    language = call.release.script.language
    shown: dict[str, tuple[Piece, ...]] = {}
    for point in call.path:
        if point.shows is not None:
            answer = call.release.cards[point.shows.card].answers[point.shows.answer]
            shown[point.shows.card] = words(answer.says).pieces(call.knows, language)
    return tuple((call.release.cards[card].title, plain_text(call.release, said)) for card, said in shown.items())
