"""The search result of an article, and its sections with the places of its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.contract import number
from lintarticle.output.html.page import text
from lintarticle.overview.model import IllustrationPart, Overview, Preview, SearchResult


def search_result(overview: Overview) -> str:
    """Return what a search engine would show; what it would cut off is struck through."""
    result = overview.search_result
    excerpt = _cut(result.excerpt) or '<em class="lack">no excerpt: search engines take what they find</em>'
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


def picture_map(overview: Overview) -> str:
    """Return the outline with the words of each section, and between them the pictures where they go."""
    rows = "".join(_rows(overview))
    lost = [picture for picture in overview.illustrations if picture.landing.where == "nowhere"]
    unplaced = f'<p class="lost">Without a place in the article:</p>{_pictures(lost)}' if lost else ""
    count = number(len(overview.illustrations), "picture") if overview.illustrations else "no pictures"
    return (
        f'<figure class="map"><figcaption>{number(overview.figures.words, "word")}, '
        f"{number(len(overview.sections), 'section')}, {count}</figcaption>"
        f'<ol class="outline">{rows}</ol>{unplaced}</figure>'
    )


def _rows(overview: Overview) -> Iterator[str]:
    at: dict[tuple[str, int | None], list[IllustrationPart]] = {}
    for picture in overview.illustrations:
        at.setdefault((picture.landing.where, picture.landing.section), []).append(picture)
    yield from _row(at.get(("top", None)))
    if overview.opening_words:
        yield f'<li class="l1"><span class="name opening">opening</span>{_words(overview.opening_words)}</li>'
    yield from _row(at.get(("intro", None)))
    closing = _closing(overview)
    for index, section in enumerate(overview.sections):
        yield from _row(at.get(("before", index)))
        name = text(section.title) or '<em class="lack">empty heading</em>'
        yield f'<li class="l{section.level}"><span class="name" dir="auto">{name}</span>{_words(section.words)}</li>'
        yield from _row(at.get(("in", index)))
        yield from _row([picture for closed in closing[index] for picture in at.get(("after", closed), ())])
    yield from _row(at.get(("end", None)))


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


def _row(pictures: list[IllustrationPart] | None) -> Iterator[str]:
    if pictures:
        yield f'<li class="spot">{_pictures(pictures)}</li>'


def _pictures(pictures: list[IllustrationPart]) -> str:
    return f'<ul class="pictures">{"".join(map(_picture, pictures))}</ul>'


def _picture(picture: IllustrationPart) -> str:
    facts = [
        f'<dt>{name}</dt><dd dir="auto">{text(value)}</dd>'
        for name, value in (
            ("asked for", picture.landing.asked),
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


def _cut(cut: Preview) -> str:
    rest = cut.text[len(cut.shown) :]
    return text(cut.shown) + (f'<s class="cut">{text(rest)}</s>' if rest else "")
