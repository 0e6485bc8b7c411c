"""The clock of a desk: the rules of its zone go with the hour, over both changes of clocks."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour_of_day
from zoneinfo import ZoneInfo

import pytest

from scripts_library.values.parsing import moment, parse
from scripts_library.values.said import understand
from ui.clock import DeskZone, now

# What each system knows of these zones today, written out, so that the test asks none for its files.
LONDON, BERLIN, SHANGHAI = "GMT0BST,M3.5.0/1,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3", "CST-8"
NAMES = {LONDON: "Europe/London", BERLIN: "Europe/Berlin", SHANGHAI: "Asia/Shanghai"}

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows asks its settings, not TZ")


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves this desk into a zone."""

    def moved(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield moved
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", [LONDON, BERLIN, SHANGHAI])
@pytest.mark.parametrize("changes", [date(2027, 3, 28), date(2027, 10, 31)])
def test_the_wall_shows_what_the_zone_says(in_zone: Callable[[str], None], zone: str, changes: date) -> None:
    in_zone(zone)
    begins = datetime.combine(changes, hour_of_day(), UTC) - timedelta(hours=12)
    for minutes in range(0, 24 * 60, 15):
        there = (begins + timedelta(minutes=minutes)).astimezone(ZoneInfo(NAMES[zone]))
        here = there.astimezone(DeskZone())
        assert (here.replace(tzinfo=None), here.fold, here.utcoffset()) == (
            there.replace(tzinfo=None),
            there.fold,
            there.utcoffset(),
        )
        assert here.astimezone(UTC) == there.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "at", "due"),
    [
        (LONDON, datetime(2027, 3, 27, 14, tzinfo=DeskZone()), "2027-03-29T15:00:00+01:00"),
        (LONDON, datetime(2027, 10, 30, 14, tzinfo=DeskZone()), "2027-11-01T15:00:00+00:00"),
        (BERLIN, datetime(2027, 3, 27, 14, tzinfo=DeskZone()), "2027-03-29T15:00:00+02:00"),
        (BERLIN, datetime(2027, 10, 30, 14, tzinfo=DeskZone()), "2027-11-01T15:00:00+01:00"),
        (SHANGHAI, datetime(2027, 3, 27, 14, tzinfo=DeskZone()), "2027-03-29T15:00:00+08:00"),
        (SHANGHAI, datetime(2027, 10, 30, 14, tzinfo=DeskZone()), "2027-11-01T15:00:00+08:00"),
    ],
)
def test_an_hour_after_a_change_of_clocks_is_that_of_the_wall(
    in_zone: Callable[[str], None], zone: str, at: datetime, due: str
) -> None:
    in_zone(zone)
    for meant in (
        parse("next monday 15:00", "datetime", at=at),
        understand("next monday at 3pm", "datetime", at=at),
        understand("下周一下午三点", "datetime", at=at),
    ):
        assert isinstance(meant, datetime)
        assert meant.isoformat() == due
    waited = parse("in 2 days", "datetime", at=at)
    assert isinstance(waited, datetime)
    assert waited.astimezone(UTC) - at.astimezone(UTC) == timedelta(days=2)


@pytest.mark.parametrize(("zone", "left_out", "shown"), [(LONDON, 1, 2), (BERLIN, 2, 3)])
def test_an_hour_that_the_wall_leaves_out_is_the_one_after_it(
    in_zone: Callable[[str], None], zone: str, left_out: int, shown: int
) -> None:
    in_zone(zone)
    at = datetime(2027, 3, 27, 14, tzinfo=DeskZone())
    assert moment(date(2027, 3, 28), hour_of_day(left_out, 30), at).time() == hour_of_day(shown, 30)


def test_now_is_now_whatever_the_wall_shows(in_zone: Callable[[str], None]) -> None:
    for zone in (LONDON, BERLIN, SHANGHAI, "XYZ-5:53:20", "nonsense", "UTC+25"):
        in_zone(zone)
        assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_two_hours_of_the_clock_are_as_far_apart_as_they_are(in_zone: Callable[[str], None]) -> None:
    in_zone(LONDON)
    assert now().tzinfo is not now().tzinfo
    before, after = (datetime(2027, 3, 28, hour, tzinfo=DeskZone()) for hour in (0, 3))
    assert after - before == timedelta(hours=2)


def test_a_moment_out_of_reach_has_an_offset_all_the_same(in_zone: Callable[[str], None]) -> None:
    in_zone("UTC+25")
    for year in (1, 9999):
        reached = datetime(year, 1, 1, tzinfo=UTC).astimezone(DeskZone())
        assert (reached.year, reached.utcoffset()) == (year, timedelta())
