"""What a shard holds: one row for each article, with the parts of its record and the keys it is grouped by."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.article.values import Text
from lintarticle.cache.hashing import blake2b
from lintarticle.problem import Problem
from lintarticle.scale.storage import library
from lintarticle.site.record import ArticleRecord, parts
from lintarticle.site.shared_keys import ABOUT_CHANGES, KEYS
from lintarticle.site.whole import WholeSite

TAG_RULES = frozenset(("site/tag-plural", "site/tag-spelling", "site/tag-used-once"))
"""Rules that compare tags: they get some uses of each, and the number of all."""

USED_ONCE = "site/tag-used-once"


def are_grouped(rules: Collection[str]) -> bool:
    """Whether the rules only report articles that share a key or a tag with others."""
    return all(rule in KEYS or rule in TAG_RULES or rule in ABOUT_CHANGES for rule in rules)


def keys_of(rule: str, place: str, site: WholeSite, record: ArticleRecord) -> list[int]:
    """Return the keys of an article for a rule, as numbers of 64 bits; `place` is the site."""
    edition = site.edition(record)
    keys = {key for key in KEYS[rule](site, record) if key}
    return sorted(_number(f"{rule}\0{place}\0{edition}\0{key}") for key in keys)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def forms_of(record: ArticleRecord) -> list[tuple[str, str]]:
    """Return the tags of an article, each once: what its spellings have in common, and how it is written."""
    forms = ((normal_form(tag.text), tag.text.strip()) for tag in record.tags)
    return list(dict.fromkeys(each for each in forms if each[0]))


if TYPE_CHECKING:
    import pyarrow as pa

PROBLEM = {
    "rule": str, "severity": str, "message": str, "help": str, "line": int, "column": int, "end_line": int,
    "end_column": int, "fix": str, "fingerprint": str,
}  # fmt: skip
"""The parts of a problem, with their types; `fix` is its applicability, "" for none."""


def schema() -> pa.Schema:
    """Return the columns of a shard.

    Those of the record say what its parts say, without the places; `record` is all of it, and null for what is not an
    article that others could be like. `site` is the folder of its configuration. The others are what a comparison of
    all articles starts from.
    """
    arrow = library("pyarrow")
    types: dict[object, Any] = {str: arrow.string(), bool: arrow.bool_(), int: arrow.int64()}
    types |= {Sequence[str]: arrow.list_(types[str]), Sequence[int]: arrow.list_(types[int])}
    problem = arrow.struct([(name, types[kind]) for name, kind in PROBLEM.items()])
    form = arrow.struct([("form", arrow.string()), ("text", arrow.string())])
    made: pa.Schema = arrow.schema(
        [
            ("path", arrow.string()),
            ("digest", arrow.string()),
            *((name, types[kind]) for name, kind in parts().items()),
            ("problems", arrow.list_(problem)),
            ("record", arrow.string()),
            ("site", arrow.string()),
            ("is_trial", arrow.bool_()),
            ("is_first", arrow.bool_()),
            ("comparing", arrow.list_(arrow.string())),
            ("configured", arrow.string()),
            ("edition", arrow.string()),
            ("tag_forms", arrow.list_(form)),
            *((rule, arrow.list_(arrow.uint64())) for rule in KEYS),
        ]
    )
    return made


def row_of_problems(shown: str, digest: str, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return the row of a file as far as every file has one."""
    return {"path": path_to_text(shown), "digest": digest, "problems": list(map(_problem, problems))}


def row_of_record(record: ArticleRecord, place: str, site: WholeSite) -> dict[str, Any]:
    """Return what the row of an article has besides; `place` is the folder of its site, `site` some articles of it."""
    return {
        **{name: _plain(getattr(record, name)) for name in parts()},
        "record": _record_text(record),
        "site": without_surrogates(place),
        "edition": without_surrogates(site.edition(record)[0]),
        "tag_forms": [
            {"form": without_surrogates(form), "text": without_surrogates(text)} for form, text in forms_of(record)
        ],
        **{rule: keys_of(rule, place, site, record) for rule in KEYS},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    values = (
        problem.rule, problem.severity.label, without_surrogates(problem.message), without_surrogates(problem.help),
        problem.start.line, problem.start.column, problem.end.line, problem.end.column,
        problem.fix.applicability if problem.fix else "", problem.fingerprint,
    )  # fmt: skip
    return dict(zip(PROBLEM, values, strict=True))


def _plain(part: object) -> object:
    """Return what a part of a record says."""
    if isinstance(part, Text):
        return without_surrogates(part.text)
    if isinstance(part, str):
        return without_surrogates(part)
    return [_plain(each) for each in part] if isinstance(part, Sequence) else part


def without_surrogates(text: str) -> str:
    """Return a text with a question mark for each half of a character, which no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _record_text(record: ArticleRecord) -> str:
    text = record.as_text()
    return text if text == without_surrogates(text) else json.dumps(record.values)


def path_to_text(path: str) -> str:
    """Return a path as it is kept: one whose name is not text, as JSON."""
    return path if path == without_surrogates(path) and not path.startswith('"') else json.dumps(path)


def path_from_text(text: str) -> str:
    """Return the path that is kept so."""
    return str(json.loads(text)) if text.startswith('"') else text


def parquet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return rows as a file."""
    arrow, writer = library("pyarrow"), library("pyarrow.parquet")
    sink = arrow.BufferOutputStream()
    table = arrow.Table.from_pylist(rows, schema=schema())
    writer.write_table(table, sink, compression="zstd", write_page_checksum=True)
    data: bytes = sink.getvalue().to_pybytes()
    return data
