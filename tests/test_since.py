"""`--since` and `--changed-lines`: which articles a change concerns, and which of their problems."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from repositories import Repository

from lintarticle.changes.git import GitError
from lintarticle.changes.repository import Lines, touched_lines
from lintarticle.changes.repository import Repository as Tree
from lintarticle.cli.main import main
from lintarticle.discovery import Finder

pytestmark = pytest.mark.usefixtures("_isolated_git")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Check = Callable[..., Ran]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Give a repository with three articles on `main`, and a branch that is checked out."""
    made = Repository.new(tmp_path / "site")
    for name in ("ebb", "flood", "slack"):
        made.article(f"posts/{name}.md", name)
    made.commit()
    made.branch()
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*arguments: str) -> Ran:
        code = main(["check", *arguments])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def concerned(check: Check) -> Callable[..., list[str]]:
    """Return the articles that a run looks at: each has one problem, as its file is too small for the rule."""

    def run(*arguments: str) -> list[str]:
        ran = check("--only", "structure/word-count", "--config", "rules.structure/word-count.min=999",
                    "--severity", "structure/word-count=error", "--output-format", "concise", *arguments)  # fmt: skip
        assert ran.code in (0, 1), ran.err
        return [line.partition(":")[0] for line in ran.out.splitlines()]

    return run


Concerned = Callable[..., list[str]]

# --- which articles -------------------------------------------------------------------------------------------


def test_nothing_changed(site: Repository, concerned: Concerned, check: Check) -> None:
    assert concerned("--since", "main") == []
    assert check("--since", "main") == (0, "No problems in 0 articles\n", "")


def test_committed_staged_unstaged_and_untracked_articles(site: Repository, concerned: Concerned) -> None:
    site.article("posts/committed.md")
    site.commit()
    site.article("posts/staged.md")
    site.git("add", "posts/staged.md")
    site.article("posts/ebb.md", "changed")
    site.article("posts/untracked.md")
    assert concerned("--since", "main") == [
        "posts/committed.md", "posts/ebb.md", "posts/staged.md", "posts/untracked.md",
    ]  # fmt: skip


def test_what_happened_on_the_other_branch_does_not_count(site: Repository, concerned: Concerned) -> None:
    site.article("posts/ebb.md", "mine")
    site.commit()
    site.git("checkout", "--quiet", "main")
    site.article("posts/flood.md", "theirs")
    site.commit()
    site.git("checkout", "--quiet", "work")
    assert concerned("--since", "main") == ["posts/ebb.md"]


def test_a_renamed_article_counts_and_a_deleted_one_does_not(site: Repository, concerned: Concerned) -> None:
    site.git("mv", "posts/ebb.md", "posts/neap.md")
    site.git("rm", "--quiet", "posts/slack.md")
    assert concerned("--since", "main") == ["posts/neap.md"]


ODD = ["posts/high water.md", "posts/汐の表.md", "posts/it's “here”.md", "-x.md", 'posts/a "b".md', "posts/tab\tone.md",
       "posts/line\nbreak.md", "posts/back\\slash.md", "posts/[a]*.md"]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_any_file_name_works(site: Repository, check: Check) -> None:
    for name in ODD:
        site.article(name, "Old")
    site.commit()
    site.git("checkout", "--quiet", "-B", "main")
    site.git("checkout", "--quiet", "-B", "work")
    for name in ODD:
        site.article(name, "New", "[new](no.md)")
    only = ("--since", "main", "--changed-lines", "--only", "links/file-missing")
    ran = check(*only, "--output-format", "json")
    assert sorted(problem["path"] for problem in json.loads(ran.out)["problems"]) == sorted(ODD)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("posts:", ["ebb.md"]),
        ("posts: ..", ["../guide/a.md", "ebb.md"]),
        (".: guide", ["guide/a.md"]),
        (".: posts/ebb.md posts/flood.md", ["posts/ebb.md"]),
        (".: guide posts", ["guide/a.md", "posts/ebb.md"]),
    ],
)
def test_paths_and_subfolders(
    site: Repository, concerned: Concerned, monkeypatch: pytest.MonkeyPatch, command: str, expected: list[str]
) -> None:
    site.article("posts/ebb.md", "changed")
    site.article("guide/a.md")
    folder, _, names = command.partition(":")
    monkeypatch.chdir(site.folder / folder)
    assert concerned("--since", "main", *names.split()) == expected


def test_only_what_a_walk_would_find(site: Repository, concerned: Concerned) -> None:
    site.write(".gitignore", "*.tmp.md\nbuilt/\n")
    site.write("lintarticle.toml", 'exclude = ["archive/**"]\n')
    for name in ("archive/a.md", "node_modules/b.md", ".hidden/c.md", "README.md", "notes.txt", "built/d.md", "e.md"):
        site.article(name)
    site.article("forced.tmp.md")
    site.git("add", "--force", "forced.tmp.md", "built/d.md")
    assert concerned("--since", "main", "--config", "exclude=['archive/**']") == [
        "e.md", "posts/ebb.md", "posts/flood.md", "posts/slack.md",
    ]  # fmt: skip


def test_find_among_is_what_find_finds(site: Repository) -> None:
    """On a tree with every reason to be left out: the shortcut and the walk agree."""
    from lintarticle.config.discovery import Configurations

    site.write(".gitignore", "*.tmp.md\nbuilt/\n!keep.tmp.md\n")
    site.write("deep/.gitignore", "own.md\n")
    site.write("deep/lintarticle.toml", 'include = ["**/*.txt", "*.md"]\nexclude = ["no.md"]\n')
    for name in ("a.tmp.md", "keep.tmp.md", "built/d.md", "deep/own.md", "deep/no.md", "deep/yes.md", "deep/er/f.txt",
                 ".x/y.md", "vendor/z.md", "CHANGELOG.md"):  # fmt: skip
        site.article(name)
    files = [path for path in site.folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    finder = Finder(site.folder, Configurations(site.folder).of)
    for names in (["."], ["deep"], ["posts", "deep/er"], ["vendor"]):
        walked, _ = finder.find(names)
        assert [target.shown for target in finder.find_among(names, files)] == [target.shown for target in walked]


def test_a_name_that_is_not_there_is_still_told(site: Repository, check: Check) -> None:
    ran = check("--since", "main", "posts/nowhere.md", "--output-format", "concise")
    assert ran.code == 1
    assert "The file does not exist." in ran.out


def test_a_worktree(site: Repository, concerned: Concerned, monkeypatch: pytest.MonkeyPatch) -> None:
    site.git("worktree", "add", "--quiet", "../other", "-b", "other", "main")
    other = Repository(site.folder.parent / "other")
    other.article("posts/flood.md", "changed")
    monkeypatch.chdir(other.folder)
    assert concerned("--since", "main") == ["posts/flood.md"]


def test_within_a_hook(site: Repository, concerned: Concerned, monkeypatch: pytest.MonkeyPatch) -> None:
    site.article("posts/flood.md", "changed")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.chdir(site.folder / "posts")
    assert concerned("--since", "main") == ["flood.md"]


@pytest.fixture
def with_submodule(site: Repository) -> Repository:
    inner = Repository.new(site.folder.parent / "inner")
    inner.article("one.md")
    inner.article("two.md")
    inner.commit()
    site.git("submodule", "--quiet", "add", str(inner.folder), "guides")
    site.commit()
    site.git("checkout", "--quiet", "-B", "main")
    site.git("checkout", "--quiet", "-B", "work")
    return site


def test_articles_of_a_submodule(with_submodule: Repository, concerned: Concerned) -> None:
    guides = Repository(with_submodule.folder / "guides")
    assert concerned("--since", "main") == []
    guides.article("two.md", "changed")
    assert concerned("--since", "main") == ["guides/two.md"]
    guides.commit()
    guides.article("three.md")
    assert concerned("--since", "main") == ["guides/three.md", "guides/two.md"]


def test_from_within_a_submodule(
    with_submodule: Repository, concerned: Concerned, monkeypatch: pytest.MonkeyPatch
) -> None:
    guides = Repository(with_submodule.folder / "guides")
    guides.branch("inside")
    guides.article("two.md", "changed")
    with_submodule.article("posts/ebb.md", "changed")
    monkeypatch.chdir(guides.folder)
    assert concerned("--since", "main") == ["two.md"]


# --- what else concerns an article ----------------------------------------------------------------------------

ALL = ["posts/ebb.md", "posts/flood.md", "posts/slack.md"]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("lintarticle.toml", "", 'drafts = "skip"\n'),
        ("data/tags.toml", "tags = ['tides']\n", "tags = ['walking']\n"),
        ("schemas/part.json", '{"type": "object"}', '{"type": ["object"]}'),
        ("shared/base.toml", "", 'drafts = "skip"\n'),
    ],
)
def test_a_file_behind_the_configuration(
    site: Repository, concerned: Concerned, name: str, before: str, after: str
) -> None:
    site.git("checkout", "--quiet", "main")
    site.write("shared/base.toml", "")
    site.write("data/tags.toml", "tags = []\n")
    site.write("schemas/news.json", '{"$ref": "part.json"}')
    site.write("schemas/part.json", "{}")
    site.write(
        "lintarticle.toml",
        'extends = "shared/base.toml"\n[rules]\n"tags/vocabulary" = { file = "data/tags.toml" }\n'
        '[types.news]\nfiles = ["news/**"]\njson-schema = "schemas/news.json"\n',
    )
    site.write("elsewhere/lintarticle.toml", "")
    site.article("elsewhere/a.md")
    if name != "lintarticle.toml":
        site.write(name, before)
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    assert _concerned_by_default(site) == []
    kept = (site.folder / name).read_text("utf-8") if name == "lintarticle.toml" else ""
    site.write(name, after + kept)
    assert _concerned_by_default(site) == ALL


def _concerned_by_default(site: Repository) -> list[str]:
    """Return the targets themselves: without options of the command line, which would be configurations too."""
    from lintarticle.changes.since import Since
    from lintarticle.config.discovery import Configurations
    from lintarticle.runner import Runner

    configurations = Configurations(site.folder)
    since = Since(Runner(configurations), configurations, "main", ["."])
    return [target.shown for target in since.targets()]


def test_a_configuration_that_is_gone(site: Repository) -> None:
    site.git("checkout", "--quiet", "main")
    site.write("posts/lintarticle.toml", "")
    site.write("guide/pyproject.toml", "[tool.lintarticle]\n")
    site.article("guide/a.md")
    site.article("other/b.md")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.git("rm", "--quiet", "posts/lintarticle.toml")
    assert _concerned_by_default(site) == ALL
    site.write("guide/pyproject.toml", "[tool.other]\n")
    assert _concerned_by_default(site) == ["guide/a.md", *ALL]


def test_another_tools_configuration_concerns_nothing(site: Repository) -> None:
    site.write("pyproject.toml", "[tool.other]\n")
    site.write("package.json", "{}")
    assert _concerned_by_default(site) == []


def links(site: Repository) -> None:
    site.git("checkout", "--quiet", "main")
    site.write("static/img/high water.png", "picture")
    site.write("posts/map.svg", "picture")
    site.article("posts/link.md", "Link", "See [the ebb](ebb.md#top) and [the flood](../posts/flood.md).")
    site.article("posts/route.md", "Route", "See [the ebb](/posts/ebb/).")
    site.article("posts/image.md", "Image", "![High water at the wall](/img/high%20water.png)")
    site.article("posts/name.md", "Ebb", "The ebb, ebb.md, is not linked here; map.svg neither.")
    site.write("posts/cover.md", "---\ntitle: Cover\ncover: map.svg\n---\n\nText.\n")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("posts/ebb.md", ["posts/link.md", "posts/route.md"]),
        ("static/img/high water.png", ["posts/image.md"]),
        ("posts/map.svg", ["posts/cover.md"]),
        ("posts/slack.md", []),
    ],
)
def test_an_article_that_links_to_what_was_removed(
    site: Repository, concerned: Concerned, gone: str, expected: list[str]
) -> None:
    links(site)
    site.git("rm", "--quiet", gone)
    assert concerned("--since", "main") == expected


def test_a_page_that_moved_and_is_still_found(site: Repository, concerned: Concerned) -> None:
    links(site)
    site.git("mv", "posts/ebb.md", "posts/index.md")
    (site.folder / "posts/ebb").mkdir()
    site.git("mv", "posts/index.md", "posts/ebb/index.md")
    assert concerned("--since", "main") == ["posts/ebb/index.md", "posts/link.md"]


# --- lines ----------------------------------------------------------------------------------------------------


def problems(check: Check, *arguments: str) -> list[str]:
    ran = check("--since", "main", "--changed-lines", "--output-format", "concise", *arguments)
    assert ran.code in (0, 1), ran.err
    found = [line.partition(": ") for line in ran.out.splitlines()]
    return [f"{place}: {' '.join(rest.split()[:2])}" for place, _, rest in found]


ONLY = ("--only", "links/file-missing,tags/missing,excerpt/missing")


def test_only_touched_lines_count(site: Repository, check: Check) -> None:
    site.git("checkout", "--quiet", "main")
    site.article("posts/ebb.md", "Ebb", "[old](no1.md)\n\nText.\n\n[old](no2.md)")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.article("posts/ebb.md", "Ebb", "[old](no1.md)\n\nText and [new](no3.md).\n\n[old](no2.md)\n\n[new](no4.md)")
    assert problems(check, *ONLY) == [
        "posts/ebb.md:9:16: error links/file-missing",
        "posts/ebb.md:13:7: error links/file-missing",
    ]


def test_every_line_of_a_new_article_counts(site: Repository, check: Check) -> None:
    site.article("posts/new.md", "New", "[one](no.md)")
    site.write("posts/staged.md", "---\ntitle: Staged\n---\n\nText.\n")
    site.git("add", "posts/staged.md")
    assert problems(check, *ONLY) == [
        "posts/new.md:7:7: error links/file-missing",
        "posts/staged.md:3:1: error excerpt/missing",
        "posts/staged.md:3:1: error tags/missing",
    ]


def test_a_renamed_article_counts_where_it_was_edited(site: Repository, check: Check) -> None:
    site.git("checkout", "--quiet", "main")
    body = "\n\n".join(f"[old](no{number}.md)" for number in range(5))
    site.article("posts/ebb.md", "Ebb", body)
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.git("mv", "posts/ebb.md", "posts/neap tide.md")
    assert problems(check, *ONLY) == []
    site.article("posts/neap tide.md", "Ebb", f"{body}\n\n[new](no9.md)")
    assert problems(check, *ONLY) == ["posts/neap tide.md:17:7: error links/file-missing"]


def test_the_metadata_as_a_whole(site: Repository, check: Check) -> None:
    """Something missing counts where any line of the front matter was touched, a line taken out included."""
    site.git("checkout", "--quiet", "main")
    site.write("posts/ebb.md", "---\ntitle: Ebb\ntags: [tides]\ndraft: false\n---\n\nText.\n\nMore.\n")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.write("posts/ebb.md", "---\ntitle: Ebb\ntags: [tides]\ndraft: false\n---\n\nText.\n\nMore, changed.\n")
    assert problems(check, *ONLY) == []
    site.write("posts/ebb.md", "---\ntitle: Ebb\ndraft: false\n---\n\nText.\n\nMore.\n")
    assert problems(check, *ONLY) == [
        "posts/ebb.md:4:1: error excerpt/missing",
        "posts/ebb.md:4:1: error tags/missing",
    ]


def test_the_metadata_as_a_whole_as_the_type_of_the_article_reads_them(site: Repository, check: Check) -> None:
    """Labels of the type make the metadata block, whose last line was touched."""
    text = "# Ebb\n\nText.\n\n---\n\n**Gezeiten:** On tides.\n\n**Weg:** "
    site.git("checkout", "--quiet", "main")
    labels = '{ excerpt = ["Gezeiten"], slug = ["Weg"] }'
    site.write("lintarticle.toml", f'[types.tide]\nwhere = {{ pinned = "false" }}\nlabels = {labels}\n')
    site.write("posts/ebb.md", f"{text}ebb\n")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.write("posts/ebb.md", f"{text}ebb-and-flood\n")
    assert problems(check, *ONLY) == ["posts/ebb.md:7:3: error tags/missing"]


def test_a_link_to_what_was_removed_counts_on_its_old_line(site: Repository, check: Check) -> None:
    links(site)
    site.git("rm", "--quiet", "posts/ebb.md", "posts/slack.md")
    assert problems(check, "--only", "links/file-missing,tags/missing,excerpt/missing") == [
        "posts/link.md:7:15: error links/file-missing"
    ]


def test_a_link_to_what_was_removed_in_an_article_that_was_edited_elsewhere(site: Repository, check: Check) -> None:
    links(site)
    site.git("rm", "--quiet", "posts/ebb.md")
    with (site.folder / "posts/link.md").open("a", encoding="utf-8") as file:
        file.write("\nMore, and [old](no.md).\n")
    assert problems(check, *ONLY) == [
        "posts/link.md:7:15: error links/file-missing",
        "posts/link.md:9:17: error links/file-missing",
    ]


def test_line_ends_of_old_machines(site: Repository, check: Check) -> None:
    r"""Only `\n` ends a line for git; a lone `\r` does for us."""
    site.git("checkout", "--quiet", "main")
    start = "---\ntitle: Ebb\n---\n\nOne\rtwo\rthree\n\n[old](no1.md)\n\n"
    site.write("posts/ebb.md", f"{start}Text.\n")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.write("posts/ebb.md", f"{start}[new](no2.md)\n")
    assert problems(check, "--only", "links/file-missing") == ["posts/ebb.md:11:7: error links/file-missing"]


def test_settings_of_the_users_git_change_nothing(
    site: Repository, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = site.folder.parent / "gitconfig"
    settings.write_text(
        "[diff]\nnoprefix = true\nmnemonicPrefix = true\nexternal = false\ninterHunkContext = 9\nrenames = false\n"
        "context = 9\n[color]\nui = always\n[core]\nquotePath = true\npager = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    site.git("checkout", "--quiet", "main")
    site.article("posts/汐.md", "Ebb", "[old](no1.md)\n\nText.\n\nText.\n\n[old](no2.md)")
    site.commit()
    site.git("checkout", "--quiet", "-B", "work")
    site.article("posts/汐.md", "Ebb", "[old](no1.md)\n\n[new](no3.md)\n\nText.\n\n[old](no2.md)")
    site.write(".gitattributes", "*.md -diff\n")
    assert problems(check, *ONLY) == ["posts/汐.md:9:7: error links/file-missing"]


def test_a_patch_whose_text_looks_like_a_patch() -> None:
    patch = (
        b"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -3,2 +3,3 @@ x\n--- b/no.md\n-@@ -1 +1 @@\n"
        b"+++ b/no.md\n+diff --git a/x b/x\n+@@ -9 +99 @@\n@@ -9 +10,0 @@\n-x\n\\ No newline at end of file\n"
        b'diff --git "a/\\346\\261\\220 \\"x\\".md" "b/\\346\\261\\220 \\"x\\".md"\nnew file mode 100644\n'
        b'--- /dev/null\n+++ "b/\\346\\261\\220 \\"x\\".md"\n@@ -0,0 +1 @@\n+x\n'
        b'diff --git "a/\\346\\261\\220\\t.md" "b/\\346\\261\\220\\t.md"\n'
        b'--- "a/\\346\\261\\220\\t.md"\n+++ "b/\\346\\261\\220\\t.md"\n@@ -1 +1 @@\n-a\n+b\n'
    )
    assert dict(touched_lines(patch)) == {"a.md": Lines((3, 10), (5, 11)), "汐\t.md": Lines((1,), (1,))}


def test_lines_meet() -> None:
    lines = Lines.of([(9, 9), (3, 5), (5, 6), (7, 7)])
    assert tuple(lines) == ((3, 9), (7, 9))
    assert [number for number in range(1, 12) if lines.meet(number, number)] == [3, 4, 5, 6, 7, 9]
    assert (lines.meet(1, 2), lines.meet(1, 3), lines.meet(8, 8), lines.meet(8, 20)) == (False, True, False, True)
    assert not Lines().meet(1, 99)


# --- what git can't tell --------------------------------------------------------------------------------------


def refused(check: Check, *arguments: str) -> str:
    ran = check(*arguments)
    assert (ran.code, ran.out) == (2, ""), ran
    return ran.err.removeprefix("lintarticle: ").removesuffix("\n")


def test_no_such_ref(site: Repository, check: Check) -> None:
    assert refused(check, "--since", "mian") == "There is no commit “mian” in this repository: check its spelling."
    assert refused(check, "--since=-x") == "There is no commit “-x” in this repository: check its spelling."
    assert refused(check, "--since", "") == "There is no commit “” in this repository: check its spelling."


def test_a_ref_to_be_fetched(site: Repository, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = Repository(site.folder.parent / "clone")
    site.git("clone", "--quiet", "--single-branch", "--branch=work", f"file://{site.folder}", str(clone.folder))
    monkeypatch.chdir(clone.folder)
    fetch = "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    assert refused(check, "--since", "origin/main") == (
        f"There is no commit “origin/main” in this repository: run “{fetch}”. With actions/checkout, set "
        "“fetch-depth: 0”; in GitLab, “GIT_DEPTH: 0”."
    )
    assert refused(check, "--since", "main") == (
        "There is no commit “main” in this repository: check its spelling, or run “git fetch origin main” and compare "
        "with FETCH_HEAD."
    )
    clone.git(*fetch.split()[1:])
    assert check("--since", "origin/main").code == 0
    assert refused(check, "--since", "main") == (
        "There is no commit “main” in this repository, but there is “origin/main”."
    )


def test_a_history_that_is_cut_short(site: Repository, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    for branch in ("main", "work"):
        site.git("checkout", "--quiet", branch)
        site.article(f"posts/{branch}.md")
        site.commit()
    clone = Repository(site.folder.parent / "clone")
    site.git("clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{site.folder}", str(clone.folder))
    monkeypatch.chdir(clone.folder)
    assert refused(check, "--since", "origin/main") == (
        "This clone is shallow, so git can’t find where this branch left “origin/main”. Run “git fetch "
        "--unshallow”. With actions/checkout, set “fetch-depth: 0”; in GitLab, “GIT_DEPTH: 0”."
    )
    clone.git("fetch", "--quiet", "--unshallow")
    assert check("--since", "origin/main", "--quiet").code == 0


def test_branches_without_a_common_commit(site: Repository, check: Check) -> None:
    site.git("checkout", "--quiet", "--orphan", "other")
    site.article("posts/other.md")
    site.commit()
    assert refused(check, "--since", "main") == ("This branch and “main” have no common commit to compare.")


def test_a_repository_without_any_commit(tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository.new(tmp_path)
    monkeypatch.chdir(tmp_path)
    said = "--since needs a commit to compare with, and this repository has none."
    assert refused(check, "--since", "HEAD") == said


def test_no_repository(tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert refused(check, "--since", "main") == (
        f"--since needs a git repository, and “{tmp_path.resolve()}” is not in one."
    )


def test_paths_of_two_repositories(site: Repository, check: Check) -> None:
    other = Repository.new(site.folder.parent / "other")
    assert refused(check, "--since", "main", ".", "../other") == (
        f"--since needs all paths in one repository, and “{other.folder.resolve()}” is outside "
        f"“{site.folder.resolve()}”."
    )


def test_no_git(site: Repository, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site.folder))
    assert refused(check, "--since", "main") == ("--since needs the program “git”. Install it first.")


def test_a_machine_format_stays_valid(site: Repository, check: Check) -> None:
    ran = check("--since", "mian", "--output-format", "json")
    assert (ran.code, json.loads(ran.out)["errors"]) == (
        2,
        ["There is no commit “mian” in this repository: check its spelling."],
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--changed-lines",), "--changed-lines needs --since REF."),
        (
            ("--since", "main", "--changed-lines", "--fix"),
            "--changed-lines can’t be combined with fixes, which are for whole articles.",
        ),
    ],
)
def test_options_that_make_no_sense(site: Repository, check: Check, arguments: tuple[str, ...], sentence: str) -> None:
    assert refused(check, *arguments).splitlines()[0] == sentence


@pytest.mark.parametrize("arguments", [["posts/ebb.md"], [".", "--ignore", "site"]])
def test_git_is_only_run_where_it_is_asked_for(site: Repository, arguments: list[str]) -> None:
    site.write("posts/pier.png", "a picture")
    site.article("posts/ebb.md", "Ebb", "![The pier at low water](pier.png)")
    site.commit()
    program = (
        f"import sys\nfrom lintarticle.cli.main import main\nmain(['check', *{arguments}])\n"
        "print('subprocess' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_git_errors_name_what_git_says(tmp_path: Path) -> None:
    Repository.new(tmp_path)
    with pytest.raises(GitError, match=r"Git can’t compare the files: .*nowhere"):
        Tree(tmp_path).changes("nowhere")
