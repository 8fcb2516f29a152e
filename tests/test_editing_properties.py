"""Any edit of any front matter: read again, it shows the intended change and nothing else."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.editing import (
    Value,
    insert_item,
    insert_key,
    quote_value,
    remove_entry,
    remove_item,
    rename_key,
    reorder_entries,
    set_value,
    write_key,
    write_scalar,
)
from lintarticle.article.editing.writing import write_flow, write_yaml_block
from lintarticle.article.front_matter.front_matter import FrontMatter, FrontMatterFormat
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.values import Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.sampled_from(
    [
        "no",
        "1.10",
        "12:30",
        "2026-01-31",
        "a: b",
        "# x",
        "- x",
        "it's",
        '"q"',
        "\\",
        "*a",
        "é 海",
        "null",
        "~",
        "---",
        "a #b",
    ]
)
SCALAR = TEXT | st.integers(-(10**9), 10**9) | st.booleans()
KEY = st.text("abcdefgh", min_size=1, max_size=5) | st.sampled_from(["a b", "on", "x.y", "a12", "null"])
VALUE = SCALAR | st.lists(SCALAR, max_size=3) | st.dictionaries(KEY, SCALAR, min_size=1, max_size=3)
DATA = st.dictionaries(KEY, VALUE, min_size=1, max_size=6)
_FORMATS: tuple[FrontMatterFormat, ...] = ("yaml", "toml", "json")
FORMATS = st.sampled_from(_FORMATS)


class Source:
    """As much of an article as edits need."""

    def __init__(self, source: SourceText, front_matter: FrontMatter | None) -> None:
        self.source, self.front_matter = source, front_matter
        self.answers: dict[object, Any] = {}


@st.composite
def documents(draw: st.DrawFn) -> tuple[FrontMatterFormat, dict[str, Value], str]:
    """Front matter with its data, in every layout that the drawn choices lead to."""
    form: FrontMatterFormat = draw(FORMATS)
    data: dict[str, Value] = {"title": draw(SCALAR), **draw(DATA)}
    if form == "json":
        return form, data, json.dumps(data, ensure_ascii=False, indent=draw(st.sampled_from([None, 2]))) + "\n\nBody.\n"
    lines: list[str] = []
    tables: list[str] = []
    for key, value in data.items():
        quote = draw(st.sampled_from(["", "'", '"']))
        comment = draw(st.sampled_from(["", "  # why"]))
        if form == "toml" and isinstance(value, Mapping) and draw(st.booleans()):
            tables += [
                f"[{write_key(key, form)}]{comment}",
                *(f"{write_key(k, form)} = {write_flow(v, form)}" for k, v in value.items()),
            ]
        elif form == "toml":
            lines.append(f"{write_key(key, form)} = {write_flow(value, form, quote=quote)}{comment}")
        elif draw(st.booleans()):
            indent = draw(st.sampled_from([0, 2]))
            lines.append(
                f"{write_key(key, form)}:{write_yaml_block(value, 0, list_indent=indent, quote=quote)}{comment}"
            )
        else:
            lines.append(f"{write_key(key, form)}: {write_flow(value, form, quote=quote)}{comment}")
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(["", "# a comment"])))
    fence = "---" if form == "yaml" else "+++"
    return form, data, "\n".join([fence, *lines, *tables, fence, "", "Body.", ""])


def read(text: str) -> Source:
    source = SourceText(text)
    return Source(source, FrontMatterHandler().read(source))


def root_of(source: Source) -> Node:
    assert source.front_matter
    assert source.front_matter.root
    return source.front_matter.root


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def data_of(text: str) -> object:
    found = read(text).front_matter
    assert found
    assert [fault.kind for fault in found.faults] in ([], ["impossible-date"]), (found.faults, text)
    return found.root.value if found.root else {}


def ordered(value: object) -> object:
    """Return the data with the order of its keys told: two mappings are equal in any order."""
    if isinstance(value, dict):
        return [(str(key), ordered(each)) for key, each in value.items()]
    return [ordered(each) for each in value] if isinstance(value, list) else (type(value), value)


@given(documents())
def test_the_documents_of_these_tests_are_read_as_meant(
    document: tuple[FrontMatterFormat, dict[str, Value], str],
) -> None:
    _, data, text = document
    assert ordered(dict(sorted(data.items()))) == ordered(dict(sorted(data_of(text).items())))  # type: ignore[attr-defined]  # a mapping, as generated


@given(documents(), st.data())
def test_set_value(document: tuple[FrontMatterFormat, dict[str, Value], str], data: st.DataObject) -> None:
    form, _, text = document
    source = read(text)
    entry = data.draw(st.sampled_from(root_of(source).entries))
    value = data.draw(SCALAR if form != "yaml" else VALUE)
    edits = set_value(source, entry.value, value)
    if not edits:
        assert form == "toml"
        assert entry.value.kind == "mapping"
        return
    after = applied(text, edits)
    expected = root_of(source).value
    assert isinstance(expected, dict)
    assert ordered(data_of(after)) == ordered({**expected, entry.key.text: value})
    assert after.count("# why") == text.count("# why") or "\n" in text[edits[0].span.start : edits[0].span.end]


@given(documents(), st.data())
def test_keys(document: tuple[FrontMatterFormat, dict[str, Value], str], data: st.DataObject) -> None:
    _, _, text = document
    source = read(text)
    root = root_of(source)
    before = dict(root.value)  # type: ignore[call-overload]  # a mapping, as generated
    entry = data.draw(st.sampled_from(root.entries[1:]))  # the first key is what makes it front matter
    key = data.draw(KEY.filter(lambda key: key not in before))
    value = data.draw(VALUE)
    inserted = data_of(applied(text, insert_key(source, key, value)))
    assert isinstance(inserted, dict)
    assert inserted == {**before, key: value}
    assert ordered({name: each for name, each in inserted.items() if name != key}) == ordered(before)
    removed = data_of(applied(text, remove_entry(source, entry)))
    assert ordered(removed) == ordered({name: each for name, each in before.items() if name != entry.key.text})
    renamed = data_of(applied(text, rename_key(source, entry, key)))
    assert ordered(renamed) == ordered({key if name == entry.key.text else name: each for name, each in before.items()})
    first, *rest = before
    order = [first, *data.draw(st.permutations(rest))]
    reordered = data_of(applied(text, edits)) if (edits := reorder_entries(source, order)) else before
    assert reordered == before
    if edits:
        assert isinstance(reordered, dict)
        assert list(reordered) == order


@given(documents(), st.data())
def test_items(document: tuple[FrontMatterFormat, dict[str, Value], str], data: st.DataObject) -> None:
    _, _, text = document
    source = read(text)
    lists = [entry for entry in root_of(source).entries if entry.value.kind == "list" and entry.value.items]
    if not lists:
        return
    entry = data.draw(st.sampled_from(lists))
    node = entry.value
    before = [item.value for item in node.items]
    index = data.draw(st.integers(0, len(before) - 1))
    value = data.draw(SCALAR)
    rest = root_of(source).value
    assert isinstance(rest, dict)
    without = data_of(applied(text, remove_item(source, node, index)))
    assert ordered(without) == ordered({**rest, entry.key.text: before[:index] + before[index + 1 :]})
    place = data.draw(st.integers(0, len(before)))
    more = data_of(applied(text, insert_item(source, node, place, value)))
    assert ordered(more) == ordered({**rest, entry.key.text: [*before[:place], value, *before[place:]]})
    quoted = data_of(applied(text, quote_value(source, node.items[index])))
    assert ordered(quoted) == ordered(
        {**rest, entry.key.text: [*before[:index], node.items[index].text, *before[index + 1 :]]}
    )


@given(TEXT | st.text(max_size=30), st.sampled_from(["", "'", '"']), st.booleans())
def test_a_text_reads_back_as_itself_in_every_format(text: str, quote: str, flow: bool) -> None:
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        return
    written = write_scalar(text, "yaml", quote=quote, flow=flow)
    assert yaml.safe_load(f"[{written}, x]" if flow else f"a: {written} # c") == ([text, "x"] if flow else {"a": text})
    assert tomllib.loads(f"a = {write_scalar(text, 'toml', quote=quote)}") == {"a": text}
    assert json.loads(write_scalar(text, "json")) == text
    assert yaml.safe_load(f"{write_key(text, 'yaml')}: 1") == {text: 1}
    assert tomllib.loads(f"{write_key(text, 'toml')} = 1") == {text: 1}
