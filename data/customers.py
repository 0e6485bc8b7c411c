"""The customers, in first form: who is called, under which number, and who must not be."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from data.customer import Customer, masked
from data.ids import as_bytes, as_text, new_id
from data.opened import Opened
from data.packing import iso, moment
from data.refusals import NotFound
from data.store import Connection, Row, Store
from scripts_library.sentences import Sentence
from scripts_library.text import clean
from scripts_library.values.phones import phone_key

_TEXTS = ("name", "called", "phone", "referrer", "city", "notes")
_CUSTOMER = "SELECT id, name, called, phone, referrer, city, notes, do_not_call, empty_number, erased_at FROM customers"
_PAGE = 200


class Customers(Opened):
    """Whom we call."""

    def customer(self, customer_id: str) -> Customer:
        """The customer of that id. Raises `NotFound`."""
        self._needs("see_customers")
        row = self._store.row(f"{_CUSTOMER} WHERE id = ?", (as_bytes(customer_id),))
        if row is None:
            raise NotFound(Sentence("data:thing_customer"), customer_id)
        return self._seen(row)

    def customers_of(self, ids: Iterable[str]) -> Mapping[str, Customer]:
        """The customers with these ids; one that is not kept is left out."""
        self._needs("see_customers")
        keys = [as_bytes(one) for one in ids]
        rows = self._store.rows(f"{_CUSTOMER} WHERE id IN ({', '.join('?' * len(keys))})", keys)
        return {as_text(row[0]): self._seen(row) for row in rows}

    def customers(self, *, before: str | None = None, limit: int = _PAGE) -> tuple[Customer, ...]:
        """A page of customers, the newest first; `before` is the id of the last one of the page before."""
        self._needs("see_customers")
        lowest = b"\xff" * 17 if before is None else as_bytes(before)
        rows = self._store.rows(
            f"{_CUSTOMER} WHERE id < ? AND erased_at IS NULL ORDER BY id DESC LIMIT ?", (lowest, limit)
        )
        return tuple(self._seen(row) for row in rows)

    def find_customers(self, text: str, *, limit: int = _PAGE) -> tuple[Customer, ...]:
        """Customers whose name, form of address, number, referrer, city or notes contain the text, the newest first."""
        self._needs("see_customers")
        looked_in = [name for name in _TEXTS if self._sees(name)]
        contains = " OR ".join(f"instr({name}, :text)" for name in looked_in)
        rows = self._store.rows(
            f"{_CUSTOMER} WHERE erased_at IS NULL AND ({contains}) ORDER BY id DESC LIMIT :limit",
            {"text": clean(text).strip(), "limit": limit},
        )
        return tuple(self._seen(row) for row in rows)

    def customer_with_phone(self, phone: str) -> Customer | None:
        """Who is kept under that number already, the newest first."""
        self._needs("see_phones")
        row = self._store.row(
            f"{_CUSTOMER} WHERE number = ? AND number != '' ORDER BY id DESC LIMIT 1", (phone_key(phone),)
        )
        return None if row is None else self._seen(row)

    def add_customer(
        self,
        *,
        name: str = "",
        called: str = "",
        phone: str = "",
        referrer: str = "",
        city: str = "",
        notes: str = "",
        at: datetime,
    ) -> Customer:
        """Keep a new customer. A number that asked not to be called again is recognised, even of an erased customer."""
        self._needs("see_phones")
        customer = _cleaned(
            Customer(id=new_id(at), name=name, called=called, phone=phone, referrer=referrer, city=city, notes=notes)
        )
        with self._store.writing() as db:
            since = do_not_call_since(self._store, phone_key(customer.phone))
            customer = replace(customer, do_not_call=since, empty_number=_known_empty(db, customer.phone))
            db.execute(
                "INSERT INTO customers (id, name, called, phone, referrer, city, notes, number, do_not_call,"
                " empty_number, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    as_bytes(customer.id),
                    *_texts(customer),
                    phone_key(customer.phone),
                    iso(since),
                    customer.empty_number,
                    at.isoformat(),
                    as_bytes(self.me.id),
                ),
            )
        return customer

    def change_customer(self, customer: Customer) -> Customer:
        """Name, form of address, number, referrer, city and notes as they now are.

        Do-not-call is not lifted here: it holds for the new number too. Raises `NotFound`, also for one who was erased
        meanwhile.
        """
        self._needs("see_phones")
        told = _cleaned(customer)
        with self._store.writing() as db:
            before = self.customer(customer.id)
            if before.erased_at is not None:
                raise NotFound(Sentence("data:thing_customer"), customer.id)
            number = phone_key(told.phone)
            told = replace(
                told,
                do_not_call=before.do_not_call or do_not_call_since(self._store, number),
                empty_number=before.empty_number if told.phone == before.phone else _known_empty(db, told.phone),
            )
            db.execute(
                "UPDATE customers SET name = ?, called = ?, phone = ?, referrer = ?, city = ?, notes = ?, number = ?,"
                " do_not_call = ?, empty_number = ? WHERE id = ?",
                (*_texts(told), number, iso(told.do_not_call), told.empty_number, as_bytes(told.id)),
            )
            if number and told.do_not_call is not None:
                _stop_number_too(db, self._store.key.hidden(number), told.do_not_call.isoformat())
        return told

    def stop_calling(self, customer_id: str, *, at: datetime) -> None:
        """The customer asked not to be called again (G): never offered, never dialled, under any name."""
        self._needs("see_customers")
        with self._store.writing() as db:
            key, since = as_bytes(customer_id), at.isoformat()
            number = _number(db, key)
            stop(db, key, since)
            if number:
                stop_number(db, self._store.key.hidden(number), since)

    def erase_customer(self, customer_id: str, *, at: datetime) -> None:
        """Erase everything said about a customer, on request (G). Counts and scores stay as they are.

        What stays of somebody who must not be called is a mark by which the number is recognised. Backups forget
        as they are thinned. Raises `NotFound`.
        """
        self._needs("erase")
        key = as_bytes(customer_id)
        with self._store.writing() as db:
            if not erase(db, key, at.isoformat()):
                raise NotFound(Sentence("data:thing_customer"), customer_id)
        self._store.forget_log()

    def _seen(self, row: Row) -> Customer:
        customer = _customer(row)
        if self._sees("phone"):
            return customer
        return replace(customer, phone=masked(customer.phone), notes="")

    def _sees(self, name: str) -> bool:
        return name not in ("phone", "notes") or self.may("see_phones")


def stop_by_call(store: Store, db: Connection, customer: bytes, at: datetime) -> None:
    """Within a transaction: since a call that ended at this moment the customer and the number are not called again.

    Who was stopped before stays stopped since then.
    """
    since, number = at.isoformat(), _number(db, customer)
    db.execute("UPDATE customers SET do_not_call = ? WHERE id = ? AND do_not_call IS NULL", (since, customer))
    if number:
        _stop_number_too(db, store.key.hidden(number), since)


def stop(db: Connection, customer: bytes, since: str) -> None:
    """Within a transaction: the customer asked not to be called again, which outlasts whatever a call has said."""
    db.execute("UPDATE customers SET do_not_call = ? WHERE id = ?", (since, customer))


def stop_number(db: Connection, hidden: bytes, since: str) -> None:
    """Within a transaction: the same for a number, by its mark."""
    db.execute("INSERT INTO never_call VALUES (?, ?) ON CONFLICT DO UPDATE SET since = excluded.since", (hidden, since))


def erase(db: Connection, customer: bytes, at: str) -> bool:
    """Within a transaction: nothing stays of what is kept of a customer, nor of what was said in their calls.

    Whether there was such a customer.
    """
    found = db.execute(
        "UPDATE customers SET name = '', called = '', phone = '', number = '', referrer = '', city = '', notes = '',"
        " erased_at = ? WHERE id = ?",
        (at, customer),
    )
    db.execute("DELETE FROM said WHERE call IN (SELECT id FROM calls WHERE customer = ?)", (customer,))
    return bool(found.rowcount)


def with_the_number_of(db: Connection, customer: bytes) -> set[bytes]:
    """Whoever has the number of a customer, the customer among them."""
    rows = db.execute("SELECT id FROM customers WHERE number = ? AND number != ''", (_number(db, customer),)).fetchall()
    return {customer, *(one for (one,) in rows)}


def call_again(store: Store, db: Connection, customer: bytes, at: datetime, *, stopped: str | None) -> None:
    """Within a transaction: what was stopped at this very moment was a mistake, and is undone.

    `stopped` is since when another call with the customer or the number says so too.
    """
    since, number = at.isoformat(), _number(db, customer)
    db.executemany(
        "UPDATE customers SET do_not_call = ? WHERE id = ? AND do_not_call = ?",
        [(stopped, one, since) for one in with_the_number_of(db, customer)],
    )
    if number:
        hidden = store.key.hidden(number)
        db.execute("DELETE FROM never_call WHERE number = ? AND since = ?", (hidden, since))
        still = db.execute(
            "SELECT do_not_call FROM customers WHERE number = ? AND do_not_call IS NOT NULL LIMIT 1", (number,)
        ).fetchone()
        if still is not None:
            _stop_number_too(db, hidden, still[0])


def learn(db: Connection, customer: bytes, told: Mapping[str, str]) -> None:
    """Within a transaction: what a call found out about a customer, where nobody had known it yet.

    `told` are name, form of address (`called`), referrer and city, each where it was found out.
    """
    db.execute(
        "UPDATE customers SET name = coalesce(nullif(name, ''), :name), called = coalesce(nullif(called, ''), :called),"
        " referrer = coalesce(nullif(referrer, ''), :referrer), city = coalesce(nullif(city, ''), :city)"
        " WHERE id = :id AND erased_at IS NULL",
        {"id": customer, "name": "", "called": "", "referrer": "", "city": "", **told},
    )


def number_is_empty(db: Connection, customer: bytes, *, empty: bool) -> None:
    """Within a transaction: the customer's number is known to be empty, or after all is not, under whichever name."""
    db.execute(
        "UPDATE customers SET empty_number = :empty WHERE id IN (SELECT :id UNION"
        " SELECT other.id FROM customers JOIN customers AS other ON other.number = customers.number"
        " WHERE customers.id = :id AND customers.number != '')",
        {"empty": empty, "id": customer},
    )


def do_not_call_since(store: Store, number: str) -> datetime | None:
    """Since when a number (`phone_key`) must not be called, whoever has it; None where it may be."""
    row = store.row("SELECT since FROM never_call WHERE number = ?", (store.key.hidden(number),)) if number else None
    return None if row is None else datetime.fromisoformat(row[0])


def _number(db: Connection, customer: bytes) -> str:
    row = db.execute("SELECT number FROM customers WHERE id = ?", (customer,)).fetchone()
    if row is None:
        raise NotFound(Sentence("data:thing_customer"), as_text(customer))
    number: str = row[0]
    return number


def _stop_number_too(db: Connection, hidden: bytes, since: str) -> None:
    db.execute("INSERT INTO never_call VALUES (?, ?) ON CONFLICT DO NOTHING", (hidden, since))


def _known_empty(db: Connection, phone: str) -> bool:
    """Whether somebody else's call has found this number to be empty."""
    number = phone_key(phone)
    return number != "" and (1,) in db.execute("SELECT max(empty_number) FROM customers WHERE number = ?", (number,))


def _cleaned(customer: Customer) -> Customer:
    return replace(customer, **{name: clean(getattr(customer, name)).strip() for name in _TEXTS})


def _texts(customer: Customer) -> tuple[str, ...]:
    return tuple(getattr(customer, name) for name in _TEXTS)


def _customer(row: Row) -> Customer:
    key, name, called, phone, referrer, city, notes, do_not_call, empty_number, erased_at = row
    return Customer(
        id=as_text(key),
        name=name,
        called=called,
        phone=phone,
        referrer=referrer,
        city=city,
        notes=notes,
        do_not_call=moment(do_not_call),
        empty_number=bool(empty_number),
        erased_at=moment(erased_at),
    )
