"""From the tree of a file to the frozen structs, led by their types alone; every fault is kept."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from msgspec import Struct
from msgspec.inspect import DictType, Metadata, NoneType, StructType, Type, UnionType, VarTupleType, type_info

from scripts_library.document import Part
from scripts_library.places import item, under
from scripts_library.reading.faults import Faults, shown
from scripts_library.reading.nodes import Items, Node, Pairs, Scalar, Unusable
from scripts_library.reading.scalars import expected, typed
from scripts_library.sentences import Sentence

BAD = object()  # stands for a value that could not be read; its fault is kept


@dataclass(frozen=True)
class Shape:
    """What may stand in a map: the type of every key, and those that must be there.

    `tag` is the key that names the kind; of `one_of` exactly one is given, or none where there may be `none_yet`.
    """

    types: dict[str, Type]
    required: frozenset[str]
    tag: str | None
    one_of: tuple[str, ...]
    none_yet: bool


@cache
def shape_of(struct: type[Struct]) -> Shape:
    """The shape of a struct, read from its annotations."""
    info = type_info(struct)
    if not isinstance(info, StructType):
        raise TypeError(f"{struct} is no struct")
    types = {field.encode_name: _without_none(field.type) for field in info.fields}
    required = frozenset(field.encode_name for field in info.fields if field.required)
    one_of, none_yet = (struct.one_of, struct.none_yet) if issubclass(struct, Part) else ((), False)
    return Shape(types, required, info.tag_field, one_of, none_yet)


def _without_none(wanted: Type) -> Type:
    if isinstance(wanted, UnionType):
        (wanted,) = (one for one in wanted.types if not isinstance(one, NoneType))
    return wanted


class Conversion:
    """One file on its way to a struct: keeps every fault, and the line of every path."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.lines: dict[str, int] = {}

    def part(self, node: Pairs, struct: type[Struct], path: str, line: int) -> object:
        """Read a map into a struct. Unknown, missing and wrong keys are faults, each at its own place."""
        self.lines[path] = line
        shape = shape_of(struct)
        meant = self._unknown_keys(node, shape, path)
        values: dict[str, object] = {}
        for key, wanted in shape.types.items():
            if entry := node.entries.get(key):
                values[key] = self.value(entry.node, wanted, under(path, key), entry.line)
            elif key in shape.required:
                values[key] = BAD
                if key not in meant:
                    self.faults.add(line, under(path, key), "missing_key", key=key)
        self._exactly_one(shape, values, meant, path, line)
        return BAD if any(value is BAD for value in values.values()) else struct(**values)

    def value(self, node: Node, wanted: Type, path: str, line: int) -> object:
        """Read a value of any type; `BAD` where its fault is kept."""
        self.lines[path] = line
        match wanted, node:
            case _, Unusable():
                return BAD
            case StructType(cls=struct), Pairs():
                return self.part(node, struct, path, line)
            case DictType(), Pairs():
                return self._map(node, wanted, path)
            case Metadata(type=VarTupleType() as listed, extra=dict() as extra), _:
                if isinstance(node, Items) and len(node.items) > extra["most"]:
                    number = len(node.items)
                    self.faults.keep(line, path, Sentence(extra["sentence"], most=extra["most"], number=number))
                return self.value(node, listed, path, line)
            case VarTupleType(), Items():
                return self._list(node, wanted, path, line)
            case _, Scalar(absent=True):
                found: object = Sentence("scripts_library:empty_value")
            case _, Scalar(text=text):
                found = typed(text, wanted)
            case _:
                there = "found_list" if isinstance(node, Items) else "found_map"
                found = expected(wanted, Sentence(f"scripts_library:{there}"))
        return self._kept(found, path, line)

    def _kept(self, found: object, path: str, line: int) -> object:
        """A value as it is; a sentence is kept as a fault."""
        if not isinstance(found, Sentence):
            return found
        self.faults.keep(line, path, found)
        return BAD

    def _map(self, node: Pairs, wanted: DictType, path: str) -> object:
        values = {}
        for key, entry in node.entries.items():
            here = under(path, key)
            name = self._kept(typed(key, wanted.key_type), here, entry.line)
            values[name] = self.value(entry.node, wanted.value_type, here, entry.line)
        return BAD if BAD in values or any(value is BAD for value in values.values()) else values

    def _list(self, node: Items, wanted: VarTupleType, path: str, line: int) -> object:
        if len(node.items) < (wanted.min_length or 0):
            self.faults.add(line, path, "empty_list")
        values = tuple(
            self.value(one, wanted.item_type, item(path, number), one.line)
            for number, one in enumerate(node.items, start=1)
        )
        return BAD if any(value is BAD for value in values) else values

    def _unknown_keys(self, node: Pairs, shape: Shape, path: str) -> set[str]:
        """Report keys that do not belong here; the keys that they were probably meant to be."""
        meant = set()
        for key, entry in node.entries.items():
            if key in shape.types:
                continue
            here = under(path, key)
            if key == shape.tag:
                self.lines[here] = entry.line
                continue
            if self.faults.full:
                self.faults.more += 1
                continue
            free = [known for known in shape.types if known not in node.entries]
            near = get_close_matches(key[:40], free, n=1)
            if near:
                meant.add(near[0])
                self.faults.add(entry.line, here, "unknown_key_near", key=shown(key), near=near[0])
            else:
                known = " | ".join([*shape.types, shape.tag] if shape.tag else shape.types)
                self.faults.add(entry.line, here, "unknown_key", key=shown(key), known=known)
        return meant

    def _exactly_one(self, shape: Shape, values: dict[str, object], meant: set[str], path: str, line: int) -> None:
        """Report a map in which none, or more than one, of the keys that exclude each other is given."""
        keys = shape.one_of
        given = [key for key in keys if values.get(key, False) is not False]
        if len(given) > 1:
            self.faults.add(line, path, "too_many_of", given=" + ".join(given), keys=" | ".join(keys))
        elif keys and not given and not shape.none_yet and not meant.intersection(keys):
            self.faults.add(line, path, "none_of", keys=" | ".join(keys))
