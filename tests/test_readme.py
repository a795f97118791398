"""The READMEs: what they show runs and gives what they say; what there is to tell is told."""

import doctest
import json
import re
import shlex
import subprocess
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.mentions.vocabulary import read_vocabulary
from extract.tables.columns import ARTICLES, FACTS, FAILURES, MENTIONS, Column, Columns

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DICTIONARY = (ROOT / "output" / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = ["help", "facts", "test", "check", "score", "bench", "example", "format", "lint", "types", "clean"]


def blocks(language: str) -> list[str]:
    """What stands in the README's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


COMMANDS = re.findall(r"^\$ (.+)$", "".join(blocks("console")), re.MULTILINE)
FILES = re.findall(r"^`([\w.]+)`:\n\n```(?:tsv|toml)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
RUN = [command for command in COMMANDS if command.startswith("newsfacts ")]


def test_every_command_is_shown() -> None:
    assert {shlex.split(command)[1] for command in RUN} == set(main.commands)


@pytest.mark.model
@pytest.mark.parametrize("command", RUN)
def test_command_runs(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("articles/lithuania-danish-model.txt", "gold/lithuania-danish-model.tsv"):
        (tmp_path / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / "corpus" / name, tmp_path / "corpus" / name)
    for name, text in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    if command.startswith("newsfacts run "):
        CliRunner().invoke(main, ["extract", "corpus/articles", "-o", "run/", "--workers", "1"])
    result = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    for target in re.findall(r"-o (\S+)", command):
        assert (tmp_path / target).stat().st_size > 0


def test_vocabulary_that_is_shown_can_be_read(tmp_path: Path) -> None:
    for name, text in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    vocabulary = read_vocabulary([tmp_path / "newsfacts.toml"])
    assert [known.name for known in vocabulary.programmes] == ["Coastal Shield Programme"]
    assert vocabulary.canonical["Lithuanian ministry of defence"] == "Lithuanian Defense Ministry"


@pytest.mark.model
@pytest.mark.parametrize("block", blocks("pycon"))
def test_python_gives_what_is_shown(block: str) -> None:
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, None)
    assert test.examples
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert result.failed == 0


def test_speed_is_told_as_the_bench_measured_it() -> None:
    figures = json.loads((ROOT / "output" / "example" / "bench.json").read_text(encoding="utf-8"))
    seconds, times, stages = figures["seconds"], figures["ratios"], figures["stages"]
    told = [
        f"On {figures['articles']} articles",
        f"{figures['characters'] / 1e6:.1f} million characters",
        f"{seconds['newsfacts']['wall']:.1f} s with one worker and {seconds['newsfacts, 2 workers']['wall']:.1f} s with two",
        f"{seconds['nlp.pipe']['wall']:.0f} s ({times['nlp.pipe']['wall']:.1f} times as long as one worker)",
        f"{seconds['afternoon']['wall']:.0f} s ({times['afternoon']['wall']:.1f} times)",
        f"spaCy takes {stages['spaCy']:.0%} of the time, linking {stages['linking']:.0%}, dates and sentences "
        f"{stages['dates and sentences']:.0%}, amounts {stages['amounts']:.0%}, cleaning {stages['cleaning']:.0%}",
    ]
    assert [each for each in told if each not in " ".join(README.split())] == []


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make ")])
def test_make_target_is_there(command: str) -> None:
    assert re.search(rf"^{command.removeprefix('make ')}:.* ## ", MAKEFILE, re.MULTILINE)


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(TARGETS) - set(re.findall(r"^  make (\w+) ", listed, re.MULTILINE)) == set()


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https:)([^)]+)\)", README))
def test_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    ("heading", "columns"),
    [("Facts", FACTS), ("Mentions", MENTIONS), ("Articles", ARTICLES), ("Failures", FAILURES)],
)
def test_every_column_is_defined_in_its_order(heading: str, columns: Columns) -> None:
    def type_of(column: Column) -> str:
        return {"integer": "offset", "decimal": "amount", "float": "probability", "string": "text"}[column.type]

    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", DICTIONARY, re.MULTILINE | re.DOTALL)
    defined = re.findall(r"^\| `(\w+)` \| (\w+) \| .+ \|$", section, re.MULTILINE)
    assert defined == [(column.name, type_of(column)) for column in columns]
