"""A section is empty.

The next heading of the same or a higher level follows at once: the section is a stub, or the heading is used for large
type. Anything counts as content: an image, code, a shortcode, a component, a comment, a deeper heading. The title is
not a section.

## Bad

```markdown
# The harbour at night

## The lamps

## The tides

High water is at nine.
```

## Good

```markdown
# The harbour at night

## The lamps

Red to port, green to starboard.

## The tides

High water is at nine.
```
"""

from __future__ import annotations

from itertools import zip_longest

from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    sections = article.body.sections
    for section, following in zip_longest(sections, sections[1:]):
        heading = section.heading
        if heading is None or heading.kind == "html" or heading is article.h1 or not heading.text:
            continue
        # A thematic break separates sections and does not fill one.
        if (following is None or following.level <= section.level) and not article.source[section.own].strip(
            "-*_ \t\n"
        ):
            yield Finding(heading.span, f"Section “{heading.text}” is empty; write it or remove the heading.")


RULE = rule(check, Severity.WARNING, looks_at="headings")
