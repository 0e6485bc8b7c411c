"""The font: a Chinese face by name, because the fallback of a system picks the Japanese one or paints boxes."""

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
_LARGER = 1.125
_SEEN_EVERYWHERE = "话术练您‖…"


def with_chinese(font: QFont) -> QFont:
    """The system's font, with the Chinese families first that are installed, and an eighth larger for their strokes."""
    chosen = QFont(font)
    own = font.families() or [font.family()]
    chosen.setFamilies([*(name for name in FAMILIES if QFontDatabase.hasFamily(name)), *own])
    chosen.setPointSizeF(font.pointSizeF() * _LARGER)
    return chosen


def reads_chinese(font: QFont) -> bool:
    """Whether every sign has a glyph; where none has, Qt paints boxes without a word."""
    from PySide6.QtGui import QTextLayout

    layout = QTextLayout(_SEEN_EVERYWHERE, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(all(run.glyphIndexes()) for run in runs)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The same font larger or smaller, so that everything keeps to the size that the system asks for."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made
