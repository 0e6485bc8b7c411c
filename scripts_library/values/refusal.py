"""What is no value of its type, in a sentence that says why and what would do."""

from scripts_library.sentences import Refusal, Sentence

_QUOTED = 40  # characters of what was typed that a sentence repeats


class NotAValue(Refusal):
    """This text is no such value; the sentence says why and what would do."""


def not_a_value(code: str, text: str, /, **values: object) -> NotAValue:
    """The refusal of a text, which the sentence quotes shortened."""
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return NotAValue(Sentence(f"scripts_library:{code}", text=quoted, **values))
