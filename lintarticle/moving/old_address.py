"""The address of an article on its site, as far as its fields, its file name and the platform's settings tell."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from lintarticle.article.article import Article
from lintarticle.site.address import addresses_of
from lintarticle.site.recording import record_of
from lintarticle.site.site_path import SitePath, site_path_of
from lintarticle.survey.site_files import settings_in, text_of
from lintarticle.survey.sites import FoundSite

_SLUGGERS = {"Hugo": "hugo", "Zola": "zola"}
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title.html",
}
"""Jekyll, “Permalinks”, “Built-in formats”."""

_POST = re.compile(r"(?:(.*)/)?_posts/(?:.*/)?(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+)\.\w+\Z")


_SURE = {"Hugo": r"[\w./ -]*", "Zola": r"[A-Za-z0-9/-]*", "Quarto": r".*"}
"""Names of which these platforms make addresses in a way that is known."""


class SiteOfArticle(NamedTuple):
    """The site of an article: its platform, "" if not known, its folder below the top, and its settings."""

    platform: str = ""
    folder: str = ""
    settings: Any = None

    @classmethod
    def of(cls, top: Path, found: FoundSite | None) -> SiteOfArticle:
        """Return the site that a survey found."""
        if found is None:
            return cls()
        folder = "" if found.folder == "." else found.folder
        if not found.file:
            return cls(found.platform, folder)
        file = top / folder / found.file
        settings = settings_in(file) if file.suffix in (".toml", ".yml", ".yaml", ".json") else {}
        return cls(found.platform, folder, settings if isinstance(settings, dict) else {})

    def address(self, article: Article, path: str) -> str:
        """Return the address that an article has at a path below the top, "" if that is not known."""
        inside = path.removeprefix(f"{self.folder}/") if self.folder else path
        place = self._place(inside)
        record = record_of(article, with_signature=False)
        addresses = addresses_of(record, place, _SLUGGERS.get(self.platform, "any")) if record else iter(())
        own = next(addresses, None)
        if own is None or own.is_alias:
            return ""
        if own.said.text:
            return f"/{own.text.strip('/')}/"
        if self.platform == "Jekyll":
            return self._of_jekyll(article, inside)
        return self._by_name(own.text, inside, place)

    def language(self, path: str) -> str:
        """Return the language that a path names, "" for none."""
        return self._place(path).language

    def _place(self, path: str) -> SitePath:
        """Return where an article is; no folder is that of a language on a site of Zola."""
        folder, slash, name = path.rpartition("/")
        if self.platform != "Zola":
            return site_path_of(path)
        place = site_path_of(name)
        return place._replace(twin=f"{folder}{slash}{place.twin}")

    def follows_redirects(self, top: Path) -> bool:
        """Whether the site heeds the field for old addresses: Jekyll needs a plugin for that."""
        said = [str((self.settings or {}).get(key)) for key in ("plugins", "gems")]
        said += [text_of(top / self.folder / "Gemfile")] if self.platform == "Jekyll" else []
        return self.platform != "Jekyll" or any("jekyll-redirect-from" in each for each in said)

    def _by_name(self, plain: str, path: str, place: SitePath) -> str:
        """Return the address that a file name makes, by what it is in plain spelling."""
        settings = {key.casefold(): value for key, value in (self.settings or {}).items()}
        has_own_way = self.platform == "Hugo" and (settings.get("permalinks") or settings.get("uglyurls"))
        if has_own_way or not re.fullmatch(_SURE.get(self.platform, "-"), place.twin.rpartition(".")[0]):
            return ""
        if self.platform == "Quarto":
            stem = f"/{path.rpartition('.')[0]}"
            return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}.html"
        prefix = f"/{place.language}" if place.language and self.platform == "Zola" else ""
        return f"{prefix}/{plain.strip('/')}/".replace("//", "/")

    def _of_jekyll(self, article: Article, path: str) -> str:
        if self.settings is None:
            return ""
        pattern = str(self.settings.get("permalink") or "date")
        post = _POST.match(path)
        if post is None:
            if "/_" in f"/{path}":  # of a collection, which has a pattern of its own
                return ""
            stem = path.rpartition(".")[0]
            name = re.sub(r"(?:\A|(?<=/))index\Z", "", stem)
            ending = "" if name != stem else "/" if pattern == "pretty" or pattern.endswith("/") else ".html"
            return f"/{name}{ending}"
        folder, year, month, day, title = post.groups()
        named = article.metadata.get("categories")
        categories = [*(folder or "").split("/"), *(item.text for item in (named.items if named else ()))]
        values = {
            "categories": "/".join(dict.fromkeys(each.strip().lower() for each in categories if each.strip())),
            "year": year, "short_year": year[2:], "month": f"{int(month):02}", "i_month": str(int(month)),
            "day": f"{int(day):02}", "i_day": str(int(day)), "title": title, "slug": title, "name": title,
            "output_ext": ".html",
        }  # fmt: skip
        made = re.sub(r":([a-z_]+)", lambda found: values.get(found[1], ":"), _STYLES.get(pattern, pattern))
        said = article.metadata.text("date").strip()
        is_sure = ":" not in made and (not said or said.startswith(f"{year}-{month}-{day}"))
        return re.sub(r"/{2,}", "/", f"/{made}") if is_sure else ""
