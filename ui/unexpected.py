"""The one road for the unexpected: from any thread a signal, in the log the place and no word about a person."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger("huashu")
_ROOT = Path(__file__).resolve().parent.parent


class Unexpected(QObject):
    """Says `happened` for every exception that nobody expected. Touches no widget: it may run on any thread."""

    happened = Signal()

    def watch(self) -> None:
        """Takes over what Python does with exceptions that nobody caught."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("%s at %s", kind.__name__, " < ".join(places(trace)))
        self.happened.emit()


def places(trace: TracebackType | None) -> list[str]:
    """Where it happened, innermost first: files and lines, and nothing of what they worked on."""
    frames = reversed(traceback.extract_tb(trace))
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else path.name
