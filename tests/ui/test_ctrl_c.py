"""Ctrl-C in the terminal that the window was started from: it closes as by its own button, whatever it is doing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
from ui.ctrl_c import close_on_ctrl_c

class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)

    def closeEvent(self, event):
        print("what was typed is kept", flush=True)

application = QApplication([])
close_on_ctrl_c(application)
window = Window()
window.show()
print("over", application.exec(), flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as Linux and macOS have them")


def painted(repository: Path) -> "subprocess.Popen[str]":
    """A window that has been painted and waits for whatever comes."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    command = [sys.executable, "-W", "error", "-c", WINDOW]
    pipe = subprocess.PIPE
    window = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment, cwd=repository)
    assert window.stdout is not None
    assert window.stdout.readline() == "painted\n"
    return window


@pytest.mark.usefixtures("ctrl_c")
def test_it_closes_the_window_and_ends_the_program(repository: Path) -> None:
    window = painted(repository)
    window.send_signal(signal.SIGINT)
    out, err = window.communicate(timeout=60)
    assert out.removeprefix("painted\n") == "what was typed is kept\nover 0\n"
    assert "Traceback" not in err


@pytest.mark.usefixtures("ctrl_c")
def test_a_window_that_was_started_in_the_background_takes_none_of_it(repository: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    window = painted(repository)
    window.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        window.wait(1)
    window.kill()
    assert "Traceback" not in window.communicate()[1]
