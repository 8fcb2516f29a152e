"""The address of an article that moves, as far as its fields, its name and the settings of its site say it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lintarticle.article.article import Article
from lintarticle.record import NamedTuple
from lintarticle.site.address import addresses_of
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.permalinks import Permalinks
from lintarticle.site.recording import record_of
from lintarticle.site.redirects import ending_of, written_address
from lintarticle.site.site_path import SitePath, is_language, site_path_of
from lintarticle.survey.site_files import settings_in, text_of
from lintarticle.survey.sites import FoundSite

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
        record = record_of(article, with_signature=False)
        addresses = addresses_of(record, self._place(inside), self.generator, self.permalinks) if record else iter(())
        own = next(addresses, None)
        if own is None or own.is_alias or (self.generator == "jekyll" and not self.permalinks.platform):
            return ""
        if own.said.text.startswith("/"):
            return f"/{own.written}/"
        template = self.permalinks.template_of(record, self._place(inside).twin) if record else ""
        return written_address(own.written, inside, self.generator, ending_of(self.generator, template))

    def language(self, path: str) -> str:
        """Return the language that a path names, "" for none."""
        return self._place(path.removeprefix(self.below)).language

    def follows_redirects(self) -> bool:
        """Whether the site heeds the field for old addresses: Jekyll needs a plugin for that."""
        said = [str((self.settings or {}).get(key)) for key in ("plugins", "gems")]
        said += [text_of(self.folder / "Gemfile")] if self.generator == "jekyll" else []
        return self.generator != "jekyll" or any("jekyll-redirect-from" in each for each in said)

    def _place(self, path: str) -> SitePath:
        """Return where an article is: Zola has no folders of languages, Hugo has them below `content` alone."""
        folder, slash, name = path.rpartition("/")
        by_name = site_path_of(name)
        first = folder.removeprefix("content/").partition("/")[0]
        if self.generator == "zola" or (self.generator == "hugo" and (by_name.language or not is_language(first))):
            return by_name._replace(twin=f"{folder}{slash}{by_name.twin}")
        return site_path_of(path)
