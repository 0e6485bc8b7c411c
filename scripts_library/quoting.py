"""How a text is written in YAML so that every reader takes it for that text: bare if it can be, else quoted."""

import re

# Characters that may stand in a file as they are; tab, NEL, LS, PS and the byte order mark are written as escapes.
_RAW = re.compile("[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")

# What another reader of YAML takes for a number, a day, a yes or nothing.
_NO_TEXT = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|=|<<)"
    r"|[-+]?\.?[0-9][0-9_.,]*([eE][-+]?[0-9]+)?"
    r"|[-+]?0[xXoObB][0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(:[0-9]+)+(\.[0-9]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*:.*:.*)?"
    r"|[-+]?\.(?i:inf|nan)"
)
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")  # the same text again, whoever takes it for a number
_FIRST = set("-?:,[]{}#&*!|>'\"%@`")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}


def scalar(text: str, *, flow: bool) -> str:
    """A text on one line; within `[]` and `{}` (`flow`) commas and brackets need quotes too."""
    if _bare(text, flow=flow):
        return text
    if ('"' in text or "\\" in text) and _RAW.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def lines(text: str) -> list[str] | None:
    """A text of several lines as a block: its header, then its lines, unindented. None where only quotes will do."""
    body = text.removesuffix("\n").split("\n")
    if "\n" not in text or not text.strip() or not all(_RAW.fullmatch(line.replace("\t", "")) for line in body):
        return None
    indented = "2" if text[0] in " \t\n" else ""
    ending = "" if text.endswith("\n") else "-"
    return [f"|{indented}{'+' if text.endswith(chr(10) * 2) else ending}", *body]


def _bare(text: str, *, flow: bool) -> bool:
    return _WHOLE.fullmatch(text) is not None or not (
        not text
        or text != text.strip()
        or text[0] in _FIRST
        or ": " in text
        or text.endswith(":")
        or " #" in text
        or (flow and any(sign in text for sign in ",[]{}?"))
        or _NO_TEXT.fullmatch(text)
        or not _RAW.fullmatch(text)
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if _RAW.fullmatch(character) else f"\\u{ord(character):04X}"
