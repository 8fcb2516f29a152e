"""The mark that ends the excerpt in the body is missing, doubled or of another platform's kind.

Some platforms take as excerpt what stands before a comment in the body: `<!-- more -->` (Hugo, Hexo, Zola, MkDocs) or
`<!-- truncate -->` (Docusaurus). Off until asked for, since only the platform tells which one is right; the presets of
these platforms turn it on. `required = false` accepts an article without the mark, and so does an article whose
metadata have an excerpt.

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Comment
from lintarticle.problem import Finding, Related
from lintarticle.rule import Context, Option, Options, Rule
from lintarticle.source import Span

_KNOWN = ("more", "truncate", "excerpt", "excerpt_separator", "readmore", "read more", "end_excerpt")


class Separator(Options):
    word: Annotated[str, Option("The word in the comment that ends the excerpt.")] = "more"
    required: Annotated[bool, Option("Report an article that has neither an excerpt nor the mark.")] = True


def check(article: Article, options: Separator, context: Context) -> Iterator[Finding]:
    marks = [comment for comment in article.body.comments if comment.text.text.strip().lower() in _KNOWN]
    right = [comment for comment in marks if _word(comment) == options.word]
    expected = f"“<!-- {options.word} -->”"
    for comment in marks:
        if comment not in right:
            written = article.source[comment.span]
            yield Finding(comment.span, f"“{written}” does not end the excerpt here, expected {expected}.")
    for comment in right[1:]:
        first = Related(right[0].span, "the first one")
        yield Finding(comment.span, f"{expected} stands here a second time, expected it once.", related=(first,))
    is_due = options.required and not marks and not article.is_fragment
    if is_due and "excerpt" not in article.metadata and article.body.paragraphs:
        start = article.body.paragraphs[0].span
        yield Finding(
            Span(start.start, start.end), f"The article has no {expected}, expected one after its first paragraphs."
        )


def _word(comment: Comment) -> str:
    return comment.text.text.strip().lower()


RULE = Rule(check, None, options=Separator)
