"""Pounds that are a weight, not money."""

import re

_WEIGH = re.compile(
    r"(?i)\b(?:weigh\w*|weights?|heav\w+|lighter|lift(?:ed|ing|s)?|bench\w*|obes\w+|\d-\d{1,2},?|inch(?:es)?|tall|kilo\w*|ounces?|thrust|"
    r"torque|lbs?)\b[^.\n]{0,80}$"
)
_BODY = re.compile(r"(?i)\b(?:lost|lose|losing|shed|shedding|gain\w*|dropped|put\son)\s(?:\w+\s){0,2}$")
_MONEY_NOUN = (
    r"(?:\w+\s)?(?:debts?|money|cash|tax\w*|public|damage\w*|government|savings|investment|funding|revenues?|spending|income|taxpayer\w*|"
    r"assets|funds|fines|bonds|shares|sales|profits?|losses|cuts|costs?|capital|budget|compensation|wages|orders|contracts|business|trade)"
)
_THING = re.compile(
    rf"(?i)[\s-](?:of\s(?!{_MONEY_NOUN}\b)|"
    r"(?:per\ssquare|overweight|heavier|lighter|baby|boy|girl|man|woman|bomb|warhead|dog|fish|bag|turkey|tuna|gorilla|rock)s?\b)"
)
_PRICE = re.compile(
    r"(?i)\s?(?:\(|(?:[\w-]+\s)?(?:fines?|prizes?|fees?|rewards?|bills?|cheques?|tickets?|loans?|grants?|bonus|salary|notes?|bets?|deposits?|"
    r"dowry|debts?|funds?|budgets?|contracts?|deals?|bids?|cuts?|levy|tax|charges?|penalty|payments?|donations?|gifts?|coins?)\b)"
)
_FOOD = re.compile(
    r"(?i)\s(?:\w+\s){0,2}(?:beef|pork|chicken|potato\w*|meat|flour|sugar|butter|apples|tomato\w*|onions?|carrots|shrimp|salmon|cheese|"
    r"chocolate|rice|beans|berries|spinach|mushrooms|pasta|lamb|yams)\b"
)
_STERLING = re.compile(r"£|(?i:\bsterling\b)|\b(?:British|Britain|U\.?K\.?|London)\b")

_NEAR = 2000
"""How many characters on either side are searched for British money."""


def is_weight(match: re.Match[str], *, scaled: bool) -> bool:
    """Whether the pounds of a match are told as a weight: something is weighed, lost or made of so many pounds.

    Args:
        match: a match with the group `form`.
        scaled: whether it is thousands or millions of pounds, which nobody weighs; goods may still be made of them.
    """
    text, start, end = match.string, *match.span()
    near_sterling = _STERLING.search(text, max(0, start - _NEAR), end + _NEAR) is not None
    if match["form"].lower() == "pound" and text[match.start("form") - 1] == "-":
        return not (scaled or near_sterling or _PRICE.match(text, end))
    if _FOOD.match(text, end) or (_THING.match(text, end) and not (scaled and near_sterling)):
        return True
    head = text[max(0, start - 100) : start]
    return not scaled and bool(_WEIGH.search(head) or _BODY.search(head))
