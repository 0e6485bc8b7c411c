"""Everything that a person acts on has its name for tests and a translated one for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.desk import Desk
from ui.language import speak

KEY = Qt.Key
TALKING = {
    "say",
    "hint",
    *(f"reply_{number}" for number in range(1, 10)),
    "reply_none",
    "back",
    "objection_finder",
    *(f"objection_{number}" for number in range(1, 9)),
    "stage_bar",
    "trail",
    "field_meeting_day",
    "note",
    "end_call",
    "timer",
    "hung_up",
}
DIALLING = {"answered", *(f"unanswered_{number}" for number in range(1, 8))}
ENDING = {
    "outcome_appointment",
    "outcome_do-not-call",
    *(f"intent_{letter}" for letter in "ABCD"),
    *(f"tag_{number}" for number in range(1, 9)),
    "checklist_meeting_day",
    "checklist_meeting_address",
    "note",
    "finish_call",
}


def to(desk: Desk, screen: str) -> None:
    desk.dial()
    if screen != "dialling":
        desk.press(KEY.Key_Return, "1")
    if screen == "ending":
        desk.control(KEY.Key_E)
        desk.press("1")


@pytest.mark.parametrize(("screen", "names"), [("dialling", DIALLING), ("talking", TALKING), ("ending", ENDING)])
def test_the_names_of_the_brief_are_there(desk: Desk, screen: str, names: set[str]) -> None:
    to(desk, screen)
    there = {widget.objectName() for widget in desk.window.findChildren(QWidget)}
    assert names <= there


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("screen", ["between", "dialling", "talking", "ending"])
def test_all_that_one_acts_on_is_named_for_a_screen_reader(
    desk: Desk, bare: QApplication, screen: str, language: str
) -> None:
    if screen != "between":
        to(desk, screen)
    speak(bare, language)
    QApplication.processEvents()
    acted_on = [
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for widget in desk.window.findChildren(kind)
        if widget.isVisible()
    ]
    assert acted_on
    nameless = [widget.objectName() or repr(widget) for widget in acted_on if not widget.accessibleName()]
    assert nameless == []
    assert all(widget.objectName() for widget in acted_on)


def test_no_name_is_there_twice(desk: Desk) -> None:
    to(desk, "ending")
    ours = [name for widget in desk.window.findChildren(QWidget) if (name := widget.objectName())]
    ours = [name for name in ours if not name.startswith(("qt_", "must_"))]
    assert [name for name in set(ours) if ours.count(name) > 1] == []


def test_nothing_guesses_rich_text(desk: Desk) -> None:
    desk.dial(customer__called="<b>李</b><img src=file:///etc/passwd>")
    desk.press(KEY.Key_Return)
    assert desk.says() == "您好，请问是<b>李</b><img src=file:///etc/passwd>吗？"
    labels = desk.window.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert not [widget for widget in desk.window.findChildren(QWidget) if widget.toolTip()]
