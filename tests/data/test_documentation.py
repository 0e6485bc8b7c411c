"""What the page on data says, held against what is there."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from data.backups import kept_of
from data.book import Book
from data.key import read_key
from data.store import connect
from tests.data.floor import Files
from tests.strategies.small import BEGINS
from ui.home import default_path, key_path, open_book
from ui.preferences import Preferences
from ui.single_instance import SingleInstance
from ui.terminal.database import db


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "data.md").read_text(encoding="utf-8")


def test_every_table_is_told(page: str, book: Book, files: Files) -> None:
    connection = connect(files.path, read_key(files.key))
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    connection.close()
    tables = {name for (name,) in found if not name.startswith(("_", "sqlite_"))}
    section = page.split("## What the tables hold")[1].split("\n## ", maxsplit=1)[0]
    first_cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)} == tables
    assert len(tables) > 10


def test_the_places_are_those_of_the_program(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    home = Path.home()
    for path in (default_path(), key_path(default_path())):
        assert f"~/{path.relative_to(home)}" in page


def test_every_file_that_the_program_leaves_is_told(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{folder}_HOME", str(tmp_path / folder))
    where = page.split("## Where")[1].split("\n## ", maxsplit=1)[0]
    for database in (None, tmp_path / "another" / "book.db"):
        path = database or default_path()
        with open_book(database, None, at=BEGINS, told=lambda _: None) as book:
            book.back_up(at=BEGINS)
            instance, preferences = SingleInstance(path), Preferences(path.with_name("window.ini"))
            assert instance.first()
            preferences.theme = "dark"
            del preferences  # written now
            beside = {file.name for file in path.parent.iterdir()}
            instance.release()
        assert {"book.db", "book.db-wal", "book.db.lock", "window.ini", "backups"} <= beside
        assert {name for name in beside if f"`{name}`" not in where and f"/{name}`" not in where} == set()
    keys = {file.relative_to(tmp_path / "CONFIG").parts[1] for file in (tmp_path / "CONFIG").rglob("*.key")}
    assert keys == {"book.key", "keys"}
    assert "`keys`" in where


def test_the_backups_that_stay_are_those_it_says(page: str) -> None:
    told = re.search(r"newest (\d+) hours, (\d+) days and (\d+) weeks", page)
    assert told is not None
    hours, days, weeks = (int(number) for number in told.groups())
    hourly = [BEGINS - timedelta(hours=number) for number in range(24 * 7 * (weeks + 3))]
    stay = kept_of(hourly)
    assert hourly[:hours] == sorted(stay, reverse=True)[:hours]
    assert len({moment.isocalendar()[:2] for moment in stay}) == weeks
    assert len({moment.date() for moment in stay}) >= days


def test_its_commands_are_there(page: str) -> None:
    named = set(re.findall(r"main\.py db (\w+)", page)) | set(re.findall(r"`db (\w+)`", page))
    assert named
    assert named <= set(db.commands)
