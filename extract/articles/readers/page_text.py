"""A whole HTML page as plain text: its elements enter, one line a block leaves."""

import re

from lxml.html import HtmlElement

UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea", "math", "object"})
INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike"
    r"|strong|sub|sup|time|tt|u|var|wbr"
)
BLANKS = re.compile(r"\s+")
TAGS = 200_000  # elements that are read: pages with more are built to harm


def page_text(root: HtmlElement) -> str:
    """What a reader sees of a page, menus and all; items of lists begin with `* `.

    Args:
        root: the parsed page.
    """
    lines: list[str] = []
    words: list[str] = []

    def end_line() -> None:
        line = BLANKS.sub(" ", "".join(words)).strip()
        words.clear()
        if line and line != "*":
            lines.append(line)

    # A stack of our own: pages nest deeper than Python calls may.
    todo: list[HtmlElement | str | None] = [root]
    seen = 0
    while todo:
        item = todo.pop()
        if item is None:
            end_line()
        elif isinstance(item, str):
            words.append(item)
        elif (seen := seen + 1) < TAGS and isinstance(item.tag, str) and item.tag not in UNSEEN:
            block = INLINE.fullmatch(item.tag) is None
            if block:
                end_line()
                todo.append(None)
            if item.tag == "li":
                words.append("* ")
            for child in reversed(item):
                if child.tail:
                    todo.append(child.tail)
                todo.append(child)
            if item.text:
                todo.append(item.text)
    end_line()
    return "\n".join(lines)
