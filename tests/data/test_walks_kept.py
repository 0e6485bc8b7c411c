"""Random calls of random scripts, kept event by event: resumed is straight, and the sums are those of the trails."""

from hypothesis import given, settings
from msgspec.structs import replace

from coach.call import Call
from coach.contribution import facts
from coach.events import Dialled
from coach.sums import DaySum, day_sum
from data.book import Book
from data.ids import new_id
from data.kept_call import KeptCall
from tests.data.floor import Files, begun
from tests.strategies.releases import releases
from tests.strategies.small import BEGINS
from tests.strategies.walks import calls

ended = releases().flatmap(lambda release: calls(release, finished=True))


def kept_in_turns(walked: Call, book: Book, other: Book) -> KeptCall:
    """Keep a walked call anew; who keeps the next event reads the call from the disk, as after a crash."""
    dialled, *further = walked.trail
    assert isinstance(dialled, Dialled)
    release = book.publish(replace(walked.release, digest=new_id(BEGINS)), at=BEGINS)
    names = {name: text for name, text in dialled.names.items() if text is not None}
    straight = Call(release).then(Dialled(at=dialled.at, names=dict(dialled.names)))
    kept = begun(book, release=release, at=dialled.at, names=names)
    for event in further:
        book, other = other, book
        kept = book.keep(book.call(kept.id), event)
        straight = straight.then(kept.call.trail[-1])
        assert other.call(kept.id).call == kept.call == straight
    return kept


def test_a_call_resumed_after_each_event_is_the_call_walked_straight(files: Files) -> None:
    book, _ = files.create()
    played: list[KeptCall] = []

    @settings(max_examples=100, deadline=None)
    @given(walked=ended)
    def walk(walked: Call) -> None:
        kept = kept_in_turns(walked, book, other)
        assert book.facts(kept.id) == facts(kept.call)
        played.append(kept)

    with book, files.open() as other:
        walk()
        assert len(played) >= 100
        checked = book.check()
        assert checked.faults == ()
        assert checked.calls == len(played)
        assert checked.events == sum(len(kept.call.trail) for kept in played)
        whole = sum((day_sum(facts(kept.call)) for kept in played), DaySum())
        assert book.sums(book.me.id, BEGINS.date(), BEGINS.date()) == whole
