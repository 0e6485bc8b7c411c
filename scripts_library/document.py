"""What every authored thing has in common: it says what it is, and it is a frozen value."""

from typing import Annotated, ClassVar, Literal

import msgspec

# What does not fit is refused with the named sentence.
Kebab = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=100,
        extra={"sentence": "scripts_library:not_kebab_case"},
    ),
]
Snake = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z][a-z0-9_]*$",
        max_length=100,
        extra={"sentence": "scripts_library:not_snake_case"},
    ),
]

# These two bind a file that is read, and not what is kept: a release that was published without them is still walked.
_ONE_LINE = r"^[^\n\u0085\u2028\u2029]*\n*$"
OneLine = Annotated[
    str,
    msgspec.Meta(
        extra={"sentence": "scripts_library:not_one_line", "pattern": _ONE_LINE},
        extra_json_schema={"pattern": _ONE_LINE},
    ),
]
_MOST_KEY_WORDS = 5
KeyWords = Annotated[
    tuple[str, ...],
    msgspec.Meta(
        extra={"sentence": "scripts_library:too_many_key_words", "most": _MOST_KEY_WORDS},
        extra_json_schema={"maxItems": _MOST_KEY_WORDS},
    ),
]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a document. Defaults are left out of the written and the canonical form.

    `one_of` names keys of which exactly one is given; `none_yet` says that none of them can be read as well, so that
    the check tells what is wanting.
    """

    one_of: ClassVar[tuple[str, ...]] = ()
    none_yet: ClassVar[bool] = False


class Document(Part, frozen=True, kw_only=True, tag_field="kind"):
    """Anything a trainer or supervisor authors. `id` is in kebab case and unique in the library."""

    format: Annotated[Literal[1], msgspec.Meta(extra={"sentence": "scripts_library:other_format"})]
    id: Kebab
    title: str
