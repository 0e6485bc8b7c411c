"""The check: everything in a document that would go wrong in a call, found before the call."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from scripts_library.check.branches import branches
from scripts_library.check.breath import breath, breath_of_cards
from scripts_library.check.cards import cards_alone, cards_in_script
from scripts_library.check.codes import RULES, Rule
from scripts_library.check.finding import Finding
from scripts_library.check.limits import SHIPPED, Limits
from scripts_library.check.musts import musts
from scripts_library.check.names import names_in_script, names_of_cards
from scripts_library.check.needs import needs
from scripts_library.check.problem import Problem
from scripts_library.check.reachability import reachability
from scripts_library.check.references import in_cards, in_script
from scripts_library.check.replies import replies
from scripts_library.check.ways_out import ways_out
from scripts_library.check.whole import Whole
from scripts_library.document import Document
from scripts_library.kinds import kind_of
from scripts_library.objections import Objections
from scripts_library.outcomes import Outcomes
from scripts_library.places import Place
from scripts_library.script import Script
from scripts_library.sentences import Sentence
from scripts_library.shelf import Shelf

__all__ = ["RULES", "SHIPPED", "Limits", "Problem", "Rule", "place_of", "problems"]

_OF_SCRIPTS: tuple[Callable[[Whole], Iterator[Finding]], ...] = (
    in_script,
    reachability,
    ways_out,
    branches,
    needs,
    musts,
    cards_in_script,
    names_in_script,
    breath,
    replies,
)


def problems(document: Document, shelf: Shelf, limits: Limits = SHIPPED) -> tuple[Problem, ...]:
    """Everything that is wrong with a document, by place (script-format «What the check finds», items 1–10).

    A script is judged with its outcomes and with its card sets, which the shelf finds: the problems of those are its
    own, since a call walks through both. A set of cards is judged alone, without exits and outcomes. Places are those
    of the file in which the shelf holds a document, else its id. Whether the plans of a script play (item 11) is not
    judged here.
    """
    found = _findings(document, shelf, limits)
    told = dict.fromkeys(_problem(one, document, shelf, limits) for one in found)
    return tuple(sorted(told, key=lambda problem: (problem.place, problem.code)))


def place_of(document: Document, path: str, shelf: Shelf) -> Place:
    """The place of a path of a document: with file and line where the shelf holds its file, else by its id."""
    reading = shelf.reading(kind_of(document), document.id)
    return reading.place(path) if reading and reading.document == document else Place(document.id, path, None)


def _problem(finding: Finding, document: Document, shelf: Shelf, limits: Limits) -> Problem:
    cards = shelf.find("objections", finding.cards) if finding.cards else None
    return Problem(
        finding.code,
        Sentence(f"scripts_library:{finding.code}", **finding.values),
        place_of(cards or document, finding.path, shelf),
        finding.witness,
        limits.severities.get(finding.code, "problem"),
    )


def _findings(document: Document, shelf: Shelf, limits: Limits) -> Iterator[Finding]:
    if isinstance(document, Script):
        whole = _whole(document, shelf, limits)
        for rule in _OF_SCRIPTS:
            yield from rule(whole)
        for cards in whole.sets.values():
            yield from (replace(finding, cards=cards.id) for finding in _in_set(cards, limits))
    elif isinstance(document, Objections):
        yield from _in_set(document, limits)


def _in_set(cards: Objections, limits: Limits) -> Iterator[Finding]:
    yield from in_cards(cards)
    yield from cards_alone(cards)
    yield from names_of_cards(cards)
    yield from breath_of_cards(cards, limits)


def _whole(script: Script, shelf: Shelf, limits: Limits) -> Whole:
    sets = {
        name: found for name in script.objections if isinstance(found := shelf.find("objections", name), Objections)
    }
    outcomes = shelf.find("outcomes", script.outcomes)
    named = [("objections", name) for name in script.objections] + [("outcomes", script.outcomes)]
    readings = {name: shelf.reading(kind, name) for kind, name in named}
    unreadable = {name: one.faults[0].place for name, one in readings.items() if one and one.faults}
    return Whole(script, sets, outcomes if isinstance(outcomes, Outcomes) else None, limits, unreadable)
