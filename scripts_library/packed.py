"""A release as it is kept: msgpack with a checksum, which loads without YAML."""

from hashlib import blake2b

import msgspec

from scripts_library.release import Release
from scripts_library.sentences import Refusal, Sentence

PACKED_FORMAT = 1
_MARK = b"HUASHU"  # then two bytes of format number, sixteen of checksum, and the release
_HEADER = len(_MARK) + 2 + 16
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Release)


def to_msgpack(release: Release) -> bytes:
    """A release as it is kept: a header with the number of its format and a checksum, then msgpack."""
    packed = _encoder.encode(release)
    return _MARK + PACKED_FORMAT.to_bytes(2, "big") + _checksum(packed) + packed


def from_msgpack(kept: bytes) -> Release:
    """The release that was kept. Raises Refusal where it is damaged, or from a newer version of the program."""
    head, packed = kept[:_HEADER], kept[_HEADER:]
    if len(head) < _HEADER or not head.startswith(_MARK):
        raise Refusal(Sentence("scripts_library:release_damaged"))
    if int.from_bytes(head[len(_MARK) : len(_MARK) + 2], "big") > PACKED_FORMAT:
        raise Refusal(Sentence("scripts_library:release_newer"))
    if head[-16:] != _checksum(packed):
        raise Refusal(Sentence("scripts_library:release_damaged"))
    try:
        return _decoder.decode(packed)
    except msgspec.MsgspecError as error:
        raise Refusal(Sentence("scripts_library:release_damaged")) from error


def _checksum(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=16).digest()
