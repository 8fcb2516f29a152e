"""`lintarticle check`: look at articles and report what is wrong."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from lintarticle.cli import narrowing
from lintarticle.cli.arguments import (
    STDIN,
    OutputAction,
    Parser,
    add_cache_options,
    add_color_option,
    add_fix_options,
    add_jobs,
    add_rule_options,
    add_verbose,
    are_fixes_asked_for,
    with_standard_input,
)
from lintarticle.cli.configurations import cache_for, configurations
from lintarticle.cli.errors import CLEAN, FAILED, PROBLEMS, defect, sentences_on
from lintarticle.cli.outputs import NEVER, open_outputs, threshold
from lintarticle.cli.progress import with_progress
from lintarticle.cli.streams import no_articles, say, say_missing, standard_input, standard_output
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Target
from lintarticle.errors import InternalError, cause_of
from lintarticle.output import DEFAULT, FORMATS
from lintarticle.output.contract import Output, Summary
from lintarticle.problem import Severity
from lintarticle.report import Report
from lintarticle.runner import Runner
from lintarticle.workers import available

if TYPE_CHECKING:
    from lintarticle.cli.fixing import Fixing
    from lintarticle.cli.keeping import Keeper
    from lintarticle.cli.site_scope import SiteScope


def run(arguments: Sequence[str], *, as_formatter: bool = False, only_site: bool = False) -> int:
    """Run the command and return its exit code.

    `as_formatter`: problems that can't be fixed don't count. `only_site`: only problems of the whole site.
    """
    options = _parser(only_site=only_site).parse(arguments)
    options.paths = with_standard_input(options.paths, options.stdin_filename)
    options.as_formatter = as_formatter
    options.only_site = only_site
    if options.show_files or options.show_settings:
        return _show(options)
    with ExitStack() as stack:
        keeper = _keeper(options, arguments, stack)
        outputs = open_outputs(options, stack)
        try:
            if only_site and options.facts is not None:
                return _check_facts(options, outputs)
            return _check(options, outputs, arguments, keeper, stack)
        except (Exception, KeyboardInterrupt) as error:
            messages = list(sentences_on(error))
            for output in outputs:
                with suppress(OSError):  # one output's reader may have gone: the others still get a document
                    output.fail(messages)
            raise


def _parser(*, only_site: bool = False) -> Parser:
    if only_site:
        parser = Parser(
            "site", "Compare the articles of a site, and report problems that show only when all are compared."
        )
    else:
        parser = Parser("check", "Check articles and report problems.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input (default: .)")
    if only_site:
        parser.add_argument("--facts", metavar="FOLDER|URL", help="use the facts that “lintarticle facts” wrote there")
    output = parser.add_argument_group("output")
    pair: dict[str, Any] = {"action": OutputAction, "dest": "outputs"}
    output.add_argument("--output-format", const="format", metavar="FORMAT", help=_formats(), **pair)
    output.add_argument(
        "-o", "--output", const="file", metavar="FILE", help="write the preceding format to this file", **pair
    )
    output.add_argument("--statistics", action="store_true", help="also count problems by rule (text formats, json)")
    output.add_argument("--quiet", "-q", action="store_true", help="print only problems, no summary")
    add_color_option(output)
    levels = (*(severity.label for severity in sorted(Severity, reverse=True)), NEVER)
    parser.add_argument(
        "--fail-on",
        choices=levels,
        default="error",
        help="exit 1 for problems of this severity or higher (default: error)",
    )
    files = parser.add_argument_group("files")
    files.add_argument("--force-exclude", action="store_true", help="skip excluded files even when they are named")
    files.add_argument("--show-files", action="store_true", help="list the files that would be checked, then exit")
    files.add_argument(
        "--show-settings", metavar="PATH", help="show the settings of a file and where each came from, then exit"
    )
    add_jobs(files)
    files.add_argument("--stdin-filename", metavar="PATH", help="the path to use for standard input")
    narrowing.add_arguments(parser)
    add_fix_options(parser)
    add_rule_options(parser)
    add_cache_options(parser)
    add_verbose(output)
    return parser


def _formats() -> str:
    return f"{', '.join(FORMATS)} (default: {DEFAULT}); repeatable, each with -o FILE: docs/output-formats.md"


def _runner(options: argparse.Namespace) -> Runner:
    cache = cache_for(options)
    return Runner(configurations(options, cache=cache), force_exclude=options.force_exclude, cache=cache)


def _remade(arguments: Sequence[str]) -> Runner:
    """Make the runner of a command line in a worker."""
    return _runner(_parser().parse(arguments))


def _keeper(options: argparse.Namespace, arguments: Sequence[str], stack: ExitStack) -> Keeper | None:
    """Return what keeps the run as a whole; one on files is not kept: hooks name them, others each time."""
    if options.as_formatter or not all(map(os.path.isdir, options.paths)):
        return None
    from lintarticle.cli.keeping import keeper_of

    return keeper_of("site" if options.only_site else "check", arguments, options, stack)


def _check(
    options: argparse.Namespace,
    outputs: list[Output],
    arguments: Sequence[str],
    keeper: Keeper | None,
    stack: ExitStack,
) -> int:
    runner = _runner(options)
    loaded = runner.configurations
    runner.notes_needs = keeper is not None
    stack.callback(runner.close)
    runner.jobs = options.jobs or available()
    runner.remade = partial(_remade, arguments)
    runner.details = reduce(or_, (output.details for output in outputs), runner.details)
    fixing = _fixing(runner, options)
    names = options.paths or ["."]
    narrowed = narrowing.Narrowing(options, loaded, runner, say)
    targets, empty = narrowed.find([name for name in names if name != STDIN])
    say((*loaded.warnings, *map(no_articles, empty)))
    if options.only_site and say_missing(targets):  # which rules about single articles would report
        return FAILED
    summary = Summary()
    scope = _scope(runner, loaded, targets, options, narrowed)
    reports: Iterator[Report] = _reports(runner, fixing, targets, names, options)
    if scope and fixing:
        fixing.add_from(scope)
    narrowed.limit(articles=not options.only_site, site=scope is not None)
    if scope:
        reports = scope.reports(reports, is_fixing=fixing is not None)
    reports = _while_memory_lasts(reports, summary, len(targets))
    _add_all(narrowed.reports(reports), outputs, summary)
    summary.faults += scope.faults if scope else ()
    say((*runner.warnings, *(runner.notes if options.verbose else ())))
    codes = [] if summary.faults else [narrowed.finish()]  # a baseline is for whole runs
    _finish(outputs, summary)
    if summary.faults or (empty and not summary.articles):
        return FAILED
    if fixing:
        fixing.finish(quiet=options.quiet)
        codes.append(fixing.exit_code())
    code = max((code for code in codes if code is not None), default=None)
    if code is not None:
        return code
    code = PROBLEMS if _fails(summary, options.fail_on) else CLEAN
    if keeper and not narrowed.has_baseline():
        keeper.keep(code, runner, targets, [narrowed, *([scope] if scope else [])])
    return code


def _check_facts(options: argparse.Namespace, outputs: list[Output]) -> int:
    """Report the problems of the whole site from facts made earlier."""
    from lintarticle.cli.facts import SiteFacts

    facts = SiteFacts(options)
    summary = Summary()
    details = reduce(or_, (output.details for output in outputs))
    _add_all(facts.reports(details), outputs, summary)
    summary.faults += facts.faults
    _finish(outputs, summary)
    if summary.faults:
        return FAILED
    return PROBLEMS if _fails(summary, options.fail_on) else CLEAN


def _add_all(reports: Iterable[Report], outputs: Sequence[Output], summary: Summary) -> None:
    for report in reports:
        summary.add(report)
        for output in outputs:
            _add(output, report, summary)


def _finish(outputs: list[Output], summary: Summary) -> None:
    while outputs:
        outputs[0].finish(summary)
        outputs[0].sink.flush()
        del outputs[0]  # a complete output is left alone, even if others fail
    say(_failure(summary, fault) for fault in summary.faults)


def _scope(
    runner: Runner,
    loaded: Configurations,
    targets: Sequence[Target],
    options: argparse.Namespace,
    narrowed: narrowing.Narrowing,
) -> SiteScope | None:
    """Return the check of the whole site around some articles, or None if there is nothing to check."""
    if not targets and not narrowed.former():
        return None
    from lintarticle.cli.site_scope import SiteScope

    top = os.path.realpath(loaded.top)
    named = {os.path.realpath(loaded.working_folder / name) for name in options.paths or ["."]}
    scope = SiteScope(runner, loaded, targets, is_limited=options.since is not None or top not in named)
    scope.only_site, scope.only_shows = options.only_site, options.diff
    scope.find_former = narrowed.former
    if not scope.is_to_be_checked():
        return None
    runner.keeps_records = scope.compares
    return scope


def _while_memory_lasts(reports: Iterable[Report], summary: Summary, total: int) -> Iterator[Report]:
    """Pass reports on; if memory runs out, the finished ones count, and the summary says so."""
    done = 0
    try:
        for report in reports:
            yield report
            done += 1
    except MemoryError:
        summary.stop(f"Memory ran out after {done} of {total} articles; check fewer at once, or raise the limit.")


def _failure(summary: Summary, fault: str) -> str:
    return fault if fault == summary.stopped else defect(fault)


def _add(output: Output, report: Report, summary: Summary) -> None:
    """Give a report to an output; a failure to show one article must not lose the others."""
    try:
        output.add(report)
    except (OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        summary.faults.append(str(InternalError(report.path, "the output of the article", cause_of(error))))


def _show(options: argparse.Namespace) -> int:
    """Show which files a check would look at, or with which settings, instead of checking."""
    from lintarticle.cli.inspection import show_files, show_settings

    as_json = any(name == "json" for name, _ in options.outputs or ())
    loaded = configurations(options)
    runner = Runner(loaded, force_exclude=options.force_exclude)
    if options.show_settings:
        target = runner.target(options.show_settings)
        say((*loaded.warnings,))
        show_settings(target, loaded.working_folder, as_json=as_json)
        return CLEAN
    targets, empty = runner.find(options.paths or ["."])
    say((*loaded.warnings, *map(no_articles, empty)))
    show_files(targets, as_json=as_json)
    return CLEAN if targets and not say_missing(targets) else FAILED


def _reports(
    runner: Runner,
    fixing: Fixing | None,
    targets: Sequence[Target],
    names: Sequence[str],
    options: argparse.Namespace,
) -> Iterator[Report]:
    if STDIN in names:
        data = standard_input()
        target = runner.target(options.stdin_filename or "<stdin>")
        if not runner.is_left_out(target):
            yield fixing.stream(target, data) if fixing else runner.lint_text(target, data)
        elif fixing and not options.diff:
            standard_output(data)
    reports = fixing.files(targets) if fixing else runner.run(targets)
    yield from with_progress(runner, reports, len(targets))


def _fixing(runner: Runner, options: argparse.Namespace) -> Fixing | None:
    if not are_fixes_asked_for(options):
        return None
    from lintarticle.cli.fixing import Fixing, SuppressionWriting  # needed only for fixes, 10 ms to import

    return (SuppressionWriting if options.add_suppressions else Fixing)(runner, options)


def _fails(summary: Summary, fail_on: str) -> bool:
    least = threshold(fail_on)
    return least is not None and summary.worst is not None and summary.worst >= least
