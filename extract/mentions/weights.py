"""Pounds that are a weight, not money."""

import re

_WEIGH = re.compile(
    r"(?i)\b(?:weigh\w*|weights?|heav\w+|lighter|lift\w*|bench\w*|carr\w+|diet\w*|obes\w+|fat|feet|foot|\d-\d{1,2},?|inch\w*|tall|tonnes?|tons?|"
    r"kilo\w*|kilogram\w*|ounces?|thrust|pressure|torque|harvest\w*|catch|caught|eat|ate|consum\w+|lbs?)\b[^.\n]{0,80}$"
)
_BODY = re.compile(r"(?i)\b(?:lost|lose|losing|shed|shedding|gain\w*|dropped|put on|added)\s(?:\w+\s){0,2}$")
_THING = re.compile(
    r"(?i)(?:-|\s)(?:of\s(?!(?:debt|money|cash|tax\w*|public|damage|government|aid|savings|investment|funding|revenue|spending|income|"
    r"extra|new|stolen|taxpayer\w*|his|her|their|our|goods|assets|funds|fines|the|bonds|shares|sales|profit\w*)\b)|"
    r"per\ssquare|overweight|heavier|lighter|lift|baby|boy|girl|man|woman|bomb\w*|warhead|dog|fish|bag|turkey|tuna|gorilla|rock|stone\b)"
)
_FOOD = re.compile(
    r"(?i)\s(?:\w+\s){0,2}(?:beef|pork|chicken|potato\w*|meat|flour|sugar|butter|apples|tomato\w*|onions?|carrots|shrimp|salmon|cheese|"
    r"chocolate|rice|beans|berries|spinach|mushrooms|pasta|lamb|yams)\b"
)


def is_weight(match: re.Match[str]) -> bool:
    """Whether the pounds of a match are told as a weight: something is weighed, lost or made of so many pounds."""
    text, start, end = match.string, *match.span()
    head = text[max(0, start - 100) : start]
    return bool(_WEIGH.search(head) or _BODY.search(head) or _THING.match(text, end) or _FOOD.match(text, end))
