"""What every authored thing has in common: it says what it is, and it is a frozen value."""

from typing import Literal

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a document. Defaults are left out of the written and the canonical form."""


class Document(Part, frozen=True, kw_only=True, tag_field="kind"):
    """Anything a trainer or supervisor authors. `id` is in kebab case and unique in the library."""

    format: Literal[1]
    id: str
    title: str
