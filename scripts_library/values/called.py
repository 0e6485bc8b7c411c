"""How a customer is called: 王先生, 李女士, 王总."""

from types import MappingProxyType

from scripts_library.values.surnames import surname

_BY_GENDER = MappingProxyType({"male": "先生", "female": "女士"})
_IN_ENGLISH = MappingProxyType({"male": "Mr", "female": "Ms"})
TITLES = ("先生", "女士", "小姐", "太太", "阿姨", "总", "老师", "经理", "主任", "医生", "老板", "师傅")


def called(name: str, how: str | None) -> str | None:
    """How a customer is addressed: `called("欧阳明", "female")` is 欧阳女士, `called("王伟", "总")` is 王总.

    `how` is `male`, `female` or a title to be put after the surname. None (a gap that one key fills) where it is
    unknown and the name does not say it: 李女士 stays 李女士.
    """
    name = name.strip()
    if not name:
        return None
    if name.endswith(TITLES) and name not in TITLES and _chinese(name):
        return name
    if not how:
        return None
    if not _chinese(name):
        family = name.split()[-1]
        return f"{_IN_ENGLISH.get(how, how)} {family}"
    return f"{surname(name)}{_BY_GENDER.get(how, how)}"


def _chinese(name: str) -> bool:
    return all("\u3400" <= sign <= "\u9fff" or sign in "·〇" for sign in name)
