"""What every room of the book stands on: the open store, and the person who opened it."""

from data.may import Action, may
from data.person import Person
from data.refusals import NotAllowed
from data.store import Store


class Opened:
    """A store opened as a person (`me`); each room refuses what that person may not do or see."""

    def __init__(self, store: Store, me: Person) -> None:
        self._store = store
        self.me = me

    def may(self, action: Action) -> bool:
        """Whether this person may do this at all."""
        return may(self.me.role, action)

    def _needs(self, action: Action) -> None:
        if not self.may(action):
            raise NotAllowed(action)
