"""Sites for the tests of `lintarticle rename-article`, with links of every form, and a resolver of its own.

Each line of a text that begins with a number has one link. The resolver knows the forms and the platform, and nothing
of the code under test: it finds out which file a link leads to, by what is in that file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from random import Random
from typing import NamedTuple
from urllib.parse import quote, unquote

WORDS = ("tides", "harbour", "low-water", "Ebb", "über", "two words", "pilot(s)", "a.b", "moon_2", "潮汐")
FOLDERS = {
    "hugo": ("content", "content/posts", "content/guides/deep", "content/posts/2024"),
    "zola": ("content", "content/blog", "content/notes"),
    "jekyll": ("_posts", "_posts/sea", "pages", "."),
    "mkdocs": ("docs", "docs/guide", "docs/guide/more"),
    "plain": (".", "notes", "notes/deep/er"),
}
SETTINGS = {
    "hugo": ("hugo.toml", 'baseURL = "https://example.org/"\n'),
    "zola": ("config.toml", 'base_url = "https://example.org"\n'),
    "jekyll": ("_config.yml", "permalink: pretty\nplugins: [jekyll-redirect-from]\n"),
    "mkdocs": ("mkdocs.yml", "site_name: Tides\n"),
    "plain": ("notes.txt", ""),
}
FORMS = {
    "hugo": ("ref", "relref", "url", "page"),
    "zola": ("zola", "url"),
    "jekyll": ("post", "link", "url"),
    "mkdocs": (),
    "plain": ("rooted",),
}
EVERYWHERE = ("path", "dotted", "angle", "html", "definition", "field", "picture")


class Site(NamedTuple):
    """A site: its platform, its files, and the form of the link on each numbered line."""

    platform: str
    files: Mapping[str, bytes]
    forms: Mapping[int, str]

    @property
    def articles(self) -> list[str]:
        """The articles, by path."""
        return [path for path in self.files if path.endswith(".md")]


def made(random: Random) -> Site:
    """Return a site at random."""
    platform = random.choice(list(FOLDERS))
    name, settings = SETTINGS[platform]
    files: dict[str, bytes] = {name: settings.encode()}
    for number in range(random.randrange(4, 9)):
        path = _free(random, platform, files)
        files[path] = f"article {number}".encode()
        picture = join(dirname(path), f"p{number}.png")
        files[picture] = f"picture {number}".encode()
    forms: dict[int, str] = {}
    texts = {path: _text(random, platform, path, files, forms) for path in files if path.endswith(".md")}
    return Site(platform, {**files, **texts}, forms)


def new_path(random: Random, site: Site, old: str) -> str:
    """Return a path that is free, of the same kind."""
    if old.endswith("/index.md"):
        while True:
            path = _free(random, site.platform, site.files)
            if path.endswith("/index.md"):
                return path
    while (path := _free(random, site.platform, site.files)).endswith("/index.md"):
        continue
    return (
        path if site.platform != "jekyll" or ("_posts/" in path) == ("_posts/" in old) else new_path(random, site, old)
    )


def _free(random: Random, platform: str, files: Mapping[str, bytes]) -> str:
    while True:
        folder = random.choice(FOLDERS[platform])
        stem = random.choice(WORDS) + random.choice(("", "-1", "-2", "-3"))
        if platform == "hugo":
            stem = stem.replace("(", "").replace(")", "")
        if platform == "zola":
            stem = quote(stem, safe="").replace("%", "").replace(".", "").replace("_", "").replace("~", "")
        if folder.startswith("_posts"):
            stem = f"2024-0{random.randrange(1, 10)}-11-{stem}"
        is_bundle = platform in ("hugo", "zola", "plain") and random.random() < 0.3
        path = normpath(join(folder, stem, "index.md") if is_bundle else join(folder, f"{stem}.md"))
        taken = {each.casefold() for path in files for each in (path, path.removesuffix(".md"), dirname(path))}
        names = {path, path.removesuffix(".md"), dirname(path) if is_bundle else path}
        stems = {_stem(each).casefold() for each in files}
        if not {each.casefold() for each in names} & taken and _stem(path).casefold() not in stems:
            return path


def _stem(path: str) -> str:
    name = dirname(path) if path.endswith("/index.md") else path.removesuffix(".md")
    return re.sub(r"^\d{4}-\d\d-\d\d-", "", name.rpartition("/")[2])


def _text(random: Random, platform: str, path: str, files: Mapping[str, bytes], forms: dict[int, str]) -> bytes:
    head, lines, tail = [], [], []
    articles = [each for each in files if each.endswith(".md")]
    for _ in range(random.randrange(3, 9)):
        form = random.choice((*EVERYWHERE, *FORMS[platform]))
        pictures = [each for each in files if each.endswith(".png")]
        target = random.choice(pictures if form in ("picture", "field") else articles)
        written = write(platform, form, path, target)
        if written is None:
            continue
        number = 1000 + len(forms)
        forms[number] = form
        more = random.choice(("", "#top", "?x=1&y#z"))
        if form == "field":
            head.append(f'x{number}: "{written}"' if platform != "zola" else f'x{number} = "{written}"')
        elif form == "definition":
            lines.append(f"[{number} words][r{number}]")
            tail.append(f'[r{number}]: {written}{more} "A title"')
        else:
            lines.append(f"{number} words {_SHAPES.get(form, '[words]({}{})').format(written, more)} `[x](tides.md)`")
    end = random.choice(("\n", "\r\n"))
    fence = "+++" if platform == "zola" else "---"
    title = 'title = "T"' if platform == "zola" else "title: T"
    text = [fence, title, *head, fence, "", f"{files[path].decode()} here", "", *lines, "", *tail]
    return (end.join(text) + random.choice(("", end))).encode()


_SHAPES = {
    "angle": "[words](<{}{}>)",
    "html": '<a href="{}{}">words</a>',
    "picture": "![words]({}{})",
    "ref": '{{{{< ref "{}" >}}}}{}',
    "relref": '[words]({{{{< relref "{}" >}}}}{})',
    "post": "[words]({{% post_url {} %}}{})",
    "link": "[words]({{{{ site.baseurl }}}}{{% link {} %}}{})",
}


def write(platform: str, form: str, source: str, target: str) -> str | None:
    """Return how a link of a form to a target is written, None if it can't be."""
    relative = relpath(target, dirname(source) or ".")
    inside = target.removeprefix("content/")
    is_post = target.startswith("_posts/")
    ways: dict[str, str | None] = {
        "angle": relative,
        "field": relative,
        "dotted": quote(relative) if relative.startswith(".") else f"./{quote(relative)}",
        "rooted": f"/{quote(target)}",
        "ref": f"/{inside}",
        "relref": f"/{inside}",
        "zola": f"@/{quote(inside)}",
        "post": target.removeprefix("_posts/").removesuffix(".md") if is_post else None,
        "link": target,
        "url": quote(address_of(platform, target)) or None,
        "page": _from_page(platform, source, target) if form == "page" else None,
    }
    return ways.get(form, quote(relative))


def _from_page(platform: str, source: str, target: str) -> str | None:
    there, here = (address_of(platform, each).strip("/") for each in (target, source))
    if not there or not here or f"{here}/".startswith(f"{there}/"):
        return None
    path = relpath(there, here)
    return f"{quote(path)}/" if path.startswith("../") else None


def address_of(platform: str, path: str) -> str:
    """Return the address of an article, "" if the test does not know it."""
    if platform in ("hugo", "zola"):
        stem = f"/{path.removeprefix('content/')}".removesuffix(".md").removesuffix("/index")
        return f"{stem}/".lower().replace(" ", "-")
    post = re.fullmatch(r"_posts/(?:.*/)?(\d{4})-(\d\d)-(\d\d)-(.*)\.md", path)
    return "/" + "/".join(post.groups()).replace(" ", "-") + "/" if platform == "jekyll" and post else ""


_LINES = re.compile(rb"(?m)^(?:x(\d{4})(?:: | = )\"|(?:\[r)?(\d{4})(?:\]: | words ))(.*)$")
_PATHS = {
    "ref": rb'ref "([^"]*)"', "relref": rb'relref "([^"]*)"', "post": rb"post_url (.+?) %", "link": rb"% link (.+?) %",
    "html": rb'href="([^"?#]*)', "angle": rb"\(<([^>?#]*)", "field": rb'([^"]*)"', "definition": rb"([^\s?#]+)",
}  # fmt: skip
_OTHERS = rb"\]\((?:@/)?([^\s?#]*?)(?:[?#]\S*)?\) `"


def links(site: Site, files: Mapping[str, bytes]) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each link of a site, the file that it is in, and its path as written."""
    for path, data in files.items():
        for found in _LINES.finditer(data) if path.endswith(".md") else ():
            number = int(found[1] or found[2])
            form = site.forms[number]
            if form == "definition" and b"]: " not in found[0]:
                continue
            written = re.search(_PATHS.get(form, _OTHERS), found[3])
            assert written, (form, found[0])
            yield number, path, written[1].decode()


def without_links(site: Site, data: bytes) -> bytes:
    """Return a text with the path of each link cut out, and the lines of redirects."""

    def cut(found: re.Match[bytes]) -> bytes:
        form = site.forms[int(found[1] or found[2])]
        path = re.search(_PATHS.get(form, _OTHERS), found[3])
        if path is None or (form == "definition" and b"]: " not in found[0]):
            return found[0]
        at = found.start(3) - found.start()
        return found[0][: at + path.start(1)] + found[0][at + path.end(1) :]

    plain = re.sub(rb"(?m)^(?:aliases|redirect_from)\b.*\n(?:[ \t]+- .*\n)*", b"", data)
    return _LINES.sub(cut, plain)


def led_to(site: Site, files: Mapping[str, bytes], number: int, source: str, written: str) -> str:
    """Return the file that a link leads to, "" for none."""
    form = site.forms[number]
    path = unquote(written)
    here = dirname(source)
    match form:
        case "rooted":
            place = path.lstrip("/")
        case "ref" | "relref" | "zola":
            place = join("content", path.lstrip("/"))
        case "post":
            place = f"_posts/{path.lstrip('/')}.md"
        case "link":
            place = path
        case "url" | "page":
            whole = normpath(join(address_of(site.platform, source), path)) + "/" if form == "page" else path
            place = next(
                (each for each in files if each.endswith(".md") and address_of(site.platform, each) == whole), ""
            )
        case _:
            place = normpath(join(here, path))
    return place if place in files else ""


def identity(data: bytes) -> str:
    """Return which article or picture a file is."""
    found = re.search(rb"(?:article|picture) \d+", data)
    return found[0].decode() if found else ""
