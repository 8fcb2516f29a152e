"""The old address of an article, kept in its front matter in the way of the platform."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.editing import insert_item, insert_key, set_value
from lintarticle.article.values import Entry, Node
from lintarticle.problem import Edit
from lintarticle.site.recording import OTHER_ADDRESSES

FIELDS = {"Hugo": "aliases", "Zola": "aliases", "Quarto": "aliases", "Jekyll": "redirect_from"}
"""Platform → the front matter field that holds old addresses.

Hugo: “URL management”, “Aliases”. Zola: “Page”, “Front matter”. Quarto: “Website options”, “Redirects”. Jekyll: the
plugin jekyll-redirect-from.
"""

_ELSEWHERE = {
    "Docusaurus": "add a redirect to the plugin “client-redirects” in the configuration of Docusaurus",
    "MkDocs": "add a redirect to “redirect_maps” of the plugin “redirects” in mkdocs.yml",
    "Astro": "add a redirect to “redirects” in the configuration of Astro",
    "Next.js": "add a redirect to “redirects” in the configuration of Next.js",
    "Mintlify": "add a redirect to “redirects” in docs.json",
    "mdBook": "add a redirect to “output.html.redirect” in book.toml",
}
"""Platform → where it keeps redirects instead."""


class Redirect(NamedTuple):
    """The edits that keep an address, and what is to be done by hand, "" for nothing."""

    edits: tuple[Edit, ...] = ()
    advice: str = ""


def redirect(article: Article, platform: str, old: str, new: str) -> Redirect:
    """Return what keeps the old address of an article, and no longer the new one as another of its addresses."""
    named = _entry(article)
    field = named.key.text if named else FIELDS.get(platform, "")
    if not field:
        return Redirect(advice=f"Links from other sites to “{old}” break; {where(platform)}.")
    edits = _joined(article, named.value, old, new) if named else insert_key(article, field, [old])
    if edits or (named and _has(named.value, old)):
        return Redirect(edits)
    return Redirect(advice=f"The old address could not be added; write “{old}” under “{field}” in the front matter.")


def where(platform: str) -> str:
    """Say where a redirect is to be added, as a clause."""
    if platform in FIELDS:
        return f"add that address under “{FIELDS[platform]}” in the front matter"
    return _ELSEWHERE.get(platform, "add a redirect where the site is served, for example in “_redirects”")


def _entry(article: Article) -> Entry | None:
    root = article.front_matter.root if article.front_matter else None
    entries = root.entries if root else ()
    return next((each for each in entries if each.key.text.casefold().replace("-", "_") in OTHER_ADDRESSES), None)


def _joined(article: Article, value: Node, old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that put the old address among others, in the place of the new one if that is there."""
    if value.kind in ("string", "null"):
        others = [value.text] if value.text and not _is_same(value.text, new) and not _is_same(value.text, old) else []
        return set_value(article, value, [*others, old] if others or value.kind == "null" else old)
    if value.kind != "list" or _has(value, old):
        return ()
    for item in value.items:
        if _is_same(item.text, new):
            return set_value(article, item, old)
    return insert_item(article, value, len(value.items), old)


def _has(value: Node, address: str) -> bool:
    return any(_is_same(node.text, address) for node in value.walk() if node.kind == "string")


def _is_same(one: str, other: str) -> bool:
    return re.sub(r"\.html\Z", "", one.strip("/")) == re.sub(r"\.html\Z", "", other.strip("/"))
