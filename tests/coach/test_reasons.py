"""Conditions in words, as the agent reads why a reply is greyed."""

from typing import get_args

import pytest

from coach.reasons import reason
from scripts_library.expressions.tree import Operator
from scripts_library.sentences import LANGUAGES
from tests.strategies.small import SMALL


@pytest.mark.parametrize(
    ("when", "chinese"),
    [
        ("customer.referrer", "已知介绍人"),
        ("not clinic", "还不知道门诊"),
        ("visited('offer')", "说过「offer」"),
        ("not visited('hello')", "没说过「hello」"),
        ("raised('busy')", "提过「没时间」"),
        ("not raised('busy')", "没提过「没时间」"),
        ("raised('busy') >= 2", "「没时间」提起的次数不少于2"),
        ("fields.who == '家人'", "谁来是「家人」"),
        ("not fields.who == '家人'", "不是（谁来是「家人」）"),
        ("fields.who in ('本人', '家人')", "谁来在「本人」、「家人」之中"),
        ("fields.who not in ('本人',)", "谁来不在「本人」之中"),
        ("fields.who in ()", "谁来在空之中"),
        ("not (customer.referrer and visited('offer'))", "还不知道介绍人，或者没说过「offer」"),
        ("not (customer.referrer or not raised('busy'))", "还不知道介绍人，并且提过「没时间」"),
        ("not not customer.referrer", "已知介绍人"),
        (
            "customer.referrer and (visited('offer') or not (raised('busy') or customer.city))",
            "已知介绍人，并且（说过「offer」，或者（没提过「没时间」，并且还不知道客户城市））",
        ),
        ("customer.city or 1 < fields.deal_units < 5", "已知客户城市，或者（1小于台数，并且台数小于5）"),
        ("not 1 < fields.deal_units < 5", "不是（1小于台数），或者不是（台数小于5）"),
        ("visited('offer') == true", "说过「offer」是是"),
        ("false", "从不能选"),
        ("not 'x'", "从不能选"),
        ("not false", "总能选"),
    ],
)
def test_in_chinese(when: str, chinese: str) -> None:
    assert reason(when, SMALL).in_language("zh") == f"要先满足：{chinese}"


@pytest.mark.parametrize(
    ("when", "english"),
    [
        ("fields.day", "日期 is known"),
        ("not clinic", "门诊 is not known"),
        ("not visited('hello')", "“hello” has not been said"),
        ("raised('busy') >= 2", "the number of times that “没时间” came up is at least 2"),
        ("1 < fields.deal_units < 5", "1 is below 台数 and 台数 is below 5"),
        (
            "fields.deal_units > 1.5 and not (fields.day or visited('offer') == true)",
            "台数 is above 1.5 and (日期 is not known and it is not so that “offer” has been said is yes)",
        ),
        ("not (fields.day and raised('busy'))", "日期 is not known or “没时间” did not come up"),
        ("fields.who in ()", "谁来 is among nothing"),
        ("false", "never"),
    ],
)
def test_in_english(when: str, english: str) -> None:
    assert reason(when, SMALL).in_language("en") == f"only when {english}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("operator", get_args(Operator))
def test_every_comparison_has_its_words(operator: str, language: str) -> None:
    constant = "('a', 'b')" if operator.endswith("in") else "1"
    said = reason(f"fields.who {operator} {constant}", SMALL).in_language(language)
    assert "谁来" in said
    assert "{" not in said
