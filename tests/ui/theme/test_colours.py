"""Every pair of colours that is read or seen holds WCAG AA, in both themes."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.colours import DARK, LIGHT, READ_ON, SEEN_ON, Colours, colours_of, contrast, palette
from ui.theme.style_sheet import style_sheet


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", READ_ON, ids="-on-".join)
def test_what_is_read_has_a_contrast_of_four_and_a_half(colours: Colours, pair: tuple[str, str]) -> None:
    text, ground = (colours._asdict()[name] for name in pair)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", SEEN_ON, ids="-on-".join)
def test_what_is_told_apart_by_its_shape_has_a_contrast_of_three(colours: Colours, pair: tuple[str, str]) -> None:
    mark, ground = (colours._asdict()[name] for name in pair)
    assert contrast(mark, ground) >= 3


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)  # the known grey that just fails
    assert contrast("#123456", "#123456") == 1


def test_every_colour_that_can_be_text_is_held_against_every_ground() -> None:
    grounds = {"paper", "card", "key"}
    held = {pair for pair in READ_ON if pair[1] in grounds}
    assert {(text, ground) for text in ("ink", "quiet", "accent") for ground in grounds} <= held


def test_a_widget_paints_in_the_colours_of_its_palette(qapp: QApplication) -> None:
    widget = QWidget()
    for colours in (DARK, LIGHT):
        widget.setPalette(palette(colours))
        assert colours_of(widget) is colours
    assert widget.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.ink


def test_the_style_sheet_knows_no_other_colours(qapp: QApplication) -> None:
    sheet = style_sheet(DARK)
    assert "$" not in sheet
    used = {word.rstrip(";") for word in sheet.split() if word.startswith("#")}
    assert used <= set(DARK._asdict().values())
