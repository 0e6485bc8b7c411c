"""From the bytes of a file to text that the YAML parser can be trusted with."""

import re
from itertools import islice

from scripts_library.reading.faults import MOST_FAULTS, Faults

MOST_BYTES = 1_000_000

# What YAML calls printable, less the byte order mark; the parser would stop at the first other character.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# Tens of thousands of `%TAG` lines keep the parser busy for seconds.
_DIRECTIVE = re.compile("^%.*", re.MULTILINE)


def decoded(data: bytes, faults: Faults) -> str | None:
    """The text of a file; None where it is too large or no UTF-8 (a byte order mark is passed over)."""
    if len(data) > MOST_BYTES:
        faults.add(None, "", "file_too_large", most=f"{MOST_BYTES:,}")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.add(line, "", "not_utf_8")
        return None
    return _without(_UNPRINTABLE, "control_character", _without(_DIRECTIVE, "directive", text, faults), faults)


def _without(pattern: re.Pattern[str], code: str, text: str, faults: Faults) -> str:
    """Report what the pattern finds, and take it out so that the rest can be read."""
    cleaned, number = pattern.subn("", text)
    line, seen = 1, 0
    for found in islice(pattern.finditer(text), MOST_FAULTS):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        faults.add(line, "", code, character=f"U+{ord(found[0][0]):04X}")
    faults.more += max(number - MOST_FAULTS, 0)
    return cleaned
