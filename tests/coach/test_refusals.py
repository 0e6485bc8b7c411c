"""Refusals: one sentence each, complete in both languages."""

from typing import get_args

import pytest

from coach.events import AnyEvent, Event
from coach.refusals import NeedsMissing, NotOffered, NotPossible, listed
from scripts_library.sentences import LANGUAGES, Sentence

KINDS: tuple[type[Event], ...] = get_args(AnyEvent)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [str(kind.__struct_config__.tag) for kind in KINDS])
def test_every_event_has_a_name_that_a_person_reads(kind: str, language: str) -> None:
    said = NotPossible(kind, (kind,)).sentence.in_language(language)
    assert "_" not in said
    assert "{" not in said


def test_several_things_are_listed_as_each_language_lists_them() -> None:
    several = listed(("busy", "trust", "price"))
    assert isinstance(several, Sentence)
    assert several.in_language("zh") == "busy、trust、price"
    assert several.in_language("en") == "busy, trust, price"
    assert listed(("busy",)) == "busy"


def test_of_very_many_things_the_first_are_listed_and_how_many_more() -> None:
    refused = NotOffered("nowhere", (f"step-{number}" for number in range(5000)))
    assert len(refused.offered) == 5000
    assert str(refused).endswith("step-38, step-39 and 4960 more.")
    assert refused.sentence.in_language("zh").endswith("step-39，还有 4960 项。")


def test_a_refusal_repeats_the_beginning_of_what_was_asked_for() -> None:
    refused = NotOffered("x" * 5000, ("busy",))
    assert refused.wanted == "x" * 5000
    assert str(refused) == f"“{'x' * 40}…” cannot happen here. What can: busy."


def test_a_refusal_with_nothing_on_offer_says_so() -> None:
    refused = NotOffered("busy", ())
    assert refused.offered == ()
    assert refused.sentence.in_language("zh") == "这里不能「busy」，也没有别的可选。"
    assert str(refused) == "“busy” cannot happen here: there is nothing to choose from."


def test_what_is_missing_is_told_by_its_titles() -> None:
    missing = NeedsMissing("约到", ("day", "hour"), ("日期", "时间"))
    assert missing.missing == ("day", "hour")
    assert missing.sentence.in_language("zh") == "「约到」还差：日期、时间。先填上再继续。"
    assert str(missing) == "“约到” still needs: 日期, 时间. Fill it in, then try again."


def test_a_closed_reply_is_refused_with_its_reason() -> None:
    refused = NotPossible("heard 2", ("heard 1",), "没有介绍人")
    assert refused.sentence.in_language("zh") == "这里不能「第 2 个回答（没有介绍人）」。现在可以：第 1 个回答。"
