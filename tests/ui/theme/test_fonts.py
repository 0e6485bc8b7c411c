"""A Chinese face is asked for by name, and missing glyphs are found out."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import FAMILIES, reads_chinese, scaled, with_chinese


def test_a_chinese_family_comes_first_and_reads_chinese(qapp: QApplication) -> None:
    font = with_chinese(QFont())
    assert font.families()[0] in FAMILIES
    assert QFontDatabase.hasFamily(font.families()[0])
    assert reads_chinese(font)


def test_a_font_without_chinese_is_found_out(qapp: QApplication) -> None:
    font = QFont("DejaVu Sans Mono")
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    assert not reads_chinese(font)


def test_sizes_follow_the_system(qapp: QApplication) -> None:
    small, large = QFont(), QFont()
    small.setPointSizeF(8)
    large.setPointSizeF(16)
    assert with_chinese(large).pointSizeF() == 2 * with_chinese(small).pointSizeF()
    assert scaled(large, 1.5, bold=True).pointSizeF() == 24
    assert scaled(large, 1.0, bold=True).bold()
