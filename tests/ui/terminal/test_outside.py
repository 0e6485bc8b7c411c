"""The program among other programs: its input and outputs closed, full, cut off, or in another writing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.terminal.typed import Program

PIPE = subprocess.PIPE
SCRIPT = "insurance-appointment"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells and devices as Linux and macOS have them")


def told(started: "subprocess.Popen[bytes]", given: bytes | None = None) -> tuple[int, bytes, str]:
    """Exit code, output and what was said beside it; never a traceback."""
    out, err = started.communicate(given, timeout=120)
    said = (err or b"").decode(errors="replace")
    assert "Traceback" not in said
    assert "Exception" not in said
    return started.returncode, out or b"", said


def test_a_reader_that_goes_away_is_no_matter(program: Program) -> None:
    read, written = os.pipe()
    os.close(read)
    started = program("schema", stdout=written, stderr=PIPE)
    os.close(written)
    assert told(started) == (2, b"", "")


def begin(program: Program) -> None:
    """A database is there."""
    assert told(program("customers", "add", "王伟", stdout=PIPE, stderr=PIPE))[0] == 0


def test_who_reads_a_recorded_call_may_go_away_and_the_call_is_kept(program: Program) -> None:
    begin(program)
    read, written = os.pipe()
    os.close(read)
    started = program("play", SCRIPT, "--record", "--as", "林晓", "--json", stdin=PIPE, stdout=written, stderr=PIPE)
    os.close(written)
    assert told(started, b"1\nend hung-up\n")[0] == 2
    assert SCRIPT.encode() in told(program("calls", "list", stdout=PIPE, stderr=PIPE))[1]
    assert told(program("db", "check", stdout=PIPE, stderr=PIPE))[0] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("schema",), ("--help",), ("customers", "list"), ("db", "path")])
def test_an_output_that_is_full_is_told(program: Program, arguments: tuple[str, ...]) -> None:
    begin(program)
    with Path("/dev/full").open("wb") as full:
        code, _, said = told(program(*arguments, stdout=full, stderr=PIPE))
    assert code == 2
    assert said.splitlines()[-1].startswith("The output could not be written")
    with Path("/dev/full").open("wb") as full:
        assert told(program("nonsense", stdout=PIPE, stderr=full))[0] == 2


def test_an_input_or_output_that_was_never_opened(program: Program) -> None:
    code, _, said = told(program("play", SCRIPT, stderr=PIPE, preexec_fn=lambda: os.closerange(0, 2)))
    assert (code, said) == (2, "The lines ended before the call was finished (“end OUTCOME”).\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-16"])
def test_a_terminal_of_another_writing_shows_what_it_can(program: Program, encoding: str) -> None:
    other = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C"}  # no Chinese anywhere
    begin(program)
    for arguments in (
        ("--lang", "zh", "play", SCRIPT, "--plan", "一路顺利，约到单位"),
        ("--lang", "zh", "scores", "--month", "2020-01"),
        ("--lang", "zh", "--help"),
    ):
        assert told(program(*arguments, environment=other, stdout=PIPE, stderr=PIPE))[0] == 0
    add = ("customers", "add", "王伟 13812345678 🎉", "--format", "json")
    code, out, _ = told(program(*add, environment=other, stdout=PIPE, stderr=PIPE))
    assert (code, "王伟" in out.decode(), "🎉" in out.decode()) == (0, True, True)  # JSON is UTF-8 everywhere
    code, _, said = told(program("--lang", "zh", "nonsense", environment=other, stdout=PIPE, stderr=PIPE))
    assert (code, bool(said)) == (2, True)


def test_what_is_typed_in_another_writing_is_read_in_it(program: Program) -> None:
    other = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    typed = "note 下午打\nend hung-up\n".encode("gbk")
    started = program("play", SCRIPT, "--json", environment=other, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    assert "下午打" in told(started, typed)[1].decode()


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_stops_with_a_sentence_and_keeps_the_call(program: Program) -> None:
    begin(program)
    started = program("play", SCRIPT, "--record", "--as", "林晓", "--json", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    assert started.stdin is not None
    assert started.stdout is not None
    started.stdin.write(b"1\n")
    started.stdin.flush()
    while b'"heard"' not in (line := started.stdout.readline()):
        assert line, "it stopped before it was stopped"
    started.send_signal(signal.SIGINT)
    code, _, said = told(started)
    assert (code, said) == (130, "Stopped. What was kept stays kept.\n")
    kept = told(program("calls", "list", "--format", "json", stdout=PIPE, stderr=PIPE))[1]
    assert b'"outcome": null' in kept
    assert told(program("db", "check", stdout=PIPE, stderr=PIPE))[0] == 0


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kathmandu", "XYZ-5:53:20", "nonsense", "UTC+25"])
def test_in_every_zone_a_call_is_counted_as_it_is_read_again(program: Program, zone: str) -> None:
    there = {"TZ": zone}
    given = ("play", SCRIPT, "--record", "--as", "林晓")
    started = program(*given, environment=there, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    code, _, said = told(started, b"callback_at=in 1 hour\n@later\nend callback\n")
    assert code == 0, said
    for arguments in (("calls", "list"), ("db", "check"), ("scores", "--month", "2026-11")):
        assert told(program(*arguments, environment=there, stdout=PIPE, stderr=PIPE))[0] == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""},
        {"HOME": "/nowhere", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""},
        {"XDG_CONFIG_HOME": "relative", "XDG_DATA_HOME": "relative"},
    ],
)
def test_without_a_home_there_is_a_place_all_the_same(program: Program, environment: dict[str, str]) -> None:
    code, out, _ = told(program("db", "path", environment=environment, stdout=PIPE, stderr=PIPE))
    assert (code, out.endswith(b"/huashu-coach/book.db\n")) == (0, True)
    assert Path(out.decode().strip()).is_absolute()


def test_a_folder_for_the_key_that_cannot_be_made_is_told_and_nothing_is_begun(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    code, _, said = told(program("customers", "add", "王伟", stdout=PIPE, stderr=PIPE))
    assert (code, len(said.splitlines())) == (2, 1)
    assert "cannot be written" in said
    assert not list(tmp_path.rglob("book.db*"))
