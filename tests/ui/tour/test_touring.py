"""The tour: one whole call in the real window, by real keys, and nothing that flashes up beside it."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.tour.touring import tour
from ui.toured import Toured
from ui.window import Window


class Windows(QObject):
    """Watches which widgets come up as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture(scope="module")
def windows(qapp: QApplication) -> Windows:
    watch = Windows()
    qapp.installEventFilter(watch)
    return watch


@pytest.fixture(scope="module")
def toured(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    return tour(tmp_path_factory.mktemp("tour"), "zh")


def test_the_call_has_an_objection_a_slip_and_an_appointment(toured: Toured) -> None:
    happened = Counter(event.kind for event in toured.kept.call.trail)
    assert happened["raised"] == 1
    assert happened["went_back"] == 1
    assert toured.facts.outcome == "appointment"
    assert (toured.facts.raised, toured.facts.overcome) == (1, 1)
    assert (toured.facts.skimmed, toured.facts.missed_musts) == (0, ())


def test_the_score_is_fed_by_the_call(toured: Toured) -> None:
    figures = toured.appraisal.figures
    assert [figures[name] for name in ("dials", "appointments", "overcome")] == [1, 1, 1]
    assert toured.appraisal.score.total is not None


def test_every_picture_is_a_picture_of_the_window(toured: Toured) -> None:
    assert len(toured.pictures) >= 20
    for path in toured.pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1280, 800)
        assert len({image.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 800, 8)}) > 20


def test_light_and_dark_differ(toured: Toured) -> None:
    light, dark = (
        QImage(str(next(p for p in toured.pictures if p.stem.endswith(f"scores-{theme}"))))
        for theme in ("light", "dark")
    )
    assert light.pixelColor(1270, 400).lightness() > 200
    assert dark.pixelColor(1270, 400).lightness() < 60


def test_nothing_flashes_up_as_a_window_of_its_own(toured: Toured, windows: Windows) -> None:
    assert toured.pictures
    assert windows.seen == [Window.__name__]


def test_the_watch_sees_what_flashes_up(qapp: QApplication, windows: Windows) -> None:
    before = len(windows.seen)
    stray = QWidget()
    stray.show()
    qapp.processEvents()
    stray.close()
    assert windows.seen[before:] == ["QWidget"]
