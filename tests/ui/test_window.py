"""The frame: pages made when they are first shown, keys that change them, a strip that never moves anything."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.pages import Page, PageKind
from ui.parts.note_edit import NoteEdit
from ui.strip import Strip
from ui.theme.theme import Theme
from ui.window import Window

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Noting(Page):
    """A page with a note on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.note = NoteEdit(f"{name}_note", self)
        self.kept: list[str] = []
        self.note.written.connect(self.kept.append)

    def arrive(self) -> None:
        self.note.setFocus()

    def leave(self) -> None:
        self.note.settle()


def two_pages(qtbot: QtBot) -> tuple[Window, list[Noting]]:
    made: list[Noting] = []

    def kind(name: str) -> PageKind:
        def make() -> Page:
            made.append(Noting(name))
            return made[-1]

        return PageKind(name, "call", lambda: name, make)

    window = Window([kind("one"), kind("two")])
    qtbot.addWidget(window)
    window.show_page("one")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, made


def test_a_page_is_made_when_it_is_first_shown(qtbot: QtBot, dressed: Theme) -> None:
    window, made = two_pages(qtbot)
    assert len(made) == 1
    button = window.findChild(QWidget, "page_two")
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.page is made[1]
    QTest.keyClick(made[1].note, KEY.Key_1, CONTROL)
    assert window.page is made[0]
    assert len(made) == 2
    del dressed


def test_only_pages_that_exist_stand_on_the_rail(qtbot: QtBot, dressed: Theme) -> None:
    window, made = two_pages(qtbot)
    names = [child.objectName() for child in window.findChildren(QWidget) if child.objectName().startswith("page_")]
    assert names == ["page_one", "page_two"]
    QTest.keyClick(made[0].note, KEY.Key_3, CONTROL)
    assert window.page is made[0]
    made[0].page_wanted.emit("nowhere")
    assert window.page is made[0]
    del dressed


def test_what_is_being_composed_is_committed_before_the_page_changes(qtbot: QtBot, dressed: Theme) -> None:
    window, made = two_pages(qtbot)
    QApplication.sendEvent(made[0].note, QInputMethodEvent("晚上七点", []))
    QTest.keyClick(made[0].note, KEY.Key_2, CONTROL)
    assert window.page is made[1]
    assert made[0].kept == ["晚上七点"]
    del dressed


def test_the_strip_speaks_and_nothing_moves(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    places = {child.objectName(): child.geometry() for child in desk.window.findChildren(QWidget) if child.isVisible()}
    desk.page.told.emit("时间不对" * 40, True)
    QApplication.processEvents()
    after = {child.objectName(): child.geometry() for child in desk.window.findChildren(QWidget) if child.isVisible()}
    assert after == places
    assert desk.window.strip.text.startswith("时间不对")


def test_the_strip_falls_silent(qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.say("已保存")
    assert strip.text == "已保存"
    strip.be_quiet()
    assert strip.text == ""


def test_the_compact_window_keeps_the_words_the_replies_and_the_finder(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1")
    desk.control(KEY.Key_M)
    qt = desk.window
    assert (qt.width(), qt.height()) == (420, 640)
    assert qt.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    for name in ("say", "reply_1", "reply_6", "objection_finder", "end_call", "timer"):
        assert desk.find(name).isVisible(), name
    for name in ("trail", "stage_bar", "page_call"):
        assert not desk.find(name).isVisible(), name
    desk.click("reply_1")
    assert desk.step == "purpose"
    desk.click("window_size")
    assert not qt.compact
    assert desk.find("trail").isVisible()


def test_a_field_that_is_asked_for_shows_in_the_compact_window_too(desk: Desk, qtbot: QtBot) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1")
    desk.control(KEY.Key_M)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.page)
    desk.press("1")
    assert QApplication.focusWidget() is desk.shown("field_meeting_time")
    assert not desk.find("field_meeting_place").isVisible()
    desk.press("3", KEY.Key_Return)
    assert desk.step == "place"
    desk.press(KEY.Key_Backspace)
    assert not desk.find("field_meeting_time").isVisible()  # it is full, and the words need the room
    desk.press(KEY.Key_Tab)
    assert QApplication.focusWidget() is desk.shown("field_meeting_time")
