"""The Call page: which screen shows, and where the keyboard is."""

import time
from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedLayout, QWidget

from coach.call import Call
from coach.ending import outcome_of
from data.kept_call import KeptCall
from scripts_library.names import name_of_field
from ui.call.between import CutOff, NoCall
from ui.call.desk import Desk
from ui.call.dialling import Dialling
from ui.call.ending import Ending
from ui.call.ending_choices import Choices
from ui.call.keeping import Keeps
from ui.call.known_names import called_by
from ui.call.seen import Seen
from ui.call.talk import Talk
from ui.pages import Page
from ui.parts import keys
from ui.parts.clock import Clock
from ui.parts.note_edit import NoteEdit
from ui.preferences import Preferences


class CallPage(Page):
    """The cockpit. `open` takes a call that was just dialled, `offer` those that were cut off.

    Says `finished` with the kept call when one is over and the next may come. `clock` gives the aware time of every
    event; `ticks` (seconds, never set back) tells how long a line has been seen.
    """

    finished = Signal(object)

    def __init__(
        self, keeps: Keeps, clock: Clock, preferences: Preferences, *, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._clock = clock
        self._ticks = ticks
        self._preferences = preferences
        self._seen = Seen(ticks)
        self._cut_off: list[KeptCall] = []
        self._talk: Talk | None = None
        self._ending: Ending | None = None
        self._desk = Desk(keeps, clock, self)
        self._desk.changed.connect(self._draw)
        self._desk.refused.connect(self._warn)
        self._desk.finished.connect(self._over)
        self._note = NoteEdit("note", self)
        self._note.hide()
        self._note.written.connect(self._desk.noted)
        self._note.left.connect(self.take_keyboard)
        self._no_call = NoCall()
        self._no_call.today_wanted.connect(self._to_today)
        self._screens = QStackedLayout(self)
        self._screens.addWidget(self._no_call)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def kept(self) -> KeptCall | None:
        """The call under way; None between calls."""
        return self._desk.kept

    @property
    def preferences(self) -> Preferences:
        """What the person likes."""
        return self._preferences

    @property
    def note(self) -> NoteEdit:
        """The note of the call, wherever it stands."""
        return self._note

    def open(self, kept: KeptCall) -> None:
        """Takes a call that was just dialled."""
        self._forget_last()
        self._desk.take(kept)
        self.take_keyboard()

    def offer(self, cut_off: Sequence[KeptCall]) -> None:
        """Offers calls that were cut off, one after the other, before anybody else is called."""
        self._cut_off = list(cut_off)
        self._draw()

    def take_keyboard(self) -> None:
        """The keys are the page's again."""
        self.setFocus()

    def arrive(self) -> None:
        if not self._has_keyboard():
            self.take_keyboard()

    def leave(self) -> None:
        self._settle()

    def take_key(self, event: QKeyEvent) -> bool:
        name = keys.name_of(event)
        deed = self._deeds().get(name) if name is not None else None
        if name is None or deed is None or (self._writes() and not _is_command(name)):
            return False
        # A key that is held down has answered once; holding it says nothing more.
        if not event.isAutoRepeat():
            deed()
        return True

    def focusNextPrevChild(self, _onward: bool) -> bool:
        """Tab is a key like any other here: it leads to the gaps and the fields, nowhere else."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_J and not event.isAutoRepeat() and self._talk is not None:
            self._talk.showing.release()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._no_call.show_words()
            self._draw()
        super().changeEvent(event)

    @cached_property
    def dialling(self) -> Dialling:
        """The screen before the answer."""
        made = Dialling(self._seen)
        made.answered.connect(self._desk.answered)
        made.unanswered.connect(self._desk.unanswered)
        made.taken_back.connect(self._desk.take_back)
        made.copied.connect(lambda: self.told.emit(self.tr("The number is copied."), False))
        self._screens.addWidget(made)
        # Made while it rings, so that the first line need not wait for its screen.
        QTimer.singleShot(0, self, self._prepare)
        return made

    @property
    def talk(self) -> Talk:
        """The screen of the talk, and what its keys do."""
        if self._talk is None:
            self._talk = self._made_talk()
        return self._talk

    @property
    def ending(self) -> Ending:
        """The screen after the talk."""
        if self._ending is None:
            self._ending = self._made_ending()
        return self._ending

    @cached_property
    def cut_off(self) -> CutOff:
        """The screen that offers a call that was cut off."""
        made = CutOff()
        made.taken_up.connect(self._take_up)
        made.ended.connect(self._end_interrupted)
        self._screens.addWidget(made)
        return made

    def _made_talk(self) -> Talk:
        made = Talk(self._desk, self._clock, self._note, self._preferences, self._seen, self._ticks, self)
        made.told.connect(self._warn)
        made.let_go.connect(self.take_keyboard)
        self._screens.addWidget(made.screen)
        return made

    def _made_ending(self) -> Ending:
        made = Ending(self._clock, self._note, self._seen)
        made.finish_wanted.connect(self._finish)
        made.talk_on_wanted.connect(self._talk_on)
        made.fields.filled.connect(lambda field, text: self._desk.filled(name_of_field(field), text))
        made.fields.completed.connect(self.take_keyboard)
        made.fields.let_go.connect(self.take_keyboard)
        self._screens.addWidget(made)
        return made

    def _draw(self) -> None:
        call = self._desk.call
        if call is None:
            self._draw_between()
            return
        match call.phase:
            case "dialling":
                self._show(self.dialling, call)
                self.dialling.show_call(call)
            case "talking" | "paused":
                self._turn_to(self.talk.screen)
                self.talk.show_call(call)
            case _:
                new = self._screens.currentWidget() is not self.ending
                self._show(self.ending, call)
                if new:
                    self.ending.open_call(call)
                else:
                    self.ending.show_call(call)

    def _draw_between(self) -> None:
        if self._cut_off:
            self._turn_to(self.cut_off)
            self.cut_off.show_call(self._cut_off[0], self._clock())
        else:
            self._turn_to(self._no_call)

    def _turn_to(self, screen: QWidget) -> None:
        """Lets a screen show. A field of the last one gives the keyboard back first: the layout would pass it on."""
        if self._screens.currentWidget() is not screen and self._has_keyboard():
            self.take_keyboard()
        self._screens.setCurrentWidget(screen)

    def _show(self, screen: QWidget, call: Call) -> None:
        self._turn_to(screen)
        if self._seen.shows((call.phase, call.trail[:1])):
            self.take_keyboard()

    def _deeds(self) -> keys.Deeds:
        """What each key does on the screen that shows."""
        call = self._desk.call
        if call is None and self._cut_off:
            return {"enter": self._take_up, "1": self._take_up, "2": self._end_interrupted}
        if call is None:
            return {"enter": self._to_today}
        if call.phase == "dialling":
            return self.dialling.deeds
        return self.talk.deeds if call.phase in {"talking", "paused"} else self.ending.deeds

    def _finish(self, choices: Choices) -> None:
        if choices.outcome is not None:
            self._desk.finish(choices.outcome, choices.intent, choices.tags, agreed=choices.agreed)

    def _talk_on(self) -> None:
        self._settle()
        self._desk.talks_on()

    def _take_up(self) -> None:
        self._forget_last()
        self._desk.take_up(self._cut_off.pop(0))

    def _forget_last(self) -> None:
        """What the last customer said and nothing took is not the next one's."""
        if self._talk is not None:
            self._talk.screen.forget()

    def _end_interrupted(self) -> None:
        if self._desk.end_interrupted(self._cut_off[0]):
            self._cut_off.pop(0)
            self._draw()

    def _over(self, kept: KeptCall) -> None:
        if self._ending is not None:
            self._ending.forget()
        outcome = kept.call.release.outcomes.outcomes[outcome_of(kept.call)].title
        saved = self.tr("Saved: %1, %2").replace("%1", called_by(kept.call)).replace("%2", outcome)
        self.told.emit(saved, False)
        self._draw()
        self.take_keyboard()
        self.finished.emit(kept)

    def _to_today(self) -> None:
        self.page_wanted.emit("today")

    def _warn(self, sentence: str) -> None:
        self.told.emit(sentence, True)

    def _settle(self) -> None:
        """Keeps whatever is being typed on the screen that shows."""
        call = self._desk.call
        if call is not None and call.phase in {"talking", "paused"}:
            self.talk.screen.settle()
        elif call is not None and call.phase == "hung_up":
            self.ending.settle()

    def _prepare(self) -> None:
        """Makes the screens that the call will need."""
        if self._desk.call is not None:
            self.talk.screen.prepare(self._desk.call)
        for screen in (self.talk.screen, self.ending):
            for part in screen.findChildren(QWidget):
                part.ensurePolished()

    def _writes(self) -> bool:
        """Whether a text field of this page has the keyboard."""
        return self._has_keyboard() and isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _focus_moved(self) -> None:
        if self._talk is None:
            return
        self._talk.writes(self._writes())
        if not self._has_keyboard():
            self._talk.showing.let_go()


def _is_command(name: str) -> bool:
    """Whether a key is meant for the page even while a text field has the keyboard."""
    return name.startswith(("ctrl+", "alt+")) or (len(name) > 1 and name[0] == "f" and name[1:].isdecimal())
