"""The title repeats a word three times or chains parts with separators.

Both look like a list of search terms, and search engines tend to rewrite such titles. Words such as “the” or “and”,
numbers and single letters don't count, and `sqlite` and `sqlite-tools` are different words. Repetition is checked only
in languages whose common words are known; three `|`, `•`, `»` or spaced dashes are reported in any language.

## Bad

```markdown
---
lang: en
---

# Tide tables, cheap tide tables, best tide tables

Twice a day the harbour empties.
```

## Good

```markdown
---
lang: en
---

# Three good tide tables, and what they cost

Twice a day the harbour empties.
```

Source of the limit: our own figures, based on Google Search Central's advice against stuffed titles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from lintarticle.languages import fold, table
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule

_MARKS = frozenset("|•·»›–—-")


class RepeatedWord(Options):
    words: Annotated[int, Option("Number of uses of a word that is reported.", at_least=2)] = 3
    separators: Annotated[int, Option("Number of separators that is reported.", at_least=2)] = 3


def check(article: Article, options: RepeatedWord) -> Findings:
    title = article.metadata.get("title")
    if not title:
        return
    words = _words(title.text.casefold())
    word, count = _most_frequent(words, article, options.words) if len(set(words)) < len(words) else ("", 0)
    if count >= options.words:
        yield Finding(title.span, f"Title repeats “{word}” {count} times; use it at most {options.words - 1} times.")
    separators = [] if _MARKS.isdisjoint(title.text) else re.findall(r"\s[|•·»›–—-]+\s|[|•»]", title.text)
    if len(separators) >= options.separators:
        mark = separators[0].strip()
        message = f"Title has {len(separators)} separators (“{mark}”); use at most {options.separators - 1}."
        yield Finding(title.span, message)


def _words(title: str) -> list[str]:
    if title.replace(" ", "").isalpha():
        return [word for word in title.split() if len(word) > 1]
    return re.findall(r"[^\W\d_](?:\w|['’-](?=\w))+", title)


def _most_frequent(words: Iterable[str], article: Article, fewest: int) -> tuple[str, int]:
    """Return the most frequent word that is not a common one of the language, and how often it is there."""
    counted = Counter(words)
    if max(counted.values()) < fewest:
        return "", 0
    stop_words = table("stop_words", article.language).folded
    return next((each for each in counted.most_common() if stop_words and fold(each[0]) not in stop_words), ("", 0))


RULE = rule(check, Severity.INFO, looks_at="title", options=RepeatedWord)
