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

from lintarticle.rule import Article, Finding, Findings, Severity, Span, rule

_STAND_IN = (
    r"(?<![\]!\\\w])\[(?:"
    r"(?:insert|add|enter|include|describe) (?:\w|your|the|a)[^\[\]\n]{1,120}"
    r"|your [^\[\]\n]{1,60}|(?:my|author'?s?|first|last|full|company|client|customer|product|brand|business|event) name"
    r"|name|company|client|product|date|location|city, state|phone number|email(?: address)?|author|link here|tbd|todo"
    r"|placeholder[^\[\]\n]{0,60}|xx+"
    r"|(?:ihr|dein) (?:name|unternehmen)|votre (?:nom|entreprise)|(?:tu|su) (?:nombre|empresa)|tuo nome|seu nome"
    r"|uw naam|je naam|ditt namn|twoje imię|ваше имя|название компании|你的名字|您的姓名|公司名称|あなたの名前|会社名"
    r"|이름|회사명|tên của bạn|tên công ty|اسمك|اسم الشركة|השם שלך|نام شما"
    r")\](?![\[(:\w])"
)
_TEMPLATE = (
    r"(?i)\b(?:templates?|placeholders?|fill(?:ed|ing)? (?:in|out)|replace|brackets?|vorlagen?|modèles?|plantillas?)\b"
    r"|\b(?:modell[oi]s?|mall(?:en|ar))\b|\bsjablo|шаблон|szablon|模板|範本|テンプレート|템플릿|قالب|תבנית"
)


def check(article: Article) -> Findings:
    prose = article.body.prose
    if "[" not in prose or article.is_template:
        return
    found = [Span(*match.span()) for match in re.finditer(_STAND_IN, prose, re.IGNORECASE)]
    if not found or re.search(_TEMPLATE, prose):
        return
    taken = {item.span.start for item in article.illustrations} | {link.span.start for link in article.body.links}
    for span in found:
        if span.start not in taken and not article.is_quoted(span):
            yield Finding(span, f"Unfilled placeholder “{article.source[span]}”.")


RULE = rule(check, Severity.ERROR)
