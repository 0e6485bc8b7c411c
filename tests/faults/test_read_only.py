"""A disk that may only be read, from the start or all at once: the book says so, and what it had kept is there."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.book import Book
from data.kept_call import KeptCall
from data.refusals import BookRefusal, ReadOnly
from scripts_library.names import SAMPLE_NOW
from tests.faults.conftest import Mount
from tests.shipped_calls import new_book, open_book, shipped_calls


def begun(book: Book) -> KeptCall:
    """A call that somebody has just answered."""
    call = shipped_calls()[0]
    kept = book.start_call(release=call.release, at=call.dialled.at, customer=book.customers()[0], names=call.names)
    return book.keep(kept, call.events[1])


def contents(folder: Path) -> dict[str, bytes]:
    """All files in a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_folder_mounted_for_reading_only(mount: Mount, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    with new_book(folder) as book:
        kept = begun(book)
    before = contents(folder)
    mount("--bind", str(folder), str(folder))
    mount("-o", "remount,ro,bind", str(folder))
    with pytest.raises(ReadOnly):
        open_book(folder)
    with pytest.raises(ReadOnly):
        Book.create(folder / "other.db", folder / "key", owner="林晓", at=SAMPLE_NOW)
    assert contents(folder) == before
    mount("-o", "remount,rw,bind", str(folder))
    with open_book(folder) as book:
        assert book.open_calls() == (kept,)
        book.keep(kept, shipped_calls()[0].events[2])


@dataclass(frozen=True, slots=True)
class FailingDisk:
    """A disk that fails as Linux lets it: it stays mounted, and from that moment takes nothing any more."""

    folder: Path
    image: Path
    mount: Mount

    def fail(self) -> None:
        """Now; what was not yet on the disk is gone with it."""
        self.mount("-o", "remount,abort", str(self.folder))

    def replug(self) -> None:
        """Mounts it anew, with what had come to be on it."""
        subprocess.run(["umount", str(self.folder)], check=True)
        self.mount("-o", "loop", str(self.image), str(self.folder))


@pytest.fixture
def failing_disk(mount: Mount, tmp_path: Path) -> FailingDisk:
    """A disk of its own that can fail."""
    if shutil.which("mkfs.ext4") is None:
        pytest.skip("no mkfs.ext4 here, so there is no disk that can fail")
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(128 << 20)  # enough for the log to have its room
    made = subprocess.run(["mkfs.ext4", "-q", str(image)], check=False, capture_output=True, encoding="utf-8")
    if made.returncode:
        pytest.skip(f"no ext4 can be made here: {made.stderr.strip()[-200:]}")
    folder.mkdir()
    mount("-o", "loop", str(image), str(folder))
    return FailingDisk(folder, image, mount)


@pytest.mark.parametrize("events", [2, 9, 27])
def test_a_disk_that_fails_in_mid_call(failing_disk: FailingDisk, events: int) -> None:
    call = shipped_calls()[0]
    with new_book(failing_disk.folder) as book:
        kept = begun(book)
        for event in call.events[2:events]:
            kept = book.keep(kept, event)
        assert (failing_disk.folder / "book.db-wal").stat().st_size > 4_000_000  # it has its room, where steps are kept
        failing_disk.fail()
        with pytest.raises(BookRefusal):
            book.keep(kept, call.events[events])
    failing_disk.replug()
    with open_book(failing_disk.folder) as book:
        assert book.open_calls() == (kept,)
        for event in call.events[events:]:
            kept = book.keep(kept, event)
        assert book.call(kept.id).call == call.stages[-1]
        assert book.check().right, book.check()


def test_a_store_that_does_not_wait_for_the_disk_is_caught(failing_disk: FailingDisk) -> None:
    with new_book(failing_disk.folder) as book:
        kept = begun(book)
        book._store.rows("PRAGMA synchronous = OFF")
        for event in shipped_calls()[0].events[2:9]:
            kept = book.keep(kept, event)
        failing_disk.fail()
    failing_disk.replug()
    with open_book(failing_disk.folder) as book:
        assert book.open_calls() != (kept,)
