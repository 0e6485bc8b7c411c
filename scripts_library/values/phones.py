"""Phone numbers: kept as they were given, without the signs between; matched and read out in one form."""

import re

from scripts_library.values.refusal import not_a_value

_HOME = "CN"  # where a number without a country's code belongs
_MOBILE = re.compile(r"(?:\+?86|0086|0)?(1[3-9][0-9]{9})")
_MEANT_AS_MOBILE = re.compile(r"(?:\+?86|0086|0)?(1[3-9][0-9]{6,})")
_BETWEEN = re.compile(r"[\s\-‐-―().·]+")
_DIALLED = re.compile(r"\+?[0-9]{3,20}")


def phone(text: str) -> str:
    """A phone number that can be dialled: its digits as given, with a leading `+` where there is one.

    `013800138000` keeps its zero, since that may be how it has to be dialled; numbers are matched by `phone_key`.
    Raises `NotAValue` where a digit is missing or too many.
    """
    digits = _BETWEEN.sub("", text)
    if not _DIALLED.fullmatch(digits):
        raise not_a_value("value_not_a_phone", text)
    if _MOBILE.fullmatch(digits):
        return digits
    if meant := _MEANT_AS_MOBILE.fullmatch(digits):
        raise not_a_value("value_mobile_length", text, digits=len(meant[1]))
    if _international(digits) is None:
        raise not_a_value("value_not_a_phone", text)
    return digits


def can_be_dialled(text: str) -> bool:
    """Whether a text is digits to dial at all, be they a number that exists or not."""
    return _DIALLED.fullmatch(_BETWEEN.sub("", text)) is not None


def phone_key(number: str) -> str:
    """What all ways of writing one number have in common, `+8613800138000`; an unknown kind is its own key."""
    digits = _BETWEEN.sub("", number)
    if match := _MOBILE.fullmatch(digits):
        return f"+86{match[1]}"
    return _international(digits) or digits


def grouped(text: str) -> str:
    """A mobile number as it is read out, 138 1234 5678; any other text as it is."""
    match = _MOBILE.fullmatch(text)
    if match is None:
        return text
    number = match[1]
    return f"{number[:3]} {number[3:7]} {number[7:]}"


def _international(digits: str) -> str | None:
    """The number in its international form, None where there can be no such number."""
    # Mobile numbers at home never come here: the tables of all countries are slow to load.
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, _HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
