"""A Monday morning at which things are said."""

from datetime import datetime, timedelta, timezone

import pytest


@pytest.fixture(scope="session")
def monday() -> datetime:
    """2026-01-05 10:00:37 in China."""
    return datetime(2026, 1, 5, 10, 0, 37, tzinfo=timezone(timedelta(hours=8)))
