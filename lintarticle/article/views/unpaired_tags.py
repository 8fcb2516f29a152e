"""Tags of HTML and JSX without their partner: elements that are never closed, or closed once too often."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.body import blank
from lintarticle.article.markdown.html import Tag, elements
from lintarticle.record import NamedTuple
from lintarticle.source import Span

TagFault = Literal["unclosed", "unopened", "reopened", "void"]

_PAIRED_NAMES = (
    "article aside audio b big blockquote button center code del details div em fieldset figure font footer form h1 h2"
    " h3 h4 h5 h6 header i iframe ins kbd main mark nav noscript ol pre s section select small span strike strong sub"
    " summary sup svg table textarea u ul video"
)
_PAIRED = frozenset(_PAIRED_NAMES.split())
"""Elements of HTML that must be closed; browsers close paragraphs, items and cells themselves."""

_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_FOREIGN = frozenset(("script", "style"))
_LINKS = "a"
"""Links are the matter of other rules."""


class Unpaired(NamedTuple):
    """A tag that lacks its partner; `reopened`: it opens an element again where it was to close it."""

    fault: TagFault
    tag: Tag


@view
def unpaired_tags(article: Article, *, jsx: bool) -> tuple[Unpaired, ...]:
    """Return the tags that lack their partner, in order; `jsx`: every tag has to be closed."""
    tags = list(_counted(article))
    if any(mask.name == "endif" for mask in article.body.masks):
        tags = list(_unconditional(article, tags))
    opened: dict[str, list[Tag]] = {}
    found: list[Unpaired] = []
    for tag in tags:
        name = tag.name if jsx else tag.name.lower()
        if (not jsx and name not in _PAIRED) or name == _LINKS or (tag.self_closing and (jsx or name == "svg")):
            continue
        if name in _VOID:
            found += [] if tag.closing else [Unpaired("void", tag)]
        elif not tag.closing:
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            opened[name].pop()
        else:
            found.append(Unpaired("unopened", tag))
    found += (unpaired for unclosed in opened.values() for unpaired in _unclosed(article, unclosed))
    misread = {each.tag.name for each in found if _is_misread(article, each.tag.name, tags)}
    return tuple(sorted((each for each in found if each.tag.name not in misread), key=lambda each: each.tag.span))


def _unclosed(article: Article, tags: list[Tag]) -> Iterator[Unpaired]:
    """Yield what is wrong with tags of one name that are never closed; a second behind some text was to close it."""
    at = 0
    while at < len(tags):
        second = tags[at + 1] if at + 1 < len(tags) else None
        between = article.text[tags[at].span.end : second.span.start] if second else ""
        if second and not second.attributes and between.strip() and "\n\n" not in between:
            yield Unpaired("reopened", second)
            at += 2
        else:
            yield Unpaired("unclosed", tags[at])
            at += 1


def _counted(article: Article) -> Iterator[Tag]:
    """Yield the tags of the text: no code of modules, expressions, scripts and styles."""
    body = article.body
    hidden = [mask.span for mask in body.masks if mask.kind in ("esm", "expression")]
    hidden += [element.content for element in elements(body.tags, _FOREIGN)]
    hidden.sort()
    for tag in body.tags:
        index = bisect_right(hidden, tag.span.start, key=lambda span: span.start) - 1
        if index < 0 or tag.span.start >= hidden[index].end:
            yield tag


def _unconditional(article: Article, tags: Iterable[Tag]) -> Iterator[Tag]:
    """Leave out the names of which a tag is in a branch of a template: another branch may hold its partner."""
    branches: list[Span] = []
    start = -1
    for mask in article.body.masks:
        if mask.kind == "liquid" and mask.name in ("if", "unless", "case"):
            start = mask.span.end if start < 0 else start
        elif mask.kind == "liquid" and mask.name in ("endif", "endunless", "endcase") and start >= 0:
            branches.append(Span(start, mask.span.start))
            start = -1
    tags = list(tags)
    inside = {tag.name for tag in tags if any(span.start <= tag.span.start < span.end for span in branches)}
    return (tag for tag in tags if tag.name not in inside)


def _is_misread(article: Article, name: str, tags: Iterable[Tag]) -> bool:
    """Whether some tags of a name could not be read, as with a template between their quotes."""
    text = blank(article.body.uncoded, [comment.span for comment in article.body.comments])
    written = re.findall(rf"(?<!\\)</?{re.escape(name)}(?![\w-])", text)
    return len(written) > sum(1 for tag in tags if tag.name == name)
