"""Directives, shortcodes and tags of templates that open a block and never close it, or close one that is not open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.masking import Mask
from lintarticle.record import NamedTuple
from lintarticle.source import Span

BlockFault = Literal["unclosed", "unopened", "short"]

_LIQUID_NAMES = (
    "if unless for case capture raw comment tablerow highlight codeblock blockquote pullquote details spoiler katex"
)
_LIQUID = frozenset(_LIQUID_NAMES.split())
"""Tags of Liquid, and of Jekyll, Hexo and DEV, that are always closed."""

_HUGO_NAMES = (
    "admonition alert blockquote callout caution columns danger details expand highlight hint important info note"
    " notice pullquote quote spoiler steps tab tabpane tabs tip warning"
)
_HUGO = frozenset(_HUGO_NAMES.split())
"""Shortcodes that make no sense without something inside."""

_GIVEN = r"[\"'`][^\"'`\n]*\s[^\"'`\n]*\s[^\"'`\n]*[\"'`]|\b(?:text|content|body|src|link|href|file)\s*="
"""What a shortcode is given instead of something inside: a text of three words or more, a file."""

_HALF = re.compile(r"\{\{[<%][ \t]*/?[A-Za-z][\w./-]*")
"""The beginning of a shortcode."""

_DIRECTIVE = re.compile(r"(:{3,})[ \t]*(.*)")
_MODULE = r"\w+(?:\.\w+)+"
"""The name of a module, for which mkdocstrings puts in what the code says of it."""


class UnpairedBlock(NamedTuple):
    """A mark without its partner; `short`: what was to close it has fewer colons. `likely`: by its name only."""

    fault: BlockFault
    span: Span
    name: str
    likely: bool = False


@view
def unpaired_directives(article: Article) -> tuple[UnpairedBlock, ...]:
    """Return the `:::` that lack their partner, in order."""
    opened: list[tuple[int, UnpairedBlock]] = []
    found: list[UnpairedBlock] = []
    for mask in article.body.masks:
        match = _DIRECTIVE.match(article.text, *mask.span) if mask.kind == "directive" else None
        if match is None:
            continue
        colons, name = len(match[1]), match[2].strip()
        if name:
            if not re.fullmatch(_MODULE, name):
                opened.append((colons, UnpairedBlock("unclosed", mask.span, name)))
            continue
        index = next((at for at in reversed(range(len(opened))) if opened[at][0] <= colons), -1)
        if index >= 0:
            del opened[index]
        elif opened:
            found.append(opened.pop()[1]._replace(fault="short"))
        else:
            found.append(UnpairedBlock("unopened", mask.span, match[1]))
    return tuple(sorted([*found, *(each for _, each in opened)], key=lambda each: each.span))


@view
def unpaired_shortcodes(article: Article) -> tuple[UnpairedBlock, ...]:
    """Return the shortcodes of Hugo (`{{< tab >}}`) that lack their partner, in order."""
    marks = [_Mark(mask, *_hugo_role(article, mask)) for mask in article.body.masks if mask.kind == "shortcode"]
    closed = {mark.name for mark in marks if mark.role == "closes"}
    found = []
    for unpaired in _unpaired(marks):
        written = article.source[unpaired.span]
        if unpaired.fault == "unclosed":
            given = re.search(_GIVEN, written) is not None
            known = unpaired.name.rpartition("/")[2] in _HUGO and _is_alone(article, unpaired.span)
            if given or not (unpaired.name in closed or known):
                continue
            found.append(unpaired._replace(likely=unpaired.name != "highlight"))
        else:
            found.append(unpaired)
    return _uneven(
        article, found, r"\{{\{{[<%]\s*{}\b(?:(?!/\s*[>%]\}}\}})[^\n])*?[>%]\}}\}}", r"\{{\{{[<%]\s*/\s*{}\b"
    )


def half_shortcodes(article: Article) -> Iterator[Span]:
    """Yield where shortcodes of Hugo begin that have no `>}}` or `%}}` of their own."""
    for match in _HALF.finditer(article.body.prose):
        if article.text.startswith(match[0], match.start()):
            yield Span(*match.span())


@view
def unpaired_liquid(article: Article) -> tuple[UnpairedBlock, ...]:
    """Return the tags of templates (`{% if %}`, in Zola `{% note() %}`) that lack their partner, in order."""
    marks, raw = [], False
    for mask in article.body.masks:
        if mask.kind != "liquid" or (raw and mask.name != "endraw"):
            continue
        raw = mask.name == "raw"
        marks.append(_Mark(mask, *_liquid_role(article, mask)))
    closed = {mark.name for mark in marks if mark.role == "closes"}
    found = [
        each for each in _unpaired(marks) if each.fault != "unclosed" or each.name in _LIQUID | closed or not each.name
    ]
    return _uneven(article, found, r"\{{%-?\s*{}\b", r"\{{%-?\s*end{}\b")


class _Mark(NamedTuple):
    mask: Mask
    name: str
    role: Literal["opens", "closes", "neither"]


def _hugo_role(article: Article, mask: Mask) -> tuple[str, Literal["opens", "closes", "neither"]]:
    inner = article.source[mask.inner].strip()
    if inner.startswith("/*") or inner.endswith("/") or not mask.name:
        return mask.name, "neither"
    return mask.name, "closes" if inner.startswith("/") else "opens"


def _liquid_role(article: Article, mask: Mask) -> tuple[str, Literal["opens", "closes", "neither"]]:
    """Return the name and the role of a tag; in Zola, what has parentheses is closed by a bare `end`."""
    inner = article.source[mask.inner].strip("- \t\n")
    if mask.name == "end" or re.match(r"[\w:]+\(", inner):
        return "", "closes" if mask.name == "end" else "opens"
    if mask.name.startswith("end"):
        return mask.name[3:], "closes"
    return mask.name, "opens"


def _unpaired(marks: Iterable[_Mark]) -> list[UnpairedBlock]:
    opened: dict[str, list[Mask]] = {}
    found = []
    for mark in marks:
        if mark.role == "opens":
            opened.setdefault(mark.name, []).append(mark.mask)
        elif mark.role == "closes":
            if opened.get(mark.name):
                opened[mark.name].pop()
            else:
                found.append(UnpairedBlock("unopened", mark.mask.span, mark.name))
    found += [UnpairedBlock("unclosed", mask.span, name) for name, masks in opened.items() for mask in masks]
    return sorted(found, key=lambda each: each.span)


def _uneven(article: Article, found: list[UnpairedBlock], opener: str, closer: str) -> tuple[UnpairedBlock, ...]:
    """Leave out the names of which the whole text, code included, has as many marks of both kinds."""

    def is_even(name: str) -> bool:
        counts = [len(re.findall(each.format(re.escape(name)), article.text)) for each in (opener, closer)]
        return counts[0] == counts[1]

    even = {name for name in {each.name for each in found if each.name} if is_even(name)}
    return tuple(each for each in found if each.name not in even)


def _is_alone(article: Article, span: Span) -> bool:
    """Whether nothing else is on the line of a mark."""
    lines = article.source
    line = lines.line_span(lines.line_of(span.start))
    around = article.text[line.start : span.start] + article.text[span.end : max(span.end, line.end)]
    return not around.strip(" \t>-*+")
