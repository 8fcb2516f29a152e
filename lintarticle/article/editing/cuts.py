"""Parts of a text value changed where they are written: its quotes, its style and its line ends stay."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.article.editing.extent import Editable, content_end, index_of, sound_front_matter
from lintarticle.article.editing.value_edits import is_own, set_value
from lintarticle.article.editing.writing import is_plain_yaml
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.article.values import Cut, Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText, Span

Edits = tuple[Edit, ...]


def cut_value(article: Editable, node: Node, cuts: Sequence[Cut], value: str) -> Edits:
    """Change parts of a text, so that it reads as `value`.

    Where a part can't be found among escapes, or the rest would read as something else, a text of one line is
    written anew; one of several lines has no edit.
    """
    found = sound_front_matter(article)
    if found is None or node.kind != "string" or not is_own(article, node):
        return ()
    span = Span(node.span.start, content_end(article.source, node))
    written = article.source[span]
    places = _places(written, node.text)
    if places:
        at = span.start
        in_brackets = index_of(article).is_in_brackets(node)
        edits = tuple(Edit(Span(at + places[cut.start], at + places[cut.end]), cut.text) for cut in cuts)
        if _reads_as(value, _edited(article.source, span, edits), found.format, flow=in_brackets):
            return edits
    return () if "\n" in written else set_value(article, node, value)


def _edited(source: SourceText, span: Span, edits: Edits) -> str:
    pieces, at = list[str](), span.start
    for edit in edits:
        pieces += (source.text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, source.text[at : span.end]))


def _places(written: str, text: str) -> list[int]:
    """Return where each character of a text is written, and where it ends; nothing where that can't be told.

    Any run of blanks in the text may be written as any other: a folded line end is a blank.
    """
    at, end = _inside(written)
    places: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            continues = index > 0 and text[index - 1].isspace()
            places.append(places[-1] if continues else at)
            while not continues and at < end and written[at].isspace():
                at += 1
            continue
        if at < end and written[at] in "\\'" and written[at : at + 2] in ('\\"', "\\\\", "''"):
            places.append(at)
            if (written[at + 1] if written[at] == "\\" else "'") != char:
                return []
            at += 1 + (written[at] == "\\" or written[:1] == "'")
        elif at < end and written[at] == char:
            places.append(at)
            at += 1
        else:
            return []
    return [*places, at] if not written[at:end].strip() else []


def _inside(written: str) -> tuple[int, int]:
    """Return where the text of a value as written begins and ends, without quotes or the mark of a block."""
    for quote in ('"""', "'''", '"', "'"):
        if written.startswith(quote) and written.endswith(quote) and len(written) >= 2 * len(quote):
            return len(quote), len(written) - len(quote)
    if written[:1] in ("|", ">"):
        header = written.find("\n") + 1
        return len(written) - len(written[header:].lstrip()), len(written)
    return 0, len(written)


def _reads_as(value: str, written: str, form: FrontMatterFormat, *, flow: bool) -> bool:
    """Whether a value, as it would be written, reads as a text, with every reader of its format."""
    if form == "headers":
        return "\n" not in written
    import json
    import tomllib

    import yaml

    try:
        if form == "toml":
            return bool(tomllib.loads(f"key = {written}")["key"] == value)
        if form == "json":
            return bool(json.loads(written) == value)
        read = yaml.safe_load(f"key: [{written}]" if flow else f"key: {written}\n")["key"]
    except (ValueError, yaml.YAMLError):
        return False
    is_plain = written[:1] not in ("'", '"', "|", ">")
    return read == ([value] if flow else value) and (
        not is_plain or is_plain_yaml(" ".join(written.split()), flow=flow)
    )
