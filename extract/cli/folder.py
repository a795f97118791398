"""A run folder from the command line: sources enter, the folder is filled from where it stopped; its state can be asked for."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import click

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import STDIN, File, find_files, read_files
from extract.batch.copies import with_story
from extract.batch.folder import LEDGER, RunFolder, open_run
from extract.batch.ledger import Ledger, Version
from extract.batch.outcome import Result
from extract.batch.version import current_version
from extract.cli.progress import (
    ALL_DONE,
    NOTHING_DONE,
    PACE,
    SOME_FAILED,
    Tally,
    Telling,
    Watched,
    characters_of,
    duration,
    progress,
)
from extract.cli.run import TOLD, first, stdin, teller_of_fields
from extract.errors import TargetError
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.mentions.vocabulary import read_vocabulary

SUMMARY = "summary.json"

Engine = Callable[[Iterable[Given | Failure]], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Command:
    """What a run folder is to hold; kept in its ledger, so that what failed can be tried again.

    Args:
        sources: as they were named.
        fields: where records hold what.
        model: name or folder of the spaCy pipeline; None for the default one.
        any_language: whether texts that are not English are read too.
        everything: whether spaCy sees every sentence.
        dedupe: whether articles are left out that tell a story which one before them told.
        vocabulary: files of the user's own.
        min_confidence: facts of a lower confidence give no row.
    """

    sources: tuple[str, ...]
    fields: Fields = field(default_factory=Fields)
    model: str | None = None
    any_language: bool = False
    everything: bool = False
    dedupe: bool = False
    vocabulary: tuple[str, ...] = ()
    min_confidence: float = 0.0

    @property
    def version(self) -> Version:
        """The version that it reads by."""
        own = repr(read_vocabulary(map(Path, self.vocabulary))) if self.vocabulary else ""
        options = {
            "any_language": self.any_language,
            "everything": self.everything,
            "dedupe": self.dedupe,
            "vocabulary": blake2b(own.encode(), digest_size=6).hexdigest() if own else "",
            "min_confidence": self.min_confidence,
        }
        return current_version(model=self.model or DEFAULT_MODEL, **options)

    def kept(self) -> str:
        """As JSON, from whatever folder it will be read."""
        sources = [name if name == STDIN else str(Path(name).absolute()) for name in self.sources]
        vocabulary = [str(Path(name).absolute()) for name in self.vocabulary]
        return json.dumps({**asdict(self), "sources": sources, "vocabulary": vocabulary})

    @classmethod
    def of(cls, kept: str) -> "Command":
        """The command that was kept."""
        told: dict[str, Any] = json.loads(kept)
        fields = Fields(**{name: tuple(value) for name, value in told.pop("fields").items()})
        sources, vocabulary = tuple(told.pop("sources")), tuple(told.pop("vocabulary"))
        return cls(**told, sources=sources, vocabulary=vocabulary, fields=fields)


def run_to_folder(
    command: Command,
    target: Path,
    engine: Engine,
    *,
    workers: int,
    tell: Telling,
    anew: bool = False,
    limit: int | None = None,
    only_failed: bool = False,
    verbose: bool = False,
) -> int:
    """Read what a run folder does not hold yet, and tell how it went.

    Args:
        command: what to read, and how.
        target: the folder.
        engine: reads.
        workers: how many processes it has, for the guess of how long it will take.
        tell: what is told of the run.
        anew: read everything again.
        limit: articles that are looked at, the first ones.
        only_failed: read only what was set aside.
        verbose: tell which fields of the records were taken for what.

    Returns:
        The exit status.
    """
    say: Callable[[str], None] = (lambda _: None) if tell.quiet else (lambda words: click.echo(words, err=True))
    tally = Tally()
    with open_run(target, command.version) as run:
        if again := run.repair():
            say(f"{again:,} articles are read again: the files of their rows are gone")
        if anew:
            run.begin_anew()
        files = [file for file in find_files(command.sources) if not _is_below(file, target)]
        for words in _to_do(run, files, command.version, workers, only_failed=only_failed):
            say(words)
        if not only_failed:
            run.ledger.forget_unreadable()
            run.ledger.drop("ended")
            run.ledger.put(command=command.kept())
        with progress(files, tally, quiet=tell.quiet) as (watched, show):
            on_fields = teller_of_fields() if verbose else None
            found = read_files(files, fields=command.fields, stdin=stdin(), on_bytes=watched.on_bytes, on_fields=on_fields)
            stories = run.ledger.stories()
            try:
                for read in engine(run.unread(first(found, limit), failed=only_failed)):
                    result = replace(read, outcome=with_story(read.outcome, stories, dedupe=command.dedupe))
                    run.keep(result)
                    _count(result, tally)
                    show()
            except KeyboardInterrupt:
                run.flush()
                say("stopped; the same command goes on from here")
                raise
        run.finish(complete=limit is None and not only_failed)
        told = {**_state(run.ledger), "skipped": dict(run.skipped), "target": str(target), "status": _status(run.ledger)}
        replace(tell, summary=target / SUMMARY).summarise(watched, **told)
        tell.summarise(watched, **told)
        say(_outcome(run, tally, watched, target))
        return _status(run.ledger)


def status(target: Path, *, as_json: bool) -> str:
    """What a run folder holds.

    Raises:
        TargetError: it is no run folder.
    """
    with closing(_ledger(target)) as ledger:
        state = _state(ledger)
        if as_json:
            return json.dumps({"target": str(target), **state}, indent=1)
        counts, reasons = ledger.counts(), Counter(entry.reason for entry in ledger.failures())
        lines = [
            f"{target}: {_read_so_far(ledger)}",
            *(f"  {count:,} × {reason}" for reason, count in reasons.most_common(TOLD)),
            *(f"{articles:,} articles were read by {_named(version)}" for version, _, articles in ledger.versions() if articles),
        ]
        if counts["failed"].articles:
            lines.append(f"try what was set aside once more with `newsfacts run retry {target}`")
        return "\n".join(lines)


def kept_command(target: Path) -> Command:
    """The command that filled a run folder.

    Raises:
        TargetError: it is no run folder, or was filled from standard input.
    """
    with closing(_ledger(target)) as ledger:
        kept = ledger.get("command")
    if kept is None:
        raise TargetError("the run has not begun", where=str(target), mend="begin it with `newsfacts extract`")
    command = Command.of(kept)
    if STDIN in command.sources:
        raise TargetError(
            "its articles came from standard input", where=str(target), mend="give them again: `newsfacts extract - -o` this folder"
        )
    return command


def _ledger(target: Path) -> Ledger:
    path = target / LEDGER
    if not path.is_file():
        raise TargetError(
            "no run folder: it has no ledger", where=str(target), mend="name one that `newsfacts extract -o FOLDER/` made"
        )
    return Ledger(path)


def _count(result: Result, tally: Tally) -> None:
    if isinstance(result.outcome, Failure):
        tally.failures += 1
        if tally.failures <= TOLD:
            click.echo(result.outcome, err=True)
    else:
        tally.articles += 1
        tally.rows += len(result.outcome.rows)


def _is_below(file: File | Failure, folder: Path) -> bool:
    """Whether it is a file of the run itself, which stands among the sources."""
    return isinstance(file, File) and file.path is not None and file.path.resolve().is_relative_to(folder.resolve())


def _to_do(run: RunFolder, files: Sequence[File | Failure], version: Version, workers: int, *, only_failed: bool) -> Iterator[str]:
    """What is to be done, and about how long it will take."""
    ledger, counts = run.ledger, run.ledger.counts()
    if only_failed:
        yield f"{run.path}: {counts['failed'].articles:,} articles that were set aside are tried once more"
        return
    characters = characters_of(files)
    sources = f"{sum(isinstance(file, File) for file in files):,} files" + (f" of {characters / 1e6:,.1f} MB" if characters else "")
    about = f"; about {duration(characters / PACE / max(1, workers))} if all of it is to be read" if characters else ""
    yield f"{run.path}: {sources}{about}"
    if counts["done"].articles or counts["failed"].articles:
        anew = ledger.get("anew") is not None
        rest = "all of it is read anew" if anew else "what has not changed is skipped"
        yield f"{run.path}: {_read_so_far(ledger)}; {rest}"
    for other, _, articles in ledger.versions():
        if articles and other != version and ledger.get("anew") is None:
            yield f"{articles:,} articles were read by {_named(other)}, not {_named(version)}; --again reads everything anew"


def _read_so_far(ledger: Ledger) -> str:
    counts = ledger.counts()
    done, failed, unreadable = counts["done"], counts["failed"], counts["unreadable"]
    return (
        f"{done.articles:,} articles read, {done.rows:,} rows, {failed.articles:,} articles set aside, "
        f"{unreadable.articles:,} records unreadable"
    )


def _outcome(run: RunFolder, tally: Tally, watched: Watched, target: Path) -> str:
    skipped = sum(run.skipped.values())
    return (
        f"{tally.articles:,} articles, {tally.rows:,} rows, {tally.failures:,} failures, {watched.seconds:.1f} s; "
        f"{skipped:,} read before\n{target}: {_read_so_far(run.ledger)}; the table is {run.parts}"
    )


def _state(ledger: Ledger) -> dict[str, object]:
    return {
        "ledger": {state: asdict(count) for state, count in ledger.counts().items()},
        "parts": len(ledger.parts()),
        "versions": [{**asdict(version), "articles": articles} for version, _, articles in ledger.versions()],
        "unfinished": ledger.get("ended") is None,
    }


def _status(ledger: Ledger) -> int:
    counts = ledger.counts()
    if not counts["done"].articles:
        return NOTHING_DONE
    return SOME_FAILED if counts["failed"].articles or counts["unreadable"].articles else ALL_DONE


def _named(version: Version) -> str:
    options = ", ".join(name for name, value in json.loads(version.options).items() if value)
    return f"newsfacts {version.program} (rules {version.rules}, {version.model}{', ' if options else ''}{options})"
