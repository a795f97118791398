"""The command line. Heavy packages are imported inside the commands, so that `newsfacts --help` answers at once."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from extract.errors import NewsfactsError

if TYPE_CHECKING:
    from extract.articles.article import Source
    from extract.articles.readers.failure import Failure
    from extract.articles.readers.records import Fields

Command = TypeVar("Command", bound=Callable[..., Any])

NOTHING_DONE = 2
FIELDS = {"id": "id", "text": "text", "date": "published", "title": "title", "url": "url"}  # option, attribute of `Fields`


class Group(click.Group):
    """Commands whose own errors are told without a traceback and end with status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except NewsfactsError as error:
            click.echo(error, err=True)
            ctx.exit(NOTHING_DONE)


def reads_sources(command: Command) -> Command:
    """SOURCE... and where its records hold what."""
    for option in reversed(FIELDS):
        help_ = f"Field of a record that holds its {option}."
        command = click.option(f"--{option}-field", FIELDS[option], metavar="NAME", help=help_)(command)
    return click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)(command)


def writes_table(command: Command) -> Command:
    """-o TARGET: the table to write."""
    help_ = "Table to write; its ending .jsonl, .csv or .parquet chooses the format. `-` writes JSON lines to standard output."
    return click.option("-o", "--output", "target", metavar="TARGET", required=True, help=help_)(command)


def takes_model(command: Command) -> Command:
    """--model NAME: the spaCy pipeline."""
    return click.option("--model", metavar="NAME", help="spaCy pipeline to read with, such as en_core_web_trf.")(command)


def _fields(names: dict[str, str | None]) -> "Fields":
    from extract.articles.readers.records import Fields

    return Fields(**{attribute: (name,) for attribute, name in names.items() if name})


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="newsfacts")
def main() -> None:
    """Raw news articles in, normalised fact tables out: who, how much, under which scheme, when.

    SOURCE is a text or HTML file, JSON lines of {"id", "text", "published"?, "title"?, "url"?}, a folder or glob of such, each
    also compressed (.gz, .bz2, .zst), or `-` for standard input.

    What cannot be read is listed in TARGET.failures.jsonl. The exit status is 0 if all was done, 1 if some articles failed, 2 if
    nothing could be done.
    """


@main.command(short_help="Facts of articles as a table.")
@reads_sources
@writes_table
@takes_model
@click.option("--any-language", is_flag=True, help="Read texts that are not English too.")
def extract(sources: tuple[str, ...], target: str, model: str | None, *, any_language: bool, **names: str | None) -> None:
    """Write one row for each amount and percentage that the articles assert."""
    from extract.batch import run
    from extract.cli_run import run_to_table
    from extract.facts.pipeline import Pipeline
    from extract.tables.columns import FACTS

    def work(found: "Iterable[Source | Failure]") -> Iterator[run.Outcome]:
        return run.extract(found, Pipeline(model) if model else Pipeline(), any_language=any_language)

    sys.exit(run_to_table(sources, target, work, FACTS, _fields(names)))


@main.command(short_help="Amounts, percentages and times as a table.")
@reads_sources
@writes_table
def mentions(sources: tuple[str, ...], target: str, **names: str | None) -> None:
    """Write every amount of money, percentage and time that the texts name, whatever their language."""
    from extract.batch import run
    from extract.cli_run import run_to_table
    from extract.tables.columns import MENTIONS

    sys.exit(run_to_table(sources, target, run.mentions, MENTIONS, _fields(names)))


@main.command(short_help="Articles without what surrounds them.")
@reads_sources
@writes_table
def clean(sources: tuple[str, ...], target: str, **names: str | None) -> None:
    """Write the articles without menus, teasers and notices: body, title, publication date."""
    from extract.batch import run
    from extract.cli_run import run_to_table
    from extract.tables.columns import ARTICLES

    sys.exit(run_to_table(sources, target, run.clean, ARTICLES, _fields(names)))
