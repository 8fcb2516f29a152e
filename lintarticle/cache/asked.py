"""All that a run has asked of the disk, noted from where it was asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.cache.dependencies import Dependencies, NotKeptError
from lintarticle.cache.key import code_below, files_of, files_of_program
from lintarticle.changes.configuration_files import paths_behind
from lintarticle.config.discovery import NAMES, Configurations
from lintarticle.config.selection import BUILT_IN
from lintarticle.discovery import Target, Walks, folders_above

if TYPE_CHECKING:
    from lintarticle.cache.cache import Cache
    from lintarticle.cache.needs import Need
    from lintarticle.config.configuration import Configuration
    from lintarticle.files import DiskFiles


def note_run(
    dependencies: Dependencies, configurations: Configurations, walks: Walks, cache: Cache, targets: Iterable[Target]
) -> None:
    """Note all that the problems of articles depended on; raises `NotKeptError` and `ConfigError`."""
    dependencies.content(*(target.file for target in targets), is_needed=True)  # these change most often
    dependencies.content(*files_of_program())
    _note_walks(dependencies, walks, configurations.working_folder)
    dependencies.content(*cache.digests.known_files(), is_needed=True)
    for need, files in cache.needs.met():
        _note_need(dependencies, need, files, cache.digests.full)
        if need[0] == "k":
            configurations.of(Path(cache.digests.full(need[1])))  # so that it is among those that are noted
    _note_configurations(dependencies, configurations)


def _note_repository(dependencies: Dependencies, folder: Path) -> None:
    """Note which is the repository around a folder."""
    for each in (folder, *folders_above(folder)):
        dependencies.presence(each / ".git", is_there=os.path.lexists(each / ".git"))


def _note_walks(dependencies: Dependencies, walks: Walks, working_folder: Path) -> None:
    for folder in (working_folder, *walks.tops):
        _note_repository(dependencies, folder)
        dependencies.content(*(above / ".gitignore" for above in folders_above(folder)))
    dependencies.content(*walks.tops, *walks.folders, *walks.links)
    dependencies.content(*(folder / ".gitignore" for folder in walks.folders))


def _note_configurations(dependencies: Dependencies, configurations: Configurations) -> None:
    for folder in configurations.folders:
        dependencies.content(*(folder / name for name in NAMES))
        dependencies.presence(folder / ".git", is_there=os.path.lexists(folder / ".git"))
    for each in configurations.loaded:
        if each.path is None:
            continue
        if _names_code(each):
            raise NotKeptError(str(each.path))  # code can depend on anything
        _note_repository(dependencies, each.root)
        dependencies.content(each.path, is_needed=True)
        dependencies.content(*files_of(each), *paths_behind(each.path, each.root))


def _names_code(configuration: Configuration) -> bool:
    contracts = [kind.contract for kind in configuration.types if kind.contract]
    has_model = any(type(contract).__module__.endswith(".model_contract") for contract in contracts)
    return has_model or configuration.known != BUILT_IN or any(code_below(str(configuration.root)))


def _note_need(dependencies: Dependencies, need: Need, files: DiskFiles, full: Callable[[str], str]) -> None:
    """Note what a need depends on; `lintarticle.cache.needs` lists the kinds."""
    kind, *parts = need
    if kind in "+-/":
        for path in map(full, parts):
            dependencies.presence(path, is_there=os.path.exists(path))
            if kind != "/" and files.is_found(path) != (kind == "+"):
                raise NotKeptError(path)
    elif kind == "c":
        dependencies.content(*(folder for path in parts for folder in files.searched(full(path))))
    elif kind == "=":
        dependencies.content(full(parts[0]), is_needed=bool(parts[1]))
    elif kind in "na":
        dependencies.content(*_tree(files.root))
    elif kind not in "dkt":  # the day is in the key, and all configurations are noted
        raise NotKeptError(kind)


def _tree(root: Path) -> Iterator[str]:
    """Yield all folders and files below a folder that may give articles a name or an address."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        yield folder
        yield from (os.path.join(folder, name) for name in names)
