"""The script that was asked for: a file, or the id of one that ships, fit to be walked."""

import re
from pathlib import Path

from coach.proof import stopping
from scripts_library.check import problems
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.sentences import Refusal, Sentence
from scripts_library.shelf import read_files, shelves, shipped

_ID = re.compile(r"[a-z0-9-]{1,100}")


def release_of(script: str) -> Release:
    """The release of a script file, or of a script that ships. Raises a `Refusal` for the first thing that is wrong."""
    if not script.strip():
        raise Refusal(Sentence("ui.terminal:no_path", option=Sentence("ui.terminal:value_script")))
    if not _ID.fullmatch(script) or Path(script).is_file():
        return _of_file(Path(script))
    found = shipped().find("script", script)
    if not isinstance(found, Script):
        known = ", ".join(one.id for one in shipped().of_kind("script"))
        raise Refusal(Sentence("ui.terminal:no_such_script", script=script, known=known))
    return release(found, shipped())


def _of_file(path: Path) -> Release:
    """A rehearsal is there to hear what is not good yet, but it has to come through."""
    readings = read_files([path])
    (reading, *more), (shelf, *_) = readings, shelves(readings)
    document = reading.document
    if document is None and not more:
        fault = reading.faults[0]
        raise Refusal(Sentence("ui.terminal:fault", place=fault.place, fault=fault.sentence))
    if more or not isinstance(document, Script):
        raise Refusal(Sentence("ui.terminal:no_script", file=path))
    if wrong := stopping(problems(document, shelf)):
        first = wrong[0]
        told = {"place": first.place, "code": first.code, "problem": first.sentence, "count": len(wrong)}
        raise Refusal(Sentence("ui.terminal:not_playable", **told))
    return release(document, shelf)
