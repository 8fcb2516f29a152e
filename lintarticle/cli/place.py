"""`lintarticle place`: put finished images where their briefs say."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lintarticle.briefs.placing import Placing, place_images
from lintarticle.briefs.states import GivenImages
from lintarticle.cli.arguments import Parser, add_color_option, add_configuration_options, add_paths
from lintarticle.cli.briefs import BriefedArticles
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, FAILED, PROBLEMS, UsageError
from lintarticle.cli.fixing import show_diff
from lintarticle.cli.outputs import colored
from lintarticle.cli.streams import say
from lintarticle.discovery import Target
from lintarticle.errors import NotSavedError
from lintarticle.runner import Runner
from lintarticle.saving import save
from lintarticle.source import SourceText, read_file
from lintarticle.wording import number


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("place", "Put finished images where their briefs say, and mark the briefs as done.")
    add_paths(parser)
    parser.add_argument("--map", metavar="FILE", help="the JSON of “lintarticle briefs”, with the actual file names")
    parser.add_argument("--diff", action="store_true", help="show what would change without changing files")
    add_color_option(parser)
    add_configuration_options(parser)
    options = parser.parse(arguments)
    loaded = configurations(options)
    given = GivenImages(_records(options.map) if options.map else (), loaded.working_folder)
    articles = BriefedArticles(Runner(loaded), options.paths or ["."])
    work = _Work(options)
    for situation, target, settings in articles:
        work.do(target, situation.article.source, place_images(situation, settings.reader, given.of(situation.article)))
    say((*loaded.warnings, *articles.complaints))
    work.finish()
    return FAILED if articles.unread or work.unsaved else work.exit_code()


def _records(name: str) -> list[Mapping[str, Any]]:
    """Return the briefs of a file in JSON or JSON Lines; raises `UsageError`."""
    try:
        text = read_file(Path(name)).decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"“{name}” can’t be read: {(error.strerror or str(error)).lower()}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"“{name}” is not UTF-8 text.") from None
    try:
        document = json.loads(text)
    except ValueError:
        try:
            document = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as error:
            raise UsageError(f"“{name}” is not JSON: {error}.") from None
    found = document.get("briefs", [document]) if isinstance(document, dict) else document
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise UsageError(f"“{name}” has no briefs: it should be what “lintarticle briefs --output-format json” writes.")
    return found


class _Work:
    """Writes what was placed, or shows it, and counts."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._only_shows: bool = options.diff
        self._color = colored(options.color)
        self._placed = self._changed = self._refused = self._waiting = 0
        self.unsaved = 0

    def do(self, target: Target, before: SourceText, placing: Placing) -> None:
        """Save or show one article."""
        self._waiting += placing.waiting
        self._refused += len(placing.refused)
        say(f"{target.shown}:{line}: not placed: {reason}" for line, reason in placing.refused)
        say(f"{target.shown}:{line}: {sentence}" for line, sentence in placing.unmarked)
        if not placing.placed:
            return
        if self._only_shows:
            show_diff(target.shown, before, placing.after, color=self._color)
        else:
            try:
                boundary = target.configuration.boundary
                save(target.path, before.raw.encode(), placing.after.raw.encode(), boundary, "The images were")
            except NotSavedError as error:
                self.unsaved += 1
                say([f"{target.shown}: {error}"])
                return
        self._placed += placing.placed
        self._changed += 1

    def finish(self) -> None:
        """Sum up."""
        verb = "Would place" if self._only_shows else "Placed"
        placed = f"{verb} {number(self._placed, 'image')} in {number(self._changed, 'file')}."
        sentences = [placed] if self._placed else []
        if self._refused:
            sentences.append(f"{number(self._refused, 'image')} could not be placed.")
        if self._waiting:
            have = "brief has" if self._waiting == 1 else "briefs have"
            sentences.append(f"{self._waiting} {have} no image yet: “lintarticle briefs” lists them.")
        if not sentences and not self.unsaved:
            sentences.append("Nothing to place.")
        sys.stderr.write(" ".join(sentences) + "\n" * bool(sentences))

    def exit_code(self) -> int:
        """Return 1 where something can't be placed or, with `--diff`, would be."""
        return PROBLEMS if self._refused or (self._only_shows and self._placed) else CLEAN
