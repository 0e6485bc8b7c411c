"""Conditions: unknown is false, types are never mixed, and what may be when only the visited steps are known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.expressions import Known, NotAllowed, condition
from scripts_library.values import ERASED, HalfDay, Value

Knows = Callable[..., Known]
YES, NO = frozenset({True}), frozenset({False})
EITHER = YES | NO


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        (None, False),
        ("", False),
        ("王伟", True),
        (Decimal(0), False),
        (Decimal("0.5"), True),
        (False, False),
        (True, True),
        (time(0, 0), True),
        (date(2026, 1, 5), True),
        (HalfDay(date(2026, 1, 5), "am"), True),
        (ERASED, True),
    ],
)
def test_a_name_alone_holds_where_it_is_known_and_not_no(knows: Knows, value: Value | None, holds: bool) -> None:
    known = knows({} if value is None else {"fields.x": value})
    assert condition("fields.x")(known) is holds
    assert condition("not fields.x")(known) is not holds


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
@pytest.mark.parametrize("known_as", [{}, {"x": ERASED}])
def test_an_unknown_or_erased_value_compares_as_false(knows: Knows, operator: str, known_as: dict[str, Value]) -> None:
    assert condition(f"x {operator} 'a'")(knows(known_as)) is False
    assert condition(f"not x {operator} 'a'")(knows(known_as)) is True
    if "in" not in operator:
        assert condition(f"'a' {operator} x")(knows(known_as)) is False


MOMENT = datetime(2026, 1, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "source", "holds"),
    [
        ("callback", "x == 'callback'", True),
        ("callback", "x != 'callback'", False),
        ("callback", "x != 'deal'", True),
        (Decimal("2.0"), "x == 2", True),
        (Decimal("0.1"), "x == 0.1", True),
        (Decimal(-5), "x == -5", True),
        (Decimal(3), "1 < x <= 3", True),
        (Decimal(3), "1 < x < 3", False),
        (Decimal(3), "3 >= x > 1 < 2", True),
        ("5", "x == 5", False),
        ("5", "x != 5", True),
        ("5", "x < 6", False),
        ("5", "x >= 5", False),
        (True, "x == true", True),
        (True, "x == 1", False),
        (True, "x > 0", False),
        (True, "x >= true", False),
        (Decimal(1), "x == true", False),
        ("a", "x < 'b'", True),
        ("北京", "x in ('北京', '上海')", True),
        ("北京", "x in ['上海']", False),
        ("北京", "x not in ['上海']", True),
        ("北京", "x in ()", False),
        ("京", "x in '北京'", True),
        ("津", "x not in '北京'", True),
        (Decimal(1), "x in (1, 2)", True),
        (Decimal(1), "x in (true, '1')", False),
        (Decimal(1), "x in '12'", False),
        ("老客户，朋友", "'朋友' in x", True),
        (Decimal(12), "'1' in x", False),
        (MOMENT.date(), "x == '2026-01-05'", False),
        (MOMENT.date(), "x < '2026-01-06'", False),
    ],
)
def test_comparisons(knows: Knows, left: Value, source: str, holds: bool) -> None:
    assert condition(source)(knows({"x": left})) is holds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (date(2026, 1, 5), date(2026, 1, 6)),
        (time(9), time(9, 1)),
        (MOMENT, MOMENT.replace(hour=11)),
        (HalfDay(date(2026, 1, 5), "am"), HalfDay(date(2026, 1, 5), "pm")),
        (HalfDay(date(2026, 1, 5), "pm"), HalfDay(date(2026, 1, 6), "am")),
    ],
)
def test_values_of_one_type_have_an_order(knows: Knows, before: Value, after: Value) -> None:
    known = knows({"a": before, "b": after})
    for source in ("a < b", "a <= b", "a <= a", "b > a", "b >= a", "b >= b", "a == a", "a != b"):
        assert condition(source)(known) is True, source
    for source in ("b < a", "b <= a", "a < a", "a > b", "a >= b", "a > a", "a == b", "a != a"):
        assert condition(source)(known) is False, source


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (date(2026, 1, 5), MOMENT),
        (date(2026, 1, 5), HalfDay(date(2026, 1, 5), "am")),
        (Decimal(5), time(5)),
        (MOMENT, MOMENT.replace(tzinfo=None)),
    ],
)
def test_values_of_two_types_have_none_and_differ(knows: Knows, one: Value, other: Value) -> None:
    known = knows({"a": one, "b": other})
    for source in ("a < b", "a <= b", "a > b", "a >= b", "a == b", "b < a", "b > a"):
        assert condition(source)(known) is False, source
    assert condition("a != b")(known) is True


def test_raised_counts_and_visited_says_whether(knows: Knows) -> None:
    known = knows(cards={"busy": 2}, steps={"choice-of-two"})
    assert condition("raised('busy') == 2 and visited('choice-of-two')")(known)
    assert condition("raised('busy')")(known)
    assert not condition("raised('price') or visited('offer')")(known)


def test_a_condition_tells_what_it_asks_about() -> None:
    asked = condition("a or not b.c and (raised('busy') > d or visited('offer') == e) and f in ('x', 'y') and 'z' in g")
    assert asked.names == {"a", "b.c", "d", "e", "f", "g"}
    assert asked.raised == {"busy"}
    assert asked.visited == {"offer"}


def test_the_same_source_is_read_once() -> None:
    assert condition("customer.referrer and company") is condition("customer.referrer and company")


def test_a_condition_may_go_over_several_lines(knows: Knows) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert condition(f"company{end}  and not{end}visited('x'){end}")(knows({"company": "和顺"}))


@pytest.mark.parametrize(
    ("source", "may"),
    [
        ("visited('seen')", YES),
        ("not visited('seen')", NO),
        ("visited('new')", NO),
        ("visited('seen') and company", EITHER),
        ("visited('new') and company", NO),
        ("visited('seen') or company", YES),
        ("visited('new') or not company", EITHER),
        ("company or not company", EITHER),
        ("raised('busy') >= 0", EITHER),
        ("true", YES),
        ("not true or false", NO),
        ("''", NO),
        ("visited('seen') == true", YES),
        ("visited('new') != visited('seen')", YES),
        ("visited('new') == company", EITHER),
        ("1 < 2 < 3", YES),
        ("1 < 2 < 2", NO),
        ("1 < 2 < company", EITHER),
        ("2 < 1 < company", NO),
        ("'a' in ('a', 'b')", YES),
        ("visited('seen') in (false,)", NO),
        ("company in ()", EITHER),
    ],
)
def test_what_may_be_where_only_the_visited_steps_are_known(source: str, may: frozenset[bool]) -> None:
    assert condition(source).may(lambda step: step == "seen") == may


@dataclass(frozen=True)
class _Written:
    """A condition in writing, and its truth for given truths of its atoms, in their order."""

    source: str
    atoms: tuple[str, ...]
    truth: Callable[[tuple[bool, ...]], bool]


def _atom(source: str) -> _Written:
    return _Written(source, (source,), lambda truths: truths[0])


def _opposite(inner: _Written) -> _Written:
    return _Written(f"not ({inner.source})", inner.atoms, lambda truths: not inner.truth(truths))


def _joined(left: _Written, word: str, right: _Written) -> _Written:
    def truth(truths: tuple[bool, ...]) -> bool:
        first, second = left.truth(truths[: len(left.atoms)]), right.truth(truths[len(left.atoms) :])
        return first and second if word == "and" else first or second

    return _Written(f"({left.source}) {word} ({right.source})", left.atoms + right.atoms, truth)


_ATOMS = ("visited('one')", "visited('two')", "company", "raised('busy')", "agent.name == '林晓'", "true", "false")
_CONDITIONS = st.recursive(
    st.sampled_from(_ATOMS).map(_atom),
    lambda inner: st.one_of(inner.map(_opposite), st.builds(_joined, inner, st.sampled_from(["and", "or"]), inner)),
    max_leaves=6,
)


@given(_CONDITIONS, st.sets(st.sampled_from(["one", "two"])), st.booleans(), st.booleans(), st.booleans())
def test_conditions_hold_as_logic_has_it(
    knows: Knows, written: _Written, steps: set[str], company: bool, busy: bool, agent: bool
) -> None:
    values = {"company": "和顺"} if company else {}
    known = knows(values | ({"agent.name": "林晓"} if agent else {}), cards={"busy": int(busy)}, steps=steps)
    truths = dict(zip(_ATOMS, ("one" in steps, "two" in steps, company, busy, agent, True, False), strict=True))
    expected = written.truth(tuple(truths[atom] for atom in written.atoms))
    assert condition(written.source)(known) is expected


@given(_CONDITIONS, st.sets(st.sampled_from(["one", "two"])))
def test_may_is_every_truth_that_some_call_could_have(written: _Written, steps: set[str]) -> None:
    settled = {"visited('one')": "one" in steps, "visited('two')": "two" in steps, "true": True, "false": False}
    open_to_each = [(settled[atom],) if atom in settled else (True, False) for atom in written.atoms]
    expected = frozenset(written.truth(truths) for truths in product(*open_to_each))
    assert condition(written.source).may(lambda step: step in steps) == expected


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("a and b.c.d", 1, 7),
        ("a and\n  'x' + 'y'", 2, 3),
        ("raised(busy)", 1, 1),
        ("a ==", 1, 5),
        ("(a or b", 1, 8),
        ("a b", 1, 3),
        ("x in 5", 1, 6),
        ("x == ('a', 'b')", 1, 7),
        ("", 1, 1),
    ],
)
def test_a_refusal_names_its_place(source: str, line: int, column: int) -> None:
    with pytest.raises(NotAllowed) as refused:
        condition(source)
    assert (refused.value.line, refused.value.column) == (line, column)
