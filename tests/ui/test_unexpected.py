"""The one road for the unexpected: one sentence, from any thread, and no word about a person in the log."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QRunnable, QThreadPool
from pytestqt.qtbot import QtBot

from ui.unexpected import Unexpected


@pytest.fixture
def unexpected(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Unexpected:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = Unexpected()
    made.watch()
    del qtbot
    return made


def fail(name: str, phone: str) -> None:
    raise ValueError(f"{name} {phone}")


def caught() -> BaseException:
    try:
        fail("李雯", "13812345678")
    except ValueError as error:
        return error
    raise AssertionError


def test_the_log_tells_the_place_and_nothing_of_the_person(
    unexpected: Unexpected, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    error = caught()
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(unexpected.happened):
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ValueError at" in caplog.text
    assert "test_unexpected.py" in caplog.text
    assert "李雯" not in caplog.text
    assert "13812345678" not in caplog.text


def test_from_a_worker_it_is_a_signal_that_arrives_here(unexpected: Unexpected, qtbot: QtBot) -> None:
    heard: list[threading.Thread] = []

    class Hears(QObject):
        def hear(self) -> None:
            heard.append(threading.current_thread())

    hears = Hears()
    unexpected.happened.connect(hears.hear)

    class Works(QRunnable):
        def run(self) -> None:
            error = caught()
            sys.excepthook(type(error), error, error.__traceback__)

    with qtbot.waitSignal(unexpected.happened):
        QThreadPool.globalInstance().start(Works())
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]


def test_an_interrupt_by_the_keyboard_is_not_unexpected(
    unexpected: Unexpected, capsys: pytest.CaptureFixture[str]
) -> None:
    happened: list[bool] = []
    unexpected.happened.connect(lambda: happened.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not happened
    assert "KeyboardInterrupt" in capsys.readouterr().err
