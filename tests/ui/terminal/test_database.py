"""The database looked after in the terminal: the recovery code, backups, restoring, and what is refused."""

from pathlib import Path

from tests.ui.terminal.typed import Huashu


def code_of(told: str) -> str:
    return told.strip().split()[-1]


def key_file(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "config").rglob("*.key")
    return found


def test_a_new_database_tells_its_recovery_code_once(huashu: Huashu) -> None:
    assert "recovery code" in huashu("customers", "list").err
    assert huashu("customers", "list").err == ""


def test_a_missing_key_asks_for_the_code_and_the_code_opens_it_again(huashu: Huashu, tmp_path: Path) -> None:
    code = code_of(huashu("customers", "add", "王伟 13812345678").err)
    key_file(tmp_path).unlink()
    refused = huashu("customers", "list")
    assert (refused.code, refused.out) == (2, "")
    assert huashu("db", "recover", "--code", "0000-0000").code == 2
    assert huashu("db", "recover", "--code", code.lower()).code == 0
    assert huashu("customers", "list", "--format", "json").told[0]["name"] == "王伟"


def test_the_code_is_printed_again_and_asked_for_where_it_is_not_given(huashu: Huashu, tmp_path: Path) -> None:
    code = code_of(huashu("customers", "list").err)
    assert huashu("db", "code").out == f"{code}\n"
    key_file(tmp_path).unlink()
    for typed in ("", "\n", b"\xff\n", "x" * 20_000):
        refused = huashu("db", "recover", typed=typed)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 2)
    assert huashu("db", "recover", typed=f"{code.lower()}\n").code == 0
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
    restored = huashu("db", "restore")
    assert restored.code == 0, restored.err
    assert [one["name"] for one in huashu("customers", "list", "--format", "json").told] == ["王伟"]
    aside = [path for path in (tmp_path / "data").rglob("*") if path.name in restored.out]
    assert aside


def test_a_sound_database_is_told_so(huashu: Huashu) -> None:
    huashu("customers", "list")
    checked = huashu("db", "check")
    assert (checked.code, "Calls: 0." in checked.out) == (0, True)


def test_a_foreign_file_is_not_touched(huashu: Huashu, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.db"
    foreign.write_bytes(b"Dear customer, " * 500)
    refused = huashu("customers", "list", "--db", foreign)
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert foreign.read_bytes() == b"Dear customer, " * 500
