r"""A link or an image has an address that readers can't open.

`(url)`, `(link)`, `#` and a bare `https://` were meant to be replaced. So was an address on the writer's own computer
or network (`http://localhost:1313/tides`, `C:\…`, `192.168.…`, `printer.local`) or in a preview of the site, which no
one else can open; covers and canonical URLs are looked at too. An address without its scheme (`example.org`,
`ann@example.org`) leads to a page of the site itself. An article that mentions `localhost` in its text or code, a link
whose text is the address, a link to the top of the page and hosts reserved for examples (`example.com`) are fine.

## Bad

```markdown
# Tide tables

The [tables of the north](url) are old.
```

## Good

```markdown
# Tide tables

The [tables of the north](https://example.com/tables) are old. [Back to top](#)
```
"""

from __future__ import annotations

import re

from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import is_public, remote_host, why_unreachable, with_scheme
from lintarticle.expression import expression
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_STAND_IN = expression(
    r"#|url|link|href|todo|tbd|fixme|xxx+|https?:(?://)?|(?:https?://)?(?:url|link)[-_ ]?(?:here|goes[-_]here)"
    r"|(?:insert|add|your)[-_ ](?:the[-_ ])?(?:url|link)(?:[-_ ]here)?|link-to-[\w-]{1,40}|(?:https?://)?your-?(?:url|link)",
    re.IGNORECASE,
)
_UPWARDS = (
    r"(?i)\b(?:top|up|oben|haut|sommet|arriba|inicio|topo|início|inizio|boven|toppen)\b|[↑⬆▲^]|верх|начал"
    r"|顶|頂|トップ|先頭|上へ|맨 ?위|đầu trang|أعلى|بالا|למעלה"
)
"""What a link to the top of the page is called in each supported language."""


_MOCK_UP = 3
"""Links to `#` in HTML from which they show what a menu looks like: our own figure."""


def check(article: Article) -> Findings:
    about = _Topics(article)
    for link in article.body.links:
        target = link.target.text.strip()
        if link.kind == "autolink" or not target or is_public(target):
            continue
        if _STAND_IN.fullmatch(target):
            if not _is_meant(article, link):
                yield Finding(link.target.span, f"Link address “{target}” is a placeholder; add the real one.")
        elif why := why_unreachable(target):
            is_shown = bool(host := remote_host(target)) and host in link.text.text
            if not is_shown and target not in about:
                yield Finding(link.target.span, f"Link points to {why}; use a public address.")
        elif address := with_scheme(target):
            yield _without_scheme(article, link, address)
    if "](file:/" in article.text:
        for match in re.finditer(r"\]\((file:/[^\s()]*)", article.body.uncoded):  # no link for a strict parser
            message = "Link points to a file on the writer's own computer; use a public address."
            yield Finding(Span(*match.span(1)), message)
    yield from _pictures(article, about)


def _pictures(article: Article, about: _Topics) -> Findings:
    """Look at the addresses of images, of the cover, and at the canonical one."""
    for image in article.body.images:
        target = image.target.text if image.target else ""
        if image.target and (why := why_unreachable(target)) and target not in about:
            yield Finding(image.target.span, f"Image points to {why}; use a public address.")
    for name, what in (("cover", "Cover"), ("canonical_url", "Canonical URL")):
        field = article.metadata.get(name)
        if field and (why := why_unreachable(field.text)):
            yield Finding(field.span, f"{what} points to {why}; use a public address.")


class _Topics:
    """The addresses whose host an article is about."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[str, bool] = {}

    def __contains__(self, target: str) -> bool:
        host = remote_host(target)
        if host and host not in self._known:
            self._known[host] = _speaks_of(self._article, host)
        return self._known.get(host, False)


def _without_scheme(article: Article, link: Link, address: str) -> Finding:
    written = article.source[link.target.span]
    edit = Edit(link.target.span, address)
    fix = Fix(f"Write “{address}”", (edit,), "unsafe") if written == link.target.text else None
    return Finding(link.target.span, f"“{link.target.text}” leads to a page of this site; write “{address}”.", fix=fix)


def _is_meant(article: Article, link: Link) -> bool:
    """Whether `#` means the top of the page, or a script acts on an HTML link."""
    if link.target.text.strip() != "#":
        return False
    if link.kind == "html" and article.text.count('href="#"') >= _MOCK_UP:
        return True
    opening = article.text[link.span.start : link.text.span.start]
    is_scripted = link.kind == "html" and re.search(r"\s(?:on|@|data-|role|class|id|aria-)", opening) is not None
    return is_scripted or re.search(_UPWARDS, link.text.text) is not None


def _speaks_of(article: Article, host: str) -> bool:
    """Whether the article mentions the host outside links and images too: then it is about a local server."""
    spans = {*(link.span for link in article.body.links if link.kind != "autolink")}
    spans |= {image.span for image in article.body.images}
    inside = sum(article.text[span.start : span.end].count(host) for span in spans)
    targets = {link.target.span for link in article.body.links if link.kind == "reference"}
    inside += sum(article.text[span.start : span.end].count(host) for span in targets)
    return article.text.count(host) > inside


RULE = rule(check, Severity.WARNING, fix=("unsafe",), changes_body=True)
