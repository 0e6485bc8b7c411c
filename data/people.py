"""The people of the floor, as HR keeps them."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from data.ids import as_bytes, as_text, new_id
from data.opened import Opened
from data.person import Person, StatusSince
from data.refusals import NotFound, NumberTaken
from data.store import Row, Store
from scripts_library.appraisal_plan import Role, Status
from scripts_library.sentences import Sentence
from scripts_library.text import clean

_PERSON = "SELECT id, number, name, role, title, left_on FROM people"


class People(Opened):
    """Who works here."""

    def people(self) -> tuple[Person, ...]:
        """Everybody, by agent number."""
        return tuple(_person(row) for row in self._store.rows(f"{_PERSON} ORDER BY number"))

    def person(self, name: str) -> Person:
        """The person of that id, agent number or name. Raises `NotFound`."""
        return find_person(self._store, name)

    def add_person(self, *, name: str, number: str, role: Role = "agent", title: str = "", at: datetime) -> Person:
        """Somebody begins here, as a new person (E). Raises `NumberTaken`."""
        self._needs("keep_people")
        return add_person(self._store, name=name, number=number, role=role, title=title, at=at)

    def change_person(self, person: Person) -> Person:
        """Number, name, role, title or last day as they now are. Raises `NotFound` and `NumberTaken`."""
        self._needs("keep_people")
        told = replace(person, number=clean(person.number).strip(), name=clean(person.name).strip())
        with self._store.writing() as db:
            key = as_bytes(told.id)
            if db.execute("SELECT 1 FROM people WHERE number = ? AND id != ?", (told.number, key)).fetchone():
                raise NumberTaken(told.number)
            changed = db.execute(
                "UPDATE people SET number = ?, name = ?, role = ?, title = ?, left_on = ? WHERE id = ?",
                (told.number, told.name, told.role, clean(told.title), told.left_on and str(told.left_on), key),
            )
            if not changed.rowcount:
                raise NotFound(Sentence("data:thing_person"), told.id)
        if told.id == self.me.id:
            self.me = told
        return told

    def set_status(self, person_id: str, status: Status, from_day: date) -> None:
        """The person is new, on probation, regular or moved from that day on."""
        self._needs("keep_people")
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO statuses VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET status = excluded.status",
                (as_bytes(person_id), str(from_day), status),
            )

    def statuses(self, person_id: str) -> Sequence[StatusSince]:
        """The statuses that the person has had, the earliest first."""
        if person_id != self.me.id:
            self._needs("see_scores_of_others")
        rows = self._store.rows(
            "SELECT from_day, status FROM statuses WHERE person = ? ORDER BY from_day", (as_bytes(person_id),)
        )
        return [StatusSince(from_day=date.fromisoformat(day), status=status) for day, status in rows]


def add_person(store: Store, *, name: str, number: str, role: Role, title: str = "", at: datetime) -> Person:
    """Keep a new person. Raises `NumberTaken`."""
    person = Person(
        id=new_id(at), number=clean(number).strip(), name=clean(name).strip(), role=role, title=clean(title).strip()
    )
    with store.writing() as db:
        if db.execute("SELECT 1 FROM people WHERE number = ?", (person.number,)).fetchone():
            raise NumberTaken(person.number)
        db.execute(
            "INSERT INTO people (id, number, name, title, role, added_at) VALUES (?, ?, ?, ?, ?, ?)",
            (as_bytes(person.id), person.number, person.name, person.title, role, at.isoformat()),
        )
    return person


def find_person(store: Store, name: str) -> Person:
    """The person of that id, agent number or name, in this order. Raises `NotFound`."""
    if not name:
        raise NotFound(Sentence("data:thing_person"), name)
    for where, key in (("id = ?", _bytes_if_id(name)), ("number = ?", name), ("name = ?", name)):
        found = store.row(f"{_PERSON} WHERE {where}", (key,))
        if found is not None:
            return _person(found)
    raise NotFound(Sentence("data:thing_person"), name)


def first_owner(store: Store) -> Person:
    """Who set this desk up: the book is opened as this person where nobody is named."""
    found = store.row(f"{_PERSON} WHERE role = 'owner' ORDER BY id")
    if found is None:
        raise NotFound(Sentence("data:thing_person"), "owner")
    return _person(found)


def _bytes_if_id(name: str) -> bytes:
    try:
        return as_bytes(name)
    except NotFound:
        return b""


def _person(row: Row) -> Person:
    key, number, name, role, title, left_on = row
    left = None if left_on is None else date.fromisoformat(left_on)
    return Person(id=as_text(key), number=number, name=name, role=role, title=title, left_on=left)
