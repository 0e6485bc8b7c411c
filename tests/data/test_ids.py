"""Identity."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from data.ids import as_bytes, as_text, from_moment, new_id
from data.refusals import NotFound
from tests.strategies.small import BEGINS


def test_an_id_is_a_uuid_of_version_7() -> None:
    for _ in range(200):
        one = UUID(new_id(BEGINS))
        assert (one.version, one.variant) == (7, "specified in RFC 4122")
        assert one.int >> 80 == int(BEGINS.timestamp() * 1000)


def test_ids_sort_by_the_moment_at_which_they_were_made() -> None:
    ids = [new_id(BEGINS + timedelta(milliseconds=number)) for number in range(50)]
    assert ids == sorted(ids)
    assert [as_bytes(one) for one in ids] == sorted(as_bytes(one) for one in ids)
    assert from_moment(BEGINS) <= as_bytes(ids[0]) < from_moment(BEGINS + timedelta(milliseconds=1))


def test_a_clock_that_was_never_set_makes_ids_too() -> None:
    never_set = datetime(1969, 12, 31, 23, tzinfo=UTC)
    assert as_bytes(new_id(never_set)) < as_bytes(new_id(BEGINS))
    assert from_moment(never_set) == bytes(16)


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(BEGINS) for _ in range(2000)}) == 2000


def test_text_and_bytes_are_the_same_id() -> None:
    one = new_id(BEGINS)
    assert as_text(as_bytes(one)) == one == str(UUID(one))


@pytest.mark.parametrize("text", ["", "王伟", "12", "zz", "0" * 31, "0" * 33])
def test_what_is_no_id_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        as_bytes(text)
