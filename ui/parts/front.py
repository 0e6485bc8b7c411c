"""How a window comes out from behind the others."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_to_front(window: QWidget) -> None:
    """Shows a window before all others, whatever they are, and gives it the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
