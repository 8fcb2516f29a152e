"""Everything that a move changes, computed before any file is touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import relpath
from typing import Any
from urllib.parse import unquote_to_bytes

from lintarticle.article.article import Article
from lintarticle.boundary import Boundary
from lintarticle.changes.since import Removed
from lintarticle.config.configuration import Configuration, Globs
from lintarticle.discovery import SUFFIXES, Finder
from lintarticle.fixer.rounds import apply_edits
from lintarticle.linter import edit_in_file
from lintarticle.moving.navigation import is_navigation, renamed_navigation
from lintarticle.moving.request import RefusedError
from lintarticle.moving.rewriting import OldAndNew, Rewriter
from lintarticle.moving.tree import Move, Tree
from lintarticle.record import NamedTuple
from lintarticle.site.address import addresses_of
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.permalinks import Permalinks
from lintarticle.site.recording import record_of
from lintarticle.site.redirects import ending_of, redirect, where, written_address
from lintarticle.site.site_path import SitePath, is_language, site_path_of
from lintarticle.source import SourceText, read_file
from lintarticle.survey.site_files import settings_in, text_of
from lintarticle.survey.sites import FoundSite, TwoPlatformsError, sites_in
from lintarticle.wording import first_of

_NAMES = {"Next.js": "nextjs", "Starlight": "astro"}


class SiteOfArticle(NamedTuple):
    """The site of an article: its generator, "" if not known, its folder, and how the settings make addresses.

    `below` is its folder as paths below the top start with it: "" or “docs/”.
    """

    folder: Path
    below: str = ""
    generator: str = ""
    permalinks: Permalinks = Permalinks()
    settings: Any = None

    @classmethod
    def of(cls, top: Path, found: FoundSite | None, articles: Iterable[str]) -> SiteOfArticle:
        """Return the site that a survey found."""
        if found is None:
            return cls(top)
        below = "" if found.folder == "." else f"{found.folder}/"
        folder = top / found.folder
        folders = {path.removeprefix(below).rpartition("/")[0] for path in articles if path.startswith(below)}
        permalinks = permalinks_of(lambda path: text_of(folder / path), sorted(folders))
        file = folder / found.file if found.file else None
        is_data = file is not None and file.suffix in (".toml", ".yml", ".yaml", ".json")
        generator = _NAMES.get(found.platform, found.platform.lower())
        return cls(folder, below, generator, permalinks, settings_in(file) if file and is_data else None)

    def address(self, article: Article, path: str) -> str:
        """Return the address that an article has at a path below the top, "" if it has none or that is not known."""
        inside = path.removeprefix(self.below)
        if self.generator == "jekyll" and "_drafts/" in inside:
            return ""
        record = record_of(article, comparing=())
        addresses = addresses_of(record, self._place(inside), self.generator, self.permalinks) if record else iter(())
        own = next(addresses, None)
        if own is None or own.is_alias or (self.generator == "jekyll" and not self.permalinks.platform):
            return ""
        if own.source.text.startswith("/"):
            return f"/{own.written}/"
        template = self.permalinks.template_of(record, self._place(inside).twin) if record else ""
        return written_address(own.written, inside, self.generator, ending_of(self.generator, template))

    def language(self, path: str) -> str:
        """Return the language that a path names, "" for none."""
        return self._place(path.removeprefix(self.below)).language

    def follows_redirects(self) -> bool:
        """Whether the site uses the field for old addresses: Jekyll needs a plugin for that."""
        plugins = [str((self.settings or {}).get(key)) for key in ("plugins", "gems")]
        plugins += [text_of(self.folder / "Gemfile")] if self.generator == "jekyll" else []
        return self.generator != "jekyll" or any("jekyll-redirect-from" in each for each in plugins)

    def _place(self, path: str) -> SitePath:
        """Return where an article is: Zola has no folders of languages, Hugo has them below `content` alone."""
        folder, slash, name = path.rpartition("/")
        by_name = site_path_of(name)
        first = folder.removeprefix("content/").partition("/")[0]
        if self.generator == "zola" or (self.generator == "hugo" and (by_name.language or not is_language(first))):
            return by_name._replace(twin=f"{folder}{slash}{by_name.twin}")
        return site_path_of(path)


_SKIPPED = frozenset(("node_modules", "__pycache__", "_site", "venv"))


class NewText(NamedTuple):
    """A file before and after, with its path before and after the move."""

    path: str
    after_path: str
    before: SourceText
    after: SourceText


class MovePlan(NamedTuple):
    """What a move changes: texts, how many links; `remarks` are for people: path, line (0 for none), sentence.

    `lost`: how many links no longer lead where they did.
    """

    texts: tuple[NewText, ...]
    links: int
    remarks: tuple[tuple[str, int, str], ...]
    lost: int


def files_below(top: Path) -> list[str]:
    """Return the files below a folder by their paths with `/`; hidden folders and dependencies are left out."""
    found = []
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith(".") or name == ".vitepress")
        folders[:] = [name for name in folders if name not in _SKIPPED]
        relative = Path(folder).relative_to(top).as_posix()
        found += [name if relative == "." else f"{relative}/{name}" for name in files]
    return found


def articles_below(top: Path, boundary: Boundary) -> list[str]:
    """Return all Markdown below a folder that git does not ignore, whatever it is about."""
    everything = Configuration(top, include=Globs(tuple(f"*{each}" for each in SUFFIXES)), boundary=boundary)
    targets, _ = Finder(top, lambda _: everything).find([str(top)])
    return [target.shown for target in targets if not target.path.is_symlink()]


class Planning:
    """Computes a move. `read` reads an article at a path below the top; `static` are the folders of static files."""

    def __init__(
        self, top: Path, boundary: Boundary, static: tuple[str, ...], read: Callable[[str, SourceText], Article]
    ) -> None:
        self._top, self._boundary = top, boundary
        self._static = static
        self._read = read
        self._remarks: list[tuple[str, int, str]] = []
        self._links = self._lost = 0

    def plan(self, move: Move, files: Sequence[str]) -> MovePlan:
        """Return what a move changes; raises `RefusedError`."""
        articles = articles_below(self._top, self._boundary)
        site = SiteOfArticle.of(self._top, _site_of(self._top, articles, move.old), articles)
        source = self._source(move.old)
        article = self._read(move.old, source)
        if source.fault or article.metadata_unreadable:
            raise RefusedError(
                f"The front matter of “{move.old}” can’t be read; repair it first (“lintarticle check”)."
            )
        is_known = site.language(move.old) == site.language(move.new)  # else a part of it may be missing
        addresses = OldAndNew(site.address(article, move.old), site.address(article, move.new) if is_known else "")
        rewriter = Rewriter(move, Tree(files, self._static), addresses)
        known_as = (*move.files, *(move.folder or ())[:1], *filter(None, [addresses.old.strip("/")]))
        named = Removed(self._top / path.lower() for path in known_as)
        moved = (path for path in move.files if path.endswith(SUFFIXES))
        texts = [
            self._article(path, rewriter, move, site)
            for path in dict.fromkeys((*articles, *moved))
            if path in move.files or named.may_be_named_in(_folded(self._bytes(path)))
        ]
        texts += self._navigation(move, files, addresses if addresses.change else None)
        self._twins(move, files)
        self._linked(move, files)
        changed = [text for text in texts if text and text.before.raw != text.after.raw]
        return MovePlan(tuple(changed), self._links, tuple(self._remarks), self._lost)

    def _article(self, path: str, rewriter: Rewriter, move: Move, site: SiteOfArticle) -> NewText | None:
        source = self._source(path)
        if source.fault:
            self._remarks.append((path, 0, "It can’t be read, so its links were left as they are."))
            return None
        article = self._read(path, source)
        found = rewriter.rewrite(path, article, lambda text: self._read(path, text))
        self._links += found.changed
        self._lost += sum(remark.is_lost for remark in found.remarks)
        self._remarks += [(path, remark.line, remark.sentence) for remark in found.remarks]
        after = self._redirected(path, found.after, move, site) if path in move.files else found.after
        return NewText(path, move.after(path), source, after)

    def _redirected(self, path: str, source: SourceText, move: Move, site: SiteOfArticle) -> SourceText:
        """Return the text of an article that moves with its old address kept."""
        here = move.after(path)
        article = self._read(path, source)
        old, new = site.address(article, path), site.address(article, here)
        if article.is_draft or article.is_fragment or (old and old == new):
            return source
        if not old or not new or site.language(path) != site.language(here):
            self._remarks.append(
                (here, 0, f"Links from other sites to its old address may break; {where(site.generator)}.")
            )
            return source
        if site.generator == "hugo" and site.language(path):
            old = relpath(old, new.rstrip("/").rpartition("/")[0] or "/")
        kept = redirect(article, site.generator, old, new)
        if kept.edits and not site.follows_redirects():
            sentence = "The plugin “jekyll-redirect-from” keeps its old address; add it to the site."
            self._remarks.append((here, 0, sentence))
        if kept.advice:
            self._remarks.append((here, 0, kept.advice))
        return SourceText(apply_edits(source.raw, [edit_in_file(source, edit) for edit in kept.edits]))

    def _navigation(self, move: Move, files: Sequence[str], addresses: tuple[str, str] | None) -> Iterator[NewText]:
        for path in files:
            if not is_navigation(path):
                continue
            source = SourceText.from_bytes(self._bytes(path))
            found = renamed_navigation(path, source.raw, move, addresses, files) if not source.fault else None
            if found and found.after != source.raw:
                self._links += 1
                yield NewText(path, move.after(path), source, SourceText(found.after))
            for line in found.lines if found else ():
                self._remarks.append((path, line, "This line may name the article; if so, change it."))

    def _twins(self, move: Move, files: Sequence[str]) -> None:
        """Remark on translations next to an article that keep the old name."""
        own = site_path_of(move.old)
        twins = sorted(
            path
            for path in files
            if path not in move.files and path.endswith(SUFFIXES) and site_path_of(path).twin == own.twin
        )
        if twins:
            named = first_of([f"“{path}”" for path in twins], 1)
            self._remarks.append((move.new, 0, f"Its translations keep their names: {named}."))

    def _linked(self, move: Move, files: Sequence[str]) -> None:
        """Remark on symbolic links to what moves."""
        moved = {os.fspath(self._top / path) for path in move.files}
        for path in files:
            file = self._top / path
            if path not in move.files and file.is_symlink() and os.path.realpath(file) in moved:
                self._remarks.append((path, 0, "This symbolic link leads to the old path; change it."))
                self._lost += 1

    def _bytes(self, path: str) -> bytes:
        try:
            return read_file(self._top / path)
        except OSError:
            return b""

    def _source(self, path: str) -> SourceText:
        return SourceText.from_bytes(self._bytes(path))


def _folded(data: bytes) -> bytes:
    """Return a text in which a name is looked for: without escapes, in lower case."""
    plain = unquote_to_bytes(data) if b"%" in data else data
    return plain.decode("utf-8", "ignore").lower().encode()


def _site_of(top: Path, articles: Sequence[str], path: str) -> FoundSite | None:
    """Return the site that an article is on, None if its platform is not known."""
    try:
        sites = sites_in(top, articles)
    except TwoPlatformsError:
        return None
    inside = [site for site in sites if site.folder == "." or path.startswith(f"{site.folder}/")]
    return max(inside, key=lambda site: len(site.folder), default=None)
