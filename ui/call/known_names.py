"""What a call knows of the customer by name."""

from coach.call import Call


def text_of(call: Call, name: str) -> str:
    """A name that the call knows as text; empty where it is not known."""
    value = call.values.get(name)
    return value if isinstance(value, str) else ""


def called_by(call: Call) -> str:
    """How the customer is addressed, else the name, else the number, masked."""
    return text_of(call, "customer.called") or text_of(call, "customer.name") or masked(text_of(call, "customer.phone"))


def masked(phone: str) -> str:
    """A number with its middle hidden: 138 ···· 5678."""
    return f"{phone[:3]} ···· {phone[-4:]}" if len(phone) >= 9 else "·" * len(phone)
