"""An illustration brief lacks a part that is needed to make the picture.

By default that is a type, such as hero or diagram, and a description, for which a prompt or alt text counts too. A
picture that the body already shows needs no brief.

## Bad

````markdown
# Tide tables

How they came about.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The printed years")
````

## Good

````markdown
# Tide tables

How they came about.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The printed years"): Where the printers worked.
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class FieldMissing(Options):
    fields: Annotated[tuple[str, ...], Option("Parts of a brief: type, description, prompt, alt, file and so on.")] = (
        "type",
        "description",
    )


def check(article: Article, options: FieldMissing) -> Findings:
    for item in article.briefs:
        missing = [name for name in options.fields if item.status == "suggested" and not _has(item, name)]
        if missing:
            parts = " and ".join(f"{'an' if name[0] in 'aeiou' else 'a'} {_WORDS.get(name, name)}" for name in missing)
            yield Finding(article.source.first_line(item.span), f"The illustration “{item.called}” needs {parts}.")


_WORDS = {"alt": "alt text", "file": "file name"}


def _has(item: Illustration, name: str) -> bool:
    if name == "description":
        return bool(item.description or item.prompt or item.alt)
    return bool(item.fields.get(name) or getattr(item, name, None))


RULE = rule(check, Severity.WARNING, looks_at="illustrations", options=FieldMissing)
