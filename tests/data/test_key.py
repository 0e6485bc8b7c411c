"""The key and its recovery code."""

import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.key import Key, read_key, write_key
from data.refusals import CodeMistyped

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = Key(bytes(range(20)))


@given(st.binary(min_size=20, max_size=20))
def test_the_code_writes_the_key_down(secret: bytes) -> None:
    code = Key(secret).recovery_code
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert set(code) <= {*SIGNS, "-"}
    assert Key.from_code(code) == Key(secret)


def test_the_code_is_read_however_it_is_typed() -> None:
    code = KEY.recovery_code
    assert "0" in code
    assert "1" in code
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code}\n",
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "I"),
    ):
        assert Key.from_code(typed) == KEY


def test_every_wrong_sign_and_every_swap_is_noticed() -> None:
    code = KEY.recovery_code.replace("-", "")
    wrong = [
        code[:place] + sign + code[place + 1 :] for place in range(len(code)) for sign in SIGNS if sign != code[place]
    ]
    wrong += [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 1)
        if code[place] != code[place + 1]
    ]
    wrong += [code[:-1], code + "0", "", "U" * 36, code[:-1] + "中"]
    assert len(wrong) > 36 * 31
    for typed in wrong:
        with pytest.raises(CodeMistyped):
            Key.from_code(typed)


def test_the_keys_for_different_uses_tell_nothing_of_each_other() -> None:
    derived = {KEY.cipher_key[:16], KEY.mark, KEY.hidden("13812345678")[:16], KEY.secret[:16]}
    assert len(derived) == 4
    assert len(KEY.cipher_key) == 32
    assert KEY.hidden("1") != Key(bytes(20)).hidden("1")


def test_the_derivation_is_that_of_rfc_5869() -> None:
    # As `openssl kdf -kdfopt info:'huashu-coach book key' … HKDF` gives it. It must never change, or no book opens.
    assert KEY.cipher_key.hex() == "177f79671cce197430ff974dc2b314d81d2c52452a32c8287de6d8005ca38a1f"
    assert KEY.mark.hex() == "d5b1e4cc21849863cdf8c62f07b37fa6"


def test_a_key_never_shows() -> None:
    by_percent = "%s"
    assert repr(KEY) == str(KEY) == f"{KEY}" == by_percent % KEY == "Key(…)"
    shown: Any = KEY
    with pytest.raises(TypeError):
        (_,) = shown
    with pytest.raises(TypeError):
        vars(shown)


def test_a_key_is_what_its_secret_is_and_stays_so() -> None:
    same, other = Key(bytes(range(20))), Key(bytes(20))
    assert same == KEY
    assert len({KEY, same, other}) == 2
    assert other != KEY
    assert KEY not in [(KEY.secret,), KEY.secret]
    changed: Any = KEY
    with pytest.raises(AttributeError):
        changed.secret = other.secret


def test_the_key_file_is_this_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.key"
    write_key(path, KEY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_key(path) == KEY
    assert list(path.parent.iterdir()) == [path]


def test_a_new_key_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "book.key"
    write_key(path, KEY)
    write_key(path, Key(bytes(20)))
    assert read_key(path) == Key(bytes(20))
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0000", KEY.recovery_code.encode()[:-1]])
def test_a_key_file_that_was_changed_is_noticed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.key"
    path.write_bytes(content)
    with pytest.raises(CodeMistyped):
        read_key(path)
