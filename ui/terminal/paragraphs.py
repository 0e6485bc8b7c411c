"""Text broken into lines that fit a terminal, in Chinese too, where a line may break between any two characters."""

import re
from collections.abc import Iterator

from ui.terminal.tables import width

# A word, or one Chinese sign, each with the marks that close it; a line never begins with such a mark.
_PARTS = re.compile(r"(?:[\u2e80-\u9fff]|[^\s\u2e80-\u9fff\u3001-\u303f\uff01-\uff5e]+)[」』）、。，；：！？]*|\S|\s+")


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The lines of a paragraph; one that begins with a space is set as it is, and stays."""
    if not text.strip() or text.startswith(" "):
        yield text.rstrip()
        return
    line = ""
    for part in _PARTS.findall(text):
        if line and width(line + part.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += part if line else part.lstrip()
    yield line.rstrip()
