"""The colours: warm paper or near-black, one accent, one warning; every pair of `READ_ON` holds WCAG AA."""

from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

Shade = Literal["light", "dark"]


class Colours(NamedTuple):
    """One theme. `paper` lies under everything, a `card` on it, a `key` on either; `line` only separates.

    `edge` outlines what one can act on or write in; `done` marks what is behind us.
    """

    paper: str
    card: str
    key: str
    ink: str
    quiet: str
    line: str
    edge: str
    accent: str
    accent_soft: str
    on_accent: str
    done: str
    warning: str
    warning_soft: str

    def colour(self, name: str) -> QColor:
        """One of the colours, ready to paint with."""
        return QColor(getattr(self, name))


LIGHT = Colours(
    paper="#f5f4f0",
    card="#ffffff",
    key="#eeece6",
    ink="#1b1f24",
    quiet="#5c626b",
    line="#e3e0d8",
    edge="#8a8b88",
    accent="#0d6a5c",
    accent_soft="#e1f0ec",
    on_accent="#ffffff",
    done="#3a8a63",
    warning="#8a5000",
    warning_soft="#fdf0da",
)

DARK = Colours(
    paper="#141719",
    card="#1d2023",
    key="#2b2f33",
    ink="#f1efea",
    quiet="#a9b0b8",
    line="#2e3236",
    edge="#6f757c",
    accent="#5ecbb7",
    accent_soft="#17352f",
    on_accent="#0b211d",
    done="#4fa37c",
    warning="#f2b65e",
    warning_soft="#33270f",
)

# What is read on what: (text, ground). The contrast of each is at least 4.5.
READ_ON = (
    *((text, ground) for text in ("ink", "quiet", "accent", "warning") for ground in ("paper", "card")),
    ("ink", "key"),
    ("quiet", "key"),
    ("accent", "key"),
    ("warning", "key"),
    ("ink", "accent_soft"),
    ("quiet", "accent_soft"),
    ("accent", "accent_soft"),
    ("warning", "accent_soft"),
    ("ink", "warning_soft"),
    ("warning", "warning_soft"),
    ("on_accent", "accent"),
)

# What is told apart by its shape: (mark, ground). The contrast of each is at least 3.
SEEN_ON = (
    *((mark, ground) for mark in ("edge", "accent", "done", "warning") for ground in ("paper", "card")),
    ("accent", "accent_soft"),
    ("warning", "warning_soft"),
)


def colours_of(widget: QWidget) -> Colours:
    """The colours that a widget paints with: those of its palette, so that nothing else need know the theme."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette(colours: Colours) -> QPalette:
    """The colours in the roles that Qt's own widgets read."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "paper"),
        (roles.Base, "card"),
        (roles.AlternateBase, "paper"),
        (roles.Button, "card"),
        (roles.ToolTipBase, "card"),
        (roles.WindowText, "ink"),
        (roles.Text, "ink"),
        (roles.ButtonText, "ink"),
        (roles.ToolTipText, "ink"),
        (roles.PlaceholderText, "quiet"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.Link, "accent"),
        (roles.Accent, "accent"),
        (roles.BrightText, "warning"),
        (roles.Mid, "line"),
        (roles.Dark, "edge"),
    ):
        made.setColor(role, colours.colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colours.colour("quiet"))
    return made


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
