"""The display that the window shows on: the one that Qt takes; where it reaches none, that is said and nothing ends."""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from scripts_library.sentences import Refusal, Sentence

_PLATFORM = "QT_QPA_PLATFORM"
_OFFSCREEN = "offscreen"


class NoDisplay(Refusal):
    """No window can be seen from here. The application is there all the same, and draws offscreen."""


def on_a_display(arguments: Sequence[str]) -> QApplication:
    """The application of a window that can be seen. Raises `NoDisplay`.

    Qt aborts the program where it reaches none of the platforms that it tries, so on Linux it gets one more that it
    always reaches; what it says of those before is not said.
    """
    if sys.platform != "linux":
        return QApplication(list(arguments))
    asked = os.environ.get(_PLATFORM, "")
    tried = asked or _by_itself()
    os.environ[_PLATFORM] = f"{tried};{_OFFSCREEN}"
    QLoggingCategory.setFilterRules("qt.qpa.*=false")
    application = QApplication(list(arguments))
    QLoggingCategory.setFilterRules("")
    if application.platformName() == _OFFSCREEN and _OFFSCREEN not in tried:
        raise NoDisplay(_why(asked))
    return application


def _by_itself() -> str:
    """What Qt tries where nobody says."""
    wayland = "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return "wayland;xcb" if wayland else "xcb"


def _why(asked: str) -> Sentence:
    display = asked or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return Sentence("ui:display_not_reached", display=display) if display else Sentence("ui:no_display")
