"""`schema`: the JSON Schema of all documents, for editors that complete and underline."""

import click

from ui.terminal.helping import Spoken
from ui.terminal.options import with_database


@click.command(cls=Spoken)
@with_database
def schema() -> None:
    """Print the JSON Schema of the documents that trainers write."""
    from scripts_library.schema import schema_text

    click.echo(schema_text(), nl=False)
