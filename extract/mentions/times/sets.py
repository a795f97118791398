"""What recurs: `daily`, `every two weeks`, `each Thursday`, `a year` behind a rate, `annually`."""

from decimal import Decimal

from extract.mentions.times.anchors import Context
from extract.mentions.times.durations import unit_of, write_duration
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import lexicon, meaning
from extract.mentions.times.numerals import read_count
from extract.mentions.times.reading import COUNT, capital, ends_name, has_class
from extract.mentions.times.timex import Timex
from extract.rules import Example

REACH = 5
OPENERS = frozenset(
    {",", "about", "after", "almost", "and", "approximately", "around", "as", "at", "be", "by", "during", "every"}
    | {"for", "from", "half", "in", "is", "just", "lasted", "least", "like", "nearly", "not", "of", "on", "only"}
    | {"or", "over", "roughly", "such", "than", "to", "took", "was", "with", "within"}
)  # behind these, "a month" is a length and not a rate
PAPERS = frozenset({"daily", "weekly", "monthly"})
ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "everyday": "P1D",
    "biannually": "P6M",
}


def adverb(phrase: Phrase, context: Context) -> Timex | None:
    """A word that says how often; not "The Daily Mail", "China Daily wrote" or "the party daily Granma"."""
    following = phrase.following
    if (capital(following) and capital(phrase["adverb"])) or ends_name(phrase):
        return None
    if following and phrase.word("adverb") in PAPERS and following.text.istitle() and not has_class(following, "WEEKDAY"):
        return None
    return Timex("SET", ADVERBS[("bi" if phrase.has("twofold") else "") + phrase.word("adverb")])


def every(phrase: Phrase, context: Context) -> Timex | None:
    """Every so many units."""
    unit = unit_of(phrase.word("unit"))
    count = read_count(phrase.part("count")) if phrase.has("count") else None
    if phrase.has("other"):
        return Timex("SET", write_duration(Decimal(2), unit))
    if not unit or unit in ("half", "second"):
        return None
    return Timex("SET", write_duration(count if phrase.has("count") else Decimal(1), unit))


def rate(phrase: Phrase, context: Context) -> Timex | None:
    """The unit by which an amount recurs: "$5 a month", "four flights a week"."""
    opener = phrase.tokens.lower(phrase.start - 1)
    if phrase.tokens.lower(phrase.start) != "per":
        near = range(max(0, phrase.start - REACH), phrase.start)
        counted = any(
            has_class(phrase.tokens.items[place], "CARDINAL") or any(map(str.isdigit, phrase.tokens.lower(place))) for place in near
        )
        if (
            opener in OPENERS
            or not (counted or opener in ("once", "twice", "times"))
            or phrase.after() in ("after", "before", "ago", "or", "when", "later", "earlier", "-")
        ):
            return None
    return every(phrase, context)


def named(phrase: Phrase, context: Context) -> Timex | None:
    """Every weekday, month or season of a name."""
    token = phrase["name"]
    entry = lexicon().get(token.lower, {})
    part = phrase.token("part")
    tail = f"T{meaning(part, 'DAYPARTS')}" if part else ""
    if "WEEKDAY" in entry or "WEEKDAYS" in entry:
        return Timex("SET", f"XXXX-WXX-{entry.get('WEEKDAY') or entry['WEEKDAYS']}{tail}")
    if "DAYPART" in entry:
        return Timex("SET", f"XXXX-XX-XXT{entry['DAYPART']}")
    if token.lower.startswith("week"):
        return Timex("SET", "XXXX-WXX-WE" if token.lower.startswith("weekend") else "XXXX-WXX")
    if "MONTH" in entry:
        return Timex("SET", f"XXXX-{int(entry['MONTH']):02d}")
    return Timex("SET", f"XXXX-{entry['SEASON']}")


def dayparts(phrase: Phrase, context: Context) -> Timex | None:
    """The same part of every day."""
    return Timex("SET", f"XXXX-XX-XXT{meaning(phrase['part'], 'DAYPARTS')}")


RULES = (
    TimeRule(
        "time-set-adverb",
        f"(?P<adverb>{'|'.join(ADVERBS)})|(?P<twofold>bi [-]) (?P<adverb>weekly|monthly)",
        adverb,
        (
            Example("They meet [[weekly]] in Rome.", "SET P1W"),
            Example("They have [[daily]] NHS visits.", "SET P1D"),
            Example("They meet [[bi-weekly]] in Rome.", "SET P2W"),
        ),
        ("The Daily Mail wrote", "China Daily wrote", "The Communist party daily Granma wrote"),
    ),
    TimeRule(
        "time-set-every",
        f"(?:every|each) (?P<other>other)? (?P<count>{COUNT})? (?P<unit>UNIT|UNITS)",
        every,
        (Example("They meet [[every two weeks]] in Rome.", "SET P2W"), Example("They meet [[every year]] in Rome.", "SET P1Y")),
        ("Every man came",),
    ),
    TimeRule(
        "time-set-named",
        "(?:every|each) other? (?P<name>WEEKDAY|MONTH|SEASON|DAYPART|weekend|weekday)",
        named,
        (Example("They meet [[every Thursday]] in Rome.", "SET XXXX-WXX-4"),),
        ("Every thug came",),
    ),
    TimeRule(
        "time-set-numbered",
        "the? (?:ORDINAL|ORDNUM|last) (?:WEEKDAY|day|weekend) (?:of|in) (?:each|every) (?P<unit>month|quarter|year|week)",
        every,
        (Example("They meet on [[the first Tuesday of each month]] in Rome.", "SET P1M"),),
        ("The first of each kind",),
    ),
    TimeRule(
        "time-set-weekdays",
        "(?P<name>WEEKDAYS|WEEKDAY(?=DAYPARTS)|weekends|weekdays) (?P<part>DAYPARTS)?",
        named,
        (Example("They meet on [[Thursdays]] in Rome.", "SET XXXX-WXX-4"),),
        ("The paper of Sundance",),
    ),
    TimeRule(
        "time-set-dayparts",
        "(?<=[in on]) (?P<timex>the? (?P<part>DAYPARTS))",
        dayparts,
        (Example("They meet in [[the evenings]] at home.", "SET XXXX-XX-XXTEV"),),
        ("The Nights of Rome",),
    ),
    TimeRule(
        "time-set-rate",
        "(?:per|a|an) (?P<unit>day|week|month|quarter|year|hour|night|decade)",
        rate,
        (Example("It costs $5 [[a month]] there.", "SET P1M"),),
        ("Per head",),
    ),
)
