"""What articles know of each other: small records, made while each article is read, which happens once in a run."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.anchors import FACTS_VERSION, Anchors, Facts, HeadingFacts, anchors_of, facts_of
from lintarticle.config.discovery import Configurations
from lintarticle.runner import Runner
from lintarticle.source import SourceText

TEXT = "---\ntitle: Tides\nslug: high-water\n---\n\n## The tables\n\n<a id='old'></a>\n\n## More {#own}\n\nText.\n"


def test_facts_are_small_and_keep_what_anchors_are_made_from() -> None:
    article = ArticleReader().read("tides.md", SourceText(TEXT))
    facts = facts_of(article, "guide")
    headings = (HeadingFacts("The tables", ""), HeadingFacts("More", "own"))
    assert facts[:4] == ("Tides", "high-water", "guide", headings)
    assert facts.complete
    assert {"old"} <= set(facts.ids)
    assert Anchors(facts, "github").names == anchors_of(article, "github").names


def test_facts_survive_as_text_but_not_another_version() -> None:
    facts = facts_of(ArticleReader().read("tides.md", SourceText(TEXT)))
    text = facts.as_text()
    assert Facts.from_text(text) == facts
    version, *others = json.loads(text)
    assert version == FACTS_VERSION
    assert Facts.from_text(json.dumps([version + 1, *others], separators=(",", ":"))) is None
    assert Facts.from_text("") is None


def linked(folder: Path, count: int) -> list[str]:
    """Write articles of which each links to an anchor of every other one."""
    for number in range(count):
        links = "".join(f"[p{other}](p{other}.md#part-{other}) " for other in range(count))
        (folder / f"p{number}.md").write_text(f"# Part {number}\n\n{links}[x](../site/p0.md#gone)\n", "utf-8")
    return [f"p{number}.md" for number in range(count)]


def test_an_article_is_read_once_however_many_link_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    names = linked(site, 12)
    read: Counter[str] = Counter()
    original = ArticleReader.read

    def counted(self: ArticleReader, path: str, source: SourceText) -> object:
        read[path] += 1
        return original(self, path, source)

    monkeypatch.setattr(ArticleReader, "read", counted)
    runner = Runner(Configurations(site))
    reports = list(runner.run(runner.find(["."])[0]))
    assert read == dict.fromkeys(names, 1)
    missing = [[problem.rule for problem in report.problems].count("links/anchor-missing") for report in reports]
    assert missing == [1] * 12


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_what_links_to_a_missing_anchor_of_a_later_article_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr("lintarticle.runner._LEAST_WORK", 1)
    pages = {
        "a.md": "[b](b.md#there) [c](c.md#there)",
        "b.md": "[a](a.md#there) [z](z.md#gone) [c](c.md#gone)",
        "c.md": "[z](z.md#there) [b](b.md#gone)",
        "d.md": "[b](binary.md#there) [o](../other.md#there)",
        "e.md": "[o](../other.md#gone) [x](gone.md#there)",
        "z.md": "No link.",
    }
    site = tmp_path / "site"
    site.mkdir()
    for name, links in pages.items():
        (site / name).write_text(f"# {name}\n\n## There\n\n{links}\n", "utf-8")
    (site / "binary.md").write_bytes(b"\0")
    (tmp_path / "other.md").write_text("# Other\n\n## There\n", "utf-8")
    (tmp_path / ".git").mkdir()
    read: Counter[str] = Counter()
    original = ArticleReader.read

    def counted(self: ArticleReader, path: str, source: SourceText) -> object:
        read[path] += 1
        return original(self, path, source)

    monkeypatch.setattr(ArticleReader, "read", counted)
    runner = Runner(Configurations(site))
    runner.jobs = jobs
    reports = list(runner.run(runner.find(["."])[0]))
    found = {
        each.path: [problem.message for problem in each.problems if "matches" in problem.message] for each in reports
    }
    assert list(found) == ["a.md", "b.md", "binary.md", "c.md", "d.md", "e.md", "z.md"]
    assert {path: len(messages) for path, messages in found.items() if messages} == {"b.md": 2, "c.md": 1, "e.md": 1}
    if jobs == 1:
        assert {path for path, times in read.items() if times > 1} == {"b.md"}


def test_a_link_sees_the_same_whoever_comes_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    names = linked(site, 4)
    for order in (names, names[::-1], names[2:], names[:1]):
        runner = Runner(Configurations(site))
        reports = list(runner.run(map(runner.target, order)))
        rules = [sorted(problem.rule for problem in report.problems) for report in reports]
        assert [each.count("links/anchor-missing") for each in rules] == [1] * len(order)


def test_the_reading_of_another_article_is_that_of_its_own_configuration(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "lintarticle.toml").write_text("[fields]\ntitle = ['heading']\n", "utf-8")
    (tmp_path / "guide" / "a.md").write_text("---\nheading: The moon\n---\n\n## Sun\n", "utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: B\n---\n\n[a](guide/a.md#the-moon) [a](guide/a.md#mars)\n", "utf-8")
    runner = Runner(Configurations(tmp_path))
    (report,) = runner.run([runner.target("b.md")])
    missing = [problem for problem in report.problems if problem.rule == "links/anchor-missing"]
    assert [problem.message for problem in missing] == ["No heading in “guide/a.md” matches “#mars”; correct the link."]
