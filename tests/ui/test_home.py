"""Where the book of this user is, however the way to it is written, and how it is begun."""

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_data_path

from data.refusals import ForeignFile, NoBook, ReadOnly
from scripts_library.sentences import LANGUAGES, Refusal, Sentence
from ui.home import default_path, key_path, open_book, place_of

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("chosen", [None, "", "  ", "/srv/wang", "beside"])
def test_the_folders_are_those_that_every_program_of_this_system_uses(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        if chosen is None:
            monkeypatch.delenv(variable)
        else:
            monkeypatch.setenv(variable, chosen)
    assert default_path() == user_data_path("huashu-coach", appauthor=False) / "book.db"
    assert key_path(default_path()) == user_config_path("huashu-coach", appauthor=False) / "book.key"


def begun(database: Path | None, person: str | None = None) -> list[Sentence]:
    """Open a book, or begin it; what was said."""
    said: list[Sentence] = []
    open_book(database, person, at=NOW, told=said.append).close()
    return said


def test_a_database_is_the_same_however_it_is_named(home: Path) -> None:
    (home / "folder").mkdir()
    assert len(begun(Path("folder/a.db"))) == 1
    (home / "link").symlink_to(home / "folder")
    (home / "linked.db").symlink_to(home / "folder" / "a.db")
    ways = ["folder/a.db", "folder/../folder/a.db", "link/a.db", "linked.db", "~/folder/a.db", str(home / "link/a.db")]
    for way in ways:
        assert begun(Path(way)) == [], way
    assert len(list((home / "config").rglob("*.key"))) == 1


def test_the_default_one_has_its_key_by_whichever_way_it_is_opened(home: Path) -> None:
    assert len(begun(None)) == 1
    (home / "linked.db").symlink_to(default_path())
    for way in (default_path(), Path("linked.db"), Path("data/huashu-coach/book.db")):
        assert begun(way) == []
        assert key_path(way).name == "book.key"


def test_a_link_that_leads_nowhere_yet_leads_to_the_new_database(home: Path) -> None:
    (home / "linked.db").symlink_to(home / "later.db")
    assert begun(Path("linked.db"))[0].values["path"] == home.resolve() / "later.db"
    assert (home / "later.db").is_file()


@pytest.mark.parametrize("name", ["话术.db", "with space.db", "file:a?mode=memory", ":memory:", "x" * 190, "客" * 60])
def test_odd_names_are_names(home: Path, name: str) -> None:
    assert len(begun(Path(name))) == 1
    assert begun(Path(name)) == []
    assert (home / name).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="paths are text there")
@pytest.mark.parametrize(
    "path",
    ["x" * 300, "x" * 201, "客" * 67, "a\nb.db", "a\x1b[31m.db", "a\x00b", os.fsdecode(b"\xff.db"), "/", "x/" * 3000],
)
def test_what_can_be_no_file_is_refused_before_anything_is_made(home: Path, path: str) -> None:
    with pytest.raises(Refusal) as refused:
        begun(Path(path))
    assert refused.value.sentence.code == "ui:no_place"
    for language in LANGUAGES:
        assert len(refused.value.sentence.in_language(language).splitlines()) == 1
    assert list(home.iterdir()) == []


def test_a_ring_of_links_is_no_place(home: Path) -> None:
    (home / "ring.db").symlink_to(home / "ring.db")
    with pytest.raises(Refusal, match="cannot be the place"):
        place_of(Path("ring.db"))


def test_a_folder_is_no_database(home: Path) -> None:
    (home / "folder").mkdir()
    with pytest.raises(ForeignFile):
        begun(Path("folder"))


def test_below_a_file_there_is_no_place(home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(ReadOnly):
        begun(Path("file/a.db"))


def test_a_log_without_its_database_is_not_written_over(home: Path) -> None:
    (home / "a.db-wal").write_bytes(b"a log")
    with pytest.raises(NoBook):
        begun(Path("a.db"))
    assert not (home / "a.db").exists()


@pytest.mark.parametrize(("person", "owner"), [("王芳", "王芳"), (" 王芳\x00", "王芳")])
def test_who_begins_the_book_is_its_owner(person: str, owner: str) -> None:
    begun(None, person)
    with open_book(None, None, at=NOW, told=print) as book:
        assert (book.me.name, book.me.role) == (owner, "owner")


@pytest.mark.parametrize("person", ["", "  ", "\x00"])
def test_nobody_named_is_who_is_signed_in(monkeypatch: pytest.MonkeyPatch, person: str) -> None:
    monkeypatch.setenv("LOGNAME", "lin")
    begun(None, person)
    with open_book(None, None, at=NOW, told=print) as book:
        assert book.me.name == "lin"


def test_who_lost_a_database_is_told_of_its_backups(home: Path) -> None:
    begun(None)
    with open_book(None, None, at=NOW, told=print) as book:
        book.back_up(at=NOW)
    default_path().unlink()
    (said,) = begun(None)
    assert "restore a backup" in said.in_language("en")
    assert "恢复备份" in said.in_language("zh")
