"""A bold paragraph is used as a heading.

It looks like a heading, but screen readers, tables of contents and anchors ignore it. Metadata labels, paragraphs that
end like a sentence, and bold lines with nothing below them are fine.

Off by default: on one edited guide site, 16 % of the articles use such lines on purpose.

The fix makes it a heading one level below its section, which changes what readers see.

## Bad

```markdown
# The harbour at night

**The lamps**

Red to port, green to starboard.
```

## Good

```markdown
# The harbour at night

## The lamps

Red to port, green to starboard. **Never the other way round.**
```

Source of the limit: our own figure; a longer bold line is rarely a heading.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.inline import Paragraph
from lintarticle.article.text.measure import columns
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, rule

_ENDS = '.,;:!?…。，；：！？、\u061f\u060c\u061b)]”"»'
"""What ends a sentence, a label, a quotation or a note, but not a heading."""


class BoldAsHeading(Options):
    max: Annotated[
        int,
        Option(
            "Maximum length of a paragraph that may be a heading, in characters; wide ones count as two.", at_least=1
        ),
    ] = 60


def check(article: Article, options: BoldAsHeading) -> Findings:
    paragraphs = article.body.paragraphs
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if _is_heading(article, paragraph, options.max) and _has_content(article, paragraph, following):
            yield Finding(
                paragraph.span,
                f"“{paragraph.bold}” is bold text used as a heading; make it a real one (“## …”).",
                fix=_fix(article, paragraph),
            )


def _is_heading(article: Article, paragraph: Paragraph, widest: int) -> bool:
    text = paragraph.bold.strip()
    return (
        bool(text)
        and paragraph.container == "body"
        and not text.endswith(tuple(_ENDS))
        and columns(text) <= widest
        and "\n" not in article.source[paragraph.span].strip()
    )


def _has_content(article: Article, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether prose follows at once, in the same section: a bold line above a list or an image may be its caption."""
    if following is None or following.container != "body" or following.bold:
        return False
    between = article.text[paragraph.span.end : following.span.start]
    return not between.strip() and article.body.section_at(paragraph.span.start).span.end > following.span.start


def _fix(article: Article, paragraph: Paragraph) -> Fix:
    level = min(6, max(2, article.body.section_at(paragraph.span.start).level + 1))
    written = article.source[paragraph.span].strip()
    text = written.removeprefix("**").removesuffix("**").removeprefix("__").removesuffix("__").strip()
    return Fix(f"Make it a heading of level {level}", (Edit(paragraph.span, f"{'#' * level} {text}"),), "unsafe")


RULE = rule(check, None, looks_at="paragraphs", fix=("unsafe",), options=BoldAsHeading, changes_body=True)
