"""The sections of a month stand in the order of its plan, whichever month was shown before."""

from dataclasses import replace
from fractions import Fraction

from pytestqt.qtbot import QtBot

from coach.appraisal.score import Score, SectionScore
from ui.parts.label import Label
from ui.parts.line import Line
from ui.scores.section_row import SectionRow
from ui.scores.sections_card import SectionsCard
from ui.theme.theme import Theme


def score(*names: str) -> Score:
    """A score of sections of these names."""
    weight = Fraction(1, len(names))
    sections = (SectionScore(name, name, weight, weight, Fraction(100), Fraction(80), ()) for name in names)
    return Score("plan", Fraction(80), tuple(sections))


def test_what_is_not_counted_says_where_its_weight_goes(qtbot: QtBot, dressed: Theme) -> None:
    card = SectionsCard()
    qtbot.addWidget(card)
    card.show()
    counted = score("a", "b")
    left_out = replace(counted.sections[0], score=None)
    card.show_score(replace(counted, sections=(left_out, counted.sections[1])), None, {}, narrow=False)
    qtbot.wait(1)  # until the rows are laid
    assert "50%" in spread_of(card, "a")
    assert spread_of(card, "b") == ""
    card.show_score(replace(counted, sections=(left_out,), total=None), None, {}, narrow=False)
    assert spread_of(card, "a") == ""  # without a total nothing was spread


def spread_of(card: SectionsCard, section: str) -> str:
    """What a section says of weight that was spread, where it says it."""
    label = card.findChild(Label, f"spread_{section}")
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_a_section_that_comes_back_stands_in_its_place(qtbot: QtBot, dressed: Theme) -> None:
    card = SectionsCard()
    qtbot.addWidget(card)
    card.resize(600, 600)
    card.show()
    for names in (("a", "b", "c"), ("c", "b"), ("b", "a", "c"), ("a", "b", "c")):
        card.show_score(score(*names), None, {}, narrow=False)
        qtbot.wait(1)  # what is gone is deleted, the rest laid anew
        rows = sorted(card.findChildren(SectionRow), key=lambda row: row.y())
        assert [row.objectName() for row in rows] == [f"section_{name}" for name in names]
        lines = [[line.isVisible() for line in row.findChildren(Line)] for row in rows]
        assert lines == [[place > 0] for place in range(len(names))]
