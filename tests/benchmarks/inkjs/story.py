"""A release as an ink story of the same shape: a knot a step, a choice a reply, a knot a card and one an answer."""

import re
from collections.abc import Iterator

from scripts_library.expressions import condition, tree, words
from scripts_library.expressions.pieces import PAUSE_MARK, Pause, Text
from scripts_library.expressions.reading import condition_tree, words_tree
from scripts_library.objections import Card
from scripts_library.release import Release
from scripts_library.script import Reply, Step

_SIGN_OF_INK = re.compile(r"([!-/:-@\[-`{-~])")
_COMPARED = ("==", "!=")
GOES_ON = "接着说"  # the one choice where a step leads on by itself


def story(release: Release) -> str:
    """The ink source. Each dotted name is a variable, empty at first.

    A card is entered at its knot and left by `-> here`, the step where it came up. What a reply sets, and the needs
    of a reply, are the reader's: ink asks its conditions once, when the choices come up.
    """
    return "\n".join(
        [
            *(f'VAR {variable(name)} = ""' for name in sorted(names_of(release))),
            f"VAR here = -> {knot(release.script.start)}",
            *(f"VAR shown_{_ident(card)} = 0" for card in release.cards),
            f"-> {knot(release.script.start)}",
            *(line for step_id, step in release.script.steps.items() for line in _step(step_id, step)),
            *(line for card_id, card in release.cards.items() for line in _card(release, card_id, card)),
        ]
    )


def names_of(release: Release) -> frozenset[str]:
    """All dotted names that the script and its cards use, and all its fields."""
    script = release.script
    lines = [step.says or "" for step in script.steps.values()]
    lines += [reply.hears for step in script.steps.values() for reply in step.replies]
    lines += [answer.says for card in release.cards.values() for answer in card.answers]
    lines += [reply.hears for card in release.cards.values() for answer in card.answers for reply in answer.replies]
    whens = [way.when for step in script.steps.values() for way in step.replies if way.when]
    whens += [way.when for step in script.steps.values() for way in step.branch if way.when]
    used = [words(text).names for text in lines] + [condition(when).names for when in whens]
    return frozenset[str]().union(*used, (f"fields.{field}" for field in script.fields))


def variable(name: str) -> str:
    """What a dotted name is called in ink."""
    return f"v_{_ident(name)}"


def knot(step: str) -> str:
    """What a step is called in ink."""
    return f"s_{_ident(step)}"


def card_knot(card: str) -> str:
    """What a card is called in ink."""
    return f"c_{_ident(card)}"


def _ident(name: str) -> str:
    return re.sub(r"\W", "_", name)


def _step(step_id: str, step: Step) -> Iterator[str]:
    yield f"=== {knot(step_id)} ==="
    if step.says is not None:
        yield f"~ here = -> {knot(step_id)}"
        yield from _words(step.says).split("\n")
    yield from map(_reply, step.replies)
    if step.branch:
        whens = [_condition(condition_tree(way.when)) if way.when else "else" for way in step.branch]
        yield from _fork([(when, knot(way.goto)) for when, way in zip(whens, step.branch, strict=True)])
    if step.goto is not None:
        yield f"+ [{GOES_ON}] -> {knot(step.goto)}" if step.spoken else f"-> {knot(step.goto)}"
    if step.ends is not None:
        yield "-> END"


def _reply(reply: Reply) -> str:
    when = f"{{{_condition(condition_tree(reply.when))}}} " if reply.when is not None else ""
    return f"+ {when}[{_words(reply.hears)}] -> {knot(reply.goto) if reply.goto is not None else 'END'}"


def _card(release: Release, card_id: str, card: Card) -> Iterator[str]:
    """The first time the first answer, then the next, then the last again."""
    ways = [
        (f"shown_{_ident(card_id)} < {number}", f"{card_knot(card_id)}_{number}")
        for number, _ in enumerate(card.answers, start=1)
    ]
    yield f"=== {card_knot(card_id)} ==="
    yield from _fork([*ways[:-1], ("else", ways[-1][1])])
    for number, answer in enumerate(card.answers, start=1):
        yield f"=== {card_knot(card_id)}_{number} ==="
        yield f"~ shown_{_ident(card_id)} = {number}"
        yield from _words(answer.says).split("\n")
        for reply in answer.replies:
            match reply.exit:
                case None:
                    target = "END"
                case "back":
                    target = "here"
                case "next":
                    target = f"{card_knot(card_id)}_{number + 1}"
                case name:
                    target = knot(release.script.exits[name])
            yield f"+ [{_words(reply.hears)}] -> {target}"


def _fork(ways: list[tuple[str, str]]) -> Iterator[str]:
    """The first way whose condition holds; the last has none."""
    if len(ways) > 1:
        yield "{"
        yield from (f"- {condition}: -> {target}" for condition, target in ways)
        yield "}"
    else:
        yield f"-> {ways[0][1]}"


def _words(source: str) -> str:
    return "".join(_part(part) for part in words_tree(source.removesuffix("\n")))


def _part(part: tree.Part) -> str:
    match part:
        case Text(text):
            return _SIGN_OF_INK.sub(r"\\\1", text)
        case Pause():
            return PAUSE_MARK
        case tree.Fill(name, ()):
            return f"{{{variable(name)}}}"
        case tree.Fork(((condition, then), *rest)) if condition is not None and len(rest) < 2:
            other = "".join(_part(one) for _, parts in rest for one in parts)
            return f"{{{_condition(condition)}:{''.join(_part(one) for one in then)}|{other}}}"
        case _:
            raise AssertionError(f"the shipped scripts have come to use {part}; say it in ink too")


def _condition(node: tree.Condition) -> str:
    match node:
        case tree.Name(name):
            return f'({variable(name)} != "")'
        case tree.Visited(step):
            return f"({knot(step)} > 0)"
        case tree.Raised(card):
            return f"({card_knot(card)} > 0)"
        case tree.Not(inner):
            return f"(not {_condition(inner)})"
        case tree.All(parts):
            return "(" + " and ".join(map(_condition, parts)) + ")"
        case tree.AnyOf(parts):
            return "(" + " or ".join(map(_condition, parts)) + ")"
        case tree.Compared(tree.Name(name), ((operator, tree.Constant(str(text))),)) if operator in _COMPARED:
            return f"({variable(name)} {operator} {_text(text)})"
        case _:
            raise AssertionError(f"the shipped scripts have come to use {node}; say it in ink too")


def _text(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
