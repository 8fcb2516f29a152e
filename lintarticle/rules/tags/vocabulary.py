"""A tag is not in the site's list.

With a list, readers find all articles on a subject under one tag. It can be in `values`, or in a file of plain text,
CSV, TOML, YAML or JSON, such as the `tags.yml` of Docusaurus; without a list, this rule does nothing. The list can name
aliases, retired tags with their replacement, and broader tags. The fix replaces an alias or another spelling; replacing
a retired tag, or writing the nearest one, is an unsafe fix.

## Bad

```toml
[rules]
"tags/vocabulary" = { values = ["navigation", "tides"] }
```

```markdown
---
title: Tide tables
tags: [tides, navigaton]
---
```

## Good

```markdown
---
title: Tide tables
tags: [tides, navigation]
---
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.metadata.metadata import Field
from lintarticle.problem import Applicability
from lintarticle.rule import Article, Context, Finding, Findings, Fix, Option, Options, Severity, Text, rule


class Listed(Options):
    file: Annotated[
        str, Option("File with the site's tags, relative to the configuration; `#key` selects a table in it.")
    ] = ""
    values: Annotated[tuple[str, ...], Option("The site's tags, instead of a file or in addition to it.")] = ()
    parents: Annotated[bool, Option("Require the broader tag that the list names for a tag.")] = False


def check(article: Article, options: Listed, context: Context) -> Findings:
    tags = article.metadata.tag_field
    if not tags or not (options.file or options.values):
        return
    from lintarticle.schema.vocabulary import Term, Vocabulary, vocabulary_at  # only where there is a list

    vocabulary = vocabulary_at(context.files, options.file) if options.file else Vocabulary(())
    if vocabulary is None:
        return
    if options.values:
        vocabulary = Vocabulary((*vocabulary.terms.values(), *map(Term, options.values)))
    written = {tag.text.strip() for tag in tags.items}
    for index, tag in enumerate(tags.items):
        name = tag.text.strip()
        if not name:
            continue
        if name in vocabulary:
            missing = [parent for parent in vocabulary.terms[name].parents if parent not in written]
            if options.parents and missing:
                yield Finding(tag.span, f"The tag “{tag.text}” belongs to “{missing[0]}”; add that tag too.")
            continue
        term = vocabulary.meant_by(tag.text)
        if term is None:
            near = vocabulary.nearest(tag.text)
            sentence = f" Did you mean “{near}”?" if near else ""
            message = f"The tag “{tag.text}” is not in this site's list.{sentence}"
            yield Finding(tag.span, message, fix=_fix(article, tags, index, near, "unsafe"))
        elif term.deprecated:
            instead = f"; use “{term.replacement}”" if term.replacement else ""
            message = f"The tag “{tag.text}” is no longer used on this site{instead}."
            yield Finding(tag.span, message, fix=_fix(article, tags, index, term.replacement, "unsafe"))
        else:
            message = f"The tag “{tag.text}” is written “{term.name}” on this site."
            yield Finding(tag.span, message, fix=_fix(article, tags, index, term.name, "safe"))


def _fix(article: Article, tags: Field, index: int, name: str, applicability: Applicability) -> Fix | None:
    """Return the fix that writes another tag, None if there is nothing to write or it is there already."""
    others: list[Text] = [tag for number, tag in enumerate(tags.items) if number != index]
    if not name or any(tag.text == name for tag in others):
        return None
    from lintarticle.article.editing import set_field_item  # only fixes edit

    edits = set_field_item(article, tags, index, name)
    return Fix(f"Write “{name}”", edits, applicability) if edits else None


RULE = rule(check, Severity.ERROR, looks_at="tags", fix=("safe", "unsafe"), options=Listed)
