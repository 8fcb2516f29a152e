r"""Readers see the code of characters or tags: `&lt;br&gt;`, `&amp;nbsp;`, `\u2019`.

Programs that convert articles escape what is already escaped. Code is skipped, as are articles about HTML, Unicode or
escaping. Line breaks that were written out (`\n`) are found by `debris/encoding`.

The fix puts the character back; for tags, it is an unsafe fix.

## Bad

```markdown
# Tide tables

The harbor office&amp;#39;s tables are old,&lt;br&gt; and nobody\u2019s sheets are newer.
```

## Good

```markdown
# Tide tables

The harbor office’s tables are old,<br> and nobody’s sheets are newer. A `&lt;` in code is fine.
```
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_ABOUT = (
    r"(?i)\b(?:html\d?|xml|jsx|entit(?:y|ies)|escap(?:e|es|ed|ing)|unicode|code points?|json|regexp?"
    r"|regular expressions?|markdown|markup|encod(?:e|ed|ing)s?|sanitiz\w+|tags?)\b"
)
_TWICE = TextPattern(
    r"&amp;(?:amp;)*((?:[a-z]{2,8}|[A-Z][a-z]{3,7}|#\d{2,6}|#x[0-9a-fA-F]{2,5});)|&nbsp(?![;\w])",
    signs=("&amp;", "&nbsp"),
    scope="uncoded",
    unless=_ABOUT,
)
_TAG = TextPattern(
    r"&lt;(/?)(br|p|b|i|u|em|strong|a|div|span|h[1-6]|ul|ol|li|img|sup|sub|code|pre|hr|table|tr|td|th|blockquote)\b"
    r"((?:[^&\n]|&(?!lt;|gt;)){0,300}?)/?&gt;",
    signs=("&lt;",),
    scope="uncoded",
    unless=_ABOUT,
)
_UNICODE = TextPattern(r"(?:\\u[0-9a-fA-F]{4})+", signs=("\\u",), unless=_ABOUT)


def check(article: Article) -> Findings:
    for match in _TWICE.matches(article):
        meant = f"&{match[1]}" if match[1] else "&nbsp;"
        if html.unescape(meant) == meant or _is_in_mask(article, match.start()):
            continue
        message = f"Readers see “{html.unescape(match[0]) if match[1] else match[0]}” as text; write “{meant}”."
        yield _finding(Span(*match.span()), message, Fix(f"Write “{meant}”", (Edit(Span(*match.span()), meant),)))
    yield from _tags(article)
    for match in _UNICODE.matches(article):
        try:
            meant = json.loads(f'"{match[0]}"')
            meant.encode("utf-8")
        except ValueError:
            continue
        if meant.isprintable() and not meant.isspace():
            message = f"Readers see “{match[0]}” as text; write “{meant}”."
            yield _finding(Span(*match.span()), message, Fix(f"Write “{meant}”", (Edit(Span(*match.span()), meant),)))


def _tags(article: Article) -> Iterator[Finding]:
    matches = [match for match in _TAG.matches(article) if not _is_in_mask(article, match.start())]
    names = {match[2] for match in matches if match[1]}
    for match in matches:
        if match[2] not in names | {"br", "hr", "img"}:
            continue  # nothing closes it: a name in angle brackets, such as a key
        meant = html.unescape(match[0])
        message = f"Readers see “{meant}” as text, since it is escaped; write the tag itself."
        yield _finding(
            Span(*match.span()), message, Fix("Write the tag", (Edit(Span(*match.span()), meant),), "unsafe")
        )


def _is_in_mask(article: Article, at: int) -> bool:
    return any(mask.span.start <= at < mask.span.end for mask in article.body.masks)


def _finding(span: Span, message: str, fix: Fix) -> Finding:
    return Finding(span, message, fix=fix)


RULE = rule(check, Severity.ERROR, patterns=(_TWICE, _TAG, _UNICODE), fix=("safe", "unsafe"), changes_body=True)
