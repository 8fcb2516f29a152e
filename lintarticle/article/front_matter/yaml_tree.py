"""The events of one YAML document to a tree of nodes, iteratively and within bounds."""

from __future__ import annotations

import re
from typing import Protocol

import yaml

from lintarticle.article.front_matter.front_matter import (
    DATE,
    LONGEST_NUMBER,
    MAX_DEPTH,
    MAX_NODES,
    TEMPLATE,
    duplicate_fault,
    impossible_date,
    list_node,
    mapping_node,
    too_deep,
)
from lintarticle.article.values import Entry, Fault, Node, NodeKind, NodeStyle
from lintarticle.expression import expression
from lintarticle.problem import Edit, Fix
from lintarticle.source import SourceText, Span

_STYLES: dict[str | None, NodeStyle] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_PROPERTIES = expression(r"(?:[&!]\S*\s+)+")
_STANDARD = "tag:yaml.org,2002:"
_KNOWN_TAGS = frozenset(
    _STANDARD + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "binary", "set", "omap", "pairs")
)


LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
Loader = yaml.CSafeLoader | yaml.SafeLoader


class _Mark(Protocol):
    @property
    def index(self) -> int: ...


def _offset(mark: _Mark | None) -> int:
    """Return the offset of a mark; PyYAML always gives one to an event."""
    return mark.index if mark else 0


class Refused(Exception):  # noqa: N818 - not an error of the program: the text is refused
    """The text goes beyond a bound; `fault` says which."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Open:
    """A list or mapping whose end was not met yet; in a mapping, `children` are keys and values in turn."""

    __slots__ = ("anchor", "children", "flow", "is_mapping", "size", "span")

    def __init__(self, span: Span, anchor: str | None, *, is_mapping: bool, flow: bool) -> None:
        self.span = span
        self.anchor = anchor
        self.is_mapping = is_mapping
        self.flow = flow
        self.children: list[Node] = []
        self.size = 1


class TreeBuilder:
    """Builds the tree of the first document of `text`, whose first character is at `base` in the file."""

    def __init__(self, source: SourceText, text: str, base: int) -> None:
        self.faults: list[Fault] = []
        self._source = source
        self._base = base
        self._text = text
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._unused: dict[str, Span] = {}
        self._unfolded = 0
        self._root: Node | None = None

    def build(self) -> Node | None:
        """Return the root, None for an empty document; raises `yaml.MarkedYAMLError` and `Refused`."""
        loader = LOADER(self._text)
        try:
            while (event := loader.get_event()) is not None:
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(loader, event)
                elif isinstance(event, yaml.CollectionStartEvent):
                    self._start(event)
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._end(event)
                elif isinstance(event, yaml.AliasEvent):
                    self._alias(event)
                elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
                    break
        finally:
            loader.dispose()
        self._name_unused_anchors()
        empty = self._root is not None and self._root.kind == "null" and self._root.span.start == self._root.span.end
        return None if empty else self._root

    def _span(self, event: yaml.NodeEvent) -> Span:
        """Return the span of an event, without the anchor and tag before its value."""
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        if self._text[start : start + 1] in ("&", "!"):
            properties = _PROPERTIES.match(self._text, start, end)
            start = properties.end() if properties else start
        return Span(self._base + start, self._base + end)

    def _add(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        if self._open:
            parent = self._open[-1]
            parent.children.append(node)
            parent.size += size
        else:
            self._root = node

    def _scalar(self, loader: Loader, event: yaml.ScalarEvent) -> None:
        style = _STYLES.get(event.style, "plain")
        span = self._span(event)
        if style in ("literal", "folded"):
            written = self._source[span]
            span = Span(span.start, span.start + len(written.rstrip(" \t\n")))
        tag = event.tag
        if tag is None or tag == "!":
            # types-PyYAML leaves this one method without types.
            tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]  # PyYAML has no types
        else:
            tag = self._checked_tag(event, tag)
        kind: NodeKind
        kind, value, fault = read_scalar(loader, tag.removeprefix(_STANDARD), event.value, span)
        if fault:
            self.faults.append(fault)
        if event.anchor and style == "plain" and kind == "string":
            start = self._base + _offset(event.start_mark)
            self._unused[event.anchor] = Span(start, span.end)
        is_key = bool(self._open) and self._open[-1].is_mapping and len(self._open[-1].children) % 2 == 0
        text = "" if kind == "null" and not is_key else event.value
        self._add(Node(kind, value, span, text, style), 1, event.anchor)

    def _checked_tag(self, event: yaml.Event, tag: str) -> str:
        """Report a tag that is not YAML's own, once a file, and read its value as the text that it is."""
        if tag in _KNOWN_TAGS:
            return tag
        if not any(fault.kind == "unsafe-yaml" for fault in self.faults):
            start = _offset(event.start_mark)
            written = re.compile(r"[^!\n]*(![^\s,\]}]*)").match(self._text, start)
            shown = Span(*written.span(1)) if written else Span(start, start + 1)
            message = (
                f"“{self._text[shown.start : shown.end]}” is an instruction to a program and is ignored; "
                "if it is text, put it in quotes."
            )
            place = Span(self._base + shown.start, self._base + shown.end)
            self.faults.append(Fault("unsafe-yaml", place, message, fix=self._quoting(shown)))
        return _STANDARD + "str"

    def _quoting(self, tag: Span) -> Fix | None:
        """Return the fix that makes text of a value which starts with a single “!”."""
        end = self._text.find("\n", tag.start)
        span = Span(tag.start, len(self._text) if end < 0 else end)
        written = self._text[span.start : span.end].rstrip(" \t\n")
        if written.startswith("!!") or re.search(r"[\[\]{}\"']", written) or " " not in written:
            return None
        edit = Edit(Span(self._base + span.start, self._base + span.start + len(written)), f'"{written}"')
        return Fix("Quote the value", (edit,), "unsafe")

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag not in (None, "!"):
            self._checked_tag(event, event.tag)
        span = self._span(event)
        if len(self._open) >= MAX_DEPTH:
            raise Refused(too_deep(span))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(span, event.anchor, is_mapping=is_mapping, flow=bool(event.flow_style)))

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        if done.flow:
            span = Span(done.span.start, self._base + _offset(event.end_mark))
        elif done.children:
            span = Span(done.children[0].span.start, done.children[-1].span.end)
            # The dash of a list, or of a list's first item that is itself a group, is before the first child.
            span = span if done.is_mapping else Span(min(done.span.start, span.start), span.end)
        else:
            span = done.span
        style = "flow" if done.flow else "block"
        if done.flow and done.is_mapping and self._source.text.startswith("{{", span.start):
            self.faults.append(Fault("syntax", span, TEMPLATE))
            node = Node("string", self._source[span], span, self._source[span])
        elif done.is_mapping:
            node = self._mapping(done, span, style)
        else:
            node = list_node(done.children, span, style)
        self._add(node, done.size, done.anchor)

    def _mapping(self, done: _Open, span: Span, style: str) -> Node:
        own: dict[str, Entry] = {}
        merged: dict[str, Entry] = {}
        entries: list[Entry] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if key.kind in ("list", "mapping"):
                message = "A bracket starts a group where a key was expected; put text in quotes."
                self.faults.append(Fault("syntax", key.span, message))
            elif key.text == "<<" and key.style == "plain":
                merged.update(self._merged(key, value))
            else:
                first = own.get(key.text)
                if first:
                    line = self._source.line_of(first.key.span.start)
                    self.faults.append(duplicate_fault(first.key.span, key.span, key.text, line))
                entry = Entry(key, value)
                own.setdefault(key.text, entry)
                entries.append(entry)
        taken = [entry for name, entry in merged.items() if name not in own]
        return mapping_node([*taken, *entries], span, style)

    def _merged(self, key: Node, value: Node) -> dict[str, Entry]:
        """Return the entries that `<<` takes over; of several groups the one named first wins."""
        groups = value.items if value.kind == "list" else (value,)
        found: dict[str, Entry] = {}
        for group in reversed(groups):
            if group.kind != "mapping":
                message = "“<<” copies the keys of another group; name that group, such as “*defaults”."
                self.faults.append(Fault("syntax", key.span, message))
                return {}
            found.update((entry.key.text, entry) for entry in group.entries)
        return found

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        start = self._base + _offset(event.start_mark)
        span = Span(start, self._base + _offset(event.end_mark))
        if name not in self._anchors:
            if any(part.anchor == name for part in self._open):
                message = f"“*{name}” refers to a group that contains itself; write its values out."
                raise Refused(Fault("unsafe-yaml", span, message))
            self._unknown_alias(span)
            return
        self._unused.pop(name, None)
        node, size = self._anchors[name]
        self._unfolded += size
        if self._unfolded > MAX_NODES:
            message = f"Aliases such as “*{name}” expand to more than {MAX_NODES:,} values; they were not read."
            raise Refused(Fault("unsafe-yaml", span, message))
        self._add(node._replace(span=span), size, None)

    def _unknown_alias(self, span: Span) -> None:
        written = self._source[span]
        message = f"“{written}” refers to a value that does not exist; put text that starts with “*” in quotes."
        edit = Edit(span, f'"{written}"')
        self.faults.append(Fault("syntax", span, message, fix=Fix("Quote the value", (edit,), "unsafe")))
        self._add(Node("string", written, span, written), 1, None)

    def _name_unused_anchors(self) -> None:
        for span in self._unused.values():
            written = self._source[span]
            quoted = "'" + written.replace("'", "''") + "'"
            message = "The value starts with “&”, which names a value here; put it all in quotes."
            fix = Fix("Quote the value", (Edit(span, quoted),), "unsafe") if "\n" not in written else None
            self.faults.append(Fault("syntax", Span(span.start, span.start + 1), message, fix=fix))


def read_scalar(
    loader: yaml.CSafeLoader | yaml.SafeLoader, tag: str, text: str, span: Span
) -> tuple[NodeKind, object, Fault | None]:
    """Return kind and value of a scalar whose resolved tag (without its prefix) is given, and what is wrong with it."""
    kind: NodeKind
    try:
        if tag == "bool":
            return "boolean", loader.construct_yaml_bool(yaml.ScalarNode(tag, text)), None
        if tag == "null":
            return "null", None, None
        if tag in ("int", "float") and len(text) <= LONGEST_NUMBER:
            kind = "integer" if tag == "int" else "number"
            construct = loader.construct_yaml_int if tag == "int" else loader.construct_yaml_float
            return kind, construct(yaml.ScalarNode(tag, text)), None
        if tag == "timestamp":
            value = loader.construct_yaml_timestamp(yaml.ScalarNode(tag, text))
            return "datetime" if hasattr(value, "hour") else "date", value, None
    except (ValueError, LookupError, AttributeError, OverflowError):
        return "string", text, impossible_date(text, span) if tag == "timestamp" and DATE.match(text) else None
    return "string", text, None
