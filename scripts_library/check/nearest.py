"""«Perhaps you meant …»: the id that an unknown one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

from scripts_library.sentences import Sentence


def nearest(wanted: str, known: Iterable[str]) -> Sentence | str:
    """A few words that name the id which comes nearest; empty where none is near."""
    close = get_close_matches(wanted[:100], list(known), n=1)
    return Sentence("scripts_library:perhaps", near=close[0]) if close else ""
