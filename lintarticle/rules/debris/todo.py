"""A note to the writer is left in the text.

A line that starts with TODO, FIXME or TBD is meant for the writer, not for readers. The word inside a sentence, in
lower case or in code is fine, and articles about TODOs are skipped. Comments, which readers don't see, are checked only
with `comments = true`.

## Bad

```markdown
# Tide tables

TODO: ask the harbour master.
```

## Good

```markdown
# Tide tables

TODO comments in the tables were never resolved; my todo list is short.
```
"""

from __future__ import annotations

import re
from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, Span, TextPattern, rule

_NOTE = TextPattern(
    r"(?m)^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?"
    r"(?P<mark>[*_\[]{0,3}(?P<word>TODO|FIXME|TBD)\b(?:\([^()\n]{1,40}\))?(?=[*_\]]{0,3}[ \t]*(?:[:：\]]|[-–—] |$)))",
    signs=("TODO", "FIXME", "TBD"),
)
_MENTION = r"(?<=[\w,;(“\"'] )(?:TODOs?|FIXMEs?|TBD)\b|\btodo(?:s|-| list| app| item| comment)"
_ABOUT = 2
"""Mentions inside sentences that make an article one about such notes; our own figure."""


class Todo(Options):
    comments: Annotated[bool, Option("Report notes in comments too, which readers don't see.")] = False


def check(article: Article, options: Todo) -> Findings:
    notes = [match for match in _NOTE.matches(article) if _opens_block(article, match)]
    if notes and not _is_about_notes(article):
        for match in notes:
            yield _finding(Span(*match.span("word")), match["word"])
    for comment in article.body.comments if options.comments else ():
        note = re.match(r"\s*(TODO|FIXME|TBD)\b", comment.text.text)
        if note:
            start = comment.text.span.start
            yield _finding(Span(start + note.start(1), start + note.end(1)), note[1])


def _is_about_notes(article: Article) -> bool:
    if re.search(r"(?i)\bto-?dos?\b|\bfixme", article.metadata.text("title")):
        return True
    return sum(1 for _ in re.finditer(_MENTION, article.body.prose)) >= _ABOUT


def _finding(span: Span, word: str) -> Finding:
    return Finding(span, f"Note to the writer (“{word}”) left in the text.")


def _opens_block(article: Article, match: re.Match[str]) -> bool:
    """Whether the note is not inside a paragraph: it follows a blank line, heading or item, or is one itself."""
    start = match.start()
    line = article.text[start : match.start("mark")].strip()
    before = article.text[article.text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()
    return (
        bool(line)
        or not before
        or before.startswith(("#", "---", "===", "```", "~~~", "<!--"))
        or before[-1:] in ".:!?。"
    )


RULE = rule(check, Severity.WARNING, patterns=(_NOTE,), options=Todo)
