"""The repository around articles: what rules about the site see of it, and problems of files that are no articles."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from repositories import Repository

from lintarticle.boundary import Boundary
from lintarticle.changes.git import GitIndex
from lintarticle.cli.main import main
from lintarticle.repository_files import DiskRepository

RULE = '''\
"""An image is named nowhere.

## Bad

```markdown
x
```

## Good

```markdown
y
```
"""
from lintarticle.rule import Severity, Span
from lintarticle.site.finding import SiteFinding
from lintarticle.site.rule import site_rule

def check(site):
    around = site.repository
    texts = "".join(around.text(path) for path in around.paths if path.endswith(".html"))
    for path in around.paths:
        if path.endswith(".png") and path not in texts:
            where = "" if around.is_in_git(path) else " and not in git"
            yield SiteFinding(path, Span(0, 0), f"“{path}” is named nowhere{where}.", path)

RULE = site_rule(check, Severity.ERROR)
'''

Lines = Callable[..., list[tuple[str, int, int, str]]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """Give a repository with two images of which no page names one, and a rule that says so."""
    repository = Repository.new(tmp_path)
    repository.write("lintarticle.toml", 'plugins = ["around_rules"]\nignore = ["ALL"]\nselect = ["around-rules"]\n')
    repository.write("around_rules/__init__.py", '"""Rules."""\n')
    repository.write("around_rules/lost.py", RULE)
    repository.write(".gitignore", "build/\n__pycache__/\n")
    repository.write("page.html", "<img src=img/a.png>")
    repository.write("img/a.png", "1")
    repository.write("img/b.png", "2")
    repository.write("post.md", "---\ntitle: Tides\n---\nWater.\n")
    repository.commit()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LINTARTICLE_NO_CODE", raising=False)
    monkeypatch.setattr("lintarticle.runner.FEWEST", 1)
    yield repository
    for name in [name for name in sys.modules if name.partition(".")[0] == "around_rules"]:
        del sys.modules[name]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Lines:
    def run(*arguments: str) -> list[tuple[str, int, int, str]]:
        capsys.readouterr()
        main(["check", *arguments, "--output-format", "json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        return [(each["path"], each["start"]["line"], each["start"]["column"], each["message"]) for each in problems]

    return run


B = [("img/b.png", 1, 1, "“img/b.png” is named nowhere.")]


def around(folder: Path, working_folder: Path | None = None) -> DiskRepository:
    return DiskRepository(folder, working_folder or folder, Boundary(folder))


def test_a_file_that_is_not_an_article_has_a_problem_at_its_start(repository: Repository, lines: Lines) -> None:
    assert lines() == B


@pytest.mark.parametrize(
    "form",
    ["full", "concise", "grouped", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "html"],
)
def test_every_format_shows_it(repository: Repository, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", form, "--verbose"]) == 1
    out = capsys.readouterr().out
    assert "is named nowhere" in out
    assert "img/b.png" in out


def test_an_image_does_not_count_as_an_article(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    assert "1 error in 1 article\n" in capsys.readouterr().out


def test_fingerprints_are_those_of_the_path(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("img/c.png", "3")
    main(["check", "--output-format", "gitlab"])
    first, second = (each["fingerprint"] for each in json.loads(capsys.readouterr().out))
    (repository.folder / "img/b.png").unlink()
    main(["check", "--output-format", "gitlab"])
    (alone,) = (each["fingerprint"] for each in json.loads(capsys.readouterr().out))
    assert alone == second != first


def test_a_baseline_knows_it_and_notices_when_it_is_gone(
    repository: Repository, lines: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write(
        "lintarticle.toml", (repository.folder / "lintarticle.toml").read_text("utf-8") + 'baseline = "known.json"\n'
    )
    main(["check", "--write-baseline"])
    before = (repository.folder / "known.json").read_text("utf-8")
    assert "img/b.png" in before
    assert lines() == []
    main(["check", "--update-baseline"])
    main(["check", "post.md", "--update-baseline"])
    assert (repository.folder / "known.json").read_text("utf-8") == before
    repository.write("img/c.png", "3")
    assert [path for path, *_ in lines()] == ["img/c.png"]
    (repository.folder / "img/b.png").unlink()
    capsys.readouterr()
    main(["check"])
    assert "is gone" in capsys.readouterr().err
    main(["check", "--update-baseline"])
    assert "img/b.png" not in (repository.folder / "known.json").read_text("utf-8")


def test_patterns_of_the_configuration_are_for_other_files_too(repository: Repository, lines: Lines) -> None:
    own = (repository.folder / "lintarticle.toml").read_text("utf-8")
    repository.write("lintarticle.toml", 'exclude = ["img/"]\n' + own)
    assert lines() == []
    repository.write("lintarticle.toml", own + '[[overrides]]\nfiles = ["img/b*"]\nignore = ["around-rules"]\n')
    assert lines() == []
    repository.write("lintarticle.toml", own + '[[overrides]]\nfiles = ["img/a*"]\nignore = ["around-rules"]\n')
    assert lines() == B


Change = Callable[[Repository], object]


def _untrack(here: Repository) -> None:
    here.git("rm", "--cached", "-q", "img/b.png")


def _ignore(here: Repository) -> None:
    _untrack(here)
    here.write(".gitignore", "build/\n__pycache__/\nb.png\n")


def _add(here: Repository) -> None:
    here.write("img/c.png", "3")
    here.git("add", "img/c.png")


CHANGES: dict[str, tuple[Change, list[str]]] = {
    "a text that was read": (
        lambda here: here.write("page.html", "<img src=img/b.png>"),
        ["“img/a.png” is named nowhere."],
    ),
    "a text that was read is gone": (
        lambda here: (here.folder / "page.html").unlink(),
        ["“img/a.png” is named nowhere.", B[0][3]],
    ),
    "a new text": (lambda here: here.write("more.html", "img/b.png"), []),
    "a new image": (
        lambda here: here.write("img/c.png", "3"),
        [B[0][3], "“img/c.png” is named nowhere and not in git."],
    ),
    "a new image in git": (_add, [B[0][3], "“img/c.png” is named nowhere."]),
    "an image is gone": (lambda here: (here.folder / "img/b.png").unlink(), []),
    "an image is not in git any more": (_untrack, ["“img/b.png” is named nowhere and not in git."]),
    "an image is ignored": (_ignore, []),
    "git is gone": (lambda here: shutil.rmtree(here.folder / ".git"), [B[0][3]]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_kept_holds_only_as_long_as_the_repository_is_as_it_was(
    repository: Repository, lines: Lines, name: str
) -> None:
    change, messages = CHANGES[name]
    assert lines() == lines() == B
    change(repository)
    for arguments in ((), (), ("--no-cache",)):
        assert [message for *_, message in lines(*arguments)] == messages


def test_what_was_kept_is_used(repository: Repository, lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines() == B
    monkeypatch.setattr("lintarticle.site_check.SiteCheck.problems", lambda *_: pytest.fail("it is computed again"))
    assert lines() == B


def test_nothing_is_looked_up_unless_a_rule_asks(
    repository: Repository, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintarticle.repository_files._listed_by_git", lambda *_: pytest.fail("git is asked"))
    assert lines("--only", "site/duplicate-title") == []
    assert lines("--only", "site/duplicate-title") == []


# --- the files of a repository ---------------------------------------------------------------------------------


def test_git_lists_what_it_has_and_what_is_new(repository: Repository) -> None:
    repository.write("new.png", "3")
    repository.write("build/made.png", "4")
    (repository.folder / "img/a.png").unlink()
    repository.write("Zür ich/é\nx.png", "5")
    found = around(repository.folder)
    pictures = [path for path in found.paths if path.endswith(".png")]
    assert pictures == ["Zür ich/é\nx.png", "img/b.png", "new.png"]
    assert [found.is_in_git(path) for path in pictures] == [False, True, False]
    assert list(found.paths) == sorted(found.paths)


def test_paths_are_those_from_the_working_folder(repository: Repository) -> None:
    found = around(repository.folder, repository.folder / "img")
    assert "../img/b.png" in found.paths
    assert found.text("../page.html") == "<img src=img/a.png>"
    below = around(repository.folder / "img")
    assert list(below.paths) == ["a.png", "b.png"]
    assert below.is_in_git("a.png")


def test_without_git_a_walk_finds_the_files(tmp_path: Path) -> None:
    for name in ("a/b.png", "node_modules/c.png", ".hidden/d.png", ".vitepress/config.js", "e.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = around(tmp_path)
    assert list(found.paths) == [".vitepress/config.js", "a/b.png", "e.png"]
    assert found.is_in_git("a/b.png")


def test_the_files_of_a_submodule_are_files_of_the_repository(repository: Repository, tmp_path: Path) -> None:
    theme = Repository.new(tmp_path / "theme-source")
    theme.write("layouts/head.html", "img/b.png")
    theme.commit()
    repository.write(".gitignore", "theme-source/\n")
    repository.git("submodule", "add", "--quiet", str(theme.folder), "themes/sea")
    assert "themes/sea/layouts/head.html" in around(repository.folder).paths


def test_what_is_not_text_has_none(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a\0b")
    (tmp_path / "latin.html").write_bytes(b"\xef\xbb\xbfcaf\xe9")
    (tmp_path / "out.html").symlink_to("/etc/hostname")
    found = around(tmp_path)
    assert [found.text(name) for name in ("data", "latin.html", "out.html", "none.html", "img")] == [
        "",
        "caf\ufffd",
        "",
        "",
        "",
    ]


# --- files that git does not have --------------------------------------------------------------------------------


def test_the_index_knows_what_it_has(repository: Repository) -> None:
    index = GitIndex(repository.folder)
    assert index.has("img/a.png")
    assert not index.has("a.png")
    assert not index.has("img/a.pn")
    assert index.has_name("a.png")
    assert not index.has_name("img/a.png")
    assert not index.has_name(".png")
    assert GitIndex(repository.folder / "img").has("a.png")


@pytest.mark.parametrize("form", [(), ("--index-version", "3"), ("--assume-unchanged", "img/a.png")])
@pytest.mark.parametrize("objects", ["sha1", "sha256"])
def test_the_index_has_what_git_lists(tmp_path: Path, form: tuple[str, ...], objects: str) -> None:
    repository = Repository(tmp_path)
    repository.git("init", "--quiet", f"--object-format={objects}")
    long = "/".join(["long" * 25] * 45)
    names = ["img/a.png", "img/é.png", "img.png", "img/a-b.png", "a", "b" * 200]
    for name in (*names, "later"):
        repository.write(name, name)
    repository.git("add", "--all", "--", ":!later")
    repository.git("add", "--intent-to-add", "later")  # an entry with further flags
    content = repository.git("hash-object", "-w", "later").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"100644,{content},{long}")
    repository.git("update-index", *form)
    index = GitIndex(tmp_path)
    listed = repository.git("ls-files", "-z").split("\0")[:-1]
    assert sorted(listed) == sorted([*names, "later", long])
    assert all(map(index.has, listed))
    assert all(index.has_name(name.rpartition("/")[2]) for name in listed)
    assert not any(index.has(f"{name}{end}") for name in listed for end in ("x", "/", "-"))
    assert not any(index.has(name[:-1]) for name in listed)


@pytest.mark.parametrize(
    "data", [b"DIRC", b"DIRC\0\0\0\2\0\0\0\5", b"not an index at all", b"DIRC\0\0\0\2\0\0\0\1" + b"x" * 200]
)
def test_a_damaged_index_has_nothing(repository: Repository, data: bytes) -> None:
    (repository.folder / ".git/index").write_bytes(data)
    assert not GitIndex(repository.folder).has("img/a.png")
    assert not GitIndex(repository.folder).has_name("a.png")


@pytest.mark.parametrize("form", [("--index-version", "4"), ("--split-index",), ("--index-version", "3")])
def test_new_files_are_known_whatever_the_form_of_the_index(repository: Repository, form: tuple[str, ...]) -> None:
    repository.git("update-index", *form)
    repository.write("img/new.png", "3")
    repository.write("img/build/made.png", "3")
    found = around(repository.folder)
    targets = ("img/a.png", "img/new.png", "/img/new.png", "/img/a.png", "img/build/made.png", "img/none.png", "img")
    assert [found.new_file("post.md", target) for target in targets] == ["", "img/new.png", "img/new.png", *[""] * 4]
    assert found.new_file("unknown.md", "img/new.png") == ""
    assert found.may_have_new_files


def test_where_all_is_in_git_no_article_is_searched_for_new_files(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = around(repository.folder)
    assert [found.may_have_new_files, found.asked] == [True, {}], "git is not asked for this alone"
    assert "img/new.png" not in found.paths
    assert [found.may_have_new_files] == [False]
    assert not around(tmp_path_factory.mktemp("bare")).may_have_new_files, "there is no git"


def test_a_run_that_relied_on_the_list_of_files_says_so(repository: Repository) -> None:
    before = around(repository.folder)
    assert before.paths
    found = around(repository.folder)
    assert found.are_as_before(before.asked, str)
    assert found.asked == {}
    assert not found.may_have_new_files
    assert found.asked == before.asked


def test_a_hook_reports_what_git_lacks_and_asks_git_only_then(
    repository: Repository, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("lintarticle.toml", 'ignore = ["ALL"]\nselect = ["site/not-in-git"]\n')
    repository.write("post.md", "![a](img/a.png)\n\n![c](img/c.png)\n")
    repository.write("img/c.png", "3")
    repository.write("other.md", "![c](img/c.png)\n")
    message = "“img/c.png” is not in git, so it is missing wherever the site is built."
    for arguments in ((), ("post.md",), ("post.md",), ("--no-cache",)):
        assert lines(*arguments) == [("post.md", 3, 6, message)]
    repository.git("add", "img/c.png")
    assert lines() == []
    monkeypatch.setattr("lintarticle.repository_files._listed_by_git", lambda *_: pytest.fail("git is asked"))
    assert lines("post.md") == []
