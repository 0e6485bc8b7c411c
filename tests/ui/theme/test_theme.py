"""The theme follows the system until a person chooses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.colours import DARK, LIGHT, colours_of
from ui.theme.theme import Theme


@pytest.fixture
def theme(bare: QApplication) -> Iterator[Theme]:
    made = Theme(bare)
    yield made
    made.deleteLater()


def test_it_follows_the_system(theme: Theme, qapp: QApplication) -> None:
    widget = QWidget()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qapp.processEvents()
    assert colours_of(widget) is DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    qapp.processEvents()
    assert colours_of(widget) is LIGHT


def test_what_a_person_chose_holds(theme: Theme, qapp: QApplication) -> None:
    widget = QWidget()
    theme.choose("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    qapp.processEvents()
    assert colours_of(widget) is DARK
    assert theme.choice == "dark"
    theme.choose("system")
    qapp.processEvents()
    assert colours_of(widget) is LIGHT
