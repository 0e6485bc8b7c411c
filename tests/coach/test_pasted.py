"""One pasted line told apart into a customer, in any order."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.pasted import PastedCustomer, each_told_apart, told_apart

WANG = PastedCustomer(name="王伟", phone="13812345678", referrer="李大为")


@pytest.mark.parametrize("order", [*permutations(("王伟", "13812345678", "李大为介绍"))])
@pytest.mark.parametrize("between", [" ", "，", ",", "、", "\t", "　", " / ", "；"])
def test_in_any_order_with_anything_between(order: tuple[str, ...], between: str) -> None:
    assert told_apart(between.join(order)) == WANG


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("王伟13812345678李大为介绍", WANG),
        ("由李大为介绍的王伟13812345678", WANG),
        ("王 伟 13812345678 介绍人：李大为", WANG),
        ("姓名：王伟 手机：138-1234-5678 推荐人: 李大为", WANG),
        ("王伟（李大为的朋友）138 1234 5678", WANG),
        ("１３８１２３４５６７８ 王伟 李大为推荐", WANG),
        ("王伟：138-1234-5678 李大为介绍", WANG),
        ("[24日 09:05] 王伟: 13812345678", PastedCustomer(name="王伟", phone="13812345678", notes="24日 09:05")),
        ("王先生 13812345678", PastedCustomer(name="王先生", called="王先生", phone="13812345678")),
        ("王伟女士 13812345678", PastedCustomer(name="王伟", called="王女士", phone="13812345678")),
        ("李娜 女 13812345678", PastedCustomer(name="李娜", called="李女士", phone="13812345678")),
        ("李总 张姐推荐", PastedCustomer(name="李总", called="李总", referrer="张姐")),
        ("西门庆 13812345678", PastedCustomer(name="西门庆", phone="13812345678")),
        ("欧阳明 先生", PastedCustomer(name="欧阳明", called="欧阳先生")),
        ("陈晓东 由王总推荐", PastedCustomer(name="陈晓东", referrer="王总")),
        ("王伟 +86 138 1234 5678", PastedCustomer(name="王伟", phone="+8613812345678")),
        ("王伟 0512-62521234", PastedCustomer(name="王伟", phone="051262521234")),
        ("王伟 (010) 6252 1234 江苏省苏州市", PastedCustomer(name="王伟", phone="01062521234", city="苏州")),
        ("王伟 住南京 周末有空", PastedCustomer(name="王伟", city="南京", notes="周末有空")),
        ("苏州人 王伟 备注：不要上午打", PastedCustomer(name="王伟", city="苏州", notes="不要上午打")),
        ("姓名：贾宝玉 城市：金陵", PastedCustomer(name="贾宝玉", city="金陵")),
        ("客户：阿福 13812345678", PastedCustomer(name="阿福", phone="13812345678")),
        (
            "Mr Smith +44 20 7946 0958 referred by Anna Lee",
            PastedCustomer(name="Smith", called="Mr Smith", phone="+442079460958", referrer="Anna Lee"),
        ),
        ("John Smith 13812345678", PastedCustomer(name="John Smith", phone="13812345678")),
        ("13812345678", PastedCustomer(phone="13812345678")),
        ("李大为 介绍 王伟 13812345678", WANG),
        ("王伟 李大为 介绍 13812345678", WANG),
        ("13812345678 王伟 李大为 推荐的客户", WANG),
        ("王伟 介绍人 李大为 13812345678", WANG),
        ("李大为13987654321介绍王伟13812345678", msgspec.structs.replace(WANG, notes="13987654321")),
        ("李大为 139-8765-4321 推荐 王伟 13812345678", msgspec.structs.replace(WANG, notes="139-8765-4321")),
        ('"王伟","13812345678","李大为介绍"', WANG),
        ("李大为（13987654321）介绍 王伟 13812345678", msgspec.structs.replace(WANG, notes="13987654321")),
        ("王伟 13812345678 推荐：李大为 13987654321", msgspec.structs.replace(WANG, notes="13987654321")),
        ("王伟 推荐 重疾险 13812345678", PastedCustomer(name="王伟", phone="13812345678", notes="推荐 重疾险")),
        ("13812345678 王伟 介绍", PastedCustomer(name="王伟", phone="13812345678", notes="介绍")),
        (
            "推荐人 13987654321 王伟 13812345678",
            PastedCustomer(name="王伟", phone="13812345678", notes="推荐人 13987654321"),
        ),
        ("😊王伟❤️ 13812345678 李大为介绍👍", msgspec.structs.replace(WANG, notes="😊 ❤️ 👍")),
        ("王伟\u200b 13812345678 李大为介绍\u200b", WANG),
        ("Sean O'Brien 13812345678", PastedCustomer(name="Sean O'Brien", phone="13812345678")),
        ("", PastedCustomer()),
    ],
)
def test_as_people_write_it(line: str, told: PastedCustomer) -> None:
    assert told_apart(line) == told


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("王伟 138123456789", "138123456789"),  # a digit too many
        ("王伟 1381234567", "1381234567"),  # and one too few
        ("王伟 老客户介绍", "老客户介绍"),  # nobody is named
        ("王伟 方便", "方便"),  # a surname, and no name
        ("王伟 13812345678 13912345678", "13912345678"),  # a second number
        ("王伟 13812345678 介绍了三款产品 13987654321", "介绍了三款产品 13987654321"),
        ("王伟 李娜", "李娜"),  # a second name
    ],
)
def test_what_is_not_certain_is_a_note(line: str, notes: str) -> None:
    told = told_apart(line)
    assert (told.name, told.referrer, told.notes) == ("王伟", "", notes)


@pytest.mark.parametrize("word", ["第五次", "西门子", "微生物", "方便"])
def test_a_word_that_begins_as_a_name_does_is_no_name(word: str) -> None:
    assert told_apart(f"{word} 13812345678") == PastedCustomer(phone="13812345678", notes=word)


def test_lines_with_a_number_each_are_customers_each() -> None:
    assert each_told_apart("王伟 13812345678\n\n李娜 13912345678 王伟介绍\n") == (
        PastedCustomer(name="王伟", phone="13812345678"),
        PastedCustomer(name="李娜", phone="13912345678", referrer="王伟"),
    )


def test_lines_with_one_number_together_are_one_customer() -> None:
    assert each_told_apart("王伟\n13812345678\n李大为介绍") == (WANG,)
    assert each_told_apart(" \n") == ()


@given(st.text(alphabet=st.sampled_from("王伟李大为介绍的先生总女 ,，:：()-+0123456789\x00\nabA苏州市"), max_size=40))
def test_nothing_that_was_written_is_lost_but_labels_and_signs_between(line: str) -> None:
    told = told_apart(line)
    kept = f"{told.name}{told.phone}{told.referrer}{told.city}{told.notes}"
    for sign in "伟大为":
        assert kept.count(sign) == line.count(sign)
    digits = sum(sign.isdigit() for sign in line)
    assert sum(sign.isdigit() for sign in kept) == digits


def test_a_line_that_is_no_customer_for_its_length_is_a_note_whole() -> None:
    page = "Ann " * 300
    assert told_apart(page) == PastedCustomer(notes=page.strip())
    assert told_apart(f"王伟 {'好' * 900} 13812345678").phone == "13812345678"
