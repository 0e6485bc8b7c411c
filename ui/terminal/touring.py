"""`tour`: the real window, offscreen, through one whole call; main hands in the window that plays it."""

from pathlib import Path

import click

from scripts_library.sentences import Sentence
from ui.terminal.session import speaking, the_session


@click.command()
@speaking
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/tour"),
    show_default=True,
    help="Where the pictures go.",
)
def tour(folder: Path) -> None:
    """Play one whole call in the real window, offscreen, on a fresh database, and leave a picture of every page."""
    session = the_session()
    code = session.tour(folder, session.language)
    if not code:
        session.say(Sentence("ui.terminal:tour_done", folder=folder))
    click.get_current_context().exit(code)
