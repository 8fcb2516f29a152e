"""The cache: a run with it reports what one without it does, whatever changed and whatever became of the cache."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from lintarticle import runner
from lintarticle.article.article_reader import ArticleReader
from lintarticle.boundary import Boundary
from lintarticle.cache import digests, kept_run
from lintarticle.cache.folder import NAME, CacheFolder
from lintarticle.cache.store import Files, Store
from lintarticle.cli.main import main
from lintarticle.config.discovery import Configurations
from lintarticle.report import Details, Report
from lintarticle.runner import Runner
from lintarticle.source import SourceText

TODAY = date(2026, 1, 31)
FEWEST = 6
"""Articles that make a cache, here."""

WHOLE = Details(edits=True, fingerprints=True)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as old at once, so that runs do without their content, and few articles make a cache."""
    monkeypatch.setattr(runner, "FEWEST", FEWEST)
    monkeypatch.setattr(digests, "GRAIN", -1_000_000_000_000)


class Site:
    """A repository with some articles that depend on each other and on other files."""

    def __init__(self, root: Path, count: int = FEWEST) -> None:
        self.root = root
        self.today = TODAY
        (root / ".git").mkdir(parents=True)
        for folder in ("posts", "static", "data", "schemas"):
            (root / folder).mkdir()
        self.names = [f"posts/p{number:02}.md" for number in range(count)]
        for name in self.names:
            self.write(name, self.article(Random(name)))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def article(self, chance: Random) -> str:
        other = chance.choice(self.names)
        day = self.today + timedelta(days=chance.randint(-3, 4))
        lines = [
            f"---\ntitle: Tides {chance.randint(1, 5)}\nexcerpt: On tides.\ndate: {day}",
            f"tags: [{chance.choice(('sea', 'moon', 'Sea'))}]\ncover: ../static/c{chance.randint(1, 3)}.png\n---\n",
            f"# Tides\n\nSee [it]({Path(other).name}#part-{chance.randint(1, 3)}),",
            f"[that](gone{chance.randint(1, 3)}.md), [a file](/files/f{chance.randint(1, 3)}.pdf). Lorem ipsum.\n",
            f"![A map](../static/C{chance.randint(1, 3)}.png)\n",
            f"<!-- lintarticle-disable-next-line debris until={day} -->\nLorem ipsum dolor sit amet.\n",
            f"## Part {chance.randint(1, 3)}\n\nWater rises and falls.",
        ]
        return "\n".join(lines) + "\n"

    def reports(self, cache: CacheFolder | None, wanted: Details = WHOLE) -> list[Report]:
        run = Runner(Configurations(self.root), today=self.today, cache=cache)
        run.details = wanted
        reports = list(run.run(run.find(["."])[0]))
        assert run.notes == []
        return [report._replace(text=None) for report in reports]

    @property
    def cache(self) -> CacheFolder:
        return CacheFolder(str(self.root))

    def database(self) -> Path:
        return Path(self.cache.database(create=False) or "")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the articles that are read from now on."""
    found: list[str] = []
    original = ArticleReader.read

    def counted(self: ArticleReader, path: str, source: SourceText) -> object:
        found.append(path)
        return original(self, path, source)

    monkeypatch.setattr(ArticleReader, "read", counted)
    return found


def test_a_second_run_reads_no_article(site: Site, read: list[str]) -> None:
    first = site.reports(site.cache)
    assert set(read) == set(site.names)
    assert any(report.problems for report in first)
    read.clear()
    assert site.reports(site.cache) == first == site.reports(site.cache)
    assert read == []


def test_only_what_changed_is_read_again(site: Site, read: list[str]) -> None:
    site.write("posts/p00.md", "# Nobody\n\nText.\n")
    site.reports(site.cache)
    site.write("posts/alone.md", "# Alone\n\nText.\n")
    read.clear()
    site.reports(site.cache)
    assert read == ["posts/alone.md"]


def test_the_cache_is_asked_once_about_a_file(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other articles that an article links to were asked about with all others, also if nothing is known."""
    site.reports(site.cache, Details())
    with sqlite3.connect(site.database()) as connection:
        connection.execute("delete from files")
    asked: list[str] = []
    files = Store.files

    def counted(kept: Store, paths: Sequence[str]) -> Files:
        asked.extend(paths)
        return files(kept, paths)

    monkeypatch.setattr(Store, "files", counted)
    expected = site.reports(site.cache)
    assert len(asked) == len(set(asked))
    assert {report.path for report in expected} <= set(asked)


def test_an_article_is_opened_once_also_if_others_link_to_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, other in zip(site.names, reversed(site.names), strict=True):
        way = "" if name < other else "../posts/"
        site.write(name, f"# Tides\n\nSee [more]({way}{Path(other).name}#tides).\n")
    opened: list[str] = []
    read = Boundary.read

    def counted(boundary: Boundary, path: Path) -> bytes:
        opened.append(path.relative_to(site.root).as_posix())
        return read(boundary, path)

    monkeypatch.setattr(Boundary, "read", counted)
    monkeypatch.setattr(digests, "read_file", lambda path: opened.append(str(path)))
    first = site.reports(site.cache)
    assert opened == site.names
    assert site.reports(site.cache) == first
    assert opened == site.names


def test_an_article_that_changes_right_after_it_was_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others conclude from it is kept with what was read, whether it comes before or after them."""
    for name in site.names:
        site.write(name, "# Tides\n\nSee [more](p03.md#tides), or [again](../posts/p03.md#tides).\n")
    original = ArticleReader.read

    def changed(self: ArticleReader, path: str, source: SourceText) -> object:
        if path == "posts/p03.md":
            site.write(path, "# Ebb\n\nWater falls.\n")
        return original(self, path, source)

    with monkeypatch.context() as patched:
        patched.setattr(ArticleReader, "read", changed)
        before = site.reports(site.cache)
    after = site.reports(site.cache)
    assert after == site.reports(None) != before


@pytest.mark.skipif(os.name == "nt", reason="on Windows, making a link takes a right")
def test_a_way_through_a_linked_folder(site: Site) -> None:
    """`there/..` is the folder above where the link leads, not the one that it is in."""
    link = site.root / "posts" / "there"
    site.write("up.md", "# Up\n\nText.\n")
    site.write("posts/up.md", "# Down\n\nText.\n")
    site.write("posts/p00.md", "# Tides\n\nSee [more](there/../up.md#up), or [less](there/../up.md#down).\n")
    link.symlink_to(site.root / "data", target_is_directory=True)
    seen = [site.reports(site.cache)]
    site.write("up.md", "# Down\n\nText.\n")
    seen.append(site.reports(site.cache))
    link.unlink()
    link.mkdir()
    site.write("posts/up.md", "# Up\n\nText.\n")
    seen.append(site.reports(site.cache))
    link.rmdir()
    link.symlink_to(site.root / "data", target_is_directory=True)
    seen.append(site.reports(site.cache))
    found = [[problem.message for problem in reports[0].problems if "matches" in problem.message] for reports in seen]
    assert [("#up" in text, "#down" in text) for (text,) in found] == [(False, True), (True, False)] * 2
    assert seen[-1] == site.reports(None)


def test_an_article_that_links_out_of_the_repository_is_read_once(site: Site, read: list[str]) -> None:
    site.write("posts/p00.md", "# Far\n\n[There](../../elsewhere.md#part)\n")
    site.reports(site.cache)
    read.clear()
    site.reports(site.cache)
    assert read == []
    (site.root.parent / "elsewhere.md").write_text("# Here\n", "utf-8")
    assert site.reports(site.cache) == site.reports(None)


def test_runs_in_several_folders_share_what_is_known_of_files(site: Site, read: list[str]) -> None:
    site.write("p00.md", "# Another one of that name\n\nText.\n")
    expected: dict[Path, list[Report]] = {}
    for folder in (site.root, site.root / "posts", site.root, site.root / "posts"):
        read.clear()
        is_new = folder not in expected
        run = Runner(Configurations(folder), today=site.today, cache=site.cache)
        reports = [report._replace(text=None) for report in run.run(run.find(["."])[0])]
        assert expected.setdefault(folder, reports) == reports
        assert set(read) == ({report.path for report in reports} if is_new else set())
    with sqlite3.connect(site.database()) as connection:
        assert connection.execute("select count(*) from files where path like '%p00.md'").fetchone() == (2,)


@pytest.mark.parametrize("stop", range(FEWEST))
def test_a_run_that_ends_early_keeps_nothing_that_was_not_sure(site: Site, stop: int) -> None:
    expected = site.reports(None)
    assert any(problem.rule == "links/anchor-missing" for report in expected for problem in report.problems)
    run = Runner(Configurations(site.root), today=site.today, cache=site.cache)
    run.details = WHOLE
    assert len(list(islice(run.run(run.find(["."])[0]), stop))) == stop
    assert site.reports(site.cache) == expected == site.reports(site.cache)


def test_a_touched_file_is_compared_by_its_content(site: Site, read: list[str]) -> None:
    site.reports(site.cache)
    for name in site.names:
        os.utime(site.root / name)
    read.clear()
    site.reports(site.cache)
    assert read == []


def test_a_change_that_the_times_do_not_show_is_seen(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # files are as fresh as they are
    path = site.root / "posts" / "p00.md"
    site.write("posts/p00.md", "# Tides\n\nLorem ipsum dolor sit amet.\n")
    status = path.stat()
    before = site.reports(site.cache)
    path.write_text("# Tides\n\nWater rises and falls again\n", "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert site.reports(site.cache) == site.reports(None) != before


def test_the_address_of_another_article_matters(site: Site, read: list[str]) -> None:
    site.write("lintarticle.toml", "[rules]\n'links/file-missing' = {forms = ['route']}\n")
    site.write("posts/alone.md", "# Alone\n\nSee [springs](/posts/springs/).\n")
    site.write("posts/other.md", "---\nslug: neaps\n---\n\n# Other\n\nText.\n")
    before = site.reports(site.cache)
    read.clear()
    assert site.reports(site.cache) == before
    assert read == []
    site.write("posts/other.md", "---\nslug: springs\n---\n\n# Other\n\nText.\n")
    after = site.reports(site.cache)
    assert sorted(read) == ["posts/alone.md", "posts/other.md"]
    assert after == site.reports(None) != before


# --- the same as without ----------------------------------------------------------------------------------------


def _article(site: Site, chance: Random) -> None:
    site.write(chance.choice(site.names), site.article(chance))


def _configuration(site: Site, chance: Random) -> None:
    site.write(
        "lintarticle.toml", chance.choice(["", "ignore = ['debris']\n", "[rules]\n'links/file-missing' = 'off'\n"])
    )


def _nested_configuration(site: Site, chance: Random) -> None:
    text = chance.choice(["slugger = 'github'\n", "slugger = 'kramdown'\n", "[fields]\ntitle = ['excerpt']\n"])
    site.write("posts/lintarticle.toml", text)


def _removed_configuration(site: Site, chance: Random) -> None:
    (site.root / chance.choice(("lintarticle.toml", "posts/lintarticle.toml"))).unlink(missing_ok=True)


def _type(site: Site, chance: Random) -> None:
    kinds = [
        "type = 'article'",
        "type = 'image'\nmin-width = 9\nmax-weight = '34 B'",
        "type = 'string'\nfrom = 'data/names.txt'",
        "type = 'string'\nlength = '..3'",
    ]
    site.write(
        "lintarticle.toml", f"[types.post]\nfiles = ['posts/*']\n[types.post.fields.cover]\n{chance.choice(kinds)}\n"
    )
    site.write("data/names.txt", f"{chance.choice(('sea', 'moon'))}\n../static/c{chance.randint(1, 3)}.png\n")


def _schema(site: Site, chance: Random) -> None:
    site.write("lintarticle.toml", "[types.post]\nfiles = ['posts/*']\njson-schema = 'schemas/post.json'\n")
    site.write("schemas/post.json", json.dumps({"$ref": "part.json"}))
    site.write("schemas/part.json", json.dumps({"properties": {"title": {"maxLength": chance.randint(1, 9)}}}))


def _vocabulary(site: Site, chance: Random) -> None:
    options = "select = ['tags/vocabulary']\n[rules.'tags/vocabulary']\nfile = 'data/tags.txt'\n"
    site.write("lintarticle.toml", options)
    site.write("data/tags.txt", "\n".join(chance.sample(["sea", "moon", "sun"], 2)))


def _plugin(site: Site, chance: Random) -> None:
    site.write("lintarticle.toml", "plugins = ['own_rules']\n")
    site.write("own_helper.py", f"WORD = {chance.choice(('Water', 'See', 'nothing'))!r}\n")
    site.write(
        "own_rules.py",
        '"""Says a word."""\nfrom lintarticle.rule import Finding, Severity, Span, rule\nfrom own_helper import WORD\n'
        "def word(article):\n    '''Words.'''\n    at = article.text.find(WORD)\n"
        "    if at >= 0:\n        yield Finding(Span(at, at + 1), 'A word.')\n"
        f"RULE = rule(word, Severity.{chance.choice(('INFO', 'ERROR'))})\n",
    )
    for name in ("own_rules", "own_helper"):
        sys.modules.pop(name, None)


def _image(site: Site, chance: Random) -> None:
    path = site.root / "static" / f"{chance.choice('cC')}{chance.randint(1, 3)}.png"
    if chance.random() < 0.3:
        path.unlink(missing_ok=True)
        return
    header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + chance.choice((5, 900, 1300)).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    path.write_bytes(header + bytes(chance.randint(0, 5)))


def _linked_file(site: Site, chance: Random) -> None:
    name = chance.choice(("posts/gone1.md", "static/files/f1.pdf", "files/f2.pdf", "posts/files/f3.pdf"))
    if (site.root / name).exists():
        (site.root / name).unlink()
    else:
        site.write(name, "# Part 1\n")


def _renamed(site: Site, chance: Random) -> None:
    name = chance.choice(site.names)
    new = f"posts/r{chance.randint(0, 99)}.md"
    if not (site.root / new).exists():
        (site.root / name).rename(site.root / new)
        site.names[site.names.index(name)] = new


def _letter_case(site: Site, chance: Random) -> None:
    for path in sorted((site.root / "static").glob("*.png"))[:1]:
        path.rename(path.with_name(path.name.swapcase().replace("PNG", "png")))


def _folder(site: Site, chance: Random) -> None:
    link = site.root / "static" / "files"
    if link.is_symlink():
        link.unlink()
    elif not link.exists():
        link.symlink_to(chance.choice((site.root / "data", site.root.parent)), target_is_directory=True)


def _day(site: Site, chance: Random) -> None:
    site.today += timedelta(days=chance.randint(1, 3))


CHANGES: tuple[Callable[[Site, Random], None], ...] = (
    _article, _configuration, _nested_configuration, _removed_configuration, _type, _schema, _vocabulary, _plugin,
    _image, _linked_file, _renamed, _letter_case, _folder, _day,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_after_one_kind_of_change(site: Site, change: Callable[[Site, Random], None]) -> None:
    chance = Random(change.__name__)
    for _ in range(4):
        site.reports(site.cache)
        change(site, chance)
        assert site.reports(site.cache) == site.reports(None)


@pytest.mark.parametrize("seed", range(8))
def test_after_random_changes(site: Site, seed: int) -> None:
    chance = Random(seed)
    for _ in range(6):
        for change in chance.choices(CHANGES, k=chance.randint(1, 3)):
            change(site, chance)
        cached = site.reports(site.cache)
        assert cached == site.reports(None)
        assert cached == site.reports(site.cache)


def _ignored(site: Site, chance: Random) -> None:
    site.write(chance.choice((".gitignore", "posts/.gitignore")), f"p0{chance.randint(1, 3)}.md\n")


def _in_git(site: Site, chance: Random) -> None:
    command = chance.choice((("add", "."), ("rm", "-rf", "--cached", "--ignore-unmatch", ".")))
    subprocess.run(["git", *command], cwd=site.root, check=True, capture_output=True)


def _empty_folder(site: Site, chance: Random) -> None:
    (site.root / "posts" / f"empty{chance.randint(0, 99)}").mkdir(exist_ok=True)


def _touched(site: Site, chance: Random) -> None:
    os.utime(site.root / chance.choice(site.names))


def _replaced(site: Site, chance: Random) -> None:
    """Write another text of the same size, and give the file the time that it had."""
    path = site.root / chance.choice(site.names)
    status = path.stat()
    path.write_text(path.read_text("utf-8").replace("tides", "sedit").replace("Lorem", "Merol"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("seed", range(8))
def test_whole_runs_after_random_changes(
    site: Site, seed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = Random(seed)
    replayed: list[int | None] = []
    subprocess.run(["git", "init", "--quiet"], cwd=site.root, check=True)
    monkeypatch.chdir(site.root)
    monkeypatch.setattr(time, "localtime", lambda: (site.today.year, site.today.month, site.today.day))
    replay = kept_run.replay

    def noted(command: str, arguments: Sequence[str]) -> int | None:
        replayed.append(replay(command, arguments))
        return replayed[-1]

    monkeypatch.setattr(kept_run, "replay", noted)
    changes = (*CHANGES, _ignored, _in_git, _empty_folder, _touched, _replaced)

    def outcome(*arguments: str) -> tuple[int, str]:
        code = check(*arguments)
        return code, capsys.readouterr().out

    for _ in range(8):
        for name in ("own_rules", "own_helper"):
            sys.modules.pop(name, None)
        for change in chance.choices(changes, k=chance.randint(1, 3)):
            change(site, chance)
        first = outcome()
        second = outcome()
        plain = outcome("--no-cache")
        assert [first, second] == [plain, plain]
    assert any(code is not None for code in replayed)


def test_articles_and_days_matter_where_they_were_asked_about(site: Site, read: list[str]) -> None:
    site.write("posts/p00.md", f"---\ndate: {TODAY - timedelta(days=30)}\n---\n\n# Old\n\nText.\n")
    site.write("posts/p01.md", f"---\ndate: {TODAY + timedelta(days=3)}\n---\n\n# New\n\nText.\n")
    site.reports(site.cache)
    site.today += timedelta(days=2)
    read.clear()
    site.reports(site.cache)
    assert "posts/p01.md" in read
    assert "posts/p00.md" not in read


def test_what_reports_hold_matters(site: Site) -> None:
    few = site.reports(site.cache, Details())
    assert site.reports(site.cache) == site.reports(None) != few


# --- whatever becomes of it -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_cache_changes_nothing(site: Site, seed: int) -> None:
    expected = site.reports(site.cache)
    chance, path = Random(seed), site.database()
    data = bytearray(path.read_bytes())
    if seed % 4 == 0:
        data = data[: chance.randrange(len(data))]
    elif seed % 4 == 1:
        data = bytearray(chance.randbytes(4000))
    else:
        for _ in range(chance.randint(1, 400)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    for _ in range(3):
        run = Runner(Configurations(site.root), today=site.today, cache=site.cache)
        run.details = WHOLE
        reports = list(run.run(run.find(["."])[0]))
        assert [report._replace(text=None) for report in reports] == expected


def test_a_cache_of_another_form_is_made_anew(site: Site) -> None:
    site.reports(site.cache)
    with sqlite3.connect(site.database()) as connection:
        connection.execute("pragma user_version = 99")
        connection.execute("drop table outcomes")
    site.reports(site.cache)
    with sqlite3.connect(site.database()) as connection:
        assert connection.execute("select count(*) from outcomes").fetchone() == (FEWEST,)


def test_a_cache_of_a_busy_run_is_done_without(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = site.reports(site.cache)
    monkeypatch.setattr("lintarticle.cache.store._PATIENCE", 0.01)
    other = sqlite3.connect(site.database(), isolation_level=None)
    other.execute("begin exclusive")
    site.write("posts/p00.md", "# Other\n\nText.\n")
    run = Runner(Configurations(site.root), today=site.today, cache=site.cache)
    run.details = WHOLE
    reports = list(run.run(run.find(["."])[0]))
    other.close()
    assert len(run.notes) == 1
    assert [report.path for report in reports] == [report.path for report in expected]
    assert [report._replace(text=None) for report in reports] == site.reports(None)


def test_a_row_takes_little_more_than_what_it_holds(tmp_path: Path) -> None:
    kept = Store(CacheFolder(str(tmp_path)))
    for number in range(1000):
        kept.keep("key", (f"a{number}.md", "", "", "", "", "x" * 1500))
    kept.close()
    assert kept.figures()[1] < 2 * 1000 * 1500


def test_a_cache_over_its_size_is_made_anew(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.reports(site.cache)
    before = site.database().stat().st_ino, site.database().stat().st_ctime_ns
    monkeypatch.setattr("lintarticle.cache.store.MOST_BYTES", 1000)
    site.reports(site.cache)
    assert (site.database().stat().st_ino, site.database().stat().st_ctime_ns) != before


def test_outcomes_of_old_settings_are_forgotten(site: Site) -> None:
    for number in range(14):
        site.write("lintarticle.toml", f"# {number}\n")
        site.reports(site.cache)
    with sqlite3.connect(site.database()) as connection:
        assert connection.execute("select count(distinct key) from outcomes").fetchone() == (12,)


def test_few_articles_make_no_cache_but_use_one(tmp_path: Path, read: list[str]) -> None:
    site = Site(tmp_path, count=FEWEST - 1)
    site.reports(site.cache)
    assert not (tmp_path / NAME).exists()
    site.write("posts/more.md", "# More\n\nText.\n")
    site.reports(site.cache)
    assert (tmp_path / NAME / ".gitignore").read_text("utf-8").endswith("\n*\n")
    read.clear()
    run = Runner(Configurations(tmp_path), today=TODAY, cache=site.cache)
    run.details = WHOLE
    assert len(list(run.run([run.target("posts/p00.md")]))) == 1
    assert read == []


# --- the command line -------------------------------------------------------------------------------------------


def check(*arguments: str) -> int:
    return main(["check", "--output-format", "json", *arguments])


def test_no_cache_neither_reads_nor_writes(
    site: Site, monkeypatch: pytest.MonkeyPatch, read: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    check("--no-cache")
    assert not (site.root / NAME).exists()
    uncached = capsys.readouterr().out
    check()
    check()
    assert capsys.readouterr().out == uncached * 2
    read.clear()
    check("--no-cache")
    assert set(read) == set(site.names)


def test_another_folder(site: Site, monkeypatch: pytest.MonkeyPatch, read: list[str], tmp_path: Path) -> None:
    monkeypatch.chdir(site.root)
    check("--cache-dir", str(tmp_path / "kept"))
    assert not (site.root / NAME).exists()
    copied = shutil.copytree(tmp_path / "kept", tmp_path / "elsewhere")  # as a CI service restores it
    read.clear()
    check("--cache-dir", str(copied))
    assert read == []


def test_info_and_clean(site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site.root)
    assert main(["cache", "info"]) == 0
    assert capsys.readouterr().out == f"{site.root / NAME}\nThere is no cache yet.\n"
    check()
    capsys.readouterr()
    assert main(["cache", "info"]) == 0
    assert f"\n{FEWEST} outcomes, 0." in capsys.readouterr().out
    assert main(["cache", "clean"]) == 0
    assert not (site.root / NAME).exists()


def test_clean_leaves_what_is_not_the_cache(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    check()
    (site.root / NAME / "mine.txt").write_text("x", "utf-8")
    assert main(["cache", "clean"]) == 0
    assert [path.name for path in (site.root / NAME).iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("folder", [".", "data"])
def test_a_folder_with_other_files_is_left_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    monkeypatch.chdir(site.root)
    for name in ("package.json", "x.db", "data/y.db", "data/.gitignore"):
        site.write(name, "mine")
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    check("--cache-dir", folder, "--verbose")
    assert "holds other files." in capsys.readouterr().err
    assert main(["cache", "clean", "--cache-dir", folder]) == 0
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.name == "nt", reason="on Windows, chmod does not make a folder read-only")
def test_a_folder_that_cannot_be_written_is_one_note(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    (site.root / NAME).write_text("a file is in the way", "utf-8")
    check("--verbose")
    said = capsys.readouterr().err
    assert said.count("The cache is not used: ") == 1
    check()
    assert capsys.readouterr().err == ""


PROGRAM = (
    "import sys; from lintarticle import runner; from lintarticle.cache import store\n"
    "runner.FEWEST, store._BATCH = 6, 2\n"
    "from lintarticle.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_run_killed_at_any_time_leaves_a_cache_that_is_right(site: Site) -> None:
    command = [sys.executable, "-c", PROGRAM, "check", "--output-format", "json"]
    expected = subprocess.run([*command, "--no-cache"], cwd=site.root, capture_output=True, check=False).stdout
    started = time.monotonic()
    subprocess.run(command, cwd=site.root, capture_output=True, check=False)
    whole, chance = time.monotonic() - started, Random(1)
    for round_ in range(int(os.environ.get("LINTARTICLE_KILLS", "3"))):
        if round_ % 3 == 0:
            shutil.rmtree(site.root / NAME)
        else:
            name = chance.choice(site.names)
            os.utime(site.root / name)
        process = subprocess.Popen(command, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.4 + 0.6 * chance.random()))
        process.send_signal(signal.SIGKILL)
        process.wait()
        done = subprocess.run(command, cwd=site.root, capture_output=True, check=False)
        assert done.stdout == expected


def test_runs_at_the_same_time(site: Site) -> None:
    command = [sys.executable, "-c", PROGRAM, "check", "--output-format", "json"]
    expected = subprocess.run([*command, "--no-cache"], cwd=site.root, capture_output=True, check=False).stdout
    processes = [subprocess.Popen(command, cwd=site.root, stdout=subprocess.PIPE) for _ in range(5)]
    assert [process.communicate()[0] for process in processes] == [expected] * 5
    assert subprocess.run(command, cwd=site.root, capture_output=True, check=False).stdout == expected


# --- the quick way ----------------------------------------------------------------------------------------------

WARM = """
    article article.values boundary cache cache.cache cache.configurations cache.digests cache.entries cache.folder
    cache.asked cache.dependencies cache.hashing cache.kept_run cache.key cache.needs cache.store changes
    changes.configuration_files changes.git cli cli.arguments cli.check cli.configurations cli.errors
    cli.keeping cli.main cli.narrowing cli.outputs cli.progress cli.site_scope cli.streams config
    config.configuration config.discovery config.layer config.preset config.selection discovery errors expression files
    output output.concise output.contract output.widespread output.screen patterns problem record report
    repository_files runner saving site compact_list site.record source version wording workers
"""
"""All that a run imports of us which knows all articles; a new module in it costs every such run."""

HEAVY = {
    "yaml", "markdown_it", "pydantic", "rich", "pathspec", "regex", "logging", "importlib.metadata", "multiprocessing",
    "tomlkit", "rapidfuzz", "subprocess", "inspect", "dataclasses", "threading", "hashlib", "frontmatter", "socket",
}  # fmt: skip


def test_a_run_that_knows_all_articles_imports_little(site: Site) -> None:
    program = (
        f"sys = __import__('sys'); sys.path[:] = {sys.path!r}; before = set(sys.modules)\n"
        "from lintarticle.__main__ import main\n"
        "main(['check', '--output-format', 'concise', '--jobs', sys.argv[1]])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    for number in range(1, 4):  # another number each time, as the same run is known as a whole
        site.cache.stem(create=True)
        done = subprocess.run(
            [
                sys.executable,
                "-S",
                "-c",
                f"sys = __import__('sys'); sys.path[:] = {sys.path!r}\n{program}",
                str(number),
            ],
            cwd=site.root,
            capture_output=True,
            text=True,
            check=False,
        )
    imported = done.stderr.splitlines()[-1].split()
    assert sorted(HEAVY.intersection(imported)) == []
    ours = {name.removeprefix("lintarticle.") for name in imported if name.startswith("lintarticle.")}
    assert sorted(ours - {"__main__"}) == sorted(WARM.split())
