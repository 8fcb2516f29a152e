"""A change may bring a cache along: none of it is used, and nothing is written through it."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from lintarticle import runner
from lintarticle.cache.folder import NAME, CacheFolder
from lintarticle.cache.store import _sum
from lintarticle.cli.main import main

BAD = "# Tides\n\nLorem ipsum dolor sit amet.\n"


@pytest.fixture(autouse=True)
def _few_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "FEWEST", 1)


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.chdir(folder)
    return main(["check", "--output-format", "concise", "--select", "debris", *arguments])


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository whose cache says that its bad article is clean, all of it committed."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "tides.md").write_text(BAD, "utf-8")
    assert check(folder, monkeypatch) == 1
    path = CacheFolder(str(folder)).database(create=False)
    assert path
    _make_clean(Path(path))
    assert check(folder, monkeypatch) == 0  # where the cache is at home, the lie is believed
    git(folder, "add", "--force", "--all")
    git(folder, "commit", "-q", "-m", "x")
    return folder


def _make_clean(path: Path) -> None:

    with sqlite3.connect(path) as connection:
        for row in connection.execute("select key, path, hash from outcomes").fetchall():
            clean = (*row[1:], "", "", "", "none")
            values = (row[0], *clean, _sum(row[0], clean))
            connection.execute("insert or replace into outcomes values (?, ?, ?, ?, ?, ?, ?, ?)", values)


def test_a_cache_that_was_committed_is_not_used(theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "clone", "-q", str(theirs), "ours")
    assert check(tmp_path / "ours", monkeypatch) == 1
    assert check(tmp_path / "ours", monkeypatch) == 1


def test_a_copied_cache_is_not_used(theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(theirs, tmp_path / "ours", symlinks=True)
    assert check(tmp_path / "ours", monkeypatch) == 1


def test_a_cache_that_is_pulled_over_ours_is_not_used(
    theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    git(ours, "init", "-q")
    (ours / "tides.md").write_text("# Tides\n\nWater.\n", "utf-8")
    check(ours, monkeypatch)
    git(ours, "fetch", "-q", "--force", str(theirs), "HEAD:theirs")
    (ours / "tides.md").unlink()
    git(ours, "checkout", "-q", "--force", "theirs")
    assert check(ours, monkeypatch) == 1


def test_a_folder_in_the_checkout_is_not_trusted_by_name(
    theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", str(theirs), "ours")
    assert check(tmp_path / "ours", monkeypatch, "--cache-dir", NAME) == 1


def test_a_link_in_place_of_the_cache_is_not_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, ours = tmp_path / "outside", tmp_path / "ours"
    for folder in (outside, ours, ours / ".git"):
        folder.mkdir()
    (ours / "tides.md").write_text(BAD, "utf-8")
    (ours / NAME).symlink_to(outside, target_is_directory=True)
    assert check(ours, monkeypatch) == 1
    assert list(outside.iterdir()) == []
    (outside / "x.db").write_text("x", "utf-8")
    assert main(["cache", "clean"]) == 2
    assert (outside / "x.db").exists()


@pytest.mark.parametrize("name", ["CACHEDIR.TAG", ".gitignore"])
def test_a_link_in_the_cache_is_not_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    ours, victim = tmp_path / "ours", tmp_path / "victim.txt"
    (ours / NAME).mkdir(parents=True)
    (ours / ".git").mkdir()
    (ours / "tides.md").write_text(BAD, "utf-8")
    (ours / NAME / name).symlink_to(victim)
    assert check(ours, monkeypatch) == 1
    assert not victim.exists()
    assert check(ours, monkeypatch) == 1
