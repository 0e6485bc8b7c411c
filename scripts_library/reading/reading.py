"""A document as it was read: the document, or every fault of its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scripts_library.document import Document
from scripts_library.kinds import KINDS
from scripts_library.places import Fault, Place, nearest_line
from scripts_library.reading.decoding import decoded
from scripts_library.reading.faults import Faults
from scripts_library.reading.nodes import Node, Pairs, Scalar


@dataclass(frozen=True)
class Reading:
    """What came of a file: the document where there is no fault, else None and all faults by line.

    `lines` gives the line of every path (`steps.busy.replies[2].goto`); `kind` and `id` are what the file says that
    it is, also where it could not be read, and None where it does not say.
    """

    file: str
    document: Document | None
    faults: tuple[Fault, ...]
    lines: Mapping[str, int]
    kind: str | None
    id: str | None

    def place(self, path: str) -> Place:
        """The place of a path; what is not written in the file stands on the line of what holds it."""
        return Place(self.file, path, nearest_line(self.lines, path))


def read(file: str, data: bytes) -> Reading:
    """Read a document strictly (script-format): YAML in UTF-8, at most 1 MB, 20 deep, 100,000 texts, lists and maps.

    Never raises for what a file holds: every fault is kept with its place and a sentence. `file` is a name to
    show, nothing is opened.
    """
    # PyYAML and the look into the types stay out of a program that only loads releases.
    from scripts_library.reading.converting import Conversion
    from scripts_library.reading.stream import compose

    faults = Faults(file)
    text = decoded(data, faults)
    root = None if text is None else compose(text, faults)
    conversion = Conversion(faults)
    document = None
    if isinstance(root, Pairs):
        if struct := _struct(root, faults):
            document = conversion.part(root, struct, "", root.line)
    elif root is not None or not faults:
        faults.add(1, "", "no_document")
    return Reading(
        file,
        document if isinstance(document, Document) and not faults else None,
        faults.in_order(),
        MappingProxyType(conversion.lines),
        _said(root, "kind"),
        _said(root, "id"),
    )


def _said(root: Node | None, key: str) -> str | None:
    entry = root.entries.get(key) if isinstance(root, Pairs) else None
    return entry.node.text if entry and isinstance(entry.node, Scalar) else None


def _struct(root: Pairs, faults: Faults) -> type[Document] | None:
    """The struct of the document's kind; None where the kind is not known, and nothing else can be judged."""
    said = _said(root, "kind")
    if said is not None and said in KINDS:
        return KINDS[said]
    allowed = " | ".join(KINDS)
    if entry := root.entries.get("kind"):
        faults.add(entry.line, "kind", "unknown_kind", allowed=allowed)
    else:
        faults.add(root.line, "kind", "missing_kind", allowed=allowed)
    return None
