"""`check`: is what trainers wrote safe to go live? No database is opened."""

from pathlib import Path

import click
import msgspec

from coach.proof import problems
from scripts_library.check import Problem
from scripts_library.places import Fault, Place
from scripts_library.sentences import Sentence
from scripts_library.shelf import read_files, shelves
from ui.terminal.session import Session, speaking, the_session

_PROBLEMS, _UNREADABLE = 1, 2


@click.command()
@speaking
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or JSON.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Check documents: files, or folders with all that lie in them.

    Exit code 0 without problems, 1 with problems, 2 where something cannot be read.
    """
    session = the_session()
    readings = read_files(paths)
    faults = [fault for reading in readings for fault in reading.faults]
    found = [
        problem
        for reading, shelf in zip(readings, shelves(readings), strict=True)
        if reading.document is not None
        for problem in problems(reading.document, shelf)
    ]
    if form == "json":
        click.echo(_json(session, faults, found, len(readings)))
    else:
        _text(session, faults, found, len(readings))
    blocking = any(problem.severity == "problem" for problem in found)
    click.get_current_context().exit(_UNREADABLE if faults else _PROBLEMS if blocking else 0)


def _text(session: Session, faults: list[Fault], found: list[Problem], documents: int) -> None:
    for fault in faults:
        click.echo(fault.in_language(session.language), err=True)
    for problem in found:
        click.echo(f"{problem.place}: {problem.code} {session.text(problem.sentence)}")
        if problem.witness:
            session.say(Sentence("ui.terminal:witness", path=" → ".join(problem.witness)))
    code = "problems" if found or faults else "no_problems"
    session.say(Sentence(f"ui.terminal:{code}", count=documents, problems=len(found) + len(faults)))


def _json(session: Session, faults: list[Fault], found: list[Problem], documents: int) -> str:
    told = {
        "documents": documents,
        "faults": [{**_place(fault.place), **_sentence(session, fault.sentence)} for fault in faults],
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity,
                **_place(problem.place),
                **_sentence(session, problem.sentence),
                "witness": list(problem.witness),
            }
            for problem in found
        ],
    }
    return msgspec.json.format(msgspec.json.encode(told)).decode()


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "path": place.path}


def _sentence(session: Session, sentence: Sentence) -> dict[str, object]:
    return {"sentence": session.text(sentence)}
