"""Chinese surnames, of one sign and of two."""

import pytest

from scripts_library.values.surnames import is_name, is_surname, surname


@pytest.mark.parametrize(
    ("name", "family"), [("王伟", "王"), ("西门庆", "西门"), ("欧阳", "欧阳"), ("欧文", "欧"), ("马诸葛", "马")]
)
def test_the_surname_of_a_name(name: str, family: str) -> None:
    assert surname(name) == family
    assert is_surname(family)


def test_a_surname_of_two_signs_is_not_found_across_two() -> None:
    assert surname("阳司明") == "阳"


@pytest.mark.parametrize("name", ["王伟", "李大为", "西门庆", "司马相如", "东方不败", "夏侯惇"])
def test_a_surname_and_one_or_two_signs_are_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["王", "西门", "王伟很好", "方便", "西门子", "第五次", "司马相如的", "Wang", ""])
def test_no_other_word_is_one(word: str) -> None:
    assert not is_name(word)
