"""An image as the article of a platform shows it, and the edits that put it there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.embedded import read_imports
from lintarticle.briefs.image_files import as_address
from lintarticle.briefs.spots import end_of_imports
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
    """Return the edit that makes a paragraph of its own of a text, before the line that starts at an offset."""
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
        """Yield the edit that imports some images, behind the imports that there are or before the text."""
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
