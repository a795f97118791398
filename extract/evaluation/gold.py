"""Reading gold: a corpus folder or a file of JSON lines enters; articles whose rows agree with their texts leave."""

from pathlib import Path

from extract.errors import CorpusError
from extract.evaluation.annotations import GoldArticle
from extract.evaluation.checking import check_article
from extract.evaluation.gold_jsonl import read_jsonl
from extract.evaluation.gold_tsv import read_corpus


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Reads the gold of a corpus folder (`articles/ID.txt` beside `gold/ID.tsv`) or of a JSONL file, in order of name or line.

    Raises:
        CorpusError: there is no gold, or a row contradicts its text, its format or the contract of the fact table.
    """
    if not path.exists():
        raise CorpusError(
            "no such gold", where=str(path), mend="name a folder that holds articles/ and gold/, or a JSONL file with `facts`"
        )
    articles = read_corpus(path) if path.is_dir() else read_jsonl(path)
    if not articles:
        raise CorpusError("gold without articles", where=str(path), mend="add articles, see corpus/README.md")
    for article in articles:
        check_article(article)
    return articles
