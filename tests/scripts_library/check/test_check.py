"""The check as a whole: what it takes, where it places things, what only warns, and what it must not load."""

import subprocess
import sys
from pathlib import Path

from scripts_library.check import Limits, problems
from scripts_library.reading import read
from scripts_library.script import Script
from scripts_library.shelf import Shelf, shelf_of, shipped
from tests.scripts_library.check.written import FIELDS, cards, found, outcomes, problems_of, script

MANY = """
hello: {says: "{{ shop }}好。", stage: nowhere, replies: [{hears: 不, ends: refused}, {hears: 好, goto: gone}]}
lost: {says: 一。二。三。, ends: done}
"""


def test_every_problem_is_found_and_they_stand_in_the_order_of_the_file() -> None:
    told = problems_of(script(MANY, fields=FIELDS))
    assert [(one.place.line, one.place.path, one.code) for one in told] == [
        (11, "steps.hello.replies[1]", "HC1002"),
        (11, "steps.hello.replies[2].goto", "HC101"),
        (11, "steps.hello.says", "HC801"),
        (11, "steps.hello.stage", "HC102"),
        (12, "steps.lost", "HC201"),
        (12, "steps.lost.says", "HC901"),
    ]


def test_a_code_may_be_set_to_warn() -> None:
    limits = Limits(severities={"HC201": "warning"})
    severities = {one.code: one.severity for one in problems_of(script(MANY), limits=limits)}
    assert severities.pop("HC201") == "warning"
    assert set(severities.values()) == {"problem"}


def test_a_problem_is_told_on_one_line_with_its_path() -> None:
    steps = "hello: {says: 您好。, replies: [{hears: 啊, goto: hello}]}"
    (problem,) = problems_of(script(steps))
    assert problem.in_language("en").startswith("0.yaml:10 steps.hello: HC302 A call that comes to hello goes round")
    assert problem.in_language("zh").endswith("(hello → “啊” → hello)")
    assert "\n" not in problem.in_language("zh")


def test_a_document_that_is_at_hand_and_in_no_file_has_its_id_for_a_place() -> None:
    written = read("any.yaml", script("hello: {says: 一。二。三。, ends: done}").encode()).document
    few = read("few.yaml", outcomes().encode()).document
    assert isinstance(written, Script)
    assert few is not None
    (problem,) = problems(written, shelf_of([few]))
    assert (problem.place.file, problem.place.path, problem.place.line) == ("one", "steps.hello.says", None)


def test_outcomes_and_appraisal_plans_have_nothing_to_find_here() -> None:
    assert found(outcomes()) == []
    regular = shipped().find("appraisal", "regular")
    assert regular is not None
    assert problems(regular, shipped()) == ()


def test_a_script_whose_start_does_not_exist_is_checked_as_far_as_can_be() -> None:
    text = script("hello: {says: 一。二。三。, must: true, after: [gone], ends: booked}", start="nowhere")
    assert {code for code, _ in found(text)} == {"HC101", "HC104", "HC901"}


def test_a_script_without_steps_is_told_that_its_start_is_none() -> None:
    reading = read("none.yaml", script("hello: {says: 好。, ends: done}").split("  hello")[0].encode() + b" {}\n")
    assert reading.document is not None
    shelf = Shelf({"few": [read("few.yaml", outcomes().encode())]})
    assert [one.code for one in problems(reading.document, shelf)] == ["HC101"]


def test_what_the_script_finds_in_its_cards_is_told_in_the_file_of_the_cards() -> None:
    told = cards(
        "busy: {title: 忙, answers: [{technique: affirm, says: '{{ shop }}', replies: [{hears: 哦, exit: back}]}]}"
    )
    (problem,) = problems_of(script("hello: {says: 好。, ends: done}", objections="[cards]"), told)
    assert (problem.code, problem.place.file, problem.place.line) == ("HC801", "1.yaml", 6)


def test_a_script_has_the_problems_of_the_sets_that_it_uses() -> None:
    wrong = cards("""
    busy:
      title: 忙
      answers:
        - {technique: nagging, says: "{{ 1 + 1 }}", replies: [{hears: 哦, exit: next}]}
        - {technique: affirm, says: 一。二。三。, replies: [{hears: 哦, exit: next}]}
    """)
    told = problems_of(script("hello: {says: 好。, ends: done}", objections="[cards]"), wrong)
    assert {one.place.file for one in told} == {"1.yaml"}
    assert [one.code for one in told] == ["HC802", "HC108", "HC702", "HC901"]
    assert [(one.code, one.place.path) for one in told] == found(wrong)


def test_a_long_chain_of_lines_exhausts_nothing() -> None:
    chain = "\n".join(f"s{number}: {{says: 好。‖, goto: s{number + 1}}}" for number in range(3000))
    limits = Limits(opening_seconds=100_000)
    assert found(script(f"{chain}\ns3000: {{says: 再见。, must: true, ends: done}}"), limits=limits) == []


def test_networkx_is_loaded_by_a_check_and_not_before(repository: Path) -> None:
    code = "import sys, scripts_library.check; sys.exit('networkx' in sys.modules or 'jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=repository, check=False).returncode == 0
