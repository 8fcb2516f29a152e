"""Images placed in random articles: only the image and its brief's own line are new, on the page as in the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from briefed import png, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.rendering import body_html
from lintarticle.briefs.placing import place_images
from lintarticle.briefs.states import Situation
from lintarticle.files import DiskFiles
from lintarticle.pictures import Pictures
from lintarticle.source import BOM, SourceText

BLOCKS = (
    "Plain words, in one line.",
    "Two lines\nof words.",
    "汽笛在雾中响了三次。",
    "A whale 🐋 and a flag 🇳🇴 in a line.",
    "- one\n- two\n\n  more of two",
    "1. one\n   - below one\n2. two",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "```sh\n# not a heading\n\n[IMAGE: not a mark]\n```",
    "~~~\nopen `ticks\n~~~",
    "    indented code\n\n    more of it",
    "> Somebody said so.\n>\n> And more.",
    "<details>\n<summary>More</summary>\n\nHidden words.\n\n</details>",
    "<!-- a remark -->",
    "* * *",
    "Words before a list:\n- tight\n- list",
    "A note[^1] and a [link][a].\n\n[^1]: The note.\n\n[a]: https://example.org/",
    "Trailing blanks  \nand a break.",
    '<a id="anchor"></a>',
    "Text\n\n\n\nafter many lines.",
)

HEADINGS = ("## {}", "{}\n------", "## {} ##", "### {}", "## {} 灯塔")
NAMES = ("Quay", "Lamp", "Rope", "Buoy")
FORMS = ("front matter", "block", "mark")


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw an article with one brief: its text, the form of the brief and the line that it is on."""
    parts = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=3))
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
        parts.append(draw(st.sampled_from(HEADINGS)).format(name))
        parts += draw(st.lists(st.sampled_from(BLOCKS), max_size=3))
    names = [name for name in NAMES if any(re.search(rf"(?m)^(?:##.*)?\b{name}\b", part) for part in parts)]
    places = ["top", "after the introduction", "end"]
    places += [f'{word} "{name}"' for name in names for word in ("before", "after", "in")]
    place, form = draw(st.sampled_from(places)), draw(st.sampled_from(FORMS))
    body = "\n\n".join(parts)
    body = body.replace("\n\n\n\n", "\n\n\n") if draw(st.booleans()) else body
    end = draw(st.sampled_from(("", "\n", "\n\n")))
    if form == "front matter":
        line = f"  - {{type: map, placement: '{place}', description: A coast}}"
        return f"---\ntitle: A\nillustrations:\n{line}\n---\n\n{body}{end}", form, line
    if form == "block":
        line = f"1. **Map** ({place}): A coast by night."
        block = f"**SEO Excerpt:** How it was.\n\n**Suggested Illustrations:**\n\n{line}\n\n**Target Audience:** All."
        return f"{body}\n\n---\n\n{block}{end}", form, line
    return f"{body}\n\n[IMAGE: A coast by night]\n\nThe last words.{end}", form, "[IMAGE: A coast by night]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    for name in ("a-1-map", "a-1-a-coast-by-night"):
        put(made / f"images/{name}.png", png(8, 8))
    return made


def situation(folder: Path, text: str) -> Situation:
    article = ArticleReader().read("a.md", SourceText(text))
    return Situation(article, folder / "a.md", folder, DiskFiles(folder, folder), Pictures())


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=articles(), windows=st.booleans(), has_bom=st.booleans())
def test_only_the_image_and_its_mark_are_new(
    folder: Path, drawn: tuple[str, str, str], windows: bool, has_bom: bool
) -> None:
    text, form, line = drawn
    newline = "\r\n" if windows else "\n"
    raw = (BOM if has_bom else "") + text.replace("\n", newline)
    before = situation(folder, raw)
    placing = place_images(before, ArticleReader())
    if placing.refused:
        assert placing.after.raw == raw
        return
    if not placing.placed:  # what is read as no brief of ours
        assert not [item for item in before.article.illustrations if item.is_read]
        return
    after = situation(folder, placing.after.raw)
    assert placing.after.has_bom == has_bom
    assert _without_image(placing.after.text, line, form) == _lines(before.article.text)
    assert placing.after.raw.count("\r\n") == placing.after.raw.count("\n") * windows
    assert _page(after) == _page(before)
    again = place_images(after, ArticleReader())
    assert (again.placed, again.refused, again.after.raw) == (0, (), placing.after.raw)


def _without_image(text: str, line: str, form: str) -> list[str]:
    """Return the lines of an article that are not blank, without its image and the mark of its brief."""
    if form == "mark":
        text = re.sub(r"!\[A coast[^\n]*\)", line, text)
    lines = re.sub(r"!\[A coast[^\n]*\)", "", text)
    plain = re.sub(r",? ?\s*[Ff]ile: images/a-1[\w-]*\.png", "", lines)
    return _lines(plain)


def _lines(text: str) -> list[str]:
    return [line for line in text.removeprefix(BOM).split("\n") if line.strip()]


def _page(made: Situation) -> list[str]:
    page = body_html(made.article).replace("[IMAGE: A coast by night]", "")
    page = re.sub(r'<img src="images/a-1[^>]*>', "", page).replace("<p></p>", "")
    return [line for line in page.split("\n") if line.strip()]
