"""A rate: so many of so many, with what it may really be; and rates put in order fairly."""

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt

import msgspec

_Z = 1.959963984540054  # 95 % of a normal distribution lie within so many deviations
SMALL_SAMPLE = 30


class Ratio(msgspec.Struct, frozen=True):
    """So many for each of so many: an average, or a count per contact. Not a share, so it has no interval."""

    numerator: int
    denominator: int

    @property
    def value(self) -> Fraction | None:
        """The exact value; None without data, which is shown as «—» and never as 0."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None


class Rate(Ratio, frozen=True):
    """A share: `numerator` of the `denominator` cases. 0 ≤ numerator ≤ denominator."""

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the real rate lies with 95 % likelihood (Wilson), from 0 to 1; None without data."""
        if not self.denominator:
            return None
        cases, share = self.denominator, self.numerator / self.denominator
        middle = share + _Z**2 / (2 * cases)
        spread = _Z * sqrt(share * (1 - share) / cases + (_Z / (2 * cases)) ** 2)
        low, high = ((middle + side * spread) / (1 + _Z**2 / cases) for side in (-1, 1))
        return max(low, 0.0), min(high, 1.0)

    def shrunk(self, team: "Rate", weight: int = SMALL_SAMPLE) -> Fraction | None:
        """The rate as it is ranked: (x + m·p₀) / (n + m), p₀ the team's rate and m the `weight`; None without data."""
        usual = team.value
        if usual is None or not self.denominator:
            return None
        return (self.numerator + weight * usual) / (self.denominator + weight)


def ranked(
    rates: Mapping[str, Rate], *, weight: int = SMALL_SAMPLE, minimum: int = SMALL_SAMPLE
) -> dict[str, int | None]:
    """Everybody's place by the shrunk rate, the best 1; ties share a place.

    None: fewer cases than the `minimum`, so nobody ranks them yet. The team is everybody given.
    """
    team = Rate(sum(rate.numerator for rate in rates.values()), sum(rate.denominator for rate in rates.values()))
    weighed = {who: rate.shrunk(team, weight) for who, rate in rates.items() if rate.denominator >= minimum}
    values = [value for value in weighed.values() if value is not None]
    return {
        who: 1 + sum(other > value for other in values) if (value := weighed.get(who)) is not None else None
        for who in rates
    }
