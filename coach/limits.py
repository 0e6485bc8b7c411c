"""The settable limits of what counts: a team's own, with the customary ones as defaults."""

from datetime import timedelta

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a count begins or ends. Whole seconds, minutes and percents, so that a setting keeps them exactly."""

    dials_a_day: int = 3  # further dials to one number on one day count none
    effective_seconds: int = 30  # a contact of at least so long is an effective call
    on_time_minutes: int = 15  # a callback dialled within so much of its minute is on time
    card_seconds: int = 2  # a card left within so much was a slip of the finger
    skim_percent: int = 40  # a line left in less than this share of its time was skimmed
    characters_a_minute: int = 260

    @property
    def on_time(self) -> timedelta:
        """How far from its minute a callback is still on time."""
        return timedelta(minutes=self.on_time_minutes)


CUSTOMARY = Limits()
