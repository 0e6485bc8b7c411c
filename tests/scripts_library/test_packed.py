"""A release as it is kept: what was kept long ago opens, what is damaged or newer is refused in a sentence."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from scripts_library.canonical import canonical
from scripts_library.document import Document
from scripts_library.packed import PACKED_FORMAT, from_msgpack, to_msgpack
from scripts_library.script import Script
from scripts_library.sentences import Refusal

KEPT = (Path(__file__).parent / "kept" / "release-1.msgpack").read_bytes()


def refused(kept: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        from_msgpack(kept)
    assert refusal.value.sentence.in_language("zh")
    return refusal.value.sentence.code


def test_a_release_kept_long_ago_opens(examples: Mapping[str, Document]) -> None:
    release = from_msgpack(KEPT)
    assert release.script == examples["script"]
    assert release.outcomes == examples["outcomes"]
    assert list(release.cards) == ["busy"]
    assert release.digest == "4b873f2e74fb2787b7cf1e5291cdb6b468fa6845cf831e3adc4fecad4e51a6ad"
    assert release.version == 3
    assert release.pinyin["card:busy"][:2] == ("meishijian", "msj")


def test_what_is_kept_opens_as_it_was() -> None:
    release = from_msgpack(KEPT)
    assert from_msgpack(to_msgpack(release)) == release


def test_what_was_published_with_more_lines_and_key_words_than_are_read_today_opens() -> None:
    release = from_msgpack(KEPT)
    hello = replace(release.script.steps["hello"], hint="慢\n笑", points=tuple("一二三四五六七"))
    script = replace(release.script, purpose="约\n来", steps={**release.script.steps, "hello": hello})
    long_ago = replace(release, script=script)
    assert from_msgpack(to_msgpack(long_ago)) == long_ago
    assert msgspec.json.decode(canonical(script), type=Script) == script


@pytest.mark.parametrize("place", [0, 3, 8, 20, 24, 100, len(KEPT) // 2, len(KEPT) - 1])
@pytest.mark.parametrize("bit", [1, 128])
def test_a_changed_bit_is_noticed(place: int, bit: int) -> None:
    damaged = bytearray(KEPT)
    damaged[place] ^= bit
    assert refused(bytes(damaged)) == "scripts_library:release_damaged"


@pytest.mark.parametrize("length", [0, 5, 23, 24, 500, len(KEPT) - 1])
def test_a_release_cut_off_is_noticed(length: int) -> None:
    assert refused(KEPT[:length]) == "scripts_library:release_damaged"


def test_a_newer_release_is_told_from_a_damaged_one() -> None:
    newer = KEPT[:6] + (PACKED_FORMAT + 1).to_bytes(2, "big") + KEPT[8:]
    assert refused(newer) == "scripts_library:release_newer"


def test_a_release_of_other_content_is_no_traceback() -> None:
    class Other(msgspec.Struct):
        script: str = "no script"

    whole = to_msgpack(from_msgpack(KEPT))
    other = msgspec.msgpack.encode(Other())
    assert refused(whole[:24] + other) == "scripts_library:release_damaged"


def test_kept_releases_load_without_yaml_and_pinyin() -> None:
    loaded = (
        "import sys, scripts_library.packed; "
        "print([name for name in ('yaml', 'pypinyin', 'jinja2', 'networkx') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, encoding="utf-8")
    assert ran.stdout.strip() == "[]"
