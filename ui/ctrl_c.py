"""Ctrl-C in the terminal that the window was started from: the window closes as by its own button."""

import os
import signal

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication


def close_on_ctrl_c(application: QApplication) -> None:
    """From now on Ctrl-C closes the windows and lets the program end; what was being typed is kept first."""
    if signal.getsignal(signal.SIGINT) not in {signal.default_int_handler, signal.SIG_DFL}:
        return  # whoever started it in the background wants none of it
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, application.quit))
    if os.name == "posix":  # Python hears of a signal when it has its turn, and Qt waits without it
        read, written = os.pipe()
        os.set_blocking(written, False)
        signal.set_wakeup_fd(written)
        wakes = QSocketNotifier(read, QSocketNotifier.Type.Read, application)
        wakes.activated.connect(lambda: os.read(read, 1))
