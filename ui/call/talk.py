"""The talk: what each key and each press on the talking screen does."""

from collections.abc import Callable
from functools import partial
from string import ascii_lowercase

from PySide6.QtCore import QObject, Signal

from coach.call import Call
from coach.offers import line, offers
from scripts_library.names import name_of_field
from scripts_library.script import Step
from ui.call.desk import Desk
from ui.call.seen import Seen
from ui.call.showing import LineShowing
from ui.call.talking import Talking, asked_here
from ui.parts import field_values
from ui.parts.clock import Clock
from ui.parts.key_button import KeyButton
from ui.parts.keys import Deed, Deeds
from ui.parts.note_edit import NoteEdit
from ui.parts.titles import plain_text
from ui.preferences import LARGEST, SMALLEST, Preferences

_SIZE_STEP = 2


class Talk(QObject):
    """Joins the talking screen to the desk. Says `told` with a warning, `let_go` when it gives the keyboard back."""

    told = Signal(str)
    let_go = Signal()

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        note: NoteEdit,
        preferences: Preferences,
        seen: Seen,
        ticks: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.screen = Talking(clock, note)
        self.showing = LineShowing(preferences, ticks, self)
        self._desk = desk
        self._clock = clock
        self._preferences = preferences
        self._seen = seen
        self._wire()
        self.deeds = self._deeds()

    def show_call(self, call: Call) -> None:
        """Shows a call that is talking or paused; a new step that asks for something gets the keyboard there."""
        new = self._seen.shows((call.phase, len(call.path), call.position))
        if new:
            self.screen.want_fields(wanted=False)
        self._draw(call)
        if new:
            self._place_keyboard(call)

    def writes(self, writing: bool) -> None:
        """A text field has the keyboard, or has lost it: the replies print Alt and the digit, or the digit.

        A key of one sign goes into the field, and is not heard until it is left.
        """
        replies = self.screen.card.replies
        if writing != replies.with_alt:
            replies.with_alt = writing
            if self._desk.call is not None and self._desk.call.phase in {"talking", "paused"}:
                self._draw(self._desk.call)
            for button in self.screen.findChildren(KeyButton):
                chooses = self.screen.finder.isAncestorOf(
                    button
                )  # by its digit, while the line of the finder is written
                button.set_asleep(writing and len(button.key) == 1 and not chooses)

    def answer(self, number: int) -> None:
        """The customer gave the reply of that key; a closed one leads to what it waits for."""
        self.screen.settle()
        call = self._desk.call
        if call is None or self._stays(call):
            return
        offered = next((offer for offer in offers(call) if offer.number == number), None)
        if offered is not None and offered.needs and self.screen.fields.focus_first(offered.needs):
            return
        if offered is not None and offered.why is not None:
            closed = self.tr("Not open now: %1 (%2)").replace("%1", plain_text(call.release, offered.hears))
            self.told.emit(closed.replace("%2", offered.why))
        elif offered is not None:
            self._desk.heard(number)

    def go_on(self) -> None:
        """On, where there is one way: to the next step, to the only reply, or to the wrap-up."""
        self.screen.settle()
        call = self._desk.call
        if call is None or self._stays(call):
            return
        shown = line(call)
        open_replies = [offer for offer in offers(call) if offer.open]
        if call.phase == "paused":
            self._desk.paused_or_resumed()
        elif call.position is not None and call.position.ends is not None:
            self._desk.ended()
        elif isinstance(shown, Step) and shown.goto is not None:
            self._desk.went_on()
        elif len(offers(call)) == 1 and open_replies:
            self._desk.heard(open_replies[0].number)

    def find(self, typed: str) -> None:
        """Opens the finder with what was typed."""
        call = self._desk.call
        if call is not None and call.phase == "talking":
            self.screen.settle()
            raised = {point.raised for point in call.path if point.raised is not None}
            self.screen.finder.open_list(call, typed, first=raised)

    def settled(self, deed: Deed) -> Callable[[], None]:
        """A deed that first keeps whatever is being typed."""

        def does() -> None:
            self.screen.settle()
            deed()

        return does

    def _stays(self, call: Call) -> bool:
        """Leads to a field of this step that could not take what was typed: going on would take the old value along."""
        refused = self.screen.fields.refused(asked_here(call))
        return self.screen.fields.focus_open(refused)

    def _draw(self, call: Call) -> None:
        self._desk.showing = self.showing.now
        self.screen.show_call(call, self.showing.now, self._preferences.size)

    def _place_keyboard(self, call: Call) -> None:
        shown = line(call)
        asks = shown.asks if isinstance(shown, Step) and call.phase == "talking" else ()
        empty = [field for field in asks if call.knows.field(field) is None]
        if not (empty and self.screen.fields.focus_first(empty)):
            self.let_go.emit()

    def _completed(self) -> None:
        """Enter in the last field: on by the only open reply, if there is only one."""
        call = self._desk.call
        open_replies = [offer for offer in offers(call) if offer.open] if call is not None else []
        if len(open_replies) == 1:
            self.answer(open_replies[0].number)
        else:
            self.let_go.emit()

    def _fill_gap(self, name: str, text: str) -> None:
        call = self._desk.call
        if call is None:
            return
        try:
            value = field_values.read_gap(call, name, text, self._clock())
        except field_values.Impossible as reason:
            self.told.emit(str(reason))
            return
        if self._desk.filled(name, value):
            self.screen.card.say.close_gap()

    def _not_covered(self, words: str) -> None:
        if self._desk.not_covered(words):
            self.screen.bar.close_words()

    def _go_to_fields(self) -> None:
        """Tab: the first gap of the line, else the first empty field, else the first."""
        call = self._desk.call
        if call is None:
            return
        self.screen.want_fields(wanted=True)
        self._draw(call)
        gaps = self.screen.card.say.gaps
        shown = line(call)
        asks = shown.asks if isinstance(shown, Step) else ()
        if gaps:
            self.screen.card.say.open_gap(gaps[0])
        elif not self.screen.fields.focus_first(asks):
            self.screen.fields.focus_first(tuple(call.release.script.fields))

    def _return(self) -> None:
        call = self._desk.call
        if call is not None and call.position is not None and call.position.cards:
            self._desk.returned()

    def _resize_words(self, by: int) -> None:
        self._preferences.size = min(max(self._preferences.size + by, SMALLEST), LARGEST)
        if self._desk.call is not None:
            self._draw(self._desk.call)

    def _deeds(self) -> Deeds:
        """What each key does while no text field has the focus; Ctrl, Alt and the function keys do it always."""
        desk, screen = self._desk, self.screen
        deeds: dict[str, Deed] = {}
        for number in range(1, 10):
            answer = self._seen.once_seen(partial(self.answer, number))
            deeds[str(number)] = deeds[f"alt+{number}"] = answer
        for number in range(1, 9):
            deeds[f"f{number}"] = self.settled(partial(screen.bar.raise_number, number))
        for number in range(2):
            deeds[f"f{9 + number}"] = partial(screen.card.say_how_called, number)
        for letter in ascii_lowercase:
            deeds[letter] = partial(self.find, letter)
        deeds |= {
            "space": self._seen.once_seen(self.go_on),
            "enter": self._seen.once_seen(self.go_on),
            "back": desk.went_back,
            "escape": self._return,
            "/": partial(self.find, ""),
            "0": screen.bar.ask_words,
            "tab": self._go_to_fields,
            "=": self._go_to_fields,
            "ctrl+n": screen.note_row.write,
            "ctrl+b": self.settled(partial(desk.goes_for, "callback")),
            "+": partial(desk.goes_for, "callback"),
            "*": partial(desk.goes_for, "wechat"),
            "ctrl+d": self.settled(desk.stops_calling),
            "ctrl+e": self.settled(desk.ended),
            "-": self.settled(desk.customer_hung_up),
            "ctrl+t": self.settled(desk.paused_or_resumed),
            "ctrl+j": self.showing.press,
            "ctrl+=": partial(self._resize_words, _SIZE_STEP),
            "ctrl++": partial(self._resize_words, _SIZE_STEP),
            "ctrl+-": partial(self._resize_words, -_SIZE_STEP),
            "page_up": partial(screen.card.scroll_words, -1),
            "page_down": partial(screen.card.scroll_words, 1),
        }
        return deeds

    def _wire(self) -> None:
        desk, screen, settled = self._desk, self.screen, self.settled
        screen.header.paused_or_resumed.connect(settled(desk.paused_or_resumed))
        screen.header.hung_up.connect(settled(desk.customer_hung_up))
        screen.header.ended.connect(settled(desk.ended))
        screen.card.back_wanted.connect(settled(desk.went_back))
        screen.card.return_wanted.connect(settled(self._return))
        screen.card.called_known.connect(lambda text: desk.filled("customer.called", text))
        screen.card.showing.pressed.connect(self.showing.press)
        screen.card.showing.released.connect(self.showing.release)
        screen.card.replies.heard.connect(self.answer)
        screen.card.replies.went_on.connect(self.go_on)
        screen.card.say.gap_filled.connect(self._fill_gap)
        screen.card.say.let_go.connect(self.let_go)
        screen.card.say.size_wanted.connect(lambda steps: self._resize_words(steps * _SIZE_STEP))
        screen.fields.filled.connect(lambda field, text: desk.filled(name_of_field(field), text))
        screen.fields.completed.connect(self._completed)
        screen.fields.let_go.connect(self.let_go)
        screen.bar.finder_opened.connect(partial(self.find, ""))
        screen.bar.none_asked.connect(settled(screen.bar.ask_words))
        screen.bar.not_covered.connect(self._not_covered)
        screen.bar.let_go.connect(self.let_go)
        screen.bar.raised.connect(lambda card: settled(lambda: desk.raised(card))())
        screen.bar.callback_wanted.connect(settled(partial(desk.goes_for, "callback")))
        screen.bar.wechat_wanted.connect(settled(partial(desk.goes_for, "wechat")))
        screen.bar.stop_wanted.connect(settled(desk.stops_calling))
        screen.finder.raised.connect(desk.raised)
        screen.finder.jumped.connect(desk.jumped)
        screen.finder.closed.connect(self.let_go)
        screen.resized.connect(self._again)
        self.showing.changed.connect(self._again)

    def _again(self) -> None:
        call = self._desk.call
        if call is not None and call.phase in {"talking", "paused"}:
            self._draw(call)
