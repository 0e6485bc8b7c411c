"""A problem as a person meets it: its code, one sentence, its place, and the shortest path that shows it."""

from dataclasses import dataclass

from scripts_library.check.limits import Severity
from scripts_library.places import Place
from scripts_library.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that would go wrong in a call.

    `witness` are the moves of the shortest call that shows it: a step, “what the customer says”, `/card`, `/` (back
    from the card), and at the end `[outcome]`; empty where no path shows it. A warning blocks no publication.
    """

    code: str
    sentence: Sentence
    place: Place
    witness: tuple[str, ...] = ()
    severity: Severity = "problem"

    def in_language(self, language: str) -> str:
        """Place, code and sentence on one line, in `zh` or `en`, and the path where one shows it."""
        told = f"{self.place}: {self.code} {self.sentence.in_language(language)}"
        return f"{told} ({' → '.join(self.witness)})" if self.witness else told
