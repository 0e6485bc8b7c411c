"""Showing and hiding: only where it changes something, since each costs Qt a walk through all that is inside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, shown: bool) -> None:
    """Shows a widget, or hides it. One that nobody ever hid would show with what it stands in, so it is hidden."""
    said = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if not said or widget.isHidden() == shown:
        widget.setVisible(shown)
