"""The front matter can't be read.

One character out of place, and a site generator refuses the article or loses a key. The message says what is wrong and
where. Usually a value contains a character that YAML treats as special, and quotes around the whole value help; the fix
adds them where that makes the key readable. All other keys are checked as usual, and a field that may be in the
unreadable part is not reported missing.

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
