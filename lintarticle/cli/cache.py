"""`lintarticle cache`: print where the cache is and how large it is, or remove it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lintarticle.cache.folder import NAME, CacheFolder, Unusable
from lintarticle.cache.store import Store
from lintarticle.cli.arguments import Parser
from lintarticle.cli.errors import CLEAN, NotPossibleError
from lintarticle.cli.streams import say
from lintarticle.config.discovery import repository_of


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("cache", "Show where the cache is and how large (info), or remove it (clean).")
    parser.add_argument("action", choices=("info", "clean"), help="show the cache, or remove it")
    parser.add_argument("--cache-dir", metavar="FOLDER", help=f"where the cache is (default: {NAME})")
    options = parser.parse(arguments)
    working_folder = Path.cwd()
    folder = CacheFolder(str(repository_of(working_folder) or working_folder), options.cache_dir)
    if options.action == "clean":
        try:
            folder.clean()
        except (OSError, Unusable) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise NotPossibleError(f"The cache can’t be removed: {reason}.") from None
    else:
        sys.stdout.write(_info(folder))
    return CLEAN


def _info(folder: CacheFolder) -> str:
    store = Store(folder)
    count, size = store.figures()
    store.close()
    say(store.notes)
    found = f"{count:,} outcomes, {size / 1_000_000:.1f} MB" if count or size else "There is no cache yet."
    return f"{os.path.normpath(folder.path)}\n{found}\n"
