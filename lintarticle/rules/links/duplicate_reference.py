"""A link reference is defined twice.

Only the first definition counts, so links meant for the second go to the wrong page. Case makes no difference.

## Bad

```markdown
# Tide tables

The [tables] are old.

[tables]: https://example.org/tables
[Tables]: https://example.com/tables
```

## Good

```markdown
# Tide tables

The [tables] and the [maps] are old.

[tables]: https://example.org/tables
[maps]: https://example.com/maps
```
"""

from __future__ import annotations

from lintarticle.article.markdown.elements import Definition
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    first: dict[str, Definition] = {}
    for definition in article.body.definitions:
        earlier = first.setdefault(definition.label, definition)
        if earlier is definition or definition.target.text == "#":
            continue
        same = earlier.target.text == definition.target.text
        yield Finding(
            definition.span,
            f"{_twice(_written(article, earlier), _written(article, definition))}"
            f"{' with the same address; remove one.' if same else ', and only the first address counts; delete one.'}",
            related=(Related(earlier.span, "the first definition"),),
            at_most=Severity.INFO if same else None,
        )


def _twice(first: str, second: str) -> str:
    if first == second:
        return f"The link reference “{second}” is defined twice"
    return f"The link reference “{first}” is defined twice (also as “{second}”)"


def _written(article: Article, definition: Definition) -> str:
    """Return the name as written: the label has lost its capitals and line breaks."""
    return " ".join(article.source[definition.span].partition("]:")[0].split()) + "]"


RULE = rule(check, Severity.WARNING, looks_at="definitions")
