"""The excerpt breaks off mid-sentence.

Feeds and content systems make excerpts by cutting the first lines of the text and adding an ellipsis; pasted into the
excerpt field, that leaves readers with half a sentence. A deliberate ellipsis (“and then the water came…”) is fine. It
reports a bracketed ellipsis (`[…]`), an excerpt whose sentence continues in the article, and one that breaks off at a
comma or a word that can't end a sentence (“the”, “with”).

## Bad

```markdown
---
title: Tide tables
excerpt: Twice a day the harbour empties, and the boats lie on the...
---

Twice a day the harbour empties, and the boats lie on the mud like sleeping cows.
```

## Good

```markdown
---
title: Tide tables
excerpt: Twice a day the harbour empties, and then the water comes back…
---

Twice a day the harbour empties, and the boats lie on the mud like sleeping cows.
```
"""

from __future__ import annotations

import re

from lintarticle.article.text.measure import last_words
from lintarticle.languages import fold, table
from lintarticle.rule import Article, Finding, Findings, Severity, rule

_ELLIPSIS = r"\s?[\[(]?(?:…|\.{3,4}|⋯|&hellip;|&#8230;)[\])]?\s*\Z"
_ENDS = ("…", "...", "⋯", "&hellip;", "&#8230;")
_ENUMERATION = r"[,:、，،](?:\s*[^\s,、，،]+(?:\s[^\s,、，،]+){0,2}[,、，،]){1,2}\Z"
"""Short words between commas: “id, project, …” continues, but is not cut off."""

LEAST_QUOTED = 20
"""Characters, spaces left out, from which an excerpt found in the article can't be a coincidence."""


def check(article: Article) -> Findings:
    excerpt = article.metadata.get("excerpt")
    text = excerpt.text[-2000:] if excerpt else ""
    ellipsis = re.search(_ELLIPSIS, text) if text.rstrip().rstrip("])").endswith(_ENDS) else None
    if not excerpt or not ellipsis:
        return
    before = text[: ellipsis.start()].rstrip()
    if "[" in ellipsis[0] or "(" in ellipsis[0] or _breaks_off(before, article) or _goes_on(before, article):
        yield Finding(
            excerpt.span,
            f"Excerpt breaks off mid-sentence (“{last_words(text.strip())}”); finish the sentence.",
        )


def _breaks_off(before: str, article: Article) -> bool:
    last_word = fold(before.rpartition(" ")[2])
    if re.search(_ENUMERATION, before):
        return False
    return before.endswith((",", "、", "，", "،")) or last_word in table("connecting_words", article.language).folded


def _goes_on(before: str, article: Article) -> bool:
    """Whether the article contains the excerpt word for word, and its sentence continues there."""
    quoted = "".join(before.split())[-100:]
    squeezed = "\n".join("".join(paragraph.text.split()) for paragraph in article.body.paragraphs)
    at = squeezed.find(quoted) if len(quoted) >= LEAST_QUOTED else -1
    after = squeezed[at + len(quoted) : at + len(quoted) + 1]
    return at >= 0 and bool(after) and (after.isalnum() or after in ",;:-–—、，；")


RULE = rule(check, Severity.WARNING, looks_at="excerpt")
