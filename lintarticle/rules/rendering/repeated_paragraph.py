"""A paragraph is repeated.

A paragraph of 15 words or more that is repeated word for word was most likely pasted twice. Quotes of the article's own
text, tables, and variants of the same instructions in tabs or other components are fine.

## Bad

```markdown
# Tide tables

The second column gives the height of the water in meters, measured from the zero of the harbor, twice a day.

The wind moves the water, too.

The second column gives the height of the water in meters, measured from the zero of the harbor, twice a day.
```

## Good

```markdown
# Tide tables

The second column gives the height of the water in meters, measured from the zero of the harbor, twice a day.

The wind moves the water, too.
```

Source of the limit: our own figure; shorter sentences may be repeated on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.markdown.inline import Paragraph
from lintarticle.languages import language_or_english
from lintarticle.rule import Article, Finding, Findings, Option, Options, Related, Severity, rule

_SHORTEST = 25
"""Characters that any paragraph has which is long enough; unspaced scripts need few."""


class RepeatedParagraph(Options):
    words: Annotated[int, Option("Minimum words in a paragraph that is checked.", at_least=1)] = 15


def check(article: Article, options: RepeatedParagraph) -> Findings:
    for first, second in _pairs(article):
        if second.words >= options.words * (2 if language_or_english(article.language).unspaced else 1):
            line = article.source.line_of(first.span.start)
            yield Finding(
                article.source.first_line(second.span),
                f"This paragraph repeats the one on line {line}; delete one of the two.",
                at_most=None if _is_near(article, first, second) else Severity.INFO,
                related=(Related(article.source.first_line(first.span), "The same paragraph"),),
            )


def _pairs(article: Article) -> Iterator[tuple[Paragraph, Paragraph]]:
    paragraphs = article.body.paragraphs
    if len({paragraph.content.text for paragraph in paragraphs}) == len(paragraphs):
        return
    seen: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        text = paragraph.content.text
        if len(text) < _SHORTEST or paragraph.container != "body" or text.endswith((":", "：")):
            continue
        if article.text[paragraph.span.start - 1 : paragraph.span.start] in (" ", "\t"):
            continue  # of a definition
        first = seen.setdefault(text, paragraph)
        if first is not paragraph and not _is_variant(article, paragraph):
            yield first, paragraph


def _is_near(article: Article, first: Paragraph, second: Paragraph) -> bool:
    """Whether two paragraphs are in one section; manuals repeat a note in another one on purpose."""
    return article.body.section_at(first.span.start).span == article.body.section_at(second.span.start).span


def _is_variant(article: Article, paragraph: Paragraph) -> bool:
    """Whether a paragraph is in a component, which may offer the same text for another case."""
    start = paragraph.span.start
    depth = 0
    for tag in article.body.tags:
        if tag.span.start > start:
            break
        if not tag.self_closing and (tag.name[:1].isupper() or tag.name in ("details", "section", "template")):
            depth += -1 if tag.closing else 1
    if depth > 0:
        return True
    return any(
        mask.kind in ("shortcode", "directive", "liquid") and mask.span.start < start for mask in article.body.masks
    )


RULE = rule(check, Severity.WARNING, looks_at="paragraphs", options=RepeatedParagraph)
