"""`--help` in the language of the run: how a command is typed, what it does, and what it takes."""

import re
import shutil
from collections.abc import Iterable, Iterator

import click

from scripts_library.sentences import Sentence, catalogue
from ui.terminal.paragraphs import wrapped
from ui.terminal.tables import width

_WIDEST = 100
_GAP = "  "
_EVERYWHERE = ("db", "lang", "help")  # what every command takes is listed last


class Spoken(click.Command):
    """A command whose help is written in both languages, by its name: `help_calls_list`, `option_limit`."""

    def get_help(self, ctx: click.Context) -> str:
        """The help as it is printed."""
        return "\n".join(_Help(self, ctx).lines())


class SpokenGroup(Spoken, click.Group):
    """Several commands under one name."""

    command_class = Spoken
    group_class = type


def typed_as(parameter: click.Parameter) -> str | Sentence:
    """How a parameter is named where it is typed: `--limit`, SCRIPT."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return takes(parameter)


def takes(parameter: click.Parameter) -> str | Sentence:
    """What a parameter takes: `zh|en`, a number, DAY."""
    if isinstance(parameter.type, click.Choice):
        return "|".join(parameter.type.choices)
    named = parameter.metavar or parameter.human_readable_name
    return Sentence(f"ui.terminal:value_{re.sub(r'[^a-z]', '_', named.lower())}")


class _Help:
    """The help of one command, as it was typed."""

    def __init__(self, command: click.Command, context: click.Context) -> None:
        self._command = command
        self._context = context
        self._language: str = context.obj.language
        self._columns = min(shutil.get_terminal_size().columns, _WIDEST)
        _, *self._path = context.command_path.split()

    def lines(self) -> Iterator[str]:
        yield self._text(Sentence("ui.terminal:usage", usage=" ".join(self._usage())))
        yield ""
        for paragraph in self._said("_".join(["help", *self._path])).splitlines():
            yield from wrapped(paragraph, self._columns)
        options = [one for one in self._command.get_params(self._context) if isinstance(one, click.Option)]
        yield from self._table("options", [self._option(one) for one in sorted(options, key=_place)])
        if isinstance(self._command, click.Group):
            yield from self._table("commands", [self._brief(name) for name in sorted(self._command.commands)])

    def _usage(self) -> Iterator[str]:
        yield self._context.command_path
        yield self._text(Sentence("ui.terminal:value_options"))
        for parameter in self._command.params:
            if isinstance(parameter, click.Argument):
                named = self._text(takes(parameter)) + ("…" if parameter.nargs < 0 else "")
                yield named if parameter.required else f"[{named}]"
        if isinstance(self._command, click.Group):
            yield self._text(Sentence("ui.terminal:value_command"))

    def _option(self, option: click.Option) -> tuple[str, str]:
        """An option as it is typed, and what it does; another command may mean something else by its name."""
        flags = ", ".join(sorted(option.opts, key=len))
        name = _name(option)
        own = "_".join(["option", *self._path, name])
        code = own if own in catalogue("ui.terminal", "en") else f"option_{name}"
        typed = flags if option.is_flag else f"{flags} {self._text(takes(option))}"
        return typed, self._said(code, default=option.default)

    def _brief(self, name: str) -> tuple[str, str]:
        return name, self._said("_".join(["help", *self._path, name])).splitlines()[0]

    def _table(self, heading: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        told = tuple(rows)
        wide = max(width(name) for name, _ in told)
        yield ""
        yield self._text(Sentence(f"ui.terminal:heading_{heading}"))
        for name, text in told:
            first, *more = wrapped(text, self._columns - wide - 2 * len(_GAP))
            yield f"{_GAP}{name}{' ' * (wide - width(name))}{_GAP}{first}"
            for line in more:
                yield f"{_GAP}{' ' * wide}{_GAP}{line}"

    def _said(self, code: str, **values: object) -> str:
        return self._text(Sentence(f"ui.terminal:{code}", **values))

    def _text(self, said: str | Sentence) -> str:
        return said.in_language(self._language) if isinstance(said, Sentence) else said


def _name(option: click.Option) -> str:
    return max(option.opts, key=len).strip("-")


def _place(option: click.Option) -> int:
    name = _name(option)
    return _EVERYWHERE.index(name) if name in _EVERYWHERE else -1
