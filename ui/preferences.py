"""What a person likes: theme, language, size of the words, how a line is shown; kept beside the data, not in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from ui.theme.theme import Choice

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

Showing = Literal["words", "points", "prompts"]
SHOWINGS: tuple[Showing, ...] = get_args(Showing)
SMALLEST, LARGEST = 20, 28
_USUAL_SIZE = 22


class Preferences:
    """Kept in one small file. What somebody has written into it by hand and makes no sense counts as not chosen."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _kept(self) -> QSettings:
        from PySide6.QtCore import QSettings

        return QSettings(str(self._file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Choice:
        """`system`, `light` or `dark`."""
        kept = self._text("theme")
        return next((choice for choice in get_args(Choice) if choice == kept), "system")

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._kept.setValue("theme", choice)

    @property
    def language(self) -> str | None:
        """`zh` or `en`; None follows the system."""
        kept = self._text("language")
        return kept if kept in {"zh", "en"} else None

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def size(self) -> int:
        """The size of what is to be said, in points."""
        kept = self._text("size")
        return min(max(int(kept), SMALLEST), LARGEST) if kept.isdecimal() else _USUAL_SIZE

    @size.setter
    def size(self, points: int) -> None:
        self._kept.setValue("size", min(max(points, SMALLEST), LARGEST))

    @property
    def showing(self) -> Showing:
        """How a line is shown: its words, its points with the words small, or the prompts only."""
        kept = self._text("showing")
        return next((showing for showing in SHOWINGS if showing == kept), "words")

    @showing.setter
    def showing(self, showing: Showing) -> None:
        self._kept.setValue("showing", showing)

    def _text(self, name: str) -> str:
        # Whoever has chosen nothing has no file, and need not wait for one to be read.
        return str(self._kept.value(name, "")) if self._file.exists() or "_kept" in vars(self) else ""
