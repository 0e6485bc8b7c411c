"""Dialling: the number for the softphone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.desk import Desk

KEY = Qt.Key


@pytest.mark.parametrize("by_mouse", [False, True])
def test_the_number_is_copied_for_the_softphone(desk: Desk, by_mouse: bool) -> None:
    desk.dial()
    if by_mouse:
        desk.click("copy_phone")
    else:
        desk.control(KEY.Key_C)
    assert QGuiApplication.clipboard().text() == "13812345678"
    assert desk.window.strip.text == "号码已复制。"


def test_without_a_number_nothing_is_copied_and_nothing_said(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("客户的地址")
    desk.dial(customer__phone="")
    desk.control(KEY.Key_C)
    assert QGuiApplication.clipboard().text() == "客户的地址"
    assert desk.window.strip.text == ""
