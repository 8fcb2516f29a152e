"""What comparing all articles of a site costs beyond reading them: time and memory by their number.

    python benchmarks/site.py [--articles 1000 10000 100000] [--python PATH]

Each number is measured in a process of its own. The records are made from that of one article, with other titles,
excerpts, tags and links, so that nothing but the rules about the site, which run by default, is measured. Two articles
in a hundred share their title and their excerpt, and one tag in fifty is spelled in two ways.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lintarticle.article.article_reader import ArticleReader, Reading
from lintarticle.config.configuration import Configuration
from lintarticle.discovery import Target
from lintarticle.report import NO_DETAILS
from lintarticle.site.record import ArticleRecord
from lintarticle.site.recording import record_of
from lintarticle.site_check import SiteArticle, SiteCheck
from lintarticle.source import SourceText

ARTICLE = """\
---
title: "@title@"
excerpt: "@excerpt@"
tags: ["@tag0@", "@tag1@", "@tag2@"]
date: 2026-01-31
author: "@author@"
---

A tide table is a promise about water, and here is how to read one before you sail, as [another page](@link0@) says.

## Find the port

Each port has its own page. A secondary port gives its times as differences from a standard one ([more](@link1@)).

## Add the summer hour

Tables are printed in the time of winter. In summer, add an hour, or two where the sea is known to be late in the year.
"""

WORDS = "tide port harbor moon wind chart sail anchor rope mast keel wave current buoy light fog storm calm".split()  # noqa: SIM905 - a table


def records(count: int) -> Iterator[ArticleRecord]:
    """Yield the records of a site, as a cache holds them."""
    article = ArticleReader(Reading()).read("a.md", SourceText(ARTICLE))
    made = record_of(article, comparing=())
    template, chance = made.as_text() if made else "", random.Random(16)  # noqa: S311 - the same articles each time
    for number in range(count):
        said = random.Random(number - 1 if number % 100 == 1 else number)  # noqa: S311
        values = {
            "title": " ".join(said.choices(WORDS, k=8)),
            "excerpt": " ".join(said.choices(WORDS, k=20)),
            "author": chance.choice(WORDS),
            **{f"tag{index}": _tag(chance, count) for index in range(3)},
            **{f"link{index}": f"../part{chance.randrange(count) // 500}/page{index}.md" for index in range(2)},
        }
        text = template
        for name, value in values.items():
            text = text.replace(f"@{name}@", value)
        record = ArticleRecord.from_text(f"part{number // 500}/page{number}.md", text)
        if record:
            yield record


def _tag(chance: random.Random, count: int) -> str:
    number = chance.randrange(max(50, count // 100))
    tag = f"{WORDS[number % len(WORDS)]}-{number}"
    return tag.capitalize() if number % 50 == 0 and chance.random() < 0.3 else tag


def measure(count: int) -> None:
    """Print the seconds and megabytes for a number of articles, and how many problems were found."""
    configuration = Configuration(Path("/site"))
    articles = [
        SiteArticle(Target(f"/site/{record.path}", record.path, configuration), record) for record in records(count)
    ]
    gc.collect()
    gc.freeze()
    before = _megabytes()
    started = time.process_time()
    texts = dict.fromkeys((article.record.path for article in articles), SourceText(ARTICLE))
    check = SiteCheck(articles, NO_DETAILS, date(2026, 1, 31), texts)
    found = sum(map(len, check.problems().values()))
    taken = time.process_time() - started
    each, most = taken / count * 1e6, _megabytes()
    print(f"| {count:,} | {taken:.2f} s | {each:.0f} µs | {before:.0f} MB | {most:.0f} MB | {found:,} |")


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.one)
        return
    print("| articles | processor time | each | memory of the records | memory at most | problems |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for count in options.articles:
        subprocess.run([sys.executable, __file__, "--one", str(count)], check=True)


if __name__ == "__main__":
    main()
