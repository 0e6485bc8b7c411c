"""Traps of the toolkit, each found by running into it."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

_VOID_CALLS = 20_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from Python 3.12 on")
def test_no_void_call_drops_a_reference_of_none(qapp: QApplication) -> None:
    widget = QWidget()
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for number in range(_VOID_CALLS):
        widget.setEnabled(number % 2 == 0)
        widget.update()
    after = [sys.getrefcount(one) for one in (None, True, False)]
    assert all(abs(now - then) < _VOID_CALLS // 20 for then, now in zip(before, after, strict=True))


def test_qt_is_imported_by_name(repository: Path) -> None:
    stars = re.compile(r"^\s*(from PySide6\S* import \*|import PySide6\.Qt)", re.MULTILINE)
    guilty = [path for path in (repository / "ui").rglob("*.py") if stars.search(path.read_text(encoding="utf-8"))]
    assert guilty == []
