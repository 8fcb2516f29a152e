"""`lintarticle init`: look at a site, and write the configuration that its articles already follow."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.baseline import DEFAULT as BASELINE
from lintarticle.baseline import baseline_text, key_of
from lintarticle.cli.arguments import Parser, add_jobs
from lintarticle.cli.errors import CLEAN, FAILED, NotPossibleError, UsageError, defect
from lintarticle.cli.progress import with_progress
from lintarticle.cli.streams import say
from lintarticle.config.discovery import Configurations, configuration_in, repository_of, shown_path
from lintarticle.config.preset import PLATFORMS, fault_of_preset
from lintarticle.discovery import Finder
from lintarticle.output.screen import escape
from lintarticle.report import NO_DETAILS, WHOLE_PROBLEMS
from lintarticle.survey.gate import Change, hook_changes, origin, workflow, write
from lintarticle.survey.sites import FoundSite, TwoPlatformsError, sites_in
from lintarticle.survey.survey import SHARE, Survey, Surveyor
from lintarticle.wording import first_of, number
from lintarticle.workers import available

NAME = "lintarticle.toml"

TAGS_HEAD = "# The tags of this site, one per line; those at the end are used once.\n"

_FEW_LINES = 30
"""Files other than the configuration are shown up to this many lines."""

_MOST_COMMON = 5
"""Up to this many rules are listed with their problems."""


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse(arguments)
    if fault := options.preset and fault_of_preset(options.preset):
        raise UsageError(fault)
    is_update = options.update or bool(options.apply)
    if not is_update and not options.yes and not options.dry_run and not _may_ask():
        raise UsageError("No terminal to ask at: add --yes to write the files, or --dry-run to see them.")
    working_folder = Path.cwd()
    top = Path(os.path.normpath(working_folder / options.folder))
    if not top.is_dir():
        raise UsageError(f"There is no folder “{options.folder}”.")
    if is_update:
        from lintarticle.cli.init_update import update

        return update(top, working_folder, options)
    loaded = Configurations(working_folder)
    loaded.of(top)  # mistakes in an existing configuration come first
    targets, _ = Finder(top, loaded.of).find(["."])
    changes: list[Change] = []
    for site in _sites(top, [target.shown for target in targets], options):
        folder = top / site.folder
        if existing := configuration_in(folder):
            loaded.of(folder)
            say([f"{shown_path(existing, working_folder)} already exists; nothing was changed."])
        else:
            changes += _surveyed(site, folder, working_folder, options)
    if not changes:
        return CLEAN
    notes = _around(changes, repository_of(top) or top, options)
    if not options.yes:
        _print(line for change in changes for line in _shown(change, working_folder))
    is_agreed = not options.dry_run and (options.yes or _agrees())
    if is_agreed:
        write(changes)
        _print(
            f"Wrote {escape(shown_path(each.path, working_folder))}{each.about and f': {each.about}'}."
            for each in changes
        )
    _print(iter(notes))
    return CLEAN if is_agreed or options.dry_run else FAILED


def _parser() -> Parser:
    parser = Parser("init", "Look at a site, and write the configuration that its articles already follow.")
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the site or repository (default: .)")
    parser.add_argument("--yes", "-y", action="store_true", help="write the files without asking")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")
    parser.add_argument("--update", action="store_true", help="show where articles no longer follow the configuration")
    parser.add_argument(
        "--apply",
        action="append",
        default=[],
        metavar="KEY",
        help="change this key of the configuration to what the articles do",
    )
    parser.add_argument("--preset", metavar="NAME", default="", help=f"the platform: {', '.join(PLATFORMS)}")
    parser.add_argument("--baseline", action="store_true", help="also record the remaining problems in a baseline")
    parser.add_argument(
        "--required-from", type=_percent, default=SHARE, metavar="PERCENT",
        help="require a field that at least this share of articles has (default: 98)",
    )  # fmt: skip
    parser.add_argument("--no-hook", action="store_true", help="leave .pre-commit-config.yaml alone")
    parser.add_argument("--no-workflow", action="store_true", help="write no workflow for the host’s CI")
    add_jobs(parser)
    return parser


def _percent(value: str) -> float:
    if not value.isascii() or not value.isdigit() or not 50 <= int(value) <= 100:
        message = f"expected a percentage from 50 to 100; found “{value}”."
        raise argparse.ArgumentTypeError(message)
    return int(value) / 100


def _may_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def _sites(top: Path, paths: Sequence[str], options: argparse.Namespace) -> list[FoundSite]:
    if not paths:
        raise NotPossibleError(f"There are no articles in “{options.folder}”, so there is nothing to learn from.")
    try:
        sites = sites_in(top, paths, options.preset)
    except TwoPlatformsError as error:
        choices = " or ".join(f"--preset {preset}" for preset in error.presets if preset)
        where = "this folder" if error.folder == "." else f"“{error.folder}”"
        names = " and ".join(error.names)
        raise NotPossibleError(
            f"There are files of several platforms in {where}: {names}. Choose with {choices}."
        ) from None
    if not sites:
        raise NotPossibleError(f"All articles in “{options.folder}” are in folders for tests.")
    return sites


# --- one site -------------------------------------------------------------------------------------------------


def _surveyed(site: FoundSite, folder: Path, working_folder: Path, options: argparse.Namespace) -> list[Change]:
    """Survey a site, say what was found, and return its files."""
    surveyor = Surveyor(site, folder, working_folder, jobs=options.jobs or available(), share=options.required_from)
    baseline = BASELINE if options.baseline else ""
    survey = surveyor.survey(
        details=WHOLE_PROBLEMS if baseline else NO_DETAILS, baseline=baseline, progress=with_progress
    )
    if survey.faults:
        raise NotPossibleError("\n".join(map(defect, survey.faults)))
    _print(_about(survey.plan.site, survey, shown_path(folder, working_folder)))
    files = [Change(folder / NAME, None, survey.text.encode("utf-8"))]
    if survey.tags:
        text = TAGS_HEAD + "".join(f"{tag}\n" for tag in survey.tags)
        files.append(Change(folder / survey.tags_file, None, text.encode("utf-8"), f"{len(survey.tags):,} tags"))
    if baseline:
        problems = {**survey.problems, **survey.elsewhere}
        entries = {path: Counter(map(key_of, found)) for path, found in problems.items() if found}
        text = baseline_text(entries)
        about = number(sum(map(len, problems.values())), "problem")
        files.append(Change(folder / baseline, None, text.encode("utf-8", "surrogateescape"), about))
    return files


def _about(site: FoundSite, survey: Survey, shown: str) -> Iterator[str]:
    """Yield what was found: the platform, the articles, the remaining problems."""
    name = site.platform or "Unknown platform"
    known_by = f" ({site.file})" if site.file else ""
    folders = ", ".join(f"{folder}/" for folder in site.places.articles if folder != ".")
    where = "" if shown == "." else f"{escape(shown)}: "
    articles = number(len(site.articles), "article")
    yield f"{where}{name}{known_by}: {articles}{f' in {escape(folders)}' if folders else ''}."
    if survey.unread:
        yield f"{number(survey.unread, 'article')} could not be read."
    counts = Counter(
        problem.rule for found in (*survey.problems.values(), *survey.elsewhere.values()) for problem in found
    )
    clean = sum(not found for found in survey.problems.values())
    left = f"{number(counts.total(), 'problem')} {'is' if counts.total() == 1 else 'are'} left"
    yield f"With this configuration, {clean:,} of {len(survey.problems):,} articles are clean, and {left}" + (
        ", the most common:" if counts else "."
    )
    for rule, count in counts.most_common(_MOST_COMMON):
        yield f"  {count:>6,}  {rule}"
    if survey.flagged:
        named = list(map(escape, sorted(survey.flagged)))
        verb = "does" if len(named) == 1 else "do"
        listed = first_of(named, _MOST_COMMON)
        yield f"{number(len(named), 'article')} {verb} not follow the pattern of the others: {listed}."


def _around(changes: list[Change], top: Path, options: argparse.Namespace) -> list[str]:
    """Add the files around the configurations to the changes, and return what remains for their owner to do."""
    source = origin()
    notes: list[str] = []
    for more, advice in (
        hook_changes(top, source) if not options.no_hook else ([], []),
        workflow(top, source) if not options.no_workflow else ([], []),
    ):
        changes += more
        notes += advice
    return notes


def _shown(change: Change, working_folder: Path) -> Iterator[str]:
    name = escape(shown_path(change.path, working_folder))
    yield f"\n--- {name}{change.about and f': {change.about}'}"
    before = (change.before or b"").decode("utf-8").splitlines()
    new = [line for line in change.after.decode("utf-8", "surrogateescape").splitlines() if line not in before]
    if not change.about or len(new) <= _FEW_LINES:
        yield from map(escape, new)


def _agrees() -> bool:
    sys.stdout.write("\nWrite these files? [Y/n] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("", "y", "yes")


def _print(lines: Iterator[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
