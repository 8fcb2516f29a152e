"""Facts in shards: the same problems wherever they are made; runs that go on; folders that are wrong."""

from __future__ import annotations

import html
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from case_files import CASES, Case, case_files, read_cases

from lintarticle.cli.main import main
from lintarticle.rule_index import INDEX
from lintarticle.scale.columns import are_grouped
from lintarticle.site.record import parts
from lintarticle.site.shared_keys import ABOUT_CHANGES

for library in ("dask", "distributed", "duckdb", "fsspec", "pyarrow"):
    pytest.importorskip(library, reason="needs the extra lintarticle[scale]")

pytestmark = [pytest.mark.filterwarnings("default")]  # of the libraries' own making

Run = Callable[..., tuple[int, str, str]]
CONFIGURATION = f"select = {json.dumps([name for name in INDEX if name.startswith('site/')])}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of 120 articles that have much in common, with different settings in one folder."""
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    write_site(folder, seed=1)
    monkeypatch.chdir(folder)
    return folder


def write_site(folder: Path, seed: int) -> None:
    """Write articles whose titles, addresses, excerpts, covers, series and tags are often the same."""
    chance = random.Random(seed)
    text = CONFIGURATION + '[[overrides]]\nfiles = ["old/**"]\nignore = ["site/duplicate-title"]\n'
    (folder / "lintarticle.toml").write_text(text, "utf-8")
    words = [
        "sea",
        "Sea",
        "open source",
        "Open-Source",
        "open_source",
        "harbour",
        "harbours",
        "Harbour",
        "quiet",
        "story",
        "stories",
    ]
    texts = [" ".join(chance.choice(["water", "wind", "sail", "rope"]) for _ in range(60)) for _ in range(20)]
    for number in range(120):
        place = chance.choice(["posts", "old", "fr/posts", "docs/v1.0", "tests"])
        tags = chance.sample([*words, "stories", f"rare {number % 50}"], chance.randrange(3))
        lines = [
            "---",
            f"title: On {chance.choice(['tides', 'Tides', 'the moon', 'how to read a tide table at night', number])}",
            f"excerpt: About {chance.choice(['water', 'wind', number])}.",
            f"keyphrase: {chance.choice(['tide table', number, number])}",
            f"cover: {chance.choice(['/images/pier.jpg', '../images/pier.jpg', 'pier.jpg', number])}",
            f"slug: {chance.choice([f'a-{number}', f'a-{number // 2}', f'a-{number}'])}",
            f"series: {chance.choice(['Coasts', number, number])}",
            f"part: {chance.randrange(1, 9)}",
            f"tags: {json.dumps(tags)}",
            "---",
            chance.choice(texts),
        ]
        path = folder / place / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command, and returns its exit code and what it printed."""

    def ran(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


@pytest.fixture
def alike(run: Run, tmp_path: Path) -> Callable[..., list[Any]]:
    """Return what compares a check by facts with one without, and returns the problems of both."""

    def compared(*options: str, size: int = 7) -> list[Any]:
        facts = str(tmp_path / "facts")
        code, _, said = run("facts", "-o", facts, "--shard-size", str(size), "--jobs", "1", *options)
        assert (code, said) == (0, "")
        form = ("--output-format", "json")
        expected = run("site", "--no-cache", *form, *options)
        assert run("site", "--facts", facts, *form, *options) == expected
        problems: list[Any] = json.loads(expected[1])["problems"]
        return problems

    return compared


# --- the same problems ------------------------------------------------------------------------------------------

UNGROUPED = [name for name in INDEX if name.startswith("site/") and not are_grouped([name])]
GROUPED = ("--ignore", ",".join(UNGROUPED))
"""Leaves out the rules that look at all articles, so that a database chooses those that the others look at."""


@pytest.mark.parametrize("options", [(), GROUPED], ids=["every rule", "rules about groups"])
@pytest.mark.parametrize("seed", range(3))
def test_facts_show_what_the_articles_show(
    site: Path, alike: Callable[..., list[Any]], seed: int, options: tuple[str, ...]
) -> None:
    write_site(site, seed)
    problems = alike(*options, size=7 + 31 * seed)
    assert len({problem["rule"] for problem in problems}) >= 8


@pytest.mark.parametrize("seed", range(3))
def test_few_articles_tell_of_the_tags_of_all(site: Path, alike: Callable[..., list[Any]], seed: int) -> None:
    write_site(site, seed)
    for path in site.rglob("*.md"):  # so that most articles have tags that nothing is said of
        tags = [f"common {random.Random(path.name).randrange(9)}", f"usual {random.Random(path.stem).randrange(9)}"]
        text = path.read_text("utf-8")
        if int(path.stem) % 8:
            path.write_text(re.sub(r"(?m)^tags: .*", f"tags: {json.dumps(tags)}", text), "utf-8")
    problems = alike("--only", "site/tag-used-once,site/tag-spelling,site/tag-plural", size=60)
    assert {problem["rule"] for problem in problems} >= {"site/tag-used-once", "site/tag-spelling"}


def _cases() -> list[Case]:
    cases = [case for path in case_files() if path.parent == CASES / "site" for case in read_cases(path)]
    return [case for case in cases if case.rule not in ABOUT_CHANGES]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.id)
def test_each_case_of_a_rule_comes_out_the_same(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alike: Callable[..., list[Any]]
) -> None:
    folder = tmp_path / "case"
    (folder / ".git").mkdir(parents=True)
    texts = {case.path: case.article, **{name: text.lstrip("\n") for name, text in case.texts.items()}}
    for name, text in [*texts.items(), *((name, "") for name in case.files or ())]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    rules = {**case.config.get("rules", {}), case.rule: case.options}
    (folder / "lintarticle.toml").write_text(tomlkit.dumps({**case.config, "rules": rules}), "utf-8")
    monkeypatch.chdir(folder)
    problems = alike("--only", case.rule, size=1)
    assert problems or not case.expected or not are_grouped([case.rule])


@pytest.mark.parametrize("form", ["full", "grouped", "sarif", "junit"])
def test_every_format_is_as_without_facts(site: Path, run: Run, tmp_path: Path, form: str) -> None:
    facts = str(tmp_path / "facts")
    run("facts", "-o", facts)
    assert run("site", "--facts", facts, "--output-format", form) == run("site", "--no-cache", "--output-format", form)


def test_facts_hold_every_part_of_a_record_and_the_problems_of_each_article(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    text = "---\ntitle: Tides\ntags: [sea, moon]\n---\n# Tides\n\nWater.\n"
    (folder / "tides.md").write_text(text, "utf-8")
    (folder / "broken.md").write_bytes(b"\xff\xfe\xff")
    monkeypatch.chdir(folder)
    assert run("facts", "-o", "facts")[0] == 0
    broken, tides = queried("SELECT * FROM 'facts/part-*.parquet' ORDER BY path")
    assert set(parts()) < set(tides)
    assert (tides["title"], tides["tags"], tides["levels"]) == ("Tides", ["sea", "moon"], "1")
    assert [each["rule"] for each in broken["problems"]] == ["file/unreadable"]
    assert broken["record"] is None
    lines = [f"{each['line']}:{each['column']} {each['rule']} {each['message']}" for each in tides["problems"]]
    code, out, _ = run("check", "tides.md", "--no-cache", "--output-format", "json")
    assert code == 1
    own = [each for each in json.loads(out)["problems"] if not each["rule"].startswith("site/")]
    assert lines == [
        f"{each['start']['line']}:{each['start']['column']} {each['rule']} {each['message']}" for each in own
    ]


def test_a_page_shows_the_problems_without_a_view_of_each_article(site: Path, run: Run, tmp_path: Path) -> None:
    facts = str(tmp_path / "facts")
    run("facts", "-o", facts)
    page = run("site", "--facts", facts, "--output-format", "html")[1]
    problems = json.loads(run("site", "--facts", facts, "--output-format", "json")[1])["problems"]
    assert all(problem["message"] in html.unescape(page) for problem in problems)


def queried(query: str) -> list[dict[str, Any]]:
    """Return the rows of a query, each by column."""
    cursor = import_module("duckdb").connect().execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not text")
def test_names_and_texts_that_are_no_unicode_come_back_as_they_were(
    site: Path, alike: Callable[..., list[Any]]
) -> None:
    for name in (b"posts/caf\xe9.md", b'posts/"quoted.md'):
        text = '{"title": "Half \\ud800 of it, and the rest of a title", "tags": ["x\\ud800", "X\\ud800"]}\nText.\n'
        Path(os.fsdecode(name)).write_text(text, "utf-8")
    found = [problem for problem in alike(*GROUPED) if "caf" in problem["path"]]
    assert "site/duplicate-title" in {problem["rule"] for problem in found}


# --- where they are made ----------------------------------------------------------------------------------------


def test_dask_with_a_worker_that_is_killed_makes_what_one_machine_makes(site: Path, run: Run, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert run("facts", "-o", str(here), "--shard-size", "4", "--jobs", "1")[0] == 0
    options = {"n_workers": 3, "threads_per_worker": 1, "dashboard_address": ":0"}
    with import_module("distributed").LocalCluster(**options) as cluster:
        command = ["-m", "lintarticle", "facts", "-o", str(there), "--shard-size", "4", "--engine", "dask"]
        process = subprocess.Popen(
            [sys.executable, *command, "--scheduler", cluster.scheduler_address],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while process.poll() is None and not list(there.glob("*.parquet")):
            time.sleep(0.02)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        out, err = process.communicate()
    # The outcome of a shard that the worker had made may be lost with it: then the shard is found to be there.
    assert (process.returncode, out.startswith("Facts of 120 articles in 30 shards")) == (0, True), err
    assert contents(there) == contents(here)
    form = ("--output-format", "json")
    assert run("site", "--facts", str(there), *form) == run("site", "--no-cache", *form)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_dask_here_and_any_number_of_processes_make_the_same(site: Path, run: Run, tmp_path: Path) -> None:
    found = []
    for name, options in {"one": ["-j", "1"], "three": ["-j", "3"], "dask": ["--engine", "dask", "-j", "2"]}.items():
        code, out, err = run("facts", "-o", str(tmp_path / name), "--shard-size", "30", *options)
        assert (code, out) == (0, "Facts of 120 articles in 4 shards.\n"), err
        found.append(contents(tmp_path / name))
    assert found[0] == found[1] == found[2]


def test_articles_are_read_from_an_archive(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "site.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(site))
        file.writestr("../outside.md", "---\ntitle: Outside\n---\n")
    expected = run("site", "--no-cache", "--output-format", "json")
    monkeypatch.chdir(tmp_path)
    for number, source in enumerate([str(archive), f"zip://::{archive}"]):
        assert run("facts", source, "-o", f"facts{number}", "-j", "1")[:2] == (0, "Facts of 120 articles in 1 shard.\n")
        assert run("site", "--facts", f"facts{number}", "--output-format", "json") == expected
    assert not list(tmp_path.rglob("outside.md"))


def test_facts_are_written_to_and_read_from_any_file_system(site: Path, run: Run) -> None:
    expected = run("site", "--no-cache", "--output-format", "json")
    assert run("facts", "-o", "memory://facts", "-j", "1", "--shard-size", "50")[0] == 0
    assert run("site", "--facts", "memory://facts", "--output-format", "json") == expected
    again = run("facts", "-o", "memory://facts", "-j", "1", "--shard-size", "50")
    assert again[1] == "Facts of 120 articles in 3 shards; 3 shards were already there.\n"


# --- runs that go on --------------------------------------------------------------------------------------------


def test_a_run_goes_on_where_another_was_interrupted(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lintarticle.scale.shard import FactsPlan, Made, Shard, make

    facts = tmp_path / "facts"
    command = ("facts", "-o", str(facts), "--shard-size", "20", "-j", "1")
    with monkeypatch.context() as patch:

        def interrupted(plan: FactsPlan, shard: Shard) -> Made:
            if shard.number == 3:
                raise KeyboardInterrupt
            return make(plan, shard)

        patch.setattr("lintarticle.scale.facts.make", interrupted)
        assert run(*command)[0] == 130
    code, _, err = run("site", "--facts", str(facts))
    assert (code, "part-00003.parquet is not finished" in err) == (2, True)
    assert run(*command)[1] == "Facts of 120 articles in 6 shards; 3 shards were already there.\n"
    whole = contents(facts)
    assert run("facts", "-o", str(tmp_path / "anew"), *command[3:])[0] == 0
    assert whole == contents(tmp_path / "anew")


def test_only_shards_whose_articles_changed_are_made_anew(site: Path, run: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    command = ("facts", "-o", str(facts), "--shard-size", "20", "-j", "1")
    run(*command)
    changed = next(iter(sorted((site / "posts").iterdir())))
    changed.write_text(changed.read_text("utf-8") + "More.\n", "utf-8")
    code, _, err = run("site", "--facts", str(facts))
    assert code == 2
    assert "has changed; run “lintarticle facts” again." in err
    assert run(*command)[1].endswith("; 5 shards were already there.\n")
    assert run("site", "--facts", str(facts), "--output-format", "json") == run(
        "site", "--no-cache", "--output-format", "json"
    )
    (facts / "part-00002.parquet").write_bytes(b"")
    (facts / "part-00004.done.json").write_bytes(b"{")
    assert run(*command)[1].endswith("; 4 shards were already there.\n")
    (site / "lintarticle.toml").write_text(CONFIGURATION, "utf-8")
    assert "were there" not in run(*command)[1]


def test_a_shard_is_made_anew_when_an_article_that_it_links_to_changes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text("# A\n\nSee [the moon](b.md#moon).\n", "utf-8")
    (tmp_path / "b.md").write_text("# B\n\n## Moon\n\nLight.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    command = ("facts", "-o", "facts", "--shard-size", "1", "-j", "1", "--select", "links")
    query = "SELECT path FROM (SELECT path, unnest(problems) AS p FROM 'facts/*.parquet') WHERE p.rule LIKE 'links/%'"
    assert run(*command)[0] == 0
    assert queried(query) == []
    (tmp_path / "b.md").write_text("# B\n\n## Sun\n\nLight.\n", "utf-8")
    assert run(*command)[1] == "Facts of 2 articles in 2 shards.\n"
    assert queried(query) == [{"path": "a.md"}]
    assert run(*command)[1].endswith("; 2 shards were already there.\n")


def test_fewer_articles_leave_no_shard_behind(site: Path, run: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    run("facts", "-o", str(facts), "--shard-size", "10")
    run("facts", "-o", str(facts), "--shard-size", "100")
    assert sorted(contents(facts)) == [
        "facts.json", "part-00000.done.json", "part-00000.parquet", "part-00001.done.json", "part-00001.parquet",
    ]  # fmt: skip


def test_files_of_other_people_stay_in_the_folder(site: Path, run: Run, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    run("facts", "-o", str(facts))
    for name in ("part-time.sql", "part-00000.parquet.bak", "facts.json.old"):
        (facts / name).write_text("mine", "utf-8")
    leftovers = {f"facts.json.{'a' * 32}", "part-00009.parquet", f"part-00000.parquet.{'b' * 32}"}
    for name in leftovers:
        (facts / name).write_text("", "utf-8")
    assert run("facts", "-o", str(facts))[0] == 0
    names = {path.name for path in facts.iterdir()}
    assert {"part-time.sql", "part-00000.parquet.bak", "facts.json.old"} <= names
    assert not leftovers & names


# --- what is wrong ----------------------------------------------------------------------------------------------


def _forget(facts: Path) -> None:
    (facts / "part-00000.done.json").unlink()


def _cut(facts: Path) -> None:
    path = facts / "part-00001.parquet"
    path.write_bytes(path.read_bytes()[:-100])


def _spoil(facts: Path) -> None:
    path = facts / "part-00001.parquet"
    path.write_bytes(bytes(len(path.read_bytes())))


def _lose(facts: Path) -> None:
    (facts / "part-00001.parquet").unlink()


def _age(facts: Path) -> None:
    path = facts / "facts.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": "0.1"}), "utf-8")


def _garble(facts: Path) -> None:
    (facts / "facts.json").write_text("{", "utf-8")


def _empty(facts: Path) -> None:
    for path in facts.iterdir():
        path.unlink()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (_forget, "part-00000.parquet is not finished"),
        (_cut, "part-00001.parquet is damaged"),
        (_spoil, "can’t be read; make the facts again"),
        (_lose, "part-00001.parquet is missing"),
        (_age, "in a different form; make them again"),
        (_garble, "facts.json is damaged"),
        (_empty, "There are no facts in"),
    ],
)
def test_a_folder_that_is_wrong_is_refused_with_the_reason(
    site: Path, run: Run, tmp_path: Path, damage: Callable[[Path], None], says: str
) -> None:
    facts = tmp_path / "facts"
    run("facts", "-o", str(facts), "--shard-size", "60")
    damage(facts)
    code, out, err = run("site", "--facts", str(facts))
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("site", "--facts", "nowhere"), "There are no facts in “nowhere”"),
        (("site", "--facts", "facts", "posts"), "it can’t be combined with paths"),
        (("site", "--facts", "facts", "--fix"), "it can’t be combined with --fix"),
        (("site", "--facts", "nonsense://a"), "“nonsense://a” can’t be read: Protocol not known: nonsense."),
        (("facts", "-o", "."), "holds files other than facts; name an empty folder."),
        (("facts", "-o", "lintarticle.toml/x"), "can’t be written"),
        (("facts", "none.zip", "-o", "f"), "No such file or folder: “none.zip”."),
        (("facts", "zip://::none.zip", "-o", "f"), "“zip://::none.zip” can’t be read: No such file or directory."),
        (("facts", "broken.zip", "-o", "f"), "broken.zip” can’t be read: File is not a zip file."),
        (("facts", "-o", "mine"), "holds files other than facts; name an empty folder."),
        (("facts", "memory://nothing-here", "-o", "f"), "“memory://nothing-here” holds no files."),
        (("facts", "memory://a", "posts", "-o", "f"), "“memory://a” is a whole site; name no other path with it."),
        (("facts", "-o", "f", "--scheduler", "tcp://127.0.0.1:9"), "--scheduler needs --engine dask."),
        (("facts", "-o", "f", "--shard-size", "0"), "--shard-size: expected a number of articles; found “0”."),
        (
            ("facts", "-o", "f", "--engine", "dask", "--scheduler", "nonsense"),
            "There is no Dask scheduler at",
        ),
    ],
)
def test_what_can_t_be_done_is_said(site: Path, run: Run, command: tuple[str, ...], says: str) -> None:
    (site / "broken.zip").write_bytes(b"PK")
    (site / "mine").mkdir()
    (site / "mine/facts.json").write_text('{"cats": 9}', "utf-8")
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize("rule", ["site/near-duplicate", "site/repeated-paragraph"])
def test_texts_that_were_not_compared_are_not_called_different(site: Path, run: Run, rule: str) -> None:
    run("facts", "-o", "facts", "--ignore", rule)
    code, _, err = run("site", "--facts", "facts")
    assert code == 2
    assert f"{rule} was off when the facts were made; make them again with the same options." in err


def test_a_configuration_that_has_changed_is_named(site: Path, run: Run) -> None:
    run("facts", "-o", "facts")
    (site / "lintarticle.toml").write_text(CONFIGURATION, "utf-8")
    assert run("site", "--facts", "facts")[::2] == (
        2,
        "lintarticle: lintarticle.toml has changed; run “lintarticle facts” again.\n",
    )


def test_a_site_that_can_t_be_read_has_no_problems_as_a_site(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe\xff")
    monkeypatch.chdir(tmp_path)
    assert run("facts", "-o", "facts")[:2] == (0, "Facts of 1 article in 1 shard.\n")
    assert run("site", "--facts", "facts") == run("site", "--no-cache")


def test_an_article_that_is_gone_is_named(site: Path, run: Run) -> None:
    run("facts", "-o", "facts")
    for path in (site / "posts").iterdir():
        path.unlink()
    code, _, err = run("site", "--facts", "facts")
    assert code == 2
    assert "no longer exists here; run this where the articles are." in err


def test_a_missing_library_is_named(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("facts", "-o", "facts")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for command, name in ((("site", "--facts", "facts"), "duckdb"), (("facts", "-o", "more"), "pyarrow")):
        code, _, err = run(*command)
        assert (code, err) == (2, f"lintarticle: This needs the library {name}: install “lintarticle[scale]”.\n")
