"""The key of a database: 160 random bits, the recovery code that writes them down, and the file that holds them."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Self

from data.files import move_into_place, sync_folder
from data.refusals import CodeMistyped

_BITS = 160
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_CODE_SIGNS = _BITS // 5
_CHECK_SIGNS = 4
_GROUP = 4


class Key:
    """The secret of one database (20 bytes). Who has it reads everything; it never shows in a log or a repr."""

    __slots__ = ("_secret",)  # by hand: this stands before the first paint, where dataclasses are not loaded yet

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @classmethod
    def fresh(cls) -> Self:
        """A key that nobody has had before."""
        return cls(secrets.token_bytes(_BITS // 8))

    @classmethod
    def from_code(cls, code: str) -> Self:
        """The key that a recovery code writes down, however it is grouped and whichever case it is typed in.

        Raises `CodeMistyped` where a sign is missing or wrong.
        """
        signs = "".join(code.split()).replace("-", "").upper().translate(_READ_AS)
        if len(signs) != _CODE_SIGNS + _CHECK_SIGNS or not set(signs) <= set(_SIGNS):
            raise CodeMistyped
        number = 0
        for sign in signs[:_CODE_SIGNS]:
            number = number << 5 | _SIGNS.index(sign)
        key = cls(number.to_bytes(_BITS // 8, "big"))
        if key.recovery_code.replace("-", "") != signs:
            raise CodeMistyped
        return key

    @property
    def secret(self) -> bytes:
        """The secret itself."""
        return self._secret

    @property
    def recovery_code(self) -> str:
        """The key as a person writes it down: groups of four signs, the last group checks the others."""
        signs = _in_signs(self.secret, _CODE_SIGNS) + _in_signs(hashlib.sha256(self.secret).digest(), _CHECK_SIGNS)
        return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))

    @property
    def cipher_key(self) -> bytes:
        """The 32 bytes that the pages are encrypted with."""
        return _derived(self.secret, b"huashu-coach book key", 32)

    @property
    def mark(self) -> bytes:
        """The 16 bytes with which every file of this key begins: they tell a wrong key from a damaged page."""
        return _derived(self.secret, b"huashu-coach book mark", 16)

    def hidden(self, text: str) -> bytes:
        """What is kept of a number that must stay recognisable after its owner was erased."""
        return hmac.digest(_derived(self.secret, b"huashu-coach numbers", 32), text.encode(), "sha256")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and hmac.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(self._secret)

    def __repr__(self) -> str:
        return "Key(…)"


def read_key(path: Path) -> Key:
    """The key in a key file. Raises `FileNotFoundError`, and `CodeMistyped` where the file was changed."""
    try:
        return Key.from_code(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise CodeMistyped from error


def write_key(path: Path, key: Key, *, over: bool = True) -> None:
    """Keep the key where only this user reads it (mode 0600), whole or not at all.

    Raises `FileExistsError` where there is one already and it is not to be written `over`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(key.recovery_code + "\n")
            file.flush()
            os.fsync(file.fileno())
        if over:
            fresh.replace(path)
        else:
            move_into_place(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _in_signs(data: bytes, count: int) -> str:
    number = int.from_bytes(data, "big") >> max(len(data) * 8 - count * 5, 0)
    return "".join(_SIGNS[number >> shift & 31] for shift in range((count - 1) * 5, -1, -5))


def _derived(secret: bytes, purpose: bytes, length: int) -> bytes:
    """HKDF with SHA-256 (RFC 5869): one secret, one key for each purpose, none of which tells of another."""
    seed = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(seed, purpose + b"\x01", "sha256")[:length]
