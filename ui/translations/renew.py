"""After a change of the window's text: `python -m ui.translations.renew`, fill in what is unfinished, then again."""

import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QProcess

HERE = Path(__file__).parent
TABLE = HERE / "huashu_zh.ts"
READY = HERE / "huashu_zh.qm"
_TOOLS = Path(PySide6.__file__).parent


def sources() -> list[Path]:
    """Every file of the window that may speak."""
    window = HERE.parent
    return sorted(path for path in window.rglob("*.py") if "terminal" not in path.relative_to(window).parts)


def gather(table: Path) -> None:
    """Brings the table up to the text in the sources; translations that are there stay, what is gone goes."""
    languages = ["-source-language", "en", "-target-language", "zh_CN"]
    _run("lupdate", *sources(), "-ts", table, "-no-obsolete", "-locations", "none", *languages)


def make(table: Path, ready: Path) -> None:
    """Makes what the window loads. A window that runs has the file mapped, so it is replaced, never written over."""
    made = ready.with_suffix(".made")
    _run("lrelease", table, "-qm", made)
    made.replace(ready)


def _run(tool: str, *arguments: str | Path) -> None:
    program = _TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    process = QProcess()
    process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    process.start(str(program), [str(argument) for argument in arguments])
    process.waitForFinished(-1)
    if process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode():
        raise RuntimeError(f"{tool}: {process.readAll().toStdString()}")


if __name__ == "__main__":
    gather(TABLE)
    make(TABLE, READY)
