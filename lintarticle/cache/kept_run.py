"""A whole run as it is kept: what it wrote and its exit code, as long as nothing that it depended on has changed.

A run over a site in which nothing has changed does no more than look at each folder and file from outside: this module
is all that it imports. An outcome can depend on the following, and nothing is kept of a run that depends on more.

The key, by which the file of a kept run is found (`run_key`):

- the command line, and the working folder
- the version of lintarticle, of Python and its flags, and where both import from
- today's date, in the time zone of the process
- the streams: whether each is a terminal, and its encoding
- variables of the environment: those that we read, and those that Python or git may read (`VARIABLES`, `PREFIXES`)

Paths, which have to look as they did (`Dependencies` says how they are compared, `lintarticle.cache.asked` notes them):

- the code of lintarticle, and the folders of installed libraries
- every folder that was walked, with the `.gitignore` files in it and in the folders above; the folder in which the
  run made the cache by the names and kinds of its entries, since its times have just changed
- every article that was checked, and the other articles of the site where those are compared
- every place at which a configuration is looked for, and every file behind a configuration
- every need of an article: files that are there or not, in whatever letter case, what is in them, and by which names
  and addresses pages below a folder go
- every file that a rule about the whole site has read, and the list of all files: all folders that may hold one, and,
  where git lists them, its index, its settings, and all files with patterns of what it ignores
- for `--since`, all of the latter, every tracked and every new file, and the files that say to which commits names lead

Not kept are runs without a cache, runs on single files, those that write files or read standard input, `--since` with
an expression instead of a name, baselines, code of the repository, articles that are not kept themselves (as those
whose dates count to the instant), failures, and runs during or shortly before which something changed. On Windows,
where a change of a file can't be told from outside for sure, nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from lintarticle.cache.folder import CacheFolder, names_and_kinds
from lintarticle.cache.hashing import digest_of
from lintarticle.version import __version__

TYPE_CHECKING = False  # as in `typing`, whose import would cost a tenth of such a run
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintarticle.cache.folder import Entries

    Look = tuple[int, int, int, int]
    Written = list[tuple[bool, str]]
    Looks = Sequence[tuple[str, Look]]
    Listings = Sequence[tuple[str, Entries]]
    Frozen = tuple[Looks, Looks, Listings, Sequence[str], Sequence[str]]
    """How paths look, and links among them; what is in folders; paths that are there, and paths that are missing."""

FORM = 2
"""The version of the format."""

ENDING = ".run"

MOST_BYTES = 100_000_000
"""Bytes of a kept run at most: a site of 100,000 articles takes a fifth of it."""

VARIABLES = frozenset(
    {
        *("CI", "CI_PROJECT_DIR", "COLUMNS", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"),
        *("HOME", "LANG", "LANGUAGE", "LINES", "LINTARTICLE_NO_CODE", "NO_COLOR", "PATH", "PRE_COMMIT", "TERM", "TZ"),
        *("USERPROFILE", "XDG_CONFIG_HOME"),
    }
)
"""Variables of the environment that an outcome may depend on."""

PREFIXES = ("GIT_", "LC_", "PYTHON")
"""How further such variables start."""


def replay(command: str, arguments: Sequence[str]) -> int | None:
    """Write what an earlier run of a command line wrote, and return its exit code; None if it has to be run."""
    try:
        file = file_of(run_key(command, arguments))
        kept = None if file is None else _read(file)
        if kept is None or not _holds(kept[2]):
            return None
    except Exception:  # noqa: BLE001 - whatever is wrong with a file of the cache, it counts as missing
        return None
    code, written, _ = kept
    for is_error, text in written:
        (sys.stderr if is_error else sys.stdout).write(text)
    return code


def run_key(command: str, arguments: Sequence[str]) -> str:
    """Return all that a run depends on besides files, as one short text."""
    streams = [(stream.isatty(), stream.isatty() and stream.encoding) for stream in (sys.stdout, sys.stderr)]
    environment = sorted(item for item in os.environ.items() if item[0] in VARIABLES or item[0].startswith(PREFIXES))
    here = (command, *arguments), os.getcwd(), time.localtime()[:3], streams, environment
    program = FORM, __version__, sys.version, tuple(sys.flags), sys.executable, sys.path
    return digest_of(repr((here, program)).encode())


def file_of(key: str) -> str | None:
    """Return the file of a kept run, None if there is no cache; raises `OSError` and `Unusable`."""
    folder = CacheFolder(_top())
    stem = folder.stem(create=False)
    return None if stem is None else os.path.join(folder.path, f"{stem}-{key}{ENDING}")


def _top() -> str:
    """Return the root of the repository around the working folder, else the working folder."""
    folder = working_folder = os.getcwd()
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return working_folder
        folder = above
    return folder


def pack(code: int, written: Written, frozen: Frozen) -> bytes:
    """Return a run as it is kept."""
    kept: object = (code, written, frozen)
    content = marshal.dumps(kept)  # type: ignore[arg-type] # plain lists and tuples
    return digest_of(content).encode() + content


def _read(file: str) -> tuple[int, Written, Frozen] | None:
    """Return what is in the file of a kept run, None if there is none, or if it is damaged or too large."""
    try:
        if os.stat(file).st_size > MOST_BYTES:
            return None
        with open(file, "rb") as opened:
            data = opened.read()
    except FileNotFoundError:
        return None
    digest, content = data[:32], data[32:]
    if digest_of(content).encode() != digest:
        return None
    kept: tuple[int, Written, Frozen] = marshal.loads(content)  # noqa: S302 - our own file, whose name no commit can know
    return kept


def _holds(frozen: Frozen) -> bool:
    """Whether all paths look as they did; raises `OSError` for one that is gone."""
    looks, links, listings, there, missing = frozen
    stat = os.stat
    for path, look in looks:
        status = stat(path)
        if (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino) != look:
            return False
    are_same = all(look_of(os.lstat(path)) == look for path, look in links)
    are_same = are_same and all(names_and_kinds(folder) == entries for folder, entries in listings)
    return are_same and all(map(os.path.exists, there)) and not any(map(os.path.exists, missing))


def look_of(status: os.stat_result) -> Look:
    """Return how a file or folder looks from outside."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
