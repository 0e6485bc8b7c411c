"""What opening a book loads: nothing that makes the window wait, and nothing is printed or logged."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.book import Book
from data.refusals import BookDamaged
from tests.data.floor import Files, begun, talked
from tests.strategies.small import BEGINS

SLOW = (
    "sqlite_utils",
    "sqlite3",
    "yaml",
    "click",
    "pypinyin",
    "phonenumbers",
    "networkx",
    "keyring",
    "argon2",
    "pandas",
)
OPENING = """
import sys
from pathlib import Path
from data.book import Book
with Book.open(Path(sys.argv[1]), Path(sys.argv[2])) as book:
    book.open_calls()
    book.newest_release("small")
    book.calls()
    book.promises(now=book.calls()[0].started_at, waiting=True)
sys.stdout.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(files: Files, repository: Path, program: str = OPENING) -> set[str]:
    """The modules that a fresh Python has loaded once the book is open and Today could be drawn."""
    run = [sys.executable, "-c", program, str(files.path), str(files.key)]
    done = subprocess.run(run, cwd=repository, check=True, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    return set(done.stdout.split())


def test_opening_loads_nothing_slow(book: Book, files: Files, repository: Path) -> None:
    talked(book, begun(book))
    book.close()
    seen = loaded(files, repository)
    assert "sqlcipher3" in seen
    assert seen.isdisjoint(SLOW)


def test_making_a_book_loads_what_it_needs(files: Files, repository: Path) -> None:
    # The control: this is how it shows.
    opening = "Book.open(Path(sys.argv[1]), Path(sys.argv[2])) as book:"
    making = "Book.create(Path(sys.argv[1]), Path(sys.argv[2]), owner='x', at=datetime.now(UTC))[0]:\n    pass\nif 0:"
    assert opening in OPENING
    program = "from datetime import datetime, UTC\n" + OPENING.replace(opening, making)
    assert "sqlite_utils" in loaded(files, repository, program)


def test_nothing_is_printed_or_logged_about_anybody(
    files: Files, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    book, code = files.create()
    with book:
        customer = book.add_customer(name="李志明", phone="13812345678", notes="下午方便", at=BEGINS)
        talked(book, begun(book, customer=customer))
        assert book.check().right
    content = bytearray(files.path.read_bytes())
    content[100] ^= 1
    files.path.write_bytes(content)
    with pytest.raises(BookDamaged) as refused:
        files.open()
    out, err = capfd.readouterr()
    assert out == err == caplog.text == ""
    for secret in (code, code[:9], "李志明", "13812345678", "下午方便"):
        assert secret not in repr(refused.value)


def test_the_store_has_no_log_of_its_own(repository: Path) -> None:
    # Whoever adds one logs ids and kinds alone, and says so here.
    for file in (repository / "data").glob("*.py"):
        assert "import logging" not in file.read_text(encoding="utf-8"), file.name
