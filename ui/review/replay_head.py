"""Above a replay: whom, when, how it ended, the must-says and the objections, and the note."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.call import Call
from coach.clock import clock_text, talk_seconds, wrap_up_seconds
from coach.ending import intent_of, outcome_of
from coach.events import Finished, Noted
from coach.limits import Limits
from coach.overcoming import objections_met
from coach.replay import Replay
from ui.language import listed
from ui.parts.elided import Elided
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.moments import day_text
from ui.parts.signed import Signed
from ui.parts.titles import step_title
from ui.review.telling import erased


class ReplayHead(QWidget):
    """Says `amend_wanted` and `left`."""

    amend_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._who = Elided(size=1.3, bold=True)
        self._who.setObjectName("replayed")
        self._amend = KeyButton("amend", key_first=False, padding=(12, 7))
        self._amend.clicked.connect(self.amend_wanted)
        self._back = KeyButton("replay_back", key_first=False, padding=(12, 7))
        self._back.clicked.connect(self.left)
        self._when = Elided(tone="quiet")
        self._outcome = Signed(size=1.05)
        self._outcome.setObjectName("replay_outcome")
        self._note = Label(wraps=True)
        self._note.setObjectName("replay_note")
        self._judged: list[Signed] = []
        holder = QWidget()
        self._flow = Flow(holder, gap=12)
        first = QHBoxLayout()
        first.addWidget(self._who, 1)
        first.addWidget(self._amend)
        first.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 4, 4)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._when)
        column.addWidget(self._outcome)
        column.addWidget(holder)
        column.addWidget(self._note)

    def show_replay(
        self, told: Replay, who: str, agent: str, now: datetime, *, limits: Limits, can_amend: bool
    ) -> None:
        """Shows a call, judged as it was counted; `agent` is empty where it is one's own."""
        call = told.call
        self._who.setText(who)
        self.show_amend(shown=can_amend)
        self._amend.show_words(self.tr("Put right"), key="E")
        self._back.show_words(self.tr("Back"), key="Esc")
        self._when.setText("    ".join(part for part in self._parts(call, agent, now) if part))
        self._show_outcome(call)
        judged = self._judgements(told, limits)
        while len(self._judged) < len(judged):
            self._judged.append(Signed())
            self._flow.addWidget(self._judged[-1])
        for place, item in enumerate(self._judged):
            item.setVisible(place < len(judged))
            if place < len(judged):
                sign, word, spoken_sign, kept = judged[place]
                item.show_word(sign, word, spoken_sign=spoken_sign, tone="ink" if kept else "warning")
        note = self._noted(call)
        self._note.setVisible(bool(note))
        self._note.setText(self.tr("Note: %1").replace("%1", note))

    def show_amend(self, *, shown: bool) -> None:
        """Whether the call can be put right and is not being put right already."""
        self._amend.setVisible(shown)

    def hide_keys(self) -> None:
        """While the call is being put right its keys, E and Esc, belong to that."""
        self._amend.hide()
        self._back.hide()

    def show_way_back(self, *, shown: bool) -> None:
        """Whether there is a log to go back to that does not show beside the replay."""
        self._back.setVisible(shown)

    def _parts(self, call: Call, agent: str, now: datetime) -> list[str]:
        begun = call.trail[0].at
        talked, wrapped = talk_seconds(call.trail), wrap_up_seconds(call.trail)
        script = call.release.script
        version = self.tr("version %1").replace("%1", str(call.release.version))
        return [
            f"{day_text(begun.date(), now.date())} {begun:%H:%M}",
            self.tr("talk %1").replace("%1", clock_text(talked)) if talked else "",
            self.tr("wrap-up %1").replace("%1", clock_text(wrapped)) if wrapped else "",
            f"{script.title} {version}",
            agent,
        ]

    def _show_outcome(self, call: Call) -> None:
        if call.phase != "finished":
            self._outcome.show_word("attention", self.tr("not finished"), spoken_sign="", tone="warning", bold=True)
            return
        outcomes = call.release.outcomes
        outcome = outcomes.outcomes[outcome_of(call)]
        intent = intent_of(call)
        grade = "" if intent is None else f"{intent} {outcomes.intents.get(intent, '')}".strip()
        words = listed([part for part in (outcome.title, grade, *_tags(call)) if part])
        won = outcome.result == "success"
        self._outcome.show_word("check" if won else "ring", words, spoken_sign="", bold=True)

    def _judgements(self, told: Replay, limits: Limits) -> list[tuple[str, str, str, bool]]:
        """The must-says and the objections: sign, word, what the sign means, and whether it went well."""
        call, found = told.call, []
        seen: set[str] = set()
        for line in sorted(told.lines, key=lambda one: not one.missed):
            if line.must and not line.taken_back and line.step not in seen:
                seen.add(line.step)
                spoken_sign = self.tr("left unsaid") if line.missed else self.tr("said")
                title = step_title(call.release, line.step)
                found.append(("ring" if line.missed else "check", title, spoken_sign, not line.missed))
        if call.phase == "finished":
            result = call.release.outcomes.outcomes[outcome_of(call)].result
            for met in objections_met(call, result, limits):
                words = self.tr("%1: overcome") if met.overcome else self.tr("%1: not overcome")
                title = words.replace("%1", call.release.cards[met.card].title)
                found.append(("turned", title, "", met.overcome))
        return found

    def _noted(self, call: Call) -> str:
        if any(isinstance(event, Noted) and event.text is None for event in call.trail):
            return erased()
        return call.note


def _tags(call: Call) -> tuple[str, ...]:
    return next((event.tags for event in call.trail if isinstance(event, Finished)), ())
