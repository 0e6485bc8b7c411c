"""What happened in a call, an event a line, as it is read in the terminal."""

from collections.abc import Mapping

from coach import events
from coach.call import Call
from coach.refusals import listed
from coach.replay import Happened
from scripts_library.expressions import plain
from scripts_library.names import title_of
from scripts_library.sentences import Sentence


def happened(one: Happened, call: Call, names: Mapping[str, str]) -> Sentence:
    """One event in words: what was answered, raised, filled in, noted. `names` are those of our people, by id."""
    what, code = one.what, f"ui.terminal:event_{one.what.kind}"
    match what:
        case events.Dialled():
            return Sentence(code, at=f"{what.at:%Y-%m-%d %H:%M}")
        case events.Heard():
            return Sentence(code, number=what.reply, hears=plain(one.hears))
        case events.Raised():
            return Sentence(code, card=call.release.cards[what.card].title)
        case events.Jumped():
            return Sentence(code, step=what.step)
        case events.Filled():
            return Sentence(code, title=title_of(call.release.script, what.name), value=_said(what.value))
        case events.NoneOfThese():
            return Sentence(code, words=_said(what.words))
        case events.Noted():
            return Sentence(code, text=_said(what.text))
        case _:
            return _of_the_ending(what, code, call, names)


def _of_the_ending(what: events.AnyEvent, code: str, call: Call, names: Mapping[str, str]) -> Sentence:
    match what:
        case events.Unanswered():
            return Sentence(code, why=_outcome(call, what.why))
        case events.HungUp():
            return Sentence(code, who=Sentence(f"ui.terminal:by_{what.by}"))
        case events.Finished():
            return Sentence(code, outcome=_outcome(call, what.outcome), intent=what.intent or "—")
        case events.Amended():
            by = names.get(what.by, what.by)
            return Sentence(code, by=by, changes=_changes(what, call), why=_said(what.reason))
        case _:
            return Sentence(code)


def _changes(what: events.Amended, call: Call) -> str | Sentence:
    """What an amendment changed: the outcome, the intent, the fields."""
    changed = [] if what.outcome is None else [_outcome(call, what.outcome)]
    intent = [] if what.intent is None else [what.intent]
    fields = [
        Sentence("ui.terminal:event_filled", title=title_of(call.release.script, name), value=_said(value))
        for name, value in what.values.items()
    ]
    return listed([*changed, *intent, *fields] or ["—"])


def _outcome(call: Call, outcome: str | None) -> str:
    return "—" if outcome is None else call.release.outcomes.outcomes[outcome].title


def _said(text: str | None) -> str | Sentence:
    """What was said about the customer; None was erased on request."""
    return Sentence("ui.terminal:erased") if text is None else " ".join(text.split())
