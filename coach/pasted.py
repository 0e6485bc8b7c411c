"""One pasted line told apart into a customer: 王伟 13812345678 李大为介绍, in any order."""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from coach.cities import city_in
from scripts_library.sentences import Refusal
from scripts_library.text import clean
from scripts_library.values.called import TITLES, called
from scripts_library.values.phones import phone
from scripts_library.values.surnames import is_name, is_surname

_LONGEST = 1000  # characters of a line that is told apart
_GAP = r"[\s\-‐-―·.]{0,2}"
_NUMBER = re.compile(
    rf"(?<![0-9])(?:"
    rf"(?:\+?86|0086|0)?{_GAP}1[3-9][0-9](?:{_GAP}[0-9]){{8}}"  # a mobile number
    rf"|\(?0[0-9]{{2,3}}\)?{_GAP}[2-9][0-9]{{2,3}}{_GAP}[0-9]{{4}}"  # a landline with its area code
    rf"|[48]00(?:{_GAP}[0-9]){{7}}"
    rf"|\+[1-9](?:{_GAP}[0-9]){{6,13}}"
    rf")(?![0-9])"
)
_PHONE_LABEL = re.compile(r"(?:联系电话|手机号码?|电话号码|电话|手机|号码|tel|phone|mobile)\s*:?\s*$", re.IGNORECASE)
# Between words, and no part of any: signs, the quotes of a table, what is not seen.
_BETWEEN = re.compile(r"[\s,;、|/。()\[\]【】<>《》\"“”「」\u200b\u2060\ufeff]+")
_PICTURES = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff\u200d\ufe0f]+")  # of a chat, beside a name
_INTRODUCES = r"(?:转?介绍|推荐|引荐)(?!人|了|过(?!来)|\s*:)"
_ALONE = re.compile(rf"{_INTRODUCES}(?:过?来)?的?(?:客户|朋友)?")  # its name stands apart before it
_LABEL = r"(?:转?介绍人|推荐人|引荐人)"
_ON = re.compile(rf"[\s)]*{_INTRODUCES}")
_LABELLED_BEFORE = re.compile(rf"{_LABEL}\s*:?\s*$")
_LABEL_ALONE = re.compile(rf"({_LABEL})\s+(?=[\u3400-\u9fff])")  # and here behind it
_TITLE = "|".join(TITLES)
_WHO = rf"(?P<who>[\u3400-\u9fff·]{{1,4}}?(?:{_TITLE}|哥|姐)?)"
_REFERRERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:转?介绍人|推荐人|引荐人|介绍|推荐):{_WHO}$",
        rf"(?:由|经|是|我?朋友|老客户|同事|亲戚)*{_WHO}(?:给|帮)?(?:转?介绍|推荐|引荐)(?:过?来)?的?(?:客户|朋友)?",
        rf"{_WHO}的(?:朋友|同事|亲戚|邻居|同学|客户)",
    )
)
_LATIN_REFERRER = re.compile(
    r"(?:referred|introduced|recommended)\s+by\s+(?P<who>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)|"
    r"(?:a\s+)?friend\s+of\s+(?P<whose>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)",
    re.IGNORECASE,
)
_LABELS = {
    "姓名": "name",
    "客户": "name",
    "名字": "name",
    "城市": "city",
    "地区": "city",
    "备注": "notes",
    "name": "name",
}
_LABELLED = re.compile(rf"(?P<label>{'|'.join(_LABELS)}):(?P<text>.+)", re.IGNORECASE)
_NAMED_WITH_TITLE = re.compile(rf"(?P<name>[\u3400-\u9fff·]{{1,4}}?)(?P<title>{_TITLE})")
_GENDERS = {"男": "male", "女": "female", "mr": "male", "ms": "female", "mrs": "female", "miss": "female"}
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*)*")
_COLON = re.compile(r"\s*:\s*")


class PastedCustomer(msgspec.Struct, frozen=True, kw_only=True):
    """What a pasted line says of a customer; what it does not say is an empty text. What is no part of it is a note."""

    name: str = ""
    called: str = ""
    phone: str = ""
    referrer: str = ""
    city: str = ""
    notes: str = ""


def told_apart(line: str) -> PastedCustomer:
    """Tell a line apart: name, form of address, number, who referred them and city, in whichever order.

    A word that is none of these for certain goes to the notes: a gap is seen, a wrong name is spoken. So does all of a
    line that is longer than anybody's name, number and a sentence about them.
    """
    cleaned = clean(line).strip()
    if len(cleaned) > _LONGEST:
        return PastedCustomer(notes=cleaned)
    number, theirs, rest = _numbers(_LABEL_ALONE.sub(r"\1:", unicodedata.normalize("NFKC", cleaned)))
    referrer, rest = _latin_referrer(rest)
    found = _Found(phone=number, referrer=referrer)
    for word in _words(_PICTURES.sub(r" \g<0> ", rest)):
        found.take(word)
    found.notes.extend(theirs)
    return found.customer()


def each_told_apart(text: str) -> tuple[PastedCustomer, ...]:
    """Several pasted lines: a customer each where more than one has a number, else all lines are about one."""
    lines = [line for line in clean(text).splitlines() if line.strip()]
    told = tuple(told_apart(line) for line in lines)
    if sum(bool(one.phone) for one in told) > 1:
        return told
    return (told_apart(" ".join(lines)),) if lines else ()


class _Found:
    """What has been found so far in one line."""

    def __init__(self, *, phone: str, referrer: str) -> None:
        self.name, self.how, self.phone, self.referrer, self.city = "", "", phone, referrer, ""
        self.notes: list[str] = []

    def take(self, word: str) -> None:
        """Put a word where it belongs."""
        labelled = _LABELLED.fullmatch(word)
        if labelled is not None:
            self._take_labelled(_LABELS[labelled["label"].lower()], labelled["text"])
        elif not (self._take_referrer(word) or self._take_place(word) or self._take_person(word)):
            self.notes.append(word)

    def customer(self) -> PastedCustomer:
        """The customer that the line tells of."""
        return PastedCustomer(
            name=self.name,
            called=called(self.name, self.how or None) or "",
            phone=self.phone,
            referrer=self.referrer,
            city=self.city,
            notes=" ".join(self.notes),
        )

    def _take_labelled(self, label: str, text: str) -> None:
        if label == "notes":
            self.notes.append(text)
        elif label == "city":
            self.city = city_in(text) or text
        elif not self._take_person(text):
            self.name = text

    def _take_referrer(self, word: str) -> bool:
        for pattern in _REFERRERS:
            found = pattern.match(word)
            if found is not None and not self.referrer and _is_somebody(found["who"]):
                self.referrer = found["who"]
                rest = word[found.end() :]
                if rest:
                    self.take(rest)
                return True
        return False

    def _take_place(self, word: str) -> bool:
        city = city_in(word.removeprefix("在").removeprefix("住").removesuffix("人"))
        if city is None or self.city:
            return False
        self.city = city
        return True

    def _take_person(self, word: str) -> bool:
        gender = _GENDERS.get(word.lower().rstrip("."))
        if gender is not None and not self.how:
            self.how = gender
            return True
        titled = _NAMED_WITH_TITLE.fullmatch(word)
        if titled is not None and not self.name and (is_name(titled["name"]) or is_surname(titled["name"])):
            if is_surname(titled["name"]):
                self.name = word
            else:
                self.name, self.how = titled["name"], titled["title"]
            return True
        if self.name and re.fullmatch(_TITLE, word) and not self.how:
            self.how = word
            return True
        if not self.name and (is_name(word) or _LATIN_NAME.fullmatch(word)):
            self.name = word
            return True
        return False


def _numbers(plain: str) -> tuple[str, list[str], str]:
    """The number of the customer, that of who introduced them, and the line without both and without a label.

    It is the first that can be dialled; of several, none that is somebody's who introduces: 李大为 139… 介绍 王伟 138….
    """
    found = [one for one in _NUMBER.finditer(plain) if _can_be_dialled(one[0])]
    theirs = [one for one in found if _introduces(plain, one)]
    mine = next((one for one in found if one not in theirs), None)
    if mine is None:
        theirs, mine = [], next(iter(found), None)
    if mine is None:
        return "", [], plain
    rest = plain
    for one in sorted((mine, *theirs), key=lambda one: -one.start()):
        # In a chat the colon after the name stands before the number: it is no part of either.
        before = _PHONE_LABEL.sub("", rest[: one.start()]).rstrip().removesuffix(":")
        after = rest[one.end() :]
        rest = f"{before}{after.lstrip()}" if _ON.match(after) else f"{before} {after}"
    return phone(mine[0]), [one[0].strip() for one in theirs], rest


def _introduces(plain: str, number: re.Match[str]) -> bool:
    """Whether a number is that of somebody who introduces: it stands before that word, or behind such a label."""
    return bool(_ON.match(plain[number.end() :]) or _LABELLED_BEFORE.search(plain[: number.start()]))


def _can_be_dialled(number: str) -> bool:
    try:
        phone(number)
    except Refusal:
        return False
    return True


def _latin_referrer(plain: str) -> tuple[str, str]:
    found = _LATIN_REFERRER.search(plain)
    if found is None:
        return "", plain
    return found["who"] or found["whose"], f"{plain[: found.start()]} {plain[found.end() :]}"


def _words(rest: str) -> Iterator[str]:
    """The words of a line; what is written apart is joined: a surname and its name, a Latin name, who introduces."""
    words = [word for word in _BETWEEN.split(_COLON.sub(":", rest)) if word.strip("-.")]
    two = sum(map(_is_somebody, words)) > 1  # else whoever introduces is the customer
    while words:
        word = words.pop(0)
        if words and is_surname(word) and is_name(word + words[0]) and not is_name(words[0]):
            word += words.pop(0)
        if words and two and _is_somebody(word) and _ALONE.fullmatch(words[0]):
            word += words.pop(0)
        while words and _LATIN_NAME.fullmatch(word.split()[-1]) and _LATIN_NAME.fullmatch(words[0]):
            if word.lower().rstrip(".") in _GENDERS:
                break
            word += f" {words.pop(0)}"
        yield word


def _is_somebody(who: str) -> bool:
    titled = _NAMED_WITH_TITLE.fullmatch(who)
    name = titled["name"] if titled is not None else who.removesuffix("哥").removesuffix("姐")
    return is_name(name) or (name != who and is_surname(name))
