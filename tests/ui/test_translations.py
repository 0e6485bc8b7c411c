"""The Chinese of the window: complete, made from what the sources say, in the words of the glossary."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.translations.renew import READY, TABLE, gather, make

# One word for one thing: what the window says in English, and the only Chinese for it.
GLOSSARY = {
    "Dialling": "拨号中",
    "Answered": "接通",
    "Wrap-up": "话后小结",
    "Trail": "通话轨迹",
    "Customer and notes": "客户与记录",
    "None of these": "都不是",
    "Must-say": "必说项",
    "Words": "逐字",
    "Points": "要点",
    "Prompts only": "只看提示",
    "Outcome": "通话结果",
    "Tags": "标签",
    "Talk time": "通时",
    "Don't call again": "别再打了",
    "Counter-question": "反问",
    "Understand first": "先理解后反应",
    "Turn round": "转化",
    "Let pass": "不用回答",
    "Affirm": "一句话正面肯定",
    "Huashu Coach": "话术教练",
    "Today": "今日",
    "Call": "通话",
    "Review": "复盘",
    "Scores": "绩效",
    "Effective calls": "有效通话",
    "Callback": "预约回拨",
}
# Words that the glossary keeps for something else, or does not know.
NOT_OURS = ("回访", "脚本", "客服", "挂机率", "潜在客户")


def messages(table: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Context, source and translation of every message."""
    for context in ET.parse(table).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name") or "", message.findtext("source") or "", translation


def test_nothing_is_missing_or_unfinished() -> None:
    unfinished = [
        f"{context}: {source}"
        for context, source, translation in messages(TABLE)
        if translation.get("type") or not (translation.text or "").strip()
    ]
    assert unfinished == []


def test_the_table_holds_exactly_what_the_window_says(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    gather(fresh)
    said = {(context, source) for context, source, _ in messages(fresh)}
    kept = {(context, source) for context, source, _ in messages(TABLE)}
    assert said
    assert kept == said


def test_what_the_window_loads_is_made_from_the_table(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    make(TABLE, fresh)
    assert READY.read_bytes() == fresh.read_bytes()


def test_what_is_to_be_put_in_stands_in_both_languages() -> None:
    for context, source, translation in messages(TABLE):
        for place in ("%1", "%2", "%3"):
            assert source.count(place) == (translation.text or "").count(place), f"{context}: {source}"


def test_the_words_are_those_of_the_glossary() -> None:
    held = 0
    for context, source, translation in messages(TABLE):
        wanted = GLOSSARY.get(source)
        if wanted is not None:
            held += 1
            assert translation.text == wanted, f"{context}: {source}"
        for word in NOT_OURS:
            assert word not in (translation.text or ""), f"{context}: {source}"
    assert held >= 20


@pytest.mark.parametrize("sign", ["“", "”", "'", '"'])
def test_chinese_quotes_are_chinese(sign: str) -> None:
    assert [source for _, source, translation in messages(TABLE) if sign in (translation.text or "")] == []
