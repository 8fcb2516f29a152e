"""What no fix may edit in a body: code, templates, components, formulas, and pairs of tags not known to hold prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.body import blank
from lintarticle.article.markdown.embedded import RAW, raw_elements
from lintarticle.article.markdown.html import Tag
from lintarticle.article.markdown.masking import Mask
from lintarticle.source import Span

_PROSE_NAMES = (
    "abstract accordion admonition alert announcement aside attention attribution bubble callout caption card caution"
    " center collapse collapsible column danger definition detail disclaimer dropdown endnote epigraph error example"
    " expand expandable expander faq figcaption figure fold footnote hint important info information intro item lead"
    " marginnote message notice note notification panel panelset pullquote question quote blockquote quotation row"
    " section sidenote spoiler step success summary tab tabbed tabpane tabs tip todo toggle warn warning if ifversion"
    " unless"
)
_PROSE = frozenset(_PROSE_NAMES.split())
"""Words in the names of paired shortcodes and tags whose content is the article's own prose."""

_CODE_NAMES = (
    "code codeblock codefence codetabs console cell d2 diagram dot exec formula graphviz highlight html include js"
    " katex latex math mermaid output plantuml prompt pyodide python raw repl script snippet source sql style terminal"
    " verbatim"
)
_CODE = frozenset(_CODE_NAMES.split())
"""Words in the names of pairs whose content is code, whatever else the name says."""

_OPAQUE_MASKS = frozenset(
    ("attributes", "code", "comment", "esm", "expression", "liquid", "math", "shortcode", "tag", "template")
)
_RAW_OPENER = rf"<({'|'.join(sorted(RAW))})\b[^<>]*>"
"""A second look for elements of code: a script that holds `<` is not an element to the reader of tags."""

_TEMPLATE_BLOCK = r"([#/])(\w+)|(if|with|range|block|define|end)\b"
_ENCLOSED = (("{`", "`}"), ("<%", "%>"))
"""Template literals in braces, as components take code (``<CodeBlock>{`…`}</CodeBlock>``), and templates of EJS."""

_BRACKET_CODE = r"\[(code|sourcecode|source|latex|math|html|js|php|python|sql|raw|highlight)\b[^\[\]\n]*\]"
_DIRECTIVE = r":{3,}[ \t]*(.*)"


@view
def opaque_spans(article: Article) -> tuple[Span, ...]:
    """Return the spans of a body that no fix may edit, in order, none overlapping or touching another."""
    text, body = article.text, article.body
    code = [block.span for block in body.code_blocks]
    outside = blank(text, [Span(0, body.span.start), *code])
    spans = [
        *code,
        *body.code_spans,
        *(comment.span for comment in body.comments),
        *(mask.span for mask in body.masks if mask.kind in _OPAQUE_MASKS),
        *_paired(text, body.masks),
        *_directives(text, body.masks),
        *(tag.span for tag in body.tags if _is_component(tag)),
        *raw_elements(list(body.tags)),
        *_delimited(body.uncoded, _RAW_OPENER, "</{}"),
        *_delimited(outside, _BRACKET_CODE, "[/{}]"),
        *_enclosed(outside),
    ]
    return tuple(_merged(spans))


def may_edit(article: Article, span: Span) -> bool:
    """Whether a fix may edit the text under a span: nothing opaque, unless what is there was read as text."""
    if not touches(opaque_spans(article), span):
        return True
    return any(known.start <= span.start and span.end <= known.end for known in _read_inside(article))


def _read_inside(article: Article) -> Iterator[Span]:
    """Yield what is known to be text inside opaque parts: briefs, and what shortcodes say of their images."""
    yield from (item.span for item in article.illustrations if item.origin != "front-matter")
    for image in article.body.images:
        if image.kind == "shortcode":
            yield from (text.span for text in (image.alt, image.title) if text)


def touches(opaque: tuple[Span, ...], span: Span) -> bool:
    """Whether an edit under `span` changes something inside one of the opaque spans; at their edges it does not."""
    index = bisect_left(opaque, span.start, key=lambda each: each.end)
    while index < len(opaque) and opaque[index].start < max(span.end, span.start + 1):
        start, end = opaque[index]
        if span.start < end and start < span.end:
            return True
        if start < span.start < end:
            return True
        index += 1
    return False


def holds_prose(name: str) -> bool:
    """Whether a paired shortcode, tag or component is known by its name to hold prose: `my-theme/callout`."""
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower())
    known = [word.removesuffix("s") if word not in _PROSE | _CODE else word for word in words]
    return not _CODE.intersection(known) and not _PROSE.isdisjoint(known)


def _paired(text: str, masks: Iterable[Mask]) -> Iterator[Span]:
    """Yield the content of paired shortcodes and tags, their marks included, that are not known to hold prose."""
    opened: dict[str, list[tuple[Span, str]]] = {}
    for mask in masks:
        if mask.kind not in ("shortcode", "liquid", "template"):
            continue
        name, closes = _role(text, mask)
        if not closes:
            opened.setdefault(f"{mask.kind} {name}", []).append((mask.span, name))
            if mask.kind == "liquid":
                opened.setdefault("liquid ", []).append((mask.span, name))
            continue
        stack = opened.get(f"{mask.kind} {name}")
        if stack:
            opener, own = stack.pop()
            if not holds_prose(own):
                yield Span(opener.start, mask.span.end)


def _role(text: str, mask: Mask) -> tuple[str, bool]:
    """Return the name of a shortcode or tag, and whether it closes a pair; Zola closes any with a bare `end`."""
    inside = text[mask.inner.start : mask.inner.end].lstrip("- \t\n")
    if mask.kind == "template":
        found = re.match(_TEMPLATE_BLOCK, inside)
        if found is None:
            return "\0", False
        return (f"#{found[2]}", found[1] == "/") if found[1] else ("", found[3] == "end")
    if mask.kind == "liquid" and mask.name.startswith("end"):
        return mask.name[3:], True
    return mask.name, inside.startswith("/")


def _directives(text: str, masks: Iterable[Mask]) -> Iterator[Span]:
    """Yield `:::` containers of code (`::: mermaid`, `:::{code-cell}`) with their content."""
    opened: list[tuple[int, str]] = []
    for mask in masks:
        found = re.match(_DIRECTIVE, text[slice(*mask.span)]) if mask.kind == "directive" else None
        if found is None:
            continue
        if found[1].strip():
            opened.append((mask.span.start, found[1]))
        elif opened:
            start, name = opened.pop()
            if not _CODE.isdisjoint(re.findall(r"[a-z]+", name.lower().split(None, 1)[0])):
                yield Span(start, mask.span.end)


def _is_component(tag: Tag) -> bool:
    """Whether a tag is a component (`<Card>`, `<v-card>`) or has an attribute that is an expression."""
    custom = "-" in tag.name and not tag.name.lower().startswith("grok")  # left by a chat assistant, no component
    return bool(tag.dynamic) or tag.name[:1].isupper() or custom or "." in tag.name


def _delimited(text: str, opener: str, closer: str) -> Iterator[Span]:
    """Yield what is between an opener and the closer of its name; one that is never closed reaches nowhere."""
    if closer[0] not in text:
        return
    lowered, at = text.lower(), 0
    unclosed: set[str] = set()
    pattern = re.compile(opener, re.IGNORECASE)
    while found := pattern.search(text, at):
        name, at = found[1].lower(), found.end()
        end = -1 if name in unclosed else lowered.find(closer.format(name), at)
        if end < 0:
            unclosed.add(name)
            continue
        yield Span(found.start(), end + len(closer.format(name)))
        at = end


def _enclosed(text: str) -> Iterator[Span]:
    for opener, closer in _ENCLOSED:
        start = text.find(opener) if opener[0] in text else -1
        while start >= 0:
            end = text.find(closer, start + len(opener))
            if end < 0:
                break
            yield Span(start, end + len(closer))
            start = text.find(opener, end + len(closer))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
