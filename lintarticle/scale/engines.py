"""What runs shards: processes of this machine, or those of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from lintarticle.scale.folder import FactsError, library
from lintarticle.scale.shard import FactsPlan, Made, Shard, make
from lintarticle.workers import LOST, Crew, Work

if TYPE_CHECKING:
    from distributed import Client


def run_here(plan: FactsPlan, shards: Sequence[Shard], jobs: int) -> Iterator[Made]:
    """Yield what came of each shard, made by so many processes; what a lost one did not finish is made here."""
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
    """Yield what came of each shard, in any order; without the address of a scheduler, on a cluster of this machine."""
    library("dask").config.set(logging=dict.fromkeys(("distributed", "distributed.client", "tornado"), "critical"))
    distributed = library("distributed")
    with _client(scheduler, jobs) as client:
        futures = [client.submit(_made_there, plan, shard, pure=False, retries=_RETRIES) for shard in shards]
        try:
            for future in distributed.as_completed(futures):
                yield future.result()
        except distributed.KilledWorker as error:
            raise FactsError(f"Dask gave up a shard: {error}") from None
        finally:
            client.cancel(futures)


_RETRIES = 2
"""Times that Dask runs a shard again which failed; a shard of a worker that died runs again without counting."""


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
