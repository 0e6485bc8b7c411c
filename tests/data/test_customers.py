"""Customers: kept, found, not called again, erased."""

import pytest
from msgspec.structs import replace

from coach.events import Amended, Answered, Filled, Finished, Heard, HungUp, NoneOfThese, Noted
from data.book import Book
from data.customer import Customer, masked
from data.files import trio
from data.ids import as_bytes, new_id
from data.person import Person
from data.refusals import DoNotCall, NotFound
from scripts_library.values import ERASED
from tests.data.floor import Files, begun, later, talked
from tests.strategies.small import BEGINS, SMALL, at


def test_a_customer_is_kept(book: Book, customer: Customer) -> None:
    assert book.customer(customer.id) == customer
    assert customer.names == {
        "customer.name": "李志明",
        "customer.called": "李先生",
        "customer.phone": "13812345678",
        "customer.referrer": "李大为",
        "customer.city": "苏州",
    }
    with pytest.raises(NotFound):
        book.customer(book.me.id)


def test_text_is_cleaned_at_the_door(book: Book) -> None:
    kept = book.add_customer(name=" 王\x00伟\ud800 ", notes="a\r\nb", at=BEGINS)
    assert (kept.name, kept.notes) == ("王伟", "a\nb")
    assert book.customer(kept.id) == kept


def test_customers_are_found_by_whatever_is_known_of_them(book: Book, customer: Customer) -> None:
    other = book.add_customer(name="王伟", phone="13900001111", at=at(1))
    for text in ("志明", "李先生", "1234", "大为", "苏州", " 下午 "):
        assert book.find_customers(text) == (customer,), text
    assert book.find_customers("1") == (other, customer)
    assert book.find_customers("%") == ()
    assert book.find_customers("13900001111", limit=1) == (other,)


def test_customers_are_paged_by_key(book: Book) -> None:
    kept = [book.add_customer(name=f"客户{number}", at=at(number)) for number in range(7)]
    first = book.customers(limit=3)
    second = book.customers(before=first[-1].id, limit=3)
    third = book.customers(before=second[-1].id, limit=3)
    assert [*first, *second, *third] == kept[::-1]


@pytest.mark.parametrize("written", ["13812345678", "+8613812345678", "008613812345678", "138 1234 5678"])
def test_a_number_is_known_however_it_is_written(book: Book, customer: Customer, written: str) -> None:
    assert book.customer_with_phone(written) == customer
    assert book.customer_with_phone("13812345679") is None
    book.add_customer(name="没有号码", at=BEGINS)
    assert book.customer_with_phone("") is None


def test_a_customer_changes(book: Book, customer: Customer) -> None:
    changed = replace(customer, name="李志民", city="", notes="上午方便")
    assert book.change_customer(changed) == changed
    assert book.customer(customer.id) == changed
    with pytest.raises(NotFound):
        book.change_customer(replace(customer, id=book.me.id))


def test_what_a_call_found_out_is_known_in_the_next_one(book: Book) -> None:
    someone = book.add_customer(phone="13900001111", city="苏州", at=BEGINS)
    kept = begun(book, customer=someone)
    for second, (name, text) in enumerate((("called", "买先生"), ("called", "买女士"), ("city", "南京")), start=1):
        kept = book.keep(kept, Filled(at=later(kept, second), name=f"customer.{name}", value=text))
    talked(book, kept)
    assert book.customer(someone.id) == replace(someone, called="买女士")
    assert book.call_names(book.customer(someone.id), at(100))["customer.called"] == "买女士"


def test_what_is_known_of_a_customer_stays_where_a_call_found_out_something_else(book: Book) -> None:
    someone = book.add_customer(name="李志明", called="李先生", phone="13900001111", referrer="李大为", at=BEGINS)
    kept = book.keep(begun(book, customer=someone), Filled(at=at(3), name="customer.city", value="南京"))
    talked(book, kept)
    assert book.customer(someone.id) == replace(someone, city="南京")
    other = book.add_customer(city="苏州", phone="13900002222", at=BEGINS)
    kept = book.keep(
        begun(book, customer=other, at=at(900)), Filled(at=at(903), name="customer.called", value="买先生")
    )
    talked(book, kept)
    assert book.customer(other.id) == replace(other, called="买先生")


def test_what_a_call_found_out_is_not_kept_of_an_erased_customer(book: Book) -> None:
    someone = book.add_customer(phone="13900001111", at=BEGINS)
    kept = book.keep(begun(book, customer=someone), Filled(at=at(3), name="customer.called", value="买先生"))
    book.erase_customer(someone.id, at=at(4))
    talked(book, book.call(kept.id))
    assert book.customer(someone.id).called == ""


def test_nothing_is_learnt_of_a_customer_from_a_wrong_number(book: Book) -> None:
    someone = book.add_customer(phone="13900001111", at=BEGINS)
    kept = book.keep(begun(book, customer=someone), Filled(at=at(3), name="customer.called", value="买先生"))
    talked(book, kept, outcome="wrong-number")
    assert book.customer(someone.id).called == ""


def test_who_asked_not_to_be_called_is_not_dialled(book: Book, customer: Customer) -> None:
    book.stop_calling(customer.id, at=at(1))
    with pytest.raises(DoNotCall) as refused:
        begun(book, customer=customer, at=at(2))
    assert refused.value.since == at(1)
    assert "李先生" in refused.value.sentence.in_language("zh")
    assert book.calls() == ()


def test_a_change_does_not_lift_what_a_customer_without_a_number_asked_for(book: Book) -> None:
    someone = book.add_customer(name="李志明", at=BEGINS)
    book.stop_calling(someone.id, at=at(1))
    assert book.change_customer(replace(someone, city="苏州")).do_not_call == at(1)
    assert book.customer(someone.id).do_not_call == at(1)


def test_the_number_is_not_dialled_under_another_name(book: Book, customer: Customer) -> None:
    book.stop_calling(customer.id, at=at(1))
    other = book.add_customer(name="李先生", phone="+86 138-1234-5678", at=at(2))
    assert other.do_not_call == at(1)
    third = book.add_customer(name="王伟", phone="13900001111", at=at(3))
    moved = book.change_customer(replace(third, phone="13812345678"))
    assert moved.do_not_call == at(1)
    for one in (other, third):
        with pytest.raises(DoNotCall):
            begun(book, customer=one, at=at(4))


@pytest.mark.parametrize("phone", ["13812345678", ""])
def test_a_new_number_of_who_asked_not_to_be_called_is_not_dialled_either(book: Book, phone: str) -> None:
    stopped = book.add_customer(name="李志明", phone=phone, at=BEGINS)
    other = book.add_customer(name="李太太", phone="13900001111", at=BEGINS)
    book.stop_calling(stopped.id, at=at(1))
    book.change_customer(replace(stopped, phone="139 0000 1111"))
    assert book.add_customer(name="有人", phone="13900001111", at=at(2)).do_not_call == at(1)
    for one in (stopped, other):
        with pytest.raises(DoNotCall):
            begun(book, customer=one, at=at(3))


def test_a_number_that_was_stopped_later_stops_all_who_have_it(book: Book, customer: Customer) -> None:
    other = book.add_customer(name="李太太", phone="13812345678", at=at(1))
    book.stop_calling(customer.id, at=at(2))
    with pytest.raises(DoNotCall):
        begun(book, customer=other, at=at(3))


def test_an_outcome_that_stops_puts_the_customer_on_the_list(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer), outcome="stop")
    ended = kept.call.trail[-1].at
    assert book.customer(customer.id).do_not_call == ended
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="按错了", outcome="refused"))
    assert book.customer(customer.id).do_not_call is None
    assert book._store.rows("SELECT * FROM never_call") == []
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="没按错", outcome="stop"))
    assert book.customer(customer.id).do_not_call == ended


def test_amending_one_call_does_not_lift_what_another_said(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer), outcome="refused")
    book.stop_calling(customer.id, at=later(kept, 1))
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="他说别打了", outcome="stop"))
    book.keep(kept, Amended(at=later(kept, 60), by="", reason="没说", outcome="refused"))
    assert book.customer(customer.id).do_not_call is not None


def test_amending_a_call_does_not_lift_what_the_customer_asked_for_later(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer), outcome="stop")
    asked = later(kept, 600)
    book.stop_calling(customer.id, at=asked)
    book.keep(kept, Amended(at=later(kept, 1200), by="", reason="按错了", outcome="refused"))
    assert book.customer(customer.id).do_not_call == asked
    assert book.add_customer(phone="13812345678", at=at(3600)).do_not_call == asked
    with pytest.raises(DoNotCall):
        begun(book, customer=customer, at=at(3600))


def test_what_two_calls_said_is_lifted_when_both_are_amended(
    book: Book, files: Files, agent: Person, customer: Customer
) -> None:
    other = book.add_customer(name="李太太", phone="13812345678", at=BEGINS)
    with files.open(agent.number) as another:
        first, second = begun(book, customer=customer), begun(another, customer=customer, at=at(5))
        third = begun(another, customer=other, at=at(9))
        first, second, third = (
            talked(of, kept, outcome="stop") for of, kept in ((book, first), (another, second), (another, third))
        )
    for kept in (first, second, third):
        for one in (customer, other):
            with pytest.raises(DoNotCall):
                begun(book, customer=one, at=at(1000))
        assert book.add_customer(phone="13812345678", at=at(1000)).do_not_call is not None
        book.keep(kept, Amended(at=later(kept, 1200), by="", reason="按错了", outcome="refused"))
    assert {one.do_not_call for one in book.customers()} == {None}
    assert book._store.rows("SELECT * FROM never_call") == []
    for one in (customer, other):
        begun(book, customer=one, at=at(2000))


def test_what_was_stopped_by_mistake_is_lifted_for_all_who_have_the_number(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer), outcome="stop")
    other = book.add_customer(name="李太太", phone="13812345678", at=at(900))
    assert other.do_not_call is not None
    book.keep(kept, Amended(at=later(kept, 60), by="", reason="按错了", outcome="refused"))
    assert book.customer(other.id).do_not_call is None
    begun(book, customer=other, at=at(1000))


def test_erasing_takes_all_that_was_said_and_no_figure(book: Book, customer: Customer) -> None:
    kept = begun(book, customer=customer)
    kept = book.keep(kept, Answered(at=later(kept, 5)))
    kept = book.keep(kept, Noted(at=later(kept, 5), text="身体不太好"))
    kept = book.keep(kept, HungUp(at=later(kept, 40), by="customer"))
    other = begun(book, customer=book.add_customer(name="王伟", phone="13900001111", at=at(1)), at=at(900))
    figures, rows = book._store.rows("SELECT * FROM facts"), book._store.rows("SELECT * FROM said")
    book.erase_customer(customer.id, at=at(1800))

    assert book.customer(customer.id) == Customer(id=customer.id, erased_at=at(1800))
    assert book.customers() == (book.customer(other.customer or ""),)
    assert book.customer_with_phone("13812345678") is None
    again = book.call(kept.id).call
    assert again.values["customer.name"] == again.values["customer.phone"] == ERASED
    assert again.note == ""
    assert (again.phase, again.position, again.path) == (kept.call.phase, kept.call.position, kept.call.path)
    assert book.call(other.id) == other
    assert book._store.rows("SELECT * FROM facts") == figures
    assert {call for call, *_ in book._store.rows("SELECT * FROM said")} == {as_bytes(other.id)}
    assert {call for call, *_ in rows} == {as_bytes(kept.id), as_bytes(other.id)}
    assert book.check().right


def test_what_was_erased_is_not_written_back(book: Book, customer: Customer) -> None:
    book.erase_customer(customer.id, at=at(60))
    with pytest.raises(NotFound):
        book.change_customer(replace(customer, notes="上午方便"))
    assert book.customer(customer.id) == Customer(id=customer.id, erased_at=at(60))


def test_a_call_goes_on_while_its_customer_is_erased_and_keeps_nothing_of_what_is_said(
    book: Book, customer: Customer
) -> None:
    kept = begun(book, customer=customer)
    kept = book.keep(kept, Answered(at=later(kept, 8)))
    kept = book.keep(kept, Noted(at=later(kept, 5), text="身体不太好"))
    book.erase_customer(customer.id, at=later(kept, 1))
    kept = book.keep(kept, Noted(at=later(kept, 5), text="还是身体不太好"))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=3))
    kept = book.keep(kept, NoneOfThese(at=later(kept, 2), words="我在住院"))
    kept = book.keep(kept, Filled(at=later(kept, 4), name="fields.callback_at", value="2026-01-05 15:00"))
    kept = book.keep(kept, HungUp(at=later(kept, 4), by="agent"))
    kept = book.keep(kept, Finished(at=later(kept, 5), outcome="callback", intent="B"))
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="他说下周", outcome="refused"))
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="说错了", outcome="callback"))

    assert book._store.rows("SELECT * FROM said") == []
    again = book.call(kept.id).call
    assert (again.note, again.values["fields.callback_at"]) == ("", ERASED)
    assert (again.phase, again.path) == ("finished", kept.call.path)
    facts = book.facts(kept.id)
    assert facts is not None
    assert (facts.outcome, facts.none_of_these) == ("callback", 1)
    assert [one.promise.due_at.hour for one in book.promises(now=at(0))] == [15]
    assert book.check().right


def test_who_was_erased_is_not_called_and_nobody_is_erased_who_never_was(book: Book, customer: Customer) -> None:
    book.erase_customer(customer.id, at=at(60))
    with pytest.raises(NotFound):
        book.start_call(release=SMALL, at=at(120), customer=customer)
    with pytest.raises(NotFound):
        book.erase_customer(new_id(BEGINS), at=at(180))


def test_what_was_erased_is_in_no_row_and_the_log_is_emptied(book: Book, customer: Customer) -> None:
    kept = begun(book, customer=customer)
    kept = book.keep(kept, Answered(at=later(kept, 5)))
    for number in range(40):
        kept = book.keep(kept, Noted(at=later(kept, 5), text=f"身体不太好 {number} " * 40))
    assert trio(book.path)[1].stat().st_size > 0
    book.erase_customer(customer.id, at=at(1800))
    assert trio(book.path)[1].stat().st_size == 0
    plain = book.path.with_name("plain.db")
    book._store.rows("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    book._store.rows("SELECT sqlcipher_export('plain')")
    content = plain.read_bytes()
    assert content.startswith(b"SQLite format 3")
    assert "小话术".encode() in content
    assert "身体".encode() not in content
    assert "李志明".encode() not in content
    assert b"13812345678" not in content


def test_an_erased_number_that_must_not_be_called_is_still_recognised(book: Book, customer: Customer) -> None:
    book.stop_calling(customer.id, at=at(1))
    book.erase_customer(customer.id, at=at(2))
    assert book.add_customer(name="有人", phone="13812345678", at=at(3)).do_not_call == at(1)


@pytest.mark.parametrize(
    ("phone", "seen"),
    [("13812345678", "138****5678"), ("", ""), ("12345", "****2345"), ("051262521234", "0512****1234")],
)
def test_a_masked_number(phone: str, seen: str) -> None:
    assert masked(phone) == seen
