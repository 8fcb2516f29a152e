"""`lintarticle rename-article`: give an article another path; links follow, and its old address is kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lintarticle.article.article import Article
from lintarticle.cli.arguments import Parser, add_configuration_options
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, PROBLEMS, NotPossibleError
from lintarticle.cli.fixing import show_diff
from lintarticle.cli.streams import say, standard_output
from lintarticle.config.configuration import read_typed
from lintarticle.config.discovery import repository_of, shown_path
from lintarticle.moving.carrying_out import Rewrite, carry_out
from lintarticle.moving.plan import MovePlan, Planning, files_below
from lintarticle.moving.request import DoneError, RefusedError, Request
from lintarticle.moving.tree import Move
from lintarticle.output.screen import escape
from lintarticle.runner import Runner
from lintarticle.source import SourceText
from lintarticle.wording import number


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("rename-article", "Give an article another path; links to it follow, and its old address is kept.")
    parser.add_argument("old", metavar="OLD", help="the article, or the folder of its “index.md”")
    parser.add_argument("new", metavar="NEW", help="its new path")
    parser.add_argument("--diff", action="store_true", help="show what would change without changing files")
    add_configuration_options(parser)
    options = parser.parse(arguments)
    loaded = configurations(options)
    runner = Runner(loaded)
    target = runner.target(options.old)
    configuration = target.configuration
    top = Path(os.path.realpath(repository_of(target.path.parent) or configuration.root))
    request = Request(top, configuration.boundary, loaded.working_folder, (options.old, options.new))
    files = files_below(top)

    def read(path: str, source: SourceText) -> Article:
        settings, _ = runner.situation(runner.target(os.fspath(top / path)))
        return read_typed(path, SourceText("") if source.fault else source, settings)[0]

    try:
        move = request.move(files)
        static = runner.situation(target)[0].site.static_dirs
        plan = Planning(top, configuration.boundary, static, read).plan(move, files)
    except DoneError as done:
        say([str(done)])
        return CLEAN
    except RefusedError as error:
        raise NotPossibleError(str(error)) from None
    if options.diff:
        _show(plan, move, top, loaded.working_folder)
    else:
        changes = {
            top / text.after_path: Rewrite(top / text.path, text.before.raw.encode(), text.after.raw.encode())
            for text in plan.texts
        }
        old, new = (top / path for path in move.folder or (move.old, move.new))
        carry_out(old, new, changes, configuration.boundary)
    _sum_up(plan, move, top, loaded.working_folder, only_shows=options.diff)
    return PROBLEMS if plan.lost else CLEAN


def _show(plan: MovePlan, move: Move, top: Path, working_folder: Path) -> None:
    for pair in move.files.items():
        old, new = (shown_path(top / path, working_folder) for path in pair)
        standard_output(f"rename from {old}\nrename to {new}\n".encode())
    for text in plan.texts:
        show_diff(shown_path(top / text.after_path, working_folder), text.before, text.after)


def _sum_up(plan: MovePlan, move: Move, top: Path, working_folder: Path, *, only_shows: bool) -> None:
    for path, line, sentence in plan.remarks:
        place = shown_path(top / path, working_folder) + (f":{line}" if line else "")
        say([f"{place}: {sentence}"])
    old, new = (shown_path(top / path, working_folder) for path in move.folder or (move.old, move.new))
    verb = "Would rename" if only_shows else "Renamed"
    follows = f"change {number(plan.links, 'link')}" if only_shows else f"changed {number(plan.links, 'link')}"
    also = f" and {follows}" if plan.links else ""
    sys.stderr.write(escape(f"{verb} “{old}” to “{new}”{also}.") + "\n")
