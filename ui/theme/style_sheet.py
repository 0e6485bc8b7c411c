"""The style sheet, made of the colours: what one writes in, and what scrolls. All else is painted or in the palette."""

from string import Template

from ui.theme.colours import Colours

_SHEET = Template("""
QLineEdit, QPlainTextEdit {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 3px 8px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $quiet;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px 7px; }
QLineEdit[flat="true"] { border-color: transparent; background: transparent; padding-left: 0; }
QLineEdit[flat="true"]:focus { border-color: $accent; background: $card; padding-left: 7px; }
QLineEdit[refused="true"] { border-color: $warning; background: $warning_soft; }
QLineEdit[wanting="true"] {
    border-color: $warning; background: $warning_soft; placeholder-text-color: $warning;
}
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 6px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 32px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QMenu { background: $card; color: $ink; border: 1px solid $edge; }
QMenu::item { padding: 4px 16px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $quiet; }
""")


def style_sheet(colours: Colours) -> str:
    """The sheet of one theme."""
    return _SHEET.substitute(colours._asdict())
