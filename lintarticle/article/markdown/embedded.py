"""Images, links and headings that are written as HTML, components or shortcodes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from lintarticle.article.markdown.elements import CodeBlock, Heading, Image, Link
from lintarticle.article.markdown.html import Element, Tag, elements
from lintarticle.article.markdown.inline import squeeze
from lintarticle.article.markdown.masking import Mask
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.source import Span

_IMAGE_COMPONENTS = frozenset(
    ("Image", "Img", "Picture", "Figure", "NextImage", "StaticImage", "GatsbyImage", "ThemedImage", "ThemeImage")
)
_IMAGE_SHORTCODES = frozenset(("figure", "img", "image", "picture", "imgproc"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINKS = frozenset(("a",))
RAW = frozenset(("pre", "code", "script", "style", "svg", "math", "textarea", "template"))
"""Elements whose content is never prose."""

_PARAMETER = expression(r"""(?:([\w-]+)\s*=\s*)?("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`|[^\s"'`=]+)""")
_TAG = expression(r"<[^<>]*>")
_IMPORT = expression(r"""import\s+([\w$]+)\s+from\s+(["'])([^"'\n]+)\2""")


def read_imports(text: str, masks: Iterable[Mask]) -> dict[str, Text]:
    """Return what the ES imports of MDX name: `import hero from './hero.png'` gives `hero` → the path."""
    names: dict[str, Text] = {}
    for mask in masks:
        if mask.kind == "esm":
            for match in _IMPORT.finditer(text, *mask.span):
                names[match[1]] = Text(match[3], Span(*match.span(3)))
    return names


def html_images(tags: Iterable[Tag], imports: dict[str, Text]) -> Iterator[Image]:
    """Yield the image of every `<img>` and image component."""
    for tag in tags:
        if tag.closing or not (tag.name.lower() == "img" or tag.name in _IMAGE_COMPONENTS):
            continue
        target = _source(tag)
        if tag.name != tag.name.lower() and target is None:
            continue  # a component that merely has this name
        if target and target.text.startswith("{"):
            target = imports.get(target.text.strip("{} ").removesuffix(".src"), target)
        yield Image("html", tag.span, tag.get("alt") or tag.get("..."), target, tag.get("title"), _is_decorative(tag))


def _source(tag: Tag) -> Text | None:
    """Return where the picture of a tag comes from; a script that loads it late puts it in the place of `src`."""
    for name in ("data-src", "data-lazy-src", "data-original", "src", "sources"):
        found = tag.get(name)
        if found and found.text.strip():
            return found
    several = tag.get("srcset") or tag.get("data-srcset")
    first = several.text.split(",")[0].split() if several else []
    return Text(first[0], several.span) if several and first else tag.get("src")


def _is_decorative(tag: Tag) -> bool:
    alt, role, hidden = tag.get("alt"), tag.get("role"), tag.get("aria-hidden")
    return (
        (alt is not None and not alt.text and "alt" not in tag.dynamic)
        or (role is not None and role.text.lower() in ("presentation", "none"))
        or (hidden is not None and hidden.text.lower() in ("", "true"))
    )


def shortcode_images(text: str, masks: Iterable[Mask]) -> Iterator[Image]:
    """Yield the images of Hugo shortcodes (`figure`, `img`, …), of `{% include figure … %}` and `{% asset_img … %}`."""
    for mask in masks:
        if mask.kind not in ("shortcode", "liquid") or text.startswith(("/", "/*"), mask.inner.start):
            continue
        parameters, positional = _parameters(text, mask)
        if mask.kind == "shortcode" and mask.name in _IMAGE_SHORTCODES:
            target = parameters.get("src") or (positional[0] if positional and mask.name == "figure" else None)
        elif mask.kind == "liquid" and mask.name == "include" and positional:
            is_image = re.search(r"figure|image|img|picture", positional[0].text)
            names = ("image_path", "src", "url", "file", "path", "image")
            target = next((parameters[name] for name in names if name in parameters), None) if is_image else None
        elif mask.kind == "liquid" and mask.name == "asset_img":  # Hexo: class names come first
            target = next((each for each in positional if re.search(r"\.\w{3,4}$", each.text)), None)
        else:
            continue
        if target:
            alt = parameters.get("alt") or parameters.get("caption")  # Hugo's figure falls back to its caption
            decorative = "alt" in parameters and not parameters["alt"].text
            yield Image("shortcode", mask.span, alt, target, parameters.get("title"), decorative)


def _parameters(text: str, mask: Mask) -> tuple[dict[str, Text], list[Text]]:
    """Read the parameters of a shortcode or tag, named and positional."""
    named: dict[str, Text] = {}
    positional: list[Text] = []
    name_end = text.find(mask.name, mask.inner.start) + len(mask.name)
    for match in _PARAMETER.finditer(text, name_end, mask.inner.end):
        start, end = match.span(2)
        value = match[2]
        if value[0] in "\"'`" and len(value) > 1:
            start, end, value = start + 1, end - 1, value[1:-1].replace('\\"', '"')
        parameter = Text(value, Span(start, end))
        if match[1]:
            named.setdefault(match[1].lower(), parameter)
        elif value != "/":
            positional.append(parameter)
    return named, positional


def shortcode_code(text: str, masks: Iterable[Mask]) -> Iterator[CodeBlock]:
    """Yield the code of paired shortcodes and tags: `{{< highlight go >}}…`, `{% highlight ruby %}…`."""
    for mask in masks:
        if mask.kind == "code":
            opening = text[mask.span.start : mask.inner.start].strip("{}<>% \t\n")
            info = opening.removeprefix(mask.name).strip()
            yield CodeBlock(mask.span, mask.inner, info, info.split(None, 1)[0] if info else "", fenced=True)


def html_links(text: str, tags: Iterable[Tag]) -> Iterator[Link]:
    """Yield the link of every `<a href>` that is closed."""
    for element in elements(tags, _LINKS):
        href = element.tag.get("href")
        if href is not None:
            shown = _plain(text, element)
            yield Link("html", element.span, Text(shown, element.content), href, element.tag.get("title"))


def html_headings(text: str, tags: Iterable[Tag]) -> Iterator[Heading]:
    """Yield every `<h1>` to `<h6>` that is closed."""
    for element in elements(tags, _HEADINGS):
        anchor = element.tag.get("id")
        level = int(element.tag.name[1])
        yield Heading(
            level, _plain(text, element), element.span, element.content, "html", anchor.text if anchor else ""
        )


def raw_elements(tags: Iterable[Tag]) -> Iterator[Span]:
    """Yield the spans of elements whose content is code or data."""
    return (element.span for element in elements(tags, RAW))


def _plain(text: str, element: Element) -> str:
    """Return the text of an element, with the alt of its images."""
    inner = text[element.content.start : element.content.end]
    return squeeze(html.unescape(_TAG.sub(_alt_of, inner)))


def _alt_of(match: re.Match[str]) -> str:
    alt = re.search(r"""\balt\s*=\s*(["'])(.*?)\1""", match[0])
    return alt[2] if alt and match[0][:4].lower() in ("<img", "<ima") else ""
