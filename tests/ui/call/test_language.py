"""Chinese and English, switched in place in the middle of a call; the script keeps its own language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.desk import Desk
from ui.language import speak, spoken
from ui.rail import RailButton

KEY = Qt.Key


def seen(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())


def test_the_language_changes_in_mid_call_and_nothing_else_does(desk: Desk, bare: QApplication) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "1")
    desk.write("三点")
    trail, says = desk.call.trail, desk.says()
    assert "客户与记录" in seen(desk)
    speak(bare, "en")
    QApplication.processEvents()
    assert spoken() == "en"
    assert "Customer and notes" in seen(desk)
    assert "客户与记录" not in seen(desk)
    assert desk.button("end_call").text() == "End"
    assert desk.button("hung_up").accessibleName() == "The customer hung up"
    assert (desk.call.trail, desk.says()) == (trail, says)
    field = desk.shown("field_meeting_time")
    assert QApplication.focusWidget() is field
    assert field.property("text") == "三点"  # what was being typed is still there
    desk.press(KEY.Key_Return)
    assert desk.step == "place"
    assert desk.find("field_meeting_day").property("text") == "Thu 26 Nov"
    speak(bare, "zh")
    QApplication.processEvents()
    assert desk.find("field_meeting_day").property("text") == "11月26日 周四"
    assert "客户与记录" in seen(desk)


def test_the_switch_is_a_key_and_a_button(desk: Desk, bare: QApplication) -> None:
    wanted: list[str] = []
    desk.window.language_wanted.connect(wanted.append)
    desk.control(KEY.Key_L)
    desk.click("switch_language")
    assert wanted == ["en", "en"]
    assert isinstance(desk.find("switch_language"), RailButton)


def test_a_sentence_of_the_core_speaks_the_language_of_the_window(desk: Desk, bare: QApplication) -> None:
    desk.dial(customer__referrer="")
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "1")
    day = desk.shown("field_meeting_time")
    for language, words in (("zh", "25"), ("en", "25")):
        speak(bare, language)
        assert isinstance(day, QLineEdit)
        day.clear()
        desk.press(*"25:00", KEY.Key_Return)
        reason = desk.shown("field_meeting_time_reason")
        assert isinstance(reason, QLabel)
        assert words in reason.text()
        assert reason.text().isascii() == (language == "en")
