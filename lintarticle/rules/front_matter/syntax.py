"""The front matter can't be read.

One character out of place and a site generator refuses the article, or loses a key of it. The message says what
stands in the way and where; most often the text of a value holds a character that means something to YAML, and quotes
around the whole value help. The fix does that where the key can then be read. All other keys are checked as usual,
and no field is reported missing that may be among those that can't be read.

## Bad

```markdown
---
title: Tides: a short history
---
```

## Good

```markdown
---
title: "Tides: a short history"
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from article.front_matter_findings("syntax")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",))
