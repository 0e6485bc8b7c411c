"""The check against a walker that tries everything: what it claims can be walked, and what can be walked it claims."""

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise

from hypothesis import given, settings

from scripts_library.check import Problem, problems
from scripts_library.script import Step
from scripts_library.shelf import shelf_of
from tests.scripts_library.check.small_scripts import OUTCOMES, Small, small_scripts
from tests.scripts_library.check.walker import Here, bare, begins, everything, follow, onward, silent, succeeded


def claims(small: Small, *codes: str) -> list[Problem]:
    shelf = shelf_of([small.script, small.cards, OUTCOMES])
    return [problem for problem in problems(small.script, shelf) if problem.code in codes]


def steps_of(found: Iterable[Problem]) -> set[str]:
    return {problem.place.path.split(".")[1].partition("[")[0] for problem in found}


def arrivals(small: Small) -> Mapping[str, list[Here]]:
    """The states of each step as a walk comes to it, before any further move."""
    at: dict[str, list[Here]] = {}
    for here in everything(small):
        if here.ends is None:
            at.setdefault(here.place, []).append(here)
    return at


def reached(small: Small) -> set[str]:
    """The steps to which some link leads from the start, conditions aside."""
    came = {small.script.start}
    waiting = deque(came)
    used = {reply.exit for answer in small.cards.cards["busy"].answers for reply in answer.replies}
    while waiting:
        step = small.script.steps[waiting.popleft()]
        targets = {to for to in leads_to(step, open_only=False) if to is not None}
        if not silent(step):
            targets |= {target for exit_, target in small.script.exits.items() if exit_ in used}
        waiting.extend(targets - came)
        came |= targets
    return came


def leads_to(step: Step, *, open_only: bool) -> set[str | None]:
    """The steps to which a step leads, without condition if `open_only`; None for an outcome, or for no such link."""
    conditional = [(reply.goto, reply.when) for reply in step.replies]
    conditional += [(branch.goto, branch.when) for branch in step.branch]
    ways = {to for to, when in conditional if when is None or not open_only}
    return (ways or {None}) if conditional else {step.goto}


def stuck(small: Small) -> set[str]:
    """The steps from which links without condition never lead to an end; a step without such a link is told apart."""

    ends: set[str] = set()
    while True:
        more = {name for name, step in small.script.steps.items() if leads_to(step, open_only=True) & {None, *ends}}
        if more == ends:
            return reached(small) - ends
        ends = more


@settings(deadline=None)
@given(small_scripts())
def test_a_step_is_claimed_unreachable_where_no_link_leads_to_it(small: Small) -> None:
    assert steps_of(claims(small, "HC201")) == set(small.script.steps) - reached(small)


@settings(deadline=None)
@given(small_scripts())
def test_whoever_can_get_stuck_is_told_and_nobody_else(small: Small) -> None:
    loops = claims(small, "HC302")
    assert {step for loop in loops for step in _steps_in(loop)} <= stuck(small)
    assert bool(stuck(small)) <= bool(claims(small, "HC302", "HC303"))
    closed = {
        name for name, step in small.script.steps.items() if step.replies and all(one.when for one in step.replies)
    }
    assert steps_of(claims(small, "HC401")) == closed
    for loop in loops:
        first = next(number for number, move in enumerate(loop.witness) if move in _steps_in(loop))
        if first:
            assert follow(small, loop.witness[: first + 1]).last.place in _steps_in(loop)
        # The round itself goes by the script's own links: a branch before them may hold in this very call.
        around = [move for move in loop.witness[first:] if not move.startswith("“")]
        assert all(to in leads_to(small.script.steps[step], open_only=True) for step, to in pairwise(around))
        assert around[0] == around[-1]


def _steps_in(loop: Problem) -> set[str]:
    return set(str(loop.sentence.values["steps"]).split(", "))


@settings(deadline=None)
@given(small_scripts())
def test_a_ring_of_silent_steps_is_claimed_where_a_call_goes_round_for_ever(small: Small) -> None:
    rings = claims(small, "HC303")
    assert bool(rings) == _goes_round(small)
    for ring in rings:
        first, *others = ring.witness
        assert first == others[-1]
        assert all(silent(small.script.steps[name]) for name in ring.witness)


def _goes_round(small: Small) -> bool:
    """Whether from some silent step, whatever was visited before, silent moves come back to the same state."""
    names = list(small.script.steps)
    for bits in range(1 << len(names)):
        before = frozenset(name for number, name in enumerate(names) if bits >> number & 1) | {small.script.start}
        for name in before:
            if silent(small.script.steps[name]) and _returns(small, Here(name, before, frozenset(), frozenset())):
                return True
    return False


def _returns(small: Small, first: Here) -> bool:
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = deque([first])
    while waiting:
        for then in onward(small, waiting.popleft()):
            state = then.place, then.visited
            if state == (first.place, first.visited):
                return True
            if then.place and silent(small.script.steps[then.place]) and state not in seen:
                seen.add(state)
                waiting.append(then)
    return False


@settings(deadline=None)
@given(small_scripts())
def test_a_must_say_is_claimed_avoided_where_a_walk_to_a_success_avoids_it(small: Small) -> None:
    walks = everything(small)
    successes = {here: moves for here, moves in walks.items() if succeeded(here)}
    avoided = {
        name
        for name, step in small.script.steps.items()
        if step.must and any(name not in here.visited for here in successes)
    }
    found = claims(small, "HC601")
    assert steps_of(found) <= avoided
    assert avoided & {here.place for here in walks} <= steps_of(found)
    for problem in found:
        (name,) = steps_of([problem])
        walked = follow(small, problem.witness)
        assert succeeded(walked.last)
        assert name not in walked.last.visited
        assert walked.moves == min(moves for here, moves in successes.items() if name not in here.visited)


@settings(deadline=None)
@given(small_scripts())
def test_an_order_is_claimed_broken_where_a_walk_breaks_it(small: Small) -> None:
    broken: dict[tuple[str, str], int] = {}
    for here, moves in everything(small).items():
        if here.ends is None and here.place:
            for earlier in small.script.steps[here.place].after:
                before = here.visited - {here.place}
                if earlier not in before and (earlier != here.place or here == begins(small) or moves):
                    key = here.place, earlier
                    broken[key] = min(moves, broken.get(key, moves))
    found = claims(small, "HC602")
    assert {(str(one.sentence.values["step"]), str(one.sentence.values["earlier"])) for one in found} == set(broken)
    for problem in found:
        step, earlier = str(problem.sentence.values["step"]), str(problem.sentence.values["earlier"])
        walked = follow(small, problem.witness)
        assert walked.last.place == step
        assert all(earlier not in here.visited for here in walked.states[:-1])
        assert walked.moves == broken[step, earlier]


@settings(deadline=None)
@given(small_scripts())
def test_an_outcome_is_claimed_bare_where_a_walk_was_never_offered_what_it_needs(small: Small) -> None:
    actual: dict[tuple[str, str], int] = {}
    for here, moves in everything(small).items():
        for key in bare(here):
            actual[key] = min(moves, actual.get(key, moves))
    found = {(one.place.path, str(one.sentence.values["id"])): one for one in claims(small, "HC501")}
    assert found.keys() == actual.keys()
    for key, problem in found.items():
        walked = follow(small, problem.witness)
        assert key in bare(walked.last)
        assert walked.moves == actual[key]


@settings(deadline=None)
@given(small_scripts())
def test_a_reply_is_claimed_closed_for_good_where_no_walk_to_it_was_offered_what_it_needs(small: Small) -> None:
    actual = set()
    for place, states in arrivals(small).items():
        for number, reply in enumerate(small.script.steps[place].replies if place else (), start=1):
            for count, field in enumerate(reply.needs, start=1):
                if field not in reply.sets and not any(field in here.offered for here in states):
                    actual.add(f"steps.{place}.replies[{number}].needs[{count}]")
    found = {one.place.path for one in claims(small, "HC502")}
    reachable = {path for path in found if path.split(".")[1] in arrivals(small)}
    assert reachable <= actual
    if not small.asks_visited:
        assert found == actual
