"""Outlines against whole articles: one change is one problem, and the headings that fixes add land in their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.values import Fault
from lintarticle.outline.deviations import deviations
from lintarticle.outline.outline import Limits, Outline, OutlineSection
from lintarticle.ranges import Range
from lintarticle.source import SourceText

NAMES = ("Summary", "Background", "Reactions", "Method", "Figures", "Timeline", "Interview", "Corrections", "Railways")

HEADS = (
    "# The ferry runs again\n\n",
    "# The ferry runs again\n\nIt runs from Monday.\n\n",
    "---\ntitle: The ferry runs again\n---\n\n",
    "---\ntitle: The ferry runs again\n---\n",
    "---\ntitle: The ferry runs again\n---\n\nIt runs from Monday.\n\n",
    "---\ntitle: The ferry runs again\n---\n\n# The ferry runs again\n\n",
    "+++\ntitle = 'The ferry runs again'\n+++\n\n",
    "\ufeff---\ntitle: The ferry runs again\n---\n\n",
    "",
)

TAILS = (
    "",
    "\n",
    "\n---\n\n**SEO Title:** The ferry\n\n**SEO Excerpt:** After the winter it runs.\n\n**Tags:** ferry, pier\n",
)

BODIES = (
    "Text.\n",
    "- one\n- two\n",
    "~~~\n## no heading\n~~~\n",
    "> ## Quoted\n",
    "| a |\n| - |\n| b |\n",
    "### Below\n\nText.\n",
)


def read(text: str) -> Article:
    return ArticleReader().read("ferry.md", SourceText(text))


def article_of(head: str, sections: list[tuple[str, str]], tail: str = "") -> str:
    return head + "\n".join(f"## {name}\n\n{body}" for name, body in sections) + tail


def told(text: str, outline: Outline) -> list[str]:
    return [fault.kind for fault in deviations(read(text), outline)]


def applied(text: str, fault: Fault) -> str:
    assert fault.fix is not None
    (edit,) = fault.fix.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


_sections = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(BODIES)), unique_by=lambda each: each[0], max_size=7
)


@given(st.sampled_from(HEADS), _sections, st.sampled_from(TAILS), st.data())
def test_added_headings_land_where_they_belong(
    head: str, sections: list[tuple[str, str]], tail: str, data: st.DataObject
) -> None:
    outline = Outline(tuple(OutlineSection((name,)) for name, _ in sections))
    kept = [each for each in sections if data.draw(st.booleans())]
    text = article_of(head, kept, tail if kept else "")
    before = read(text)
    for _ in range(len(sections) - len(kept)):
        first = next(iter(deviations(read(text), outline)))
        assert first.kind == "missing-section"
        text = applied(text, first)
    assert told(text, outline) == []
    after = read(text)
    wanted = [name for name, _ in sections]
    assert [each.title for each in after.body.sections if each.title in wanted and each.level == 2] == wanted
    assert [block.entries for block in after.blocks if block.entries] == [] or before.blocks
    assert after.metadata.text("title") == before.metadata.text("title") or not before.metadata.text("title")
    assert "\n\n\n" not in text.rstrip(), "one blank line is enough"


@given(st.integers(3, len(NAMES)), st.data())
def test_one_change_is_one_problem(count: int, data: st.DataObject) -> None:
    names = list(NAMES[:count])
    outline = Outline(tuple(OutlineSection((name,)) for name in names), additional=False)
    at = data.draw(st.integers(0, count - 1))
    changes = {
        "missing-section": [*names[:at], *names[at + 1 :]],
        "unexpected-section": [*names[:at], "Weather of the week", *names[at:]],
        "misspelt": [*names[:at], f"{names[at]}s", *names[at + 1 :]],
        "section-order": [*names[:at], *names[at + 1 :], names[at]] if at < count - 1 else [names[-1], *names[:-1]],
    }
    for kind, changed in changes.items():
        text = article_of("# The ferry runs again\n\n", [(name, "Text.\n") for name in changed])
        assert told(text, outline) == [kind if kind != "misspelt" else "unexpected-section"], kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["missing-section"]),
        ("Text.\n", ["missing-section"]),
        ("# Summary\n\nText.\n", []),
        ("## Summary\n\nText.\n", []),
        ("# Ferry\n\n# Summary\n", []),
        ("# Ferry\n\n## Weather\n\n# Summary\n", []),
        ("---\ntitle: Ferry\n---\n\n# Weather\n\n# Summary\n", []),
        ("---\ntitle: Ferry\n---\n\n# Ferry\n\n## Summary\n\n# Weather\n", []),
        ("---\ntitle: Ferry\n---\n\n# Weather\n\n## Summary\n\n# Rain\n", ["missing-section"]),
        ("# Ferry\n\n### Summary\n", []),
        ("Text.\n\n# Ferry\n\n## Summary\n", []),
        ("## Weather\n\n# Ferry\n\n## Summary\n", ["missing-section"]),
        ("<h1>Ferry</h1>\n\n<h2>Summary</h2>\n", []),
        ("---\ntitle: [\n---\n\n## Summary\n", []),
    ],
)
def test_the_outline_speaks_of_the_sections_below_the_title(text: str, expected: list[str]) -> None:
    assert told(text, Outline((OutlineSection(("Summary",)),))) == expected


def test_nested_outlines_go_as_deep_as_headings() -> None:
    outline = Outline(())
    for level in range(6, 1, -1):
        outline = Outline(
            (OutlineSection((f"Level {level}",), limits=Limits(words=Range(1)), sections=outline),), additional=False
        )
    text = "# Ferry\n\n" + "".join(f"{'#' * level} Level {level}\n\nText.\n\n" for level in range(2, 7))
    assert told(text, outline) == []
    assert told(text.replace("Level 6", "Depth"), outline) == ["missing-section", "unexpected-section"]


def test_articles_of_very_many_sections_end() -> None:
    """30,000 sections against 20 items: order is not looked at then, which would take memory without measure."""
    outline = Outline(tuple(OutlineSection((f"Item {'x' * number}",)) for number in range(20)))
    text = "# Ferry\n\n" + "".join(f"## Part {number}\n\n" for number in range(30_000))
    assert told(text, outline) == ["missing-section"] * 20
