"""A section is empty.

The next heading of the same or a higher level follows at once: the section is a stub, or the heading is used for large
type. Anything counts as content: an image, code, a shortcode, a component, a comment, a deeper heading. The title is
not a section.

Where the heading itself is the mistake, the message says so: a label such as `## Slug: tides`, a paragraph that a line
of dashes below it made a heading, a heading that contains a paragraph or continues in the next one.

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

import re
from itertools import zip_longest

from lintarticle.article.markdown.elements import Heading, Section
from lintarticle.article.metadata_block.known_labels import KnownLabels, Weight
from lintarticle.rule import Article, Finding, Findings, Severity, rule

_LONG = 100
"""Characters of a heading that is a paragraph; our own figure."""
_SENTENCE = 50
"""Characters of a heading that is a paragraph where it ends like a sentence."""
_LABELS = KnownLabels({})


def check(article: Article) -> Findings:
    sections = article.body.sections
    for section, following in zip_longest(sections, sections[1:]):
        heading = section.heading
        if heading is None or heading.kind == "html" or heading is article.h1 or not heading.text:
            continue
        # A thematic break separates sections and does not fill one.
        if (
            (following is None or following.level <= section.level)
            and not article.source[section.own].strip("-*_ \t\n")
            and not _is_link(article, heading)
            and not (following and following.heading and _is_paragraph(article, following.heading))
        ):
            yield Finding(heading.span, _message(article, heading, following))


def _is_link(article: Article, heading: Heading) -> bool:
    """Whether a heading is nothing but a link: one of a list of links in large type."""
    start, end = heading.text_span
    return any(link.span.start <= start and link.span.end >= end for link in article.body.links)


def _message(article: Article, heading: Heading, following: Section | None) -> str:
    label, colon, value = re.split(r"(?<=[:：])|(?=[:：])", heading.text + "::", maxsplit=2)
    meaning = _LABELS.meaning(label) if value.strip(":： ") else None
    if meaning and (meaning.weight > Weight.WEAK or meaning.field in ("title", "date", "author", "status")):
        return f"“{label}{colon}” is metadata written as a heading; move it to the front matter."
    if _is_paragraph(article, heading):
        return "The dashes below this paragraph make it a heading; put a blank line between them."
    if _is_long(heading):
        return f"This heading holds a paragraph ({len(heading.text)} characters); write it as text."
    if following and following.heading and _goes_on(heading.text, following.heading.text):
        return f"Section “{heading.text}” is empty; if the next heading continues it, make one heading of both."
    return f"Section “{heading.text}” is empty; write it or remove the heading."


def _goes_on(text: str, following: str) -> bool:
    """Whether a heading is the beginning of a sentence that the next one ends."""
    return following[:1].islower() and text[-1:].isalnum() and text[:1].isupper()


def _is_long(heading: Heading) -> bool:
    return len(heading.text) > _LONG or (len(heading.text) > _SENTENCE and heading.text.endswith((".", "。", ":")))


def _is_paragraph(article: Article, heading: Heading) -> bool:
    """Whether a line of dashes happens to be below a paragraph."""
    return heading.kind == "setext" and (_is_long(heading) or "\n" in article.source[heading.text_span])


RULE = rule(check, Severity.WARNING, looks_at="headings")
