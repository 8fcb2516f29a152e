"""An article refers to an author, a series or another article that does not exist.

Sites keep their authors in a file or a folder: `blog/authors.yml` (Docusaurus), `_data/authors.yml` or `_authors/`
(Jekyll), `content/authors/` (Hugo), `src/content/authors/` (Astro). Such files are found without configuration, and so
are those of series. What `related`, `see_also` and `translation_of` name should be an article: its path, its address,
its title. A name that nearly matches one of the list is always reported; any other only if nine of ten references lead
somewhere, since a site that does not follow its files uses the field differently.

## Bad

```markdown _posts/tides.md
---
title: How to read a tide table
authors: [jane, bob, jnae]
---
```

```markdown _authors/jane.md
---
name: Jane Doe
---
```

```markdown _authors/bob.md
---
name: Bob Roe
---
```

## Good

```markdown _posts/tides.md
---
title: How to read a tide table
authors: [jane, bob]
---
```

```markdown _authors/jane.md
---
name: Jane Doe
---
```

```markdown _authors/bob.md
---
name: Bob Roe
---
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.rule import Severity
from lintarticle.site.finding import Replacement, SiteFinding, SiteFindings
from lintarticle.site.known_names import KnownNames, forms_meant, kept_names, name_form, names_of
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite
from lintarticle.wording import nearest

_FEWEST = 5
"""References that must lead somewhere before one that does not counts: our own figure."""

_SHARE = 0.9
"""The share of references that must lead somewhere: our own figure."""

_AUTHORS = ("authors?", "people", "team", "contributors", "writers", "bloggers")
_JOINED = expression(r"\s*(?:,|&|;|\band\b|\bund\b|\bet\b|\by\b)\s*")


class _Reference(NamedTuple):
    """What an article refers to. `problem` says what is not there, "" for nothing; `near` is what may be meant."""

    record: ArticleRecord
    text: Text
    problem: str = ""
    near: str = ""


def check(site: WholeSite) -> SiteFindings:
    kinds = _kinds(site)
    if "authors" in kinds:
        yield from _findings(_to_lists(site, _AUTHORS, "author", _KINDS["authors"]))
    if "series" in kinds:
        yield from _findings(_to_lists(site, ("series",), "series", _KINDS["series"]))
    if "related" in kinds:
        yield from _findings(_to_articles(site, _KINDS["related"]))
    if "original" in kinds:
        yield from _findings(_to_articles(site, _original))


def _kinds(site: WholeSite) -> set[str]:
    """Return the kinds of references that the articles have."""
    missing = dict(_KINDS)
    for record in site.every:
        for kind in [kind for kind, part in missing.items() if part(record)]:
            del missing[kind]
    return _KINDS.keys() - missing


def _findings(references: Iterable[_Reference]) -> SiteFindings:
    every = list(references)
    lost = [each for each in every if each.problem]
    found = len(every) - len(lost)
    if found < _FEWEST or found < _SHARE * len(every):
        lost = [each for each in lost if found >= len(lost) and _is_slip(each.text.text, each.near)]
    for record, text, problem, near in lost:
        yield SiteFinding(
            record.path,
            text.span,
            problem,
            text.text,
            fix=Replacement(f"Write “{near}”", text.span, text.text, near) if near else None,
        )


def _is_slip(written: str, meant: str) -> bool:
    """Whether a name is one letter off another one."""
    from rapidfuzz.distance import OSA

    return bool(meant) and OSA.distance(written, meant, score_cutoff=1) <= 1


def _to_lists(
    site: WholeSite, names: Sequence[str], kind: str, part: Callable[[ArticleRecord], Sequence[Text]]
) -> Iterator[_Reference]:
    """Yield the references to what the site keeps in files, of the articles that such a file is for."""
    lists = [known for known in kept_names(site.repository, names) if known.scope.startswith(site.root)]
    for record in _articles(site) if lists else ():
        own = [known for known in lists if record.path.startswith(known.scope)]
        for text in part(record) if own else ():
            parts = _JOINED.split(text.text) if kind == "author" else ()
            if _is_in(own, text.text) or (parts and all(_is_in(own, each) for each in parts)):
                yield _Reference(record, text)
            else:
                near = nearest(text.text, [name for each in own for name in each.vocabulary.names])
                problem = f"“{text.text}” is not in “{own[0].source}”."
                yield _Reference(record, text, f"{problem} Did you mean “{near}”?" if near else problem, near)


def _is_in(lists: Iterable[KnownNames], name: str) -> bool:
    plain = name.strip().removeprefix("@")
    return any(plain in known.vocabulary or known.vocabulary.meant_by(plain) for known in lists)


def _to_articles(site: WholeSite, part: Callable[[ArticleRecord], Sequence[Text]]) -> Iterator[_Reference]:
    """Yield the references to other articles of the site."""
    names: dict[str, str] = {}
    for record in site.every:
        for name in names_of(record):
            names.setdefault(name, record.path)
    last_names = [name for name in names if "/" not in name]
    for record in _articles(site):
        for text in part(record):
            if not text.text or "{" in text.text or "://" in text.text:
                continue
            if any(form in names for form in forms_meant(record, text.text)):
                yield _Reference(record, text)
            else:
                near = names.get(nearest(name_form(text.text).rpartition("/")[2], last_names), "")
                problem = f"“{text.text}” leads to no article of the site."
                is_other = near not in ("", record.path)
                yield _Reference(record, text, f"{problem} Did you mean “{near}”?" if is_other else problem)


def _articles(site: WholeSite) -> Iterator[ArticleRecord]:
    return (record for record in site.every if not record.role)


def _original(record: ArticleRecord) -> Sequence[Text]:
    """Return the path of the article that this one is a translation of; a key that translations share is none."""
    text = record.translation.text
    return (record.translation,) if "/" in text or text.endswith((".md", ".mdx")) else ()


_KINDS: Mapping[str, Callable[[ArticleRecord], Sequence[Text]]] = MappingProxyType({
    "authors": lambda record: record.authors,
    "series": lambda record: record.series,
    "related": lambda record: record.related,
    "original": _original,
})  # fmt: skip
"""The kinds of references."""

RULE = site_rule(check, Severity.WARNING, fix=("unsafe",))
