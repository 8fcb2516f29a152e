"""`lintarticle tags`: list the tags of a site, with their spellings and uses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintarticle.cli.arguments import STDIN, Parser, add_cache_options, add_configuration_options, add_paths
from lintarticle.cli.configurations import articles_asked_for
from lintarticle.cli.errors import CLEAN, FAILED
from lintarticle.cli.outputs import check_not_an_article
from lintarticle.cli.streams import say_missing
from lintarticle.output.screen import escape, escape_json, width
from lintarticle.site.tags import SiteTag, tags_of
from lintarticle.wording import number

_NEAR = 85
"""Tags at least this similar, in percent, are listed as neighbors: our own figure."""

_MOST_NEIGHBORS = 3


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("tags", "List the tags of a site: how often each is used, how it is spelled, and similar tags.")
    add_paths(parser)
    parser.add_argument("--output-format", choices=tuple(_FORMATS), default="table", help="default: table")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    add_configuration_options(parser)
    add_cache_options(parser)
    options = parser.parse(arguments)
    check_not_an_article(options.output or STDIN)
    runner, targets, is_empty = articles_asked_for(options)
    runner.keeps_records = True
    if say_missing(targets):
        return FAILED
    tags = tags_of(filter(None, runner.records(targets)))
    text = _FORMATS[options.output_format](sorted(tags.values(), key=lambda tag: (-len(tag.uses), tag.form)))
    if options.output and options.output != STDIN:
        Path(options.output).write_text(text, "utf-8", newline="\n")
    else:
        sys.stdout.write(text)
    return FAILED if is_empty else CLEAN


def _spellings(tag: SiteTag) -> list[tuple[str, int]]:
    counted = ((text, len(uses)) for text, uses in tag.spellings.items())
    return sorted(counted, key=lambda item: (-item[1], item[0]))


def _days(tag: SiteTag) -> tuple[str, str]:
    """Return the dates of the first and the last article with a tag, "" if no article has a date."""
    days = sorted(day[:10] for use in tag.uses if (day := use.record.date.text)[:4].isdecimal())
    return (days[0], days[-1]) if days else ("", "")


def _neighbors(tags: Sequence[SiteTag]) -> dict[str, list[str]]:
    """Return the tags that are spelled much like another one."""
    from rapidfuzz import fuzz, process

    forms = [tag.form for tag in tags]
    found: dict[str, list[str]] = {}
    for form in forms if len(forms) <= _MOST_COMPARED else ():
        near = process.extract(form, forms, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST_NEIGHBORS + 1)
        found[form] = [other for other, _, _ in near if other != form][:_MOST_NEIGHBORS]
    return found


_MOST_COMPARED = 20_000
"""Tags that are compared with each other; it takes time in proportion to the square of their number."""


def _table(tags: Sequence[SiteTag]) -> str:
    neighbors = _neighbors(tags)
    usual = {tag.form: tag.usual for tag in tags}
    rows = [("tag", "uses", "first", "last", "other spellings", "near")]
    for tag in tags:
        others = ", ".join(f"{text} ({count})" for text, count in _spellings(tag) if text != tag.usual)
        near = ", ".join(usual[form] for form in neighbors.get(tag.form, ()))
        rows.append((tag.usual, str(len(tag.uses)), *_days(tag), others, near))
    lines = [f"{number(len(tags), 'tag')}.", ""] if tags else ["No article has tags."]
    return "".join(f"{line}\n" for line in (*lines, *_aligned(rows if tags else [])))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    cells = [[escape(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _json(tags: Sequence[SiteTag]) -> str:
    neighbors = _neighbors(tags)
    usual = {tag.form: tag.usual for tag in tags}
    listed: list[dict[str, Any]] = []
    for tag in tags:
        first, last = _days(tag)
        listed.append(
            {
                "tag": tag.usual,
                "uses": len(tag.uses),
                "spellings": [{"text": text, "uses": count} for text, count in _spellings(tag)],
                "near": [usual[form] for form in neighbors.get(tag.form, ())],
                "first": first or None,
                "last": last or None,
                "articles": sorted({use.record.path for use in tag.uses}),
            }
        )
    return escape_json(json.dumps({"version": 1, "tags": listed}, ensure_ascii=False, indent=1)) + "\n"


def _vocabulary(tags: Sequence[SiteTag]) -> str:
    """Return the tags as a file for `tags/vocabulary`, with the other spellings of each as aliases."""
    from lintarticle.survey.configuration_text import toml_text

    lines = ["# The tags of this site, for the rule tags/vocabulary. Remove what should not be used."]
    for tag in tags:
        aliases = [text for text, _ in _spellings(tag) if text != tag.usual]
        lines += ["", "[[tags]]", f"name = {toml_text(tag.usual)}"]
        if aliases:
            lines.append(f"aliases = [{', '.join(map(toml_text, aliases))}]")
    return "\n".join(lines) + "\n"


_FORMATS = {"table": _table, "json": _json, "vocabulary": _vocabulary}
