"""What came of a command that was typed."""

import subprocess
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec


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
