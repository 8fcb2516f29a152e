"""One shard of facts: the same pure function wherever it runs, from some articles to one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lintarticle.cache.hashing import blake2b, digest_of
from lintarticle.cache.key import CacheKeys, files_of
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.discovery import Target, is_trial
from lintarticle.record import NamedTuple
from lintarticle.report import WHOLE_PROBLEMS, Report
from lintarticle.runner import Runner
from lintarticle.scale.columns import parquet, row_of_problems, row_of_record
from lintarticle.scale.storage import (
    VERSION,
    FactsError,
    FactsFolder,
    ShardMarker,
    marker_name,
    marker_of,
    root_of_source,
    shard_name,
)
from lintarticle.site.permalinks import Permalinks
from lintarticle.site.similarity import COMPARING
from lintarticle.site.whole import WholeSite
from lintarticle.site_check import SiteArticle, settings_for_article
from lintarticle.source import read_file
from lintarticle.version import __version__


class FactsPlan(NamedTuple):
    """What all shards of a run have in common, for processes anywhere.

    `source` and `output` are paths or URLs. `configured` returns the configurations of a folder. `world` is the digest
    of what is around the articles, `run` that of the whole run. `permalinks`
    are how addresses are made on each site, by its folder.
    """

    source: str
    output: str
    configured: Callable[[Path], Configurations]
    today: date
    world: str
    run: str
    permalinks: Mapping[str, Permalinks]
    made_by: str = __version__


class Shard(NamedTuple):
    """A shard to be made: its number and the paths of its articles."""

    number: int
    paths: Sequence[str]


class Made(NamedTuple):
    """The result of a shard. `is_kept`: an earlier run had made it. `faults` are our own defects."""

    number: int
    articles: int
    problems: int = 0
    is_kept: bool = False
    faults: tuple[str, ...] = ()


def make(plan: FactsPlan, shard: Shard, scratch: str | None = None) -> Made:
    """Make a shard unless it is there; its marker comes last. `scratch` is a folder for copies of files."""
    if plan.made_by != __version__:
        raise FactsError(
            f"A worker has lintarticle {__version__}, but this is {plan.made_by}; install the same version."
        )
    configurations = plan.configured(root_of_source(plan.source, scratch))
    runner = Runner(configurations, today=plan.today)
    runner.details, runner.keeps_records = WHOLE_PROBLEMS, True
    targets = [runner.target(path) for path in shard.paths]
    digests = {target.shown: _digest(target) for target in targets}
    source = _source(plan, CacheKeys(configurations, VERSION), targets, digests)
    folder = FactsFolder(plan.output)
    known = folder.marker(shard.number)
    if known and known.source == source and _is_whole(folder, shard.number, known, runner):
        if known.run != plan.run:
            folder.put(marker_name(shard.number), marker_of(known._replace(run=plan.run)))
        return Made(shard.number, known.articles, is_kept=True)
    folder.remove(marker_name(shard.number))
    reports = list(runner.run(targets))
    data = parquet(list(_rows(plan, targets, reports, digests, configurations.working_folder)))
    folder.put(shard_name(shard.number), data)
    beyond = {path: _digest(runner.target(path)) for path in runner.articles_linked_to() if path not in digests}
    marker = ShardMarker(source, plan.run, len(targets), len(data), beyond)
    folder.put(marker_name(shard.number), marker_of(marker))
    faults = tuple(str(fault) for report in reports for fault in report.faults)
    return Made(shard.number, len(targets), sum(len(report.problems) for report in reports), faults=faults)


def digest_of_configuration(configuration: Configuration) -> str:
    """Return the digest of the files that decide what a configuration says."""
    digest = blake2b(digest_size=16)
    for file in sorted(files_of(configuration)):
        digest.update(read_file(file) if file.is_file() else b"\0")
    return digest.hexdigest()


def _digest(target: Target) -> str:
    """Return the digest of a file, "" for one that can't be read."""
    try:
        return digest_of(target.read())
    except (OSError, ValueError):
        return ""


def _source(plan: FactsPlan, keys: CacheKeys, targets: Sequence[Target], digests: Mapping[str, str]) -> str:
    """Return the digest of everything that a shard is made from, except for what its articles link to."""
    digest = blake2b(digest_size=16)
    for part in (plan.world, plan.today.isoformat()):
        digest.update(f"{part}\0".encode())
    for target in targets:
        line = f"{target.shown}\0{digests[target.shown]}\0{keys.of(target.configuration)}\0"
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _is_whole(folder: FactsFolder, number: int, marker: ShardMarker, runner: Runner) -> bool:
    """Whether a shard is there as its marker says, and what its articles link to is as it was."""
    if folder.size(shard_name(number)) != marker.size:
        return False
    return all(_digest(runner.target(path)) == digest for path, digest in marker.beyond.items())


def _rows(
    plan: FactsPlan,
    targets: Sequence[Target],
    reports: Sequence[Report],
    digests: Mapping[str, str],
    working_folder: Path,
) -> Iterator[dict[str, Any]]:
    sites = _sites(targets, reports)
    distinct = {id(each.configuration): each.configuration for each in targets}
    configured = {key: digest_of_configuration(each) for key, each in distinct.items()}
    seen = set()
    for target, report in zip(targets, reports, strict=True):
        row = row_of_problems(target.shown, digests[target.shown], report.problems)
        if report.record:
            configuration = target.configuration
            relative = configuration.relative(target.path)
            place = shown_path(configuration.root, working_folder)
            sites[id(configuration)].permalinks = plan.permalinks[place]
            settings = settings_for_article(SiteArticle(target, report.record))
            kind = (place, is_trial(relative), id(settings))
            row |= row_of_record(report.record, place, sites[id(configuration)])
            row |= {"is_trial": kind[1], "is_first": kind not in seen}
            row["comparing"] = sorted(settings.rules_by_part.names & COMPARING)
            row["configured"] = configured[id(configuration)]
            seen.add(kind)
        yield row


def _sites(targets: Sequence[Target], reports: Sequence[Report]) -> dict[int, WholeSite]:
    """Return the articles of each configuration as a site."""
    configurations: dict[int, Configuration] = {id(each.configuration): each.configuration for each in targets}
    sites = {}
    for key, configuration in configurations.items():
        own = [pair for pair in zip(targets, reports, strict=True) if pair[0].configuration is configuration]
        settings = configuration.settings_for(configuration.relative(own[0][0].path))
        sites[key] = WholeSite([report.record for _, report in own if report.record], settings.site.slugger)
    return sites
