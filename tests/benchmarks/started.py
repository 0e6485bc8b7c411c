"""A child that starts our window, or an empty one, watched: the moments of its start and the memory that it takes."""

# Its arguments: `ours` or `empty`, and for how many seconds it is then idle.
import sys
from typing import Any


def main() -> None:
    """Start the one or the other; what the program prepares before it loads Qt comes first, as in `main.py`."""
    if sys.argv[1] == "ours":
        from ui.quick_start import quicken

        quicken()
    _watch(float(sys.argv[2]))
    {"ours": _ours, "empty": _empty}[sys.argv[1]]()


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


if __name__ == "__main__":
    main()
