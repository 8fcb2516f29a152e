"""Which type an article has: the one place that decides it."""

from __future__ import annotations

from lintarticle.article.article import Article
from lintarticle.article.values import Node
from lintarticle.config.configuration import ConfigError
from lintarticle.config.settings import Candidate, Settings


def settings_of(article: Article, settings: Settings) -> Settings:
    """Return the settings that hold for an article, given those by its path.

    The type that the article names itself wins; else the one whose files and conditions it meets. Raises
    `ConfigError` where there are two of them.
    """
    if not settings.candidates:
        return settings
    named = _named(article, settings)
    if named:
        return named.settings
    fitting = [each for each in settings.candidates if each.fits_path and _meets(article, each)]
    if len(fitting) > 1:
        first, second = fitting[:2]
        raise ConfigError(
            f"{second.place}: The types “{first.name}” and “{second.name}” both take in {article.path}: "
            f"make their files differ, or name one of them in the article by “{settings.type_key}”."
        )
    return fitting[0].settings if fitting else settings


def _named(article: Article, settings: Settings) -> Candidate | None:
    name = next(iter(_values(article, settings.type_key)), "")
    return next((each for each in settings.candidates if each.name == name), None) if name else None


def _meets(article: Article, candidate: Candidate) -> bool:
    """Whether each condition has one of its values in the article; case does not count, and a missing key is false."""
    return all(
        not {value.casefold() for value in wanted}.isdisjoint(
            value.casefold() for value in _values(article, name) or ("false",)
        )
        for name, wanted in candidate.where.items()
    )


def _values(article: Article, name: str) -> tuple[str, ...]:
    """Return the values under a key of the front matter (`extra.kind` for a nested one), else of a field so called."""
    node = _node(article, name)
    if node is None:
        field = article.metadata.get(name)
        return tuple(item.text for item in field.items) or (field.text.strip(),) if field else ()
    return tuple(_text(item) for item in node.items) if node.kind == "list" else (_text(node),)


def _node(article: Article, name: str) -> Node | None:
    node = article.front_matter.root if article.front_matter else None
    if node and (entry := node.entry(name)):
        return entry.value
    for part in name.split("."):
        entry = node.entry(part) if node else None
        node = entry.value if entry else None
    return node


def _text(node: Node) -> str:
    return str(node.value).lower() if node.kind == "boolean" else node.text.strip()
