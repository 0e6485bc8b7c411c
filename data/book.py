"""The book: the one door to what is kept, opened as a person."""

from datetime import datetime
from pathlib import Path
from typing import Self

from data.appraisals import Appraisals
from data.backups import Backups
from data.call_names import CallNames
from data.calls import Calls
from data.checking import Checking
from data.door import Door
from data.due import Due
from data.log import Log
from data.opening import create_store, open_store
from data.people import add_person, find_person, first_owner
from data.releases import Releases
from data.search import Search
from data.store import Store


class Book(Appraisals, Due, Releases, Calls, CallNames, Log, Search, Checking, Backups):
    """Everything that is kept, as one person may see and do it; what they may not, the book refuses.

    Every method that writes returns when what it wrote is durable. Refusals are `scripts_library.sentences.Refusal`.
    """

    @classmethod
    def create(cls, path: Path, key_file: Path, *, owner: str, number: str = "1", at: datetime) -> tuple[Self, str]:
        """Begin a new book, opened as its owner, and its recovery code, which is to be shown once.

        Raises `BookExists`, `ReadOnly`, `DiskFull`, `NetworkDrive`; nothing that is there is touched.
        """

        def begin(store: Store) -> None:
            add_person(store, name=owner, number=number, role="owner", at=at)

        store = create_store(path, key_file, begin)
        return cls.of(store), store.key.recovery_code

    @classmethod
    def of(cls, store: Store) -> Self:
        """The book of an open database, as its owner."""
        return cls(store, first_owner(store))

    @classmethod
    def open(cls, path: Path, key_file: Path, *, as_: str | None = None) -> Self:
        """Open the book as a person (id, agent number or name; without one, as its owner).

        Raises `NoBook`, `KeyMissing`, `KeyWrong`, `ForeignFile`, `NewerBook`, `BookDamaged`, `NotReadable`, `ReadOnly`,
        `DiskFull`, `BookInUse`, `NetworkDrive`, and `NotFound` for the person. What is kept is as it was in each case.
        """
        store = open_store(path, key_file)
        try:
            me = first_owner(store) if as_ is None else find_person(store, as_)
        except BaseException:
            store.close()
            raise
        return cls(store, me)

    @property
    def door(self) -> Door:
        """The door that this book was had through."""
        return Door(self._store, self)

    @property
    def path(self) -> Path:
        """Where the database file is."""
        return self._store.path

    @property
    def recovery_code(self) -> str:
        """The recovery code, for the owner to print again."""
        self._needs("keep_people")
        return self._store.key.recovery_code

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
