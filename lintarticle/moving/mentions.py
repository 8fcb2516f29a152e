"""Where an article names files and pages of its site: links, images, tags of generators, imports and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from lintarticle.article.article import Article
from lintarticle.article.editing.layout import entries_of
from lintarticle.article.markdown.targets import read_target
from lintarticle.article.values import Node, Text
from lintarticle.moving.tree import Kind
from lintarticle.source import Span

_TAGS = (
    (re.compile(r"\{%-?[ \t]*post_url[ \t]+([^\n{}%]+?)[ \t]*-?%\}"), "post"),
    (re.compile(r"\{%-?[ \t]*link[ \t]+([^\n{}%]+?)[ \t]*-?%\}"), "root"),
    (re.compile(r"\{\{[<%]\s*(?:ref|relref)\s+[\"'`]([^\"'`{}#\n]+)"), "ref"),
    (re.compile(r"\{\{[<%]\s*(?:ref|relref)\s+([^\s\"'`{}#<>%]+)"), "ref"),
    (re.compile(r"\{\{-?\s*[\"']([^\"'{}#?]+)[^\"'{}]*[\"']\s*\|\s*(?:relative_url|absolute_url|url)\b"), "route"),
    (re.compile(r"\{\{-?\s*(?:site\.(?:base)?url|base_path)\s*-?\}\}(/[^\s\"'(){}<>#?]*)"), "route"),
    (re.compile(r"\[\[[ \t]*([^\[\]|#^\n]+?)[ \t]*(?:[|#^][^\[\]\n]*)?\]\]"), "ref"),
    (re.compile(r"(?m)^(?:import|export)\b[^\"'\n]*[\"'](\.{1,2}/[^\"'\n]+)[\"']"), "path"),
    (re.compile(r"\brequire\(\s*[\"'](\.{1,2}/[^\"'\n]+)[\"']"), "path"),
    (re.compile(r"\b(?:src|href|poster)=[\"']([^\"'{}#?<>\s]+)"), "path"),
)
"""What names a file besides links and images: tags of generators, wiki links, modules, and attributes of HTML."""

_KEPT = frozenset((
    "title", "description", "excerpt", "summary", "alias", "aliases", "redirectfrom", "redirectto", "permalink", "url",
    "slug", "id", "tags", "categories", "keywords", "date", "author", "authors",
))  # fmt: skip
"""Keys whose values are not paths, or are addresses that must stay."""

_RELATED = frozenset((
    "related", "relatedposts", "relatedarticles", "seealso", "translationof", "next", "prev", "previous", "parent",
))  # fmt: skip
"""Keys whose values may be names of articles."""

_PLAIN = "/@:+~,!$&'*;=-._"
_ESCAPED = re.compile(r"[\s()<>#?%\"'\\`|\[\]{}]")


class Mention(NamedTuple):
    """A path in an article: where it is written, without query and fragment, and what it says with escapes undone.

    `prefix` is what comes before it and stays. `node` is its value in front matter, whose whole text is the path then.
    """

    span: Span
    path: str
    kind: Kind
    node: Node | None = None

    def written(self, path: str, raw: str) -> str:
        """Return another path as it is written instead of this one, which is written as `raw`."""
        if self.node is not None or self.kind in ("post", "root", "ref"):
            return path
        if "%" in raw and raw != self.path:
            return quote(path, safe=_PLAIN)
        return _ESCAPED.sub(lambda found: found[0] if found[0] in raw else quote(found[0]), path)


def mentions(article: Article) -> list[Mention]:
    """Return what an article mentions, in the order of its text; nothing that leads to another host or an anchor."""
    found = {mention.span.start: mention for mention in _in_tags(article)}
    for target in _targets(article):
        mention = _of_target(article, target)
        if mention:
            found[mention.span.start] = mention
    for mention in _in_front_matter(article):
        found[mention.span.start] = mention
    return [found[start] for start in sorted(found)]


def _targets(article: Article) -> Iterator[Text]:
    body = article.body
    yield from (link.target for link in body.links if link.kind != "autolink")
    yield from (image.target for image in body.images if image.target)
    yield from (definition.target for definition in body.definitions)


def _of_target(article: Article, target: Text) -> Mention | None:
    raw = article.source[target.span]
    start = target.span.start + (raw[:1] == "<")
    raw = raw[1:-1] if raw[:1] == "<" else raw
    text = target.text.strip().removeprefix("<").removesuffix(">")  # which MDX keeps
    form = read_target(text).form
    if form not in ("file", "route", "reference") or "{" in raw:
        return None
    prefix = next((mark for mark in ("@site/", "@/", "~/") if raw.startswith(mark)), "")
    path = re.split(r"[#?]", raw[len(prefix) :], maxsplit=1)[0]
    span = Span(start + len(prefix), start + len(prefix) + len(path))
    decoded = re.split(r"[#?]", text.removeprefix(prefix), maxsplit=1)[0]
    if not path.strip(" /"):
        return None
    kind: Kind = "root" if prefix else "route" if form == "route" else "path"
    return Mention(span, unquote(decoded), kind)


def _in_tags(article: Article) -> Iterator[Mention]:
    text = article.body.uncoded
    for pattern, kind in _TAGS:
        for found in pattern.finditer(text):
            path = found[1]
            named: Kind = kind  # type: ignore[assignment] # one of the table
            if kind == "path" and (form := read_target(path).form) not in ("file", "reference"):
                named = "route"
                if form != "route":
                    continue
            yield Mention(Span(*found.span(1)), unquote(path), named)


def _in_front_matter(article: Article) -> Iterator[Mention]:
    root = article.front_matter.root if article.front_matter else None
    seen: set[int] = set()
    for _, entry in entries_of(root) if root else ():
        for node in (entry.value, *entry.value.items):
            key = entry.key.text.casefold().replace("-", "").replace("_", "")
            if node.kind == "string" and key not in _KEPT and node.span.start not in seen:
                seen.add(node.span.start)
                path = re.split(r"[#?]", node.text.strip(), maxsplit=1)[0]
                form = read_target(node.text).form
                if "\n" in node.text or form not in ("file", "route"):
                    continue
                if "/" in path or form == "file":
                    yield Mention(node.span, unquote(path), "field", node)
                elif key in _RELATED:
                    yield Mention(node.span, path, "name", node)
