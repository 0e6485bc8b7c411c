"""The whitelist: which nodes of Jinja's tree are carried over into ours, and which are refused."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from jinja2 import nodes

from scripts_library.expressions import tree
from scripts_library.expressions.pieces import Pause, Text, split_at_pauses
from scripts_library.expressions.refusal import NotAllowed, near
from scripts_library.sentences import Sentence

_OPERATORS: dict[str, tree.Operator] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


class _Whitelist:
    """What every kind of source shares: how to refuse, and how to read a dotted name or a number."""

    refusal: str

    def __init__(self, source: str) -> None:
        self._source = source

    def refused(self, node: nodes.Node, code: str = "") -> NotAllowed:
        """The refusal of a node that is not on the list."""
        # Jinja gives some nodes the place of a sign in their middle; the leftmost part is where they begin.
        place = min(node.lineno, *(part.lineno for part in node.find_all(nodes.Expr)), len(self._source))
        sentence = Sentence(f"scripts_library:{code or self.refusal}", near=near(self._source, place))
        return NotAllowed(sentence, self._source, place)

    def name(self, node: nodes.Node) -> tree.Name:
        """`name` or `name.attribute`."""
        match node:
            case nodes.Name(name=str() as name) if tree.is_name(name):
                return tree.Name(name)
            case nodes.Getattr(node=nodes.Name() as owner, attr=str() as attribute) if tree.is_name(attribute):
                return tree.Name(f"{self.name(owner).name}.{attribute}")
        raise self.refused(node)


class Conditions(_Whitelist):
    """Conditions: names, constants, `and or not`, comparisons, `in`, `raised('…')`, `visited('…')`."""

    refusal = "expression_not_condition"

    def condition(self, node: nodes.Node) -> tree.Condition:
        """A condition or a part of one. Raises `NotAllowed`."""
        match node:
            case nodes.And():
                return tree.All(tuple(self.condition(part) for part in _joined(node, nodes.And)))
            case nodes.Or():
                return tree.AnyOf(tuple(self.condition(part) for part in _joined(node, nodes.Or)))
            case nodes.Not():
                return tree.Not(self.condition(node.node))
            case nodes.Compare():
                rest = tuple(self._compared(operand) for operand in node.ops)
                return tree.Compared(self._operand(node.expr), rest)
        return self._operand(node)

    def _compared(self, operand: nodes.Operand) -> tuple[tree.Operator, tree.Operand]:
        operator = _OPERATORS[operand.op]
        if operator in ("in", "not in"):
            return operator, self._container(operand.expr)
        return operator, self._operand(operand.expr)

    def _container(self, node: nodes.Node) -> tree.Operand:
        """What may stand to the right of `in`: constants in brackets, a text, or a name."""
        match node:
            case nodes.Tuple() | nodes.List():
                return tree.Listed(tuple(self._constant(item) for item in node.items))
            case nodes.Const(value=str() as text):
                return tree.Constant(text)
            case nodes.Name() | nodes.Getattr():
                return self.name(node)
        raise self.refused(node, "expression_in")

    def _operand(self, node: nodes.Node) -> tree.Name | tree.Constant | tree.Raised | tree.Visited:
        match node:
            case nodes.Const() | nodes.Neg():
                return tree.Constant(self._constant(node))
            case nodes.Call(node=nodes.Name(name="raised")):
                return tree.Raised(self._literal(node))
            case nodes.Call(node=nodes.Name(name="visited")):
                return tree.Visited(self._literal(node))
        return self.name(node)

    def _constant(self, node: nodes.Expr) -> tree.Plain:
        match node:
            case nodes.Const(value=bool() | str() as value):
                return value
            case nodes.Const(value=int() | float() as number):
                return Decimal(repr(number))
            case nodes.Neg(node=nodes.Const(value=int() | float() as number)) if not isinstance(number, bool):
                return -Decimal(repr(number))
        raise self.refused(node)

    def _literal(self, call: nodes.Call) -> str:
        match call:
            case nodes.Call(args=[nodes.Const(value=str() as literal)], kwargs=[], dyn_args=None, dyn_kwargs=None):
                return literal
        raise self.refused(call, "expression_one_literal")


class Formulas(_Whitelist):
    """Formulas: names, numbers, `+ - * /`, `min`, `max`."""

    refusal = "expression_not_formula"

    def formula(self, node: nodes.Expr) -> tree.Formula:
        """A formula or a part of one. Raises `NotAllowed`."""
        match node:
            case nodes.Const(value=int() | float() as number) if not isinstance(number, bool):
                return tree.Number(Fraction(repr(number)))
            case nodes.Neg():
                return tree.Negative(self.formula(node.node))
            case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div():
                return tree.Arithmetic(_sign(node), self.formula(node.left), self.formula(node.right))
            case nodes.Call(
                node=nodes.Name(name=("min" | "max") as which),
                args=[_, _, *_],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return tree.Extreme(which, tuple(self.formula(part) for part in node.args))
        return self.name(node)


class Words(_Whitelist):
    """Words: text, `{{ name }}`, `{{ name.attribute }}`, the filter `default`, `{% if %}`."""

    refusal = "expression_not_words"

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._conditions = Conditions(source)

    def parts(self, body: list[nodes.Node]) -> tuple[tree.Part, ...]:
        """The parts of a stretch of words. Raises `NotAllowed`."""
        return tuple(part for node in body for part in self._parts(node))

    def _parts(self, node: nodes.Node) -> Iterator[tree.Part]:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    if isinstance(child, nodes.TemplateData):
                        yield from split_at_pauses(child.data)
                    else:
                        yield self._fill(child)
            case nodes.If():
                yield tree.Fork(tuple(self._branches(node)))
            case _:
                raise self.refused(node)

    def _branches(self, node: nodes.If) -> Iterator[tuple[tree.Condition | None, tuple[tree.Part, ...]]]:
        for branch in (node, *node.elif_):
            yield self._conditions.condition(branch.test), self.parts(branch.body)
        if node.else_:
            yield None, self.parts(node.else_)

    def _fill(self, node: nodes.Expr) -> tree.Fill:
        match node:
            case nodes.Filter(
                node=nodes.Expr() as inner, name="default", args=[otherwise], kwargs=[], dyn_args=None, dyn_kwargs=None
            ):
                fill = self._fill(inner)
                return tree.Fill(fill.name, (*fill.defaults, self._otherwise(otherwise)))
        return tree.Fill(self.name(node).name)

    def _otherwise(self, node: nodes.Expr) -> tree.Name | tuple[Text | Pause, ...]:
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            return tuple(split_at_pauses(node.value))
        return self.name(node)


def _joined(node: nodes.Expr, kind: type[nodes.And | nodes.Or]) -> Iterator[nodes.Expr]:
    """The things that one word joins, left to right: `a and b and c` leans left in Jinja's tree."""
    right: list[nodes.Expr] = []
    while isinstance(node, kind):
        right.append(node.right)
        node = node.left
    yield node
    yield from reversed(right)


def _sign(node: nodes.Add | nodes.Sub | nodes.Mul | nodes.Div) -> Literal["+", "-", "*", "/"]:
    match node:
        case nodes.Add():
            return "+"
        case nodes.Sub():
            return "-"
        case nodes.Mul():
            return "*"
        case _:
            return "/"
