"""Where documents stand and are found: given together, beside them in their folder, in the library that ships."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from scripts_library.document import Document
from scripts_library.kinds import kind_of
from scripts_library.places import Fault
from scripts_library.reading import Reading, read
from scripts_library.reading.decoding import MOST_BYTES
from scripts_library.sentences import Sentence
from scripts_library.text import clean

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Shelf:
    """Documents by kind and id: those of this shelf, then those of a folder beside it, then the shelf below.

    A file that cannot be read keeps its place (by the id that it says, else by its name) and hides what lies below:
    who refers to it is told of its faults, nobody else.
    """

    readings: Mapping[str, Sequence[Reading]] = field(default_factory=dict)
    beside: "Folder | None" = None
    below: "Shelf | None" = None

    def find(self, kind: str, document_id: str) -> Document | None:
        """The document of that kind and id; None where there is none or where it could not be read."""
        found = self.reading(kind, document_id)
        return found.document if found else None

    def reading(self, kind: str, document_id: str) -> Reading | None:
        """How that document was read, with its places or its faults; None where there is none."""
        for one in self.readings.get(document_id, ()):
            if _is(one, kind, document_id):
                return one
        found = self.beside.reading(kind, document_id) if self.beside else None
        if found is None and self.below:
            return self.below.reading(kind, document_id)
        return found

    def of_kind(self, kind: str) -> tuple[Document, ...]:
        """All documents of a kind by id, here and below (a folder beside is not searched)."""
        under = {one.id: one for one in self.below.of_kind(kind)} if self.below else {}
        here = (one.document for readings in self.readings.values() for one in readings if one.kind == kind)
        found = {**under, **{one.id: one for one in here if one}}
        return tuple(found[key] for key in sorted(found))


class Folder:
    """The documents of one folder that were not given; a file is read only when its id is asked for."""

    def __init__(self, folder: Path, given: Iterable[Path]) -> None:
        self._folder = folder
        self._given = {_same(path) for path in given}
        self._known: dict[tuple[str, str], Reading | None] = {}

    def reading(self, kind: str, document_id: str) -> Reading | None:
        """How the neighbour of that kind and id was read; None where there is none."""
        asked = (kind, document_id)
        if asked not in self._known:
            candidates = self._candidates(document_id)
            self._known[asked] = next((one for one in candidates if _is(one, kind, document_id)), None)
        return self._known[asked]

    def _candidates(self, document_id: str) -> Iterator[Reading]:
        """The files in which that id occurs at all: to read every file of a large folder takes seconds."""
        for path in _documents_in(self._folder, "*"):
            if _same(path) in self._given:
                continue
            data = _opened(path)
            if path.stem == document_id or (isinstance(data, bytes) and document_id.encode() in data):
                yield _read(path, data)


def read_files(paths: Iterable[Path]) -> tuple[Reading, ...]:
    """Read the files, and those of the folders and all that lie in them, each once, in order.

    What is not there, may not be opened, or says the same kind and id as one before it, is a fault of its reading.
    """
    found: dict[Path, Reading] = {}
    first: dict[tuple[str | None, str | None], str] = {}
    for path in paths:
        for file in _files_of(path):
            if _same(file) not in found:
                reading = _read(file, _opened(file))
                if reading.document and (other := first.get((reading.kind, reading.id))):
                    reading = _refused(reading, "id", Sentence("scripts_library:same_id", id=reading.id, file=other))
                first.setdefault((reading.kind, reading.id), reading.file)
                found[_same(file)] = reading
    return tuple(found.values())


def shelves(readings: Sequence[Reading]) -> tuple[Shelf, ...]:
    """For each reading of `read_files` where its references are found: among all of them, its folder, the library."""
    given = _by_id(readings)
    paths = [Path(reading.file) for reading in readings]
    folders = {path.parent: Folder(path.parent, paths) for path in paths}
    return tuple(Shelf(given, folders[path.parent], shipped()) for path in paths)


def shelf_of(documents: Iterable[Document], below: Shelf | None = None) -> Shelf:
    """A shelf of documents that are at hand, such as published ones."""
    readings = (Reading(one.id, one, (), {}, kind_of(one), one.id) for one in documents)
    return Shelf(_by_id(readings), below=below)


@cache
def shipped() -> Shelf:
    """The library that ships."""
    return Shelf(_by_id(read(name, file.read_bytes()) for name, file in _shipped_files()))


def shipped_stamp() -> str:
    """A digest of the library that ships, as its files stand; nothing is parsed for it."""
    whole = sha256()
    for name, file in _shipped_files():
        whole.update(f"{name}\n".encode() + sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _shipped_files() -> Iterator[tuple[str, Traversable]]:
    return _in_folder(files("scripts_library") / "library", "library")


def _in_folder(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            yield from _in_folder(one, f"{name}/{one.name}")
        elif one.name.endswith(ENDINGS):
            yield f"{name}/{one.name}", one


def _is(reading: Reading, kind: str, document_id: str) -> bool:
    return reading.kind in (kind, None) and _id_of(reading) == document_id


def _id_of(reading: Reading) -> str:
    """The id that a file says; of one that does not come to say it, its name."""
    return reading.id or PurePath(reading.file).stem


def _by_id(readings: Iterable[Reading]) -> Mapping[str, Sequence[Reading]]:
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        found.setdefault(_id_of(reading), []).append(reading)
    return found


def _files_of(path: Path) -> Sequence[Path]:
    """A file itself; of a folder the documents in it, or the folder where there are none, to be told so."""
    try:
        return _documents_in(path, "**/*") or (path,) if path.is_dir() else (path,)
    except OSError:
        return (path,)


def _same(path: Path) -> Path:
    """What a path comes to, so that no file is read twice; one that leads in a ring stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _documents_in(folder: Path, pattern: str) -> Sequence[Path]:
    return sorted(path for path in folder.glob(pattern) if path.suffix in ENDINGS and path.is_file())


def _opened(path: Path) -> bytes | Sentence:
    """What a file holds, as far as a document may be long; or why it cannot be had."""
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            return Sentence("scripts_library:no_documents")
        if not S_ISREG(mode):  # a pipe would keep us waiting
            return Sentence("scripts_library:not_a_file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Sentence("scripts_library:no_such_file")
    except PermissionError:
        return Sentence("scripts_library:may_not_open")
    except OSError:
        return Sentence("scripts_library:cannot_open")


def _read(path: Path, data: bytes | Sentence) -> Reading:
    name = clean(os.fsencode(path).decode("utf-8", "replace"))
    if isinstance(data, bytes):
        return read(name, data)
    return _refused(Reading(name, None, (), {}, None, None), "", data)


def _refused(reading: Reading, path: str, sentence: Sentence) -> Reading:
    return replace(reading, document=None, faults=(Fault(reading.place(path), sentence),))
