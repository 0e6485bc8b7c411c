"""The one cleaner of text: everything that comes in from outside passes through it."""

import re

# NUL, the control characters but tab and line feed (NEL is a line break and stays), lone surrogates.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Text that every store, file and screen takes: no control characters, no lone surrogates, `\n` ends a line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("", text)
