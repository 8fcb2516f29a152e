"""A run that makes facts: which shards there are, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from lintarticle.boundary import Boundary
from lintarticle.cache.hashing import digest_of
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.discovery import Target
from lintarticle.repository_files import DiskRepository
from lintarticle.runner import Runner
from lintarticle.scale.engines import run_here, run_on_dask
from lintarticle.scale.folder import VERSION, FactsFolder, absolute, is_url, library, manifest_of
from lintarticle.scale.shard import FactsPlan, Made, Shard
from lintarticle.scale.source import root_of_source, world_of
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.permalinks import Permalinks
from lintarticle.site_check import site_root_of


class FactsRun:
    """Makes the facts of articles; `source` is a URL, or "" for the working folder. `size`: articles of a shard.

    `targets` are its articles, `empty` the folders among the paths that hold none.
    """

    def __init__(  # noqa: PLR0913 - all that a run depends on
        self,
        source: str,
        paths: Sequence[str],
        output: str,
        configured: Callable[[Path], Configurations],
        today: date,
        *,
        size: int,
    ) -> None:
        library("pyarrow")
        self._folder = FactsFolder(absolute(output))
        source = absolute(source)
        folder = root_of_source(source)
        configurations = configured(folder)
        targets, self.empty = Runner(configurations, today=today).find(paths)
        self.warnings = configurations.warnings
        self.targets = targets
        shown = [target.shown for target in targets]
        self.shards = [Shard(number, shown[at : at + size]) for number, at in enumerate(range(0, len(shown), size))]
        permalinks = _permalinks(targets, configurations)
        world = f"{world_of(configurations.top, self._folder.place)} {permalinks}"
        run = digest_of("\0".join((VERSION, world, str(today), str(size), *shown)).encode("utf-8", "surrogateescape"))
        self._plan = FactsPlan(source, self._folder.place, configured, today, world, run, permalinks)
        self._manifest = manifest_of(run, self.shards, len(shown), source if is_url(source) else "")
        self._manifest["permalinks"] = permalinks

    def made(self, engine: str, jobs: int, scheduler: str = "") -> Iterator[Made]:
        """Make the facts with an engine, “local” or “dask”, and yield what came of each shard."""
        self._folder.prepare(self._manifest)
        if engine == "dask":
            yield from run_on_dask(self._plan, self.shards, scheduler, jobs)
        else:
            yield from run_here(self._plan, self.shards, jobs)
        self._folder.keep_only(len(self.shards))


def _permalinks(targets: Sequence[Target], configurations: Configurations) -> dict[str, Permalinks]:
    """Return how addresses are made on each site, by its folder: all its articles have a say, not those of a shard."""
    repository = DiskRepository(configurations.top, configurations.working_folder, Boundary(configurations.top))
    folders: dict[str, set[str]] = defaultdict(set)
    roots = {}
    for target in targets:
        place = shown_path(target.configuration.root, configurations.working_folder)
        folders[place].add(target.shown.rpartition("/")[0])
        roots[place] = site_root_of(target)
    return {place: permalinks_of(repository.text, sorted(those), roots[place]) for place, those in folders.items()}
