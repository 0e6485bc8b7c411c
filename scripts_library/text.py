"""The one cleaner of text: everything that comes in from outside passes through it."""

import re
from functools import cache

# NUL, the control characters but tab and line feed (NEL is a line break and stays), lone surrogates, and what turns
# the direction of the words after it; the joiners of an emoji stay.
_FORBIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def clean(text: str) -> str:
    r"""Text that every store, file and screen takes: no control characters, no lone surrogates, `\n` ends a line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else _forbidden().sub("", text)


def is_clean(text: str) -> bool:
    """Whether there is nothing in a text that must not be kept."""
    return text.isprintable() or _forbidden().search(text) is None


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile(_FORBIDDEN)
