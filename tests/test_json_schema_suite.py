"""The required tests of the JSON-Schema-Test-Suite, where it is at hand, with the validator as contracts use it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from real_data import SCHEMAS

from lintarticle.schema.json_schema import validator
from lintarticle.schema.json_schema_files import SchemaFiles

SUITE = SCHEMAS / "json-schema-suite"

DIALECTS = {
    "draft4": "http://json-schema.org/draft-04/schema#",
    "draft6": "http://json-schema.org/draft-06/schema#",
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no test suite at {SUITE}")


def remotes(draft: str) -> tuple[tuple[str, object], ...]:
    """Return the documents that the tests of a draft refer to, by address."""
    root = SUITE / "remotes"
    paths = (path for path in root.rglob("*.json") if path.relative_to(root).parts[0] in (draft, *_shared(root)))
    documents = ((path.relative_to(root).as_posix(), json.loads(path.read_text("utf-8"))) for path in paths)
    return tuple((f"http://localhost:1234/{name}", _in_draft(document, draft)) for name, document in documents)


def _shared(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name not in (*DIALECTS, "draft3", "v1")]


def _in_draft(document: object, draft: str) -> object:
    return {"$schema": DIALECTS[draft], **document} if isinstance(document, dict) else document


def required_of(draft: str) -> Iterator[tuple[str, Any, Any, bool]]:
    """Yield name, schema, instance and verdict of every required test."""
    for path in sorted((SUITE / "tests" / draft).glob("*.json")):
        for group in json.loads(path.read_text("utf-8")):
            for test in group["tests"]:
                name = f"{path.stem}: {group['description']}: {test['description']}"
                yield name, _in_draft(group["schema"], draft), test["data"], test["valid"]


@pytest.mark.parametrize("draft", DIALECTS)
def test_required_tests_of_a_draft(draft: str) -> None:
    documents = remotes(draft)
    failures, count = [], 0
    for name, schema, instance, is_valid in required_of(draft):
        count += 1
        dialect = DIALECTS[draft]
        whole = schema if isinstance(schema, dict) else {"$schema": dialect, "allOf": [schema]}
        try:
            files = SchemaFiles(whole, "http://localhost:1234/root.json", documents)
            verdict = validator(files, assert_formats=None).is_valid(instance)
        except Exception as error:  # noqa: BLE001 - a schema that is refused is a failure like any other
            failures.append(f"{name}: {error}")
            continue
        if verdict != is_valid:
            failures.append(name)
    assert count > 500
    assert failures == []
