"""A run that makes facts: which shards there are, what runs them, and the result of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintarticle.boundary import Boundary
from lintarticle.cache.hashing import digest_of
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.discovery import Target
from lintarticle.repository_files import DiskRepository
from lintarticle.runner import Runner
from lintarticle.scale.shard import FactsPlan, Made, Shard, make
from lintarticle.scale.storage import (
    VERSION,
    FactsError,
    FactsFolder,
    absolute,
    is_url,
    library,
    manifest_of,
    root_of_source,
    world_of,
)
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.permalinks import Permalinks
from lintarticle.site_check import site_root_of
from lintarticle.workers import LOST, Crew, Work

if TYPE_CHECKING:
    from distributed import Client


def run_here(plan: FactsPlan, shards: Sequence[Shard], jobs: int) -> Iterator[Made]:
    """Yield the result of each shard, made by `jobs` processes; what a lost one did not finish is made here."""
    if min(jobs, len(shards)) < 2:
        yield from (make(plan, shard) for shard in shards)
        return
    crew = Crew(min(jobs, len(shards)), partial(_work, plan))
    try:
        results = crew.results([[str(shard.number), *shard.paths] for shard in shards])
        for shard, made in zip(shards, results, strict=True):
            yield make(plan, shard) if made is LOST else made
    finally:
        crew.close()


def _work(plan: FactsPlan) -> Work:
    return lambda words: make(plan, Shard(int(words[0]), words[1:]))


def run_on_dask(plan: FactsPlan, shards: Sequence[Shard], scheduler: str, jobs: int) -> Iterator[Made]:
    """Yield the result of each shard, in any order; without a scheduler's address, from a cluster on this machine."""
    library("dask").config.set(logging=dict.fromkeys(("distributed", "distributed.client", "tornado"), "critical"))
    distributed = library("distributed")
    with _client(scheduler, jobs) as client:
        futures = [client.submit(_made_there, plan, shard, pure=False, retries=_RETRIES) for shard in shards]
        try:
            for future in distributed.as_completed(futures):
                yield future.result()
        except distributed.KilledWorker as error:
            raise FactsError(f"Dask gave up on a shard: {error}") from None
        finally:
            client.cancel(futures)


_RETRIES = 2
"""How many times Dask retries a failed shard; a shard whose worker died is retried without counting."""


@contextmanager
def _client(scheduler: str, jobs: int) -> Iterator[Any]:
    distributed = library("distributed")
    with ExitStack() as stack:
        if scheduler:
            client = _connected(scheduler)
        else:
            cluster = distributed.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=":0")
            client = distributed.Client(stack.enter_context(cluster))
        yield stack.enter_context(client)


def _connected(scheduler: str) -> Client:
    distributed = library("distributed")
    try:
        client: Client = distributed.Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise FactsError(f"There is no Dask scheduler at “{scheduler}”: {error}.") from None
    return client


_PATIENCE = 30
"""Seconds to wait for a scheduler."""


def _made_there(plan: FactsPlan, shard: Shard) -> Any:  # noqa: ANN401 - `Made`, which Dask need not know
    """Make a shard in a worker of Dask, which removes its own folder when it ends."""
    return make(plan, shard, library("distributed").get_worker().local_directory)


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
        """Make the facts with an engine, “local” or “dask”, and yield the result of each shard."""
        self._folder.prepare(self._manifest)
        if engine == "dask":
            yield from run_on_dask(self._plan, self.shards, scheduler, jobs)
        else:
            yield from run_here(self._plan, self.shards, jobs)
        self._folder.keep_only(len(self.shards))


def _permalinks(targets: Sequence[Target], configurations: Configurations) -> dict[str, Permalinks]:
    """Return how addresses are made on each site, by its folder: all its articles count, not only those of a shard."""
    repository = DiskRepository(configurations.top, configurations.working_folder, Boundary(configurations.top))
    folders: dict[str, set[str]] = defaultdict(set)
    roots = {}
    for target in targets:
        place = shown_path(target.configuration.root, configurations.working_folder)
        folders[place].add(target.shown.rpartition("/")[0])
        roots[place] = site_root_of(target)
    return {place: permalinks_of(repository.text, sorted(those), roots[place]) for place, those in folders.items()}
