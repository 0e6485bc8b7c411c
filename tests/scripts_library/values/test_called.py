"""How a customer is called."""

import pytest

from scripts_library.values.called import called


@pytest.mark.parametrize(
    ("name", "how", "expected"),
    [
        ("王伟", "male", "王先生"),
        ("李静", "female", "李女士"),
        ("王伟", "总", "王总"),
        ("张三丰", "老师", "张老师"),
        ("欧阳明", "female", "欧阳女士"),
        ("欧阳", "male", "欧阳先生"),
        ("司马相如", "male", "司马先生"),
        ("诸葛亮", "总", "诸葛总"),
        ("上官婉儿", "female", "上官女士"),
        ("西门庆", "male", "西门先生"),
        ("欧文", "male", "欧先生"),
        ("王", "male", "王先生"),
        (" 王伟 ", "male", "王先生"),
        ("王总", None, "王总"),
        ("李女士", None, "李女士"),
        ("李女士", "male", "李女士"),
        ("陈医生", None, "陈医生"),
        ("王伟", None, None),
        ("王伟", "", None),
        ("", "male", None),
        ("Daniel Reed", "male", "Mr Reed"),
        ("Anna Hughes", "female", "Ms Hughes"),
        ("Anna Hughes", "Dr", "Dr Hughes"),
        ("Anna Hughes", None, None),
    ],
)
def test_called(name: str, how: str | None, expected: str | None) -> None:
    assert called(name, how) == expected
