"""`lintarticle config`: check a configuration, and show the types, fields and outlines that it makes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintarticle.cli.arguments import Parser, add_configuration_options
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, FAILED, UsageError
from lintarticle.cli.streams import say
from lintarticle.config.configuration import ArticleType, Configuration
from lintarticle.config.discovery import shown_path
from lintarticle.drafting.body import limits_in_words
from lintarticle.drafting.guide import field_in_words, section_name, section_times
from lintarticle.drafting.values import sources_of
from lintarticle.outline.outline import Outline
from lintarticle.output.screen import escape
from lintarticle.runner import Runner
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.specs import is_strict, specs_of
from lintarticle.schema.vocabulary import vocabulary_at
from lintarticle.wording import number


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code: 2 for a configuration with mistakes."""
    parser = Parser(
        "config",
        "Check the configuration of a folder, and show the types of articles that it defines, with their fields and "
        "outlines. “lintarticle check --show-settings FILE” shows the settings of one article.",
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="a folder (default: .)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    add_configuration_options(parser)
    options = parser.parse(arguments)
    loaded = configurations(options)
    folder = Path(options.folder).absolute()
    if not folder.is_dir():
        raise UsageError(f"No such folder: “{options.folder}”.")
    configuration = loaded.of(folder)
    say(loaded.warnings)
    runner = Runner(loaded)
    mistakes = list(_unreadable_lists(configuration, runner))
    shown = _Shown(configuration, loaded.working_folder, _counts(configuration, runner), len(mistakes))
    if options.output_format == "json":
        sys.stdout.write(
            json.dumps({**shown.document(), "mistakes": mistakes}, ensure_ascii=False, indent=1, default=str) + "\n"
        )
    else:
        sys.stdout.write("".join(f"{escape(line)}\n" for line in shown.lines()))
    say(mistakes)
    return FAILED if mistakes else CLEAN


def _unreadable_lists(configuration: Configuration, runner: Runner) -> Iterator[str]:
    """Yield what is wrong with the files of names that fields refer to; a run notices only at an article."""
    _, context = runner.situation(runner.target(str(configuration.root / "article.md")))
    for kind in configuration.types:
        for source in dict.fromkeys(sources_of(specs_of(kind.contract).values())):
            try:
                vocabulary_at(context.files, source)
            except DataFileError as error:
                yield f"{kind.place}: {error}"


def _counts(configuration: Configuration, runner: Runner) -> dict[str, int]:
    """Return how many articles match the `files` of each type, and under "" the total."""
    targets, _ = runner.find([str(configuration.root)])
    paths = [configuration.relative(target.path) for target in targets if target.configuration == configuration]
    counts = {kind.name: sum(map(kind.fits, paths)) for kind in configuration.types}
    return {**counts, "": len(paths)}


class _Shown:
    """A configuration to be printed."""

    def __init__(
        self, configuration: Configuration, working_folder: Path, counts: dict[str, int], mistakes: int
    ) -> None:
        self._configuration = configuration
        self._path = shown_path(configuration.path, working_folder) if configuration.path else ""
        self._counts = counts
        self._verdict = number(mistakes, "mistake") if mistakes else "no mistakes"

    def lines(self) -> Iterator[str]:
        """Yield the lines for people."""
        configuration = self._configuration
        presets = [layer.origin.removeprefix("preset ") for layer in configuration.below]
        yield f"{self._path}: {self._verdict}" if self._path else "No configuration; the defaults apply."
        yield f"  presets: {', '.join(presets) or 'none'}"
        yield f"  include: {configuration.include or 'every file in Markdown'}"
        yield f"  exclude: {configuration.exclude or 'none'}"
        yield f"  articles: {self._counts['']}"
        for kind in configuration.types:
            yield from self._type(kind)

    def _type(self, kind: ArticleType) -> Iterator[str]:
        yield ""
        yield f"type {kind.name} ({kind.place})"
        where = [f"{key} = {' or '.join(values)}" for key, values in kind.where.items()]
        files = (
            f"{kind.files}"
            if kind.files
            else "any"
            if where
            else f"those with “{self._configuration.type_key}: {kind.name}”"
        )
        count = number(self._counts[kind.name], "article") if kind.files else ""
        yield f"  files: {files}{f' ({count})' if count else ''}"
        if where:
            yield f"  where: {', '.join(where)}"
        specs = specs_of(kind.contract)
        if specs:
            yield f"  fields{' (no others)' if is_strict(kind.contract) else ''}:"
            width = max(map(len, specs))
            for name, spec in specs.items():
                words = "; ".join(each[:1].lower() + each[1:] for each in field_in_words(spec, {}) if each)
                yield f"    {name.ljust(width)}  {'required' if spec.required else 'optional'}  {words}".rstrip()
        if kind.outline:
            notes = [
                *([] if kind.outline.ordered else ["any order"]),
                *([] if kind.outline.additional else ["no others"]),
            ]
            yield f"  outline{_in_brackets(notes)}:"
            yield from _sections(kind.outline, 4)

    def document(self) -> dict[str, Any]:
        """Return everything, for programs."""
        configuration = self._configuration
        return {
            "version": 1,
            "configuration": self._path or None,
            "presets": [layer.origin.removeprefix("preset ") for layer in configuration.below],
            "include": list(configuration.include.patterns),
            "exclude": list(configuration.exclude.patterns),
            "articles": self._counts[""],
            "types": [self._type_document(kind) for kind in configuration.types],
        }

    def _type_document(self, kind: ArticleType) -> dict[str, Any]:
        return {
            "name": kind.name,
            "place": kind.place,
            "files": list(kind.files.patterns),
            "where": {key: list(values) for key, values in kind.where.items()},
            "articles": self._counts[kind.name],
            "schema": kind.contract.json_schema() if kind.contract else None,
            "outline": [line.strip() for line in _sections(kind.outline, 0)] if kind.outline else [],
        }


def _in_brackets(notes: Sequence[str]) -> str:
    return f" ({', '.join(notes)})" if notes else ""


def _sections(outline: Outline, indent: int) -> Iterator[str]:
    for item in outline.items:
        facts = [*filter(None, [section_times(item)]), *limits_in_words(item.limits)]
        yield f"{' ' * indent}{section_name(item).replace('**', '')}{': ' if facts else ''}{', '.join(facts)}"
        if item.sections:
            yield from _sections(item.sections, indent + 2)
