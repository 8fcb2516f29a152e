"""The addresses of a site that lead somewhere: those of articles, other pages and redirects."""

from __future__ import annotations

import re
from functools import cached_property

from lintarticle.site.address import below_site
from lintarticle.site.record import ArticleRecord
from lintarticle.site.site_path import site_path_of
from lintarticle.site.whole import WholeSite

_REDIRECTS = re.compile(
    r"(?i)(?:.*/)?(?:_redirects|(?:netlify|book)\.toml|(?:vercel|now|firebase|docs|mint|staticwebapp\.config)\.json"
    r"|\.htaccess|nginx[\w.-]*\.conf|mkdocs\.ya?ml|_quarto\.ya?ml|\w+(?:\.|-)config\.[cm]?[jt]s|gatsby-node\.[cm]?[jt]s"
    r"|(?:[\w.-]*[-_.])?redirects?[\w.-]*\.\w+)\Z"
)
"""Files that say where addresses lead: for hosts, for generators, and any file called redirects."""

_PAGE = re.compile(
    r"(?i)(.*?)(?:/?(?<![^/])index)?\.(?:html?|njk|liquid|astro|svelte|vue|[jt]sx|ipynb|rst|adoc|org|hbs|ejs|pug)\Z"
)
_ANY = re.compile(r"(/[\w./%-]*\w)/?[*:]")
"""The start of a rule of redirects for many addresses: `/blog/*`, `/blog/:slug`."""


class LiveAddresses:
    """The addresses of a site that work. Files are looked at when an address has no article."""

    def __init__(self, site: WholeSite) -> None:
        self._site = site
        self._own: set[tuple[str, str]] = set()
        self._aliases: set[str] = set()
        for path, addresses in site.addresses.items():
            language = site.paths[path].language
            for address in addresses:
                self._aliases.add(address.text) if address.is_alias else self._own.add((language, address.text))

    def holds(self, record: ArticleRecord, address: str) -> bool:
        """Whether an address that an article had, in plain spelling, leads somewhere."""
        language = site_path_of(record.path).language
        plain = below_site(address, record.path, self._site.folder)
        if (language, address) in self._own or not self._aliases.isdisjoint((address, plain, f"{language}/{plain}")):
            return True
        if not plain or any(page == plain or page.endswith(f"/{plain}") for page in self._pages):
            return True
        if any(plain == start or plain.startswith(f"{start}/") for start in self._starts):
            return True
        names = (plain, record.path.removeprefix(self._site.root).partition("/")[2])
        return any(self._is_redirected(name) for name in names if name)

    def _is_redirected(self, name: str) -> bool:
        return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]|/[\w-])", self._redirects, re.IGNORECASE) is not None

    @cached_property
    def _redirects(self) -> str:
        repository = self._site.repository
        return "\n".join(repository.text(path) for path in repository.paths if _REDIRECTS.match(path))

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(found.strip("/").casefold() for found in _ANY.findall(self._redirects))

    @cached_property
    def _pages(self) -> frozenset[str]:
        found = (_PAGE.match(path) for path in self._site.repository.paths)
        return frozenset(match[1].strip("/").casefold() for match in found if match)
