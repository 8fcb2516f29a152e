"""JSON Schema files of the repository: read with every file that they refer to, refused where they can't be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lintarticle.boundary import OUTSIDE, Boundary
from lintarticle.schema.contract import ContractError, Mistake
from lintarticle.schema.data_files import DataFileError, read_data, reason
from lintarticle.source import read_file

_MOST_FILES = 200
"""How many files one schema may be spread over: our own figure."""

_KNOWN_HOSTS = ("json-schema.org", "www.json-schema.org")
"""Hosts of the schemas of JSON Schema itself, which the validator brings along."""

_IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")
"""Keywords whose schemas look at the same value as the one that they stand in."""


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
    waiting = [(uri, shown, "")]
    while waiting:
        address, name, because = waiting.pop()
        if address in documents:
            continue
        if len(documents) == _MOST_FILES:
            _refuse(f"{shown} refers to more than {_MOST_FILES} files.")
        documents[address] = _read(address, name, because, boundary)
        for reference in _references(documents[address]):
            target = urldefrag(urljoin(_base(documents[address], address), reference))[0]
            if _is_embedded(target, documents) or urlsplit(target).hostname in _KNOWN_HOSTS:
                continue
            if not _is_local(target):
                if _is_local(urljoin(address, reference)):
                    target = urldefrag(urljoin(address, reference))[0]
                else:
                    _refuse(f"{name} refers to {reference}, which is on the network: keep a copy as a file.")
            waiting.append((target, unquote(target.rpartition("/")[2]), f", which {name} refers to,"))
    if loop := _loop(documents, uri):
        _refuse(f"{shown} goes round in a circle: {loop} leads back to itself without looking at any part of a value.")
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
        _refuse(f"{name} is not a JSON Schema: it holds no keys.")
    return document


def _is_local(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "file" and parts.netloc in ("", "localhost")


def _refuse(sentence: str) -> NoReturn:
    raise ContractError(Mistake((), sentence))


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
    for schema in _schemas(document):
        reference = schema.get("$ref")
        if isinstance(reference, str) and not reference.startswith("#"):
            yield reference


def _base(document: object, address: str) -> str:
    own = document.get("$id", document.get("id")) if isinstance(document, dict) else None
    return urljoin(address, own) if isinstance(own, str) else address


def _is_embedded(target: str, documents: Mapping[str, Any]) -> bool:
    """Whether an address is that of a schema inside the documents read so far, by its `$id`."""
    if target in documents:
        return True
    for address, document in documents.items():
        base = _base(document, address)
        for schema in _schemas(document):
            own = schema.get("$id", schema.get("id"))
            if isinstance(own, str) and urldefrag(urljoin(base, own))[0] == target:
                return True
    return False


def named_keys(files: SchemaFiles) -> dict[str, Any]:
    """Return the top-level keys that a schema names with their schemas, those of schemas in its place too."""
    documents = dict(files.resources)
    found: dict[str, Any] = {}
    for spot in [(files.uri, ""), *sorted(_reached(documents, (files.uri, "")))]:
        schema = _at(documents.get(spot[0]), spot[1])
        properties = schema.get("properties") if isinstance(schema, dict) else None
        for name, below in properties.items() if isinstance(properties, dict) else ():
            found.setdefault(name, below)
    return found


# --- circles --------------------------------------------------------------------------------------------------

_Spot = tuple[str, str]
"""A document's address, and the JSON pointer into it."""


def _loop(documents: Mapping[str, Any], root: str) -> str:
    """Return the reference of a circle that never looks at a part of the value, "" where there is none."""
    for address in documents:
        for pointer, schema in _located(documents[address]):
            if "$ref" in schema:
                spot = (address, pointer)
                if spot in _reached(documents, spot):
                    return f"“{schema['$ref']}”"
    return ""


def _reached(documents: Mapping[str, Any], start: _Spot) -> set[_Spot]:
    """Return the schemas that a schema puts in its own place, directly or by way of others."""
    found: set[_Spot] = set()
    waiting = list(_in_place(documents, start))
    while waiting:
        spot = waiting.pop()
        if spot not in found:
            found.add(spot)
            waiting.extend(_in_place(documents, spot))
    return found


def _in_place(documents: Mapping[str, Any], spot: _Spot) -> Iterator[_Spot]:
    address, pointer = spot
    schema = _at(documents.get(address), pointer)
    if not isinstance(schema, dict):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str):
        target, fragment = urldefrag(urljoin(address, reference))
        if target in documents and (not fragment or fragment.startswith("/")):
            yield target, unquote(fragment)
    for keyword in _IN_PLACE:
        below = schema.get(keyword)
        if isinstance(below, list):
            yield from ((address, f"{pointer}/{keyword}/{number}") for number in range(len(below)))
        elif isinstance(below, dict):
            yield address, f"{pointer}/{keyword}"


def _located(document: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    stack: list[tuple[str, object]] = [("", document)]
    while stack:
        pointer, current = stack.pop()
        if isinstance(current, dict):
            yield pointer, current
            below = ((key.replace("~", "~0").replace("/", "~1"), value) for key, value in current.items())
            stack.extend((f"{pointer}/{key}", value) for key, value in below if key not in ("enum", "const", "default"))
        elif isinstance(current, list):
            stack.extend((f"{pointer}/{number}", value) for number, value in enumerate(current))


def _at(document: object, pointer: str) -> object:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict):
            document = document.get(key)
        elif isinstance(document, list) and key.isdecimal() and int(key) < len(document):
            document = document[int(key)]
        else:
            return None
    return document
