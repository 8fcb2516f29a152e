"""Repositories that would make git run a command: `check --since` runs none of them.

Each test first shows that the attack works on git itself, called as anyone calls it, and then that it fails here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from repositories import ENVIRONMENT, HOOK_VARIABLES, Repository

from lintarticle.cli.main import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are those of a shell")


@dataclass
class Site:
    """A repository whose branch `work` adds an article; `marker` is the file that an attack writes."""

    repository: Repository
    marker: Path

    @property
    def folder(self) -> Path:
        return self.repository.folder

    @property
    def command(self) -> str:
        """A command that writes the marker, whatever arguments follow it."""
        return f"touch '{self.marker}'; true"

    def plant(self, name: str, *settings: str, worktree: str = ".", like: Repository | None = None) -> Path:
        """Commit a bare repository as plain files, with settings for git such as `core.fsmonitor=…`."""
        if like is None:
            like = Repository.new(self.folder.parent / "like")
            like.article("a.md")
            like.commit()
        planted = Repository(self.folder.parent / "planted")
        planted.git("clone", "--quiet", str(like.folder), ".")
        planted.git("config", "core.worktree", worktree)
        for setting in settings:
            planted.git("config", *setting.split("=", 1))
        target = self.folder / name
        target.mkdir(parents=True, exist_ok=True)
        for part in ("HEAD", "config", "index", "objects", "refs"):
            (planted.folder / ".git" / part).rename(target / part)
        self.repository.article(f"{name}/b.md")
        self.repository.commit()
        return target


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    for variable in HOOK_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in ENVIRONMENT.items():
        monkeypatch.setenv(variable, value)
    made = Repository.new(tmp_path / "site")
    made.article("posts/old.md", "Old")
    made.commit()
    made.branch()
    made.article("posts/new.md")
    made.commit()
    monkeypatch.chdir(made.folder)
    return Site(made, tmp_path / "marker")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(*arguments: str) -> tuple[int, str]:
        code = main(["check", "--since", "main", *arguments])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


Check = Callable[..., tuple[int, str]]


def works(site: Site, folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> None:
    """Show that git, called without care in a folder, runs the command."""
    variables = os.environ | (environment or {})
    subprocess.run(["git", *arguments], cwd=folder, env=variables, capture_output=True, check=False)
    assert site.marker.exists(), f"git {arguments} in {folder} runs nothing: this is not an attack"
    site.marker.unlink()


# --- a repository among the files -----------------------------------------------------------------------------

ARGUMENTS = [
    ("content",),
    ("content/b.md",),
    ("posts", "content"),
    ("content", "posts"),
    (".",),
    ("--changed-lines", "content"),
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=" ".join)
def test_a_bare_repository_among_the_files(site: Site, check: Check, arguments: tuple[str, ...]) -> None:
    planted = site.plant("content", f"core.fsmonitor={site.command}")
    works(site, planted, "diff", "--raw", "HEAD", "--")
    code, out = check(*arguments, "--only", "title/missing")
    assert (code, site.marker.exists()) == (0, False), out


@pytest.mark.parametrize("arguments", [(), ("b.md",), ("../../posts",)], ids=" ".join)
def test_from_within_it(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    planted = site.plant("content/deep", f"core.fsmonitor={site.command}")
    works(site, planted, "diff", "--raw", "HEAD", "--")
    monkeypatch.chdir(planted)
    code, out = check(*arguments, "--only", "title/missing")
    assert (code, site.marker.exists()) == (0, False), out


def test_a_bare_repository_at_the_root(site: Site, check: Check) -> None:
    """Git looks at `.git` first there; where that is not a repository, it takes the files next to it."""
    planted = site.plant(".", f"core.fsmonitor={site.command}")
    (site.folder / ".git").rename(site.folder.parent / "away")
    (site.folder / ".git").mkdir()
    works(site, planted, "diff", "--raw", "HEAD", "--")
    code, out = check()
    assert (code, site.marker.exists()) == (2, False), out
    (site.folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    works(site, planted, "diff", "--raw", "HEAD", "--")
    code, out = check()
    assert (code, site.marker.exists()) == (2, False), out
    assert "Git can’t use the repository in" in out


def test_in_a_worktree(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    site.plant("content", f"core.fsmonitor={site.command}")
    site.repository.git("worktree", "add", "--quiet", "../other", "-b", "other")
    other = site.folder.parent / "other"
    works(site, other / "content", "diff", "--raw", "HEAD", "--")
    monkeypatch.chdir(other)
    code, out = check("content", "--only", "title/missing")
    assert (code, site.marker.exists()) == (0, False), out


def test_in_a_submodule(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    site.plant("content", f"core.fsmonitor={site.command}")
    outer = Repository.new(site.folder.parent / "outer")
    outer.commit()
    outer.branch()
    outer.git("submodule", "--quiet", "add", str(site.folder), "guides")
    outer.commit()
    planted = outer.folder / "guides" / "content"
    works(site, planted, "diff", "--raw", "HEAD", "--")
    Repository(outer.folder / "guides").git("branch", "main", "origin/main")
    for folder, name in ((outer.folder, "guides/content"), (outer.folder, "."), (planted, ".")):
        monkeypatch.chdir(folder)
        code, out = check(name, "--only", "title/missing")
        assert (code, site.marker.exists()) == (0, False), out


@pytest.mark.parametrize("how", ["file", "link"])
@pytest.mark.parametrize("name", [".", "content"])
def test_a_pointer_to_it(site: Site, check: Check, name: str, how: str) -> None:
    """No commit brings a `.git`, but an archive or a build step may."""
    planted = site.plant("evil", f"core.fsmonitor={site.command}", worktree=str(site.folder / name))
    folder = site.folder / name
    folder.mkdir(exist_ok=True)
    if name == ".":
        (site.folder / ".git").rename(site.folder.parent / "away")
    if how == "file":
        (folder / ".git").write_text(f"gitdir: {os.path.relpath(planted, folder)}\n")
    else:
        (folder / ".git").symlink_to(planted)
    works(site, folder, "diff", "--raw", "HEAD", "--")
    code, out = check(name)
    assert (code, site.marker.exists()) == (2, False), out
    assert "git is not run there" in out


def test_a_submodule_whose_pointer_was_bent(site: Site, check: Check) -> None:
    """Git runs `git status` in each submodule, with whatever settings its repository has."""
    inner = Repository.new(site.folder.parent / "inner")
    inner.article("one.md")
    inner.commit()
    site.repository.git("submodule", "--quiet", "add", str(inner.folder), "guides")
    guides = site.folder / "guides"
    planted = site.plant("evil", f"core.fsmonitor={site.command}", worktree=str(guides), like=inner)
    (guides / ".git").write_text(f"gitdir: {planted}\n")
    works(site, site.folder, "diff", "--raw", "--ignore-submodules=none", "HEAD", "--")
    code, out = check()
    assert (code, site.marker.exists()) == (2, False), out
    assert "git is not run there" in out


def test_a_submodule_that_became_a_link(site: Site, check: Check) -> None:
    inner = Repository.new(site.folder.parent / "inner")
    inner.article("one.md")
    inner.commit()
    site.repository.git("submodule", "--quiet", "add", str(inner.folder), "guides")
    site.repository.commit()
    site.repository.git("branch", "--force", "main", "HEAD")
    site.repository.git("rm", "--quiet", "guides")
    (site.folder / "guides").symlink_to(inner.folder)
    site.repository.commit()
    inner.git("config", "core.fsmonitor", site.command)
    works(site, site.folder / "guides", "status")
    code, out = check("--only", "title/missing")
    assert (code, site.marker.exists()) == (0, False), out


def test_real_pointers_are_followed(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare repository with worktrees next to it, and a folder of git's that is elsewhere, are what they seem."""
    project = site.folder.parent / "project"
    Repository(project).git("clone", "--quiet", "--bare", str(site.folder), ".bare")
    (project / ".git").write_text("gitdir: ./.bare\n")
    Repository(project).git("worktree", "add", "--quiet", "draft", "work")
    monkeypatch.chdir(project / "draft")
    assert check("--only", "title/missing") == (0, "No problems in 1 article\n")
    Repository(site.folder.parent).git("clone", "--quiet", "--separate-git-dir=kept", str(site.folder), "apart")
    monkeypatch.chdir(site.folder.parent / "apart")
    Repository(site.folder.parent / "apart").git("branch", "main", "origin/main")
    assert check("--only", "title/missing") == (0, "No problems in 1 article\n")


# --- settings of the repository itself, which others may have written -----------------------------------------


@pytest.mark.parametrize(
    ("setting", "command"),
    [
        ("core.fsmonitor", ("status",)),
        ("diff.external", ("diff", "main", "--")),
        ("diff.evil.command", ("diff", "main", "--")),
        ("diff.evil.textconv", ("diff", "main", "--")),
        ("filter.evil.clean", ("diff", "main", "--")),
        ("filter.evil.process", ("diff", "main", "--")),
        ("filter.e=v.i.l.clean", ("diff", "main", "--")),
    ],
)
def test_settings_that_name_a_program(site: Site, check: Check, setting: str, command: tuple[str, ...]) -> None:
    driver = setting.partition(".")[2].rpartition(".")[0] or "evil"
    site.repository.write(".gitattributes", f"*.md filter={driver} diff={driver}\n")
    site.repository.article("posts/old.md", "Changed")
    site.repository.git("config", setting, site.command)
    if setting.startswith("filter"):
        site.repository.git("config", f"filter.{driver}.required", "true")
    works(site, site.folder, *command)
    for arguments in ((), ("--changed-lines",)):
        code, out = check("--only", "title/missing", *arguments)
        assert (code, site.marker.exists()) == (0, False), out
    assert "2 articles" in out


def test_hooks(site: Site, check: Check) -> None:
    hook = site.folder / ".git" / "hooks" / "post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{site.command}\n")
    hook.chmod(0o755)
    os.utime(site.folder / "posts" / "old.md", (1, 1))
    works(site, site.folder, "status")
    os.utime(site.folder / "posts" / "old.md", (2, 2))
    code, out = check("--only", "title/missing")
    assert (code, site.marker.exists()) == (0, False), out


@pytest.mark.parametrize("url", ["file", "ext"])
def test_a_partial_clone(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """What is left out of it would be fetched, by a command that its settings name."""
    site.repository.article("posts/old.md", "Old", "Much has changed.")
    site.repository.commit()
    site.repository.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(site.folder.parent / "clone")
    Repository(site.folder.parent).git("clone", "--quiet", "--filter=blob:none", f"file://{site.folder}", "clone")
    clone.git("branch", "main", "origin/main")
    clone.git("config", "remote.origin.uploadpack", f"{site.command}; git-upload-pack")
    if url == "ext":
        clone.git("config", "remote.origin.url", f"ext::sh -c {site.command.replace(' ', '% ')}")
        for name in ("ext", "file"):
            clone.git("config", f"protocol.{name}.allow", "always")
    works(site, shutil.copytree(clone.folder, site.folder.parent / "copy"), "diff", "main", "--")
    monkeypatch.chdir(clone.folder)
    assert check("--only", "title/missing") == (0, "No problems in 2 articles\n")
    code, out = check("--changed-lines")
    assert (code, site.marker.exists()) == (2, False), out
    assert "as this is a partial clone (run “git fetch --refetch --no-filter”)" in out


# --- the environment ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_CONFIG_GLOBAL",
                                  "GIT_EXTERNAL_DIFF", "GIT_TRACE2_EVENT"])  # fmt: skip
def test_variables_of_the_environment(
    site: Site, check: Check, monkeypatch: pytest.MonkeyPatch, name: str, tmp_path: Path
) -> None:
    planted = site.plant("evil", f"core.fsmonitor={site.command}", worktree=str(site.folder))
    settings = tmp_path / "settings"
    settings.write_text(f'[core]\n\tfsmonitor = "{site.command}"\n')
    value = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={site.command}'".replace("'/", "/").replace("';", ";"),
        "GIT_DIR": str(planted),
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_EXTERNAL_DIFF": site.command,
        "GIT_TRACE2_EVENT": str(site.marker),
    }[name]
    attack = {name: value}
    if name == "GIT_CONFIG_COUNT":
        attack |= {"GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": site.command}
    works(site, site.folder, "diff", "main", "--", environment=attack)
    for variable, each in attack.items():
        monkeypatch.setenv(variable, each)
    code, out = check("posts", "--only", "title/missing")
    assert (code, site.marker.exists(), out) == (0, False, "No problems in 1 article\n")


@pytest.mark.parametrize("path", [".", ""])
def test_a_program_git_among_the_files(site: Site, check: Check, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    program = site.folder / "git"
    program.write_text(f"#!/bin/sh\n{site.command}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path}{os.pathsep}{os.environ['PATH']}")
    subprocess.run(["git", "--version"], cwd=site.folder, capture_output=True, check=False)
    assert site.marker.exists()
    site.marker.unlink()
    assert check("--only", "title/missing") == (0, "No problems in 1 article\n")
    assert not site.marker.exists()
