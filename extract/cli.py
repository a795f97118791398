"""The command line. Heavy packages are imported inside the commands, so that `newsfacts --help` answers at once."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from extract.errors import NewsfactsError

if TYPE_CHECKING:
    from extract.api import Pipeline
    from extract.articles.article import Given
    from extract.articles.readers.failure import Failure
    from extract.articles.readers.records import Fields
    from extract.batch.outcome import Outcome

Command = TypeVar("Command", bound=Callable[..., Any])

NOTHING_DONE = 2
CONFIG = Path("newsfacts.toml")  # in the folder where the command is given
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


def tells_fields(command: Command) -> Command:
    """-v: which fields were taken."""
    return click.option("-v", "--verbose", is_flag=True, help="Tell which fields of the records were taken for what.")(command)


def drops_copies(command: Command) -> Command:
    """--dedupe: one article of each story."""
    help_ = "Leave out articles that tell a story which an article before them told (see `story_id`)."
    return click.option("--dedupe", is_flag=True, help=help_)(command)


def takes_model(command: Command) -> Command:
    """--model NAME: the spaCy pipeline."""
    return click.option("--model", metavar="NAME", help="spaCy pipeline to read with, such as en_core_web_trf.")(command)


@dataclass(frozen=True)
class Long:
    """Options of runs that take long, as `runs_long` gives them.

    Args:
        workers: how many processes read; None for what fits the sources, 0 for none but the run itself.
        time_limit: seconds for one article.
        memory_limit: megabytes for one worker.
        quiet: tell failures only.
        summary: file for a summary as JSON.
        engine: `local`, or `ray` for a Ray cluster.
        ray_address: of the cluster; None for one on this machine.
    """

    workers: int | None
    time_limit: float
    memory_limit: int
    quiet: bool
    summary: Path | None
    engine: str
    ray_address: str | None


def runs_long(command: Command) -> Command:
    """Options of runs that take long: `Long`."""
    options = (
        click.option("--workers", metavar="N", type=click.IntRange(min=0), help="Processes that read; by default one a core."),
        click.option("--time-limit", metavar="SECONDS", type=float, default=60.0, help="What one article may take (60)."),
        click.option("--memory-limit", metavar="MB", type=int, default=3_000, help="Memory that one worker may take (3000)."),
        click.option("--quiet", is_flag=True, help="Tell failures only, no progress and no summary."),
        click.option("--summary", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write a summary as JSON."),
        click.option("--engine", type=click.Choice(["local", "ray"]), default="local", help="Processes here, or Ray."),
        click.option(
            "--ray-address", metavar="ADDRESS", help="Ray cluster to read on; without it, one on this machine is started."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def takes_vocabulary(command: Command) -> Command:
    """--vocabulary FILE: the user's own names, schemes, currencies and predicates."""
    help_ = "Table of your own vocabulary, or TOML that names several; newsfacts.toml is read if it is here. Can be given again."
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("--vocabulary", metavar="FILE", multiple=True, type=kind, help=help_)(command)


def _fields(names: dict[str, str | None]) -> "Fields":
    from extract.articles.readers.records import Fields

    return Fields(**{attribute: (name,) for attribute, name in names.items() if name})


def _pipeline(model: str | None, vocabulary: tuple[Path, ...] = ()) -> "Pipeline":
    from extract.api import Pipeline
    from extract.facts.default_model import DEFAULT_MODEL
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
    from extract.cli_extract import extract as run_extract
    from extract.cli_folder import Command

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
    from extract.cli_folder import status as told

    click.echo(told(folder, as_json=as_json))


@run.command(short_help="What failed, once more.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@runs_long
def retry(folder: Path, **rest: Any) -> None:
    """Read the articles of FOLDER once more that were set aside, from the sources and with the options that it was begun with."""
    from extract.cli_extract import retry as run_retry

    sys.exit(run_retry(folder, Long(**rest)))


@main.command(short_help="Amounts, percentages and times as a table.")
@reads_sources
@writes_table
@takes_vocabulary
@tells_fields
def mentions(sources: tuple[str, ...], target: str, vocabulary: tuple[Path, ...], *, verbose: bool, **names: str | None) -> None:
    """Write every amount of money, percentage and time that the texts name, whatever their language."""
    from extract.batch import run
    from extract.cli_run import run_to_table
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
    from extract.cli_run import run_to_table
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
    from extract.cli_show import shown
    from extract.cli_terminal import run_to_terminal

    reader = _pipeline(model, vocabulary)
    sys.exit(run_to_terminal(sources, reader, lambda read: shown(read.article, read.facts), _fields(names), svg=svg))


@main.command(short_help="Which rule filled each slot, from which words.")
@reads_sources
@takes_model
@takes_vocabulary
def explain(sources: tuple[str, ...], model: str | None, vocabulary: tuple[Path, ...], **names: str | None) -> None:
    """Show for each row which rule filled each slot, and from which words."""
    from extract.cli_show import explained
    from extract.cli_terminal import run_to_terminal

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
    from extract.cli_score import score as run_score

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
    from extract.cli_score import train as run_train

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
    from extract.cli_doctor import examine

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
    from extract.cli_bench import timed

    click.echo(timed(sources, model, _fields(names), repeat=repeat, rounds=rounds, workers=workers, target=target))
