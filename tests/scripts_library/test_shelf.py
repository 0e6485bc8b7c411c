"""Shelves: what is given, then the folder, then the library; a neighbour that cannot be read troubles nobody else."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts_library.document import Document
from scripts_library.kinds import KINDS
from scripts_library.reading import Reading
from scripts_library.reading.decoding import MOST_BYTES
from scripts_library.shelf import read_files, shelf_of, shelves, shipped

OUTCOMES = "format: 1\nkind: outcomes\nid: {id}\ntitle: {title}\noutcomes: {{}}\n"


def write(path: Path, document_id: str, title: str = "几种") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OUTCOMES.format(id=document_id, title=title), encoding="utf-8")
    return path


def codes(reading: Reading) -> list[str]:
    assert all(fault.in_language("zh") and fault.in_language("en") for fault in reading.faults)
    return [fault.sentence.code.removeprefix("scripts_library:") for fault in reading.faults]


def title(document: Document | None) -> str | None:
    return document.title if document else None


def test_the_library_that_ships_is_read_and_every_kind_is_in_it() -> None:
    for kind in KINDS:
        found = shipped().of_kind(kind)
        assert found, kind
        assert all(shipped().find(kind, one.id) is one for one in found)
    assert [reading.faults for readings in shipped().readings.values() for reading in readings if reading.faults] == []
    assert shipped() is shipped()


def test_a_document_is_found_by_kind_and_id(examples: Mapping[str, Document]) -> None:
    shelf = shelf_of(examples.values())
    assert shelf.find("outcomes", "telesales") is examples["outcomes"]
    assert shelf.find("objections", "telesales") is None
    assert shelf.find("outcomes", "gone") is None
    assert shelf.reading("outcomes", "gone") is None


def test_what_is_given_comes_before_the_folder_and_the_folder_before_the_library(tmp_path: Path) -> None:
    given = write(tmp_path / "elsewhere" / "a.yaml", "one", "given")
    first = write(tmp_path / "b.yaml", "two", "given")
    write(tmp_path / "c.yml", "one", "beside")
    write(tmp_path / "d.yaml", "three", "beside")
    write(tmp_path / "e.yaml", "telesales", "beside")
    write(tmp_path / "below" / "f.yaml", "four", "not beside")
    elsewhere, here = shelves(read_files([given, first]))
    assert [title(here.find("outcomes", one)) for one in ("one", "two", "three", "four")] == [
        "given",
        "given",
        "beside",
        None,
    ]
    assert title(here.find("outcomes", "telesales")) == "beside"
    assert title(elsewhere.find("outcomes", "three")) is None
    assert elsewhere.find("outcomes", "telesales") is shipped().find("outcomes", "telesales")
    assert here.find("objections", "common") is shipped().find("objections", "common")


def test_an_unreadable_neighbour_is_told_only_to_who_refers_to_it(tmp_path: Path) -> None:
    given = write(tmp_path / "a.yaml", "one")
    (tmp_path / "b.yaml").write_text("kind: outcomes\nid: two\nformat: 1\n", encoding="utf-8")
    (tmp_path / "three.yaml").write_text("no: yaml: at: all", encoding="utf-8")
    (tmp_path / "telesales.yaml").write_bytes(b"\xff")
    (tmp_path / "huge.yaml").write_bytes(b"id: huge\n" * MOST_BYTES)
    (reading,) = read_files([given])
    assert reading.faults == ()
    (shelf,) = shelves([reading])
    for name, expected in (
        ("two", ["missing_key", "missing_key"]),
        ("three", ["yaml_colon"]),
        ("telesales", ["not_utf_8"]),
        ("huge", ["file_too_large"]),
    ):
        assert shelf.find("outcomes", name) is None
        found = shelf.reading("outcomes", name)
        assert found is not None
        assert codes(found) == expected
    assert shelf.find("outcomes", "one") is reading.document


def test_a_folder_is_read_with_all_that_lies_in_it_each_file_once(tmp_path: Path) -> None:
    first = write(tmp_path / "a.yaml", "one")
    second = write(tmp_path / "deep" / "er" / "b.yml", "two")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    readings = read_files([tmp_path, first, tmp_path / "deep" / ".." / "a.yaml"])
    assert [reading.file for reading in readings] == [str(first), str(second)]
    assert [reading.id for reading in readings] == ["one", "two"]


def test_two_documents_of_one_kind_and_id_are_told(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.yaml", "one"), write(tmp_path / "b.yaml", "one")
    kept, refused = read_files([first, second])
    assert kept.document is not None
    assert refused.document is None
    assert codes(refused) == ["same_id"]
    assert str(refused.faults[0].place) == f"{second}:3 id"
    assert refused.faults[0].sentence.values == {"id": "one", "file": str(first)}


def test_what_cannot_be_opened_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "nowhere.yaml")
    names = ("gone.yaml", "empty", "pipe.yaml", "nowhere.yaml", "a" * 300 + ".yaml")
    readings = read_files(tmp_path / name for name in names)
    assert [codes(reading) for reading in readings] == [
        ["no_such_file"],
        ["no_documents"],
        ["not_a_file"],
        ["cannot_open"],
        ["cannot_open"],
    ]
    assert [reading.faults[0].place.file for reading in readings] == [str(tmp_path / name) for name in names]


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = write(tmp_path / "a.yaml", "one")
    closed.chmod(0)
    if os.geteuid() == 0:  # root opens everything, so the refusal comes from the system call's place

        def no_right(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", no_right)
    (reading,) = read_files([closed])
    assert codes(reading) == ["may_not_open"]


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.yaml")
    (reading,) = read_files([write(tmp_path / name, "one")])
    assert reading.document is not None
    assert reading.file == str(tmp_path / "a\ufffd.yaml")
