"""What a part of a document says: its keys in their order, those left at their default left out."""

from functools import cache

import msgspec

from scripts_library.document import Document


def given(part: msgspec.Struct) -> dict[str, object]:
    """The keys of a part that say something, with their values; `kind` stands after `format`."""
    said: dict[str, object] = {}
    for key, default in _defaults(type(part)).items():
        value = getattr(part, key)
        if default is msgspec.NODEFAULT or value != default:
            said[key] = value
        if key == "format" and isinstance(part, Document):
            said["kind"] = part.__struct_config__.tag
    return said


@cache
def _defaults(struct: type[msgspec.Struct]) -> dict[str, object]:
    return {
        field.name: field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
        for field in msgspec.structs.fields(struct)
    }
