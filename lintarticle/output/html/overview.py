"""The search result of an article, and its sections with the places of its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.html.text import text
from lintarticle.output.summary import number
from lintarticle.overview import Cut, Overview, PictureView


def search_result(overview: Overview) -> str:
    """Return what a search engine would show; what it would cut off is struck through."""
    excerpt = _cut(overview.excerpt) or '<em class="lack">no excerpt: search engines take what they find</em>'
    title = _cut(overview.title) or '<em class="lack">no title</em>'
    caption = "Search result" + (", struck through what it leaves out" if _leaves_out(overview) else "")
    date = f"{text(overview.date[:10])} — " if overview.date else ""
    return (
        f'<figure class="result"><figcaption>{caption}</figcaption><div class="card">'
        f'<p class="address">{text(overview.address)}</p><p class="title" dir="auto">{title}</p>'
        f'<p class="excerpt" dir="auto">{date}{excerpt}</p></div></figure>'
    )


def _leaves_out(overview: Overview) -> bool:
    return overview.title.is_cut or overview.excerpt.is_cut


def picture_map(overview: Overview) -> str:
    """Return the outline with the words of each section, and between them the pictures where they go."""
    rows = "".join(_rows(overview))
    lost = [picture for picture in overview.pictures if picture.where == "nowhere"]
    unplaced = f'<p class="lost">Without a place in the article:</p>{_pictures(lost)}' if lost else ""
    count = number(len(overview.pictures), "picture") if overview.pictures else "no pictures"
    return (
        f'<figure class="map"><figcaption>{number(overview.words, "word")}, '
        f"{number(len(overview.sections), 'section')}, {count}</figcaption>"
        f'<ol class="outline">{rows}</ol>{unplaced}</figure>'
    )


def _rows(overview: Overview) -> Iterator[str]:
    at: dict[tuple[str, int], list[PictureView]] = {}
    for picture in overview.pictures:
        at.setdefault((picture.where, picture.section), []).append(picture)
    yield from _row(at.get(("top", -1)))
    if overview.opening_words:
        yield f'<li class="l1"><span class="name opening">opening</span>{_words(overview.opening_words)}</li>'
    yield from _row(at.get(("intro", -1)))
    closing = _closing(overview)
    for index, section in enumerate(overview.sections):
        yield from _row(at.get(("before", index)))
        name = text(section.title) or '<em class="lack">empty heading</em>'
        yield f'<li class="l{section.level}"><span class="name" dir="auto">{name}</span>{_words(section.words)}</li>'
        yield from _row(at.get(("in", index)))
        yield from _row([picture for closed in closing[index] for picture in at.get(("after", closed), ())])
    yield from _row(at.get(("end", -1)))


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


def _row(pictures: list[PictureView] | None) -> Iterator[str]:
    if pictures:
        yield f'<li class="spot">{_pictures(pictures)}</li>'


def _pictures(pictures: list[PictureView]) -> str:
    return f'<ul class="pictures">{"".join(map(_picture, pictures))}</ul>'


def _picture(picture: PictureView) -> str:
    facts = [
        f'<dt>{name}</dt><dd dir="auto">{text(value)}</dd>'
        for name, value in (
            ("asked for", picture.asked),
            ("shows", picture.description),
            ("prompt", picture.prompt),
            ("alt text", picture.alt),
            ("file", picture.file),
        )
        if value
    ]
    name = text(picture.called or picture.type or "picture")
    return (
        f'<li><details><summary><span dir="auto">{name}</span> <span class="state">{picture.status}, '
        f"line {picture.line}</span></summary><dl>{''.join(facts)}</dl></details></li>"
    )


def _words(words: int) -> str:
    return f'<span class="words">{number(words, "word")}</span>'


def _cut(cut: Cut) -> str:
    rest = cut.whole[len(cut.shown) :]
    return text(cut.shown) + (f'<s class="cut">{text(rest)}</s>' if rest else "")
