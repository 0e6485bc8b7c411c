"""The database looked after in the terminal: the recovery code, backups, restoring, and what is refused."""

from pathlib import Path

import pytest

from data.backups import backups_of
from tests.ui.terminal.typed import Huashu


def code_of(told: str) -> str:
    return told.strip().split()[-1]


def key_file(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "config").rglob("*.key")
    return found


def test_a_new_database_tells_its_recovery_code_once(huashu: Huashu) -> None:
    assert "recovery code" in huashu("customers", "add", "王伟").err
    assert huashu("customers", "add", "李芳").err == ""


def test_a_missing_key_asks_for_the_code_and_the_code_opens_it_again(huashu: Huashu, tmp_path: Path) -> None:
    code = code_of(huashu("customers", "add", "王伟 13812345678").err)
    key_file(tmp_path).unlink()
    refused = huashu("customers", "list")
    assert (refused.code, refused.out, "db recover" in refused.err) == (2, "", True)
    assert huashu("db", "recover", "--code", "0000-0000").code == 2
    assert huashu("db", "recover", "--code", code.lower()).code == 0
    assert huashu("customers", "list", "--format", "json").told[0]["name"] == "王伟"


def test_the_code_is_printed_again_and_asked_for_where_it_is_not_given(
    huashu: Huashu, begun: str, tmp_path: Path
) -> None:
    assert huashu("db", "code").out == f"{begun}\n"
    key_file(tmp_path).unlink()
    for typed in ("", "\n", b"\xff\n", "x" * 20_000):
        refused = huashu("db", "recover", typed=typed)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 2)
    assert huashu("db", "recover", typed=f"{begun.lower()}\n").code == 0
    assert huashu("customers", "list").code == 0


def test_on_a_new_machine_a_backup_and_the_code_are_enough(huashu: Huashu, tmp_path: Path) -> None:
    code = code_of(huashu("customers", "add", "王伟 13812345678").err)
    huashu("db", "backup")
    (backup,) = (tmp_path / "data").rglob("book-*.db")
    elsewhere = tmp_path / "new" / "book.db"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(backup.read_bytes())
    assert huashu("db", "recover", "--code", code, "--db", elsewhere).code == 0
    assert huashu("customers", "list", "--format", "json", "--db", elsewhere).told[0]["name"] == "王伟"


def test_a_backup_is_restored_and_what_was_there_is_set_aside(huashu: Huashu, tmp_path: Path) -> None:
    huashu("customers", "add", "王伟 13812345678")
    assert huashu("db", "backup").code == 0
    huashu("customers", "add", "李芳 13912345678")
    assert "“db restore” alone" in huashu("db", "restore", "nosuch").err
    restored = huashu("db", "restore")
    assert restored.code == 0, restored.err
    assert [one["name"] for one in huashu("customers", "list", "--format", "json").told] == ["王伟"]
    aside = [path for path in (tmp_path / "data").rglob("*") if path.name in restored.out]
    assert aside


def test_a_backup_that_is_dated_ahead_is_restored_only_by_name(huashu: Huashu, tmp_path: Path) -> None:
    huashu("customers", "add", "王伟 13812345678")
    huashu("db", "backup")
    (backup,) = (tmp_path / "data").rglob("book-*.db")
    ahead = backup.rename(backup.with_name("book-29990101T000000Z.db"))
    huashu("customers", "add", "李芳 13912345678")
    huashu("db", "backup")
    assert huashu("db", "restore").code == 0
    assert len(huashu("customers", "list", "--format", "json").told) == 2
    assert huashu("db", "restore", ahead).code == 0
    assert len(huashu("customers", "list", "--format", "json").told) == 1


def test_a_sound_database_is_told_so(huashu: Huashu, begun: str) -> None:
    checked = huashu("db", "check")
    assert (checked.code, "Calls: 0." in checked.out) == (0, True)


def test_a_foreign_file_is_not_touched(huashu: Huashu, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.db"
    foreign.write_bytes(b"Dear customer, " * 500)
    refused = huashu("customers", "list", "--db", foreign)
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert foreign.read_bytes() == b"Dear customer, " * 500


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    "typed",
    [
        ("db", "check"),
        ("db", "code"),
        ("db", "backup"),
        ("db", "restore"),
        ("db", "recover", "--code", "0000-0000"),
        ("customers", "list"),
        ("entries", "list"),
        ("scores", "--month", "2026-11"),
        ("calls", "list"),
        ("calls", "show", "x"),
        ("calls", "amend", "x", "--why", "y", "--outcome", "hung-up"),
        ("calls", "resume", "x"),
    ],
)
def test_what_reads_or_looks_after_a_database_makes_none(
    huashu: Huashu, tmp_path: Path, typed: tuple[str, ...], named: bool
) -> None:
    before = set(tmp_path.rglob("*"))
    path = ("--db", tmp_path / "typo" / "typo.db") if named else ()
    refused = huashu(*path, *typed)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert set(tmp_path.rglob("*")) == before


def test_what_is_kept_begins_a_database(huashu: Huashu, tmp_path: Path) -> None:
    for number, typed in enumerate(
        (
            ("customers", "add", "王伟"),
            ("entries", "add", "林晓", "late"),
            ("play", "insurance-appointment", "--record", "--as", "王芳"),
        )
    ):
        kept = huashu("--db", tmp_path / f"{number}.db", *typed, typed="end hung-up\n")
        assert kept.code == 0, kept.err
        assert huashu("--db", tmp_path / f"{number}.db", "db", "check").code == 0


def test_what_is_kept_from_the_terminal_is_backed_up_once_an_hour(huashu: Huashu, tmp_path: Path) -> None:
    place = tmp_path / "book.db"
    assert huashu("--db", place, "customers", "list").code == 2
    assert backups_of(place) == ()
    for name in ("王伟 13812345678", "李娜 13812345679"):
        assert huashu("--db", place, "customers", "add", name).code == 0
    assert len(backups_of(place)) == 1
