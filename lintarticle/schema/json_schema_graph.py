"""Which schemas of a JSON Schema look at the same value, and how much work that makes of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

_IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies")
"""Keywords whose schemas look at the same value as the one that they are in."""

_DATA = ("enum", "const", "default", "examples")
"""Keywords whose values are not schemas."""

_OF_KEYS = ("additionalProperties", "unevaluatedProperties", "propertyNames")
_OF_ITEMS = ("items", "additionalItems", "unevaluatedItems", "contains")
"""Keywords whose one schema looks at parts of a value, whatever their key or position."""

_Schema = dict[str, Any]


class SchemaGraph:
    """The schemas of some documents, given by their addresses, and how they refer to each other.

    `loop` is a reference of a circle that never looks at a part of the value, or "".
    """

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self._by_address: dict[str, Any] = dict(documents)
        self._base: dict[int, str] = {}
        self._dynamic: dict[str, list[_Schema]] = {}
        self._schemas: list[_Schema] = []
        self._ranks: dict[int, int] = {}
        for address, document in documents.items():
            self._locate(document, address)
        self.loop = self._circle()

    def _locate(self, document: object, address: str) -> None:
        """Note the base address of every schema, and the addresses and anchors by which schemas are called."""
        waiting = [(document, address)]
        while waiting:
            current, base = waiting.pop()
            if isinstance(current, list):
                waiting.extend((item, base) for item in current)
            elif isinstance(current, dict):
                base = self._named(current, base)
                self._base[id(current)] = base
                self._schemas.append(current)
                waiting.extend((value, base) for key, value in current.items() if key not in _DATA)

    def _named(self, schema: _Schema, base: str) -> str:
        own = schema.get("$id", schema.get("id"))
        if isinstance(own, str):
            called = urljoin(base, own)
            self._by_address.setdefault(called.removesuffix("#"), schema)
            base = urldefrag(called)[0]
        for keyword in ("$anchor", "$dynamicAnchor"):
            anchor = schema.get(keyword)
            if isinstance(anchor, str):
                self._by_address.setdefault(f"{base}#{anchor}", schema)
                if keyword == "$dynamicAnchor":
                    self._dynamic.setdefault(anchor, []).append(schema)
        return base

    # --- schemas in the place of others ---

    def in_place(self, schema: _Schema) -> list[_Schema]:
        """Return the schemas that a schema directly applies to its own value, as often as it does."""
        found = [*self._referred(schema)]
        for keyword in _IN_PLACE:
            below = schema.get(keyword)
            if isinstance(below, list):
                found += [each for each in below if isinstance(each, dict)]
            elif keyword.startswith("depend") and isinstance(below, dict):
                found += [each for each in below.values() if isinstance(each, dict)]
            elif isinstance(below, dict):
                found.append(below)
        return found

    def _referred(self, schema: _Schema) -> Iterator[_Schema]:
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            reference = schema.get(keyword)
            if isinstance(reference, str):
                target = self._at(urljoin(self._base.get(id(schema), ""), reference))
                if isinstance(target, dict):
                    yield target
                if keyword == "$dynamicRef":
                    others = self._dynamic.get(urldefrag(reference)[1], ())
                    yield from (each for each in others if each is not target)

    def _at(self, address: str) -> object:
        address = address.removesuffix("#")
        if address in self._by_address:
            return self._by_address[address]
        document, pointer = urldefrag(address)
        found = self._by_address.get(document)
        for part in unquote(pointer).split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, list) and key.isdecimal() and int(key) < len(found):
                found = found[int(key)]
            else:
                return None
        return found

    def reached(self, schema: object) -> list[_Schema]:
        """Return a schema and all that it puts in its own place, directly or by way of others, each once."""
        found: dict[int, _Schema] = {}
        waiting = [schema] if isinstance(schema, dict) else []
        for current in waiting:
            if id(current) not in found:
                found[id(current)] = current
                waiting.extend(self.in_place(current))
        return list(found.values())

    def _circle(self) -> str:
        for start in self._schemas:
            if id(start) not in self._ranks and (reference := self._rank(start)):
                return reference
        return ""

    def _rank(self, start: _Schema) -> str:
        """Give a schema, and all in its place, a rank that is lower the later it is done; return as `loop` says."""
        stack = [(start, iter(self.in_place(start)))]
        open_ones = {id(start)}
        while stack:
            schema, below = stack[-1]
            following = next(below, None)
            if following is None:
                stack.pop()
                open_ones.discard(id(schema))
                self._ranks[id(schema)] = -len(self._ranks)
            elif id(following) in open_ones:
                circle = [following, *(each for each, _ in reversed(stack))]
                return next((f"“{each['$ref']}”" for each in circle if "$ref" in each), "a reference")
            elif id(following) not in self._ranks:
                open_ones.add(id(following))
                stack.append((following, iter(self.in_place(following))))
        return ""

    # --- work ---

    def work(self, schema: object, value: object, most: int) -> int:
        """Return the most times that schemas may look at values; counting ends where that exceeds `most`.

        There is no `loop`. What is in the place of a schema that looks at left-over parts is looked at twice for it.
        """
        total = 0
        waiting = [(value, [(schema, 1)] if isinstance(schema, dict) else [])]
        while waiting and total <= most:
            current, schemas = waiting.pop()
            counted = self._counted(schemas)
            total += sum(count for _, count in counted)
            for place, part in _parts(current):
                waiting.append((part, [(below, count) for each, count in counted for below in _below(each, place)]))
        return total

    def _counted(self, schemas: list[tuple[_Schema, int]]) -> list[tuple[_Schema, int]]:
        """Return the schemas that look at a value, given by those that start, and how often each does."""
        counts: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        found: dict[int, _Schema] = {}
        counted: list[tuple[_Schema, int]] = []
        waiting = schemas
        while waiting or heap:
            for schema, count in waiting:
                key = id(schema)
                if key not in counts:
                    found[key] = schema
                    heappush(heap, (self._ranks[key], key))
                counts[key] = counts.get(key, 0) + count
            key = heappop(heap)[1] if heap else 0
            schema, count = found[key], counts[key]
            counted.append((schema, count))
            times = 2 if "unevaluatedProperties" in schema or "unevaluatedItems" in schema else 1
            waiting = [(below, count * times) for below in self.in_place(schema)]
        return counted


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _below(schema: _Schema, place: str | int) -> Iterator[_Schema]:
    """Yield the schemas by which a schema may look at a part of its value."""
    named = schema.get("properties") if isinstance(place, str) else schema.get("prefixItems", schema.get("items"))
    found = [schema.get(keyword) for keyword in (_OF_KEYS if isinstance(place, str) else _OF_ITEMS)]
    if isinstance(named, dict) and isinstance(place, str):
        found.append(named.get(place))
    elif isinstance(named, list) and isinstance(place, int) and place < len(named):
        found.append(named[place])
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict) and isinstance(place, str):
        found += patterns.values()
    yield from (each for each in found if isinstance(each, dict))
