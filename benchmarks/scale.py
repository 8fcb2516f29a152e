"""What a check of a whole site by facts costs: seconds, and memory at its peak, by the number of articles.

Writes synthetic facts, as if `lintarticle facts` had made them: a tag is written in another way in one of 200 uses, and
one article of 100 shares its title, address or excerpt with another. Each figure is that of a process that checks them.

    python benchmarks/scale.py [--articles 1000 10000 …] [--folder FOLDER] [--select RULE …]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lintarticle.article.article_reader import ArticleReader
from lintarticle.cache.hashing import digest_of
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Target
from lintarticle.report import NO_DETAILS
from lintarticle.scale.columns import TAG_RULES, USED_ONCE, parquet, row_of_problems, row_of_record
from lintarticle.scale.comparison import CompleteFacts
from lintarticle.scale.shard import digest_of_configuration
from lintarticle.scale.storage import FactsFolder, ShardMarker, manifest_of, marker_name, marker_of, shard_name
from lintarticle.site.permalinks import Permalinks
from lintarticle.site.record import ArticleRecord
from lintarticle.site.recording import record_of
from lintarticle.site.shared_keys import KEYS
from lintarticle.site.similarity import HASHES, NEAR, REPEATED, hash_of
from lintarticle.site.whole import WholeSite
from lintarticle.source import SourceText

SHARD = 2_000
RUN = "benchmark"
TODAY = date(2026, 1, 31)


def path_of(number: int) -> str:
    return f"posts/{number // 1000}/{number}.md"


def text_of(number: int) -> str:
    chance = random.Random(number)
    twin = number - 1 if chance.randrange(100) == 0 else number
    part = chance.randrange(3)
    title, slug, excerpt = (twin if part == each else number for each in range(3))
    tags = "".join(f"- {tag_of(chance)}\n" for _ in range(chance.randrange(1, 7)))
    return (
        f"---\ntitle: How to read tide table {title}\nslug: tide-table-{slug}\nexcerpt: All about water {excerpt}.\n"
        f"tags:\n{tags}---\n# Tides\n\n[The moon](moon-{number}.md) pulls at the water, and so does the sun.\n"
    )


def tag_of(chance: random.Random) -> str:
    number = int(chance.paretovariate(0.7)) % 2_000
    return f"tag number {number}" if chance.randrange(200) == 0 else f"Tag number {number}"


def record(number: int, *, with_signature: bool) -> ArticleRecord:
    """Return the record of an article: that of a similar one, whose parts are replaced."""
    text = text_of(number)
    lines = {line.partition(":")[0]: line.partition(": ")[2] for line in text.splitlines()[1:4]}
    made: dict[str, Any] = {name: _part(text, lines[name]) for name in ("title", "excerpt", "slug")}
    tags = [line[2:] for line in text.splitlines() if line.startswith("- ")]
    at, made["tags"] = text.index("tags:"), []
    for tag in tags:
        at = text.index(tag, at)
        made["tags"] += [tag, at, at + len(tag)]
    made["links"] = _part(text, f"moon-{number}.md")
    made["paragraphs"] = [hash_of(text), at, len(text)]
    if with_signature:
        made["signature"] = f"{random.Random(number).getrandbits(16 * HASHES):0{4 * HASHES}x}"
    values = list(similar().values)
    for name, value in made.items():
        values[vars(ArticleRecord)[name]._index] = value  # noqa: SLF001 - where the part is
    return ArticleRecord(path_of(number), values)


@cache
def configured() -> str:
    folder = Path.cwd()
    return digest_of_configuration(Configurations(folder).of(folder))


@cache
def similar() -> ArticleRecord:
    found = record_of(ArticleReader().read("similar.md", SourceText(text_of(0))))
    assert found
    return found


def _part(text: str, part: str) -> list[Any]:
    return [part, text.index(part), text.index(part) + len(part)]


def write(folder: FactsFolder, count: int, *, with_signature: bool) -> None:
    """Write the facts of so many articles."""
    shards = range(0, count, SHARD)
    folder.prepare({**manifest_of(RUN, shards, count, ""), "permalinks": {".": Permalinks()}})
    for number, start in enumerate(shards):
        records = [record(each, with_signature=with_signature) for each in range(start, min(count, start + SHARD))]
        site = WholeSite(records)
        rows = [_row(start + place, record, site, with_signature) for place, record in enumerate(records)]
        data = parquet(rows)
        folder.put(shard_name(number), data)
        folder.put(marker_name(number), marker_of(ShardMarker("", RUN, len(rows), len(data), {})))


def _row(number: int, record: ArticleRecord, site: WholeSite, has_signature: bool) -> dict[str, Any]:
    row = row_of_problems(record.path, digest_of(text_of(number).encode()), [])
    row |= row_of_record(record, ".", site)
    row |= {"is_trial": False, "is_first": number % SHARD == 0}
    row["comparing"] = [NEAR, REPEATED] if has_signature else [REPEATED]
    return row | {"configured": configured()}


def check(place: str) -> None:
    """Check the facts in a folder, and print what it took; the texts are made when they are asked for."""
    setattr(Target, "read", lambda target: text_of(int(target.path.stem)).encode())  # noqa: B010 - for mypy
    started = time.perf_counter()
    reports = CompleteFacts(place).reports(Configurations(Path.cwd()), NO_DETAILS, TODAY)
    problems = sum(len(report.problems) for report in reports)
    seconds = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_SELF)
    processor = usage.ru_utime + usage.ru_stime
    print(
        json.dumps([seconds, processor, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10), problems])
    )


def measure(counts: Iterable[int], folder: Path, more: Iterable[str], *, with_signature: bool) -> None:
    left_out = {USED_ONCE, REPEATED, "site/duplicate-cover", NEAR}
    rules = sorted({*KEYS, *TAG_RULES} - left_out | set(more) | ({NEAR} if with_signature else set()))
    (folder / ".git").mkdir(exist_ok=True)
    os.chdir(folder)
    (folder / "lintarticle.toml").write_text(f"select = {json.dumps(rules)}\n", "utf-8")
    print("| articles | facts on disk | seconds | processor seconds | memory at its peak | problems |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in counts:
        place = folder / f"facts-{count}-{len(rules)}"
        facts = FactsFolder(str(place))
        if not (place / marker_name((count - 1) // SHARD)).exists():
            write(facts, count, with_signature=with_signature)
        size = sum(facts.names().values()) / 1e6
        command = [sys.executable, str(Path(__file__).absolute()), "--check", str(place)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        seconds, processor, memory, problems = json.loads(done.stdout)
        cells = (
            f"{count:,}",
            f"{size:.0f} MB",
            f"{seconds:.1f}",
            f"{processor:.1f}",
            f"{memory:.0f} MB",
            f"{problems:,}",
        )
        print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path, help="where facts are written, and found the next time")
    parser.add_argument("--select", nargs="+", default=(), metavar="RULE", help="run these rules as well")
    parser.add_argument("--check", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.check:
        check(options.check)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = (options.folder or Path(scratch)).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        measure(options.articles, folder, options.select, with_signature=NEAR in options.select)


if __name__ == "__main__":
    main()
