"""lintarticle and its peers over the same articles in one sitting: times, memory, and where their work differs.

Installs the peers into a folder of its own, writes articles, runs every tool over them in turn so that a busy machine
slows all, and writes the ratios of the medians to benchmarks/results.md. What can't be installed is left out.

    python benchmarks/peers.py [--sizes 1,10,1000,10000] [--rounds 5] [--folder FOLDER]

`LINTARTICLE_CORPORA` may name a folder with a cloned repository in each of its folders: they are measured too.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

RESULTS = Path(__file__).parent / "results.md"

PYPI = ("rumdl==0.3.0", "pymarkdownlnt")
NPM = ("markdownlint-cli2@0.22.1", "remark-cli", "remark-frontmatter", "remark-lint-frontmatter-schema")


_SETTLED = 2.5
"""Seconds after which we trust the times of a folder from which the cache was removed."""


class Tool(NamedTuple):
    """One way to check a folder: what is run in it, and what it does that others don't.

    `most` is the largest number of articles that it is tried on, `forgets` removes what an earlier run kept, `waits` is
    how many seconds later it starts, `touches` says that an article is saved again before, and `fills` that its first
    run does not count, since it fills a cache.
    """

    name: str
    command: Sequence[str]
    note: str
    most: int = 100_000
    forgets: str = ""
    waits: float = 0
    touches: bool = False
    fills: bool = False


class Measured(NamedTuple):
    """What a run took: seconds, those of the processors, and the memory of its largest process in megabytes."""

    seconds: float
    work: float
    memory: float


# --- peers ------------------------------------------------------------------------------------------------------


def installed(folder: Path) -> tuple[Path, Path]:
    """Install the peers that can be; return the folders of their programs."""
    python, node = folder / "python", folder / "node"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", python], check=True)
        for name in PYPI:
            _attempt([str(python / "bin" / "pip"), "install", "--quiet", name])
    if not node.exists() and shutil.which("npm"):
        node.mkdir(parents=True)
        for name in NPM:
            _attempt(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(node), name])
    return python / "bin", node / "node_modules" / ".bin"


def _attempt(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(f"{' '.join(command)}: {done.stderr.strip()[-200:]}\n")


def tools(python: Path, node: Path) -> Iterator[Tool]:
    """Yield the tools that are there, ours first."""
    ours = [str(Path(sys.executable).with_name("lintarticle")), "check", "--output-format", "concise", "."]
    yield Tool("lintarticle, no cache", [*ours, "--no-cache"], "default rules, all processors")
    yield Tool("lintarticle, one process", [*ours, "--no-cache", "--jobs", "1"], "the same in one process", 10_000)
    yield Tool("lintarticle, cold", ours, "writes its cache", forgets=".lintarticle_cache", waits=_SETTLED)
    yield Tool("lintarticle, warm", ours, "the same run again")
    yield Tool("lintarticle, one saved", ours, "again, after one article was saved without a change", touches=True)
    rumdl = [str(python / "rumdl"), "check", "."]
    yield Tool("rumdl, no cache", [*rumdl, "--no-cache"], "its default rules: the form of Markdown; all processors")
    yield Tool("rumdl, warm", rumdl, "all articles are known", fills=True)
    markdownlint = [str(node / "markdownlint-cli2"), "**/*.md"]
    yield Tool("markdownlint-cli2", markdownlint, "its default rules: the form of Markdown", 10_000)
    remark = [str(node / "remark"), ".", "--quiet", "--frail"]
    for plugin in ("remark-frontmatter", "remark-lint-frontmatter-schema"):
        remark += ["--use", plugin]
    note = "front matter against a JSON Schema that each article names; these name none, so that it only parses"
    yield Tool("remark-lint-frontmatter-schema", remark, note, 1_000)
    yield Tool("pymarkdown", [str(python / "pymarkdown"), "scan", "."], "its default rules: the form of Markdown", 100)


def versions(python: Path, node: Path) -> Iterator[str]:
    """Yield each tool with its version."""
    yield f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors"
    programs = [
        ([str(Path(sys.executable).with_name("lintarticle"))], "--version"),
        ([str(python / "rumdl")], "--version"),
        ([str(python / "pymarkdown")], "version"),
        ([str(node / "markdownlint-cli2")], "--help"),
        ([str(node / "remark")], "--version"),
    ]
    for program, option in programs:
        if Path(program[0]).exists():
            said = subprocess.run([*program, option], capture_output=True, text=True, check=False).stdout.strip()
            yield f"{Path(program[0]).name}: {said.splitlines()[0] if said else '?'}"


# --- articles ---------------------------------------------------------------------------------------------------

WORDS = tuple(
    re.findall(
        r"\w+",
        "tide water harbour table moon coast north wind chart depth light sailor morning summer station port current "
        "measure rise fall bank channel buoy mast anchor rope sheet wave stone mark wall gate lock canal river bay",
    )
)


def write_articles(folder: Path, count: int) -> None:
    """Write articles of some 3,000 characters with front matter, headings, links to each other, lists and code."""
    chance = random.Random(count)  # noqa: S311 - the same articles every time
    for number in range(count):
        path = folder / f"part{number // 500:03}" / f"article-{number:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(number, count, chance), "utf-8")


def _article(number: int, count: int, chance: random.Random) -> str:
    sections = "\n\n".join(_section(part, count, chance) for part in range(4))
    day = f"202{chance.randint(0, 5)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    tags = ", ".join(chance.sample(WORDS, 3))
    return (
        f"---\ntitle: {_sentence(chance, 6)[:-1]} {number}\nexcerpt: {_sentence(chance, 22)}\ndate: {day}\n"
        f"tags: [{tags}]\nauthor: Editor {chance.randint(1, 9)}\n---\n\n{_paragraph(chance)}\n\n{sections}\n"
    )


def _section(part: int, count: int, chance: random.Random) -> str:
    other = chance.randrange(count)
    link = f"../part{other // 500:03}/article-{other:06}.md"
    items = "\n".join(f"- {_sentence(chance, 8)}" for _ in range(3))
    anchor = "#section-1" if chance.random() < 0.3 else ""
    return (
        f"## Section {part}\n\n{_paragraph(chance)} See [the other]({link}{anchor}), or "
        f"[the source](https://example.com/{part}).\n\n{items}\n\n{_paragraph(chance)}"
        + ("\n\n```python\nprint('water')\n```" if part == 2 else "")
    )


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance, chance.randint(8, 16)) for _ in range(4))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


# --- measuring --------------------------------------------------------------------------------------------------


def measured(tool: Tool, folder: Path) -> Measured | None:
    """Run a tool once; None if it fails."""
    if tool.forgets:
        shutil.rmtree(folder / tool.forgets, ignore_errors=True)
    if tool.touches:
        next(folder.rglob("*.md")).touch()
    time.sleep(tool.waits)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(tool.command, cwd=folder, env=environment, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - started
    return (
        None
        if process.returncode not in (0, 1)
        else Measured(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    )


def compared(names: Sequence[Tool], folder: Path, count: int, rounds: int) -> dict[str, list[Measured]]:
    """Run all tools over a folder in turn, some rounds; those that fail or are too slow are left out."""
    found: dict[str, list[Measured]] = {}
    wanted = [tool for tool in names if count <= tool.most and (Path(tool.command[0]).exists())]
    for round_ in range(rounds):
        for tool in list(wanted):
            if round_ == 0 and tool.fills:
                measured(tool, folder)
            result = measured(tool, folder)
            if result is None:
                sys.stderr.write(f"{tool.name} failed on {count} articles\n")
                wanted.remove(tool)
            else:
                found.setdefault(tool.name, []).append(result)
    return found


def table(title: str, results: dict[str, list[Measured]]) -> str:
    """Return the results as a Markdown table, with the ratios to our run without a cache."""
    rows = []
    base = results["lintarticle, no cache"]
    for name, runs in results.items():
        figures = []
        for part in ("seconds", "work"):
            middle, ours = (median(getattr(each, part) for each in some) for some in (runs, base))
            figures.append(f"{middle:.3f} s | {middle / ours:.3f}")
        rows.append(f"| {name} | {' | '.join(figures)} | {max(each.memory for each in runs):.0f} MB |")
    head = "| tool | time | ratio | processor time | ratio | memory |"
    return "\n".join([f"## {title}\n", head, "| --- | --- | --- | --- | --- | --- |", *rows])


def corpora() -> Iterator[tuple[str, Path]]:
    """Yield the real repositories, with a copy of only their Markdown."""
    folder = os.environ.get("LINTARTICLE_CORPORA")
    for path in sorted(Path(folder).iterdir()) if folder else ():
        if path.is_dir() and not path.name.startswith(("_", ".")):
            yield path.name, path


def copied(source: Path, target: Path) -> int:
    """Copy the Markdown of a repository and return how many files that is."""
    count = 0
    for path in sorted(source.rglob("*.md")):
        relative = path.relative_to(source)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / relative)
            count += 1
    return count


INTRODUCTION = """# lintarticle and its peers

Made by `python benchmarks/peers.py` in one sitting, tools in turn; medians of whole processes. The ratio is to our run
without a cache. Memory is that of the largest process. Times depend on the machine and on what else it does: rely on
the ratios, most of all on those of the processor time.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare lintarticle with its peers.")
    parser.add_argument("--sizes", default="1,10,1000,10000", help="numbers of articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large-rounds", type=int, default=1, help="rounds from 10,000 articles on")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "lintarticle-peers")
    parser.add_argument("--output", type=Path, default=RESULTS)
    options = parser.parse_args()
    python, node = installed(options.folder)
    names = list(tools(python, node))
    parts = [INTRODUCTION, "\n".join(f"- {line}" for line in versions(python, node))]
    notes = (f"| {tool.name} | {tool.note} |" for tool in names)
    parts.append("\n".join(["| tool | setup and work |", "| --- | --- |", *notes]))

    def add(title: str, folder: Path, count: int) -> None:
        rounds = options.rounds if count < 10_000 else options.large_rounds
        parts.append(table(title, compared(names, folder, count, rounds)))
        sys.stdout.write(parts[-1] + "\n\n")
        options.output.write_text("\n\n".join(parts) + "\n", "utf-8")

    for size in map(int, options.sizes.split(",")):
        folder = options.folder / f"articles-{size}"
        if not folder.exists():
            write_articles(folder, size)
        add(f"{size:,} generated article{'s' if size > 1 else ''}", folder, size)
    for name, path in corpora():
        target = options.folder / "copy"
        if count := copied(path, target):
            add(f"{name}: {count:,} articles", target, count)
        shutil.rmtree(target, ignore_errors=True)


if __name__ == "__main__":
    main()
