"""Unknown key, probably a typo.

Site generators ignore unknown keys, so a typo is noticed late. Keys that closely resemble one of the site's are
reported as warnings. In a `strict` type every other key is an error, and so is a key that the site has marked as
`deprecated`. Keys that platforms read (`layout`, `weight`, `aliases`, …) are known unless the type is strict.

Zola has a fixed set of keys for a page and another for a section (`_index.md`). An unknown one is lost on a page and
stops the build in a section, so the preset `zola` reports it: tags belong under `taxonomies`, other keys under `extra`.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
correction = { type = "string" }
```

```markdown
---
title: The new quay opens
corection: The quay opens in May.
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
correction: The quay opens in May.
layout: wide
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from lintarticle.article.values import Node
from lintarticle.rule import Article, Context, Finding, Findings, Option, Options, Severity, rule

_BOTH = ("title", "description", "draft", "weight", "template", "aliases", "render", "in_search_index", "extra")
_OF_PAGES = frozenset((*_BOTH, "date", "updated", "slug", "path", "taxonomies", "authors"))
_OF_SECTIONS = frozenset((
    *_BOTH, "sort_by", "paginate_by", "paginate_path", "paginate_reversed", "insert_anchor_links", "redirect_to",
    "transparent", "page_template", "generate_feeds", "generate_feed",
))  # fmt: skip
"""What Zola reads, by its components/content/src/front_matter/{page,section}.rs."""

_PLACES = {"author": "Zola reads “authors”, a list", "extras": "Zola reads “extra”"}
_TAXONOMIES = ("tags", "categories", "tag", "category", "series", "topics", "keywords")
_SECTION = r"_index(?:\.[\w-]+)?\.md"


class UnknownKey(Options):
    reader: Annotated[Literal["any", "zola"], Option("The platform whose fixed set of keys is checked too.")] = "any"


def check(article: Article, options: UnknownKey, context: Context) -> Findings:
    found = [fault.finding for fault in context.violations if fault.kind == "unknown-key"]
    yield from found
    if options.reader == "zola" and article.front_matter and article.front_matter.root:
        message = {finding.span for finding in found}
        is_section = bool(re.fullmatch(_SECTION, article.path.rpartition("/")[2]))
        unknown = _unknown_to_zola(article.front_matter.root, is_section=is_section)
        yield from (finding for finding in unknown if finding.span not in message)


def _unknown_to_zola(root: Node, *, is_section: bool) -> Iterator[Finding]:
    known, what = (_OF_SECTIONS, "section") if is_section else (_OF_PAGES, "page")
    for entry in root.entries:
        key = entry.key.text
        if key in known or "{{" in key:
            continue
        place = "taxonomies" if key in _TAXONOMIES and not is_section else "extra"
        advice = f"put it under “{place}”"
        if not is_section:
            advice = _PLACES.get(key, advice)
        elif key in _OF_PAGES:
            advice = "only pages have it"
        yield Finding(entry.key.span, f"Zola does not know the key “{key}” of a {what}; {advice}.")


RULE = rule(check, Severity.ERROR, fix=("unsafe",), options=UnknownKey)
