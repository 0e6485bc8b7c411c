"""Plans in force by month, what HR entered about people, and the closing of a month."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from coach.appraisal.entry import Entry, counted, entry_kinds, judge_day
from coach.appraisal.working_days import Calendar
from data.ids import as_bytes, as_text, new_id
from data.people import find_person
from data.refusals import NoSuchEntry, NotAllowed, PeriodClosed, PlanFrozen
from data.settings import Settings
from data.store import Connection
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.canonical import canonical, digest
from scripts_library.text import clean

_CALENDAR = "calendar"
_ENTRY = (
    "SELECT entries.id, kind, day, people.name, reason, count FROM entries JOIN people ON people.id = entered_by"
    " WHERE withdrawn_at IS NULL"
)


class Periods(Settings):
    """Months of the appraisal, as HR and the supervisors keep them."""

    @property
    def calendar(self) -> Calendar:
        """The team's working days."""
        kept = self.setting(_CALENDAR)
        return Calendar() if kept is None else msgspec.json.decode(kept, type=Calendar)

    def set_calendar(self, calendar: Calendar) -> None:
        """Set the team's working days."""
        self._needs("close_period")
        self._set(_CALENDAR, msgspec.json.encode(calendar).decode())

    def put_in_force(self, plan: AppraisalPlan, month: date, *, at: datetime) -> None:
        """The plan counts from the month of a day on. Raises `PlanFrozen` where the month has begun with another."""
        self._needs("close_period")
        if month.replace(day=1) <= at.date() and self.plan_for(month) is not None:
            raise PlanFrozen(f"{month:%Y-%m}")
        with self._store.writing() as db:
            address = digest(plan)
            db.execute(
                "INSERT INTO documents (digest, kind, name, canonical, kept_at) VALUES (?, 'appraisal', ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (address, plan.id, canonical(plan), at.isoformat()),
            )
            db.execute(
                "INSERT INTO plans (month, digest) VALUES (?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest",
                (f"{month:%Y-%m}", address),
            )

    def plan_for(self, day: date) -> AppraisalPlan | None:
        """The plan in force in the month of a day; None before the first one."""
        row = self._store.row(
            "SELECT digest, canonical FROM plans JOIN documents USING (digest) WHERE month <= ?"
            " ORDER BY month DESC LIMIT 1",
            (f"{day:%Y-%m}",),
        )
        if row is None:
            return None
        known = self._store.plans
        if row[0] not in known:
            known[row[0]] = msgspec.json.decode(row[1], type=AppraisalPlan)
        return known[row[0]]

    def closed(self, month: date) -> bool:
        """Whether the month of a day is closed."""
        with self._store.reading() as db:
            return period_closed(db, month)

    def close_period(self, month: date, *, at: datetime) -> None:
        """Close the month of a day: its calls and entries do not change any more."""
        self._needs("close_period")
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO periods (month, closed_at, closed_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (f"{month:%Y-%m}", at.isoformat(), as_bytes(self.me.id)),
            )

    def entries(self, person: str, first: date, last: date) -> Sequence[Entry]:
        """What was written down about a person from one day to another, by day."""
        if person != self.me.id:
            self._needs("see_scores_of_others")
        return self.entries_kept(as_bytes(person), first=first, last=last)

    def add_entry(
        self, person: str, kind: str, *, day: date, count: str = "1", reason: str = "", at: datetime
    ) -> Entry:
        """Write something down about a person: a kind of entry of the plan in force that day, so many times or days.

        Raises `NoSuchEntry` for a kind that the plan has not, `NotAllowed` where its `by` names others, `PeriodClosed`,
        and `NotAnEntry` for a count that is none or a day that is still to come.
        """
        self._needs("enter")
        plan = self.plan_for(day)
        known = {} if plan is None else entry_kinds(plan)
        if kind not in known:
            raise NoSuchEntry(kind, known, f"{day:%Y-%m}")
        if known[kind].by and self.me.role not in (*known[kind].by, "owner"):
            raise NotAllowed("enter")
        with self._store.writing() as db:
            self._needs_open(db, day)
            judge_day(day, known[kind], today=at.date())
            entry = Entry(
                id=new_id(at),
                kind=kind,
                day=day,
                by=self.me.name,
                reason=clean(reason).strip(),
                count=counted(count, known[kind]),
            )
            db.execute(
                "INSERT INTO entries (person, day, id, kind, count, reason, entered_by, entered_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    as_bytes(find_person(self._store, person).id),
                    str(day),
                    as_bytes(entry.id),
                    kind,
                    entry.count,
                    entry.reason,
                    as_bytes(self.me.id),
                    at.isoformat(),
                ),
            )
        return entry

    def withdraw_entry(self, person: str, entry: Entry, *, at: datetime) -> None:
        """An entry was a mistake: it stays on record, with who withdrew it first, and counts no more.

        Raises `PeriodClosed`.
        """
        self._needs("enter")
        with self._store.writing() as db:
            self._needs_open(db, entry.day)
            db.execute(
                "UPDATE entries SET withdrawn_at = ?, withdrawn_by = ? WHERE person = ? AND day = ? AND id = ?"
                " AND withdrawn_at IS NULL",
                (at.isoformat(), as_bytes(self.me.id), as_bytes(person), str(entry.day), as_bytes(entry.id)),
            )

    def entries_kept(self, person: bytes, *, first: date = date.min, last: date = date.max) -> list[Entry]:
        """The entries about a person that stand, by day."""
        rows = self._store.rows(
            f"{_ENTRY} AND person = ? AND day BETWEEN ? AND ? ORDER BY day, entries.id", (person, str(first), str(last))
        )
        return [
            Entry(id=as_text(key), kind=kind, day=date.fromisoformat(day), by=by, reason=reason, count=count)
            for key, kind, day, by, reason, count in rows
        ]

    def _needs_open(self, db: Connection, day: date) -> None:
        if period_closed(db, day):
            raise PeriodClosed(f"{day:%Y-%m}")


def period_closed(db: Connection, day: date) -> bool:
    """Whether the month of a day is closed."""
    return db.execute("SELECT 1 FROM periods WHERE month = ?", (f"{day:%Y-%m}",)).fetchone() is not None
