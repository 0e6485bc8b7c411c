"""The event stream of a YAML file, judged while our own tree grows from it: events never recurse, where PyYAML's
composer does, in C, and 50 KB of `[` end the process."""

from dataclasses import dataclass

import yaml

from scripts_library.places import item, under
from scripts_library.reading.faults import Faults, shown
from scripts_library.reading.nodes import Entry, Items, Node, Pairs, Scalar, Unusable
from scripts_library.reading.syntax import sentence_for
from scripts_library.text import clean, is_clean

DEEPEST = 20
MOST_NODES = 100_000  # more than a megabyte of any script holds
LONGEST_KEY = 200


def compose(text: str, faults: Faults) -> Node | None:
    """The tree of a file, or None where there is none or where reading had to stop midway.

    Aliases, anchors, tags, merge keys, keys that are no text, duplicate keys and further documents are faults,
    and the rest is read on.
    """
    tree = _Tree(faults)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not tree.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        faults.add(line, tree.path, sentence_for(error.problem or ""))
        return None
    return tree.root if tree.whole else None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


@dataclass(slots=True)
class _Growing:
    """A list or map whose end has not come; in a map, `key` is the one whose value comes next."""

    node: Items | Pairs | Unusable
    path: str
    key: str | None = None
    key_line: int = 0
    has_key: bool = False


class _Tree:
    """Takes one event after another; `whole` tells whether the tree stands for the file as it is."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root: Node | None = None
        self.whole = True
        self._open: list[_Growing] = []
        self._nodes = 0

    @property
    def path(self) -> str:
        """The path of the innermost list or map that is open."""
        return self._open[-1].path if self._open else ""

    def take(self, event: yaml.Event) -> bool:
        """Let the tree grow by an event; False where nothing more is to be read."""
        if isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > MOST_NODES:
                return self._stop(event, "too_many_entries", most=f"{MOST_NODES:,}")
            if isinstance(event, yaml.ScalarEvent):
                self._place(self._scalar(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                return self._begin(event)
            else:
                self._place(self._alias(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.faults.add(_line(event), "", "several_documents")
            return False
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._judge_properties(event)
        if not is_clean(event.value):
            self.faults.add(_line(event), self._next_path(), "control_character_written")
        return Scalar(clean(event.value), _line(event), plain=not event.style)

    def _alias(self, event: yaml.NodeEvent) -> Unusable:
        self.faults.add(_line(event), self._next_path(), "alias", name=shown(str(event.anchor)))
        return Unusable(_line(event))

    def _begin(self, event: yaml.CollectionStartEvent) -> bool:
        if len(self._open) == DEEPEST:
            return self._stop(event, "too_deep", most=DEEPEST)
        self._judge_properties(event)
        path = self._next_path()
        node = Items(_line(event)) if isinstance(event, yaml.SequenceStartEvent) else Pairs(_line(event))
        is_key = self._place(node)
        self._open.append(_Growing(Unusable(node.line) if is_key else node, path))
        return True

    def _judge_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.faults.add(_line(event), self._next_path(), "anchor", name=shown(str(event.anchor)))
        if event.tag is not None:
            self.faults.add(_line(event), self._next_path(), "tag")

    def _stop(self, event: yaml.Event, code: str, **values: object) -> bool:
        self.faults.add(_line(event), self._next_path(), code, **values)
        self.whole = False
        return False

    def _next_path(self) -> str:
        if not self._open:
            return ""
        top = self._open[-1]
        if isinstance(top.node, Items):
            return item(top.path, len(top.node.items) + 1)
        return under(top.path, top.key) if top.key is not None else top.path

    def _place(self, node: Node) -> bool:
        """Put a node where it belongs; True where it stands in the place of a key."""
        if not self._open:
            self.root = node
            return False
        top = self._open[-1]
        if isinstance(top.node, Items):
            top.node.items.append(node)
        elif isinstance(top.node, Pairs):
            if not top.has_key:
                top.key, top.key_line, top.has_key = self._key(top, node), node.line, True
                return True
            if top.key is not None:
                top.node.entries[top.key] = Entry(top.key_line, node)
            top.key, top.has_key = None, False
        return False

    def _key(self, top: _Growing, node: Node) -> str | None:
        """The text of a key; None where its value is left aside."""
        if isinstance(node, Unusable) or not isinstance(top.node, Pairs):
            return None
        if not isinstance(node, Scalar) or node.absent or "\n" in node.text or len(node.text) > LONGEST_KEY:
            self.faults.add(node.line, top.path, "bad_key", most=LONGEST_KEY)
            return None
        if node.plain and node.text == "<<":
            self.faults.add(node.line, top.path, "merge_key")
            return None
        if first := top.node.entries.get(node.text):
            path = under(top.path, node.text)
            self.faults.add(node.line, path, "duplicate_key", key=shown(node.text), first=first.line)
            return None
        return node.text
