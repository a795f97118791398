"""A run to the terminal: sources enter, each article is shown as it has been read."""

from collections.abc import Callable, Sequence

import click
from rich.console import Console, RenderableType

from extract.articles.readers.failure import Failure
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import find_files, read_files
from extract.batch.run import FactReader, Read, read
from extract.cli.progress import Tally
from extract.cli.run import stdin


def run_to_terminal(
    names: Sequence[str],
    reader: FactReader,
    render: Callable[[Read], RenderableType],
    fields: Fields,
    *,
    svg: str | None = None,
) -> int:
    """Reads the sources and shows each article.

    Args:
        names: sources as they were named.
        reader: reads the facts.
        render: what is to be seen of an article and its facts.
        fields: where records hold what.
        svg: file to write a picture of it all to.

    Returns:
        The exit status.
    """
    console = Console(record=svg is not None, highlight=False)
    tally = Tally()
    for each in read(read_files(find_files(names), fields=fields, stdin=stdin()), reader, any_language=True):
        if isinstance(each, Failure):
            tally.failures += 1
            click.echo(each, err=True)
        else:
            tally.articles += 1
            console.print(render(each))
    if svg:
        console.save_svg(svg, title="newsfacts")
    return tally.status
