"""What was typed that is no command, no option or no value of one, as one sentence of the terminal's own."""

from collections.abc import Sequence

import click

from scripts_library.sentences import Sentence
from ui.terminal.helping import takes, typed_as

_QUOTED = 40
_NO_VALUE = "does not take a value"  # nothing but click's own words tells this from a value that is wanting


def misuse(mistake: click.ClickException) -> Sentence:
    """What click found, in the terminal's own words."""
    match mistake:
        case click.exceptions.NoArgsIsHelpError():
            return _with_commands("which_command", mistake.ctx)
        case click.NoSuchCommand():
            return _with_commands("no_such_command", mistake.ctx, typed=_short(mistake.command_name))
        case click.NoSuchOption():
            return Sentence("ui.terminal:no_such_option", typed=_short(mistake.option_name), command=_path(mistake.ctx))
        case click.BadOptionUsage():
            code = "takes_no_value" if _NO_VALUE in mistake.message else "option_alone"
            return Sentence(f"ui.terminal:{code}", option=mistake.option_name)
        case click.MissingParameter(param=click.Parameter() as missing):
            return Sentence("ui.terminal:missing", command=_path(mistake.ctx), missing=typed_as(missing))
        case click.BadParameter(param=click.Parameter() as bad):
            return Sentence("ui.terminal:bad_value", option=typed_as(bad), takes=_takes(bad))
        case click.UsageError():
            return Sentence("ui.terminal:too_much", command=_path(mistake.ctx))
        case _:
            raise mistake


def _with_commands(code: str, context: click.Context | None, **values: str) -> Sentence:
    known: Sequence[str] = ()
    if context is not None and isinstance(context.command, click.Group):
        known = context.command.list_commands(context)
    return Sentence(f"ui.terminal:{code}", command=_path(context), known=", ".join(known), **values)


def _path(context: click.Context | None) -> str:
    """The command that was typed, as its help shows it: `main.py calls`."""
    return "" if context is None else context.command_path


def _takes(parameter: click.Parameter) -> str | Sentence:
    """What a parameter takes: `zh|en`, `1–1000`."""
    kind = parameter.type
    return f"{kind.min}–{kind.max}" if isinstance(kind, click.IntRange) else takes(parameter)


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
