"""A user's own vocabulary: what tables and TOML files give, what is said of bad ones, and what it changes in a text."""

from pathlib import Path

import pytest

from extract.facts.pipeline import Pipeline
from extract.lexicons import LexiconError
from extract.mentions.own_currencies import own_rules
from extract.mentions.programme_words import known_of
from extract.mentions.quantities import find_quantities
from extract.mentions.vocabulary import NOTHING, Vocabulary, read_vocabulary

PROGRAMMES = "name\talone\tbeside\tkind\nOperation Lantern\tLantern II\tOL\tscheme\n"
NAMES = "# of the region\nname\tforms\nHarbour Works AG\tHWA|the Harbour yard\n\nBergen\tMount City\n"
CURRENCIES = "code\tforms\nKES\tshillings|Sh\n"
PREDICATES = "lemma\tclass\nbankroll\tgive\n"
TABLES = [
    (PROGRAMMES, Vocabulary(programmes=(known_of("Operation Lantern", "Lantern II", "OL", "scheme"),))),
    (
        NAMES,
        Vocabulary(names=(("HWA", "Harbour Works AG"), ("Harbour yard", "Harbour Works AG"), ("Mount City", "Bergen"))),
    ),
    (CURRENCIES, Vocabulary(currencies=(("shillings", "KES"), ("Sh", "KES")))),
    (PREDICATES, Vocabulary(predicates=(("bankroll", "give"),))),
    ("lemma\tclass\n", NOTHING),
    ("\ufefflemma\tclass\r\nbankroll \t give\r\n", Vocabulary(predicates=(("bankroll", "give"),))),
]


@pytest.mark.parametrize(("table", "vocabulary"), TABLES)
def test_table_tells_by_its_columns_what_it_holds(tmp_path: Path, table: str, vocabulary: Vocabulary) -> None:
    (tmp_path / "own.tsv").write_text(table, encoding="utf-8", newline="")
    assert read_vocabulary([tmp_path / "own.tsv"]) == vocabulary


def test_toml_names_tables_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "money.tsv").write_text(CURRENCIES, encoding="utf-8")
    (tmp_path / "tables" / "verbs.tsv").write_text(PREDICATES, encoding="utf-8")
    toml = '[vocabulary]\ncurrencies = "tables/money.tsv"\npredicates = ["tables/verbs.tsv"]\n'
    (tmp_path / "newsfacts.toml").write_text(toml, encoding="utf-8")
    assert read_vocabulary([tmp_path / "newsfacts.toml"]) == Vocabulary(
        currencies=(("shillings", "KES"), ("Sh", "KES")), predicates=(("bankroll", "give"),)
    )


BAD_TABLES = [
    ("", 1, "no known columns", "begin the table with the line name<tab>alone<tab>beside<tab>kind or name<tab>forms"),
    ("# money\nsign\tcode\n", 2, "no known columns", "begin the table with the line"),
    (
        "code\tforms\nKES\n",
        2,
        "1 cells where a table of currencies has the 2 columns code, forms",
        "separate the cells by tabs and give every row as many",
    ),
    ("name\tforms\nA\tB\n\tC\n", 3, "a row without name", "fill the first cell or take the row out"),
    ("code\tforms\nKenya\tSh\n", 2, "'Kenya' is no ISO 4217 code", "write three capital letters, such as EUR"),
    ("code\tforms\nKES\tSh\nUGX\tSh\n", 3, "'Sh' is 'UGX' here and 'KES' above", "keep one of the two rows"),
    ("lemma\tclass\nBankrolls\tgive\n", 2, "'Bankrolls' is no lemma", "write the verb's infinitive"),
    ("lemma\tclass\nbankroll\tdonate\n", 2, "'donate' is no class of predicates", "write one of buy, cause, charge"),
    (
        "name\talone\tbeside\tkind\nLantern\t\t\tthing\n",
        2,
        "'thing' is no kind of scheme",
        "write one of scheme, fund, loan, law, deal, prize",
    ),
]


@pytest.mark.parametrize(("table", "line", "what", "mend"), BAD_TABLES)
def test_bad_table_tells_line_and_mend(tmp_path: Path, table: str, line: int, what: str, mend: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        read_vocabulary([path])
    assert (raised.value.what, raised.value.where) == (what, f"{path}, line {line}")
    assert raised.value.mend.startswith(mend)


BAD_TOML = [
    ("[vocabulary\n", "no TOML: Expected ']' at the end of a table declaration (at line 1, column 12)"),
    ('[vocabulary]\nmoney = "own.tsv"\n', "money = 'own.tsv' names no tables of vocabulary"),
    ("[vocabulary]\nnames = 5\n", "names = 5 names no tables of vocabulary"),
    ('[vocabulary]\nnames = "own.tsv"\n', "own.tsv holds no names"),
    ('[vocabulary]\nnames = "gone.tsv"\n', "no such file of vocabulary"),
]


@pytest.mark.parametrize(("toml", "what"), BAD_TOML)
def test_bad_toml_is_told(tmp_path: Path, toml: str, what: str) -> None:
    (tmp_path / "own.tsv").write_text(CURRENCIES, encoding="utf-8")
    (tmp_path / "newsfacts.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        read_vocabulary([tmp_path / "newsfacts.toml"])
    assert raised.value.what == what


def test_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_bytes(b"code\tforms\nKES\t\xff\n")
    with pytest.raises(LexiconError, match="cannot be read"):
        read_vocabulary([tmp_path / "own.tsv"])


OWN = (("shillings", "KES"), ("Sh", "KES"), ("town marks", "DEM"))
MONEY = [
    ("She owes 40 shillings and Sh1,000.", ["KES 40", "KES 1000"]),
    ("It cost Sh 3 billion.", ["KES 3000000000"]),
    ("Fees are 5-10 town marks.", ["DEM 5..10"]),
    ("She owes 5 euros.", ["EUR 5"]),
    ("She shut 40 shops.", []),
]


@pytest.mark.parametrize(("text", "money"), MONEY)
def test_own_currencies(text: str, money: list[str]) -> None:
    assert [str(mention.value) for mention in find_quantities(text, own=OWN).money] == money


def test_rules_of_own_currencies_find_their_examples() -> None:
    rules = own_rules(OWN)
    found = [(rule.name, example.value) for rule in rules for example in rule.yes if rule.pattern.search(example.text)]
    assert found == [("money-own-before", "KES 5000000"), ("money-own-after", "KES 5000000")]
    assert own_rules(()) == ()


ARTICLE = (
    "The Harbour yard will give Oslo 5 million shillings under the Lantern II fund. "
    "The Harbour yard bankrolled Oslo with €3 million."
)


@pytest.mark.model
def test_vocabulary_reaches_the_rows() -> None:
    vocabulary = Vocabulary(
        programmes=(known_of("Operation Lantern", "Lantern II", "", "scheme"),),
        names=(("Harbour yard", "Harbour Works AG"),),
        currencies=OWN,
        predicates=(("bankroll", "give"),),
    )
    facts = Pipeline(vocabulary=vocabulary).read(ARTICLE)
    assert [(fact.actor, fact.currency, fact.programme, fact.action) for fact in facts] == [
        ("Harbour Works AG", "KES", "Operation Lantern", "give"),
        ("Harbour Works AG", "EUR", None, "bankroll"),
    ]
