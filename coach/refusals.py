"""What a call refuses, each in a sentence that names what would have been possible."""

from collections.abc import Callable, Iterable
from functools import reduce

from scripts_library.sentences import Refusal, Sentence

_MOST_LISTED = 40
_QUOTED = 40  # characters of what was asked for that a sentence repeats


class NotOffered(Refusal):
    """This cannot happen here; `offered` names what can: replies, cards, steps, outcomes."""

    def __init__(self, wanted: str, offered: Iterable[str]) -> None:
        self.wanted = wanted
        self.offered = tuple(offered)
        quoted = wanted if len(wanted) <= _QUOTED else f"{wanted[:_QUOTED]}…"
        super().__init__(_not_offered(quoted, self.offered))


class NotPossible(NotOffered):
    """This cannot happen now; `offered` are the names of the events that can: `went_on`, `heard 2`."""

    def __init__(self, wanted: str, offered: Iterable[str], why: str | None = None) -> None:
        super().__init__(wanted, offered)
        self.why = why
        self.sentence = self.told(_event)

    def told(self, event: Callable[[str], str | Sentence]) -> Sentence:
        """The sentence, with each event as it is called where it is read."""
        said = event(self.wanted)
        wanted_here = said if self.why is None else Sentence("coach:closed", reply=said, why=self.why)
        return _not_offered(wanted_here, [event(one) for one in self.offered])


class NeedsMissing(Refusal):
    """Something is still needed before this reply or outcome; `missing` are field ids."""

    def __init__(self, wanted: str, missing: Iterable[str], titles: Iterable[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(Sentence("coach:needs_missing", wanted=wanted, missing=listed(tuple(titles))))


def listed(items: Iterable[str | Sentence]) -> str | Sentence:
    """At least one thing, or several, as each language lists them; of very many the first and how many more."""
    every = tuple(items)
    said = reduce(lambda before, item: Sentence("coach:and_also", before=before, item=item), every[:_MOST_LISTED])
    more = len(every) - _MOST_LISTED
    return said if more <= 0 else Sentence("coach:and_more", before=said, number=more)


def _not_offered(wanted: str | Sentence, offered: Iterable[str | Sentence]) -> Sentence:
    choices = tuple(offered)
    if not choices:
        return Sentence("coach:nothing_offered", wanted=wanted)
    return Sentence("coach:not_offered", wanted=wanted, offered=listed(choices))


def _event(event: str) -> Sentence:
    kind, _, number = event.partition(" ")
    return Sentence(f"coach:can_{kind}", number=number)
