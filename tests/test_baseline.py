"""The baseline: known problems stay silent wherever they move, new ones are told, and the file only shrinks."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from command_folder import CommandFolder, Ran
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.baseline import DEFAULT, Entries, baseline_text, compare, read_baseline, renamed

ONLY = 'select = ["links/file-missing", "excerpt/missing", "structure/empty-section"]\n'

ARTICLE = """\
---
title: {title}
---

Text.

## {title} and the tide

See [one](one.md).

## {title} and the wind

See [two](two.md), then text and [three](three.md).
"""


class Site(CommandFolder):
    """A folder with articles, and command lines run in it."""

    def __call__(self, *arguments: str) -> Ran:
        return self.run("check", "--output-format", "concise", *arguments)

    def problems(self, *arguments: str) -> list[str]:
        return [" ".join(line.split()[:3]) for line in self(*arguments).out.splitlines()]

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def move(self, name: str, to: str) -> None:
        (self.folder / to).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).rename(self.folder / to)

    @property
    def entries(self) -> dict[str, list[str]]:
        """The rules in the baseline, by path."""
        document = json.loads(self.read(DEFAULT))
        return {path: [line.split()[0] for line in lines] for path, lines in document["problems"].items()}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    """Give two articles with four problems each, all in a baseline that the configuration names."""
    monkeypatch.chdir(tmp_path)
    made = Site(tmp_path, capsys)
    (tmp_path / ".git").mkdir()
    made.write("lintarticle.toml", f'baseline = "{DEFAULT}"\n{ONLY}')
    for name in ("ebb", "flood"):
        made.write(f"posts/{name}.md", ARTICLE.format(title=name.title()))
    made("--write-baseline")
    return made


FOUR = ["excerpt/missing", "links/file-missing", "links/file-missing", "links/file-missing"]

SILENT = Ran(0, "", f"lintarticle: 8 problems left out, as recorded in {DEFAULT}.\n")


def test_writing_accepts_everything(site: Site) -> None:
    assert site("--write-baseline") == (0, "", f"lintarticle: Wrote 8 problems of 2 articles to {DEFAULT}.\n")
    assert site.entries == {"posts/ebb.md": FOUR, "posts/flood.md": FOUR}
    assert site() == SILENT
    assert site("--quiet") == (0, "", "")


def test_the_file_is_the_same_whatever_the_order(site: Site) -> None:
    before = site.read(DEFAULT)
    site("--write-baseline", DEFAULT)
    assert site.read(DEFAULT) == before
    site("posts/flood.md", "posts/ebb.md", "--write-baseline")
    assert site.read(DEFAULT) == before
    lines = before.splitlines()
    assert lines[:4] == ["{", ' "version": 1,', ' "problems": {', '  "posts/ebb.md": [']
    assert all(line.count("links/file-missing") <= 1 for line in lines)


# --- what stays silent ----------------------------------------------------------------------------------------


def test_lines_inserted_above(site: Site) -> None:
    site.edit("posts/ebb.md", "Text.\n", "Text.\n" + "\nMore text.\n" * 25)
    assert site() == SILENT


def test_sections_reordered(site: Site) -> None:
    head, tide, wind = site.read("posts/ebb.md").split("\n## ")
    site.write("posts/ebb.md", "\n## ".join([head, f"{wind}", tide]))
    assert site() == SILENT


@pytest.mark.parametrize(
    "moves",
    [
        {"posts/ebb.md": "posts/neap.md"},
        {"posts": "articles"},
        {"posts/ebb.md": "posts/ebb/index.md", "posts/flood.md": "posts/flood/index.md"},
        {"posts/ebb.md": "a/x.md", "posts/flood.md": "b/x.md"},
    ],
)
def test_files_renamed(site: Site, moves: dict[str, str]) -> None:
    for name, to in moves.items():
        site.move(name, to)
    assert site() == SILENT


def test_files_renamed_and_edited(site: Site) -> None:
    for name, to in (("ebb", "neap"), ("flood", "spring")):
        site.move(f"posts/{name}.md", f"posts/{to}.md")
        site.edit(f"posts/{to}.md", "Text.\n", "[new](four.md)\n")
        site.edit(f"posts/{to}.md", "See [one](one.md).", "See one.")
    ran = site()
    assert ran.out.count("four.md") == 2
    assert ran.out.count("\n") == 2
    assert ran.err.splitlines()[:2] == [
        f"lintarticle: 6 problems left out, as recorded in {DEFAULT}.",
        f"lintarticle: 2 problems of {DEFAULT} are gone: --update-baseline removes them.",
    ]


def test_from_a_subfolder_and_by_name(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.folder / "posts")
    assert site("ebb.md") == (0, "", f"lintarticle: 4 problems left out, as recorded in ../{DEFAULT}.\n")
    assert site().code == 0


def test_standard_input(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Stream:
        buffer = io.BytesIO(site.read("posts/ebb.md").encode())

    monkeypatch.setattr(sys, "stdin", Stream())
    assert site("-", "--stdin-filename", "posts/ebb.md") == (
        0, "", f"lintarticle: 4 problems left out, as recorded in {DEFAULT}.\n",
    )  # fmt: skip


# --- what is new ----------------------------------------------------------------------------------------------


def test_a_new_problem_fails(site: Site) -> None:
    site.edit("posts/ebb.md", "Text.\n", "[new](four.md)\n")
    assert site.problems() == ["posts/ebb.md:5:7: error links/file-missing"]
    assert site().code == 1


def test_one_more_of_the_same_on_another_line(site: Site) -> None:
    site.edit("posts/ebb.md", "Text.\n", "See [one](one.md).\n")
    assert len(site.problems()) == 1


def test_a_new_article_is_not_forgiven_for_another_ones_sake(site: Site) -> None:
    site.write("posts/neap.md", ARTICLE.format(title="Ebb"))
    assert site.problems() == [
        "posts/neap.md:3:1: error excerpt/missing",
        "posts/neap.md:9:11: error links/file-missing",
        "posts/neap.md:13:11: error links/file-missing",
        "posts/neap.md:13:42: error links/file-missing",
    ]


def test_one_file_that_is_gone_forgives_one_other(site: Site) -> None:
    site.move("posts/ebb.md", "posts/copy-1.md")
    site.write("posts/copy-2.md", site.read("posts/copy-1.md"))
    assert {line.partition(":")[0] for line in site.problems()} == {"posts/copy-2.md"}


def test_without_the_baseline(site: Site) -> None:
    assert len(site.problems("--no-baseline")) == 8


# --- what is gone ---------------------------------------------------------------------------------------------


def test_gone_problems_are_told_and_taken_out(site: Site) -> None:
    site.edit("posts/ebb.md", "See [one](one.md).", "See one.")
    assert site().err == (
        f"lintarticle: 7 problems left out, as recorded in {DEFAULT}.\n"
        f"lintarticle: 1 problem of {DEFAULT} is gone: --update-baseline removes it.\n"
        "lintarticle:   posts/ebb.md: links/file-missing\n"
    )
    told = f"lintarticle: Removed 1 problem from {DEFAULT}, which now has 7.\n"
    assert site("--update-baseline") == (0, "", told)
    assert site.entries == {"posts/ebb.md": FOUR[:3], "posts/flood.md": FOUR}


def test_a_deleted_article(site: Site) -> None:
    (site.folder / "posts/ebb.md").unlink()
    assert "4 problems of" in site().err
    assert "gone" not in site("posts/flood.md").err
    site("posts/flood.md", "--update-baseline")
    assert site.entries == {"posts/ebb.md": FOUR, "posts/flood.md": FOUR}
    site("--update-baseline")
    assert site.entries == {"posts/flood.md": FOUR}


def test_only_what_was_looked_at_is_gone(site: Site) -> None:
    for name in ("ebb", "flood"):
        site.edit(f"posts/{name}.md", "See [one](one.md).", "See one.")
    site("posts/ebb.md", "--update-baseline")
    assert site.entries == {"posts/ebb.md": FOUR[:3], "posts/flood.md": FOUR}
    assert "gone" not in site("--ignore", "excerpt/missing").err


def test_an_unreadable_article_loses_nothing(site: Site) -> None:
    (site.folder / "posts/ebb.md").write_bytes(b"\xff\xff")
    assert site("--update-baseline").code == 1
    assert site.entries == {"posts/ebb.md": FOUR, "posts/flood.md": FOUR}


def test_an_update_refuses_to_grow(site: Site) -> None:
    site.edit("posts/ebb.md", "Text.\n", "[new](four.md)\n")
    site.edit("posts/ebb.md", "See [one](one.md).", "See one.")
    ran = site("--update-baseline")
    assert ran.code == 1
    assert ran.err == (
        f"lintarticle: Removed 1 problem from {DEFAULT}, which now has 7.\n"
        f"lintarticle: 1 problem is not in {DEFAULT}; fix them, or add them with --force.\n"
    )
    assert site("--update-baseline", "--force") == (
        0, "", f"lintarticle: Removed no problems from {DEFAULT}, which now has 8. 1 problem of them is new.\n",
    )  # fmt: skip
    assert site().err == SILENT.err


def test_an_update_follows_a_renamed_file(site: Site) -> None:
    site.move("posts/ebb.md", "posts/neap.md")
    site("--update-baseline")
    assert site.entries == {"posts/flood.md": FOUR, "posts/neap.md": FOUR}


# --- files and mistakes ---------------------------------------------------------------------------------------


def test_named_files(site: Site) -> None:
    site("--write-baseline", "known/all.json")
    assert not (site.folder / "known").exists()
    (site.folder / "known").mkdir()
    assert site("--write-baseline", "known/all.json").code == 0
    assert list(json.loads(site.read("known/all.json"))["problems"]) == ["../posts/ebb.md", "../posts/flood.md"]
    (site.folder / DEFAULT).unlink()
    assert site("--baseline", "known/all.json").code == 0
    assert site("--no-baseline").code == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ":1: This is not a baseline. Write one with --write-baseline."),
        ('{\n "version": 1,\n', ":3: This is not a baseline. Write one with --write-baseline."),
        ("[]", ": This is not a baseline. Write one with --write-baseline."),
        ("[" * 100_000, ":1: This is not a baseline. Write one with --write-baseline."),
        ('{"version": 1}', ": This is not a baseline. Write one with --write-baseline."),
        ('{"version": 2, "problems": {}}', ": The baseline has version 2; this lintarticle reads version 1."),
        (
            '{"version": 1, "problems": {"a.md": "x"}}',
            ": “a.md” needs a list of rules and fingerprints.",
        ),
        (
            '{"version": 1, "problems": {"a.md": ["x"]}}',
            ": An entry of “a.md” is not a rule and a fingerprint.",
        ),
        (
            '{"version": 1,\n<<<<<<< ours\n',
            ":2: The baseline has an unresolved merge conflict; keep the lines of both versions.",
        ),
    ],
)
def test_a_broken_file(site: Site, text: str, sentence: str) -> None:
    site.write(DEFAULT, text)
    assert site() == (2, "", f"lintarticle: {DEFAULT}{sentence}\n")


def test_no_file(site: Site) -> None:
    (site.folder / DEFAULT).unlink()
    told = f"lintarticle: No baseline at “{DEFAULT}”; create it with --write-baseline.\n"
    assert site() == (2, "", told)
    assert site("--baseline", "other.json").err == told.replace(DEFAULT, "other.json")
    assert site("--write-baseline").code == 0


def test_a_path_twice_after_a_merge_counts_as_one(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text('{"version": 1, "problems": {"a.md": ["x/y 1"], "a.md": ["x/y 2", "x/y 2"]}}')
    assert read_baseline(path, "b.json") == {"a.md": Counter({("x/y", "1"): 1, ("x/y", "2"): 2})}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--force",), "--force needs --update-baseline."),
        (("--write-baseline", "posts"), "--write-baseline needs a file that ends in .json, found “posts”."),
        (("--baseline", "posts"), "--baseline needs a file that ends in .json, found “posts”."),
        (
            ("--write-baseline", "--baseline"),
            "--write-baseline starts a new baseline, so it can’t be combined with --baseline",
        ),
        (
            ("--write-baseline", "--only", "tags"),
            "--write-baseline needs all problems, so it can’t be combined with --only",
        ),
        (
            ("--update-baseline", "--since", "x"),
            "--update-baseline needs all problems, so it can’t be combined with --since",
        ),
    ],
)
def test_options_that_make_no_sense(site: Site, arguments: tuple[str, ...], sentence: str) -> None:
    ran = site(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lintarticle: {sentence}")


def test_each_configuration_has_its_own(site: Site) -> None:
    site.write("guide/lintarticle.toml", ONLY + 'baseline = "known.json"\n')
    site.write("guide/a.md", ARTICLE.format(title="Guide"))
    assert site("guide").err == "lintarticle: No baseline at “guide/known.json”; create it with --write-baseline.\n"
    site("guide", "--write-baseline", "guide/known.json")
    assert list(json.loads(site.read("guide/known.json"))["problems"]) == ["a.md"]
    assert site().err.splitlines() == [
        "lintarticle: 4 problems left out, as recorded in guide/known.json.",
        f"lintarticle: 8 problems left out, as recorded in {DEFAULT}.",
    ]


# --- renames, at large ----------------------------------------------------------------------------------------

KEYS = st.lists(st.tuples(st.sampled_from(["a/b", "c/d"]), st.sampled_from("123")), max_size=4).map(Counter)
PATHS = st.sampled_from(["a/index.md", "b/index.md", "c/x.md", "x.md", "y.md", "z/y.md"])
ENTRIES: st.SearchStrategy[Entries] = st.dictionaries(PATHS, KEYS, max_size=6)


@given(ENTRIES, ENTRIES, st.sets(PATHS), st.booleans())
def test_nothing_is_counted_twice_or_lost(before: Entries, found: Entries, there: set[str], judged: bool) -> None:
    comparison = compare(before, found, is_there=there.__contains__, is_judged=lambda _path, _rule: judged)

    def total(*several: Entries) -> Counter[tuple[str, str]]:
        return sum((keys for entries in several for keys in entries.values()), Counter())

    assert total(comparison.known, comparison.new) == total(found)
    assert total(comparison.known, comparison.gone, comparison.unseen) == total(before)
    again = compare(comparison.known, found, is_there=found.__contains__, is_judged=lambda _path, _rule: True)
    assert (again.known, again.new, again.gone) == (comparison.known, comparison.new, {})


def test_ten_thousand_renames_with_the_same_problem() -> None:
    gone = {f"posts/{number}/index.md": Counter({("a/b", "1"): 1}) for number in range(10_000)}
    new = {f"articles/{number}-x/index.md": Counter({("a/b", "1"): 1, ("a/b", "2"): 1}) for number in range(10_000)}
    pairs = renamed(gone, new)
    assert len(pairs) == len(set(pairs.values())) == 10_000


def test_the_text_escapes_nothing_needlessly() -> None:
    assert baseline_text({"汐.md": Counter({("a/b", "1"): 2}), "b.md": Counter()}) == (
        '{\n "version": 1,\n "problems": {\n  "汐.md": [\n   "a/b 1",\n   "a/b 1"\n  ]\n }\n}\n'
    )
