"""Conditions in words, as the agent reads why a reply is greyed."""

import pytest

from scripts_library.expressions import Titles, condition, in_words

TITLES = Titles(
    name={"customer.referrer": "介绍人", "customer.city": "城市", "fields.units": "台数"}.__getitem__,
    step={"offer": "邀请"}.__getitem__,
    card={"busy": "没时间"}.__getitem__,
)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("customer.referrer", "有介绍人"),
        ("not customer.referrer", "没有介绍人"),
        ("visited('offer')", "已经说过“邀请”"),
        ("not visited('offer')", "还没说过“邀请”"),
        ("raised('busy')", "提过“没时间”"),
        ("not raised('busy')", "没提过“没时间”"),
        ("raised('busy') >= 2", "“没时间”提到的次数至少是2"),
        ("customer.city == '杭州'", "城市是“杭州”"),
        ("customer.city != '杭州'", "城市不是“杭州”"),
        ("customer.city in ('杭州', '上海')", "城市是“杭州”或“上海”"),
        ("customer.city not in ('杭州',)", "城市不是“杭州”"),
        ("customer.city in ()", "城市是空"),
        ("'州' in customer.city", "城市里有“州”"),
        ("customer.city not in '京津'", "“京津”里没有城市"),
        ("1 < fields.units <= 2.5", "1小于台数，并且台数不超过2.5"),
        ("fields.units > 1 or fields.units < -1", "台数大于1，或者台数小于-1"),
        ("not fields.units > 1", "不是“台数大于1”"),
        ("not (customer.referrer and visited('offer'))", "没有介绍人，或者还没说过“邀请”"),
        ("not (customer.referrer or not raised('busy'))", "没有介绍人，并且提过“没时间”"),
        (
            "customer.referrer and (visited('offer') or not (raised('busy') or customer.city))",
            "有介绍人，并且（已经说过“邀请”，或者（没提过“没时间”，并且没有城市））",
        ),
        ("visited('offer') == true", "已经说过“邀请”是“是”"),
        ("true", "“是”"),
        ("not 'x'", "“否”"),
    ],
)
def test_in_chinese(source: str, said: str) -> None:
    assert in_words(condition(source), "zh-CN", TITLES) == said


def test_in_english_and_without_titles() -> None:
    asked = condition("not visited('offer') and (raised('busy') > 1 or customer.city in ['Leeds', 'York'])")
    said = "“offer” was not said yet, and (how often “busy” came up is above 1, or customer.city is “Leeds” or “York”)"
    assert in_words(asked, "en") == said
