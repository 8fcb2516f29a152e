"""The title field contains Markdown or HTML.

Search results, feeds and browser tabs show a title field exactly as written, asterisks and tags included. Only clear
markup is reported: `a < b`, `C++ <vector>`, `snake_case`, `[WIP]` and “the `<b>` tag” are fine, and so is a title taken
from the main heading, which is Markdown anyway.

Code in backticks is allowed, since many themes render it; `code = true` reports it too.

## Bad

```markdown
---
title: Why the tide is **never** late
---
```

## Good

```markdown
---
title: Why the tide is never late
---
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.markup import find_markup
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class Markup(Options):
    code: Annotated[bool, Option("Report code in backticks too.")] = False


def check(article: Article, options: Markup) -> Findings:
    titles = {field.span: field for name in ("seo_title", "title") if (field := article.metadata.get(name))}
    for title in titles.values():
        if title.origin == "heading":
            continue
        found = find_markup(title.text, code=options.code)
        if found:
            from lintarticle.article.editing import remove_markup  # only fixes edit

            yield Finding(
                title.span,
                f"Title contains {found[0].name} (“{found[0].of(title.text)}”); use plain text.",
                fix=remove_markup(article, title, code=options.code),
            )


RULE = rule(check, Severity.WARNING, fix=("safe", "unsafe"), options=Markup)
