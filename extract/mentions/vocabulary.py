"""A user's own vocabulary: tab-separated tables enter, one frozen `Vocabulary` leaves, which is handed to the rooms that use it.

Each table tells by its columns what it holds; a TOML file names several. Shipped vocabulary is under `extract/data/`.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from extract.lexicons import LexiconError, read_table
from extract.mentions.programme_words import Known, known_of

KINDS = ("scheme", "fund", "loan", "law", "deal", "prize")
CODE = re.compile(r"[A-Z]{3}")
LEMMA = re.compile(r"[a-z][a-z'-]*")
ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")  # names are looked up without it
SECTION = "vocabulary"  # of the TOML file


@dataclass(frozen=True)
class Vocabulary:
    """What a user adds to the shipped vocabulary; what both have means what the user says.

    Args:
        programmes: schemes, as `extract/data/programmes.tsv` has them.
        names: other forms of a name, each with the canonical name that cells are to show.
        currencies: signs and names of currencies, each with its ISO 4217 code.
        predicates: lemmas of verbs and event nouns, each with its class in `extract/data/action_classes.tsv`.
    """

    programmes: tuple[Known, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    currencies: tuple[tuple[str, str], ...] = ()
    predicates: tuple[tuple[str, str], ...] = ()

    @cached_property
    def canonical(self) -> Mapping[str, str]:
        """Canonical name of each form of a name."""
        return MappingProxyType(dict(self.names))


NOTHING = Vocabulary()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table: its cells, and its place for messages."""

    cells: tuple[str, ...]
    path: Path
    number: int

    def error(self, what: str, mend: str) -> LexiconError:
        return LexiconError(what, where=f"{self.path}, line {self.number}", mend=mend)


def read_vocabulary(paths: Iterable[Path]) -> Vocabulary:
    """The vocabulary of several files.

    Args:
        paths: tables (`.tsv`), or TOML files whose section `[vocabulary]` names tables by what they hold: `programmes`, `names`,
            `currencies`, `predicates`; each a path, or a list of paths, from the folder of the file.

    Raises:
        LexiconError: a file cannot be read, a row is malformed, or two rows contradict each other.
    """
    found: dict[str, list[tuple[_Line, tuple[tuple[str, str], ...] | Known]]] = {each.name: [] for each in fields(Vocabulary)}
    for path in (table for each in paths for table in _tables(each)):
        holds, lines = _lines(path)
        found[holds].extend((line, PARSERS[holds](line)) for line in lines)
    programmes = tuple(value for _, value in found.pop("programmes") if isinstance(value, Known))
    return Vocabulary(programmes, **{holds: tuple(_agreeing(rows)) for holds, rows in found.items()})


def _agreeing(rows: Iterable[tuple[_Line, tuple[tuple[str, str], ...] | Known]]) -> Iterator[tuple[str, str]]:
    """The pairs of form and meaning, each once; no form may mean two things."""
    seen: dict[str, str] = {}
    for line, pairs in rows:
        for form, meaning in () if isinstance(pairs, Known) else pairs:
            if seen.setdefault(form, meaning) != meaning:
                raise line.error(f"{form!r} is {meaning!r} here and {seen[form]!r} above", "keep one of the two rows")
        if not isinstance(pairs, Known):
            yield from pairs


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LexiconError("no such file of vocabulary", where=str(path), mend="check the name") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"vocabulary that cannot be read: {error}", where=str(path), mend="save it as UTF-8 text") from None


def _tables(path: Path) -> Iterator[Path]:
    """The tables that a file is or names."""
    if path.suffix != ".toml":
        yield path
        return
    try:
        section = tomllib.loads(_text(path)).get(SECTION, {})
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"no TOML: {error}", where=str(path), mend="mend the line that it names") from None
    for holds, named in section.items():
        several = [named] if isinstance(named, str) else named
        if holds not in PARSERS or not isinstance(several, list) or not all(isinstance(each, str) for each in several):
            raise LexiconError(
                f"{holds} = {named!r} names no tables of vocabulary",
                where=f"{path}, section [{SECTION}]",
                mend=f'write {", ".join(PARSERS)} = "table.tsv" or ["one.tsv", "two.tsv"]',
            )
        for each in several:
            if _lines(path.parent / each)[0] != holds:
                raise LexiconError(
                    f"{each} holds no {holds}", where=f"{path}, section [{SECTION}]", mend="name it under what it holds"
                )
            yield path.parent / each


def _lines(path: Path) -> tuple[str, tuple[_Line, ...]]:
    """What a table holds, by its columns, and the lines below them; blank lines and `#` comments are passed over."""
    numbered = enumerate(_text(path).removeprefix("\ufeff").splitlines(), 1)
    lines = tuple(
        _Line(tuple(cell.strip() for cell in text.split("\t")), path, number)
        for number, text in numbered
        if text.strip() and not text.startswith("#")
    )
    kinds = {columns: holds for holds, columns in COLUMNS.items()}
    if not lines or lines[0].cells not in kinds:
        begins = " or ".join("<tab>".join(columns) for columns in kinds)
        number = lines[0].number if lines else 1
        raise LexiconError("no known columns", where=f"{path}, line {number}", mend=f"begin the table with the line {begins}")
    holds = kinds[lines[0].cells]
    for line in lines[1:]:
        columns = COLUMNS[holds]
        if len(line.cells) != len(columns):
            raise line.error(
                f"{len(line.cells)} cells where a table of {holds} has the {len(columns)} columns {', '.join(columns)}",
                "separate the cells by tabs and give every row as many",
            )
        if not line.cells[0]:
            raise line.error(f"a row without {columns[0]}", "fill the first cell or take the row out")
    return holds, lines[1:]


def _programme(line: _Line) -> Known:
    name, alone, beside, kind = line.cells
    if kind not in KINDS:
        raise line.error(f"{kind!r} is no kind of scheme", f"write one of {', '.join(KINDS)}")
    return known_of(name, alone, beside, kind)


def _name(line: _Line) -> tuple[tuple[str, str], ...]:
    name, forms = line.cells
    return tuple((ARTICLE.sub("", form.strip()), name) for form in forms.split("|") if form.strip())


def _currency(line: _Line) -> tuple[tuple[str, str], ...]:
    code, forms = line.cells
    if not CODE.fullmatch(code):
        raise line.error(f"{code!r} is no ISO 4217 code", "write three capital letters, such as EUR")
    return tuple((form.strip(), code) for form in forms.split("|") if form.strip())


def _predicate(line: _Line) -> tuple[tuple[str, str], ...]:
    lemma, meaning = line.cells
    classes = sorted({row["class"] for row in read_table("action_classes")})
    if not LEMMA.fullmatch(lemma):
        raise line.error(f"{lemma!r} is no lemma", "write the verb's infinitive or the noun's singular, one word in small letters")
    if meaning not in classes:
        raise line.error(f"{meaning!r} is no class of predicates", f"write one of {', '.join(classes)}")
    return ((lemma, meaning),)


COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "programmes": ("name", "alone", "beside", "kind"),
        "names": ("name", "forms"),
        "currencies": ("code", "forms"),
        "predicates": ("lemma", "class"),
    }
)
PARSERS: Mapping[str, Callable[[_Line], tuple[tuple[str, str], ...] | Known]] = MappingProxyType(
    {"programmes": _programme, "names": _name, "currencies": _currency, "predicates": _predicate}
)
