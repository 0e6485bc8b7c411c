"""A child that starts our window, or another, watched: the moments of its start and the memory that it takes."""

# Its arguments: `ours`, `empty` or `least`, and for how many seconds it is then idle.
import sys
from typing import Any


def main() -> None:
    """Start the one or the other; what the program prepares before it loads Qt comes first, as in `main.py`."""
    if sys.argv[1] != "empty":
        from ui.quick_start import quicken

        quicken()
    _watch(float(sys.argv[2]))
    {"ours": _ours, "empty": _empty, "least": _least}[sys.argv[1]]()


def _watch(idle_seconds: float) -> None:
    """The program makes its own application and says nothing of its first paint: it is watched from when it runs."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.watch import Watch

    executes = QApplication.exec

    def watched() -> int:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        watch = Watch(application, idle_seconds)
        code = executes()
        del watch
        return code

    kind: Any = QApplication
    kind.exec = staticmethod(watched)


def _ours() -> None:
    from main import main as start

    start([])


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    application.exec()


def _least() -> None:
    """A line of Chinese, a field with the keyboard and an open database: what no such window can do without."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
    from sqlcipher3 import dbapi2

    from ui.theme.fonts import with_chinese

    application = QApplication([])
    application.setFont(with_chinese(application.font()))
    database = dbapi2.connect(":memory:")
    database.execute(f"PRAGMA key = \"x'{'00' * 48}'\"")
    database.execute("CREATE TABLE calls (id BLOB)")
    window, line, field = QWidget(), QLabel("今天"), QLineEdit()
    line.setAlignment(Qt.AlignmentFlag.AlignLeft)
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(field)
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
