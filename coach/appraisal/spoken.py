"""A score in sentences, as an agent reads it: what was counted, what it gave, what was left out and why."""

from collections.abc import Iterable
from fractions import Fraction

from coach.appraisal.exact import shown, signed
from coach.appraisal.next_point import NextPoint
from coach.appraisal.score import EntryLine, ItemScore, SectionScore
from scripts_library.sentences import Sentence

# Formulas that people have a sentence for; any other reads as title, value and counts.
_SAID = {
    "dials / worked_days": "said_dials_a_day",
    "appointments / contacts": "said_appointments",
    "must_done / must_due": "said_adherence",
    "overcome / raised": "said_overcome",
    "callbacks_kept / callbacks_due": "said_callbacks",
    "qa_sum / qa_reviews": "said_quality",
}
# Shares that say how well somebody does it; with few calls they may really be quite different.
_SAMPLED = frozenset({"appointments / contacts", "overcome / raised", "wechat_accepted / contacts"})
_PER_CENT = 100
_PLACES = 2  # of a count of days


def sentences(section: SectionScore) -> tuple[Sentence, ...]:
    """What a section is made of, a sentence an item that has something to say."""
    return tuple(sentence for item in section.items for sentence in of_item(item))


def spread(section: SectionScore) -> Iterable[Sentence]:
    """What was left out leaves its weight to the others: of a whole section, or of some of its items."""
    if section.score is None:
        yield Sentence("coach:spread_section", weight=_per_cent(section.weight))
        return
    left_out = sum((item.share for item in section.items if item.score is None), Fraction(0))
    if left_out:
        share = left_out / sum(item.share for item in section.items)
        yield Sentence("coach:spread_items", share=_per_cent(share))


def value_of(item: ItemScore) -> str:
    """What a measure reached, as shown: `4%`, `72`; «—» where there are no data."""
    if item.value is None:
        return "—"
    return _per_cent(item.value) if item.per_cent else shown(item.value)


def of_next_point(point: NextPoint) -> Sentence:
    """The first line of the page: what the next point costs."""
    return Sentence(
        f"coach:next_point_{point.figure}",
        more=point.more,
        reached=shown(point.reached),
        out_of=shown(point.out_of),
        section=point.section_title,
        gain=signed(point.gain),
    )


def of_item(item: ItemScore) -> Iterable[Sentence]:
    """What one item is made of, in sentences."""
    if item.left_out is not None:
        yield item.left_out
    elif item.formula is None:
        for line in item.lines:
            yield _of_entries(line)
        if not item.lines:
            yield Sentence("coach:said_no_entries", title=item.title, base=shown(item.base))
    else:
        yield _of_measure(item)
        yield from _range(item)


def _of_entries(line: EntryLine) -> Sentence:
    times = shown(sum(entry.times for entry in line.entries), _PLACES)
    code = "coach:said_days" if line.in_days else "coach:said_entries"
    return Sentence(code, title=line.title, times=times, points=signed(line.points))


def _of_measure(item: ItemScore) -> Sentence:
    code = _SAID.get(_plain(item))
    if item.ratio is None or code is None:
        return Sentence("coach:said_measure", title=item.title, value=value_of(item))
    over, under = item.ratio
    return Sentence(f"coach:{code}", title=item.title, value=value_of(item), over=shown(over, 0), under=shown(under, 0))


def _range(item: ItemScore) -> Iterable[Sentence]:
    """What a share may really be, by what was counted so far (Wilson, 95 %)."""
    interval = item.rate.interval if item.rate is not None and _plain(item) in _SAMPLED else None
    if interval is not None:
        low, high = (shown(Fraction(end) * _PER_CENT, 0) for end in interval)
        yield Sentence("coach:said_range", low=f"{low}%", high=f"{high}%")


def _per_cent(share: Fraction) -> str:
    return f"{shown(share * _PER_CENT)}%"


def _plain(item: ItemScore) -> str:
    return " ".join((item.formula or "").split())
