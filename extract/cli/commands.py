"""The commands. Heavy packages are imported inside of them, so that `newsfacts --help` answers at once."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli.options import (
    Long,
    drops_copies,
    reads_sources,
    runs_long,
    takes_model,
    takes_vocabulary,
    tells_fields,
    writes_table,
)
from extract.errors import NewsfactsError

if TYPE_CHECKING:
    from extract.api import Pipeline
    from extract.articles.article import Given
    from extract.articles.readers.failure import Failure
    from extract.articles.readers.records import Fields
    from extract.batch.outcome import Outcome

NOTHING_DONE = 2
CONFIG = Path("newsfacts.toml")  # in the folder where the command is given


class Group(click.Group):
    """Commands whose own errors are told without a traceback and end with status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except NewsfactsError as error:
            click.echo(error, err=True)
            ctx.exit(NOTHING_DONE)


def _fields(names: dict[str, str | None]) -> "Fields":
    from extract.articles.readers.records import Fields

    return Fields(**{attribute: (name,) for attribute, name in names.items() if name})


def _pipeline(model: str | None, vocabulary: tuple[Path, ...] = ()) -> "Pipeline":
    from extract.api import Pipeline
    from extract.facts.parsing.default_model import DEFAULT_MODEL
    from extract.mentions.vocabulary import read_vocabulary

    return Pipeline(model or DEFAULT_MODEL, vocabulary=read_vocabulary(_vocabulary(vocabulary)))


def _vocabulary(named: tuple[Path, ...]) -> tuple[Path, ...]:
    """Files of the user's own vocabulary: those that were named, or the one that is here."""
    return named or ((CONFIG,) if CONFIG.exists() else ())


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
@takes_vocabulary
@click.option("--any-language", is_flag=True, help="Read texts that are not English too.")
@click.option(
    "--min-confidence",
    metavar="P",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out rows whose confidence is below P, 0 to 1.",
)
@click.option(
    "--read", type=click.Choice(["needed", "all"]), default="needed", help="Sentences that spaCy sees: what rows need, or all."
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Take the first N articles only.")
@click.option("--again", is_flag=True, help="Read everything anew, also what the run folder holds already.")
@runs_long
@drops_copies
@tells_fields
def extract(
    sources: tuple[str, ...],
    target: str,
    model: str | None,
    vocabulary: tuple[Path, ...],
    *,
    any_language: bool,
    read: str,
    limit: int | None,
    again: bool,
    min_confidence: float,
    dedupe: bool,
    verbose: bool,
    **rest: Any,
) -> None:
    """Write one row for each amount and percentage that the articles assert.

    A TARGET that ends in / or is a folder becomes a run folder: TARGET/facts holds the rows in Parquet files, TARGET/ledger.sqlite
    says what has been read. The same command goes on where it was stopped, and reads what is new or has changed.
    """
    from extract.cli.extract import extract as run_extract
    from extract.cli.folder import Command

    long = Long(**{name: rest.pop(name) for name in Long.__dataclass_fields__})
    command = Command(
        sources,
        _fields(rest),
        model,
        any_language=any_language,
        everything=read == "all",
        dedupe=dedupe,
        vocabulary=tuple(map(str, _vocabulary(vocabulary))),
        min_confidence=min_confidence,
    )
    sys.exit(run_extract(command, target, long, limit=limit, again=again, verbose=verbose))


@main.group(short_help="State of a run folder; what failed, once more.")
def run() -> None:
    """Look after the run folder that `extract -o FOLDER/` fills."""


@run.command(short_help="What it holds.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(folder: Path, *, as_json: bool) -> None:
    """Tell how many articles of FOLDER have been read, by which version, and why some were set aside."""
    from extract.cli.folder import status as told

    click.echo(told(folder, as_json=as_json))


@run.command(short_help="What failed, once more.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@runs_long
def retry(folder: Path, **rest: Any) -> None:
    """Read the articles of FOLDER once more that were set aside, from the sources and with the options that it was begun with."""
    from extract.cli.extract import retry as run_retry

    sys.exit(run_retry(folder, Long(**rest)))


@main.command(short_help="Amounts, percentages and times as a table.")
@reads_sources
@writes_table
@takes_vocabulary
@tells_fields
def mentions(sources: tuple[str, ...], target: str, vocabulary: tuple[Path, ...], *, verbose: bool, **names: str | None) -> None:
    """Write every amount of money, percentage and time that the texts name, whatever their language."""
    from extract.batch import run
    from extract.cli.run import run_to_table
    from extract.mentions.vocabulary import read_vocabulary
    from extract.tables.columns import MENTIONS

    work = partial(run.mentions, vocabulary=read_vocabulary(_vocabulary(vocabulary)))
    sys.exit(run_to_table(sources, target, work, MENTIONS, _fields(names), verbose=verbose))


@main.command(short_help="Articles without what surrounds them.")
@reads_sources
@writes_table
@click.option("--with-text", is_flag=True, help="Also write the text as it was given, in which offsets count.")
@drops_copies
@tells_fields
def clean(sources: tuple[str, ...], target: str, *, with_text: bool, dedupe: bool, verbose: bool, **names: str | None) -> None:
    """Write the articles without menus, teasers and notices: body, title, publication date, author and place."""
    from extract.articles.stories import Stories
    from extract.batch import run
    from extract.batch.copies import with_stories
    from extract.cli.run import run_to_table
    from extract.tables.columns import ARTICLES, TEXT

    columns = (*ARTICLES, TEXT) if with_text else ARTICLES

    def work(found: "Iterable[Given | Failure]") -> "Iterator[Outcome]":
        return with_stories(run.clean(found), Stories(), dedupe=dedupe)

    sys.exit(run_to_table(sources, target, work, columns, _fields(names), verbose=verbose))


@main.command(short_help="One article in colour, and its rows.")
@reads_sources
@takes_model
@takes_vocabulary
@click.option("--svg", type=click.Path(dir_okay=False, writable=True), help="Also write the picture to this file.")
def show(sources: tuple[str, ...], model: str | None, vocabulary: tuple[Path, ...], svg: str | None, **names: str | None) -> None:
    """Show articles in the terminal, quantities, names and dates in colour, and the table of their rows below each."""
    from extract.cli.show import shown
    from extract.cli.terminal import run_to_terminal

    reader = _pipeline(model, vocabulary)
    sys.exit(run_to_terminal(sources, reader, lambda read: shown(read.article, read.facts), _fields(names), svg=svg))


@main.command(short_help="Which rule filled each slot, from which words.")
@reads_sources
@takes_model
@takes_vocabulary
def explain(sources: tuple[str, ...], model: str | None, vocabulary: tuple[Path, ...], **names: str | None) -> None:
    """Show for each row which rule filled each slot, and from which words."""
    from extract.cli.show import explained
    from extract.cli.terminal import run_to_terminal

    sys.exit(run_to_terminal(sources, _pipeline(model, vocabulary), lambda read: explained(read.facts), _fields(names)))


@main.command(short_help="Precision, recall and F1 against gold.")
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@takes_model
@takes_vocabulary
@click.option(
    "--predicted", metavar="ROWS.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Score these rows."
)
@click.option("--errors", metavar="N", type=int, default=0, help="Show up to N errors with the words around them.")
@click.option("--slot", metavar="NAME", help="Show errors of this slot only.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.option("--update-floors", is_flag=True, help="Raise the floors of the corpus to these scores.")
@click.option("--allow-regression", is_flag=True, help="Let --update-floors lower a floor.")
def score(gold: tuple[Path, ...], model: str | None, vocabulary: tuple[Path, ...], predicted: Path | None, **options: Any) -> None:
    """Score the facts extracted from gold articles, or the rows given, by slot, card row and full row.

    GOLD is a corpus folder (articles/ and gold/) or JSON lines of {"id", "text", "published", "facts"}. The scores of a corpus
    folder that has a floors.json must not be below it.
    """
    from extract.cli.score import score as run_score

    for told in run_score(gold, None if predicted else _pipeline(model, vocabulary), predicted, **options):
        click.echo(told)


@main.command(short_help="Weights of the ranker from gold.")
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@takes_model
@takes_vocabulary
@click.option("-o", "--output", "target", metavar="WEIGHTS.tsv", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--beside",
    metavar="GOLD",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Gold of another kind, such as lessons: its rows count a third, and nothing is measured on it. Can be given again.",
)
@click.option(
    "--confidence",
    metavar="FILE.tsv",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write how likely each slot is right, as extract/data/confidence.tsv.",
)
@click.option(
    "--validate", is_flag=True, help="First show how often slots and confidences are right on articles left out of the training."
)
def train(gold: tuple[Path, ...], model: str | None, vocabulary: tuple[Path, ...], target: Path, **options: Any) -> None:
    """Learn from annotated articles which candidate fills a slot, and write the weights to WEIGHTS.tsv.

    GOLD is as for `score`. The weights that come with the program are extract/data/weights.tsv. Needs the extra `train`.
    """
    from extract.cli.score import train as run_train

    for told in run_train(gold, _pipeline(model, vocabulary), target, **options):
        click.echo(told)


@main.command(short_help="Offsets of gold rows from their quotes.")
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
def place(corpus: Path) -> None:
    """Fill in the offsets of the gold rows of CORPUS from their quotes, and name the files that this changed."""
    from extract.evaluation.placing import place_corpus

    for path in place_corpus(corpus):
        click.echo(path)


@main.command(short_help="Whether the installation is sound.")
@takes_model
def doctor(model: str | None) -> None:
    """Check the spaCy pipeline's files and components, and print the versions of what is installed."""
    from extract.cli.doctor import examine

    sound = True
    for finding in examine(model):
        click.echo(finding)
        sound = sound and finding.sound
    sys.exit(0 if sound else NOTHING_DONE)


@main.command(short_help="Speed beside spaCy's own pipe and a plain solution.")
@reads_sources
@takes_model
@click.option("--repeat", metavar="N", type=click.IntRange(min=1), default=1, help="Take the sources N times, under fresh ids.")
@click.option("--rounds", metavar="N", type=click.IntRange(min=1), default=1, help="Time everything N times; medians count.")
@click.option("--workers", metavar="N", type=click.IntRange(min=2), default=2, help="Processes of the run with several (2).")
@click.option(
    "-o", "--output", "target", metavar="FILE.json", type=click.Path(dir_okay=False, path_type=Path), help="Keep the figures."
)
def bench(
    sources: tuple[str, ...], model: str | None, repeat: int, rounds: int, workers: int, target: Path | None, **names: str | None
) -> None:
    """Time articles to rows beside nlp.pipe of the same model and a plain solution, whole processes over the same texts in one run.

    The plain solution takes spaCy's MONEY and PERCENT entities, price-parser and dateparser.
    """
    from extract.cli.bench import timed

    click.echo(timed(sources, model, _fields(names), repeat=repeat, rounds=rounds, workers=workers, target=target))
