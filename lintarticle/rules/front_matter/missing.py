"""The article has no metadata.

It has neither front matter at the top nor a metadata block before or after the text, so there is no excerpt, no tags
and no date. This one problem is reported instead of one for each, `title/missing` included.

Front matter that the site does not read is missing too: TOML (`+++`) or JSON with the preset `jekyll`, a block that
ends with `...` with the preset `hugo`.

## Bad

```markdown
# Tide tables

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from typing import Annotated, Literal

from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, rule


class Missing(Options):
    where: Annotated[
        Literal["front-matter", "block", "either"],
        Option("Where metadata must be: in front matter, in a metadata block, or in either."),
    ] = "either"
    formats: Annotated[
        tuple[Literal["yaml", "toml", "json"], ...], Option("The formats of front matter that the site reads.")
    ] = ("yaml", "toml", "json")
    closed_by_dots: Annotated[bool, Option("The site also takes `...` for the end of YAML front matter.")] = True


def check(article: Article, options: Missing) -> Findings:
    if options.where == "either" and (article.is_fragment or (not article.text.strip() and article.is_listing)):
        return
    if article.front_matter and options.where != "block":
        yield from _unread(article, article.front_matter, options)
    has_front_matter, has_block = article.front_matter is not None, bool(article.blocks)
    if options.where == "block":
        if not has_block:
            message = "No metadata block. Add lines such as “**SEO Excerpt:** …” before or after the text."
            yield Finding(article.metadata_span, message)
    elif not has_front_matter and (options.where == "front-matter" or not has_block):
        message = "No front matter. Add a block between two “---” lines at the top."
        yield Finding(
            article.metadata_span, message, "Each line in it has a name and a value, such as “title: Tide tables”."
        )


def _unread(article: Article, found: FrontMatter, options: Missing) -> Findings:
    """Find front matter of a kind that the site does not read."""
    if found.format != "headers" and found.format not in options.formats:
        known = " or ".join(name.upper() for name in options.formats)
        message = f"This site does not read front matter in {found.format.upper()}; write it in {known}."
        yield Finding(found.opening, message)
    elif found.closing and not options.closed_by_dots and article.source[found.closing].strip() == "...":
        fix = Fix("Write “---”", (Edit(found.closing, "---"),))
        yield Finding(found.closing, "This site does not read “...” as the end of front matter; write “---”.", fix=fix)


RULE = rule(check, Severity.ERROR, fix=("safe",), options=Missing, outweighs=("title/missing",))
