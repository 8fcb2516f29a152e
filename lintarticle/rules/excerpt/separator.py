"""The comment that ends the excerpt in the body is missing, doubled or another platform's.

Some platforms use the text before a comment in the body as the excerpt: `<!-- more -->` (Hugo, Hexo, Zola, MkDocs) or
`<!-- truncate -->` (Docusaurus). Off by default, since the right one depends on the platform; the presets of these
platforms turn it on. Hugo needs exactly `<!--more-->` and Material for MkDocs exactly `<!-- more -->`, which the option
`comment` sets. The comment may be missing if the metadata has an excerpt, or with `required = false`.

## Bad

```markdown
# Tide tables

Twice a day the harbour empties.

<!-- truncate -->

And twice a day it fills.
```

## Good

```markdown
# Tide tables

Twice a day the harbour empties.

<!-- more -->

And twice a day it fills.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.elements import Comment
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Related, Span, rule

_KNOWN = ("more", "truncate", "excerpt", "excerpt_separator", "readmore", "read more", "end_excerpt")


class Separator(Options):
    word: Annotated[str, Option("The word in the comment that ends the excerpt.")] = "more"
    comment: Annotated[str, Option("The whole comment, if the platform knows it in one spelling only.")] = ""
    required: Annotated[bool, Option("Report an article that has neither an excerpt nor the comment.")] = True


def check(article: Article, options: Separator) -> Findings:
    marks = [comment for comment in article.body.comments if comment.text.text.strip().lower() in _KNOWN]
    right = [comment for comment in marks if _word(comment) == options.word]
    expected = f"“{options.comment or f'<!-- {options.word} -->'}”"
    for comment in marks:
        if comment not in right:
            written = article.source[comment.span]
            yield Finding(comment.span, f"“{written}” does not end the excerpt on this site; use {expected}.")
    for comment in right if options.comment else ():
        written = article.source[comment.span]
        if written != options.comment:
            fix = Fix(f"Write {expected}", (Edit(comment.span, options.comment),), "unsafe")
            yield Finding(comment.span, f"“{written}” does not end the excerpt; write exactly {expected}.", fix=fix)
    for comment in right[1:]:
        first = Related(right[0].span, "the first one")
        yield Finding(comment.span, f"{expected} is in the text twice; remove this one.", related=(first,))
    is_due = options.required and not marks and not article.is_fragment
    if is_due and "excerpt" not in article.metadata and article.body.paragraphs:
        start = article.body.paragraphs[0].span
        yield Finding(Span(start.start, start.end), f"No {expected}. Add it after the first paragraphs.")


def _word(comment: Comment) -> str:
    return comment.text.text.strip().lower()


RULE = rule(check, None, options=Separator, fix=("unsafe",), edits_opaque=True)
