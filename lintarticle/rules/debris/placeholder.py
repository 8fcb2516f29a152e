"""A placeholder was never filled in.

A template or a chat assistant left `[Your name]`, `[Company]`, `[Insert a quote here]` or `[INTERNAL LINK: …]` for the
writer to fill in; a comment such as `<!-- Internal link: … -->` is at most a warning. Links, references, footnotes,
checkboxes, quoted text and code are fine, and so is the syntax of a command (`/greet [name]`) or a pattern (“best [your
service] in [your city]”). Articles that offer readers a template or a prompt (they say “template”, “prompt”,
“placeholder” or “fill in”) are skipped. A text that consists only of “undefined” or “null” is reported too.

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

from lintarticle.expression import expression
from lintarticle.languages import Joined
from lintarticle.rule import Article, Finding, Findings, Severity, Span, rule

_STAND_IN = (
    r"(?<![\]!\\\w])\[(?:(?:insert|add|enter|include|describe) (?=an?\s|[^\W\d_]{3})[^\[\]\n]{2,120}"
    r"|your [^\[\]\n]{1,60}|placeholder[^\[\]\n]{0,60}|xx+|%s)\](?![\[(:\w])"
)
_MARK = (
    r"(?:(?i:(?:internal|external|affiliate|related) links?|cta|call to action|add (?:link|quote|cta|video))"
    r"|LINK|BUTTON|QUOTE|VIDEO|EMBED|SOURCE|STATS?|TESTIMONIAL)"
)
"""What generators write where a link or another part is to come: `[INTERNAL LINK: neap tides]`."""

_MARKED = rf"(?<![\]!\\\w])\[{_MARK}\s?[:：]\s?[^\[\]\n]{{1,120}}\](?![\[(:\w])"
_IN_BRACKETS = expression(r"\[[^\[\]]+\](?![\[(:\w])")
_STAND_INS = Joined("stand_ins")
_TEMPLATE_WORDS = Joined("template_words")


_NOTHING = frozenset({"undefined", "null", "None", "NaN", "[object Object]"})
"""What a program writes in the place of a text that it did not get, in exactly this spelling."""

_SYNTAX = r"(?:^|[\s(])(?:[/\\$!@-]{1,2}[\w./-]+|[\w-]+[=<>|]|usage:.*|(?:\S+ )?\[[^\]]*\])\s*$"
"""What is before an argument of a command: its name, an option, another argument."""

_PATTERN = 12
"""Words of a line that is a pattern with several gaps, such as a search phrase; our own figure."""


def check(article: Article) -> Findings:
    yield from _nothing(article)
    for comment in article.body.comments:
        if re.match(rf"\s*{_MARK}\s?(?:[:：]|here)", comment.text.text):
            yield Finding(comment.span, "Unfilled placeholder in a comment.", at_most=Severity.WARNING)
    if "[" not in article.text or article.is_template:
        return
    prose = article.body.prose
    found = list(_in_brackets(prose))
    if found:
        taken = {item.span.start for item in article.illustrations} | {link.span.start for link in article.body.links}
        found = [span for span in found if span.start not in taken and _is_stand_in(prose, span)]
    if not found or _offers_template(prose):
        return
    for span in found:
        if not article.is_quoted(span) and not _is_syntax(article, span):
            yield Finding(span, f"Unfilled placeholder “{article.source[span]}”.")


def _in_brackets(prose: str) -> Iterator[Span]:
    """Yield what is in brackets and not the text of a link or a reference."""
    return (Span(*match.span()) for match in _IN_BRACKETS.finditer(prose))


def _is_stand_in(prose: str, span: Span) -> bool:
    if re.compile(_MARKED).match(prose, span.start):
        return True
    return re.compile(_STAND_IN % _STAND_INS.pattern, re.IGNORECASE).match(prose, span.start) is not None


def _nothing(article: Article) -> Findings:
    """Yield a text that is nothing but what a program writes where it got none."""
    span = article.body.span
    if span.end - span.start > 1_000:
        return
    written = article.source[span].strip()
    if written.strip("*_`\"'.") in _NOTHING:
        start = article.text.index(written, span.start)
        message = f"The text is only “{written}”; write the article or delete the file."
        yield Finding(Span(start, start + len(written)), message)


def _is_syntax(article: Article, span: Span) -> bool:
    """Whether brackets are an argument of a command, or one of the gaps of a pattern."""
    before = article.text[max(0, span.start - 200) : span.start].rpartition("\n")[2]
    after = article.text[span.end : span.end + 200].partition("\n")[0]
    if article.source[span][1:2].islower() and re.search(_SYNTAX, before, re.IGNORECASE):
        return True
    line = before + article.source[span] + after
    gaps = re.findall(r"\[[a-z][^\[\]]*\]", line)
    return len(gaps) > 1 and len(line.split()) <= _PATTERN and not line.rstrip().endswith((".", "!", ",", ":", ";"))


def _offers_template(prose: str) -> bool:
    return re.search(_TEMPLATE_WORDS.pattern, prose, re.IGNORECASE) is not None


RULE = rule(check, Severity.ERROR)
