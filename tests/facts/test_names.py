"""What the noun phrases of an article stand for: the last [[marked]] words resolve to the name given, by the rule given."""

import re

import pytest
from spacy.language import Language

from extract.articles.article import Article, Line
from extract.facts.names.table import NameTable, build_names
from extract.facts.reading import Outline, Reading, read
from extract.facts.sentences import sentences
from extract.mentions.quantities import Quantities
from extract.spans import Span

pytestmark = pytest.mark.model
MARK = re.compile(r"\[\[(.*?)\]\]")


def reading_of(nlp: Language, text: str) -> Reading:
    lines = tuple(Line(Span(*match.span()), "body") for match in re.finditer(r"[^\n]+", text))
    article = Article("hand", text, lines)
    return next(read(nlp, [Outline(article, Quantities((), ()), (), sentences(article))], everything=True))


def resolved(nlp: Language, marked: str) -> tuple[str, str | None, str] | None:
    text = MARK.sub(r"\1", marked)
    begin = marked.index("[[")
    end = begin + len(MARK.search(marked)[1])  # type: ignore[index]
    reading = reading_of(nlp, text)
    table = build_names(reading)
    for parsed in reading.parsed.values():
        tokens = parsed.tokens_of(Span(begin, end))
        if tokens is not None:
            found = table.of_token(parsed, tokens.root)
            return (found.name, found.alpha2, found.rule) if found else None
    raise AssertionError(f"no sentence holds the mark: {marked}")


NAMES = [
    ("[[Lithuania]] gave 5 million euros.", "Lithuania", "LT", "name-country-name"),
    ("The [[Lithuanian Defense Ministry]] gave 5 million euros.", "Lithuanian Defense Ministry", None, "name-as-written"),
    ("The [[Lithuanian government]] gave 5 million euros.", "Lithuania", "LT", "name-of-government"),
    ("Norway bought arms for [[Kyiv]] last year.", "Ukraine", "UA", "name-country-capital"),
    ("Officials met in [[Kyiv]] last year.", "Kyiv", None, "name-as-written"),
    ("U.S. President [[Joseph Harlan]] gave 5 million dollars.", "Joseph Harlan", None, "name-as-written"),
    ("[[Tesla shares]] rose 5 percent.", "Tesla", None, "name-of-shares"),
    ("The [[Kingdom of the Netherlands]] gave 5 million euros.", "Netherlands", "NL", "name-country-name"),
    ("The [[rest of the loan]] is worth 5 million euros.", "loan", None, "whole-of-part"),
    ("A [[majority]] of Lithuania's banks pay 5 percent.", "Lithuania's banks", None, "whole-of-part"),
    ("The [[part]] that he played earned him 5 million euros.", "part", None, "phrase-as-written"),
    ("Chen Xuyuan runs the bank. Analysts praised [[Chen]] on Monday.", "Chen Xuyuan", None, "name-fullest-form"),
    ("Most [[Americans]] pay more.", "Americans", None, "name-people-as-written"),
    ("The [[average house price]] rose 5 percent.", "average house price", None, "phrase-as-written"),
    ("Maria Lind runs the bank. Analysts praised [[Lind]] on Monday.", "Maria Lind", None, "name-fullest-form"),
    ("Later the [[EU commission]] gave 5 million euros.", "European Commission", None, "name-short"),
    ("He praised the [[Danish model]] on Monday.", "Danish model", None, "phrase-as-written"),
]
AMBIGUOUS = [
    ("Officials in Atlanta agreed. [[Georgia]] gave 5 million dollars.", "Georgia", None, "name-ambiguous-by-context"),
    ("Officials in Tbilisi agreed. [[Georgia]] gave 5 million dollars.", "Georgia", "GE", "name-ambiguous-by-context"),
    ("Michael Jordan runs the bank. On Monday [[Jordan]] gave 5 million dollars.", "Michael Jordan", None, "name-fullest-form"),
    ("The king met them in Amman. On Monday [[Jordan]] gave 5 million dollars.", "Jordan", "JO", "name-country-name"),
    ("The [[Washington Post]] gave 5 million dollars.", "Washington Post", None, "name-as-written"),
    ("The Washington Post wrote of it. Later the [[Post]] gave 5 million dollars.", "Washington Post", None, "name-fullest-form"),
    (
        "The White House agreed. On Monday [[Washington]] gave 5 million dollars.",
        "United States",
        "US",
        "name-ambiguous-by-context",
    ),
    ("Ankara met Norway in May. [[Turkey]] gave 5 million dollars.", "Turkey", "TR", "name-ambiguous-by-context"),
    ("Roast cost more at Thanksgiving. [[Turkey]] prices rose 5 percent.", "turkey", None, "name-ambiguous-by-context"),
    (
        "The International Monetary Fund (IMF) met Fjord Bank. The [[fund]] lent 5 million euros.",
        "International Monetary Fund",
        None,
        "role-by-word-of-name",
    ),
    (
        "The International Monetary Fund (IMF) met Fjord Bank. The [[IMF]] lent.",
        "International Monetary Fund",
        None,
        "name-acronym",
    ),
    ("The [[Danish model]] brought 5 million euros to Kyiv.", "Danish model", None, "phrase-as-written"),
    ("The [[Kingdom of the Netherlands]] gave 5 million euros.", "Netherlands", "NL", "name-country-name"),
    ("The [[Nordic Fish Report]] lists 5 million euros.", "Nordic Fish Report", None, "name-of-document"),
    ("The [[Source of Hope 2]] lists 5 million euros.", "Source of Hope", None, "name-of-document"),
    ("The [[Nordic Report Group]] lost 5 million euros.", "Nordic Report Group", None, "name-as-written"),
]


@pytest.mark.parametrize(("marked", "name", "alpha2", "rule"), [*NAMES, *AMBIGUOUS])
def test_names(nlp: Language, marked: str, name: str, alpha2: str | None, rule: str) -> None:
    assert resolved(nlp, marked) == (name, alpha2, rule)


def table_of(nlp: Language, text: str) -> tuple[Reading, NameTable]:
    reading = reading_of(nlp, text)
    return reading, build_names(reading)


def test_mentions_flag_adjectives(nlp: Language) -> None:
    reading, table = table_of(nlp, "Norway praised the Danish farmers on Monday.")
    assert [(mention.name.canonical, mention.adjective) for mention in table.mentions(reading.parsed[0])] == [
        ("Norway", False),
        ("Denmark", True),
    ]


def test_a_country_in_the_name_of_a_scheme_is_no_mention(nlp: Language) -> None:
    reading, table = table_of(nlp, "Sweden paid €5 million under the so-called Danish model. Danish farmers paid €3 million.")
    named = [[mention.name.canonical for mention in table.mentions(parsed)] for parsed in reading.parsed.values()]
    assert named == [["Sweden"], ["Denmark"]]
    assert [occurrence.name.canonical for occurrence in table.occurrences] == ["Sweden", "Denmark"]


def test_mentions_of_a_headline_in_capitals(nlp: Language) -> None:
    reading, table = table_of(nlp, "FJORD BANK RAISES ITS BID\nThe offer of Fjord Bank rose.")
    assert [mention.name.canonical for mention in table.mentions(reading.parsed[0])] == ["Fjord Bank"]


def test_mention_spans_are_the_words_of_the_article(nlp: Language) -> None:
    text = "Oslo.\nMaria Lind of Fjord Bank met Berg's aides in Norway."
    reading, table = table_of(nlp, text)
    quotes = [mention.span.of(text) for parsed in reading.parsed.values() for mention in table.mentions(parsed)]
    assert quotes == ["Oslo", "Maria Lind", "Fjord Bank", "Berg", "Norway"]


ROLES = [
    ("Nordtech Inc. grew. The [[company]] earned 5 million euros.", "Nordtech Inc.", "role-company"),
    ("Nordtech Inc. sued. The Oslo-based [[company]] earned 5 million euros.", "Nordtech Inc.", "role-company"),
    ("Latvia joined late. The Baltic [[country]] pledged 5 million euros.", "Latvia", "role-country"),
    ("Latvia and Spain joined late. The Baltic [[country]] pledged 5 million euros.", "Latvia", "role-country"),
    ("Defence Minister Maria Lind spoke. The [[minister]] pledged 5 million euros.", "Maria Lind", "role-told"),
    ("The carmaker Lindt grew. Fjord Bank lent. The [[carmaker]] earned 5 million euros.", "Lindt", "role-told"),
    (
        "The Nordic Investment Fund met Fjord Bank. The [[fund]] lent 5 million euros.",
        "Nordic Investment Fund",
        "role-by-word-of-name",
    ),
    ("The Lind campaign grew. The [[campaign]] raised 5 million euros.", "Lind campaign", "role-body"),
    ("The Danish navy sailed. The [[navy]] bought boats for 5 million euros.", "Danish navy", "role-body"),
    ("Norway voted. The [[government]] pledged 5 million euros.", "Norway", "role-government"),
    ("Norway voted for a [[government]] support package of 5 million euros.", "Norway", "name-of-government"),
    ("Norway voted for a local [[government]] support package of 5 million euros.", "local government", "phrase-as-written"),
    ("Norway and Chile voted. The [[government]] pledged 5 million euros.", "government", "phrase-as-written"),
    ('Critics praised "Long Night" in May. The [[film]] made 5 million euros.', "Long Night", "role-work"),
    ("Critics praised Nordtech in May. The [[film]] made 5 million euros.", "film", "phrase-as-written"),
    ("Nordtech sued. The [[court]] wanted 5 million euros.", "court", "phrase-as-written"),
    ("Nordtech sued. The parent [[company]] paid 5 million euros.", "parent company", "phrase-as-written"),
    ("Nordtech sued. A [[company]] paid 5 million euros.", "company", "phrase-as-written"),
    ("Nordtech Inc. sued. The Finnish telecoms [[company]] earned 5 million euros.", "Nordtech Inc.", "role-company-described"),
    ("Nordtech Inc. sued. The largest [[company]] earned 5 million euros.", "largest company", "phrase-as-written"),
    ("It rained. The [[fund]] paid 5 million euros. The Fjord Fund lent.", "Fjord Fund", "role-by-word-of-later-name"),
    ("Nordtech Inc. sued. The [[fund]] paid 5 million euros. The Fjord Fund lent.", "Nordtech Inc.", "role-company"),
    ("Nordtech Inc. sued. A tiny company joined. The [[company]] paid 5 million euros.", "company", "phrase-as-written"),
    ("Nordtech Inc. is a tiny company. The [[company]] paid 5 million euros.", "Nordtech Inc.", "role-company"),
    ("He died at Lindt Medical Center. The [[hospital]] paid 5 million euros.", "Lindt Medical Center", "role-by-word-of-name"),
    ("They met in Bergen near the sea. The [[city]] paid 5 million euros.", "Bergen", "role-place"),
    ("The Finnish [[company]] Nordtech paid 5 million euros.", "Nordtech", "name-behind-noun"),
    ("The [[deal]] Nordtech signed cost 5 million euros.", "deal", "phrase-as-written"),
    ("The lead [[plaintiff]], Maria Lind, paid 5 million euros.", "Maria Lind", "apposition"),
    ("The lead [[plaintiff]], Das Nobel, paid 5 million euros.", "Das Nobel", "apposition"),  # a name of unknown kind
    ("The five-year lending [[rate]] (FLR) fell to 4 percent.", "five-year lending rate", "phrase-as-written"),
    ("It bought boats from Nordtech, the parent [[company]] of Fjord, for 5 million euros.", "Nordtech", "apposed-to-name"),
    ("Maria Lind spoke. Her [[office]] announced 5 million euros.", "Maria Lind's office", "phrase-of-owner"),
    ("Maria Lind spoke. Her [[income]] rose by 5 million euros.", "income", "phrase-as-written"),
    (
        "[[FRANKFURT]], March 31 - Fjordbank AG said a dividend of five marks would be proposed.",
        "Fjordbank AG",
        "behind-dateline",
    ),
]
PRONOUNS = [
    ("Lithuania said [[it]] will pay 5 million euros.", "Lithuania", "pronoun-subject-before"),
    ("Lithuania bought arms. [[It]] paid 5 million euros.", "Lithuania", "pronoun-subject-of-previous"),
    ("Maria Lind met John Berg. [[She]] paid 5 million euros.", "Maria Lind", "pronoun-subject-of-previous"),
    ("Maria Lind met John Berg after [[he]] paid 5 million euros.", "John Berg", "pronoun-person-before"),
    ("Nordtech, [[which]] paid 5 million euros, grew.", "Nordtech", "pronoun-relative"),
    # Who was told the news is not what the news is about.
    ("Lithuania bought arms. He told CNN. [[It]] was worth 5 million euros.", "Lithuania", "pronoun-last-named"),
    ('"[[We]] have paid 5 million euros," the Lithuanian Defense Ministry said.', "Lithuanian Defense Ministry", "pronoun-speaker"),
    (
        '"Aid matters," Maria Lind told reporters. "[[We]] have paid 5 million euros."',
        "Maria Lind",
        "pronoun-speaker-of-quotation",
    ),
    ("Ms Toma Lind praised Mr Rafu Berg after [[she]] paid 5 million euros.", "Toma Lind", "pronoun-subject-before"),
    ("Ms Toma Lind praised Mr Rafu Berg after [[he]] paid 5 million euros.", "Rafu Berg", "pronoun-person-before"),
    ("Maria Lind left. A woman met John Berg. [[She]] paid 5 million euros.", "woman", "pronoun-noun-of-previous"),
    ("Maria Lind left. A man met farmers. [[She]] paid 5 million euros.", "Maria Lind", "pronoun-person-last-named"),
    ("Maria Lind left. Her lawyer met farmers. [[She]] paid 5 million euros.", "Maria Lind", "pronoun-person-last-named"),
    ("Maria Lind left. The waiter added that [[he]] paid 5 million euros.", "waiter", "pronoun-noun-before"),
    (
        "Chancellor Maria Lind left. The former minister met farmers. [[She]] paid 5 million euros.",
        "Maria Lind",
        "pronoun-person-last-named",
    ),
    ("John Berg left. One of the waiters said [[he]] paid 5 million euros.", "One of the waiters", "pronoun-noun-before"),
    ("Mr Rafu Berg said farmers met. [[They]] paid 5 million euros.", "farmers", "pronoun-subject-of-previous"),
    ("Oslo met Nordtech's bosses. Fjord's sales fell. [[It]] lost 5 million euros.", "Fjord", "pronoun-owner-of-previous"),
    ("Oslo met bosses. Fjord's sales fell after [[it]] lost 5 million euros.", "Fjord", "pronoun-owner-before"),
    ("Fjord grew. Mr Rafu Berg's sales fell. [[It]] lost 5 million euros.", "Fjord", "pronoun-last-named"),
    ("Farmers met. It rained. [[They]] paid 5 million euros.", "Farmers", "pronoun-subject-further-back"),
]


@pytest.mark.parametrize(("marked", "name", "rule"), [*ROLES, *PRONOUNS])
def test_roles_and_pronouns(nlp: Language, marked: str, name: str, rule: str) -> None:
    found = resolved(nlp, marked)
    assert found is not None
    assert (found[0], found[2]) == (name, rule)


def test_it_before_a_clause_is_nobody(nlp: Language) -> None:
    assert resolved(nlp, "Lithuania gave aid. [[It]] is absurd that farmers paid 5 million euros.") is None
    assert resolved(nlp, "Lithuania gave aid. [[It]] is glad to pay 5 million euros.") is not None


def test_we_of_the_text_itself_is_nobody(nlp: Language) -> None:
    assert resolved(nlp, "Lithuania gave aid. [[We]] do not count 5 million euros of it.") is None
