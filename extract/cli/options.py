"""Options that commands share, each a decorator of a command."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FIELDS = {"id": "id", "text": "text", "date": "published", "title": "title", "url": "url"}  # option, attribute of `Fields`


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
