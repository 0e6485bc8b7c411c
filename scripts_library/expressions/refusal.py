"""What words, conditions and formulas refuse, with the place in the source."""

from scripts_library.sentences import Refusal, Sentence


class NotAllowed(Refusal, ValueError):
    """These words, this condition or this formula cannot be used as written; the sentence says why.

    `line` and `column` count from 1 within the source.
    """

    def __init__(self, sentence: Sentence, source: str, place: int) -> None:
        super().__init__(sentence)
        before = source[:place]
        self.line = before.count("\n") + 1
        self.column = place - (before.rfind("\n") + 1) + 1


def near(source: str, place: int) -> str:
    """The few characters that stand at a place, for a sentence to quote."""
    rest = source[place : place + 24].split("\n", maxsplit=1)[0].strip()
    return rest or source[max(0, place - 12) : place].strip()
