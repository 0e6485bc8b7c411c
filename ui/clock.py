"""The clock of this desk."""

from datetime import UTC, datetime


def now() -> datetime:
    """The time on this desk, aware; where its zone is set to what no zone can be, in UTC."""
    try:
        return datetime.now().astimezone()
    except ValueError:
        return datetime.now(UTC)
