"""The platforms that a survey knows: the files they are known by, and where each keeps articles and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from lintarticle.record import NamedTuple
from lintarticle.site.platform_files import at, texts, uncommented
from lintarticle.survey.site_files import settings_in, strings_at, text_of


class Places(NamedTuple):
    """Where a site keeps its articles and static files: folders relative to it, with `/`; "." is all of it.

    `preset` is the platform’s other preset, for sites of this kind.
    """

    articles: tuple[str, ...]
    static: tuple[str, ...] = ()
    preset: str = ""


class PlatformFiles(NamedTuple):
    """What a platform looks at: a folder, its file there, and the paths of the articles below it."""

    folder: Path
    file: Path
    articles: tuple[str, ...]

    @property
    def settings(self) -> Any:  # noqa: ANN401 - whatever is in the file
        """The file as data."""
        return settings_in(self.file)

    @property
    def script(self) -> str:
        """The file as JavaScript without comments."""
        return uncommented(text_of(self.file))

    def among(self, *folders: str) -> tuple[str, ...]:
        """Return the folders that have articles."""
        cleaned = dict.fromkeys(clean(folder) for folder in folders)
        return tuple(folder for folder in cleaned if any(is_below(path, folder) for path in self.articles))

    def named(self, *names: str) -> tuple[str, ...]:
        """Return the outermost folders of some names that have articles, wherever they are."""
        found: dict[str, None] = {}
        for path in self.articles:
            parts = path.split("/")[:-1]
            place = next((number for number, part in enumerate(parts) if part in names), None)
            if place is not None:
                found["/".join(parts[: place + 1])] = None
        return tuple(sorted(found))


def clean(folder: str) -> str:
    """Return the path of a folder without `./` and slashes at its ends."""
    return str(PurePosixPath(folder.strip().lstrip("/") or "."))


def is_below(path: str, folder: str) -> bool:
    """Whether a path is in a folder."""
    return folder == "." or path.startswith(f"{folder}/")


class Platform(NamedTuple):
    """A platform: its name, its preset (or ""), its files, and a function that finds where a site keeps its files.

    `places` returns None if the file belongs to another program.
    """

    name: str
    preset: str
    files: tuple[str, ...]
    places: Callable[[PlatformFiles], Places | None]


def _scripts(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{ending}" for ending in ("js", "mjs", "cjs", "ts", "mts", "cts"))


def _hugo(files: PlatformFiles) -> Places | None:
    settings = files.settings
    if files.file.name.startswith("config.") and at(settings, "base_url"):
        return None
    mounts = [mount for mount in at(settings, "module", "mounts") or () if isinstance(mount, dict)]
    mounted = {target: [m["source"] for m in mounts if m.get("target") == target and isinstance(m.get("source"), str)]
               for target in ("content", "static", "assets")}  # fmt: skip
    by_language = [
        str(at(each, "contentDir")) for each in (at(settings, "languages") or {}).values() if at(each, "contentDir")
    ]
    content = mounted["content"] or by_language or texts(at(settings, "contentDir")) or ["content"]
    static = texts(at(settings, "staticDir")) + mounted["static"] + mounted["assets"]
    return Places(files.among(*content), tuple(map(clean, static)))


def _zola(files: PlatformFiles) -> Places | None:
    return Places(files.among("content")) if at(files.settings, "base_url") is not None else None


def _is_hexo(files: PlatformFiles) -> bool:
    keys = {"source_dir", "public_dir", "new_post_name", "skip_render", "post_asset_folder", "tag_dir"}
    return bool(keys & set(files.settings)) or bool(files.among("source/_posts", "source/_drafts"))


def _hexo(files: PlatformFiles) -> Places | None:
    if not _is_hexo(files):
        return None
    source = texts(at(files.settings, "source_dir")) or ["source"]
    return Places(files.among(f"{source[0]}/_posts", f"{source[0]}/_drafts") or files.among(source[0]))


def _jekyll(files: PlatformFiles) -> Places | None:
    if _is_hexo(files):
        return None
    collections = at(files.settings, "collections")
    names = [str(name) for name in collections or () if isinstance(name, str)]
    folders = files.named("_posts", "_drafts", *(f"_{name}" for name in names))
    source = texts(at(files.settings, "source"))
    return Places(folders or files.among(*source) or files.among("."))


def _astro(files: PlatformFiles) -> Places:
    script = files.script
    if re.search(r"\bstarlight\s*\(|@astrojs/starlight", script):
        return Places(files.among("src/content/docs"), preset="starlight")
    configs = [files.folder / name for name in (*(f"src/{name}" for name in _scripts("content.config")),
                                                 *(f"src/content/{name}" for name in _scripts("config")))]  # fmt: skip
    bases = [base for config in configs for base in strings_at(uncommented(text_of(config)), "base")]
    outside = [base for base in map(clean, bases) if not is_below(base, "src/content")]
    own = files.among("src/content", *outside, "src/pages")
    return Places(own, tuple(map(clean, strings_at(script, "publicDir"))))


def _docusaurus(files: PlatformFiles) -> Places:
    script = files.script
    paths = [path for path in strings_at(script, "path") if "/" not in path.strip("./") or path.startswith(".")]
    found = files.among("docs", "blog", *paths, "src/pages", "i18n")
    versioned = files.named("versioned_docs")
    return Places(_outermost((*found, *versioned)), tuple(map(clean, strings_at(script, "staticDirectories"))))


def _mkdocs(files: PlatformFiles) -> Places:
    folder = clean((texts(at(files.settings, "docs_dir")) or ["docs"])[0])
    return Places(files.among(folder), () if folder == "docs" else (folder,))


def _eleventy(files: PlatformFiles) -> Places:
    inputs = strings_at(files.script, "input") or re.findall(r"setInputDirectory\(\s*['\"]([^'\"]+)", files.script)
    if inputs and clean(inputs[0]) != ".":
        return Places(files.among(inputs[0]))
    return Places(files.among("content", "src", "posts", "blog", "articles") or files.among("."))


def _pelican(files: PlatformFiles) -> Places:
    folder = (texts(at(files.settings, "PATH")) or ["content"])[0]
    own = [f"{folder}/{name}" for name in texts(at(files.settings, "ARTICLE_PATHS")) if name]
    static = [f"{folder}/{name}" for name in texts(at(files.settings, "STATIC_PATHS"))]
    return Places(files.among(*own) or files.among(folder), tuple(map(clean, (folder, *static))) if static else ())


def _zenn(files: PlatformFiles) -> Places | None:
    if files.file.name == "package.json" and "zenn-cli" not in text_of(files.file):
        return None
    return Places(files.among("articles", "books"))


def _docfx(files: PlatformFiles) -> Places:
    entries = at(files.settings, "build", "content") or ()
    folders = []
    for entry in entries if isinstance(entries, list) else ():
        sources = texts(at(entry, "src")) or ["."]
        for pattern in texts(at(entry, "files")):
            fixed = re.split(r"[*?{\[]", pattern)[0].rpartition("/")[0]
            folders.append(f"{sources[0]}/{fixed}" if fixed else sources[0])
    return Places(_outermost(files.among(*folders) or files.among(".")))


def _gatsby(files: PlatformFiles) -> Places:
    paths = [re.sub(r"^\$\{__dirname\}/|^\./", "", path) for path in strings_at(files.script, "path")]
    joined = re.findall(r"path\.(?:join|resolve)\(\s*__dirname\s*,\s*[\"']([^\"']+)", files.script)
    found = files.among(*(path for path in (*paths, *joined) if "$" not in path), "content", "src/pages")
    return Places(_outermost(found) or files.among("."))


def _nextjs(files: PlatformFiles) -> Places:
    usual = ("content", "posts", "_posts", "articles", "blog", "data", "src", "app", "pages", "docs")
    return Places(files.among(*usual) or files.among("."))


def _mdbook(files: PlatformFiles) -> Places:
    return Places(files.among(*(texts(at(files.settings, "book", "src")) or ["src"])))


def _everywhere(files: PlatformFiles) -> Places:
    return Places(files.among("."))


def _outermost(folders: Iterable[str]) -> tuple[str, ...]:
    """Return the outermost folders, without those inside another."""
    found = tuple(dict.fromkeys(folders))
    return tuple(each for each in found if not any(each != other and is_below(each, other) for other in found))


PLATFORMS: tuple[Platform, ...] = (
    Platform("Hugo", "hugo", (*(f"{stem}.{e}" for stem in ("hugo", "config", "config/_default/hugo",
                              "config/_default/config") for e in ("toml", "yaml", "yml", "json")),), _hugo),
    Platform("Zola", "zola", ("zola.toml", "config.toml"), _zola),
    Platform("Hexo", "hexo", ("_config.yml", "_config.yaml"), _hexo),
    Platform("Jekyll", "jekyll", ("_config.yml", "_config.yaml", "_config.toml"), _jekyll),
    Platform("Astro", "astro", _scripts("astro.config"), _astro),
    Platform("Docusaurus", "docusaurus", _scripts("docusaurus.config"), _docusaurus),
    Platform("MkDocs", "mkdocs-material", ("mkdocs.yml", "mkdocs.yaml"), _mkdocs),
    Platform("Eleventy", "eleventy", (".eleventy.js", *_scripts("eleventy.config")), _eleventy),
    Platform("Pelican", "pelican", ("pelicanconf.py",), _pelican),
    Platform("Quarto", "quarto", ("_quarto.yml", "_quarto.yaml"), _everywhere),
    Platform("Zenn", "zenn", ("package.json",), _zenn),
    Platform("DocFX", "docfx", ("docfx.json",), _docfx),
    Platform("Gatsby", "gatsby", _scripts("gatsby-config"), _gatsby),
    Platform("Next.js", "nextjs", _scripts("next.config"), _nextjs),
    Platform("VitePress", "", tuple(f".vitepress/{name}" for name in _scripts("config")), _everywhere),
    Platform("mdBook", "", ("book.toml",), _mdbook),
    Platform("Mintlify", "", ("docs.json", "mint.json"), _everywhere),
)  # fmt: skip
"""In this order where one file may be of several."""


def platforms_in(folder: Path, articles: tuple[str, ...]) -> Iterator[tuple[Platform, str, Places]]:
    """Yield the platforms whose file is in a folder and whose folders have articles, each with that file."""
    for platform in PLATFORMS:
        for name in platform.files:
            path = folder / name
            places = platform.places(PlatformFiles(folder, path, articles)) if path.is_file() else None
            if places and places.articles:
                yield platform, name, places
                break
