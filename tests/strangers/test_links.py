"""A commit that holds links reads nothing and writes nothing outside the repository."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lintarticle.boundary import Boundary, Folder
from lintarticle.cli.main import main

PRIVATE = "---\ntitle: Token 4711.\nexcerpt: Water.\n---\n\nThe link has been copied!\n\nhunter2 is the token.\n"

REFUSED = "error file/unreadable A link in its path leads outside the repository."


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder next to the repository, with a secret that has problems and fixes."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text(PRIVATE, "utf-8")
    return folder


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outside: Path) -> Path:
    """Work in a repository with one clean article."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "content" / "fine.md").write_text("---\ntitle: Tides\nexcerpt: Water.\n---\n\nText.\n", "utf-8")
    monkeypatch.chdir(folder)
    try:
        (folder / "probe").symlink_to("nowhere")
    except OSError:
        pytest.skip("this system lets only administrators make symbolic links")
    (folder / "probe").unlink()
    return folder


def plant(repository: Path, outside: Path, kind: str) -> str:
    """Put a link of a kind into the repository and return the path of the secret through it."""
    content = repository / "content"
    if kind == "absolute link":
        (content / "a.md").symlink_to(outside / "secret.md")
    elif kind == "relative link":
        (content / "a.md").symlink_to("../../outside/secret.md")
    elif kind == "link to a link":
        (content / "b").symlink_to("../../outside/secret.md")
        (content / "a.md").symlink_to("b")
    elif kind == "linked folder":
        (content / "c").symlink_to("../../outside")
        return "content/c/secret.md"
    elif kind == "linked repository":
        (outside / ".git").mkdir()
        (content / "c").symlink_to(outside)
        return "content/c/secret.md"
    elif kind == "folder linked twice":
        (content / "d").symlink_to("../..")
        (content / "c").symlink_to("d/outside")
        return "content/c/secret.md"
    return "content/a.md"


KINDS = (
    "absolute link",
    "relative link",
    "link to a link",
    "linked folder",
    "linked repository",
    "folder linked twice",
)

COMMANDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "check": (1, ("check", "--output-format", "full")),
    "json": (1, ("check", "--output-format", "json")),
    "html": (1, ("check", "--output-format", "html")),
    "fix": (2, ("fix", "--unsafe-fixes")),
    "diff": (0, ("check", "--diff", "--unsafe-fixes")),
    "suppress": (1, ("check", "--add-suppressions", "--reason", "known")),
    "baseline": (0, ("check", "--write-baseline", "known.json")),
    "show": (2, ("show",)),
    "show as json": (2, ("show", "--output-format", "json")),
    "stats": (0, ("stats",)),
    "briefs": (2, ("briefs", "--all")),
    "place": (2, ("place",)),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_command_reads_or_writes_through_a_link_that_leads_outside(
    repository: Path, outside: Path, capsys: pytest.CaptureFixture[str], kind: str, command: str
) -> None:
    code, arguments = COMMANDS[command]
    path = plant(repository, outside, kind)
    before = (outside / "secret.md").stat().st_ino
    assert main([*arguments[:1], path, *arguments[1:]]) == code
    told = "".join(capsys.readouterr())
    assert "4711" not in told
    assert "hunter2" not in told
    assert (outside / "secret.md").read_text("utf-8") == PRIVATE
    assert (outside / "secret.md").stat().st_ino == before
    assert [path.name for path in outside.iterdir() if path.name != ".git"] == ["secret.md"]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_one_clear_problem(
    repository: Path, outside: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = plant(repository, outside, kind)
    assert main(["check", path, "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == f"{path}:1:1: {REFUSED}\n"


def test_a_walk_takes_nothing_from_outside(repository: Path, outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(repository, outside, "relative link")
    plant(repository, outside, "linked folder")
    assert main(["check", "--only", "title", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == f"content/a.md:1:1: {REFUSED}\n"


@pytest.mark.parametrize("kind", ["linked folder", "linked repository"])
def test_a_linked_folder_that_is_named_is_not_walked(
    repository: Path, outside: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    plant(repository, outside, kind)
    assert main(["check", "content/c", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == f"content/c:1:1: {REFUSED}\n"


def test_without_a_repository_the_working_folder_is_the_boundary(
    repository: Path, outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / ".git").rmdir()
    path = plant(repository, outside, "relative link")
    assert main(["check", path, "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == f"{path}:1:1: {REFUSED}\n"


def test_a_link_to_another_article_inside_is_fine(repository: Path) -> None:
    real, link = repository / "content" / "real.md", repository / "content" / "en" / "link.md"
    real.write_text(PRIVATE, "utf-8")
    link.parent.mkdir()
    link.symlink_to("../real.md")
    assert main(["fix", "content/en/link.md"]) == 0
    assert link.is_symlink()
    assert "has been copied" not in real.read_text("utf-8")


def test_a_checkout_that_is_reached_through_a_link_is_fine(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.parent / "site").symlink_to("repository")
    monkeypatch.chdir(repository.parent)
    assert main(["check", "site", "site/content/fine.md", "--only", "title", "--output-format", "concise"]) == 0
    assert capsys.readouterr().out == ""


def test_standard_input_under_the_name_of_a_link_touches_no_file(repository: Path, outside: Path) -> None:
    path = plant(repository, outside, "relative link")
    command = [sys.executable, "-m", "lintarticle", "fix", "-", "--stdin-filename", path]
    done = subprocess.run(command, input=PRIVATE.replace("4711", "x").encode(), capture_output=True, check=False)
    assert b"The link has been copied" not in done.stdout
    assert b"title: Token x" in done.stdout
    assert (outside / "secret.md").read_text("utf-8") == PRIVATE


# --- races ----------------------------------------------------------------------------------------------------


def test_a_link_put_in_place_after_the_look_is_not_followed(repository: Path, outside: Path) -> None:
    path = repository / "content" / "fine.md"
    with Boundary(repository).opened(path) as (folder, name):
        path.unlink()
        path.symlink_to(outside / "secret.md")
        with pytest.raises(OSError, match=r"symbolic links|outside"):
            folder.read(name)


def test_a_folder_swapped_for_a_link_after_the_look_is_not_entered(repository: Path, outside: Path) -> None:
    content = repository / "content"
    with Boundary(repository).opened(content / "fine.md") as (folder, _):
        content.rename(repository / "away")
        content.symlink_to(outside)
        folder.replace("fine.md", by="fine.md")
        with pytest.raises(FileNotFoundError):
            folder.read("secret.md")


def test_an_article_swapped_for_a_link_before_it_is_saved_is_not_written_through(
    repository: Path, outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository / "content" / "fine.md"
    path.write_text(PRIVATE, "utf-8")
    read = Folder.read

    def read_then_swap(folder: Folder, name: str) -> bytes:
        data = read(folder, name)
        if name == "fine.md":
            path.unlink()
            path.symlink_to(outside / "secret.md")
        return data

    monkeypatch.setattr(Folder, "read", read_then_swap)
    assert main(["fix", "content/fine.md"]) == 2
    assert "The fixes were not saved: a link on its path leads outside the repository." in capsys.readouterr().err
    assert (outside / "secret.md").read_text("utf-8") == PRIVATE
