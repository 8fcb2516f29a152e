"""The folder of the cache: where it is, and why it can't be a planted one.

A cache in a checkout would be a way to hide problems if a change could bring one along. So the name of the database
follows from a mark in the folder: from what it says, and from its inode and the moment when the system made it. A
commit can hold neither of the latter. A cache from anywhere else has the wrong name and is never opened. A folder that
`--cache-dir` names is trusted as it is, unless it is inside the checkout.
"""

from __future__ import annotations

import os
import stat

from lintarticle.cache.hashing import digest_of

NAME = ".lintarticle_cache"
_MARK = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of lintarticle.\n# {}\n"
"""The text by which backup programs know a cache (the Cache Directory Tagging Specification), and random digits."""

_IGNORE = "# Made by lintarticle.\n*\n"
_ENDINGS = ("db", "db-journal", "json", "run")
"""The endings of the files of a cache: the database, configurations and whole runs."""


Entries = list[tuple[str, bool, bool]]
"""What is in a folder: the names in their order, and whether each is a folder or a link."""


class Unusable(Exception):  # noqa: N818 - what it says is not an error of the run
    """The cache can't be used; the text says why, as the end of a sentence."""


class CacheFolder:
    """The folder of a cache. `top` is the checkout, or the working folder; `given` what `--cache-dir` names.

    `made_among`: if this process made the folder, how the folder above looked before, and what was in it.
    """

    def __init__(self, top: str, given: str | None = None) -> None:
        self.path = os.path.abspath(given) if given else os.path.join(top, NAME)
        self.made_among: tuple[os.stat_result, Entries] | None = None
        self._is_trusted = bool(given) and not _is_below(os.path.realpath(self.path), os.path.realpath(top))

    def database(self, *, create: bool) -> str | None:
        """Return the file of the database, None if there is no cache yet; `create`: make the folder.

        Raises `Unusable`, and `OSError` where the folder can't be made.
        """
        name = self.stem(create=create)
        return None if name is None else os.path.join(self.path, f"{name}.db")

    def stem(self, *, create: bool) -> str | None:
        """Return what the names of the files of the cache start with; see `database`."""
        mark = os.path.join(self.path, _MARK)
        if create and not os.path.lexists(mark):
            self._make(mark)
        try:
            if not stat.S_ISDIR(os.lstat(self.path).st_mode) and not self._is_trusted:
                raise Unusable(f"{self.path} is a link or a file")
            status = os.lstat(mark)
        except OSError:
            return None
        if self._is_trusted:
            return "cache"
        if not stat.S_ISREG(status.st_mode):
            raise Unusable(f"{mark} is not a file")
        with open(mark, "rb") as file:
            content = file.read(1000)
        return _stem(content, status)

    def _make(self, mark: str) -> None:
        above = os.path.dirname(self.path)
        if os.path.isdir(above) and not os.path.lexists(self.path):
            self.made_among = os.stat(above), names_and_kinds(above)
        os.makedirs(self.path, exist_ok=True)
        if os.path.islink(self.path) and not self._is_trusted:
            raise Unusable(f"{self.path} is a link or a file")
        if any(not _is_ours(name) and name != ".gitignore" for name in os.listdir(self.path)):
            raise Unusable(f"{self.path} holds other files")
        _write_new(self.ignore_file, _IGNORE)
        if not _says(self.ignore_file, _IGNORE):
            raise Unusable(f"{self.path} holds other files")
        _write_new(mark, _SIGNATURE.format(os.urandom(16).hex()))

    @property
    def ignore_file(self) -> str:
        """The file by which git ignores the folder."""
        return os.path.join(self.path, ".gitignore")

    def files(self) -> list[str]:
        """Return the files in the folder that are or were a part of a cache, this one or another."""
        try:
            names = os.listdir(self.path)
        except OSError:
            return []
        return [os.path.join(self.path, name) for name in names if _is_ours(name)]

    def clean(self) -> None:
        """Remove the files of the cache, and the folder if nothing else is in it."""
        if os.path.islink(self.path) and not self._is_trusted:
            raise Unusable(f"{self.path} is a link or a file")
        mark, ignore = os.path.join(self.path, _MARK), self.ignore_file
        if not _says(mark, _SIGNATURE.partition("{")[0]):
            return
        for file in (*self.files(), *filter(lambda path: _says(path, _IGNORE), [ignore]), mark):
            os.unlink(file)
        if not os.listdir(self.path):
            os.rmdir(self.path)

    def forget_others(self, stem: str) -> None:
        """Remove databases of other names: they are from elsewhere, or the folder was copied."""
        for file in self.files():
            if not os.path.basename(file).startswith(stem):
                try:
                    os.unlink(file)
                except OSError:
                    return


def names_and_kinds(folder: str) -> Entries:
    """Return what is in a folder; raises `OSError`."""
    with os.scandir(folder) as found:
        return sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink()) for entry in found)


def _is_ours(name: str) -> bool:
    """Whether a file of a name may be a part of a cache, this one or another."""
    stem, _, ending = name.partition(".")
    first, *others = stem.split("-")
    is_stem = (first == "cache" or _is_digest(first)) and len(others) < 2 and all(map(_is_digest, others))
    return is_stem and ending in _ENDINGS


def _is_digest(part: str) -> bool:
    return len(part) == 32 and not part.strip("0123456789abcdef")


def _says(path: str, text: str) -> bool:
    """Whether a file is there, is not a link, and starts with a text."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return file.read(len(text)) == text.encode()
    except OSError:
        return False


def _stem(content: bytes, status: os.stat_result) -> str:
    identity = f"{status.st_dev} {status.st_ino} {status.st_ctime_ns} "
    return digest_of(identity.encode() + content)


def _is_below(path: str, top: str) -> bool:
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def _write_new(path: str, text: str) -> None:
    """Write a file in one step, but not over one that is there or through a link."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
        file.write(text)
