"""Places and faults as a person reads them."""

from scripts_library.places import Fault, Place, item, nearest_line, under
from scripts_library.sentences import Sentence


def test_a_place_reads_as_file_line_and_path() -> None:
    assert str(Place("a.yaml", "steps.busy.replies[2].goto", 12)) == "a.yaml:12 steps.busy.replies[2].goto"
    assert str(Place("a.yaml", "", 1)) == "a.yaml:1"
    assert str(Place("a.yaml", "", None)) == "a.yaml"


def test_places_sort_by_file_and_line() -> None:
    first, second, third, other = (
        Place("a.yaml", "", None),
        Place("a.yaml", "steps.z", 2),
        Place("a.yaml", "steps.a", 10),
        Place("b.yaml", "", 1),
    )
    assert sorted([other, third, second, first]) == [first, second, third, other]


def test_paths_count_from_one_and_begin_without_a_dot() -> None:
    assert under(item(under(under("", "steps"), "busy.replies"), 2), "goto") == "steps.busy.replies[2].goto"


def test_what_is_not_written_stands_on_the_line_of_what_holds_it() -> None:
    lines = {"": 1, "steps": 3, "steps.a": 4, "steps.a.replies[1]": 6}
    assert nearest_line(lines, "steps.a.replies[1].goto") == 6
    assert nearest_line(lines, "steps.a.replies[2].goto") == 4
    assert nearest_line(lines, "steps.b") == 3
    assert nearest_line(lines, "plans[1]") == 1
    assert nearest_line({}, "plans[1]") is None


def test_a_fault_reads_as_its_place_and_its_sentence() -> None:
    fault = Fault(Place("a.yaml", "title", 4), Sentence("scripts_library:missing_key", key="title"))
    assert fault.in_language("en") == "a.yaml:4 title: “title” is missing."
    assert fault.in_language("zh_CN") == "a.yaml:4 title: 缺少“title”。"
