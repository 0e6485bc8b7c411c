"""How things sound: what the finder is told of cards and steps."""

import pytest

from scripts_library.objections import Card
from scripts_library.script import Script, Stage, Step
from scripts_library.sounds import LONGEST, sounds, spellings


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        ("没时间", ("meishijian", "msj"), {"moshijian"}),
        ("没空", ("meikong", "mk"), {"mokong"}),
        ("银行", ("yinhang", "yh"), {"yinxing", "yx"}),
        ("长城", ("changcheng", "cc"), {"zhangcheng", "zc"}),
        ("女儿", ("nver", "ne"), {"nver"}),
        ("发WeChat吧！", ("fawechatba", "fwechatb"), {"fawechatpa"}),
        ("3天，行吗？", ("3tianxingma", "3txm"), {"3tianhangma", "3thm"}),
        ("ＡＢ", ("ab",), {"ab"}),
    ],
)
def test_the_usual_reading_comes_first_every_other_follows(text: str, first: tuple[str, ...], also: set[str]) -> None:
    found = spellings(text)
    assert found[: len(first)] == first
    assert also <= set(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("text", ["", "！？…", "‖", "👩‍👩‍👧"])
def test_signs_have_no_sound(text: str) -> None:
    assert spellings(text) == ()


def test_a_long_text_of_characters_with_several_readings_stays_small() -> None:
    assert len(spellings("行" * 1000)) <= 2 * (1 + LONGEST * 4)
    assert spellings("行" * 1000) == spellings("行" * LONGEST)


def test_cards_sound_by_title_and_by_what_is_heard_steps_by_id_points_and_stage() -> None:
    script = Script(
        format=1,
        id="a",
        title="a",
        language="zh-CN",
        stages=(Stage(id="settle", title="约定"),),
        outcomes="few",
        start="choice-of-two",
        steps={
            "choice-of-two": Step(stage="settle", says="您看？", points=("二选一", "半小时"), goto="fork"),
            "fork": Step(stage="settle", goto="bye"),
            "bye": Step(says="再见。", ends="b"),
        },
    )
    cards = {"busy": Card(title="没时间", hears=("没空", "在开会"), answers=())}
    found = sounds(script, cards)
    assert set(found) == {"card:busy", "step:choice-of-two", "step:bye"}
    assert {"meishijian", "msj", "meikong", "mk", "zaikaihui", "zkh"} <= set(found["card:busy"])
    assert {"choiceoftwo", "erxuanyi", "exy", "banxiaoshi", "bxs", "yueding", "yd"} <= set(found["step:choice-of-two"])
    assert found["step:bye"] == ("bye",)
