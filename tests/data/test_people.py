"""People, and what each may do and see."""

from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest
from msgspec.structs import replace

from coach.events import Answered, Filled, Noted
from data.book import Book
from data.customer import Customer
from data.kept_call import KeptCall
from data.may import MAY, Action
from data.person import Person, StatusSince
from data.refusals import NotAllowed, NotFound, NumberTaken
from scripts_library.appraisal_plan import Role
from scripts_library.values import ERASED
from tests.data.floor import OWNER, Files, begun, later
from tests.strategies.small import BEGINS, SMALL

ROLES: tuple[Role, ...] = get_args(Role)
DAY = BEGINS.date()


def test_people_are_found_by_id_number_and_name(book: Book, agent: Person) -> None:
    assert [person.name for person in book.people()] == [OWNER, "陈静"]
    assert book.person(agent.id) == book.person("101") == book.person("陈静") == agent
    with pytest.raises(NotFound):
        book.person("102")


def test_an_agent_number_is_taken_once(book: Book, agent: Person) -> None:
    with pytest.raises(NumberTaken):
        book.add_person(name="陈小静", number=" 101 ", at=BEGINS)
    other = book.add_person(name="陈小静", number="102", at=BEGINS)
    with pytest.raises(NumberTaken):
        book.change_person(replace(other, number="101"))
    assert len(book.people()) == 3


def test_a_person_changes(book: Book, agent: Person) -> None:
    left = replace(agent, name="陈静怡", role="supervisor", title="主管", left_on=date(2026, 3, 31))
    assert book.change_person(left) == left
    assert book.person("101") == left
    with pytest.raises(NotFound):
        book.change_person(replace(agent, id="0" * 32, number="7"))


def test_a_status_holds_from_a_day_on(book: Book, agent: Person) -> None:
    book.set_status(agent.id, "probation", date(2026, 1, 1))
    book.set_status(agent.id, "regular", date(2026, 1, 16))
    book.set_status(agent.id, "new", date(2026, 1, 1))
    assert book.statuses(agent.id) == [
        StatusSince(from_day=date(2026, 1, 1), status="new"),
        StatusSince(from_day=date(2026, 1, 16), status="regular"),
    ]


def test_the_table_names_every_action_and_only_roles() -> None:
    assert set(MAY) == set(get_args(Action))
    for action, roles in MAY.items():
        assert roles <= set(ROLES)
        assert "owner" in roles, action


@pytest.fixture
def floor(book: Book, files: Files) -> Files:
    """A floor with one person of each role, whose number is the role; the owner's is 1."""
    for role in ROLES:
        if role != "owner":
            book.add_person(name=f"某{role}", number=role, role=role, at=BEGINS)
    return files


@pytest.fixture
def made(floor: Files, agent: Person, customer: Customer) -> KeptCall:
    """A call of an agent, with a note and a number in it."""
    with floor.open(agent.id) as opened:
        kept = begun(opened, customer=customer)
        kept = opened.keep(kept, Answered(at=later(kept, 5)))
        kept = opened.keep(kept, Filled(at=later(kept, 5), name="customer.phone", value="13900001111"))
        return opened.keep(kept, Noted(at=later(kept, 5), text="儿子在南京"))


def opened_as(floor: Files, role: Role) -> Book:
    """The book, opened by the one person of that role."""
    return floor.open("1" if role == "owner" else role)


DOING: dict[Action, Callable[[Book, KeptCall], object]] = {
    "call": lambda book, _: book.start_call(release=SMALL, at=BEGINS),
    "see_customers": lambda book, _: book.customers(),
    "see_phones": lambda book, _: book.add_customer(name="王伟", at=BEGINS),
    "see_calls_of_others": lambda book, made: book.call(made.id),
    "publish": lambda book, _: book.publish(SMALL, at=BEGINS),
    "keep_people": lambda book, _: book.add_person(name="新人", number="500", at=BEGINS),
    "see_scores_of_others": lambda book, made: book.sums(made.agent, DAY, DAY),
    "close_period": lambda book, _: book.close_period(DAY, at=BEGINS),
    "erase": lambda book, made: book.erase_customer(made.customer or "", at=BEGINS),
    "set": lambda book, _: book.set("company", "安家"),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", list(DOING))
def test_the_book_refuses_what_a_role_may_not(floor: Files, made: KeptCall, role: Role, action: Action) -> None:
    with opened_as(floor, role) as book:
        assert book.me.role == role
        assert book.may(action) == (role in MAY[action])
        if role in MAY[action]:
            DOING[action](book, made)
            return
        with pytest.raises(NotAllowed) as refused:
            DOING[action](book, made)
        assert refused.value.sentence.in_language("zh").startswith("您没有权限")


@pytest.mark.parametrize(
    ("role", "note", "name", "phone"),
    [
        ("supervisor", "儿子在南京", "李志明", "13900001111"),
        ("trainer", "儿子在南京", "李志明", ERASED),
        ("hr", "", ERASED, ERASED),
    ],
)
def test_a_replay_hides_what_a_role_may_not_see(
    floor: Files, made: KeptCall, role: Role, note: str, name: object, phone: object
) -> None:
    with opened_as(floor, role) as book:
        call = book.call(made.id).call
    assert (call.note, call.values["customer.name"], call.values["customer.phone"]) == (note, name, phone)
    assert len(call.trail) == len(made.call.trail)


def test_an_agent_sees_their_own_alone(floor: Files, made: KeptCall) -> None:
    with floor.open("101") as book:
        assert [row.id for row in book.calls()] == [made.id]
        assert book.call(made.id) == made
    with floor.open("agent") as book:
        assert book.calls() == ()
        assert book.open_calls() == ()
        with pytest.raises(NotAllowed):
            book.call(made.id)
        with pytest.raises(NotAllowed):
            book.keep(made, Noted(at=later(made, 1), text="不是我的"))


def test_a_trainer_sees_customers_without_number_and_notes(floor: Files, customer: Customer) -> None:
    with floor.open("trainer") as book:
        seen = book.customer(customer.id)
        assert (seen.name, seen.phone, seen.notes) == ("李志明", "138****5678", "")
        assert book.find_customers("13812345678") == ()
        assert book.find_customers("下午") == ()
        assert [found.id for found in book.find_customers("李大为")] == [customer.id]
