"""What steps and names are called on the page, where the script gives them no title of their own."""

from coach.position import CardPlace, Position
from scripts_library.expressions import Gap, Piece, Text
from scripts_library.names import title_of
from scripts_library.release import Release
from scripts_library.sentences import Sentence
from ui.language import said


def name_title(release: Release, name: str) -> str:
    """What a dotted name is called, as it stands in a gap."""
    title = title_of(release.script, name)
    return said(title) if isinstance(title, Sentence) else title


def step_title(release: Release, step: str) -> str:
    """What a step is about in a word: its first point, else its stage."""
    shown = release.script.steps[step]
    if shown.points:
        return shown.points[0]
    stages = {stage.id: stage.title for stage in release.script.stages}
    return stages.get(shown.stage or "", step)


def place_title(release: Release, position: Position) -> str:
    """Where the walk stands in a word: the card that is open, else the step."""
    if position.card is not None:
        return card_title(release, position.card)
    return step_title(release, position.step)


def card_title(release: Release, place: CardPlace) -> str:
    """What a card is called."""
    return release.cards[place.card].title


def plain_text(release: Release, pieces: tuple[Piece, ...]) -> str:
    """Pieces in one line: a gap reads its title, a pause nothing."""
    parts = []
    for piece in pieces:
        match piece:
            case Text(text):
                parts.append(text)
            case Gap(name):
                parts.append(f"【{name_title(release, name)}】")
            case _:
                parts.append(" ")
    return "".join(parts).strip()
