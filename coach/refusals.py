"""What a call refuses, each in a sentence that names what would have been possible."""

from collections.abc import Iterable

from scripts_library.sentences import Refusal, Sentence


class NotOffered(Refusal):
    """This cannot happen here; `offered` names what can."""

    def __init__(self, wanted: str, offered: Iterable[str]) -> None:
        self.wanted = wanted
        self.offered = tuple(offered)
        super().__init__(Sentence("coach:not_offered", wanted=wanted, offered=", ".join(self.offered)))


class NeedsMissing(Refusal):
    """Something is still needed before this reply or outcome; `missing` are field ids."""

    def __init__(self, wanted: str, missing: Iterable[str], titles: Iterable[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(Sentence("coach:needs_missing", wanted=wanted, missing=", ".join(titles)))
