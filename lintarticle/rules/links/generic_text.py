"""A link's text does not say where it leads.

“Click here” and “read more” mean nothing to search engines, or to screen reader users who go through a list of links.
The texts are those of the article's language; articles in other languages are skipped.

## Bad

```markdown
# Tide tables

The tables of the north are old. To read them, [click here](https://example.org/tables).
```

## Good

```markdown
# Tide tables

The [tables of the north](https://example.org/tables) are old, and there are many of them.
```

Source of the texts: the `link-text` audit of Lighthouse, and our own lists for languages that it lacks.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import read_target
from lintarticle.languages import Joined, fold, table
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule

_GENERIC = Joined("generic_links")
_AROUND = " \t.,:;!?…»«“”\"'()[]<>→←›‹⟶➡️➜▶▸>。、！？：）（」「\u200b\u200e\u200f"


class GenericText(Options):
    allow: Annotated[tuple[str, ...], Option("Link texts to allow.")] = ()


def check(article: Article, options: GenericText) -> Findings:
    allowed = {fold(text) for text in options.allow}
    for link in article.body.links:
        if link.kind == "autolink" or len(link.text.text) > 60:
            continue
        text = " ".join(fold(link.text.text).replace("’", "'").strip(_AROUND).split())
        if text not in _GENERIC or text in allowed or text not in table("generic_links", article.language).folded:
            continue
        if read_target(link.target.text).form != "page":
            yield Finding(link.text.span, f"Link text “{link.text.text}” does not say where it leads; name the page.")


RULE = rule(check, Severity.INFO, looks_at="links", options=GenericText)
