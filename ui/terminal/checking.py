"""`check`: is what trainers wrote safe to go live? No database is opened."""

from pathlib import Path

import click

from coach.proof import problems
from scripts_library.check import Problem
from scripts_library.places import Fault, Place
from scripts_library.sentences import Refusal, Sentence
from scripts_library.shelf import read_files, shelves
from ui.terminal.helping import Spoken
from ui.terminal.options import with_database
from ui.terminal.session import Session, the_session
from ui.terminal.tables import as_json

_PROBLEMS, _UNREADABLE = 1, 2


@click.command(cls=Spoken)
@with_database
@click.argument("paths", nargs=-1, required=True, metavar="PATH")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def check(paths: tuple[str, ...], form: str) -> None:
    """Check documents: files, or folders with all that lie in them.

    Exit code 0 without problems, 1 with problems, 2 where something cannot be read.
    """
    session = the_session()
    if not all(path.strip() for path in paths):  # a variable of the shell that was never set
        raise Refusal(Sentence("ui.terminal:no_path", option=Sentence("ui.terminal:value_path")))
    readings = read_files(Path(path) for path in paths)
    faults = [fault for reading in readings for fault in reading.faults]
    told = dict.fromkeys(  # a set of cards and each script that uses it have the same problem
        problem
        for reading, shelf in zip(readings, shelves(readings), strict=True)
        if reading.document is not None
        for problem in problems(reading.document, shelf)
    )
    found = list(told)
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


def _json(session: Session, faults: list[Fault], found: list[Problem], documents: int) -> bytes:
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
    return as_json(told)


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "path": place.path}


def _sentence(session: Session, sentence: Sentence) -> dict[str, object]:
    return {"sentence": session.text(sentence)}
