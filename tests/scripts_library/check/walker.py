"""A walker that tries everything in a small script, by the rules of walking alone; it knows nothing of the check."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scripts_library.script import Branch, Reply, Step
from tests.scripts_library.check.small_scripts import FIELDS, OUTCOMES, Small

IN_A_CARD = ""


@dataclass(frozen=True)
class Here:
    """A state of a walk: where it is, what it came by, what it was offered; and how it ended, by which way."""

    place: str
    visited: frozenset[str]
    offered: frozenset[str]
    proved: frozenset[str]  # what a reply that was taken had needed
    ends: str | None = None
    way: str = ""


def silent(step: Step) -> bool:
    """Whether the walk passes through."""
    return step.says is None and bool(step.branch or step.goto)


def entered(small: Small, here: Here, step: str) -> Here:
    """The state after coming to a step."""
    asks = small.script.steps[step].asks
    return replace(here, place=step, visited=here.visited | {step}, offered=here.offered | set(asks))


def begins(small: Small) -> Here:
    """The state in which a call begins."""
    return entered(small, Here("", frozenset(), frozenset(), frozenset()), small.script.start)


def truths(small: Small, when: str | None, here: Here) -> frozenset[bool]:
    """What a condition may come to here."""
    return frozenset({True}) if when is None else small.may[when](here.visited)


def onward(small: Small, here: Here) -> Iterator[Here]:
    """Everything that may happen next."""
    if here.ends is not None:
        return
    if here.place == IN_A_CARD:
        yield from _out_of_a_card(small, here)
        return
    step = small.script.steps[here.place]
    for number, reply in enumerate(step.replies, start=1):
        if True in truths(small, reply.when, here):
            yield heard(small, here, reply, number)
    if step.branch:
        yield from (entered(small, here, branch.goto) for branch in taken(small, here, step.branch))
    if step.goto is not None:
        yield entered(small, here, step.goto)
    if step.ends is not None:
        yield replace(here, ends=step.ends, way=f"steps.{here.place}.ends")
    if not silent(step):
        yield replace(here, place=IN_A_CARD)


def heard(small: Small, here: Here, reply: Reply, number: int) -> Here:
    """The state after a reply."""
    told = replace(here, offered=here.offered | frozenset(reply.sets), proved=here.proved | set(reply.needs))
    if reply.goto is not None:
        return entered(small, told, reply.goto)
    return replace(told, ends=reply.ends, way=f"steps.{here.place}.replies[{number}].ends")


def taken(small: Small, here: Here, branches: tuple[Branch, ...]) -> Iterator[Branch]:
    """The branches that may be the first that holds."""
    for branch in branches:
        may = truths(small, branch.when, here)
        if True in may:
            yield branch
        if False not in may:
            return


def _out_of_a_card(small: Small, here: Here) -> Iterator[Here]:
    for number, answer in enumerate(small.cards.cards["busy"].answers, start=1):
        for place, reply in enumerate(answer.replies, start=1):
            if reply.exit in small.script.exits:
                yield entered(small, here, small.script.exits[reply.exit or ""])
            elif reply.ends is not None:
                way = f"cards.busy.answers[{number}].replies[{place}].ends"
                yield replace(here, ends=reply.ends, way=way)


def everything(small: Small) -> Mapping[Here, int]:
    """Every state that a walk may come to, with the fewest moves to it."""
    first = begins(small)
    came = {first: 0}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        for then in onward(small, here):
            if then not in came:
                came[then] = came[here] + 1
                waiting.append(then)
    return came


def succeeded(here: Here) -> bool:
    """Whether the walk ended in a success."""
    return here.ends is not None and OUTCOMES.outcomes[here.ends].result == "success"


def bare(here: Here) -> set[tuple[str, str]]:
    """The fields that the outcome of this ended walk needs and was never offered, with the way that ended it."""
    needs = OUTCOMES.outcomes[here.ends].needs if here.ends else ()
    return {(here.way, field) for field in needs if field in FIELDS and field not in here.offered | here.proved}


@dataclass(frozen=True)
class Walked:
    """What came of following a witness: all states on the way, and how many moves it took."""

    states: tuple[Here, ...]
    moves: int

    @property
    def last(self) -> Here:
        """Where it led."""
        return self.states[-1]


def follow(small: Small, witness: tuple[str, ...]) -> Walked:
    """Walk a witness path move by move; an impossible one raises AssertionError."""
    tokens = deque(witness)
    assert tokens.popleft() == small.script.start
    states = [begins(small)]
    moves = 0
    while tokens:
        here, token = states[-1], tokens.popleft()
        step = small.script.steps[here.place]
        assert here.ends is None
        if token.startswith("/"):
            assert not silent(step)
            states.append(_through_card(small, here, token, tokens))
            moves += 2
        elif token.startswith("“"):
            number, reply = next((n, one) for n, one in enumerate(step.replies, start=1) if f"“{one.hears}”" == token)
            assert True in truths(small, reply.when, here)
            states.append(heard(small, here, reply, number))
            _shows(states[-1], tokens.popleft())
            moves += 1
        elif token.startswith("["):
            states.append(replace(here, ends=step.ends, way=f"steps.{here.place}.ends"))
            _shows(states[-1], token)
            moves += 1
        else:
            targets: list[str | None] = [branch.goto for branch in taken(small, here, step.branch)]
            targets.append(step.goto)
            assert token in targets
            states.append(entered(small, here, token))
            moves += 1
    return Walked(tuple(states), moves)


def _shows(here: Here, token: str) -> None:
    assert token == (f"[{here.ends}]" if here.ends else here.place)


def _through_card(small: Small, here: Here, token: str, tokens: deque[str]) -> Here:
    """Through a card that comes up for the first time, to where it leads; `/` leaves it, to raise it once more."""
    answers = small.cards.cards["busy"].answers
    shows = 0
    assert token == "/busy"
    while True:
        said = tokens.popleft()
        if said == "/":
            assert tokens.popleft() == "/busy"
            shows = min(shows + 1, len(answers) - 1)
            continue
        place, reply = next((n, r) for n, r in enumerate(answers[shows].replies, start=1) if f"“{r.hears}”" == said)
        if reply.exit == "next":
            shows += 1
            continue
        if reply.ends is not None:
            way = f"cards.busy.answers[{shows + 1}].replies[{place}].ends"
            there = replace(here, ends=reply.ends, way=way)
        else:
            there = entered(small, here, small.script.exits[reply.exit or ""])
        _shows(there, tokens.popleft())
        return there
