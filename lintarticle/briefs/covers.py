"""The image at the top as a field of the front matter, where the site or its platform has one for it."""

from __future__ import annotations

from lintarticle.article.editing import Value, insert_keys, set_value
from lintarticle.article.editing.keys import joined_edits
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.image_of_brief import COVERS
from lintarticle.article.illustrations.naming import cover_files, file_name
from lintarticle.briefs.markup import ImageToShow
from lintarticle.briefs.states import Situation
from lintarticle.problem import Edit


class NoCoverError(Exception):
    """The cover can't be named: a sentence that says why."""


def goes_to_cover(situation: Situation, item: Illustration) -> bool:
    """Whether the image of a brief is named in the front matter and not shown in the text."""
    article = situation.article
    if item.kind not in COVERS or item.origin == "inline" or article.front_matter is None:
        return False
    if item.placement and item.placement.kind != "top":
        return False
    return bool(situation.fields.get("cover") or article.metadata.all("cover"))


def cover_edits(situation: Situation, image: ImageToShow) -> tuple[Edit, ...]:
    """Return the edits that name the cover, its alternative text and its caption; raises `NoCoverError`."""
    article = situation.article
    if "cover" in article.metadata:
        names = [file_name(path) for path in cover_files(article.metadata)]
        raise NoCoverError(f"The cover is already “{', '.join(names)}”; remove one of the two.")
    edits: list[Edit] = []
    missing: dict[str, Value] = {}
    for field, text in (("cover", image.target), ("cover_alt", image.alt), ("cover_caption", image.caption)):
        empty = next((each for each in article.metadata.all(field) if each.node is not None), None)
        if not text:
            continue
        if empty and empty.node and empty.is_empty:
            edits += set_value(article, empty.node, _value(empty.key, text))
        elif not empty and situation.fields.get(field):
            missing[situation.fields[field][0]] = _value(situation.fields[field][0], text)
    for key, value in missing.items():
        edits += _inserted(situation, key, value)
    if not edits:
        raise NoCoverError("The cover can’t be added to the front matter automatically; add it yourself.")
    return joined_edits(tuple(edits))


def _value(key: str, text: str) -> Value:
    """Return a path as the value of a key: a list where the key is for several images."""
    return [text] if key.rpartition(".")[2] == "images" else text


def _inserted(situation: Situation, key: str, value: Value) -> tuple[Edit, ...]:
    article = situation.article
    outer, _, inner = key.partition(".")
    if not inner:
        return insert_keys(article, {key: value})
    mapping = article.value(outer)
    if mapping is None:
        return insert_keys(article, {outer: {inner: value}})
    return insert_keys(article, {inner: value}, into=mapping) if mapping.kind == "mapping" else ()
