"""What must be said in this call: a tick for what was said, a ring for what is still open."""

from PySide6.QtWidgets import QWidget

from coach.call import Call
from ui.parts.card import Card
from ui.parts.flow import Flow
from ui.parts.label import Label
from ui.parts.signed import Signed
from ui.parts.titles import step_title
from ui.parts.visible import show_if


class MustSay(Card):
    """The required steps of the script, by the call's effective path."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._title = Label(tone="quiet", size=0.92)
        self._items: list[Signed] = []
        holder = QWidget()
        self._flow = Flow(holder, gap=12)
        self.rows.addWidget(self._title)
        self.rows.addWidget(holder)

    def show_call(self, call: Call) -> None:
        """Shows what was said and what is open; nothing at all where the script requires nothing."""
        steps = [name for name, step in call.release.script.steps.items() if step.must]
        self._title.setText(self.tr("Must-say"))
        while len(self._items) < len(steps):
            self._items.append(Signed())
            self._flow.addWidget(self._items[-1])
        for number, item in enumerate(self._items):
            show_if(item, number < len(steps))
        for item, name in zip(self._items, steps, strict=False):
            said = call.knows.visited(name)
            item.setObjectName(f"must_{name}")
            item.show_word(
                "check" if said else "ring",
                step_title(call.release, name),
                spoken_sign=self.tr("said") if said else self.tr("not yet"),
                tone="ink" if said else "quiet",
            )
        show_if(self, bool(steps))
