"""A customer in first form, and the names that a call may use of one."""

from datetime import datetime

import msgspec


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to call. Unknown is an empty text; `do_not_call` is since when they must not be called (G).

    `erased_at` is set once everything personal was erased on request.
    """

    id: str
    name: str = ""
    called: str = ""
    phone: str = ""
    referrer: str = ""
    city: str = ""
    notes: str = ""
    do_not_call: datetime | None = None
    empty_number: bool = False
    erased_at: datetime | None = None

    @property
    def names(self) -> dict[str, str]:
        """What is known of the customer, by the standard names that words use (`customer.name` …)."""
        known = {name: getattr(self, name) for name in ("name", "called", "phone", "referrer", "city")}
        return {f"customer.{name}": text for name, text in known.items() if text}

    @property
    def listed(self) -> str:
        """How a list names them; an empty text where nothing is known."""
        return listed(self.called, self.name, self.phone)


def listed(called: str, name: str, phone: str) -> str:
    """How a list names a customer: by the form of address, else the name, else the masked number."""
    return called or name or masked(phone)


def masked(phone: str) -> str:
    """A phone number as somebody sees it who does not need it: `138****5678`."""
    shown = max(len(phone) - 4, 0) // 2
    return f"{phone[:shown]}****{phone[-4:]}" if phone else ""
