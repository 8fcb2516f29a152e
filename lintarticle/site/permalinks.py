"""The addresses that a platform makes by patterns, such as `/:year/:title/` of Jekyll and Hugo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lintarticle.expression import expression
from lintarticle.site.record import ArticleRecord


class Pattern(NamedTuple):
    """How the articles below a folder get their addresses: those with `part` among their folders, if it names one.

    `folder` ends in a slash, or is "" for the whole site. An empty template says that nobody knows the address.
    """

    folder: str
    template: str
    part: str = ""

    def inside(self, path: str) -> str | None:
        """Return a path from the part or the folder on, None for one that the pattern is not for."""
        if not path.startswith(self.folder):
            return None
        rest = path[len(self.folder) :]
        if not self.part:
            return rest
        _, found, after = f"/{rest}".rpartition(f"/{self.part}/")
        return after if found else None


class Permalinks(NamedTuple):
    """The platform of a site, "" for none that is known, and its patterns: the last one for an article counts.

    `base` is what the paths of the site start with where its settings are. `shown` is a regular expression for the
    paths that may have an address.
    """

    platform: str = ""
    patterns: Sequence[Pattern] = ()
    base: str = ""
    shown: str = ""

    def template_for(self, path: str) -> tuple[str, str] | None:
        """Return the template for a path and the path inside its folder, None if no pattern is for it."""
        if path.rpartition("/")[2].startswith("_index."):
            return None
        for pattern in reversed(self.patterns):
            inside = pattern.inside(path)
            if inside is not None:
                return pattern.template, inside
        return None

    def template_of(self, record: ArticleRecord, path: str) -> str:
        """Return the template that an article has or gets, "" for none."""
        return record.permalink.text or (self.template_for(path) or ("",))[0]


NO_PATTERNS = Permalinks()


class AddressParts(NamedTuple):
    """What the placeholders of a pattern are filled in from: an article, its path on the site and inside its folder."""

    record: ArticleRecord
    path: str
    inside: str

    @property
    def name(self) -> str:
        """The file name without its ending; for an index, the name of its folder."""
        folder, _, name = self.inside.rpartition("/")
        stem = name.rpartition(".")[0]
        return folder.rpartition("/")[2] if stem == "index" else stem

    @property
    def undated(self) -> str:
        """The name without a date at its start."""
        return DATED.sub("", self.name)

    @property
    def folders(self) -> list[str]:
        """The folders that the article is in, without its own."""
        parts = self.inside.split("/")[:-1]
        return parts[:-1] if parts and self.inside.rpartition("/")[2].startswith("index.") else parts

    @property
    def day(self) -> date | None:
        """The day that the article says, else that in its name."""
        found = _DAY.match(self.record.date.text) or _DAY.match(self.name)
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None


DATED = expression(r"\A\d{2,4}-\d{1,2}-\d{1,2}-(?=.)")
_DAY = expression(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_PLACEHOLDER = expression(r":(\w+)(?!\[)|\{(\w+)(?::([^}]*))?\}")


def filled_in(template: str, platform: str, named: AddressParts) -> str | None:
    """Return the address that a template makes, None if it asks for something that is not known here."""
    naming = _NAMING.search(template)
    if naming is None or naming[1] in _DATES:
        return None
    values = [_value(found, platform, named) for found in _PLACEHOLDER.finditer(template)]
    if None in values:
        return None
    known = iter(values)
    return _PLACEHOLDER.sub(lambda _: next(known) or "", template)


_NAMING = expression(r"(?:\A|/)(?::(\w+)|\{\w+\})(?::output_ext|\.html)?/?\Z")
"""The end of a template that names the article by itself: an address with another end is not found by a name."""


def _value(found: re.Match[str], platform: str, named: AddressParts) -> str | None:
    name, form = found[1] or found[2], found[3]
    if form and name == "date":
        return named.day.strftime(form) if named.day and re.fullmatch(r"(?:%[YmdbBj]|[^%])*", form) else None
    if name in _DATES:
        return _DATES[name].format(named.day) if named.day else None
    make = _VALUES[platform].get(name)
    return make(named) if make and not form else None


_DATES = {
    "year": "{0:%Y}", "month": "{0:%m}", "day": "{0:%d}", "short_year": "{0:%y}", "i_month": "{0.month}",
    "i_day": "{0.day}", "y_day": "{0:%j}", "monthname": "{0:%B}", "long_month": "{0:%B}", "short_month": "{0:%b}",
}  # fmt: skip


def _hyphened(text: str) -> str:
    """Return a text as Jekyll makes it part of an address."""
    return _NO_PART.sub("-", text).strip("-")


def _stripped(text: str) -> str:
    """Return a text as Hugo and Pelican make it part of an address."""
    return _GAPS.sub("-", _MARKS.sub("", text.replace("/", "-"))).strip("-")


_NO_PART = expression(r"[^\w._~!$&'()+,;=@]+")
_MARKS = expression(r"[^\w\s.#-]")
_GAPS = expression(r"[\s-]+")


def _categories(named: AddressParts) -> str:
    above = named.path[: -len(named.inside)].strip("/").split("/")[:-1]
    own = (category.text for category in named.record.categories)
    return "/".join(dict.fromkeys(map(str.casefold, (*above, *own))))


Values = Mapping[str, Callable[[AddressParts], str | None]]


def _slug(otherwise: Callable[[AddressParts], str]) -> Callable[[AddressParts], str]:
    return lambda named: named.record.slug.text or otherwise(named)


def _title(named: AddressParts) -> str:
    return _stripped(named.record.title.text) or named.name


def _post(named: AddressParts) -> str | None:
    """Return what Docusaurus makes of a post: its own slug, else the day as folders, and its name."""
    if named.record.slug.text:
        return named.record.slug.text
    found = _POST.fullmatch(named.inside)
    if found is None:
        return named.inside.rpartition(".")[0]
    folder, day, text = found.groups()
    return f"{day.replace('-', '/')}/{folder}{text}"


_POST = expression(r"(.*?)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:/index)?\.mdx?")


def _document(named: AddressParts) -> str | None:
    """Return what Docusaurus makes of a page of a manual: numbers in front of names only set the order."""
    *folders, stem = map(unnumbered, named.inside.rpartition(".")[0].split("/"))
    folder = "/".join(folders)
    slug = named.record.slug.text
    if slug:
        return slug if slug.startswith("/") else f"{folder}/{slug}"
    if "id" in named.record.keys:
        return None
    return folder if stem.casefold() in ("index", *folders[-1:]) else f"{folder}/{stem}"


def unnumbered(name: str) -> str:
    """Return a name without the number that Docusaurus sorts by; years and versions are none."""
    return name if _YEAR_OR_VERSION.match(name) else _NUMBER.sub("", name)


_YEAR_OR_VERSION = expression(r"\d{2,4}[-_.]\d{2}|\d+[-_.]\d+")
_NUMBER = expression(r"\A\d+\s*[-_.]+\s*(?=[^-_.\s])")


def pattern_names(record: ArticleRecord, path: str) -> Iterator[str]:
    """Yield the names that patterns may give an article, whatever its platform."""
    named = AddressParts(record, path, path)
    names = (named.name, named.undated, unnumbered(named.name), _hyphened(named.undated), _title(named))
    yield from filter(None, dict.fromkeys(names))


_JEKYLL: Values = {
    "page": lambda named: re.sub(r"(?:(?:\A|/)index)?\.[^./]*\Z", "", named.inside),
    "title": _slug(lambda named: _hyphened(named.undated)),
    "slug": _slug(lambda named: _hyphened(named.undated)),
    "name": lambda named: _hyphened(named.undated),
    "basename": lambda named: named.name,
    "path": lambda named: named.inside.rpartition(".")[0],
    "categories": _categories,
    "output_ext": lambda _: "",
}
_HUGO: Values = {
    "title": _title,
    "slug": _slug(_title),
    "filename": lambda named: named.name,
    "contentbasename": lambda named: named.name,
    "slugorfilename": _slug(lambda named: named.name),
    "slugorcontentbasename": _slug(lambda named: named.name),
    "contentbasenameorslug": lambda named: named.name,
    "subsections": lambda named: None if named.folders else "",
}
_HEXO: Values = {
    "title": lambda named: named.inside.rpartition(".")[0],
    "undated": lambda named: "/".join((*named.folders, named.undated)),
    "name": lambda named: named.name,
    "post_title": lambda named: _stripped(named.record.title.text) or None,
    "category": lambda named: "/".join(each.text for each in named.record.categories) or None,
}
_PELICAN: Values = {
    "slug": _slug(_title),
    "basename": _slug(lambda named: named.name),
    "category": lambda named: "/".join(_stripped(each.text) for each in named.record.categories) or None,
}
_DOCUSAURUS: Values = {"post": _post, "document": _document}
_MKDOCS: Values = {"page": lambda named: re.sub(r"(?:(?:\A|/)(?:index|README))?\.[^./]*\Z", "", named.inside)}
_VALUES: Mapping[str, Values] = {
    "jekyll": _JEKYLL, "hugo": _HUGO, "hexo": _HEXO, "pelican": _PELICAN, "docusaurus": _DOCUSAURUS, "mkdocs": _MKDOCS,
}  # fmt: skip
