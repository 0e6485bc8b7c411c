"""`scores`: a person's month, section by section, with what every number is made of."""

import click

from coach.appraisal.appraising import Appraisal
from coach.appraisal.exact import shown
from coach.appraisal.period import Period
from coach.appraisal.score import SectionScore
from coach.appraisal.spoken import of_next_point, sentences, spread
from data.person import Person
from scripts_library.sentences import Sentence
from ui.clock import now
from ui.terminal import periods
from ui.terminal.helping import Spoken
from ui.terminal.options import in_form, with_database
from ui.terminal.session import Session, the_session
from ui.terminal.tables import Row, as_json, show_rows
from ui.terminal.told_scores import ToldScore

_COLUMNS = ("section", "weight", "score", "points")
_PER_CENT = 100


@click.command(cls=Spoken)
@with_database
@click.option("--month", callback=periods.month, required=True, metavar="YYYY-MM")
@click.option("--person", metavar="PERSON")
@click.option("--as", "reader", metavar="PERSON")
@in_form
def scores(month: Period, person: str | None, reader: str | None, form: str) -> None:
    """Show the appraisal of a month.

    Sections, items, the evidence of every number, and what was left out and why.
    """
    session = the_session()
    with session.book(reader) as book:
        whom = book.me if person is None else book.person(person)
        at = now()
        appraisal = book.appraisal(whom.id, month.first, now=at)
        if form == "json":
            told = None if appraisal is None else ToldScore(session, book, whom, appraisal, at).told()
            click.echo(as_json(told))
            return
    if appraisal is None:
        session.say(Sentence("ui.terminal:no_plan", month=f"{month.first:%Y-%m}"))
    else:
        print_appraisal(session, whom, appraisal)


def print_appraisal(session: Session, whom: Person, appraisal: Appraisal) -> None:
    """Print a score: the total, what the next point costs, and what each section is made of."""
    score = appraisal.score
    month = f"{appraisal.period.first:%Y-%m}"
    total = "—" if score.total is None else shown(score.total)
    session.say(Sentence("ui.terminal:total", person=whom.name, month=month, total=total))
    if score.ungraded is not None:
        session.say(score.ungraded)
    elif (point := appraisal.next_point) is not None:
        session.say(of_next_point(point))
    click.echo()
    graded = score.total is not None
    show_rows([_section_row(section, graded=graded) for section in score.sections], _COLUMNS, "table")
    for section in score.sections:
        click.echo(f"\n{section.title}")
        for sentence in (*sentences(section), *(spread(section) if graded else ())):
            click.echo(f"  {session.text(sentence)}")


def _section_row(section: SectionScore, *, graded: bool) -> Row:
    """What a section gives to the total; where there is no total, nothing, and no weight was spread."""
    weight = f"{shown(section.weight * _PER_CENT)}%"
    if graded and section.part != section.weight:
        weight = f"{weight} → {shown(section.part * _PER_CENT, 2)}%"
    return {
        "section": section.title,
        "weight": weight,
        "score": None if section.score is None else shown(section.score),
        "points": shown(section.points, 2) if graded and section.points is not None else None,
    }
