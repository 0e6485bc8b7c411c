"""What may be taller than the window scrolls, by the wheel and without a frame."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class _Scrolled(QScrollArea):
    """Keeps what has the keyboard in sight."""

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            # What was only just shown has no place before it is laid out.
            QTimer.singleShot(0, now, lambda: self.ensureWidgetVisible(now, 0, 24))


def scrolled(inside: QWidget) -> QScrollArea:
    """An area that shows a widget at its own width, scrolls it up and down where it must, and follows the keyboard."""
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
