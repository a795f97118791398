"""The ledger: an SQLite file that says of every article of a run what was read, when by what, and where its rows are.

A transaction names a part only after the part's file stands under its name, so that after a fall of power or a kill the ledger
tells the truth: what it does not name was never done.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from extract.articles.article import Given, Page
from extract.articles.stories import Stories
from extract.errors import TargetError

State = Literal["done", "failed", "unreadable"]

COLUMNS = "id, digest, state, reason, file, place, seconds, rows, part, signature"  # the fields of `Entry`
LAYOUT = 1  # of the tables below; a ledger of another layout is refused
TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    settled INTEGER NOT NULL, -- counts the articles in the order in which they were read
    signature BLOB NOT NULL, -- what its body is told from others by
    digest BLOB,           -- of what was read, NULL where the reader found no article
    state TEXT NOT NULL,   -- done, failed (set aside) or unreadable (the reader found no article)
    reason TEXT,           -- why it failed
    file TEXT NOT NULL,
    place TEXT NOT NULL,   -- line or record in the file
    seconds REAL NOT NULL,
    rows INTEGER NOT NULL,
    part TEXT,             -- file that holds its rows, NULL if it has none
    pass INTEGER NOT NULL, -- counts how often everything was begun anew
    version INTEGER NOT NULL REFERENCES versions (number)
) WITHOUT ROWID;
CREATE INDEX articles_by_part ON articles (part);
CREATE INDEX articles_by_settled ON articles (settled);
CREATE TABLE parts (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE versions (number INTEGER PRIMARY KEY, program TEXT, rules TEXT, model TEXT, options TEXT,
                       UNIQUE (program, rules, model, options));
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Version:
    """What rows depend on beside the article.

    Args:
        program: version of newsfacts.
        rules: digest of its code and vocabulary.
        model: name and version of the spaCy pipeline.
        options: those of the command that change rows, as JSON.
    """

    program: str
    rules: str
    model: str
    options: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger says of an article; the fields are the columns of the table `articles`."""

    id: str
    digest: bytes | None
    state: State
    reason: str | None
    file: str
    place: str
    seconds: float
    rows: int
    part: str | None
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Known:
    """What decides whether an article is to be read: digest, state and number of the pass in which it was read."""

    digest: bytes | None
    state: State
    passed: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles are in a state, and what they took and gave."""

    articles: int = 0
    rows: int = 0
    seconds: float = 0.0


def digest_of(given: Given) -> bytes:
    """Digest of all that rows depend on in what was given."""
    if isinstance(given, Page):
        return blake2b(given.content, digest_size=16, key=(given.url or "").encode()[: blake2b.MAX_KEY_SIZE]).digest()
    told = (given.text, given.published, given.title, given.url, given.cleaned)
    return blake2b(json.dumps(told).encode(), digest_size=16).digest()


class Ledger:
    """The ledger of one run, open for writing by one process; others may read it meanwhile.

    Args:
        path: the file; it is made if it is not there.

    Raises:
        TargetError: it is no ledger, or one of another layout.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = _connect(path)
        try:
            layout = self._db.execute("PRAGMA user_version").fetchone()[0]
            if layout == 0:
                with self._transaction():
                    for statement in TABLES.split(";"):
                        self._db.execute(statement)
                    self._db.execute(f"PRAGMA user_version = {LAYOUT}")
        except sqlite3.DatabaseError as error:
            raise TargetError(f"no ledger of a run: {error}", where=str(path), mend="name another folder") from error
        if layout not in (0, LAYOUT):
            raise TargetError(
                f"a ledger of layout {layout}, not {LAYOUT}", where=str(path), mend="use the newsfacts that began the run"
            )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def get(self, key: str) -> str | None:
        """A value that was `put`."""
        found = self._db.execute("SELECT value FROM run WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def put(self, **values: str) -> None:
        """Keep values of the run as a whole."""
        with self._transaction():
            self._db.executemany("REPLACE INTO run VALUES (?, ?)", values.items())

    def drop(self, key: str) -> None:
        """Forget a value that was `put`."""
        with self._transaction():
            self._db.execute("DELETE FROM run WHERE key = ?", (key,))

    def number_of(self, version: Version) -> int:
        """The number of a version, a new one if it has none."""
        told = (version.program, version.rules, version.model, version.options)
        with self._transaction():
            self._db.execute("INSERT OR IGNORE INTO versions (program, rules, model, options) VALUES (?, ?, ?, ?)", told)
        where = "program = ? AND rules = ? AND model = ? AND options = ?"
        return int(self._db.execute(f"SELECT number FROM versions WHERE {where}", told).fetchone()[0])

    def versions(self) -> list[tuple[Version, int, int]]:
        """Every version with its number and how many articles were read by it."""
        query = """SELECT program, rules, model, options, number, count(id) FROM versions
            LEFT JOIN articles ON version = number AND state != 'unreadable' GROUP BY number ORDER BY number"""
        return [(Version(*row[:4]), row[4], row[5]) for row in self._db.execute(query)]

    def record(self, entries: Iterable[Entry], *, part: tuple[str, int] | None, current: int, version: int) -> None:
        """Say what became of articles, and name the part that holds their rows, in one transaction.

        Args:
            part: name of the file and its rows; None if they have no rows.
            current: number of the pass.
            version: number of what they were read by.
        """
        with self._transaction():
            if part:
                self._db.execute("INSERT INTO parts VALUES (?, ?)", part)
            self._db.executemany(
                f"REPLACE INTO articles (settled, pass, version, {COLUMNS}) VALUES (?, ?, ?{', ?' * (COLUMNS.count(',') + 1)})",
                ((number, current, version, *astuple(entry)) for number, entry in enumerate(entries, self._next_number())),
            )

    def _next_number(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(settled), 0) + 1 FROM articles").fetchone()[0])

    def stories(self) -> Stories:
        """The stories that the articles have told so far."""
        stories = Stories()
        for id_, signature in self._db.execute("SELECT id, signature FROM articles WHERE signature != x'' ORDER BY settled"):
            stories.of(id_, signature)
        return stories

    def replace_part(self, old: str, new: tuple[str, int] | None) -> None:
        """Say that another part holds what is left of one; None if nothing is."""
        with self._transaction():
            if new:
                self._db.execute("INSERT INTO parts VALUES (?, ?)", new)
            self._db.execute("UPDATE articles SET part = ? WHERE part = ?", (new[0] if new else None, old))
            self._db.execute("DELETE FROM parts WHERE name = ?", (old,))

    def forget_part(self, name: str) -> int:
        """Forget a part that has gone, and the articles in it, which are to be read again; says how many they are."""
        with self._transaction():
            forgotten = self._db.execute("DELETE FROM articles WHERE part = ?", (name,)).rowcount
            self._db.execute("DELETE FROM parts WHERE name = ?", (name,))
        return forgotten

    def forget_unreadable(self) -> None:
        """Forget the records in which no article was found: whoever reads the sources meets them again."""
        with self._transaction():
            self._db.execute("DELETE FROM articles WHERE state = 'unreadable'")

    def parts(self) -> dict[str, int]:
        """Name and rows of every part."""
        return dict(self._db.execute("SELECT name, rows FROM parts ORDER BY name"))

    def parts_with_old_rows(self) -> list[str]:
        """Parts that hold rows of articles which were read again since."""
        query = """SELECT name FROM parts LEFT JOIN articles ON part = name
            GROUP BY name HAVING parts.rows != coalesce(sum(articles.rows), 0) ORDER BY name"""
        return [row[0] for row in self._db.execute(query)]

    def ids_in(self, part: str) -> set[str]:
        """Ids of the articles whose rows a part holds."""
        return {row[0] for row in self._db.execute("SELECT id FROM articles WHERE part = ?", (part,))}

    def counts(self) -> Mapping[State, Count]:
        """Articles by state."""
        query = "SELECT state, count(*), sum(rows), sum(seconds) FROM articles GROUP BY state"
        found = {row[0]: Count(*row[1:]) for row in self._db.execute(query)}
        return {state: found.get(state, Count()) for state in ("done", "failed", "unreadable")}

    def failures(self) -> Iterator[Entry]:
        """What failed or could not be read, by file and place."""
        query = f"SELECT {COLUMNS} FROM articles WHERE state != 'done' ORDER BY file, length(place), place, id"
        return (Entry(*row) for row in self._db.execute(query))

    @contextmanager
    def lookup(self) -> Iterator[Callable[[str], Known | None]]:
        """A connection for the thread that opens it.

        Yields:
            A function that says what is known of the article of an id.
        """
        with closing(_connect(self.path)) as db:
            query = "SELECT digest, state, pass FROM articles WHERE id = ?"

            def known(id_: str) -> Known | None:
                found = db.execute(query, (id_,)).fetchone()
                return Known(*found) if found else None

            yield known


def _connect(path: Path) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(path, timeout=60, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error as error:
        raise TargetError(f"no ledger of a run: {error}", where=str(path), mend="name another folder") from error
    return db
