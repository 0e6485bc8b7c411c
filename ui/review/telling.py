"""What happened in a call, said in a few words of the window's language; what was erased says so."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from coach.capturing import type_of
from coach.events import (
    Amended,
    Answered,
    Dialled,
    Filled,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Resumed,
    Returned,
    Unanswered,
    WentBack,
)
from coach.replay import Happened
from scripts_library.objections import Technique
from scripts_library.outcomes import Intent
from scripts_library.release import Release
from scripts_library.values.written import read_written
from ui.language import listed
from ui.parts.field_values import shown_in_full
from ui.parts.titles import name_title, plain_text, step_title

_TECHNIQUES: dict[Technique, object] = {
    "counter-question": QT_TRANSLATE_NOOP("telling", "counter-question"),
    "understand-first": QT_TRANSLATE_NOOP("telling", "understand first"),
    "turn-round": QT_TRANSLATE_NOOP("telling", "turn round"),
    "let-pass": QT_TRANSLATE_NOOP("telling", "let pass"),
    "affirm": QT_TRANSLATE_NOOP("telling", "affirm"),
}
_HUNG_UP = {
    "customer": QT_TRANSLATE_NOOP("telling", "The customer hung up"),
    "agent": QT_TRANSLATE_NOOP("telling", "The agent hung up"),
    "nobody": QT_TRANSLATE_NOOP("telling", "The call was cut off"),
}
_PLAIN = {
    Answered: QT_TRANSLATE_NOOP("telling", "Answered"),
    Returned: QT_TRANSLATE_NOOP("telling", "Back to where it came up"),
    WentBack: QT_TRANSLATE_NOOP("telling", "Gone back: that was a slip"),
    Paused: QT_TRANSLATE_NOOP("telling", "Paused"),
    Resumed: QT_TRANSLATE_NOOP("telling", "Talking again"),
    Dialled: QT_TRANSLATE_NOOP("telling", "Dialled"),
}
_SIGNS: dict[type, str] = {
    Heard: "enter",
    Jumped: "jumped",
    WentBack: "erase",
    NoneOfThese: "beside",
    Filled: "check",
    Paused: "paused",
    Resumed: "running",
}


def told(release: Release, happened: Happened, day: date) -> str:
    """One event in words; empty where the next line says it already. `day` is that of the call."""
    match happened.what:
        case Heard(sets=sets):
            heard = _put(QCoreApplication.translate("telling", "Customer: %1"), plain_text(release, happened.hears))
            captured = [_captured(release, name, text, day) for name, text in sets.items()]
            return listed([heard, *captured]) if captured else heard
        case Jumped(step=step):
            return _put(QCoreApplication.translate("telling", "Jumped to “%1”"), step_title(release, step))
        case Filled(name=name, value=value, clears=clears):
            return (
                _put(QCoreApplication.translate("telling", "%1 cleared"), name_title(release, name))
                if clears
                else _captured(release, name, value, day)
            )
        case NoneOfThese(words=words):
            return _put(QCoreApplication.translate("telling", "None of these: %1"), _or_erased(words))
        case Noted(text=text):
            return _put(QCoreApplication.translate("telling", "Note: %1"), _or_erased(text))
        case Unanswered(why=why):
            return release.outcomes.outcomes[why].title
        case HungUp(by=by):
            return QCoreApplication.translate("telling", str(_HUNG_UP[by]))
        case Finished() as finished:
            return _finished(release, finished)
        case Amended() as amended:
            return _amended(release, amended, day)
        case what:
            return QCoreApplication.translate("telling", str(_PLAIN[type(what)])) if type(what) in _PLAIN else ""


def sign_of(happened: Happened) -> str:
    """The sign that stands before an event."""
    return _SIGNS.get(type(happened.what), "")


def technique_title(technique: Technique) -> str:
    """What a technique is called."""
    return QCoreApplication.translate("telling", str(_TECHNIQUES[technique]))


def erased() -> str:
    """What stands for something that was erased on request."""
    return QCoreApplication.translate("telling", "erased")


def _finished(release: Release, finished: Finished) -> str:
    parts = [release.outcomes.outcomes[finished.outcome].title]
    if finished.intent is not None:
        parts.append(_grade(release, finished.intent))
    return _put(QCoreApplication.translate("telling", "Outcome: %1"), listed([*parts, *finished.tags]))


def _grade(release: Release, intent: Intent) -> str:
    return f"{intent} {release.outcomes.intents.get(intent, '')}".strip()


def _amended(release: Release, amended: Amended, day: date) -> str:
    why = _or_erased(amended.reason)
    changed = [] if amended.outcome is None else [release.outcomes.outcomes[amended.outcome].title]
    if amended.intent is not None:
        changed.append(_grade(release, amended.intent))
    changed += [_captured(release, name, text, day) for name, text in amended.values.items()]
    if not changed:
        return _put(QCoreApplication.translate("telling", "Put right: %1"), why)
    return _put(QCoreApplication.translate("telling", "Put right: it was “%1”."), listed(changed)) + f" {why}"


def _captured(release: Release, name: str, text: str | None, day: date) -> str:
    title = name_title(release, name)
    if not text:
        return _put(QCoreApplication.translate("telling", "%1 cleared"), title) if text == "" else f"{title} {erased()}"
    return f"{title} {shown_in_full(read_written(text, type_of(release, name)), day)}"


def _or_erased(text: str | None) -> str:
    return erased() if text is None else text


def _put(words: str, told_of: str) -> str:
    return words.replace("%1", told_of)
