"""How a customer is called: 王先生, 李女士, 王总."""

from types import MappingProxyType

# Between blanks, so that a surname is found by ` 欧阳 ` and never across two.
_TWO_CHARACTERS = (
    " 欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 万俟 闻人 夏侯 尉迟 公孙 慕容"
    " 令狐 皇甫 长孙 宇文 轩辕 钟离 端木 澹台 公冶 宗政 濮阳 淳于 单于 太叔"
    " 申屠 仲孙 鲜于 闾丘 司寇 司空 亓官 呼延 赫连 拓跋 西门 百里 东郭 南门"
    " 微生 梁丘 左丘 第五 谷梁 乐正 公羊 颛孙 漆雕 壤驷 巫马 段干 夹谷 宰父 "
)
_BY_GENDER = MappingProxyType({"male": "先生", "female": "女士"})
_IN_ENGLISH = MappingProxyType({"male": "Mr", "female": "Ms"})
_TITLES = ("先生", "女士", "小姐", "太太", "阿姨", "总", "老师", "经理", "主任", "医生", "老板", "师傅")


def called(name: str, how: str | None) -> str | None:
    """How a customer is addressed: `called("欧阳明", "female")` is 欧阳女士, `called("王伟", "总")` is 王总.

    `how` is `male`, `female` or a title to be put after the surname. None (a gap that one key fills) where it is
    unknown and the name does not say it: 李女士 stays 李女士.
    """
    name = name.strip()
    if not name:
        return None
    if name.endswith(_TITLES) and name not in _TITLES and _chinese(name):
        return name
    if not how:
        return None
    if not _chinese(name):
        family = name.split()[-1]
        return f"{_IN_ENGLISH.get(how, how)} {family}"
    return f"{surname(name)}{_BY_GENDER.get(how, how)}"


def surname(name: str) -> str:
    """The surname of a Chinese name; those of two characters are known."""
    return name[:2] if f" {name[:2]} " in _TWO_CHARACTERS else name[:1]


def _chinese(name: str) -> bool:
    return all("\u3400" <= sign <= "\u9fff" or sign in "·〇" for sign in name)
