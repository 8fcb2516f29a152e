"""JSON Schema files of the repository: read with every file that they refer to, refused where they can't be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lintarticle.boundary import OUTSIDE, Boundary
from lintarticle.record import NamedTuple
from lintarticle.schema.contract import ContractError
from lintarticle.schema.data_files import DataFileError, read_data, reason
from lintarticle.schema.json_schema_graph import SchemaGraph
from lintarticle.source import read_file

_MOST_FILES = 200
"""How many files one schema may be spread over: our own figure."""

_MOST_REFERENCES = 10_000
"""How many references one schema may have: the validator's time grows with their square. Our own figure."""

_KNOWN_HOSTS = ("json-schema.org", "www.json-schema.org")
"""Hosts of the schemas of JSON Schema itself, which the validator brings along."""


class SchemaFiles(NamedTuple):
    """A schema, its address, and every document that it refers to by address."""

    schema: dict[str, Any] | bool
    uri: str
    resources: tuple[tuple[str, Any], ...] = ()


def read_schema_files(path: Path, shown: str, boundary: Boundary) -> SchemaFiles:
    """Read a schema and the files that it refers to, all inside `boundary`; raises `ContractError`.

    `shown` names it in messages.
    """
    if not boundary.holds(path):
        _refuse(f"{shown} can’t be read: {OUTSIDE}.")
    uri = path.resolve().as_uri()
    documents: dict[str, Any] = {}
    embedded: set[str] = set()
    waiting = [(uri, shown, "")]
    count = 0
    while waiting:
        address, name, because = waiting.pop()
        if address in documents:
            continue
        if len(documents) == _MOST_FILES:
            _refuse(f"{shown} refers to more than {_MOST_FILES} files.")
        documents[address] = _read(address, name, because, boundary)
        embedded.update(_addresses(documents[address], address))
        for reference in _references(documents[address]):
            count += 1
            target = "" if reference.startswith("#") else _target(documents[address], address, reference, name)
            if target and target not in embedded:
                waiting.append((target, unquote(target.rpartition("/")[2]), f", which {name} refers to,"))
        if count > _MOST_REFERENCES:
            _refuse(f"{shown} is too large to check: {count:,} references; at most {_MOST_REFERENCES:,} are followed.")
    if loop := SchemaGraph(documents).loop:
        _refuse(f"{shown} never ends: {loop} refers back to itself without checking anything.")
    return SchemaFiles(documents[uri], uri, tuple(documents.items()))


def _read(address: str, name: str, because: str, boundary: Boundary) -> Any:  # noqa: ANN401 - any JSON value
    from urllib.request import url2pathname

    try:
        path = Path(url2pathname(urlsplit(address).path))
        boundary.check(path)
        data = read_file(path)
        document = read_data(name if "." in name else f"{name}.json", data)
    except OSError as error:
        _refuse(f"{name}{because} can’t be read: {reason(error)}.")
    except DataFileError as error:
        _refuse(str(error))
    if not isinstance(document, (dict, bool)):
        _refuse(f"{name} is not a JSON Schema: it has no keys.")
    return document


def _is_local(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "file" and parts.netloc in ("", "localhost")


def _refuse(sentence: str) -> NoReturn:
    raise ContractError(sentence)


def _schemas(document: object) -> Iterator[Mapping[str, Any]]:
    """Yield every table of a document, the outermost first."""
    stack = [document]
    while stack:
        current = stack.pop()
        if isinstance(current, dict):
            yield current
            stack.extend(value for key, value in current.items() if key not in ("enum", "const", "default", "examples"))
        elif isinstance(current, list):
            stack.extend(current)


def _references(document: object) -> Iterator[str]:
    return (schema["$ref"] for schema in _schemas(document) if isinstance(schema.get("$ref"), str))


def _target(document: object, address: str, reference: str, name: str) -> str:
    """Return the address of the file that a reference leads to, "" for one that the validator brings along."""
    for base in (_base(document, address), address):
        target = urldefrag(urljoin(base, reference))[0]
        if urlsplit(target).hostname in _KNOWN_HOSTS:
            return ""
        if _is_local(target):
            return target
    _refuse(f"{name} refers to {reference}, which is on the network: keep a copy as a file.")


def _base(document: object, address: str) -> str:
    own = document.get("$id", document.get("id")) if isinstance(document, dict) else None
    return urljoin(address, own) if isinstance(own, str) else address


def _addresses(document: object, address: str) -> Iterator[str]:
    """Yield the addresses of a document and of the schemas inside it that have one of their own."""
    yield address
    base = _base(document, address)
    for schema in _schemas(document):
        own = schema.get("$id", schema.get("id"))
        if isinstance(own, str):
            yield urldefrag(urljoin(base, own))[0]
