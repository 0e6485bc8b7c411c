"""`tour`: the real window, offscreen, through one whole call; main hands in the window that plays it."""

from pathlib import Path

import click

from coach.replay import replay
from scripts_library.sentences import Refusal, Sentence
from ui.terminal.helping import Spoken
from ui.terminal.options import with_database
from ui.terminal.replaying import print_facts, print_replay
from ui.terminal.scores import print_appraisal
from ui.terminal.session import the_session


@click.command(cls=Spoken)
@with_database
@click.option("--to", "named", default="build/tour", metavar="FOLDER")
def tour(named: str) -> None:
    """Play one whole call in the real window, offscreen.

    On a fresh database; prints the trail, the outcome, the facts and the score with its evidence, and leaves a
    picture of every page.
    """
    session = the_session()
    if not named.strip():
        raise Refusal(Sentence("ui.terminal:no_path", option="--to"))
    folder = Path(named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Refusal(Sentence("ui.terminal:file_in_the_way", folder=folder)) from error
    except OSError as error:
        raise Refusal(Sentence("ui.terminal:no_pictures", folder=folder)) from error
    toured = session.tour(folder, session.language)
    call = toured.kept.call
    print_replay(session, replay(call.release, call.trail), {toured.agent.id: toured.agent.name})
    print_facts(session, call, toured.facts)
    click.echo()
    print_appraisal(session, toured.agent, toured.appraisal)
    click.echo()
    session.say(Sentence("ui.terminal:tour_done", folder=folder, count=len(toured.pictures)))
