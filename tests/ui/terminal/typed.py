"""What can be typed, and what came of it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import click
import msgspec

from ui.terminal.program import huashu


@dataclass(frozen=True)
class Typed:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> Any:
        """The output read as JSON."""
        return msgspec.json.decode(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The output read as JSON, a value a line."""
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in self.out.splitlines()]


class Huashu(Protocol):
    """Types a command: `huashu("play", "insurance-appointment", typed="1\\n2\\n")`."""

    def __call__(self, *arguments: object, typed: str | bytes = "") -> Typed: ...


class Program(Protocol):
    """Starts the program as a shell does."""

    def __call__(
        self, *arguments: object, environment: dict[str, str] | None = None, **more: Any
    ) -> subprocess.Popen[bytes]: ...


def every_command(group: click.Group = huashu, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, and every group of them."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{before}{name} ")
