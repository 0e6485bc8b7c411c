"""The JSON Schema of all documents, made from the structs, for editors and other tools."""

from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import msgspec
from msgspec.inspect import DictType, StructType, Type, UnionType, VarTupleType, type_info

from scripts_library.document import Part
from scripts_library.kinds import KINDS

Schema = dict[str, Any]

# What a reader of YAML 1.2 makes of a text without quotes, and of a yes or no: `yes` is a text to it.
TEXT: Schema = {
    "description": "A text. Whatever stands without quotes is taken as it is written.",
    "type": ["string", "number", "boolean"],
}
YES_NO: Schema = {"enum": [True, False, "yes", "no"]}


def schema() -> Schema:
    """One schema for documents of every kind."""
    kinds, parts = msgspec.json.schema_components(tuple(KINDS.values()), ref_template="#/$defs/{name}")
    structs = {struct.__name__: struct for kind in KINDS.values() for struct in _structs(type_info(kind))}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Documents of Huashu Coach, format 1",
        "type": "object",
        "required": ["kind"],
        "oneOf": list(kinds),
        "$defs": {"Text": TEXT, **{name: _part(structs[name], parts[name]) for name in sorted(parts)}},
    }


def schema_text() -> str:
    """The schema as `docs/documents.schema.json` holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def _structs(wanted: Type) -> Iterator[type[msgspec.Struct]]:
    """The structs that a type is made of."""
    match wanted:
        case StructType(cls=struct, fields=fields):
            yield struct
            for field in fields:
                yield from _structs(field.type)
        case UnionType(types=types):
            for one in types:
                yield from _structs(one)
        case VarTupleType(item_type=inner) | DictType(value_type=inner):
            yield from _structs(inner)


def _part(struct: type[msgspec.Struct], made: Schema) -> Schema:
    """The schema of one part, with the keys of which exactly one is given."""
    part: Schema = _as_written(made)
    part["description"] = cleandoc(part["description"])
    if issubclass(struct, Part) and struct.one_of:
        part["oneOf"] = [{"required": [key]} for key in struct.one_of]
    return part


def _as_written(made: Schema) -> Schema:
    """What msgspec says of a value in JSON, said of the same value in YAML: a key without a value is not written."""
    match made:  # of texts only ids have a greatest length
        case {"anyOf": [inner, {"type": "null"}]}:
            return _as_written(inner)
        case {"type": "string", "maxLength": _} | {"type": "string", "enum": _}:
            return made
        case {"type": "string"}:
            told = {key: one for key, one in made.items() if key not in ("type", "default")}
            return {"$ref": "#/$defs/Text"} | told | _default(made)
        case {"type": "boolean"}:
            return YES_NO | _default(made)
    written = {key: one for key, one in made.items() if key != "default"} | _default(made)
    for key in ("items", "additionalProperties"):
        if isinstance(written.get(key), dict):
            written[key] = _as_written(written[key])
    if "properties" in written:
        written["properties"] = {name: _as_written(one) for name, one in written["properties"].items()}
    return written


def _default(made: Schema) -> Schema:
    """The default, where there is something to say."""
    return {"default": made["default"]} if made.get("default") not in (None, "", (), {}, []) else {}
