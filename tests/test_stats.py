"""`lintarticle stats`: figures by rule, family, type of article and author."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lintarticle.cli.main import main
from lintarticle.problem import Edit, Fix, Place, Problem, Severity
from lintarticle.source import Span
from lintarticle.statistics import Figures, Statistics, ranked

CONFIGURATION = """\
select = ["excerpt/missing", "tags/missing", "title/shouting", "tags/duplicate"]

[types.news]
files = ["news/**"]

[types.news.rules]
"title/shouting" = "info"
"""

ARTICLES = {
    "news/a.md": "---\ntitle: HIGH WATER IN THE HARBOUR\nexcerpt: Water.\nauthor: Maren Holt\ntags: [sea, sea]\n---\n",
    "news/b.md": "---\ntitle: Low water\nauthors: [Maren Holt, 望月 汐]\n---\n",
    "guide/c.md": "---\ntitle: Tides\nexcerpt: Water.\ntags: [tides]\n---\n",
}


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Stats = Callable[..., Ran]


@pytest.fixture
def stats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Stats:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintarticle.toml").write_text(CONFIGURATION, "utf-8")
    for name, text in ARTICLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    def run(*arguments: str) -> Ran:
        code = main(["stats", *arguments])
        return Ran(code, *capsys.readouterr())

    return run


def test_tables(stats: Stats) -> None:
    assert stats() == (
        0,
        """\
3 errors, 1 info in 3 articles, 1 of them without any.
--fix repairs 1, --unsafe-fixes 0 more.

rule             problems  errors  infos  fixable  articles
excerpt/missing         1       1      0        0         1
tags/duplicate          1       1      0        1         1
tags/missing            1       1      0        0         1
title/shouting          1       0      1        0         1

family   problems  errors  infos  fixable  articles
tags            2       2      0        1         2
excerpt         1       1      0        0         1
title           1       0      1        0         1

type       problems  errors  infos  fixable  articles
news              4       3      1        1         2
(no type)         0       0      0        0         1

author       problems  errors  infos  fixable  articles
Maren Holt          4       3      1        1         2
望月 汐             2       2      0        0         1
(no author)         0       0      0        0         1
""",
        "",
    )


def test_json(stats: Stats) -> None:
    ran = stats("news", "--output-format", "json")
    document = json.loads(ran.out)
    assert ran.code == 0
    assert list(document) == ["version", "total", "rules", "families", "types", "authors"]
    assert document["total"] == {
        "articles": 2, "problems": 4, "errors": 3, "warnings": 0, "infos": 1,
        "fixable": {"safe": 1, "unsafe": 0}, "clean": 0,
    }  # fmt: skip
    assert [(each["rule"], each["problems"], each["articles"]) for each in document["rules"]] == [
        ("excerpt/missing", 1, 1), ("tags/duplicate", 1, 1), ("tags/missing", 1, 1), ("title/shouting", 1, 1),
    ]  # fmt: skip
    assert [(each["type"], each["articles"]) for each in document["types"]] == [("news", 2)]
    assert [(each["author"], each["problems"]) for each in document["authors"]] == [("Maren Holt", 4), ("望月 汐", 2)]


def test_nothing_to_count(stats: Stats, tmp_path: Path) -> None:
    assert stats("guide").out.splitlines()[0] == "No problems in 1 article."
    (tmp_path / "empty").mkdir()
    ran = stats("empty")
    assert (ran.code, ran.out, ran.err) == (
        2,
        "No problems in 0 articles.\n",
        (
            "lintarticle: No articles in “empty”: files count if they end in .md, .markdown, .mdown, .mkd, .mdx, .qmd "
            "and are not excluded.\n"
        ),
    )


def test_the_options_of_check_that_choose_rules(stats: Stats) -> None:
    ran = stats("--only", "tags/missing", "--severity", "tags/missing=warning")
    assert ran.out.startswith("1 warning in 3 articles, 2 of them without any.\n\nrule ")


def test_articles_that_cannot_be_read_count(stats: Stats, tmp_path: Path) -> None:
    (tmp_path / "news/broken.md").write_bytes(b"\xff\xfe\xff")
    assert "file/unreadable         1       1" in stats().out


def test_hostile_authors_are_inert(stats: Stats, tmp_path: Path) -> None:
    (tmp_path / "guide/d.md").write_text('---\ntitle: T\nauthor: "\\e[2J\\u202E"\n---\n', "utf-8")
    assert "\\x1b[2J<U+202E>" in stats().out


# --- counting -------------------------------------------------------------------------------------------------


def problem(rule: str, severity: Severity = Severity.ERROR, applicability: str = "") -> Problem:
    place = Place(1, 1, 0)
    fix = Fix("Do it", (Edit(Span(0, 0), "x"),), "safe" if applicability == "safe" else "unsafe")
    return Problem("a.md", rule, severity, "It is so.", place, place, fix=fix if applicability else None)


def test_counts_add_up() -> None:
    statistics = Statistics()
    statistics.add(
        [problem("a/b"), problem("a/b", applicability="safe"), problem("a/c", Severity.INFO, "unsafe")], "news", ["X"]
    )
    statistics.add([problem("a/c", Severity.WARNING)], "", ["X", "Y", "X"])
    statistics.add([], "news")
    assert statistics.total == Figures(articles=3, errors=2, warnings=1, infos=1, safe=1, unsafe=1)
    assert statistics.clean == 1
    assert statistics.rules == {
        "a/b": Figures(articles=1, errors=2, safe=1),
        "a/c": Figures(articles=2, warnings=1, infos=1, unsafe=1),
    }
    assert statistics.families == {"a": Figures(articles=2, errors=2, warnings=1, infos=1, safe=1, unsafe=1)}
    assert {name: figures.articles for name, figures in statistics.types.items()} == {"news": 2, "": 1}
    assert [(name, figures.articles, figures.problems) for name, figures in ranked(statistics.authors)] == [
        ("X", 2, 4), ("Y", 1, 1), ("", 1, 0),
    ]  # fmt: skip
