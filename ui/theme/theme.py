"""Light or dark: as the system has it, or as the person chose."""

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.colours import DARK, LIGHT, palette
from ui.theme.fonts import with_chinese
from ui.theme.style_sheet import style_sheet

Choice = Literal["system", "light", "dark"]
STYLE = ("-style", "fusion")  # for the application's arguments: to set it later makes Python a class of all its parts


class Theme(QObject):
    """Dresses the application. One per application, owned by it; follows the system until a person chooses."""

    def __init__(self, application: QApplication, choice: Choice = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice: Choice = choice
        application.setFont(with_chinese(application.font()))
        self._system = application.styleHints().colorScheme()
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def choice(self) -> Choice:
        """What was chosen; `system` follows the system."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Takes a theme, now and in place."""
        self._choice = choice
        self._dress()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._dress()

    def _dress(self) -> None:
        by_system = self._system == Qt.ColorScheme.Dark
        colours = DARK if self._choice == "dark" or (self._choice == "system" and by_system) else LIGHT
        made = palette(colours)
        if made == self._application.palette() and self._application.styleSheet():
            return
        self._application.setPalette(made)
        self._application.setStyleSheet(style_sheet(colours))
