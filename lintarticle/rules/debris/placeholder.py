"""A placeholder was never filled in.

A template or a chat assistant left `[Your name]`, `[Company]` or `[Insert a quote here]` for the writer to fill in.
Links, references, footnotes, checkboxes, quoted text and code are fine. Articles that offer readers a template (they
say “template”, “placeholder” or “fill in”) are skipped.

## Bad

```markdown
# Tide tables

[Your name] has read the tide tables of the north for years.
```

## Good

```markdown
# Tide tables

See [the tables][north]; box [x] is ticked.

[north]: https://example.org/north
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.languages import Joined
from lintarticle.rule import Article, Finding, Findings, Severity, Span, rule

_STAND_IN = (
    r"(?<![\]!\\\w])\[(?:(?:insert|add|enter|include|describe) (?:\w|your|the|a)[^\[\]\n]{1,120}"
    r"|your [^\[\]\n]{1,60}|placeholder[^\[\]\n]{0,60}|xx+|%s)\](?![\[(:\w])"
)
_STAND_INS = Joined(lambda each: each.stand_ins)
_TEMPLATE_WORDS = Joined(lambda each: each.template_words)


def check(article: Article) -> Findings:
    if "[" not in article.text or article.is_template:
        return
    prose = article.body.prose
    found = [span for span in _in_brackets(prose) if _is_stand_in(prose, span)]
    if not found or _offers_template(prose):
        return
    taken = {item.span.start for item in article.illustrations} | {link.span.start for link in article.body.links}
    for span in found:
        if span.start not in taken and not article.is_quoted(span):
            yield Finding(span, f"Unfilled placeholder “{article.source[span]}”.")


def _in_brackets(prose: str) -> Iterator[Span]:
    """Yield what is in brackets and not the text of a link or a reference."""
    return (Span(*match.span()) for match in re.finditer(r"\[[^\[\]]+\](?![\[(:\w])", prose))


def _is_stand_in(prose: str, span: Span) -> bool:
    return re.compile(_STAND_IN % _STAND_INS.pattern, re.IGNORECASE).match(prose, span.start) is not None


def _offers_template(prose: str) -> bool:
    return re.search(_TEMPLATE_WORDS.pattern, prose, re.IGNORECASE) is not None


RULE = rule(check, Severity.ERROR)
