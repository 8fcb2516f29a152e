"""Inline briefs: the marks that an editor leaves in the body where a picture is still to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.elements import Comment, Image
from lintarticle.languages import Joined
from lintarticle.record import NamedTuple
from lintarticle.source import Span

PICTURES = Joined("pictures")
_CONNECTING = Joined("connecting_words")
_INSERTING = Joined("inserting_words")
_WANTED = Joined("wanted_pictures")


class _Patterns:
    """What finds the beginning of a mark in any language, compiled once per run."""

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """`[Image suggestion 2:` with what may be before and between."""
        return re.compile(
            r"\[[ \t]*(?:(?P<verb>insert|add|place|put|todo:?|tk)[ \t]+"
            r"(?:(?:an?|the|your)[ \t]+)?(?:[\w-]+[ \t]+){0,3}?)?"
            rf"(?P<picture>{_unbounded(PICTURES)})(?P<plain>s?)(?P<wanted>[ \t]*-?(?:{_unbounded(_WANTED)}))?"
            r"(?P<number>[ \t]*#?\d{1,3})?"
            rf"(?P<more>[ \t]*(?:{_unbounded(_WANTED)}))?{_BOUNDARY}[ \t]*(?P<colon>[:：]|[–—]|-(?=[ \t]))?",
            re.IGNORECASE,
        )

    @cached_property
    def in_comment(self) -> re.Pattern[str]:
        """`Image suggestion 2:` at the start of a comment."""
        return re.compile(
            rf"\s*(?:todo:?\s+)?(?:insert\s+|add\s+)?(?:an?\s+)?(?P<picture>{_unbounded(PICTURES)})"
            rf"(?P<number>\s*#?\d{{1,3}})?(?P<wanted>\s+(?:{_unbounded(_WANTED)}))?\s*(?P<colon>[:：–—]|-(?=\s)|$)",
            re.IGNORECASE,
        )

    @cached_property
    def picture(self) -> re.Pattern[str]:
        """A word for a picture, where a word begins."""
        return _beginning(PICTURES)

    @cached_property
    def inserting(self) -> re.Pattern[str]:
        """A word that asks for one."""
        return _whole(_INSERTING)

    @cached_property
    def going_on(self) -> re.Pattern[str]:
        """A word that introduces what a picture shows, or one that says that it is still to come."""
        return re.compile(f"{_CONNECTING.pattern}|{_WANTED.pattern}", re.IGNORECASE)

    @cached_property
    def wanted(self) -> re.Pattern[str]:
        """A word that says that it is still to come."""
        return _whole(_WANTED)


def _beginning(words: Joined) -> re.Pattern[str]:
    inflected = "|".join(word[:-1] for word in words.every if "а" <= word[0] <= "я" and word[-1] in "аяоеь")
    whole = rf"(?:{_unbounded(words)})(?:{_ENDINGS})?{_BOUNDARY}|(?:{inflected})[а-я]{{0,3}}(?![а-я])"
    return re.compile(rf"(?<![^\W\d_])(?:{whole})|(?:{_foreign(words)})", re.IGNORECASE)


_ENDINGS = "e?s|e?n|e|[ui]?m|[auyęı]|ın?ı|in?i|un?u|ün?ü"
"""What words for pictures end in: plurals and cases of the languages in Latin letters."""


def _whole(words: Joined) -> re.Pattern[str]:
    return re.compile(words.pattern, re.IGNORECASE)


def _foreign(words: Joined) -> str:
    """Return what finds a word of a script that puts no blank before it."""
    return "|".join(re.escape(word) for word in words.every if word[0] > "\u0590") or "(?!)"


def _unbounded(words: Joined) -> str:
    """Return what finds a word, the longest first, and lets another follow at once: `[IMAGEPROMPT: …]`."""
    return "|".join(map(re.escape, sorted(words.every, key=len, reverse=True)))


_BOUNDARY = r"(?:(?<=[\u0590-\u08ff\u2e80-\uffff])|(?![^\W\d_]))"
"""The end of a word, in scripts that show one: Chinese has no space there, in Arabic an ending may."""

_PATTERNS = _Patterns()
_PROMPT_TARGET = r"!\[([^\[\]\n]{0,300})\]\([ \t]*<?image[ \t]*:[ \t]*(?!//)([^()\n]{1,1500})\)"
_LOOSE_BRACKET = r"\[(?<!\]\[)(?!\^|[ xX]\]|[^\[\]]{0,1500}\](?:[(:]|\[(?! \])))"
"""A bracket that opens no link, footnote or task box: without one there is no mark, and no pattern to compile."""

_LONGEST = 1500
"""Characters of a marker; what is longer is prose in brackets."""

_DEEPEST = 5
"""Brackets within the brackets of a marker."""


class Marker(NamedTuple):
    """One mark: its span, and the offsets of what it says about the picture.

    `alt` is next to a prompt, `named` the word for the picture; `asks`: words that ask for it are around the content.
    """

    span: Span
    content: Span
    alt: Span | None = None
    is_prompt: bool = False
    asks: bool = False
    named: Span | None = None


def find_markers(body: Body, hidden: tuple[Span, ...]) -> list[Marker]:
    """Return the marks of a body in document order, outside the hidden spans (metadata blocks)."""
    if not body.images and not body.comments and not any(map(body.uncoded.__contains__, _SIGNS)):
        return []
    found = [
        *_in_brackets(body),
        *_in_targets(body.uncoded),
        *_in_images(body.images, body.uncoded),
        *_in_lines(body),
        *_in_comments(body),
    ]
    shown = [marker for marker in found if not any(_overlaps(marker.span, span) for span in hidden)]
    shown.sort(key=lambda marker: (marker.span.start, -marker.span.end))
    outer: list[Marker] = []
    for marker in shown:
        if not outer or marker.span.start >= outer[-1].span.end:
            outer.append(marker)
    return outer


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_brackets(body: Body) -> Iterator[Marker]:
    """Yield `[IMAGE: …]` and its kin, with the `!`, `>` or `*` around it left alone."""
    text = body.uncoded
    if "[" not in text or re.search(_LOOSE_BRACKET, text) is None:
        return
    labels = {definition.label.casefold() for definition in body.definitions}
    comments = [comment.span for comment in body.comments]
    for match in _PATTERNS.opening.finditer(text):
        close = _closing_bracket(text, match.end())
        if close < 0 or not body.span.start <= match.start() < body.span.end:
            continue
        label = " ".join(text[match.start() + 1 : close].split()).casefold()
        if (
            text[close + 1 : close + 2] in ("(", "[", ":") and not text.startswith("[ ]", close + 1)
        ) or label in labels:
            continue
        if holds(comments, match.start()):
            continue
        if _is_marker(match, text, close, body):
            start = match.start() - (text[match.start() - 1 : match.start()] == "!")
            asks = match["verb"] is not None and not match["colon"]
            content = Span(match.start() + 1 if asks else match.end(), close)
            yield Marker(Span(start, close + 1), content, asks=asks, named=Span(*match.span("picture")))


def holds(spans: list[Span], offset: int) -> bool:
    """Whether one of the spans, in document order and apart from each other, holds an offset."""
    before = bisect_right(spans, offset, key=lambda span: span.start)
    return before > 0 and offset < spans[before - 1].end


def _in_lines(body: Body) -> Iterator[Marker]:
    """Yield what is alone on its line and asks for a picture: `(Insert image of … here)`, `<Image placeholder: …>`."""
    text = body.uncoded
    for match in _alone(text, body.span):
        group = next(name for name in _INSIDE if match[name] is not None)
        start, end = match.span(group)
        after_image = any(0 <= start - image.span.end < _NEAR for image in body.images)
        is_styled = group == "starred" or text.startswith(("*", "_"), match.start("all"))
        wish = _wish(text[start:end], plain=not is_styled and not after_image)
        if wish is not None:
            yield Marker(Span(*match.span("all")), Span(start + wish, end), asks=not wish)
    if any(map(text.__contains__, _CAMERAS)):
        for match in re.compile(_WITH_CAMERA).finditer(text, body.span.start, body.span.end):
            if re.search(_PATTERNS.picture, match["name"]):
                yield Marker(Span(match.start("all"), match.end("all")), Span(*match.span("said")))


def _alone(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield the lines that are marks from end to end; only those that begin with one are looked at."""
    alone = re.compile(_ALONE)
    for start in (span.start, *(match.end() for match in re.compile(_BEFORE_MARK).finditer(text, *span))):
        if match := alone.match(text, start, span.end):
            yield match


def _wish(content: str, *, plain: bool) -> int | None:
    """Return where a text that asks for a picture says which one, None for one that does not ask.

    `plain`: the word for a picture and a colon are enough. Else there must be a word for inserting it, at either end or
    with one for “here”.
    """
    if "=" in content or (picture := _PATTERNS.picture.search(content)) is None:
        return None
    colon = re.search("[:：]", content)
    front = content[: colon.start()] if colon else content
    if colon and not content[colon.end() :].strip():
        return None
    if colon and picture.end() <= colon.start():
        if re.search(_PATTERNS.inserting, front) or re.search(_PATTERNS.wanted, front):
            return colon.end()
        bare = picture.start() <= 3 and not front[picture.end() :].strip(" #0123456789")
        return colon.end() if plain and bare else None
    words = front.strip(" .。!")
    verb = re.search(_PATTERNS.inserting, words)
    if verb is None:
        here = plain and re.search(_PATTERNS.wanted, words[picture.end() :])
        return 0 if here and len(words) <= _LONGEST_WISH else None
    is_asked = verb.start() <= 1 or verb.end() >= len(words) - 3 or re.search(_PATTERNS.wanted, words)
    return 0 if is_asked else None


_NEAR = 200
"""Characters behind an image in which brackets hold its credit."""

_LONGEST_WISH = 30
"""Characters of `Hero image here`, which has no verb."""

_INSIDE = ("round", "square", "bracket", "tag", "starred")
_ALONE = (
    r"(?m)^[ \t]*(?:>[ \t]*)?(?P<all>(?P<style>\*{0,3}|_{0,3})[(（](?P<round>[^()（）\n]{3,300})[)）](?P=style)"
    r"|[【［](?P<square>[^【】［］\n]{3,300})[】］]|\[(?P<bracket>[^\[\]\n^]{3,300})\](?![(\[:])|<(?P<tag>[^<>\n/!]{3,300})>"
    r"|(?P<mark>\*{1,3}|_{1,3})(?P<starred>[^\s*_\[][^*_\n]{3,300})(?P=mark))[.。]?[ \t]*$"
)
_BEFORE_MARK = r"\n(?=[ \t]*(?:>[ \t]*)?[*_(（\[【［<])"
_CAMERAS = ("📷", "📸", "🖼", "🎨", "🏞", "📊", "📈")
_SIGNS = (*"(（[【［<*_", *_CAMERAS)
"""What each mark that is neither an image nor a comment has at least one of."""
_WITH_CAMERA = (
    rf"(?m)^[ \t]*(?:>[ \t]*|[-*+][ \t]+)?(?P<all>(?:{'|'.join(_CAMERAS)})\ufe0f?[ \t]*\*{{0,2}}"
    r"(?P<name>[^\W\d][^\n:：*]{1,40})\*{0,2}[ \t]*[:：]\*{0,2}[ \t]*(?P<said>[^\n]{3,400}))$"
)


def _closing_bracket(text: str, position: int) -> int:
    """Return the bracket that closes a marker, in the same paragraph, or -1."""
    depth = 1
    for match in re.compile(r"[\[\]]|\n[ \t>]*\n").finditer(text, position, position + _LONGEST):
        if match.group() not in "[]" or depth > _DEEPEST:
            return -1
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return match.start()
    return -1


def _is_marker(match: re.Match[str], text: str, close: int, body: Body) -> bool:
    """Tell a brief from a photo credit, a reference to a figure, or a bracketed word."""
    content = text[match.end() : close].strip()
    if match.group("wanted") or match.group("more") or match.group("verb"):
        return bool(match.group("colon") or match.group("verb") or not content)
    alone = _stands_alone(text, match.start(), close + 1)
    if not match.group("colon"):
        return alone and not content and match.group("picture").isupper()
    if not content or match.group("plain"):
        return False
    shouted = match.group("picture").isascii() and match.group("picture").isupper()
    return shouted or (alone and not _follows_image(body.images, text, match.start()))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    return not before.strip(" \t>*_!-+") and not after.strip(" \t*_.\\")


def _follows_image(images: tuple[Image, ...], text: str, start: int) -> bool:
    """Whether an image is right before: then the brackets hold its credit or its caption."""
    before = bisect_left(images, start, key=lambda image: image.span.start)
    return before > 0 and len(text[images[before - 1].span.end : start][:200].split()) <= 2


def _in_images(images: tuple[Image, ...], text: str) -> Iterator[Marker]:
    """Yield `![alt](IMAGE:prompt)` and `![Image suggestion: …](TODO)`."""
    for image in images:
        if image.target and (match := re.match(r"image\s*:\s*(?!//)", image.target.text, re.IGNORECASE)):
            target = image.target.span
            written = text[target.start : target.end].casefold().find(match.group().strip().casefold())
            start = target.start + max(written, 0) + len(match.group())
            yield Marker(
                image.span, Span(min(start, target.end), target.end), image.alt and image.alt.span, is_prompt=True
            )
        elif image.alt and image.kind != "shortcode" and re.search("[:：–—-]", image.alt.text):
            opening = _PATTERNS.opening.match("[" + image.alt.text)
            if opening and opening.group("wanted") and opening.group("colon"):
                colon = re.search(r"[:：–—]|-(?=[ \t])", text[image.alt.span.start : image.alt.span.end])
                start = image.alt.span.start + (colon.end() if colon else 0)
                yield Marker(image.span, Span(start, image.alt.span.end))


def _in_targets(text: str) -> Iterator[Marker]:
    """Yield `![alt](IMAGE:a prompt in words)`, whose blanks keep it from being an image of Markdown."""
    if "![" not in text:
        return
    for match in re.finditer(_PROMPT_TARGET, text, re.IGNORECASE):
        yield Marker(Span(*match.span()), Span(*match.span(2)), Span(*match.span(1)), is_prompt=True)


def _in_comments(body: Body) -> Iterator[Marker]:
    """Yield `<!-- IMAGE: … -->`, but not a comment that merely names the image after it."""
    starts = [image.span.start for image in body.images]
    for comment in body.comments:
        match = _PATTERNS.in_comment.match(comment.text.text)
        if _names_next(body.uncoded, comment, starts):
            continue
        if match is None or not _is_brief(match, comment):
            wish = _wish_in_comment(comment.text.text)
            if wish is not None:
                at = comment.text.span.start
                yield Marker(comment.span, Span(at + wish, comment.text.span.end), asks=not wish)
            continue
        start = min(comment.text.span.start + match.end(), comment.text.span.end)
        yield Marker(comment.span, Span(start, comment.text.span.end))


def _wish_in_comment(content: str) -> int | None:
    """Return where a comment says which picture it asks for; one that speaks of pictures at large does not."""
    begin = re.match(r"\s*(?:todo\b:?\s*)?", content, re.IGNORECASE)
    lead = begin.end() if begin else 0
    picture = _PATTERNS.picture.search(content, lead)
    if picture is None or "\n\n" in content or len(content) > _LONGEST_COMMENT:
        return None
    behind = content[picture.end() :].strip(" .!")
    is_one = not behind or behind[0] in ":：" or _PATTERNS.going_on.match(behind)
    wish = _wish(content[lead:], plain=False) if is_one else None
    return lead + wish if wish else wish


_LONGEST_COMMENT = 300


def _is_brief(match: re.Match[str], comment: Comment) -> bool:
    content = comment.text.text[match.end() :].strip()
    return bool(content and match.group("colon")) or bool(match.group("wanted"))


def _names_next(text: str, comment: Comment, starts: list[int]) -> bool:
    position = bisect_left(starts, comment.span.end)
    return position < len(starts) and not text[comment.span.end : starts[position]].strip(" \t\n<>/figurepa")
