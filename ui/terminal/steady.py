"""Text that moves nothing on a terminal: not the cursor, and not the order of the rest of the line."""

import unicodedata

from scripts_library.text import clean

# What turns the writing of all that follows round, by its bidirectional class. Arabic and Hebrew themselves stay.
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def steady(text: str) -> str:
    """The text without control characters and without what turns the line round."""
    return "".join(sign for sign in clean(text) if unicodedata.bidirectional(sign) not in _TURNS)
