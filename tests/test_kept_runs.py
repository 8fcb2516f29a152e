"""Runs that are kept as a whole: a later one does the same, unless something that it depended on has changed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from repositories import Repository

import lintarticle
from lintarticle import runner
from lintarticle.cache import digests, kept_run
from lintarticle.cache.dependencies import Dependencies
from lintarticle.cache.folder import NAME
from lintarticle.cache.kept_run import ENDING, PREFIXES, VARIABLES
from lintarticle.cli import keeping
from lintarticle.cli.main import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="on Windows no run is kept")

FEWEST = 3

HEAD = """\
---
title: {title}
excerpt: A tide table gives two high waters and two low waters a day, and here is how to read one.
tags: [tides, sailing, navigation]
date: 2024-01-15
cover: ../static/cover.png
---

"""

TEXTS = {
    "lintarticle.toml": "extends = 'base.toml'\nexclude = ['old/']\n",
    "base.toml": "select = ['ALL']\n"
    "[rules]\n'links/file-missing' = {forms = ['route']}\n'tags/vocabulary' = {file = 'data/tags.txt'}\n",
    "data/tags.txt": "tides\nsailing\nnavigation\n",
    ".gitignore": "built/\n",
    "posts/.gitignore": "secret.md\n",
    "posts/tides.md": HEAD.format(title="Tides of the north sea")
    + "See [neaps](neaps.md#neaps), [springs](../old/springs.md#high-water) and [a map](../static/map.pdf).\n"
    "\n![A chart of the coast](../static/Chart.png)\n\n[Here](/by/slug/) and [there](../linked/far.md#far).\n",
    "posts/neaps.md": HEAD.format(title="Neaps and what they are")
    + "## Neaps\n\nText about [it](../no/such/file.md).\n",
    "posts/more.md": HEAD.format(title="More about the tides") + "Text.\n",
    "old/springs.md": "---\nslug: slug\n---\n\n# Springs\n\n## High water\n",
    "static/map.pdf": "a map",
    "static/chart.png": "a chart",
    "built/page.md": "# Built\n",
}


class Site:
    """A repository, whose files are as old as a run takes them for."""

    def __init__(self, repository: Repository, outside: Path) -> None:
        self.root = repository.folder
        self.git = repository.git
        self.outside = outside
        for name, text in TEXTS.items():
            self.write(name, text)
        (outside / "far.md").write_text("# Far\n", "utf-8")
        (self.root / "linked").symlink_to(outside, target_is_directory=True)
        (self.root / NAME).mkdir()
        self.git("add", "--all", "--", ":!posts/more.md")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def kept(self) -> list[Path]:
        return sorted((self.root / NAME).glob(f"*{ENDING}"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(runner, "FEWEST", FEWEST)
    monkeypatch.setattr(digests, "GRAIN", 0)
    for name in [name for name in os.environ if name in VARIABLES - {"PATH", "HOME"} or name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "outside").mkdir()
    found = Site(Repository.new(tmp_path / "site"), tmp_path / "outside")
    monkeypatch.chdir(found.root)
    return found


Outcome = tuple[int, str, str]


class Program:
    """Runs command lines; `was_kept` says whether the last one did no more than repeat an earlier one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.was_kept = False
        self._capsys = capsys
        original = kept_run.replay

        def replay(command: str, arguments: Sequence[str]) -> int | None:
            code = original(command, arguments)
            self.was_kept = code is not None
            return code

        monkeypatch.setattr(kept_run, "replay", replay)

    def run(self, *arguments: str) -> Outcome:
        self.was_kept = False
        self._capsys.readouterr()
        code = main(arguments)
        written = self._capsys.readouterr()
        return code, written.out, written.err

    def keep(self, *arguments: str) -> Outcome:
        """Run a command line until it is kept."""
        self.run(*arguments)
        self.run(*arguments)
        outcome = self.run(*arguments)
        assert self.was_kept
        return outcome


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


JSON = ("check", ".", "--output-format", "json")


@pytest.mark.parametrize(
    "arguments",
    [
        JSON,
        ("check", "."),
        ("check", ".", "--color", "always"),
        ("check", "posts", "old"),
        ("posts",),
        ("site",),
        ("check", "--statistics", "--verbose"),
        ("check", "--only", "links", "--fail-on", "never"),
        *(("check", "--output-format", each) for each in ("concise", "github", "gitlab", "junit", "rdjson")),
    ],
    ids=" ".join,
)
def test_a_run_over_the_same_is_repeated(site: Site, program: Program, arguments: tuple[str, ...]) -> None:
    expected = program.run(*arguments, "--no-cache")
    assert not program.was_kept
    assert program.keep(*arguments) == expected
    assert expected[1]


# --- what an outcome depends on ---------------------------------------------------------------------------------


def changed_in_size_only_by_nobody(site: Site) -> None:
    path = site.root / "posts/neaps.md"
    status = path.stat()
    path.write_text(path.read_text("utf-8").replace("## Neaps", "## Naeps"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def links_elsewhere(site: Site) -> None:
    other = site.outside.parent / "other"
    other.mkdir()
    (other / "far.md").write_text("# Far\n", "utf-8")
    (site.root / "linked").unlink()
    (site.root / "linked").symlink_to(other, target_is_directory=True)


CHANGES: dict[str, Callable[[Site], object]] = {
    "an article": lambda site: site.write("posts/neaps.md", "# Nothing\n"),
    "an article whose size and time are as before": changed_in_size_only_by_nobody,
    "a new article": lambda site: site.write("posts/new.md", "# New\n"),
    "a removed article": lambda site: (site.root / "posts/more.md").unlink(),
    "a renamed article": lambda site: (site.root / "posts/more.md").rename(site.root / "posts/less.md"),
    "a new folder": lambda site: site.write("posts/deep/new.md", "# New\n"),
    "an empty folder": lambda site: (site.root / "posts/no").mkdir(),
    "an article that is ignored no more": lambda site: (site.root / ".gitignore").unlink(),
    "an ignored article": lambda site: site.write("posts/.gitignore", "more.md\n"),
    "a configuration": lambda site: site.write("lintarticle.toml", "ignore = ['links']\n"),
    "no configuration": lambda site: (site.root / "lintarticle.toml").unlink(),
    "a hidden configuration": lambda site: site.write("posts/.config/lintarticle.toml", "ignore = ['links']\n"),
    "a configuration in a folder": lambda site: site.write("posts/lintarticle.toml", "ignore = ['links']\n"),
    "a configuration that another one extends": lambda site: site.write("base.toml", "ignore = ['links']\n"),
    "a vocabulary": lambda site: site.write("data/tags.txt", "tides\n"),
    "a picture that was missing": lambda site: site.write("static/cover.png", "a cover"),
    "a file that an article links to": lambda site: (site.root / "static/map.pdf").unlink(),
    "letter case": lambda site: (site.root / "static/chart.png").rename(site.root / "static/CHART.png"),
    "what is in an article that is left out": lambda site: site.write("old/springs.md", "# Springs\n"),
    "an address": lambda site: site.write("old/springs.md", TEXTS["old/springs.md"].replace("slug\n", "other\n")),
    "a folder that was missing": lambda site: site.write("no/such/file.md", "# It\n"),
    "where a link leads": links_elsewhere,
    "what is where a link leads": lambda site: (site.outside / "far.md").write_text("# Near\n", "utf-8"),
    "what is gone where a link leads": lambda site: (site.outside / "far.md").unlink(),
    "a file of no article": lambda site: site.write("data/chart-2.png", "a chart"),
    "what git has": lambda site: site.git("add", "posts/more.md"),
    "what git ignores here": lambda site: site.write(".git/info/exclude", "static/\n"),
    "what git ignores everywhere": lambda site: site.write("../home/.config/git/ignore", "static/\n"),
    "the settings of git": lambda site: site.git("config", "core.excludesFile", "data/tags.txt"),
    "the user’s settings of git": lambda site: site.write("../home/.gitconfig", "[core]\nexcludesFile = data/tags.txt"),
    "no repository": lambda site: (site.root / ".git").rename(site.root / "git"),
    "the cache": lambda site: site.kept()[0].unlink(),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_is_seen(site: Site, program: Program, name: str) -> None:
    program.keep(*JSON)
    CHANGES[name](site)
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache")


@pytest.mark.parametrize("name", [name for name in CHANGES if "article" in name or "folder" in name])
def test_whatever_changes_is_seen_where_articles_are_not_compared(site: Site, program: Program, name: str) -> None:
    arguments = (*JSON, "--ignore", "site")
    program.keep(*arguments)
    CHANGES[name](site)
    outcome = program.run(*arguments)
    assert outcome == program.run(*arguments, "--no-cache")


@pytest.mark.parametrize("folder", ["posts", "data"])
@pytest.mark.parametrize("name", ["lintarticle.toml", ".config/lintarticle.toml", ".gitignore", "pyproject.toml"])
def test_what_is_in_folders_above_is_seen(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch, folder: str, name: str
) -> None:
    for each in ("lintarticle.toml", ".gitignore"):
        (site.root / each).unlink()
    monkeypatch.chdir(site.root / folder)
    for path in ("a.md", "b.md", "c.md"):
        Path(path).write_text("# Text\n\nText about [it](../no/such.md).\n", "utf-8")
    before = program.keep(*JSON)
    site.write(
        name,
        "[tool.lintarticle]\nignore = ['front-matter']\n"
        if name == "pyproject.toml"
        else "ignore = ['front-matter']\n",
    )
    if name == ".gitignore":
        site.write(name, "b.md\n")
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache") != before


def test_other_articles_matter_for_a_part_of_the_site(site: Site, program: Program) -> None:
    before = program.keep("check", "posts")
    site.write("guides/same.md", HEAD.format(title="Tides of the north sea") + "Text.\n")
    outcome = program.run("check", "posts")
    assert not program.was_kept
    assert outcome == program.run("check", "posts", "--no-cache") != before


def test_a_link_to_a_folder_with_the_name_of_an_article(site: Site, program: Program) -> None:
    (site.outside / "page").mkdir()
    (site.root / "posts/page.md").symlink_to(site.outside / "page")
    before = program.keep(*JSON)
    (site.outside / "page").rmdir()
    (site.outside / "page").write_text("# Page\n", "utf-8")
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache") != before


def test_the_hooks_of_a_repository_matter_in_a_hook(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    before = program.keep("check")
    site.write(".pre-commit-config.yaml", "- id: lintarticle-explain\n")
    assert program.run("check") == program.run("check", "--no-cache") != before
    program.keep("check")
    site.write(".pre-commit-config.yaml", "- id: lintarticle\n")
    assert program.run("check") == program.run("check", "--no-cache")


# --- since a commit ---------------------------------------------------------------------------------------------

SINCE = ("check", ".", "--since", "published", "--output-format", "json")

CHANGES_IN_GIT: dict[str, Callable[[Site], object]] = {
    "a commit": lambda site: site.git("commit", "--all", "--message", "another one"),
    "where a branch is": lambda site: site.git("branch", "--force", "published", "HEAD"),
    "where the branch is that a name stands for": lambda site: site.git("branch", "--force", "last", "HEAD"),
    "what a name stands for": lambda site: site.git("symbolic-ref", "refs/heads/published", "refs/heads/main"),
    "a tag of the same name": lambda site: site.git("tag", "published", "HEAD"),
    "which branch this is": lambda site: site.git("symbolic-ref", "HEAD", "refs/heads/last"),
    "where all references are": lambda site: site.git("pack-refs", "--all"),
    "which commit came from which": lambda site: site.git("replace", "--graft", "HEAD"),
    "a tracked file of no article": lambda site: site.write("static/map.pdf", "another map"),
    "a tracked article": lambda site: site.write("old/springs.md", "# Springs\n"),
    "a new file": lambda site: site.write("static/neap.png", "a neap tide"),
    "a new article": lambda site: site.write("posts/more.md", "# Nothing\n"),
    "how lines end": lambda site: site.write(".gitattributes", "*.md text\n"),
    "how lines end here": lambda site: site.write(".git/info/attributes", "*.md text\n"),
    "how lines end everywhere": lambda site: site.write("../home/.config/git/attributes", "*.md text\n"),
    "what an article links to": lambda site: site.write("built/chart.pdf", "a chart"),
    "a lost article": lambda site: (site.root / "posts/neaps.md").unlink(),
}  # fmt: skip


@pytest.fixture
def branch(site: Site) -> Site:
    """Return a site on a branch that changed two articles, removed a file, and has a new article."""
    site.write("static/chart.pdf", "a chart")
    site.write("posts/chart.md", HEAD.format(title="The chart") + "[The chart](../built/../static/chart.pdf)\n")
    site.git("add", "static", "posts/chart.md")
    site.git("commit", "--message", "a commit")
    site.git("branch", "last")
    site.git("symbolic-ref", "refs/heads/published", "refs/heads/last")
    (site.root / "static/chart.pdf").unlink()
    site.write("posts/tides.md", TEXTS["posts/tides.md"] + "More.\n")
    site.git("commit", "--all", "--message", "another commit")
    site.write("posts/neaps.md", TEXTS["posts/neaps.md"] + "More.\n")
    return site


def test_what_is_reported_since_a_commit(branch: Site, program: Program) -> None:
    _, written, _ = program.keep(*SINCE)
    paths = {problem["path"] for problem in json.loads(written)["problems"]}
    assert branch.kept()
    assert paths >= {"posts/tides.md", "posts/neaps.md", "posts/chart.md"}


@pytest.mark.parametrize("arguments", [SINCE, (*SINCE, "--changed-lines"), (*SINCE, "--ignore", "site")])
def test_a_run_since_a_commit_is_repeated(branch: Site, program: Program, arguments: tuple[str, ...]) -> None:
    expected = program.run(*arguments, "--no-cache")
    assert program.keep(*arguments) == expected
    assert expected[1]


@pytest.mark.parametrize("name", [*CHANGES_IN_GIT, *CHANGES])
def test_whatever_changes_is_seen_since_a_commit(branch: Site, program: Program, name: str) -> None:
    program.keep(*SINCE)
    {**CHANGES, **CHANGES_IN_GIT}[name](branch)
    outcome = program.run(*SINCE)
    assert not program.was_kept
    assert outcome == program.run(*SINCE, "--no-cache")


def test_in_a_further_worktree(branch: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    branch.git("worktree", "add", "-b", "other", "../other")
    monkeypatch.chdir(branch.root.parent / "other")
    Path(NAME).mkdir()
    before = program.keep(*SINCE)
    branch.git("branch", "--force", "last", "HEAD")
    outcome = program.run(*SINCE)
    assert not program.was_kept
    assert outcome == program.run(*SINCE, "--no-cache") != before


# --- the key ----------------------------------------------------------------------------------------------------


def test_the_command_line_matters(site: Site, program: Program) -> None:
    program.keep("check", ".")
    program.run("check", ".", "--quiet")
    assert not program.was_kept
    program.run("site", ".")
    assert not program.was_kept


def test_the_working_folder_matters(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.keep("check", ".")
    monkeypatch.chdir(site.root / "posts")
    assert program.run("check", ".") == program.run("check", ".", "--no-cache") != before


def test_the_day_matters(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "localtime", lambda: (2023, 1, 1))
    before = program.keep(*JSON)
    monkeypatch.setattr(time, "localtime", lambda: (2024, 2, 1))
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache") != before


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "PRE_COMMIT", "LINTARTICLE_NO_CODE", "GIT_CONFIG_GLOBAL"])
def test_the_environment_matters(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    program.keep("check", ".")
    monkeypatch.setenv(name, "1")
    outcome = program.run("check", ".")
    assert not program.was_kept
    assert outcome == program.run("check", ".", "--no-cache")


def test_every_variable_that_is_read_matters() -> None:
    package = Path(lintarticle.__file__).parent
    texts = [path.read_text("utf-8") for path in package.rglob("*.py")]
    named = {name for text in texts for name in re.findall(r"environ(?:\.get\(|\[)\"(\w+)", text)}
    assert len(named) > 5
    assert {name for name in named if name not in VARIABLES and not name.startswith(PREFIXES)} == set()


@pytest.mark.parametrize("code", ["lintarticle.version.__version__", "sys.version"])
def test_the_program_matters(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    program.keep("check", ".")
    if code == "sys.version":
        monkeypatch.setattr(sys, "version", "3.99")
    else:
        monkeypatch.setattr(kept_run, "__version__", "0.0.0")
    program.run("check", ".")
    assert not program.was_kept


def test_the_code_of_the_program_matters(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package, libraries = tmp_path / "package", tmp_path / "site-packages"
    package.mkdir()
    libraries.mkdir()
    (package / "rule.py").write_text("", "utf-8")
    monkeypatch.setattr("lintarticle.cache.key._PACKAGE", str(package))
    monkeypatch.setattr(sys, "path", [*sys.path, str(libraries)])
    program.keep("check", ".")
    (package / "rule.py").write_text("0", "utf-8")
    program.run("check", ".")
    assert not program.was_kept
    program.keep("check", ".")
    (libraries / "library-2.dist-info").mkdir()
    program.run("check", ".")
    assert not program.was_kept


# --- what is not kept -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--no-cache"),
        ("check", "--cache-dir", "elsewhere"),
        ("check", "--diff"),
        ("check", "--fix", "--only", "debris"),
        ("fix", "--only", "debris"),
        ("check", "--output-format", "json", "-o", "report.json"),
        ("check", "--baseline", "known.json"),
        ("check", "--since", "HEAD~0"),
        ("check", "--since", "HEAD@{0}"),
        ("check", "no-such-file.md"),
        ("check", "posts/tides.md", "posts/neaps.md", "posts/more.md"),
        ("check", "--no-such-option"),
    ],
    ids=" ".join,
)
def test_not_kept(site: Site, program: Program, arguments: tuple[str, ...]) -> None:
    site.git("commit", "--message", "a commit")
    program.run("check", "--write-baseline", "known.json")
    for _ in range(3):
        program.run(*arguments)
        assert not program.was_kept
    assert site.kept() == []


def test_code_of_the_repository_is_run_each_time(site: Site, program: Program) -> None:
    site.write("lintarticle.toml", "plugins = ['kept_runs_rules']\n")
    site.write(
        "kept_runs_rules.py",
        '"""Says a word."""\nfrom lintarticle.rule import Severity, rule\n'
        "def word(article):\n    '''Words.'''\n    yield from ()\nRULE = rule(word, Severity.INFO)\n",
    )
    program.run("check")
    program.run("check")
    assert site.kept() == []


def test_an_article_that_counts_to_the_instant_is_linted_each_time(site: Site, program: Program) -> None:
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    site.write("posts/more.md", TEXTS["posts/more.md"].replace("2024-01-15", now))
    program.run("check")
    program.run("check")
    assert site.kept() == []


def test_a_summary_for_github_is_written_each_time(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site.outside / "summary.md"))
    program.run("check", "--output-format", "github")
    program.run("check", "--output-format", "github")
    assert (site.outside / "summary.md").read_text("utf-8").count("posts/tides.md") >= 2
    assert site.kept() == []


def test_ways_that_go_up_again_are_not_kept(site: Site, program: Program) -> None:
    program.keep(*JSON)
    kept = kept_run._read(str(site.kept()[0]))
    assert kept
    _, _, _, there, missing = kept[2]
    assert [path for path in (*there, *missing) if "/../" in path] == []


def test_a_way_up_out_of_a_linked_folder_is_kept(site: Site, program: Program) -> None:
    site.write("posts/up.md", HEAD.format(title="Up again") + "[There](../linked/../outside/far.md#far)\n")
    program.keep(*JSON)
    (site.root / "linked").unlink()
    (site.root / "linked").symlink_to(site.root / "old", target_is_directory=True)
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache")


def test_the_first_run_is_kept_though_it_makes_the_cache(site: Site, program: Program) -> None:
    (site.root / NAME).rmdir()
    expected = program.run(*JSON)
    assert site.kept()
    assert program.run(*JSON) == expected
    assert program.was_kept


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_after_the_first_run_is_seen(site: Site, program: Program, name: str) -> None:
    (site.root / NAME).rmdir()
    program.run(*JSON)
    CHANGES[name](site)
    assert program.run(*JSON) == program.run(*JSON, "--no-cache")


def _replaced_by_a_folder(site: Site) -> None:
    (site.root / "notes.md").unlink()
    site.write("notes.md/deep.md", "# Deep\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.write("new.md", "# New\n"),
        lambda site: (site.root / "notes.md").unlink(),
        lambda site: (site.root / "notes.md").rename(site.root / "texts.md"),
        lambda site: (site.root / "old").rename(site.root / "older"),
        _replaced_by_a_folder,
    ],
)
def test_what_changes_in_the_folder_of_the_cache_is_seen(
    site: Site, program: Program, change: Callable[[Site], object]
) -> None:
    (site.root / NAME).rmdir()
    site.write("notes.md", "# Notes\n")
    status = site.root.stat()
    program.run(*JSON)
    assert site.kept()
    change(site)
    os.utime(site.root, ns=(status.st_atime_ns, status.st_mtime_ns))
    outcome = program.run(*JSON)
    assert not program.was_kept
    assert outcome == program.run(*JSON, "--no-cache")


def write_at_the_end(site: Site, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Write a file in each run, just before it is kept."""
    original = Dependencies.__init__

    def begin(self: Dependencies, *arguments: object) -> None:
        site.write(name, "# Something else\n")
        original(self, *arguments)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(Dependencies, "__init__", begin)


def test_a_first_run_during_which_an_entry_came_is_not_kept(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site.root / NAME).rmdir()
    write_at_the_end(site, monkeypatch, "new.md")
    program.run("check")
    assert site.kept() == []


def test_what_changed_just_before_or_meanwhile_is_not_kept(
    site: Site, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.run("check")
    monkeypatch.setattr(digests, "GRAIN", 3_600_000_000_000)
    program.run("check")
    assert site.kept() == []
    monkeypatch.setattr(digests, "GRAIN", 0)
    write_at_the_end(site, monkeypatch, "posts/more.md")
    program.run("check")
    assert site.kept() == []


def test_much_output_is_not_kept(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_WRITTEN", 100)
    program.run("check")
    program.run("check")
    assert site.kept() == []


# --- the files --------------------------------------------------------------------------------------------------


def test_the_last_runs_are_kept(site: Site, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    program.run("check")
    for number in range(4):
        program.run("check", "--config", f"exclude=['{number}']")
    assert len(site.kept()) == 2
    program.run("check", "--config", "exclude=['3']")
    assert program.was_kept


def test_info_and_clean(site: Site, program: Program) -> None:
    program.keep("check")
    program.run("cache", "info")
    program.run("cache", "clean")
    assert not (site.root / NAME).exists()


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"\0" * 5000])
def test_a_damaged_file_counts_as_missing(site: Site, program: Program, damage: bytes) -> None:
    expected = program.keep("check")
    path = site.kept()[0]
    for data in (damage, path.read_bytes()[:-1], path.read_bytes()[:40] + b"x" + path.read_bytes()[41:]):
        path.write_bytes(data)
        assert program.run("check") == expected
        assert not program.was_kept
        program.keep("check")


def test_a_file_from_elsewhere_is_not_read(site: Site, program: Program) -> None:
    program.keep("check")
    path = site.kept()[0]
    mark = site.root / NAME / "CACHEDIR.TAG"
    mark.write_bytes(mark.read_bytes())  # as a checkout would
    program.run("check")
    assert not program.was_kept
    assert not path.exists()


# --- the whole program ------------------------------------------------------------------------------------------


def _programs(site: Site, *arguments: str) -> Iterator[subprocess.CompletedProcess[str]]:
    """Run the program until its runs are kept."""
    settings = "from lintarticle import runner; from lintarticle.cache import digests; "
    command = [sys.executable, "-c", f"{settings}runner.FEWEST, digests.GRAIN = 3, 0\n{RUN}", *arguments]
    while not site.kept():
        yield subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)
    kept = [sys.executable, "-c", RUN, *arguments]
    yield subprocess.run(kept, cwd=site.root, capture_output=True, text=True, check=False)


RUN = """
import sys
before = set(sys.modules)
from lintarticle.__main__ import main
code = main(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
sys.exit(code)
"""

QUICK = {
    "", "__main__", "cache", "cache.folder", "cache.hashing", "cache.kept_run", "cli", "cli.errors", "cli.main",
    "cli.streams", "errors", "version",
}  # fmt: skip
"""All of lintarticle that a run imports which is kept."""


def test_a_kept_run_imports_next_to_nothing(site: Site) -> None:
    *others, last = _programs(site, "check", "--output-format", "json")
    assert {(each.returncode, each.stdout) for each in (*others, last)} == {(last.returncode, last.stdout)}
    assert json.loads(last.stdout)["problems"]
    modules = set(last.stderr.splitlines()[-1].split())
    ours = {name.removeprefix("lintarticle").removeprefix(".") for name in modules if name.startswith("lintarticle")}
    assert ours == QUICK
    assert modules - {each for each in modules if each.startswith("lintarticle")} <= {
        *("__future__", "_blake2", "_signal", "_warnings", "enum", "functools", "gc", "importlib", "marshal", "signal"),
        *("collections", "_collections", "keyword", "operator", "_operator", "reprlib", "types", "warnings", "time"),
        *("_functools", "itertools", "importlib._bootstrap", "importlib._bootstrap_external"),
    }
