"""A full disk: what was kept stays, what was under way was not kept and says so, and with room again all goes on."""

from collections.abc import Callable

from data.files import trio
from tests.data.floor import Files, begun, talked
from tests.strategies.small import BEGINS, at

InAChild = Callable[..., list[str]]


def test_a_step_that_finds_no_room_is_refused_and_nothing_else_is_lost(files: Files, in_a_child: InAChild) -> None:
    book, _ = files.create()
    with book:
        book.add_customer(name="王伟", phone="13812345678", at=BEGINS)
    *_, counted, said = in_a_child("play_on_a_full_disk", files.path.parent.parent)
    assert said == "done"
    refused = dict(part.split("=") for part in counted.split())
    assert {doing for doing, times in refused.items() if int(times) >= 5} == {"start_call", "keep", "finish"}
    assert sum(map(int, refused.values())) < 96  # the control: with room enough nothing is refused
    with files.open() as book:
        checked = book.check()
        assert checked.faults == ()
        assert checked.calls + int(refused["start_call"]) == 96


def test_no_half_book_is_left_of_a_creation(files: Files, in_a_child: InAChild) -> None:
    assert in_a_child("create_on_a_full_disk", files.path.parent.parent) == ["data:disk_full"]
    assert list(files.path.parent.iterdir()) == []
    files.create()[0].close()


def test_a_log_that_finds_no_room_in_the_file_makes_no_book(files: Files, in_a_child: InAChild) -> None:
    assert in_a_child("create_where_only_the_log_has_room", files.path.parent.parent) == ["data:disk_full"]
    assert list(files.path.parent.iterdir()) == []
    files.create()[0].close()


def test_no_half_backup_is_left(files: Files, in_a_child: InAChild) -> None:
    book, _ = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
        talked(book, begun(book))
    assert in_a_child("back_up_on_a_full_disk", files.path.parent.parent) == ["data:disk_full"]
    assert list(backup.path.parent.iterdir()) == [backup.path]
    with files.open() as book:
        assert book.check().right
        assert len(book.calls()) == 1
        assert book.backup_if_due(at=at(7200)) is not None


def test_nothing_is_set_aside_for_a_backup_that_has_no_room(files: Files, in_a_child: InAChild) -> None:
    book, _ = files.create()
    with book:
        book.back_up(at=BEGINS)
        talked(book, begun(book))
    assert in_a_child("restore_on_a_full_disk", files.path.parent.parent) == ["data:disk_full"]
    assert sorted(file.name for file in files.path.parent.iterdir()) == ["backups", "book.db"]
    assert not trio(files.path)[1].exists()
    with files.open() as book:
        assert len(book.calls()) == 1
