"""`scores`: a person's month, section by section, with what every number is made of."""

import click

from coach.appraisal.appraising import Appraisal
from coach.appraisal.exact import shown
from coach.appraisal.period import Period
from coach.appraisal.score import ItemScore, SectionScore
from coach.appraisal.spoken import of_next_point, sentences, value_of
from data.person import Person
from scripts_library.sentences import Sentence
from ui.clock import now
from ui.terminal import periods
from ui.terminal.options import in_form, with_database
from ui.terminal.session import Session, the_session
from ui.terminal.tables import Row, as_json, show_rows

_COLUMNS = ("section", "weight", "score", "points")
_PER_CENT = 100


@click.command()
@with_database
@click.option("--month", callback=periods.month, required=True, metavar="YYYY-MM", help="The month.")
@click.option("--person", metavar="NAME", help="Whose (name, agent number or id); by default your own.")
@click.option("--as", "reader", metavar="PERSON", help="Who reads; by default the owner.")
@in_form
def scores(month: Period, person: str | None, reader: str | None, form: str) -> None:
    """Show the appraisal of a month.

    Sections, items, the evidence of every number, and what was left out and why.
    """
    session = the_session()
    with session.book(reader) as book:
        whom = book.me if person is None else book.person(person)
        appraisal = book.appraisal(whom.id, month.first, now=now())
        evidence = {} if appraisal is None else book.facts_of(whom.id, month.first, month.last)
    if form == "json":
        told = None if appraisal is None else _told(session, whom, appraisal, list(evidence))
        click.echo(as_json(told))
    elif appraisal is None:
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
    show_rows([_section_row(section) for section in score.sections], _COLUMNS, "table")
    for section in score.sections:
        click.echo(f"\n{section.title}")
        for sentence in sentences(section):
            click.echo(f"  {session.text(sentence)}")


def _section_row(section: SectionScore) -> Row:
    return {
        "section": section.title,
        "weight": f"{shown(section.weight * _PER_CENT)}%",
        "score": None if section.score is None else shown(section.score),
        "points": None if section.points is None else shown(section.points, 2),
    }


def _told(session: Session, whom: Person, appraisal: Appraisal, calls: list[str]) -> Row:
    score = appraisal.score
    return {
        "person": whom.name,
        "month": f"{appraisal.period.first:%Y-%m}",
        "plan": score.plan,
        "status": appraisal.status,
        "total": None if score.total is None else shown(score.total),
        "total_exact": None if score.total is None else str(score.total),
        "ungraded": None if score.ungraded is None else session.text(score.ungraded),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "weight": str(section.weight),
                "part": str(section.part),
                "cap": str(section.cap),
                "score": None if section.score is None else str(section.score),
                "points": None if section.points is None else str(section.points),
                "items": [_item(session, item) for item in section.items],
            }
            for section in score.sections
        ],
        "calls": calls,
    }


def _item(session: Session, item: ItemScore) -> Row:
    return {
        "id": item.id,
        "title": item.title,
        "part": str(item.part),
        "score": None if item.score is None else str(item.score),
        "value": value_of(item) if item.formula else None,
        "formula": item.formula,
        "figures": {name: None if count is None else str(count) for name, count in item.figures},
        "entries": [entry.id for line in item.lines for entry in line.entries],
        "left_out": None if item.left_out is None else session.text(item.left_out),
    }
