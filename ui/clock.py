"""The clock of this desk."""

from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_UNKNOWN = (OSError, OverflowError, ValueError)  # what the system says of a moment that it knows no offset of


class DeskZone(tzinfo):
    """The zone of this desk with its own rules: an hour of next month is the one that the clock on the wall will show.

    A moment of which the system knows no rules (its zone is set to what no zone can be, or the year is out of its
    reach) is in UTC.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta:
        if moment is None:
            return timedelta()
        here = moment.replace(tzinfo=None, microsecond=0)
        try:
            # By the timestamp, since `astimezone` moves an hour that a change of clocks leaves out to the one before.
            offset = here - _EPOCH - timedelta(seconds=here.timestamp())
        except _UNKNOWN:
            return timedelta()
        return offset if abs(offset) < timedelta(days=1) else timedelta()

    def dst(self, _moment: datetime | None) -> None:
        return None

    def tzname(self, moment: datetime | None) -> str:
        return f"{self.utcoffset(moment)}"

    def fromutc(self, moment: datetime) -> datetime:
        try:
            offset = moment.replace(tzinfo=UTC).astimezone().utcoffset() or timedelta()
            here = moment + offset
        except _UNKNOWN:
            return moment
        return here if here.utcoffset() == offset else here.replace(fold=1)


def now() -> datetime:
    """The time on this desk, aware, by the rules of its zone."""
    return datetime.now(DeskZone())  # one of its own, since two hours of one zone are compared as the wall shows them
