"""Asterisks or underscores that were meant as bold stay visible.

A space inside the marks (`**tide **`), a mark that is never closed, or one between punctuation and a letter
(`**Note:**then`, `**「潮汐」**是`) makes most renderers show the `**`. The preset or the setting `renderer` says which
one the site has; without either, what only some renderers show as bold is a warning. A mark in a pattern
(`docs/**/*.md`), a power (`2**8`), a name (`__init__`) or a parameter (`**options`) is fine.

## Bad

```markdown
# Tide tables

The **second column **gives the height.
```

## Good

```markdown
# Tide tables

The **second column** gives the height.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lintarticle.article.markdown.inline import MAX_PROVED, Content
from lintarticle.article.views.stray_marks import Mark, Marked, marks_of, stray_marks
from lintarticle.dialect import Dialect, Verdict, renderer_of, verdict
from lintarticle.problem import Applicability
from lintarticle.record import NamedTuple
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, TextPattern, rule

_CODE = (
    r"[\w)\]]\*\*[\d(]|\*\*/|/\*\*|\*\*\.\w|[(,=]\s*\*\*\w+[,)]|\*\*kw"
    r"|(?a:[\w.]__\w|__\w+_|_\w+__)|__(?:[(.]|\w+\.\w)"
)
"""Powers, patterns of files, parameters, names: marks that are meant as they are."""

_IN_WORD = r"[A-Za-z]\*\*[A-Za-z]"
"""Letters that are left out (`d**n`)."""

_Change = tuple[int, int, str]
"""A range of a block's text, and what it becomes."""


class _Pair(NamedTuple):
    """Marks that were meant as one emphasis; `close` None: it is never closed."""

    content: Content
    open: Mark
    close: Mark | None


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    for block in stray_marks(article):
        for pair in _pairs(block):
            found = verdict(renderer, partial(_breaks, pair))
            if found:
                yield _finding(pair, found)


def _pairs(block: Marked) -> Iterator[_Pair]:
    """Yield the marks that belong together and are not bold, those that were not meant as emphasis left out."""
    content, text = block.content, block.content.text
    marks = [mark for mark in block.marks if _is_meant(text, mark)]
    couples = [*zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2 or any(text[first.start] != text[last.start] for first, last in couples):
        marks = [mark for mark in marks if mark.is_stray]
        couples = [*zip(marks[::2], marks[1::2], strict=False)]
        if len(marks) % 2 and text[marks[-1].start] == "*" and not _is_alone(text, marks[-1]):
            yield _Pair(content, marks[-1], None)
    for first, last in couples:
        if not text[first.end : last.start].strip():
            continue
        if not (first.opens and last.closes) or (_length(first) == _length(last) + 1 and first.is_stray):
            yield _Pair(content, first, last)


def _length(mark: Mark) -> int:
    return mark.end - mark.start


def _is_meant(text: str, mark: Mark) -> bool:
    """Whether a mark was meant as emphasis: it is neither part of code or of a word nor a gap to fill in."""
    if re.search(_CODE, text[max(0, mark.start - 2) : mark.end + 12]):
        return False
    if mark.end - mark.start > 3:  # of a closing and an opening one, or a gap
        return mark.end - mark.start == 4 and bool(text[: mark.start][-1:].strip() and text[mark.end :][:1].strip())
    return not (mark.is_stray and re.fullmatch(_IN_WORD, text[max(0, mark.start - 1) : mark.end + 1]))


def _is_alone(text: str, mark: Mark) -> bool:
    """Whether a mark has blanks on both sides."""
    return not (text[max(0, mark.start - 1) : mark.start] + text[mark.end : mark.end + 1]).strip()


def _breaks(pair: _Pair, dialect: Dialect) -> bool:
    if (
        pair.close is None
        or _is_surplus(pair)
        or dialect.emphasis == "flanking"
        or pair.content.text[pair.open.start] == "_"
    ):
        return True
    inner = pair.content.text[pair.open.end : pair.close.start]
    return inner != inner.strip()


def _is_surplus(pair: _Pair) -> bool:
    """Whether marks are emphasis, and only one of them too many."""
    return pair.close is not None and pair.open.opens and pair.close.closes


def _finding(pair: _Pair, found: Verdict) -> Finding:
    text, close = pair.content.text, pair.close
    seen = f"Readers see “{text[pair.open.start : pair.open.end]}” as text"
    seen += f" in {found.names}" if found.names else ""
    span = pair.content.span_of(pair.open.start, (close or pair.open).end)
    at_most = None if found.certain else Severity.WARNING
    if close is None:
        return Finding(span, f"{seen}, since its partner is missing; add it or delete the mark.", at_most=at_most)
    inner = text[pair.open.end : close.start]
    if _is_surplus(pair):
        opening, mark = text[pair.open.start : pair.open.end], text[close.start]
        message = f"Readers see “{mark}” as text; “{opening}” must be “{opening[1:]}” like its partner, or vice versa."
        return Finding(span, message, at_most=at_most)
    if not re.search(r"\w", inner):
        changes = [(pair.open.start, pair.open.end, ""), (close.start, close.end, "")]
        fix = Fix("Remove the marks", tuple(Edit(pair.content.between(a, b), new) for a, b, new in changes), "unsafe")
        return Finding(span, f"{seen}; punctuation alone can't be bold there.", fix=fix, at_most=at_most)
    if inner != inner.strip():
        return Finding(
            span, f"{seen}; there must be no space inside it.", fix=_moved(pair, close, inner), at_most=at_most
        )
    if text[close.start] == "_":
        stars = "*" * (close.end - close.start)
        changes = [(pair.open.start, pair.open.end, stars), (close.start, close.end, stars)]
        fix_stars = _proved(pair, changes, f"Write “{stars}”", "safe")
        return Finding(span, f"{seen} within a word; write “{stars}”.", fix=fix_stars, at_most=at_most)
    message = f"{seen}; next to punctuation, it needs a space on its other side."
    return Finding(span, message, fix=_apart(pair, close), at_most=at_most)


def _moved(pair: _Pair, close: Mark, inner: str) -> Fix | None:
    """Return a fix that moves the blanks out of the marks."""
    text = pair.content.text
    if not inner.strip():
        return None
    start, end = len(inner) - len(inner.lstrip()), len(inner.rstrip())
    before = inner[:start] if text[max(0, pair.open.start - 1) : pair.open.start].strip() else ""
    after = inner[end:] if text[close.end : close.end + 1].strip() else ""
    opening, closing = text[pair.open.start : pair.open.end], text[close.start : close.end]
    first = (pair.open.start, pair.open.end + start, before + opening)
    last = (pair.open.end + end, close.end, closing + after)
    changes = [each for each, written in ((first, opening), (last, closing)) if text[each[0] : each[1]] != written]
    return _proved(pair, changes, "Move the space out of the marks", "safe")


def _apart(pair: _Pair, close: Mark) -> Fix | None:
    """Return a fix that puts a blank between a mark and the letter next to it."""
    spaced = [(pair.open.start, pair.open.start, " "), (close.end, close.end, " ")]
    for changes in ([spaced[1]], [spaced[0]], spaced):
        fix = _proved(pair, changes, "Put a space next to the mark", "unsafe")
        if fix:
            return fix
    return None


def _proved(pair: _Pair, changes: list[_Change], message: str, how: Applicability) -> Fix | None:
    """Return a fix after which the marks open and close, None if they do not."""
    content = pair.content
    text = content.text
    if len(text) > MAX_PROVED:
        return None
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    before, after = marks_of(content, content.text), marks_of(content, text)
    if len(before) != len(after) or pair.close is None:
        return None
    if not (after[before.index(pair.open)].opens and after[before.index(pair.close)].closes):
        return None
    return Fix(message, tuple(Edit(content.between(start, end), new) for start, end, new in changes), how)


RULE = rule(
    check,
    Severity.ERROR,
    fix=("safe", "unsafe"),
    patterns=(TextPattern(r"\*\*|__", ("**", "__")),),
    changes_body=True,
)
