"""The search result of an article, and its sections with the places of its pictures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from lintarticle.article.illustrations.illustration import image_type
from lintarticle.output.html.page import text
from lintarticle.overview.model import IllustrationPart, ImageFile, Overview, Preview, SearchResult
from lintarticle.wording import number


def search_result(overview: Overview) -> str:
    """Return what a search engine would show; what it would cut off is struck through."""
    result = overview.search_result
    excerpt = _cut(result.excerpt) or '<em class="lack">no excerpt: search engines choose a passage of the text</em>'
    title = _cut(result.title) or '<em class="lack">no title</em>'
    caption = "Search result" + (", struck through what it leaves out" if _leaves_out(result) else "")
    dates = (field.text for field in overview.metadata if field.field == "date" and field.state == "used")
    date = "".join(f"{text(date[:10])} — " for date in dates if date)
    return (
        f'<figure class="result"><figcaption>{caption}</figcaption><div class="card">'
        f'<p class="address">{text(result.address)}</p><p class="title" dir="auto">{title}</p>'
        f'<p class="excerpt" dir="auto">{date}{excerpt}</p></div></figure>'
    )


def _leaves_out(result: SearchResult) -> bool:
    return result.title.is_cut or result.excerpt.is_cut


class Room:
    """The number of bytes of images that a page still has room for."""

    def __init__(self) -> None:
        self.left = _MOST_SHOWN


_MOST_SHOWN = 5_000_000
"""Bytes of all images on one page."""


def picture_map(overview: Overview, room: Room) -> str:
    """Return the outline with the words of each section, and between them the pictures where they go."""
    rows = "".join(_Map(overview, room).rows())
    lost = [picture for picture in overview.illustrations if picture.landing.where == "nowhere"]
    unplaced = f'<p class="lost">Not placed in the article:</p>{_pictures(lost, room)}' if lost else ""
    count = number(len(overview.illustrations), "picture") if overview.illustrations else "no pictures"
    return (
        f'<figure class="map"><figcaption>{number(overview.figures.words, "word")}, '
        f"{number(len(overview.sections), 'section')}, {count}</figcaption>"
        f'<ol class="outline">{rows}</ol>{unplaced}</figure>'
    )


class _Map:
    """The rows of one outline."""

    def __init__(self, overview: Overview, room: Room) -> None:
        self._overview = overview
        self._room = room
        self._briefs: dict[tuple[str, int | None], list[IllustrationPart]] = {}
        for picture in overview.illustrations:
            self._briefs.setdefault((picture.landing.where, picture.landing.section), []).append(picture)

    def rows(self) -> Iterator[str]:
        """Yield the sections, the pictures of briefs between them, and the other images of the text in them."""
        overview = self._overview
        yield from self._spot("top", None)
        if overview.opening_words:
            yield f'<li class="l1"><span class="name opening">opening</span>{_words(overview.opening_words)}</li>'
        yield from self._shown(None)
        yield from self._spot("intro", None)
        closing = _closing(overview)
        for index, section in enumerate(overview.sections):
            yield from self._spot("before", index)
            name = text(section.title) or '<em class="lack">empty heading</em>'
            title = f'<span class="name" dir="auto">{name}</span>{_words(section.words)}'
            yield f'<li class="l{section.level}">{title}</li>'
            yield from self._spot("in", index)
            yield from self._shown(index)
            for closed in closing[index]:
                yield from self._spot("after", closed)
        yield from self._spot("end", None)

    def _spot(self, where: str, section: int | None) -> Iterator[str]:
        if pictures := self._briefs.get((where, section)):
            yield f'<li class="spot">{_pictures(pictures, self._room)}</li>'

    def _shown(self, section: int | None) -> Iterator[str]:
        shown = [image for image in self._overview.images if image.section == section]
        if shown:
            items = "".join(
                f'<li>{_thumbnail(image.image, image.alt, self._room)}<span class="state">line {image.line}</span> '
                f'<span dir="auto">{text(image.alt or image.target)}</span></li>'
                for image in shown
            )
            yield f'<li class="spot"><ul class="pictures shown">{items}</ul></li>'


def _closing(overview: Overview) -> list[list[int]]:
    """Return for each section the sections that end where it ends, subsections before what holds them."""
    closing: list[list[int]] = [[] for _ in overview.sections]
    open_: list[int] = []
    for index, section in enumerate(overview.sections):
        while open_ and overview.sections[open_[-1]].level >= section.level:
            closing[index - 1].append(open_.pop())
        open_.append(index)
    if closing:
        closing[-1] += reversed(open_)
    return closing


def _pictures(pictures: list[IllustrationPart], room: Room) -> str:
    items = "".join(_picture(picture, room) for picture in pictures)
    return f'<ul class="pictures">{items}</ul>'


def _thumbnail(image: ImageFile | None, alt: str, room: Room) -> str:
    """Return an image within the page, or why it is not there."""
    if image is None:
        return ""
    size = f"{image.width} × {image.height}" if image.width else ""
    if not image.data or len(image.data) > room.left:
        weight = f"{image.size / 1000:,.0f} kB" if image.size else "over 1 MB"
        return f'<p class="unshown">{size} too large to show here ({weight})</p>'
    room.left -= len(image.data)
    data = b64encode(image.data).decode()
    return f'<img alt="{text(alt)}" title="{size}" src="data:{image_type(image.data)};base64,{data}">'


def _picture(picture: IllustrationPart, room: Room) -> str:
    facts = [
        f'<dt>{name}</dt><dd dir="auto">{text(value)}</dd>'
        for name, value in (
            ("asked for", picture.landing.asked),
            ("shows", picture.description),
            ("prompt", picture.prompt),
            ("alt text", picture.alt),
            ("caption", picture.caption),
            ("style", picture.style),
            ("size", picture.size),
            ("file", picture.file),
        )
        if value
    ]
    name = text(picture.called or picture.type or "picture")
    summary = f'<span dir="auto">{name}</span> <span class="state">{picture.status}, line {picture.line}</span>'
    return (
        f"<li>{_thumbnail(picture.image, picture.alt, room)}<details><summary>{summary}</summary>"
        f"<dl>{''.join(facts)}</dl></details></li>"
    )


def _words(words: int) -> str:
    return f'<span class="words">{number(words, "word")}</span>'


def _cut(cut: Preview) -> str:
    rest = cut.text[len(cut.shown) :]
    return text(cut.shown) + (f'<s class="cut">{text(rest)}</s>' if rest else "")
