"""Problems that are known and left for later: a file of their fingerprints, and what of a run is in it.

An entry is a rule and a fingerprint, so that it holds wherever the line has moved to. The path it is listed under is a
hint: when that file is gone, its entries go together to one other file that shares some of them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from lintarticle.errors import ConfigError, NotSavedError
from lintarticle.problem import Problem
from lintarticle.record import NamedTuple
from lintarticle.saving import reason_of, write_whole
from lintarticle.source import read_file

DEFAULT = ".lintarticle-baseline.json"
"""The name of the file where neither command line nor configuration gives one."""

VERSION = 1

Key = tuple[str, str]
"""Rule and fingerprint."""

Entries = dict[str, Counter[Key]]
"""What is known, by path relative to the folder of the file, with `/`; a problem may be there several times."""

_LARGEST = 1_000_000_000
"""Bytes of a baseline: a site of a million problems."""


def key_of(problem: Problem) -> Key:
    """Return what a problem is known by."""
    return problem.rule, problem.fingerprint


# --- the file -------------------------------------------------------------------------------------------------


def read_baseline(path: Path, shown: str) -> Entries:
    """Read a file; raises `ConfigError` that says what is wrong with it."""
    try:
        text = read_file(path, _LARGEST).decode("utf-8")
    except FileNotFoundError:
        raise ConfigError(f"No baseline at “{shown}”; create it with --write-baseline.") from None
    except OSError as error:
        raise ConfigError(f"{shown}: The baseline can’t be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: {_BROKEN}") from None
    if text.startswith("<<<<<<< ") or "\n<<<<<<< " in text:
        line = text[: text.index("<<<<<<< ")].count("\n") + 1
        raise ConfigError(
            f"{shown}:{line}: The baseline has an unresolved merge conflict; keep the lines of both versions."
        )
    try:
        document = json.loads(text, object_pairs_hook=_merged)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise ConfigError(f"{shown}:{line}: {_BROKEN}") from None
    return _entries(document, shown)


_BROKEN = "This is not a baseline. Write one with --write-baseline."


def _merged(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keep both lists of a path that is listed twice, as a merge may leave it."""
    table: dict[str, Any] = {}
    for key, value in pairs:
        before = table.get(key)
        table[key] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    return table


def _entries(document: object, shown: str) -> Entries:
    if not isinstance(document, dict) or "version" not in document:
        raise ConfigError(f"{shown}: {_BROKEN}")
    if document["version"] != VERSION:
        raise ConfigError(
            f"{shown}: The baseline has version {document['version']!r}; this lintarticle reads version {VERSION}."
        )
    problems = document.get("problems")
    if not isinstance(problems, dict):
        raise ConfigError(f"{shown}: {_BROKEN}")
    entries: Entries = {}
    for path, lines in problems.items():
        if not isinstance(lines, list):
            raise ConfigError(f"{shown}: “{path}” needs a list of rules and fingerprints.")
        entries[path] = Counter(_key(line, path, shown) for line in lines)
    return entries


def _key(line: object, path: str, shown: str) -> Key:
    rule, blank, fingerprint = line.partition(" ") if isinstance(line, str) else ("", "", "")
    if not blank or "/" not in rule or not fingerprint:
        raise ConfigError(f"{shown}: An entry of “{path}” is not a rule and a fingerprint.")
    return rule, fingerprint


def baseline_text(entries: Entries) -> str:
    """Return the text of a file: one problem a line, in an order that does not depend on how it came about."""
    problems = {
        path: [f"{rule} {fingerprint}" for rule, fingerprint in sorted(counted.elements())]
        for path, counted in sorted(entries.items())
        if counted.total()
    }
    return json.dumps({"version": VERSION, "problems": problems}, ensure_ascii=False, indent=1) + "\n"


def write_baseline(path: Path, shown: str, entries: Entries) -> None:
    """Write a file in one step; raises `NotSavedError`."""
    try:
        write_whole(path, baseline_text(entries).encode("utf-8", "surrogateescape"))
    except OSError as error:
        reason = "the folder does not exist" if isinstance(error, FileNotFoundError) else reason_of(error)
        raise NotSavedError(f"The baseline “{shown}” was not written: {reason}.") from error


# --- files that were renamed ----------------------------------------------------------------------------------


class _Candidate(NamedTuple):
    path: str
    keys: Counter[Key]


def renamed(gone: Entries, new: Entries) -> dict[str, str]:
    """Pair files that are gone with those that took over their problems: path now → path then.

    Each file is in one pair at most. The likeliest pairs come first: the same name and problems, the same
    problems, the same name and some of them, then any that share a problem, rare ones before common ones.
    """
    pairs: dict[str, str] = {}
    then, now = dict(gone), dict(new)
    for likeness in (_name_and_keys, _keys, _two_names, _name):
        _pair_up(likeness, then, now, pairs)
    holders: dict[Key, list[str]] = defaultdict(list)
    for path in sorted(then, reverse=True):
        for key in then[path]:
            holders[key].append(path)
    for path in sorted(now):
        for key in sorted(now[path], key=lambda key: (len(holders.get(key, ())), key)):
            open_ones = holders.get(key, [])
            while open_ones and open_ones[-1] not in then:
                open_ones.pop()
            if open_ones:
                pairs[path] = open_ones[-1]
                del then[open_ones[-1]]
                break
    return pairs


def _pair_up(likeness: Callable[[_Candidate], Hashable], then: Entries, now: Entries, pairs: dict[str, str]) -> None:
    """Pair files that are alike in one way and share a problem; what is paired is taken out of `then` and `now`."""
    alike: dict[Hashable, list[str]] = defaultdict(list)
    for path in sorted(then, reverse=True):
        alike[likeness(_Candidate(path, then[path]))].append(path)
    for path in sorted(now):
        found = alike.get(likeness(_Candidate(path, now[path])))
        if found and not then[found[-1]].keys().isdisjoint(now[path]):
            pairs[path] = found.pop()
            del then[pairs[path]], now[path]


def _name_and_keys(file: _Candidate) -> Hashable:
    return _two_names(file), _keys(file)


def _keys(file: _Candidate) -> Hashable:
    return frozenset(file.keys.items())


def _two_names(file: _Candidate) -> Hashable:
    return tuple(file.path.rsplit("/", 2)[-2:])


def _name(file: _Candidate) -> Hashable:
    return file.path.rpartition("/")[2]


# --- a run ----------------------------------------------------------------------------------------------------


class Comparison(NamedTuple):
    """What a run found, compared with a baseline.

    `known` holds the entries that were found again, under the path that the file has now; `new` the problems without an
    entry; `gone` the entries that the run should have found and did not; `unseen` those of files outside the run.
    """

    known: Entries
    new: Entries
    gone: Entries
    unseen: Entries


def compare(
    baseline: Mapping[str, Counter[Key]],
    found: Mapping[str, Counter[Key]],
    *,
    is_there: Callable[[str], bool],
    is_judged: Callable[[str, str], bool],
) -> Comparison:
    """Compare a baseline with what was found, both by path.

    `is_there` says whether a file still exists, `is_judged` whether the run would have found the problems that a path
    had of a rule, so that what it did not find is gone.
    """
    known: Entries = {path: keys & baseline.get(path, Counter()) for path, keys in found.items()}
    new: Entries = {path: keys - known[path] for path, keys in found.items()}
    left: Entries = {path: keys - found.get(path, Counter()) for path, keys in baseline.items()}
    orphans = {path: keys for path, keys in left.items() if keys and path not in found and not is_there(path)}
    for path, before in renamed(orphans, {path: keys for path, keys in new.items() if keys}).items():
        moved = left.pop(before)
        known[path] += new[path] & moved
        left[path] = left.get(path, Counter()) + (moved - new[path])
        new[path] -= moved
    gone = {
        path: Counter({key: number for key, number in keys.items() if is_judged(path, key[0])})
        for path, keys in left.items()
    }
    unseen = {path: keys - gone[path] for path, keys in left.items()}
    return Comparison(*({path: keys for path, keys in each.items() if keys} for each in (known, new, gone, unseen)))


def count(entries: Entries) -> int:
    """Return how many problems there are."""
    return sum(keys.total() for keys in entries.values())


def joined(*several: Entries) -> Entries:
    """Add entries up."""
    total: Entries = {}
    for entries in several:
        for path, keys in entries.items():
            total[path] = total.get(path, Counter()) + keys
    return total


def without(problems: Iterable[Problem], known: Counter[Key]) -> list[Problem]:
    """Return the problems that are not known, in their order."""
    left = Counter(known)
    new = []
    for problem in problems:
        if left[key_of(problem)] > 0:
            left[key_of(problem)] -= 1
        else:
            new.append(problem)
    return new
