"""Putting a call right offers what that call can end with, and nothing that the one before it could."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from coach.call import Call
from coach.ending import possible_outcomes
from scripts_library.script import Field
from tests.shipped_calls import shipped_call
from tests.ui.visitor import REFUSED
from ui.clock import now
from ui.parts.key_button import KeyButton
from ui.review.amend_pane import AmendPane


def outcomes_shown(pane: AmendPane) -> set[str]:
    shown = (button.objectName() for button in pane.findChildren(KeyButton) if button.isVisible())
    return {name.removeprefix("outcome_") for name in shown if name.startswith("outcome_")}


def test_what_another_script_could_end_with_is_gone(qtbot: QtBot) -> None:
    usual = shipped_call(REFUSED).stages[-1]
    sold = {name: Field(title=name, type="number") for name in ("deal_units", "deal_amount")}
    script = usual.release.script
    selling = replace(usual.release, script=replace(script, fields=script.fields | sold))
    pane = AmendPane(now)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_call(Call.replayed(selling, usual.trail), narrow=False)
    pane.take("9")
    assert "deal" in outcomes_shown(pane)
    pane.show_call(usual, narrow=False)
    assert outcomes_shown(pane) <= possible_outcomes(usual).keys()
