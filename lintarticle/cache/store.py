"""The database of the cache: one SQLite file. Whatever is wrong with it, the run continues without it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any
from zlib import crc32

from lintarticle.cache.folder import CacheFolder, Unusable

FORM = 2
"""The version of the tables. A database of another one is replaced."""

MOST_BYTES = 500_000_000
"""A database larger than this is replaced; 100,000 articles take a third of it."""

_PAGE = 16_384
"""Bytes of a page: a row that does not fit into a quarter of one takes pages of its own (fileformat2, SQLite)."""

_MOST_KEYS = 12
"""Outcomes are kept for this many sets of settings, the last ones used."""

_PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""

_FEW = 100
"""This many paths or fewer are looked up one by one."""

_BATCH = 500
_TABLES = f"""
create table if not exists outcomes (key text, path text, hash text, needs text, problems text, facts text,
                       record text, sum int, primary key (key, path)) without rowid;
create table if not exists files (path text primary key, stat text, hash text) without rowid;
create table if not exists keys (key text primary key, used int) without rowid;
pragma user_version = {FORM};
"""


Row = tuple[str, Sequence[str]]
"""The outcome of one article with its key: path, hash of its content, needs, problems, facts, record.

In a row that waits, the record ends before its text, which the report has.
"""

Files = dict[str, tuple[str, str]]
"""How files looked, and the hash of their content, by path."""


class Store:
    """What is kept; `notes` fills up with sentences on why the cache could not be used."""

    def __init__(self, folder: CacheFolder) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._is_open = False
        self.notes: list[str] = []
        self._rows: list[Row] = []
        self._files: Files = {}

    @cached_property
    def is_new(self) -> bool:
        """Whether there was no database when this was first asked."""
        return self._connected(create=False) is None

    # --- reading --------------------------------------------------------------------------------------------------

    def outcomes(self, key: str, paths: Sequence[str]) -> dict[str, Sequence[str]]:
        """Return what is kept under a key for some articles, by path; rows that were damaged are left out."""
        query = "select path, hash, needs, problems, facts, record, sum from outcomes where key = ? and path "
        return {row[0]: row[:6] for row in self._select(query, [key], paths) if row[6] == _sum(key, row[:6])}

    def record_heads(self, key: str, paths: Sequence[str]) -> list[Sequence[str]]:
        """Return the path, the hash and the first line of the record of some articles."""
        head = "substr(record, 1, case instr(record, char(10)) when 0 then 9 else instr(record, char(10)) - 1 end)"
        return self._select(f"select path, hash, {head} from outcomes where key = ? and path ", [key], paths)  # noqa: S608 - no input

    def files(self, paths: Sequence[str]) -> Files:
        """Return what is known of some files, by path: how they looked, and the hash of their content."""
        found = {row[0]: row[1:] for row in self._select("select path, stat, hash from files where path ", [], paths)}
        return {**found, **{path: self._files[path] for path in paths if path in self._files}}

    def _select(self, query: str, first: Sequence[str], paths: Sequence[str]) -> list[Any]:
        """Return the rows of some paths. Of many, all between the first and the last are read: a tenth of the time."""
        connection, wanted = self._connected(create=False), set(filter(_is_text, paths))
        if not connection or not wanted:
            return []
        try:
            if len(wanted) > _FEW:
                between = [*first, min(wanted), max(wanted)]
                return [row for row in connection.execute(f"{query} between ? and ?", between) if row[0] in wanted]
            marks = ",".join("?" * len(wanted))
            return connection.execute(f"{query} in ({marks})", [*first, *wanted]).fetchall()
        except (sqlite3.Error, ValueError) as error:  # also text that is not valid
            self._give_up(error)
            return []

    # --- in workers -----------------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Forget what is to be kept, since another process has the database; what is kept from now on goes there."""
        self._connection, self._is_open = None, False
        self._rows, self._files = [], {}

    def taken(self) -> Files:
        """Return what is to be kept of files, and forget it."""
        files, self._files = self._files, {}
        return files

    def take_over(self, files: Files) -> None:
        """Keep what a worker handed over."""
        self._files.update(files)

    # --- writing --------------------------------------------------------------------------------------------------

    def keep(self, key: str, row: Sequence[str]) -> None:
        """Keep the outcome of one article."""
        if _is_text(row[0]):
            self._rows.append((key, row))
            if len(self._rows) >= _BATCH:
                self.write()

    def keep_file(self, path: str, look: str, digest: str) -> None:
        """Keep the hash of a file that looks so."""
        if _is_text(path):
            self._files[path] = (look, digest)

    def write(self) -> None:
        """Write what is to be kept, all of it or nothing."""
        rows, files, self._rows, self._files = self._rows, self._files, [], {}
        if not rows and not files:
            return
        connection = self._connected(create=bool(rows))
        if connection is None:
            return
        try:
            with connection:
                connection.executemany(
                    "insert or replace into outcomes values (?, ?, ?, ?, ?, ?, ?, ?)",
                    ((key, *row, _sum(key, row)) for key, row in rows),
                )
                connection.executemany(
                    "insert or replace into files values (?, ?, ?)", ((path, *known) for path, known in files.items())
                )
                self._mark_used(connection, dict.fromkeys(key for key, _ in rows))
        except sqlite3.OperationalError as error:  # read-only, locked, the disk is full: nothing was written
            self._note(str(error))
        except (sqlite3.Error, ValueError) as error:
            self._give_up(error)

    def _mark_used(self, connection: sqlite3.Connection, keys: Iterable[str]) -> None:
        """Note the keys in use, and forget those that were used longest ago."""
        for key in keys:
            connection.execute("insert or replace into keys select ?, ifnull(max(used), 0) + 1 from keys", [key])
        old = connection.execute("select key from keys order by used desc limit -1 offset ?", [_MOST_KEYS]).fetchall()
        for (key,) in old:
            connection.execute("delete from outcomes where key = ?", [key])
            connection.execute("delete from keys where key = ?", [key])

    def close(self) -> None:
        """Write the rest, and close the database."""
        self.write()
        if self._connection:
            self._connection.close()
            self._connection, self._is_open = None, False

    # --- the file -------------------------------------------------------------------------------------------------

    def figures(self) -> tuple[int, int]:
        """Return how many outcomes are kept, and the bytes that the database takes."""
        connection = self._connected(create=False)
        if connection is None:
            return 0, 0
        try:
            (count,) = connection.execute("select count(*) from outcomes where path not like ?", ["\0%"]).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return 0, 0
        return count, os.path.getsize(self._folder.database(create=False) or "")

    def _connected(self, *, create: bool) -> sqlite3.Connection | None:
        """Return the database, made where there is none and `create` says so; None if it can't be used."""
        if self._connection is None and (create or not self._is_open):
            self._is_open = True
            try:
                self._connection = self._opened(create=create)
            except (OSError, Unusable, sqlite3.Error) as error:
                self._note(str(error))
        return self._connection

    def _opened(self, *, create: bool) -> sqlite3.Connection | None:
        path = self._folder.database(create=create)
        if path is None:
            return None
        if create:
            self._folder.forget_others(os.path.basename(path).partition(".")[0])
        if os.path.exists(path) and not _is_usable(path):
            _remove(path)
        if not (create or os.path.exists(path)):
            return None
        connection = sqlite3.connect(path, timeout=_PATIENCE)
        if create:
            connection.execute(f"pragma page_size = {_PAGE}")
            connection.execute("pragma synchronous = off")  # what a power cut damages is detected and replaced
            connection.executescript(f"begin immediate; {_TABLES} commit;")
        return connection

    def _give_up(self, error: Exception) -> None:
        """Do without a damaged database from now on; the next run makes a new one."""
        self._note(str(error))
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError, Unusable):
                _remove(self._folder.database(create=False) or "")

    def _note(self, reason: str) -> None:
        if not self.notes:
            self.notes.append(f"The cache is not used: {reason}.")


def _is_usable(path: str) -> bool:
    """Whether a file is a database in our form, or an empty one; one that is busy is."""
    size = os.path.getsize(path)
    if not size or size > MOST_BYTES:
        return not size
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        (form,) = connection.execute("pragma user_version").fetchone()
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return bool(form == FORM)


def _remove(path: str) -> None:
    for name in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)


def _sum(key: str, row: Sequence[Any]) -> int:
    return crc32("\0".join((key, *map(str, row))).encode("utf-8", "surrogatepass"))


def _is_text(path: str) -> bool:
    """Whether a path can be kept: its bytes are UTF-8."""
    try:
        return path.isascii() or bool(path.encode())
    except UnicodeEncodeError:
        return False
