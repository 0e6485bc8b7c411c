"""What is typed or piped in, line by line, whatever it is: nothing of it stops the program, little of it is held."""

import io
import re
from collections.abc import Iterator
from typing import TextIO

LONGEST = 10_000  # characters of a line; nobody types more, and a file without line ends has no end
_NO_TEXT = re.compile("[\ud800-\udfff]")


def is_text(typed: str) -> bool:
    """Whether what was typed is text: bytes that are none stand in it as lone surrogates."""
    return _NO_TEXT.search(typed) is None


def typed_lines(stdin: TextIO | None) -> Iterator[str]:
    """The lines, without their ends, whether they are text or not.

    A longer line than `LONGEST` is cut off after one character more, so that it can be told from one that is not.
    """
    if stdin is None:  # the program was started without an input
        return
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(errors="surrogateescape")
    mark = "\ufeff"  # which editors put before the first line
    while line := stdin.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not rest.endswith("\n"):
            rest = stdin.readline(LONGEST + 1)
        yield line.removeprefix(mark).rstrip("\r\n")
        mark = ""
