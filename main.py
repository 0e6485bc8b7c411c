"""The command line: the window without arguments, the terminal's commands with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scripts_library.sentences import Refusal, Sentence

if TYPE_CHECKING:
    from ui.toured import Toured


def main(arguments: Sequence[str]) -> int:
    """Open the window, or run a command, and give the exit code.

    Click is not loaded on the way to the window; without a display the tour is played instead.
    """
    if arguments:
        return _command(arguments)
    chosen = os.environ.get("HUASHU_DB", "").strip()
    try:
        return _window(Path(chosen) if chosen else None)
    except Refusal as refusal:
        from ui.terminal.session import system_language

        sys.stderr.write(refusal.sentence.in_language(system_language()) + "\n")
        return 2


def _window(database: Path | None) -> int:
    if not _has_display():
        from ui.terminal.session import system_language

        sys.stdout.write(Sentence("ui:no_display").in_language(system_language()) + "\n")
        return _command(["tour"])
    from ui.quick_start import quicken

    quicken()
    from ui.app import run

    return run(database)


def _command(arguments: Sequence[str]) -> int:
    from ui.terminal.program import run

    return run(arguments, window=_window, tour=_tour)


def _tour(folder: Path, language: str) -> Toured:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.tour.touring import tour

    return tour(folder, language)


def _has_display() -> bool:
    """Whether a window can be seen; on Linux that needs X or Wayland, or a platform that was asked for by name."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
