"""The dateline that opens an article: its first words enter; city, outlet and day leave."""

import re
from functools import cache
from typing import NamedTuple

from extract.articles.days import MONTH_NAME, find_days
from extract.lexicons import read_table

REACH = 160  # characters in which a dateline ends
LARGE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'’.]+){0,3}"
NAMED = r"[A-ZÀ-Þ][\w'’.]+(?:[ /-][A-ZÀ-Þ][\w'’.]+){0,3}"
REGION = r"(?:, (?P<region>[A-Z][\w. ]{1,30}?))?"
DAY = (
    rf"(?:(?i:{MONTH_NAME})\.? \d{{1,2}}|\d{{1,2}} (?i:{MONTH_NAME})\.?)(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?"
    r"|\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)(?:19|20)\d\d"
)
OUTLET = r"(?: ?\((?P<outlet>[A-Z][^()]{1,40})\)| ?/(?P<wire>[A-Z][\w .-]{1,40})/)"
DASH = r"(?:\s*[—–_]\s*|\s+--?\s*|--\s*)(?=[\"“‘'A-Z0-9]|$)"
# "MADRID, Spain (AP) —", "(Reuters) -", "AUSTIN (KXAN) —", "ERIE, Pa. —"
UNDATED = re.compile(rf"\s*(?P<city>{LARGE})?{REGION}{OUTLET}?{DASH}")
# "KYIV, March 3, 2025 (Reuters) -", "LAGOS, 19 July 2023.", "BOSTON, May 5, 2021 /Wire/ --", "PARIS (Wire) May 5 —"
DATED = re.compile(rf"\s*(?P<city>{LARGE}){REGION}(?:{OUTLET},?|[,:]|\s?[—–])? ?\(?(?P<day>{DAY})\)?(?P<end>.{{0,44}})")
# "(Oslo) 06.03.2025, 17:45", "Rome, Aug. 5 -", "Vienna, 3 May 2024 (APA) –"
NAMED_DATED = re.compile(rf"\s*\(?(?P<city>{NAMED}){REGION}\)?(?:[,:]|\s?[—–])? ?\(?(?P<day>{DAY})\)?(?P<end>.{{0,44}})")
END = re.compile(rf",?{OUTLET}?(?:{DASH}|[.:](?:\s|$)|\s*$)")
NAMED_END = re.compile(rf",?(?: \d\d?:\d\d)?{OUTLET}?(?:{DASH}|\s*$)")


class Dateline(NamedTuple):
    """What a dateline tells.

    Args:
        city: place of writing, as written.
        outlet: agency or outlet.
        day: ISO 8601 day; None if the dateline has none or leaves out its year.
    """

    city: str | None = None
    outlet: str | None = None
    day: str | None = None


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row["outlet"] for row in read_table("outlets"))


def read_dateline(line: str) -> Dateline | None:
    """The dateline at the beginning of a line; None if it has none.

    A place in capitals is one by its form; one in small letters only beside a day, and with a dash below it.
    """
    head = line[:REACH]
    for pattern, ending in ((DATED, END), (NAMED_DATED, NAMED_END)):
        match = pattern.match(head)
        end = ending.match(match["end"]) if match else None
        if match and end:
            groups = match.groupdict() | {key: value for key, value in end.groupdict().items() if value}
            day = next((day.value for day in find_days(match["day"], order="day first")), None)
            return Dateline(match["city"], groups.get("outlet") or groups.get("wire"), day)
    match = UNDATED.match(head)
    if match is None or not (match["city"] or match["outlet"]):
        return None
    if match["outlet"] is None and match["city"] in _outlets():
        return Dateline(outlet=match["city"])
    return Dateline(match["city"], match["outlet"] or match["wire"])
