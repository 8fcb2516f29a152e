"""An image as the article of a platform shows it, in the text or as its cover, and the edits that put it there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lintarticle.article.article import Article
from lintarticle.article.editing import Value, insert_keys, set_value
from lintarticle.article.editing.keys import joined_edits
from lintarticle.article.illustrations.illustration import COVERS, Illustration
from lintarticle.article.illustrations.naming import cover_files, file_name
from lintarticle.article.markdown.embedded import read_imports
from lintarticle.article.text.alt_text import redundant_opener, without_opener
from lintarticle.article.text.measure import columns
from lintarticle.briefs.image_files import as_address
from lintarticle.briefs.spots import end_of_imports
from lintarticle.briefs.states import Situation
from lintarticle.pictures import Form
from lintarticle.problem import Edit
from lintarticle.record import NamedTuple
from lintarticle.source import BOM, Span

_ASTRO = "import { Image } from 'astro:assets';"
_ROOTED = "@site/static"
"""Where Docusaurus keeps what is at the root of the site, for imports."""


class ImageToShow(NamedTuple):
    """An image to show: the path as the article names it, and its texts in one line, or ""."""

    target: str
    alt: str
    caption: str = ""


def markup_of(image: ImageToShow, form: Form) -> str:
    """Return the Markdown, shortcode or element for an image; for a form with an import, `Import.name` is in it."""
    if form == "figure":
        values = (("src", image.target), ("alt", image.alt), ("caption", image.caption))
        return "{{< figure " + " ".join(f'{name}="{_quoted(text)}"' for name, text in values if text) + " >}}"
    title = f" {_title(image.caption)}" if image.caption else ""
    return f"![{_alt(image.alt)}]({as_address(image.target)}{title})"


def element_of(image: ImageToShow, name: str, form: Form) -> str:
    """Return the JSX element for an image that is imported under a name."""
    tag = "Image" if form == "image-component" else "img"
    element = f"<{tag} src={{{name}}} alt={_attribute(image.alt)} />"
    if not image.caption:
        return element
    is_plain = re.fullmatch(r"[\w ,.;:'’“”()–—-]+", image.caption)
    caption = image.caption if is_plain else f"{{{_script(image.caption)}}}"
    return f"<figure>{element}<figcaption>{caption}</figcaption></figure>"


def _attribute(text: str) -> str:
    """Return a text as the value of an attribute: in quotation marks, or as an expression where that says more."""
    return f"{{{_script(text)}}}" if re.search(r'["&\\]', text) else f'"{text}"'


def _alt(text: str) -> str:
    """Return a text that Markdown reads as it is between brackets."""
    escaped = re.sub(r"([\\\[\]*`]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?]))", r"\\\1", text)
    return _without_codes(escaped)


def _title(text: str) -> str:
    """Return a text in the quotation marks that it does not have itself."""
    escaped = _without_codes(text.replace("\\", "\\\\"))
    if '"' not in text:
        return f'"{escaped}"'
    return f"'{escaped}'" if "'" not in text else '"' + escaped.replace('"', "&quot;") + '"'


def _without_codes(text: str) -> str:
    """Return a text in which nothing is a character reference, a template or an expression of MDX."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("{", "&#123;")


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _script(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- edits of the text ----------------------------------------------------------------------------------------


def block_edit(text: str, at: int, written: str) -> Edit:
    """Return the edit that inserts a text as a paragraph, before the line that starts at an offset."""
    before, after = text[:at].removeprefix(BOM), text[at:]
    if before and not before.endswith("\n"):
        lead = "\n\n"
    else:
        lead = "" if not before.strip() or re.search(r"\n[ \t]*\n\Z", before) else "\n"
    if not after:
        return Edit(Span(at, at), lead + written + ("\n" if before.endswith("\n") else ""))
    is_apart = re.match(r"[ \t]*(?:\n|\Z)", after)
    return Edit(Span(at, at), f"{lead}{written}\n" + ("" if is_apart else "\n"))


class Imports:
    """The imports that an article of MDX gets: one for each image, and Astro's component."""

    def __init__(self, article: Article, form: Form) -> None:
        self._article = article
        self._form = form
        self._quote = '"' if re.search(r'(?m)^import\s[^\n]*from\s+"', article.text) else "'"
        self._names: dict[str, str] = {
            name: path.text for name, path in read_imports(article.text, article.body.masks).items()
        }
        self._lines: dict[str, str] = {}

    def name_of(self, target: str) -> str:
        """Return the name under which an image is imported, noting the import if there is none."""
        path = f"{_ROOTED}{target}" if target.startswith("/") else target
        for name, known in self._names.items():
            if known == path:
                return name
        name = self._new_name(target)
        self._names[name] = path
        self._lines[target] = f"import {name} from {self._quote}{path}{self._quote};"
        return name

    def edit(self, targets: Container[str]) -> Iterator[Edit]:
        """Yield the edit that imports some images, after the existing imports or before the text."""
        text, body = self._article.text, self._article.body
        own = [line for target, line in self._lines.items() if target in targets]
        lines = [*self._component(), *own]
        if not own:
            return
        at = end_of_imports(self._article)
        written = "\n".join(lines)
        if at > body.span.start:
            yield Edit(Span(at, at), ("" if text[at - 1] == "\n" else "\n") + f"{written}\n")
        else:
            start = at + (text[at : at + 1] == BOM)
            lead = re.compile(r"(?:[ \t]*\n)*").match(text, start)
            yield block_edit(text, lead.end() if lead else start, written)

    def _component(self) -> Iterator[str]:
        text = self._article.text
        if self._form == "image-component" and not re.search(r"import\s*\{[^}]*\bImage\b[^}]*\}\s*from", text):
            yield _ASTRO.replace("'", self._quote)

    def _new_name(self, target: str) -> str:
        words = re.findall(r"[A-Za-z0-9]+", target.rpartition("/")[2].rpartition(".")[0]) or ["image"]
        name = words[0].lower() + "".join(word.capitalize() for word in words[1:])
        base = name = str(f"image{name}" if name[0].isdigit() else name)
        number = 2
        while re.search(rf"\b{name}\b", self._article.text) or name in self._names:
            name, number = f"{base}{number}", number + 1
        return name


# --- alternative texts ----------------------------------------------------------------------------------------


_SENTENCE = r"[.!?](?=\s)|[。！？]"
_CLAUSE = r"\s*(?:[,;:，；：、(（]|[–—](?=\s))"


def alt_of(item: Illustration, language: str, longest: int) -> str:
    """Return the alternative text of a brief, else the beginning of its description that has its sense.

    `longest` counts columns; a description without any sentence or clause that ends before is used as a whole.
    """
    if item.alt:
        return " ".join(item.alt.text.split())
    described = item.description or item.fields.get("title")
    text = " ".join(described.text.split()) if described else ""
    opener = redundant_opener(text, language)
    text = without_opener(text, opener, language) or text if opener else text
    return _beginning(text, longest)


def _beginning(text: str, longest: int) -> str:
    if columns(text) <= longest:
        return text
    ends = [match.end() for match in re.finditer(_SENTENCE, text)]
    ends = [end for end in ends if columns(text[:end]) <= longest] or [
        match.start() for match in re.finditer(_CLAUSE, text) if columns(text[: match.start()]) <= longest
    ]
    return text[: ends[-1]] if ends and ends[-1] > longest // 6 else text


# --- covers ---------------------------------------------------------------------------------------------------


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
