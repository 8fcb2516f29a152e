"""Input that nobody means to give: one clear problem each, never a hang, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.boundary import Folder
from lintarticle.cli.main import main
from lintarticle.files import DiskFiles


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fine.md").write_text("---\ntitle: Tides\nexcerpt: Water.\n---\n\nText.\n", "utf-8")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], list[str]]:
    """Return exit code, stdout and stderr of a concise run whose other article, `fine.md`, must not suffer."""
    code = main(("check", *arguments, "fine.md", "--only", "excerpt/missing", "--output-format", "concise"))
    captured = capsys.readouterr()
    return code, captured.out.splitlines(), captured.err.splitlines()


FILES = {
    "binary.md": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "1:1: error file/unreadable The file contains NUL characters, so it is not text.",
    ),
    "nul.md": (
        b"Tides\n\x00\n",
        "2:1: error file/unreadable The file contains NUL characters, so it is not text.",
    ),
    "utf16.md": (
        "# Tides\n".encode("utf-16"),
        "1:1: error file/unreadable The file is saved as UTF-16, not UTF-8.",
    ),
    "latin1.md": (
        b"Tides\nCaf\xe9\n",
        "2:4: error file/unreadable The byte 0xE9 is not valid UTF-8 text.",
    ),
    "cut.md": (
        "Tides 潮".encode()[:-1],
        "1:7: error file/unreadable The byte 0xE6 is not valid UTF-8 text.",
    ),
}


@pytest.mark.parametrize(("name", "data", "expected"), [(name, *rest) for name, rest in FILES.items()], ids=FILES)
def test_a_file_that_is_no_text_is_one_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, expected: str
) -> None:
    (folder / name).write_bytes(data)
    assert lines(capsys, name) == (1, [f"{name}:{expected}"], [])


def test_a_missing_file_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "missing.md") == (1, ["missing.md:1:1: error file/unreadable The file does not exist."], [])


def test_a_file_in_place_of_a_folder_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = lines(capsys, "fine.md/x.md")
    assert (code, len(out)) == (1, 1)
    assert out[0].startswith("fine.md/x.md:1:1: error file/unreadable The file can’t be read: ")


def test_a_folder_without_articles_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    sentence = (
        "lintarticle: No articles in “empty”: "
        "files count if they end in .md, .markdown, .mdown, .mkd, .mdx, .qmd and are not excluded."
    )
    assert lines(capsys, "empty") == (0, [], [sentence])
    assert main(("check", "empty", "--quiet")) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def _can_read_everything() -> bool:
    return os.name == "nt" or os.geteuid() == 0


@pytest.mark.skipif(_can_read_everything(), reason="an administrator may read every file")
def test_an_unreadable_file_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "locked.md").write_text("x", "utf-8")
    (folder / "locked.md").chmod(0)
    assert lines(capsys, "locked.md") == (
        1,
        ["locked.md:1:1: error file/unreadable You have no permission to open the file."],
        [],
    )


@pytest.mark.skipif(_can_read_everything(), reason="an administrator may read every folder")
def test_an_unreadable_folder_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "locked").mkdir(mode=0)
    try:
        assert lines(capsys, "locked") == (
            1,
            ["locked:1:1: error file/unreadable The folder can’t be read."],
            [],
        )
    finally:
        (folder / "locked").chmod(0o700)


def test_a_file_that_may_not_be_opened_is_one_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Folder.read

    def refuse(self: Folder, name: str) -> bytes:
        if name == "locked.md":
            raise PermissionError(13, "Permission denied")
        return read(self, name)

    (folder / "locked.md").write_text("x", "utf-8")
    monkeypatch.setattr(Folder, "read", refuse)
    assert lines(capsys, "locked.md") == (
        1,
        ["locked.md:1:1: error file/unreadable You have no permission to open the file."],
        [],
    )


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system lets only administrators make symbolic links")


def test_a_link_to_itself_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(folder / "posts.md", folder / "posts.md")
    code, out, err = lines(capsys, "posts.md")
    assert (code, err) == (1, [])
    assert out == ["posts.md:1:1: error file/unreadable The file is a link to itself."]
    assert lines(capsys, ".")[1] == out


def test_a_link_to_nothing_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(folder / "gone.md", folder / "nothing.md")
    assert lines(capsys, ".") == (1, ["gone.md:1:1: error file/unreadable The file does not exist."], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipe.md")
    expected = ["pipe.md:1:1: error file/unreadable It is a pipe or a device, not a file."]
    assert lines(capsys, "pipe.md") == (1, expected, [])
    assert lines(capsys, ".") == (1, expected, [])
    assert lines(capsys, ".", "--fix") == (1, expected, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_gitignore_that_is_a_pipe_ignores_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / ".gitignore")
    os.mkfifo(folder / "pipe.md")
    assert lines(capsys, ".") == (1, ["pipe.md:1:1: error file/unreadable It is a pipe or a device, not a file."], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_configuration_that_is_a_pipe_is_a_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "pipe.toml")
    code, out, err = lines(capsys, "--config", "pipe.toml")
    assert (code, out) == (2, [])
    assert err[0] == "lintarticle: No such configuration file: “pipe.toml”."


def test_a_folder_named_like_a_configuration_is_a_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lintarticle.toml").mkdir()
    code, out, err = lines(capsys)
    assert (code, out, len(err)) == (2, [], 1)
    assert err[0].startswith("lintarticle: lintarticle.toml: The configuration can’t be read: ")


def test_a_link_to_nowhere_named_like_a_configuration_is_a_mistake(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lintarticle.toml").symlink_to("nowhere")
    code, out, err = lines(capsys)
    assert (code, out, len(err)) == (2, [], 1)
    assert err[0].startswith("lintarticle: lintarticle.toml: The configuration can’t be read: ")


def test_a_named_pyproject_without_our_table_is_a_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert lines(capsys) == (0, [], [])
    expected = "lintarticle: pyproject.toml: The file has no table [tool.lintarticle]."
    assert lines(capsys, "--config", "pyproject.toml") == (2, [], [expected])


def test_a_configuration_with_a_byte_order_mark_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lintarticle.toml").write_bytes(b"\xef\xbb\xbfexlude = []\n")
    expected = "lintarticle: lintarticle.toml:1: Unknown key “exlude”. Did you mean “exclude”?"
    assert lines(capsys) == (2, [], [expected])


def test_a_name_that_is_too_long_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a" * 5_000 + ".md"
    expected = [f"{name}:1:1: error file/unreadable The file name is too long."]
    assert lines(capsys, name) == (1, expected, [])


def test_a_huge_file_is_one_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("huge.md").touch()
    os.truncate("huge.md", 2_000_000_000)
    expected = ["huge.md:1:1: error file/unreadable Too large to check: 2,000.0 MB; the limit is 10 MB."]
    assert lines(capsys, "huge.md") == (1, expected, [])


def test_a_huge_cover_is_not_read_whole(folder: Path) -> None:
    Path("cover.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100).to_bytes(4) * 2)
    os.truncate("cover.png", 2_000_000_000)
    data = DiskFiles(folder, folder).read("a.md", "cover.png", HEADER)
    assert data is not None
    assert len(data) == HEADER
    assert pixel_size(data) == (100, 100)


@pytest.mark.parametrize("width", ["9" * 400, "1e999", "nan", "-5", "inf", "0"])
def test_a_size_that_no_image_has_is_not_believed(width: str) -> None:
    assert pixel_size(f'<svg width="{width}" height="1">'.encode()) == (-1, -1)


def test_a_circle_of_folders_is_walked_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(folder / "again", folder)
    assert lines(capsys, ".", "again") == (0, [], [])


HOSTILE = {
    "one line of a megabyte": "tide " * 200_000,
    "one line of links": "[a](b) ![](c) " * 70_000,
    "nested brackets": "[" * 10_000 + "a" + "]" * 10_000,
    "nested quotes": "> " * 10_000 + "a",
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(500)),
    "emphasis": "*a **b " * 20_000,
    "backticks": "".join("`" * (number % 50 + 1) + "a" for number in range(20_000)),
    "angle brackets": "<a " * 100_000,
    "comments": "<!-- " * 100_000,
    "table": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n",
    "flow list in front matter": "---\ntags: " + "[" * 100_000 + "\n---\n",
    "indents in front matter": "---\n" + "".join(" " * depth + "a:\n" for depth in range(2_000)) + "---\n",
    "blank lines": "\n" * 500_000,
    "carriage returns": "a\r" * 200_000,
    "signs of money": "$ " * 300_000,
    "headings": "## Tides\n\n" * 5_000,
    "lists of links": "- [Tides](#tides)\n\nWater.\n\n" * 5_000,
    "suppressions": "<!-- lintarticle-disable -->" * 10_000,
    "suppressions of the next line": "<!-- lintarticle-disable-next-line tags -->\nWater.\n\n" * 10_000,
    "a block of one label": "**SEO Title:** Tides\n" * 10_000 + "\n---\n\n# Tides\n\nWater.\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_ends_without_a_fault(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (folder / "hostile.md").write_text(text, "utf-8", newline="")
    code = main(("check", "hostile.md", "--select", "ALL", "--output-format", "full"))
    captured = capsys.readouterr()
    assert code in (0, 1)
    assert captured.err == ""
    assert captured.out.splitlines()[-1].endswith("in 1 article") or "fixable" in captured.out.splitlines()[-1]


def test_an_empty_file_is_an_article_with_nothing_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.md").write_bytes(b"")
    code = main(("check", "empty.md", "--only", "front-matter", "--output-format", "concise"))
    captured = capsys.readouterr()
    assert (code, captured.err) == (1, "")
    assert captured.out.startswith("empty.md:1:1: error front-matter/missing ")
