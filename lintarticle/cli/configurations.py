"""The rules and settings that options choose, over those of configuration files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lintarticle.cache.folder import CacheFolder
from lintarticle.cli.errors import UsageError
from lintarticle.cli.streams import no_articles, say
from lintarticle.config.configuration import ArticleType, CommandLine
from lintarticle.config.discovery import Configurations, repository_of
from lintarticle.config.layer import Layer, RuleSetting
from lintarticle.config.preset import fault_of_preset
from lintarticle.config.selection import BUILT_IN, EVERYTHING, KnownRules, fault_of_level, level
from lintarticle.discovery import Target
from lintarticle.record import NamedTuple
from lintarticle.runner import Runner
from lintarticle.wording import did_you_mean
from lintarticle.workers import available


def configurations(
    arguments: argparse.Namespace, working_folder: Path | None = None, cache: CacheFolder | None = None
) -> Configurations:
    """Return the configurations that the options ask for; raises `UsageError` and `ConfigError`.

    `working_folder` is absolute; by default it is that of the process. `cache`: what `cache_for` returns for it.
    """
    working_folder = working_folder or Path.cwd()
    files = [value for value in arguments.config if "=" not in value]
    keys = [value for value in arguments.config if "=" in value]
    if len(files) > 1:
        raise UsageError(f"--config names two files, “{files[0]}” and “{files[1]}”; give one.")
    if files and not Path(files[0]).is_file():
        raise UsageError(f"No such configuration file: “{files[0]}”.")
    given = working_folder / files[0] if files else None
    known = _known_rules(arguments, working_folder, given)
    command_line = CommandLine()
    if keys:
        from lintarticle.config.reading import read_keys  # imports pydantic: 100 ms

        command_line = read_keys(keys, known)
    for name in arguments.preset:
        if fault := fault_of_preset(name):
            raise UsageError(fault)
    command_line = command_line._replace(
        layers=(*command_line.layers, _flags(arguments, known)), presets=(*command_line.presets, *arguments.preset)
    )
    kept = None
    if folder := cache or cache_for(arguments, working_folder):
        from lintarticle.cache.configurations import KeptConfigurations

        kept = KeptConfigurations(folder)
    return Configurations(working_folder, given, command_line, no_code=arguments.no_code, kept=kept)


def _known_rules(arguments: argparse.Namespace, working_folder: Path, given: Path | None) -> KnownRules:
    """Return the rules that the options can name: the site's own are looked up only if one of them may be named."""
    names = [*arguments.select, *arguments.ignore, *arguments.only]
    names += [value.partition("=")[0] for value in arguments.severity]
    if arguments.config:
        names += re.findall(r"\brules\.[\"']?([\w-]+)", " ".join(arguments.config))
    if all(name.partition("/")[0] in (*BUILT_IN.families, EVERYTHING) for name in names):
        return BUILT_IN
    return Configurations(working_folder, given, no_code=arguments.no_code).of(working_folder).known


def _flags(arguments: argparse.Namespace, known: KnownRules) -> Layer:
    _check_names((*arguments.select, *arguments.ignore, *arguments.only), known)
    return Layer(
        select=tuple(arguments.only) or None,
        add=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
        rules=dict(_severity(value, known) for value in arguments.severity),
        origin="command line",
    )


def _check_names(names: Iterable[str], known: KnownRules) -> None:
    for name in names:
        if fault := known.fault_of_selector(name):
            raise UsageError(fault)


def _severity(value: str, known: KnownRules) -> tuple[str, RuleSetting]:
    name, equals, word = value.partition("=")
    if not equals:
        raise UsageError(f"--severity takes RULE=LEVEL; found “{value}”.")
    if fault := known.fault_of_rule(name):
        raise UsageError(fault)
    setting = level(word)
    if setting is None:
        raise UsageError(fault_of_level(word))
    return name, setting


def named_type(name: str, kinds: Sequence[ArticleType]) -> ArticleType:
    """Return the type with a name; raises `UsageError`."""
    found = next((kind for kind in kinds if kind.name == name), None)
    if found is None:
        raise UsageError(f"The configuration has no type “{name}”.{did_you_mean(name, [kind.name for kind in kinds])}")
    return found


class Asked(NamedTuple):
    """The articles that a command is given, and their runner; `is_empty`: the named folders have no articles."""

    runner: Runner
    targets: Sequence[Target]
    is_empty: bool


def articles_asked_for(options: argparse.Namespace) -> Asked:
    """Return the articles that the paths and other options ask for; warnings are printed."""
    cache = cache_for(options)
    loaded = configurations(options, cache=cache)
    runner = Runner(loaded, cache=cache)
    runner.jobs = available()
    targets, empty = runner.find(options.paths or ["."])
    say((*loaded.warnings, *map(no_articles, empty)))
    return Asked(runner, targets, bool(empty) and not targets)


def cache_for(options: argparse.Namespace, working_folder: Path | None = None) -> CacheFolder | None:
    """Return the folder of the cache that the options ask for, None for those of a command without a cache."""
    if getattr(options, "no_cache", True):
        return None
    working_folder = working_folder or Path.cwd()
    return CacheFolder(str(repository_of(working_folder) or working_folder), options.cache_dir)
