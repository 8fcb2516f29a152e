"""YAML to nodes, in one pass over the events of PyYAML's C parser.

Events rather than composed nodes: they say where an alias is, need no recursion, and what was read
before an error is there still. Values are those of `yaml.safe_load`, built one scalar at a time; nothing that
a tag names is ever made.
"""

from __future__ import annotations

import re

import yaml

from lintarticle.article.front_matter.front_matter import (
    MAX_DEPTH,
    TEMPLATE,
    Values,
    not_mapping_fault,
    size_fault,
    too_deep,
)
from lintarticle.article.front_matter.yaml_tree import Refused, TreeBuilder
from lintarticle.article.values import Fault
from lintarticle.expression import expression
from lintarticle.problem import Edit, Fix
from lintarticle.source import SourceText, Span

_MOST_FAULTS = 8
"""Each fault costs another pass over the block; a block with more of them is not worth one."""

# Written as several small sets: one that reaches over all planes takes 4 ms to compile.
_FORBIDDEN = expression("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]|[\ufffe\uffff]")
_INDENT = expression(r"^( *)((?:[-?:][ \t]+)*)(?=\S)", re.MULTILINE)


def read_yaml(source: SourceText, content: Span) -> Values:
    """Read the keys of a YAML block; where one can't be read, the others still are."""
    text = source[content]
    refused = size_fault(text, content) or _too_indented(text, content)
    if refused:
        return Values(None, (refused,))
    faults = _forbidden_characters(text, content)
    text = _FORBIDDEN.sub(" ", text) if faults else text
    for _ in range(_MOST_FAULTS):
        builder = TreeBuilder(source, text, content.start)
        try:
            root = builder.build()
        except Refused as refusal:
            return Values(None, (refusal.fault,))
        except yaml.MarkedYAMLError:
            # Imported when needed: most front matter has nothing to explain.
            from lintarticle.article.front_matter.yaml_explanations import yaml_faults

            found, text = yaml_faults(text, content.start)
            faults.extend(found)
            continue
        faults.extend(builder.faults)
        if root is not None and root.kind != "mapping":
            if not faults:
                what = "a list" if root.kind == "list" else "text without keys"
                faults.append(not_mapping_fault(root.span, what))
            root = None
        return Values(root, tuple(_calm(faults)))
    return Values(None, tuple(_calm(faults)))


def _calm(faults: list[Fault]) -> list[Fault]:
    """Put the faults in order, and say only once that the file is a template."""
    if len(faults) < 2:
        return faults
    ordered = sorted(faults, key=lambda fault: fault.span.start)
    first = next((fault for fault in ordered if fault.message == TEMPLATE), None)
    return [fault for fault in ordered if fault.message != TEMPLATE or fault is first]


def _too_indented(text: str, content: Span) -> Fault | None:
    """Refuse more than `MAX_DEPTH` levels of indentation, `- - - …` on one line counted in."""
    levels: list[int] = []
    for found in _INDENT.finditer(text):
        indent = len(found[1])
        while levels and levels[-1] >= indent:
            levels.pop()
        levels.append(indent)
        if len(levels) + len(found[2]) // 2 > MAX_DEPTH and len(levels) + len(found[2].split()) > MAX_DEPTH:
            return too_deep(Span(content.start + found.start(), content.start + found.end()))
    return None


def _forbidden_characters(text: str, content: Span) -> list[Fault]:
    """Return one fault for the first character that YAML does not allow, with a fix that removes them all."""
    if text.replace("\n", " ").isprintable():
        return []
    places = [content.start + found.start() for found in _FORBIDDEN.finditer(text)]
    if not places:
        return []
    code = ord(text[places[0] - content.start])
    message = f"An invisible control character (U+{code:04X}) is here; delete it."
    edits = tuple(Edit(Span(place, place + 1), "") for place in places)
    fix = Fix("Remove the invisible characters", edits, "unsafe")
    return [Fault("syntax", Span(places[0], places[0] + 1), message, fix=fix)]
