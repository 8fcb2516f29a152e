"""Workers: the same reports in the same order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle import runner, workers
from lintarticle.cache.folder import NAME, CacheFolder
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Finder
from lintarticle.runner import Runner
from lintarticle.workers import LOST, Crew, chunks

METHODS = ("spawn",) if sys.platform == "win32" else ("fork", "spawn")


@pytest.fixture(autouse=True)
def _little_work_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_LEAST_WORK", 1)
    monkeypatch.setattr(workers, "_CHUNK", 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for number in range(24):
        text = f"# Tides\n\nLorem ipsum dolor sit amet. [x](p{number + 1}.md#tides) [y](p{number // 2}.md#gone)\n"
        (tmp_path / f"p{number}.md").write_text(text, "utf-8")
    (tmp_path / "binary.md").write_bytes(b"\0")
    return tmp_path


def made(site: Path, *, cached: bool = False) -> Runner:
    return Runner(Configurations(site), cache=CacheFolder(str(site)) if cached else None)


def reports(run: Runner) -> list[tuple[Any, ...]]:
    found = list(run.run(run.find(["."])[0]))
    return [(*report._replace(text=None), report.source and report.source.text) for report in found]


@pytest.mark.parametrize("started_by", METHODS)
@pytest.mark.parametrize("jobs", [2, 5])
def test_any_number_of_workers_reports_the_same(
    site: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, started_by: str
) -> None:
    monkeypatch.chdir(site)
    expected = reports(made(site))
    assert sum(len(found[1]) for found in expected) > 24
    run = made(site, cached=True)
    run.jobs, run.started_by, run.remade = jobs, started_by, partial(made, site, cached=True)
    assert reports(run) == expected
    assert run.warnings == run.notes == []
    cached = made(site, cached=True)
    assert reports(cached) == expected
    assert cached._linting is None, "all is known: nothing is linted"


def test_chunks_hold_all_in_order_and_weigh_about_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    paths = [str(tmp_path / f"{number}.md") for number in range(100)]
    for number, path in enumerate(paths):
        Path(path).write_bytes(bytes(number * 400))
    parts = chunks([*paths, "gone.md"], 2)
    assert [path for part in parts for path in part] == [*paths, "gone.md"]
    assert 20 < len(parts) < 60
    weights = [sum(number * 400 + 3_000 for number in map(paths.index, part)) for part in parts[:-1]]
    assert all(100_000 <= weight < 143_000 for weight in weights[:15])
    assert all(20_000 <= weight < 63_000 for weight in weights[-3:])
    assert chunks([], 2) == []


@given(st.lists(st.integers(0, 200_000), max_size=80), st.integers(2, 8))
def test_each_chunk_holds_something(sizes: list[int], jobs: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(workers, "_weight", int)
        parts = chunks([str(size) for size in sizes], jobs)
    assert all(parts)
    assert [int(path) for part in parts for path in part] == sizes


def test_targets_of_many_files_are_those_of_each(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/b/x.md", "a/y.md", "z.md", "a/b/w.md"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("# Tides\n", "utf-8")
    (site / "a" / "lintarticle.toml").write_text("preset = ['publish']\n", "utf-8")
    monkeypatch.chdir(site / "a" / "b")
    finder = Finder(Path.cwd(), Configurations(Path.cwd()).of)
    files = [str(site / name) for name in ("a/b/x.md", "a/b/w.md", "a/y.md", "z.md", "a/b/x.md", "gone/v.md")]
    assert list(finder.targets(files)) == [finder.target(Path(file)) for file in files]


@pytest.mark.parametrize(("jobs", "expected"), [(1, []), (2, [runner._FIRST])])
def test_a_run_has_time_for_other_things_while_workers_work(
    site: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, expected: list[int]
) -> None:
    monkeypatch.chdir(site)
    run = made(site)
    passed_on: list[int] = []
    meanwhile: list[int] = []
    run.jobs, run.remade = jobs, partial(made, site)
    run.on_done = passed_on.append
    run.meanwhile = lambda: meanwhile.append(len(passed_on))
    reports(run)
    assert meanwhile == expected


# --- the crew itself --------------------------------------------------------------------------------------------


def _shouting() -> Callable[[list[str]], list[str]]:
    return lambda texts: [text.upper() for text in texts]


def _waiting_for(sign: Path) -> Callable[[list[str]], list[str]]:
    def work(texts: list[str]) -> list[str]:
        while not sign.exists():
            time.sleep(0.001)
        return [text.upper() for text in texts]

    return work


def _dying_at(where: str) -> Callable[[list[str]], list[str]]:
    def work(texts: list[str]) -> list[str]:
        if where in texts:
            os.kill(os.getpid(), signal.SIGKILL)
        if "raise" in texts:
            raise ValueError
        return [text.upper() for text in texts]

    return work


@pytest.fixture(params=METHODS)
def crew(request: pytest.FixtureRequest) -> Iterator[Callable[..., Crew]]:
    crews: list[Crew] = []

    def hire(count: int, make: Callable[[], Any]) -> Crew:
        crews.append(Crew(count, make, request.param))
        return crews[-1]

    yield hire
    for each in crews:
        each.close()


WORK = [[f"{number}a", f"{number}b"] for number in range(40)]
DONE = [[text.upper() for text in part] for part in WORK]


def test_results_come_in_order(crew: Callable[..., Crew]) -> None:
    assert list(crew(3, _shouting).results(WORK)) == DONE


def test_a_crew_works_again(crew: Callable[..., Crew]) -> None:
    hired = crew(2, _shouting)
    for _ in range(3):
        assert list(hired.results(WORK)) == DONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_killed_worker_had_is_lost_and_nothing_else(crew: Callable[..., Crew]) -> None:
    hired = crew(3, partial(_dying_at, "7a"))
    results = list(hired.results(WORK))
    assert hired.lost == 1
    assert results[7] is LOST
    lost = [result for result in results if result is LOST]
    assert 1 <= len(lost) <= 2, "what it was at, and what waited for it"
    assert [each for each, done in zip(results, DONE, strict=True) if each not in (LOST, done)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_without_any_worker_left_all_is_lost(crew: Callable[..., Crew]) -> None:
    hired = crew(1, partial(_dying_at, "0a"))
    assert list(hired.results(WORK)) == [LOST] * len(WORK)


def test_what_fails_in_a_worker_is_lost(crew: Callable[..., Crew]) -> None:
    hired = crew(2, partial(_dying_at, "nowhere"))
    assert list(hired.results([["a"], ["raise"], ["b"]])) == [["A"], LOST, ["B"]]
    assert hired.lost == 0


@pytest.mark.parametrize("count", [1, 2])
def test_this_process_works_too_while_it_has_nothing_to_take(
    crew: Callable[..., Crew], tmp_path: Path, count: int
) -> None:
    own: list[list[str]] = []

    def here(texts: list[str]) -> list[str]:
        own.append(texts)
        (tmp_path / "sign").touch()
        return [text.upper() for text in texts]

    assert list(crew(count, partial(_waiting_for, tmp_path / "sign")).results(WORK, here)) == DONE
    assert 1 <= len(own) < len(WORK)
    assert all(texts in WORK for texts in own)


def test_what_fails_here_is_lost_and_nothing_else(crew: Callable[..., Crew], tmp_path: Path) -> None:
    own: list[int] = []

    def here(texts: list[str]) -> list[str]:
        own.append(WORK.index(texts))
        (tmp_path / "sign").touch()
        raise ValueError

    results = list(crew(1, partial(_waiting_for, tmp_path / "sign")).results(WORK, here))
    assert own
    assert results == [LOST if index in own else done for index, done in enumerate(DONE)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_worker_leaves_the_rest_to_this_process(crew: Callable[..., Crew]) -> None:
    hired = crew(1, partial(_dying_at, "1a"))
    results = list(hired.results(WORK, _shouting()))
    assert hired.lost == 1
    assert results[1] is LOST
    assert all(one in (LOST, other) for one, other in zip(results, DONE, strict=True))


def test_memory_is_bounded_however_slow_the_first_is(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []

    class Line:
        def send(self, work: tuple[int, list[str]]) -> None:
            sent.append(work[0])

    hired = Crew(0, _shouting)
    hired._busy = {Line(): deque(), Line(): deque()}  # type: ignore[dict-item]  # a stand-in for a connection
    monkeypatch.setattr(workers, "_AHEAD", 1)
    assert hired._hand_out(WORK, 0, 0) == 2
    hired._busy = {line: deque() for line in hired._busy}
    assert hired._hand_out(WORK, 2, 0) == 2, "the first is not done yet"
    assert sent == [0, 1]
    hired._busy = {}


# --- as a whole -------------------------------------------------------------------------------------------------

PROGRAM = """
import os, signal, sys
from lintarticle import articles, runner, workers
from lintarticle.article.article_reader import ArticleReader
runner._LEAST_WORK, workers._CHUNK = 1, 1
read, parent = ArticleReader.read, os.getpid()
def slow(self, path, source):
    if {what}:
        {action}
    return read(self, path, source)
ArticleReader.read = slow
from lintarticle.__main__ import run
sys.argv = ["lintarticle", "check", "--jobs", "3", "--output-format", "json"]
run()
"""


def start(site: Path, what: str, action: str) -> subprocess.Popen[bytes]:
    program = PROGRAM.format(what=what, action=action)
    command = [sys.executable, "-c", program]
    return subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


needs_fork = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="workers are copies on Linux only")


@needs_fork
def test_a_killed_worker_costs_a_message_and_no_article(site: Path) -> None:
    killed = start(site, "os.getpid() != parent", "os.kill(os.getpid(), signal.SIGKILL)")
    out, errors = killed.communicate()
    whole = start(site, "False", "pass").communicate()[0]
    assert out == whole
    assert errors.decode().splitlines() == [
        "lintarticle: A worker process was killed, perhaps for lack of memory; its articles were still checked."
    ]


@needs_fork
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_the_end_of_a_run_is_that_of_its_workers(site: Path, number: signal.Signals) -> None:
    action = "sys.stderr.write(f'{os.getpid()}\\n'); sys.stderr.flush(); import time; time.sleep(0.5)"
    run = start(site, "os.getpid() != parent", action)
    assert run.stderr
    ids = {int(run.stderr.readline()), int(run.stderr.readline())}
    run.send_signal(number)
    run.communicate(timeout=60)
    for _ in range(200):
        if not any(Path(f"/proc/{each}").exists() and _runs(each) for each in ids):
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker outlived the run")
    again = start(site, "False", "pass")
    whole = subprocess.run(
        [sys.executable, "-m", "lintarticle", "check", "--no-cache", "--output-format", "json"],
        cwd=site,
        capture_output=True,
        check=False,
    )
    assert again.communicate()[0] == whole.stdout
    assert (site / NAME).is_dir()


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_one_job_starts_no_process(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "Crew", None)
    assert len(reports(made(site))) == 25
