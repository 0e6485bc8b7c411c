"""What a call knows of the customer by name."""

from coach.call import Call
from data.customer import masked


def text_of(call: Call, name: str) -> str:
    """A name that the call knows as text; empty where it is not known."""
    value = call.values.get(name)
    return value if isinstance(value, str) else ""


def called_by(call: Call) -> str:
    """How the customer is addressed, else the name, else the number, masked."""
    return name_of(call) or masked(text_of(call, "customer.phone"))


def name_of(call: Call) -> str:
    """How the customer is addressed, else the name; empty where neither is known."""
    return text_of(call, "customer.called") or text_of(call, "customer.name")
