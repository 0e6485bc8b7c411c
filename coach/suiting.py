"""Which script suits a customer: those that say so of themselves come first."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.call import Call
from coach.capturing import captured
from coach.known import CallKnows
from scripts_library.expressions import condition
from scripts_library.release import Release


def suiting(releases: Sequence[Release], names: Mapping[str, str], at: datetime) -> tuple[Release, ...]:
    """The releases in the order in which they are offered: those that suit, those for anybody, the others.

    `names` are what is known of the customer and the last call, in written form, by dotted name; `at` is now.
    """
    return tuple(sorted(releases, key=lambda release: _place(release, names, at)))


def _place(release: Release, names: Mapping[str, str], at: datetime) -> int:
    suits = release.script.suits
    if suits is None:
        return 1
    values = captured(Call(release), names)
    return 0 if condition(suits)(CallKnows(release, values, (), at)) else 2
