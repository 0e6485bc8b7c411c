"""One expression language: words, conditions and formulas, read once and run as closures of our own."""

from scripts_library.expressions.conditions import Condition, condition
from scripts_library.expressions.formulas import Formula, formula
from scripts_library.expressions.known import Known
from scripts_library.expressions.pieces import Gap, Pause, Piece, Text
from scripts_library.expressions.refusal import NotAllowed
from scripts_library.expressions.words import Words, plain, words

__all__ = [
    "Condition",
    "Formula",
    "Gap",
    "Known",
    "NotAllowed",
    "Pause",
    "Piece",
    "Text",
    "Words",
    "condition",
    "formula",
    "plain",
    "words",
]
