"""A file is whole at every moment: as before, or as after."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lintarticle.boundary import Boundary, Folder
from lintarticle.errors import NotSavedError
from lintarticle.saving import save


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article of one word."""
    path = tmp_path / "tides.md"
    path.write_bytes(b"sea")
    return path


def refused(path: Path, before: bytes = b"sea") -> str:
    with pytest.raises(NotSavedError) as error:
        save(path, before, b"ocean", Boundary(path.parent))
    return str(error.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_with_its_permissions(article: Path) -> None:
    article.chmod(0o640)
    save(article, b"sea", b"ocean\r\n", Boundary(article.parent))
    assert article.read_bytes() == b"ocean\r\n"
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert names(article.parent) == ["tides.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "tides.md", tmp_path / "link.md"
    real.write_bytes(b"sea")
    link.symlink_to("real/tides.md")
    save(link, b"sea", b"ocean", Boundary(tmp_path))
    assert link.is_symlink()
    assert real.read_bytes() == b"ocean"
    assert names(tmp_path / "real") == ["tides.md"]


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 126 + ".md")
    path.write_bytes(b"sea")
    save(path, b"sea", b"ocean", Boundary(tmp_path))
    assert path.read_bytes() == b"ocean"


def test_a_file_that_someone_changed_is_not_overwritten(article: Path) -> None:
    assert refused(article, b"moon") == "The fixes were not saved: another program changed the file in the meantime."
    assert article.read_bytes() == b"sea"
    assert names(article.parent) == ["tides.md"]


def rewrite(path: Path, text: bytes = b"moon") -> None:
    path.write_bytes(text)


def rename_over(path: Path, text: bytes = b"moon") -> None:
    (path.parent / "new").write_bytes(text)
    (path.parent / "new").replace(path)


@pytest.mark.parametrize("change", [rewrite, rename_over])
def test_a_change_while_the_new_text_is_written_wins(
    article: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    sync = os.fsync

    def change_then_sync(handle: int) -> None:
        change(article)
        sync(handle)

    monkeypatch.setattr("lintarticle.saving.os.fsync", change_then_sync)
    assert "another program changed the file" in refused(article)
    assert article.read_bytes() == b"moon"
    assert names(article.parent) == ["tides.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="no other system swaps two files in one step")
@pytest.mark.parametrize("change", [rewrite, rename_over])
@pytest.mark.parametrize("texts", [[b"moon"], [b"moon", b"tide"]])
def test_changes_at_the_very_last_moment_win(
    article: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, bytes], None], texts: list[bytes]
) -> None:
    exchange, left = Folder.exchange, list(texts)

    def change_then_exchange(folder: Folder, one: str, other: str) -> bool:
        if left:
            change(article, left.pop(0))
        return exchange(folder, one, other)

    monkeypatch.setattr(Folder, "exchange", change_then_exchange)
    assert "another program changed the file" in refused(article)
    assert article.read_bytes() == texts[-1]
    assert names(article.parent) == ["tides.md"]


def test_a_system_that_swaps_no_files_replaces_them(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Folder, "exchange", lambda *_: False)
    save(article, b"sea", b"ocean", Boundary(article.parent))
    assert article.read_bytes() == b"ocean"
    assert names(article.parent) == ["tides.md"]


def test_a_file_that_another_run_has_fixed_is_saved(article: Path) -> None:
    article.write_bytes(b"ocean")
    save(article, b"sea", b"ocean", Boundary(article.parent))
    assert article.read_bytes() == b"ocean"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert refused(tmp_path / "tides.md") == "The fixes were not saved: the file is gone."
    assert names(tmp_path) == []


def test_a_read_only_file_stays_as_it_is(article: Path) -> None:
    article.chmod(0o444)
    assert refused(article) == "The fixes were not saved: the file is read-only."
    assert article.read_bytes() == b"sea"


FAILURES = [
    ("lintarticle.saving.os.fsync", errno.ENOSPC, "there is no space left on the disk"),
    ("lintarticle.saving.os.fsync", errno.EDQUOT, "your quota of disk space is used up"),
    ("lintarticle.saving.os.fdopen", errno.EFBIG, "the file would be larger than the system allows"),
    ("lintarticle.boundary.Folder.open", errno.EACCES, "its folder is read-only"),
    ("lintarticle.boundary.Folder.open", errno.EROFS, "the disk is read-only"),
    ("lintarticle.boundary.Folder.exchange", errno.EIO, "input/output error"),
]


@pytest.mark.parametrize(("call", "code", "sentence"), FAILURES)
def test_a_failure_loses_nothing(
    article: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, sentence: str
) -> None:
    def fail(*arguments: object, **more: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(call, fail)
    message = refused(article)
    monkeypatch.undo()
    assert message == f"The fixes were not saved: {sentence}."
    assert article.read_bytes() == b"sea"
    assert names(article.parent) == ["tides.md"]


# --- hard links -----------------------------------------------------------------------------------------------


@pytest.fixture
def twin(article: Path) -> Path:
    """Give the article a second name and return it."""
    twin = article.with_name("twin.md")
    try:
        os.link(article, twin)
    except OSError:
        pytest.skip("this file system knows no hard links")
    return twin


def test_hard_links_are_kept(article: Path, twin: Path) -> None:
    save(article, b"sea", b"ocean", Boundary(article.parent))
    assert (article.read_bytes(), twin.read_bytes()) == (b"ocean", b"ocean")
    save(article, b"ocean", b"a", Boundary(article.parent))
    assert twin.read_bytes() == b"a"
    assert article.samefile(twin)
    assert names(article.parent) == ["tides.md", "twin.md"]


def test_a_recovery_copy_is_there_while_a_hard_link_is_written(
    article: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, seen = os.write, []

    def look(handle: int, data: bytes) -> int:
        seen.append((article.parent / ".tides.md.before-fix").read_bytes())
        return write(handle, data[:2])

    monkeypatch.setattr("lintarticle.saving.os.write", look)
    save(article, b"sea", b"ocean", Boundary(article.parent))
    assert twin.read_bytes() == b"ocean"
    assert seen == [b"sea"] * 3
    assert names(article.parent) == ["tides.md", "twin.md"]


def test_a_hard_link_that_cannot_be_written_is_put_back(
    article: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, calls = os.write, []

    def fill_up(handle: int, data: bytes) -> int:
        calls.append(bytes(data))
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "")
        return write(handle, data[:2])

    monkeypatch.setattr("lintarticle.saving.os.write", fill_up)
    assert refused(article) == "The fixes were not saved: there is no space left on the disk."
    assert twin.read_bytes() == b"sea"
    assert names(article.parent) == ["tides.md", "twin.md"]


def test_a_hard_link_that_cannot_be_put_back_leaves_its_recovery_copy(
    article: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int, data: bytes) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("lintarticle.saving.os.write", fail)
    assert refused(article) == (
        "The fixes were not saved: writing stopped halfway (input/output error); the previous text is in "
        "“.tides.md.before-fix”."
    )
    assert (article.parent / ".tides.md.before-fix").read_bytes() == b"sea"


def test_a_recovery_copy_of_a_killed_run_is_not_overwritten(article: Path, twin: Path) -> None:
    (article.parent / ".tides.md.before-fix").write_bytes(b"the text before")
    assert "“.tides.md.before-fix” is left from a run that was killed" in refused(article)
    assert twin.read_bytes() == b"sea"
    assert (article.parent / ".tides.md.before-fix").read_bytes() == b"the text before"


def test_a_run_waits_for_another_one_that_writes_the_same_hard_link(
    article: Path, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = article.parent / ".tides.md.before-fix"
    recovery.write_bytes(b"sea")

    def finish(seconds: float) -> None:
        article.write_bytes(b"ocean")
        recovery.unlink(missing_ok=True)

    monkeypatch.setattr("lintarticle.saving.time.sleep", finish)
    save(article, b"sea", b"ocean", Boundary(article.parent))
    assert twin.read_bytes() == b"ocean"
    assert names(article.parent) == ["tides.md", "twin.md"]
