"""What the store refuses, each in a sentence that says what happened, where, and what to do."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from scripts_library.sentences import Refusal, Sentence


class BookRefusal(Refusal):
    """Something about the database file or its key; `path` is the file it is about."""

    code = ""

    def __init__(self, path: Path, **values: object) -> None:
        self.path = path
        super().__init__(Sentence(f"data:{self.code}", file=path, **values))


class NoBook(BookRefusal):
    """There is no database file; nothing was made in its place."""

    code = "no_book"


class BookExists(BookRefusal):
    """A database is there already and is not replaced."""

    code = "book_exists"


class KeyMissing(BookRefusal):
    """The database is there, its key file is not: the recovery code opens it."""

    code = "key_missing"


class KeyWrong(BookRefusal):
    """The key does not open this database: the recovery code does."""

    code = "key_wrong"


class CodeWrong(BookRefusal):
    """A recovery code that was read rightly but belongs to another database."""

    code = "code_wrong"


class NewerBook(BookRefusal):
    """The database was written by a newer version of the program."""

    code = "newer_book"


class ForeignFile(BookRefusal):
    """The file is no database of ours."""

    code = "foreign_file"


class BookDamaged(BookRefusal):
    """The file is ours and damaged. It is set aside when a backup is restored, never deleted."""

    code = "book_damaged"


class ReadOnly(BookRefusal):
    """The file or its folder cannot be written."""

    code = "read_only"


class NotReadable(BookRefusal):
    """The file is there, and this user may not read it."""

    code = "not_readable"


class DiskFull(BookRefusal):
    """The disk takes no more; what was under way was not kept, everything before is safe."""

    code = "disk_full"


class NetworkDrive(BookRefusal):
    """The folder is on a network drive, where the store cannot promise that a step is kept."""

    code = "network_drive"


class BookInUse(BookRefusal):
    """Another program has been writing for longer than we wait."""

    code = "book_in_use"


class BackupBad(BookRefusal):
    """A backup that does not open whole with this key; nothing was restored."""

    code = "backup_bad"


class CodeMistyped(Refusal):
    """The recovery code has a slip in it: a sign too many or too few, or one read wrongly."""

    def __init__(self) -> None:
        super().__init__(Sentence("data:code_mistyped"))


class NotFound(Refusal):
    """Nothing of that name or id is kept."""

    def __init__(self, thing: Sentence, name: str) -> None:
        self.name = name
        super().__init__(Sentence("data:not_found", thing=thing, name=name))


class NoSuchEntry(NotFound):
    """The plan of that month has no such kind of entry, or there was no plan."""

    def __init__(self, kind: str, known: Iterable[str], month: str) -> None:
        self.name = kind
        kinds = ", ".join(known)
        code = "no_such_entry" if kinds else "no_plan"
        Refusal.__init__(self, Sentence(f"data:{code}", kind=kind, known=kinds, month=month))


class NotAllowed(Refusal):
    """This person may not do or see this."""

    def __init__(self, action: str) -> None:
        self.action = action
        super().__init__(Sentence("data:not_allowed", action=Sentence(f"data:may_{action}")))


class DoNotCall(Refusal):
    """The customer asked not to be called again (G): there is no first ring."""

    def __init__(self, name: str, since: datetime) -> None:
        self.since = since
        super().__init__(Sentence("data:do_not_call", name=name, since=since.date()))


class CallMovedOn(Refusal):
    """The call has gone on elsewhere since it was read; it must be read again."""

    def __init__(self) -> None:
        super().__init__(Sentence("data:call_moved_on"))


class PeriodClosed(Refusal):
    """The month is closed and does not change; what is wrong in it is adjusted in the next one."""

    def __init__(self, month: str) -> None:
        self.month = month
        super().__init__(Sentence("data:period_closed", month=month))


class PlanFrozen(Refusal):
    """A month that has begun keeps its plan; another plan counts from the next month."""

    def __init__(self, month: str) -> None:
        self.month = month
        super().__init__(Sentence("data:plan_frozen", month=month))


class NumberTaken(Refusal):
    """Two people cannot have one agent number."""

    def __init__(self, number: str) -> None:
        super().__init__(Sentence("data:number_taken", number=number))
