"""Checks of the whole site: the same problems whatever the order, the workers and the cache; scope, fixes, formats."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from lintarticle.cli.main import main
from lintarticle.config.discovery import Configurations
from lintarticle.report import WHOLE_PROBLEMS
from lintarticle.runner import Runner
from lintarticle.site.record import VERSION, ArticleRecord
from lintarticle.site_check import SiteArticle, SiteCheck

FILES = {
    "lintarticle.toml": 'ignore = ["ALL"]\nselect = ["site"]\n',
    "posts/tides.md": "---\ntitle: Tides\nslug: tides\ntags: [sea, open source]\n---\nWater.\n",
    "posts/ebb.md": "---\ntitle: tides\nslug: Tides\ntags: [Sea, open source]\n---\nMore water.\n",
    "posts/moon.md": "---\ntitle: The moon\ntags:\n  - Open-Source\n  - sea\n---\nLight.\n",
    "posts/sails.md": "---\ntitle: Sails\ntags: [sea, open source]\n---\nWind.\n",
    "posts/alone.md": "---\ntitle: Alone\ntags: [quiet]\n---\nNothing to see.\n",
}

Line = tuple[str, int, str]
Lines = Callable[..., list[Line]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Lines:
    """Return what runs a command and returns its problems: path, line and rule."""

    def run(*arguments: str) -> list[Line]:
        capsys.readouterr()
        main([*arguments, "--output-format", "json"])
        document = json.loads(capsys.readouterr().out)
        return [(each["path"], each["start"]["line"], each["rule"]) for each in document["problems"]]

    return run


ALL = [
    ("posts/ebb.md", 2, "site/duplicate-title"),
    ("posts/ebb.md", 3, "site/duplicate-address"),
    ("posts/ebb.md", 4, "site/tag-spelling"),
    ("posts/moon.md", 4, "site/tag-spelling"),
    ("posts/tides.md", 2, "site/duplicate-title"),
    ("posts/tides.md", 3, "site/duplicate-address"),
]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_is_found_without_a_cache_with_a_new_one_and_with_a_known_one(
    site: Path, jobs: str, lines: Lines
) -> None:
    for number in range(60):  # so that a cache is made, and workers have something to do
        (site / f"posts/{number}.md").write_text(f"---\ntitle: Day {number}\n---\nWater.\n" * 1, "utf-8")
    assert lines("check", "--no-cache", "--jobs", jobs) == ALL
    for _ in range(3):
        assert lines("check", "--jobs", jobs) == ALL
    (site / "posts/ebb.md").unlink()
    assert lines("check", "--jobs", jobs) == lines("check", "--no-cache") == [("posts/moon.md", 4, "site/tag-spelling")]


def test_the_order_of_the_articles_does_not_matter(site: Path) -> None:
    runner = Runner(Configurations(site))
    runner.keeps_records = True
    targets = runner.find(["."])[0]
    articles = [SiteArticle(*pair) for pair in zip(targets, runner.records(targets), strict=True) if pair[1]]  # type: ignore[arg-type]  # the pairs without a record are filtered out
    found = set()
    for seed in range(10):
        random.Random(seed).shuffle(articles)
        found.add(repr(SiteCheck(articles, WHOLE_PROBLEMS, date(2026, 1, 31)).problems()))
    assert len(found) == 1


def test_one_article_is_told_what_involves_it(site: Path, lines: Lines) -> None:
    assert lines("check", "posts/ebb.md", "--no-cache") == ALL[:3]
    assert lines("check", "posts/alone.md", "--no-cache") == []
    # What another article's change brings up elsewhere is its problem.
    (site / "posts/alone.md").write_text("---\ntitle: Alone\ntags: [Quiet]\n---\nNothing.\n", "utf-8")
    (site / "posts/moon.md").write_text("---\ntitle: The moon\ntags: [quiet]\n---\nLight.\n", "utf-8")
    assert lines("check", "posts/alone.md", "--no-cache") == [("posts/moon.md", 3, "site/tag-spelling")]


def test_a_part_of_the_site_is_compared_with_all_of_it(site: Path, lines: Lines) -> None:
    (site / "news").mkdir()
    shutil.move(site / "posts/moon.md", site / "news/moon.md")
    assert lines("check", "news") == [("news/moon.md", 4, "site/tag-spelling")]


def test_site_reports_nothing_else(site: Path, lines: Lines) -> None:
    (site / "lintarticle.toml").unlink()
    assert lines("site") == ALL
    assert set(lines("check")) > set(ALL)


def test_rules_are_turned_off_for_the_site_for_a_folder_and_in_an_article(site: Path, lines: Lines) -> None:
    assert {rule for _, _, rule in lines("check", "--ignore", "site/tag-spelling")} == {
        "site/duplicate-title",
        "site/duplicate-address",
    }
    assert lines("check", "--only", "excerpt/too-long") == []
    (site / "lintarticle.toml").write_text(
        'ignore = ["ALL"]\nselect = ["site"]\n[[overrides]]\nfiles = ["posts/ebb.md"]\nignore = ["site"]\n', "utf-8"
    )
    assert {path for path, _, _ in lines("check")} == {"posts/moon.md", "posts/tides.md"}
    text = (
        FILES["posts/tides.md"]
        + "<!-- lintarticle-disable-file site/duplicate-title, site/duplicate-address: old -->\n"
    )
    (site / "posts/tides.md").write_text(text, "utf-8")
    assert {path for path, _, _ in lines("check")} == {"posts/moon.md"}
    assert main(["check", "--only", "suppressions/unused", "posts/tides.md"]) == 0


def test_a_draft_has_warnings_and_none_where_drafts_are_skipped(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "posts/ebb.md").write_text(FILES["posts/ebb.md"].replace("title", "draft: true\ntitle"), "utf-8")
    common = ["check", "--only", "site/tag-spelling", "--severity", "site/tag-spelling=error", "-q"]
    main([*common, "--output-format", "concise"])
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["warning", "error"]
    main([*common, "--output-format", "concise", "--config", 'drafts="skip"'])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["posts/moon.md:4:5:"]


def test_severities_of_what_drafts_and_articles_in_two_folders_share(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "posts/ebb.md").write_text(FILES["posts/ebb.md"].replace("title", "draft: true\ntitle"), "utf-8")
    for name in ("posts/moon.md", "posts/sails.md", "guides/wind.md"):
        (site / name).parent.mkdir(exist_ok=True)
        excerpt = "Why the wind turns." if name != "posts/moon.md" else "Two hills of water."
        (site / name).write_text(f"---\ntitle: {name}\nexcerpt: {excerpt}\n---\nLight.\n", "utf-8")
    rules = "site/duplicate-address,site/duplicate-title,site/duplicate-excerpt"
    main(["check", "--only", rules, "--output-format", "concise", "-q"])
    assert [" ".join(line.split()[:3]) for line in capsys.readouterr().out.splitlines()] == [
        "guides/wind.md:3:10: info site/duplicate-excerpt",
        "posts/ebb.md:4:7: info site/duplicate-address",
        "posts/sails.md:3:10: info site/duplicate-excerpt",
    ]


def test_fixes_are_made_shown_and_made_only_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {name: (site / name).read_bytes() for name in FILES}
    main(["check", "--diff", "--unsafe-fixes"])
    shown = capsys.readouterr().out
    assert "-tags: [Sea, open source]\n+tags: [sea, open source]\n" in shown
    assert "-  - Open-Source\n+  - open source\n" in shown
    assert {name: (site / name).read_bytes() for name in FILES} == before
    main(["check", "--fix"])
    assert {name: (site / name).read_bytes() for name in FILES} == before, "the fix is not safe"
    main(["check", "--fix", "--unsafe-fixes"])
    assert "2 × site/tag-spelling" in capsys.readouterr().err
    after = {name: (site / name).read_bytes() for name in FILES}
    assert after["posts/ebb.md"] == before["posts/ebb.md"].replace(b"[Sea", b"[sea")
    assert after["posts/moon.md"] == before["posts/moon.md"].replace(b"Open-Source", b"open source")
    assert after["posts/tides.md"] == before["posts/tides.md"]
    main(["check", "--fix", "--unsafe-fixes"])
    assert {name: (site / name).read_bytes() for name in FILES} == after


def test_what_is_left_after_fixes_is_shown_where_it_is_then(
    site: Path, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    monkeypatch.setattr("lintarticle.runner.FEWEST", 2)
    text = FILES["posts/ebb.md"].replace("title: tides\n", "").replace("---\nMore", "title: tides\n---\nMore")
    (site / "posts/ebb.md").write_text(text.replace("[Sea, open source]", "[sea, open source, sea]"), "utf-8")
    (site / "lintarticle.toml").write_text('ignore = ["ALL"]\nselect = ["site", "tags/duplicate"]\n', "utf-8")
    assert lines("check") == lines("check")
    for _ in range(2):
        assert ("posts/ebb.md", 4, "site/duplicate-title") in lines("check", "--fix")
    assert (site / "posts/ebb.md").read_text("utf-8").count("sea") == 1
    assert lines("check") == lines("check", "--no-cache")


def test_a_fix_that_the_site_calls_safe_is_made_as_such(site: Path) -> None:
    text = FILES["lintarticle.toml"] + '[rules]\n"site/tag-spelling" = { fix = "safe" }\n'
    (site / "lintarticle.toml").write_text(text, "utf-8")
    main(["fix", "posts/moon.md"])
    assert (site / "posts/moon.md").read_text("utf-8") == FILES["posts/moon.md"].replace("Open-Source", "open source")


def test_line_ends_and_a_byte_order_mark_stay(site: Path) -> None:
    text = b'\xef\xbb\xbf---\r\ntitle: The moon\r\ntags:\r\n  - "Open-Source"\r\n---\r\nLight.\r\n'
    (site / "posts/moon.md").write_bytes(text)
    main(["check", "--fix", "--unsafe-fixes", "--only", "site"])
    assert (site / "posts/moon.md").read_bytes() == text.replace(b"Open-Source", b"open source")


def test_a_baseline_hides_what_is_known(site: Path, lines: Lines) -> None:
    assert main(["check", "--write-baseline"]) == 0
    assert lines("check", "--baseline") == []
    (site / "posts/alone.md").write_text("---\ntitle: The Moon\n---\nNothing to see.\n", "utf-8")
    assert lines("check", "--baseline") == [
        ("posts/alone.md", 2, "site/duplicate-title"),
        ("posts/moon.md", 2, "site/duplicate-title"),
    ]
    assert lines("check", "posts/moon.md", "--baseline") == [("posts/moon.md", 2, "site/duplicate-title")]


@pytest.mark.parametrize(
    "form",
    ["full", "concise", "grouped", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "html"],
)
def test_every_format_names_the_problem(site: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", form, "--verbose"]) == 1
    assert "has the same title" in capsys.readouterr().out


def test_related_places_are_in_the_other_article(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--output-format", "json", "--only", "site/duplicate-title", "posts/ebb.md"])
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["related"] == [
        {
            "path": "posts/tides.md",
            "start": {"line": 2, "column": 8, "offset": 11},
            "end": {"line": 2, "column": 13, "offset": 16},
            "message": "the same title",
        }
    ]


def test_an_unreadable_article_is_named_once(site: Path, lines: Lines) -> None:
    (site / "posts/ebb.md").write_bytes(b"---\ntitle: Tides\n---\n\xff\xfe\xff")
    assert lines("check") == [("posts/ebb.md", 4, "file/unreadable"), ("posts/moon.md", 4, "site/tag-spelling")]
    assert lines("check", "posts/alone.md") == []


def test_sites_with_configurations_of_their_own_are_not_compared(site: Path, lines: Lines) -> None:
    (site / "other").mkdir()
    (site / "other/lintarticle.toml").write_text(FILES["lintarticle.toml"], "utf-8")
    (site / "other/alone.md").write_text(FILES["posts/alone.md"], "utf-8")
    assert lines("check") == ALL


def test_a_mistake_in_another_configuration_does_not_stop_a_run_on_one_article(site: Path, lines: Lines) -> None:
    (site / "other").mkdir()
    (site / "other/lintarticle.toml").write_text("nonsense", "utf-8")
    (site / "other/alone.md").write_text(FILES["posts/alone.md"], "utf-8")
    assert lines("check", "posts/moon.md") == []


def test_a_large_site_without_a_cache_is_not_read_for_one_article(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: Lines,
) -> None:
    monkeypatch.setattr("lintarticle.cli.site_scope.MOST_UNKNOWN", 3)
    assert lines("check", "posts/ebb.md") == []
    assert lines("site", "posts/ebb.md") == ALL[:3]
    monkeypatch.setattr("lintarticle.runner.FEWEST", 2)
    assert lines("check") == ALL
    assert lines("check", "posts/ebb.md") == ALL[:3]


def test_a_record_comes_back_as_it_was_kept() -> None:
    values: Sequence[object] = [
        VERSION,
        "news",
        *([""] * 2),
        False,
        *[["“a”\ud800", 1, 2]] * 8,
        *[["b", 3, 4]] * 8,
        ["k"],
        "12",
        3,
        "ab",
        [1, 2, 3],
        [0, 0],
        *[["2", 5, 6]] * 3,
    ]
    record = ArticleRecord("a.md", list(values))
    assert ArticleRecord.from_text("a.md", record.as_text()) == record
    assert ArticleRecord.from_text("a.md", record.as_text().replace(f"[{VERSION},", "[0,", 1)) is None


UNUSED = ("check", "--no-cache", "--select", "suppressions/unused")


@pytest.mark.parametrize("names", ["site/duplicate-title", "site", "site/duplicate-title, excerpt/too-long", ""])
def test_a_comment_that_suppresses_a_problem_of_the_site_is_not_unused(site: Path, names: str, lines: Lines) -> None:
    text = FILES["posts/ebb.md"].replace("title:", f"# lintarticle-disable-next-line {names}\ntitle:")
    (site / "posts/ebb.md").write_text(text, "utf-8")
    unused = [("posts/ebb.md", 2, "suppressions/unused")] if "excerpt" in names else []
    for paths in ([], ["posts/ebb.md"]):
        found = lines(*UNUSED, "--select", "excerpt/too-long", *paths)
        assert [each for each in found if each[2] in ("suppressions/unused", "site/duplicate-title")] == (
            [*unused, *(each for each in found if each[0] == "posts/tides.md" and "title" in each[2])]
        )
        assert ("posts/ebb.md", 3, "site/duplicate-title") not in found


def test_a_comment_for_every_rule_that_suppresses_nothing_is_unused_with_and_without_a_cache(
    site: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintarticle.runner.FEWEST", 2)
    for name, before in (("posts/alone.md", "tags: [quiet]"), ("posts/ebb.md", "title:")):
        text = FILES[name].replace(before, f"# lintarticle-disable-next-line\n{before}")
        (site / name).write_text(text, "utf-8")
    for _ in range(3):
        found = lines("check", "--select", "suppressions/unused")
        assert [each[:2] for each in found if each[2] == "suppressions/unused"] == [("posts/alone.md", 3)]


def test_a_comment_about_the_site_is_not_judged_where_the_site_is_not_looked_at(
    site: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintarticle.cli.site_scope.MOST_UNKNOWN", 3)
    text = FILES["posts/ebb.md"] + "<!-- lintarticle-disable-file site/duplicate-title: old -->\n"
    (site / "posts/ebb.md").write_text(text, "utf-8")
    assert lines(*UNUSED, "posts/ebb.md") == []


def test_problems_of_the_site_get_suppressions(site: Path, lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    before = {name: (site / name).read_bytes() for name in FILES}
    arguments = ("check", "posts", "--add-suppressions", "--reason", "old", "--fail-on", "info")
    main([*arguments, "--diff"])
    assert "+# lintarticle-disable-next-line site/duplicate-title: old\n" in capsys.readouterr().out
    assert {name: (site / name).read_bytes() for name in FILES} == before
    assert main(list(arguments)) == 0
    assert "2 × site/duplicate-title" in capsys.readouterr().err
    assert (site / "posts/moon.md").read_text("utf-8") == FILES["posts/moon.md"].replace(
        "  - Open", "  # lintarticle-disable-next-line site/tag-spelling: old\n  - Open"
    )
    assert lines("check", "--select", "suppressions/unused") == []
    after = {name: (site / name).read_bytes() for name in FILES}
    main(list(arguments))
    assert {name: (site / name).read_bytes() for name in FILES} == after


def test_entries_of_a_baseline_are_gone_only_where_they_were_looked_for(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "posts/alone.md").write_text("---\ntitle: Alone\n---\n\n## One\n\n## One\n\nText.\n", "utf-8")
    (site / "lintarticle.toml").write_text('baseline = "known.json"\n', "utf-8")
    main(["check", "--write-baseline", "known.json"])
    before = (site / "known.json").read_text("utf-8")
    assert "site/duplicate-title" in before
    assert "structure/" in before
    for arguments in (
        ["check", "posts/ebb.md"],  # reports nothing of other articles
        ["site"],  # nor of single ones
        ["site", "posts/ebb.md"],
    ):
        assert main([*arguments, "--update-baseline"]) == 0
        assert (site / "known.json").read_text("utf-8") == before
        assert "gone" not in capsys.readouterr().err
    monkeypatch.setattr("lintarticle.cli.site_scope.MOST_UNKNOWN", 3)
    main(["check", "posts/ebb.md", "--update-baseline"])
    assert (site / "known.json").read_text("utf-8") == before


def test_what_a_change_causes_elsewhere_is_hidden_where_it_is_known(site: Path, lines: Lines) -> None:
    (site / "lintarticle.toml").write_text(FILES["lintarticle.toml"] + 'baseline = "known.json"\n', "utf-8")
    (site / "posts/alone.md").write_text("---\ntitle: Alone\ntags: [Quiet]\n---\nNothing.\n", "utf-8")
    (site / "posts/moon.md").write_text("---\ntitle: The moon\ntags: [quiet]\n---\nLight.\n", "utf-8")
    assert lines("check", "posts/alone.md", "--no-baseline") == [("posts/moon.md", 3, "site/tag-spelling")]
    main(["check", "--write-baseline", "known.json"])
    before = (site / "known.json").read_text("utf-8")
    assert lines("check", "posts/alone.md") == []
    main(["check", "posts/alone.md", "--update-baseline"])
    assert (site / "known.json").read_text("utf-8") == before


def test_articles_that_try_programs_out_are_not_of_the_site(site: Path, lines: Lines) -> None:
    for folder in ("tests/articles", "posts/fixtures"):
        (site / folder).mkdir(parents=True)
        (site / folder / "ebb.md").write_text(FILES["posts/ebb.md"], "utf-8")
    assert lines("check") == ALL
    assert lines("check", "posts/sails.md") == lines("check", "tests/articles") == []


def test_a_path_that_is_not_there_is_an_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", "nowhere"]) == 2
    assert "No such file or folder: “nowhere”." in capsys.readouterr().err


def test_a_navigation_that_can_t_be_read_is_named_with_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "mkdocs.yml").write_text("site_name: Tides\nnav:\n  - [\n", "utf-8")
    main(["site", "--only", "site/orphan"])
    assert "help: line 4: expected the node content" in capsys.readouterr().out
