"""The finder: characters, full pinyin, initials, sounds that people mix, every reading of a character."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scripts_library.release import Release
from tests.ui.desk import Desk
from ui.call.finder import first_sentence
from ui.call.finding import MOST, Findable, alike, commonest

KEY = Qt.Key


@pytest.fixture(scope="module")
def findable(insurance: Release) -> Findable:
    return Findable(insurance)


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ("没时间", "busy"),
        ("没空", "busy"),
        ("mk", "busy"),
        ("msj", "busy"),
        ("meishijian", "busy"),
        ("meisijian", "busy"),  # z for zh, s for sh
        ("MSJ", "busy"),
        ("骗子", "is-it-a-scam"),
        ("pianzi", "is-it-a-scam"),
        ("tai gui", "too-expensive"),
    ],
)
def test_a_card_is_found(findable: Findable, typed: str, card: str) -> None:
    assert findable.find(typed)[0].id == card


def test_like_sounds_are_one() -> None:
    assert alike("zhong") == alike("zon")
    assert alike("lin") == alike("ning")
    assert alike("shi") != alike("xi")


def test_steps_are_found_and_come_after_cards_that_fit_as_well(findable: Findable) -> None:
    kinds = [found.kind for found in findable.find("fushu")]
    assert "step" in kinds
    assert findable.find("复述")[0].kind == "step"


def test_without_letters_the_commonest_objections_stand_in_the_order_of_their_keys(
    findable: Findable, insurance: Release
) -> None:
    assert tuple(found.id for found in findable.find(""))[:8] == commonest(insurance)
    assert len(commonest(insurance)) == 8


def test_at_most_nine_fit_and_what_was_preferred_comes_first(findable: Findable) -> None:
    found = findable.find("s")
    assert len(found) == MOST
    last = findable.find("m")[-1]
    assert findable.find("m", first={last.id})[0] == last


def test_nothing_fits_what_nobody_says(findable: Findable) -> None:
    assert findable.find("xyzzy") == ()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("我知道您忙，所以先约。‖您看呢？", "我知道您忙，所以先约。"),
        ("{{ customer.called }}您好！请问", "…您好！"),
        ("{% if customer.referrer %}他说的{% endif %}对", "他说的对"),
        ("没有句号", "没有句号"),
    ],
)
def test_a_hit_shows_the_first_sentence_of_its_answer(words: str, first: str) -> None:
    assert first_sentence(words) == first


def at_first_line(desk: Desk, *keys: Qt.Key | str) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, *keys)


@pytest.mark.parametrize("chooses", ["1", KEY.Key_Space, KEY.Key_Return])
def test_letters_open_it_and_one_key_chooses(desk: Desk, chooses: Qt.Key | str) -> None:
    at_first_line(desk, "m", "k")
    assert desk.button("found_1").text() == "没时间"
    assert desk.button("found_1").remark.endswith("。")
    desk.press(chooses)
    assert desk.call.position is not None
    assert desk.call.position.cards[-1].card == "busy"
    assert not desk.find("finder_list").isVisible()
    assert QApplication.focusWidget() is desk.page


def test_slash_and_a_digit_is_the_function_key(desk: Desk) -> None:
    at_first_line(desk, "/", "3")
    by_slash = desk.call.position
    desk.press(KEY.Key_Escape, KEY.Key_F3)
    assert desk.call.position is not None
    assert by_slash is not None
    assert desk.call.position.cards[-1].card == by_slash.cards[-1].card


def test_the_arrows_choose_too(desk: Desk) -> None:
    at_first_line(desk, "/", KEY.Key_Down, KEY.Key_Down, KEY.Key_Up)
    assert desk.button("found_2").chosen
    desk.press(KEY.Key_Return)
    assert desk.call.position is not None
    assert desk.call.position.cards[-1].card == commonest(desk.release)[1]


def test_the_mouse_opens_it_and_chooses(desk: Desk) -> None:
    at_first_line(desk)
    desk.click("objection_finder")
    desk.write("骗子")
    desk.click("found_1")
    assert desk.call.position is not None
    assert desk.call.position.cards[-1].card == "is-it-a-scam"


def test_a_click_into_the_open_finder_leaves_what_was_typed(desk: Desk) -> None:
    at_first_line(desk, "m", "k")
    desk.click("objection_finder")
    assert desk.find("objection_finder").property("text") == "mk"
    assert desk.button("found_1").text() == "没时间"
    desk.press("1")  # a text field by now: digits are text
    assert desk.find("objection_finder").property("text") == "mk1"


def test_the_digits_of_the_finder_are_heard_whenever_it_is_opened(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    for _ in range(2):
        desk.press("/")
        assert desk.button("found_1").isVisible()
        assert not desk.button("found_1").asleep
        desk.press(KEY.Key_Escape)


def test_it_jumps_to_a_step(desk: Desk) -> None:
    at_first_line(desk, "/", "/")
    desk.write("复述")
    desk.press(KEY.Key_Return)
    assert desk.step == "recap"


def test_each_script_finds_its_own_steps(desk: Desk, library: Sequence[Release]) -> None:
    at_first_line(desk, "/", "/")
    desk.write("说过再打")
    assert not desk.find("found_1").isVisible()
    desk.press(KEY.Key_Escape)
    desk.release = next(release for release in library if release.script.id == "insurance-callback")
    desk.book.publish(desk.release, at=desk.clock())
    at_first_line(desk, "/", "/")
    desk.write("说过再打")
    assert desk.button("found_1").isVisible()


def test_escape_does_one_thing_at_a_time(desk: Desk) -> None:
    at_first_line(desk, KEY.Key_F1, "m")
    desk.press(KEY.Key_Escape)
    assert not desk.find("finder_list").isVisible()
    assert desk.call.position is not None
    assert desk.call.position.cards
    desk.press(KEY.Key_Escape)
    assert desk.call.position is not None
    assert not desk.call.position.cards


def test_where_nothing_fits_it_says_what_to_do(desk: Desk) -> None:
    at_first_line(desk, "x", "y", "z", "z", "y")
    assert not desk.find("found_1").isVisible()
    desk.press(KEY.Key_Return)
    assert desk.find("finder_list").isVisible()
