"""Headings become anchors as the site generators make them, and links into other articles are followed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.anchors import Facts, anchors_of, facts_of, slug
from lintarticle.files import DiskFiles
from lintarticle.problem import Finding
from lintarticle.rule import Context, Files, NoFiles, Site
from lintarticle.rules.links import anchor_missing
from lintarticle.source import SourceText


@pytest.mark.parametrize(
    ("algorithm", "title", "anchor"),
    [
        ("github", "A & b_c: d!", "a--b_c-d"),
        ("github", "1.2 Über uns", "12-über-uns"),
        ("github", "潮汐表 🌊", "潮汐表-"),
        ("github", "नमस्ते", "नमस्ते"),
        ("kramdown", "1. The *First*", "the-first"),
        ("kramdown", "Über uns", "ber-uns"),
        ("ascii", "Über_uns & more", "uber-uns-more"),
        ("python", "Über uns - more", "uber-uns-more"),
        ("python", "潮汐表", ""),
        ("pandoc", "1. What's new in v1.2?", "whats-new-in-v1.2"),
        ("encoded", "What's  new?", "what's-new?"),
        ("vue", "1. Über uns", "_1-uber-uns"),
        ("hexo", "What's New?", "What-s-New"),
        ("collapsed", "A & b - c", "a-b-c"),
        ("joined", "A & b_c", "abc"),
        ("hashnode", "A & b", "heading-a-b"),
    ],
)
def test_one_heading(algorithm: str, title: str, anchor: str) -> None:
    assert slug(title, algorithm) == anchor


@pytest.mark.parametrize(
    ("slugger", "anchors"),
    [
        ("github", {"more", "more-1", "more-2", "own"}),
        ("pelican", {"more", "more_1", "more_2", "own"}),
        ("vitepress", {"more", "more-1", "more-2", "own"}),
    ],
)
def test_repeated_headings_are_numbered(slugger: str, anchors: set[str]) -> None:
    article = ArticleReader().read("a.md", SourceText("# More\n\n## More\n\n### More\n\n## More {#own}\n"))
    assert anchors_of(article, slugger).names == anchors


class OneFile(NoFiles):
    """Files of which one is an article; it counts how often its facts are asked for."""

    def __init__(self, target: str, text: str) -> None:
        self.target, self.text, self.reads = target, text, 0

    def facts(self, article: str, target: str) -> Facts | None:
        """Return the facts of the one file."""
        if target != self.target:
            return None
        self.reads += 1
        return facts_of(ArticleReader().read(target, SourceText(self.text)))


def findings(text: str, files: Files) -> list[Finding]:
    article = ArticleReader().read("posts/tides.md", SourceText(text))
    context = Context(date(2026, 1, 31), files, Site(slugger="github"))
    return list(anchor_missing.check(article, context))


def test_another_article_is_read_once() -> None:
    files = OneFile("maps.md", "---\ntitle: Maps\n---\n\n## The north\n")
    found = findings("[a](maps.md#the-north) [b](maps.md#the-south) [c](maps.md#south) [d](maps.md)", files)
    assert [each.message for each in found] == [
        "No heading in “maps.md” matches “#the-south”; correct the link.",
        "No heading in “maps.md” matches “#south”; correct the link.",
    ]
    assert found[0].fix is not None
    assert [edit.text for edit in found[0].fix.edits] == ["the-north"]
    assert files.reads == 1


def test_no_file_is_read_without_an_anchor() -> None:
    files = OneFile("maps.md", "# Maps\n")
    assert findings("[a](maps.md) [b](#maps) [c](data.csv#x)\n\n# Maps\n", files) == []
    assert files.reads == 0


def test_a_file_that_is_no_article_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "maps.md").write_bytes(b"\0")
    assert findings("[a](maps.md#x) [b](gone.md#x)", DiskFiles(tmp_path, tmp_path)) == []


def test_a_reference_of_the_site_is_followed() -> None:
    files = OneFile("/content/maps.md", "# Maps\n")
    assert len(findings("[a](@/maps.md#gone) [b](@/maps.md#maps)", files)) == 1
