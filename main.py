"""The command line: the window without arguments, the terminal's commands with them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scripts_library.sentences import Sentence
    from ui.toured import Toured

REFUSED = 2
STOPPED = 130


def main(arguments: Sequence[str]) -> int:
    """Open the window, or run a command, and give the exit code.

    Click is not loaded on the way to the window; where no display can be reached the tour is played instead.
    """
    try:
        return _command(arguments) if arguments else _opened()
    except KeyboardInterrupt:  # while all this was being loaded; a command and the window stop by themselves
        from scripts_library.sentences import Sentence

        sys.stderr.write(_told(Sentence("ui.terminal:stopped")))
        return STOPPED


def _opened() -> int:
    from pathlib import Path

    from scripts_library.sentences import Refusal

    chosen = os.environ.get("HUASHU_DB", "").strip()
    try:
        return _window(Path(chosen) if chosen else None)
    except Refusal as refusal:
        sys.stderr.write(_told(refusal.sentence))
        return REFUSED


def _window(database: Path | None) -> int:
    from ui.quick_start import quicken, settle

    quicken()
    from ui.app import run
    from ui.display import NoDisplay

    try:
        return run(database)
    except NoDisplay as none:
        settle()
        sys.stdout.write(_told(none.sentence))
        return _command(["tour"])


def _command(arguments: Sequence[str]) -> int:
    from ui.terminal.program import run

    return run(arguments, window=_window, tour=_tour)


def _tour(folder: Path, language: str) -> Toured:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.tour.touring import tour

    return tour(folder, language)


def _told(sentence: Sentence) -> str:
    from ui.terminal.session import system_language
    from ui.terminal.steady import steady

    return steady(sentence.in_language(system_language())) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
