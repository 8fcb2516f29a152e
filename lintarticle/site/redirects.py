"""The old address of an article, kept in its front matter in the way of the program that makes the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lintarticle.article.values import Entry, Node
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.site.recording import OTHER_ADDRESSES
from lintarticle.site.site_path import site_path_of

if TYPE_CHECKING:  # edits are made only where an address is to be kept
    from lintarticle.article.editing.layout import Editable

FIELDS = {"hugo": "aliases", "zola": "aliases", "quarto": "aliases", "jekyll": "redirect_from"}
"""Generator → the front matter field that holds old addresses.

Hugo: “URL management”, “Aliases”. Zola: “Page”, “Front matter”. Quarto: “Website options”, “Redirects”. Jekyll: the
plugin jekyll-redirect-from.
"""

_ELSEWHERE = {
    "docusaurus": "add a redirect to the plugin “client-redirects” in the configuration of Docusaurus",
    "mkdocs": "add a redirect to “redirect_maps” of the plugin “redirects” in mkdocs.yml",
    "astro": "add a redirect to “redirects” in the configuration of Astro",
    "nextjs": "add a redirect to “redirects” in the configuration of Next.js",
    "mintlify": "add a redirect to “redirects” in docs.json",
    "mdbook": "add a redirect to “output.html.redirect” in book.toml",
}
"""Generator → where it keeps redirects instead."""

_FILES = (
    ("mkdocs", r"mkdocs\.ya?ml"), ("quarto", r"_quarto\.ya?ml"), ("docusaurus", r"docusaurus\.config\.[cm]?[jt]s"),
    ("astro", r"astro\.config\.[cm]?[jt]s"), ("eleventy", r"\.eleventy\.js|eleventy\.config\.[cm]?[jt]s"),
    ("gatsby", r"gatsby-config\.[cm]?[jt]s"), ("nextjs", r"next\.config\.[cm]?[jt]s"), ("mdbook", r"book\.toml"),
    ("vitepress", r"\.vitepress/config\.[cm]?[jt]s"), ("mintlify", r"(?:docs|mint)\.json"),
)  # fmt: skip
"""The files that generators without patterns of addresses are known by, at the root of a site."""


def generator_of(paths: Iterable[str], root: str) -> tuple[str, str]:
    """Return the generator whose file is in the folder of a site or one below it, and that folder, else "" for both."""
    pattern = re.compile(rf"(?:[^/]+/)?(?:{'|'.join(f'(?P<{name}>{files})' for name, files in _FILES)})")
    inside = (path[len(root) :] for path in paths if path.startswith(root))
    found = [match for match in map(pattern.fullmatch, inside) if match]
    if not found:
        return "", ""
    first = min(found, key=lambda match: match[0].count("/"))
    return first.lastgroup or "", f"{root}{first[0]}".rpartition("/")[0]


_SURE = {"hugo": r"[\w./ -]+", "zola": r"[A-Za-z0-9/-]+", "jekyll": r"[^?#%]+", "quarto": r"[^?#%]+"}
"""Addresses that these generators make of names in a way that is known."""


def written_address(written: str, path: str, generator: str, ending: str) -> str:
    """Return how an address is written as another one of an article, "" if that is not sure.

    `written` is the address without slashes around it, `path` that of the article below its site.
    """
    place = site_path_of(path.rpartition("/")[2] if generator == "zola" else path)
    sure = _SURE.get(generator)
    if sure is None or not re.fullmatch(sure, written) or (place.language and generator not in ("zola", "hugo")):
        return ""
    plain = written if generator in ("jekyll", "quarto") else re.sub(r"\s+", "-", written.lower())
    language = place.language if generator == "zola" else ""
    is_index = path.rpartition("/")[2].startswith(("index.", "_index."))
    whole = "/".join(filter(None, (language, plain.removesuffix(".html"))))
    return f"/{whole}{'/' if is_index else ending}"


def ending_of(generator: str, template: str) -> str:
    """Return what an address ends in, “.html” or a slash, by the pattern that it is made of."""
    if generator == "quarto":
        return ".html"
    return "/" if generator != "jekyll" or template.endswith("/") else ".html"


class Redirect(NamedTuple):
    """The edits that keep an address, and what remains to do by hand, or ""."""

    edits: tuple[Edit, ...] = ()
    advice: str = ""


def redirect(article: Editable, generator: str, old: str, new: str) -> Redirect:
    """Return what keeps the old address of an article, and no longer the new one as another of its addresses."""
    from lintarticle.article.editing import insert_key

    named = _entry(article)
    field = named.key.text if named else FIELDS.get(generator, "")
    if not field:
        return Redirect(advice=f"Links from other sites to “{old}” break; {where(generator)}.")
    edits = _joined(article, named.value, old, new) if named else insert_key(article, field, [old])
    if edits or (named and _has(named.value, old)):
        return Redirect(edits)
    return Redirect(advice=f"The old address could not be added; write “{old}” under “{field}” in the front matter.")


def where(generator: str) -> str:
    """Say where to add a redirect, as a clause."""
    if generator in FIELDS:
        return f"add that address under “{FIELDS[generator]}” in the front matter"
    return _ELSEWHERE.get(generator, "add a redirect where the site is served, for example in “_redirects”")


def _entry(article: Editable) -> Entry | None:
    root = article.front_matter.root if article.front_matter else None
    entries = root.entries if root else ()
    return next((each for each in entries if each.key.text.casefold().replace("-", "_") in OTHER_ADDRESSES), None)


def _joined(article: Editable, value: Node, old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that put the old address among others, replacing the new one if it is there."""
    from lintarticle.article.editing import insert_item, set_value

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
