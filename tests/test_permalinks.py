"""The addresses of articles by the patterns of their platform, which has the last word where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.cli.main import main
from lintarticle.site.address import plain_address
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.recording import record_of
from lintarticle.site.redirects import ending_of
from lintarticle.site.repository_files import NoRepository
from lintarticle.site.whole import WholeSite
from lintarticle.source import SourceText


class Texts(NoRepository):
    """A repository of some texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.paths = sorted(texts)

    def text(self, path: str) -> str:
        return self._texts.get(path, "")


def addresses(files: Mapping[str, str], articles: Mapping[str, str], root: str = "") -> dict[str, str]:
    """Return the first address of each article, "" for one that is not known."""
    reader = ArticleReader()
    records = [record_of(reader.read(root + path, SourceText(text))) for path, text in articles.items()]
    repository = Texts({root + path: text for path, text in files.items()})
    site = WholeSite(filter(None, records), "any", repository, root)
    return {path: next((each.text for each in site.addresses[root + path]), "") for path in articles}


def front(**fields: str) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\nText.\n"


HUGO = """
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
[permalinks]
posts = "/:year/:slug/"
docs = "/d/:sections/:slugorcontentbasename/"
news = "/n/:title/"
[permalinks.page]
books = "/b/:contentbasename/"
"""
HUGO_ARTICLES = {
    "content/posts/a/one.md": (front(title="'Tides & Moon - C++ 1.0: what''s new?'", date="2024-02-03"),
                               "2024/tides-moon-c-1.0-whats-new"),
    "content/posts/b/two.md": (front(title="Two", date="2024-02-03T10:00:00Z", slug="My Slug"), "2024/my-slug"),
    "content/docs/z.md": (front(title="Z title"), "d/docs/z"),
    "content/docs/bundle/index.md": (front(title="Bundle", slug="own"), "d/docs/own"),
    "content/news/n1.md": (front(title="Ünïcode Ça — 潮汐"), "n/ünïcode-ça-潮汐"),
    "content/news/n2.md": (front(title="'A/B (x) #3 a_b'"), "n/a-b-x-#3-a_b"),
    "content/books/deep/one/index.md": (front(title="One", slug="s"), "b/one"),
    "content/books/two.md": (front(title="T", url="/u/:slug", slug="zz"), "u/zz"),
    "content/plain/Some.md": (front(title="S"), "plain/some"),
    "content/plain/other.md": (front(title="S", slug="x"), "plain/x"),
    "content/posts/_index.md": (front(title="Posts"), "posts"),
}  # fmt: skip
JEKYLL = """
permalink: /:categories/:year/:title/
collections:
  docs: {output: true}
  guides: {output: true, permalink: "/g/:name/"}
  hidden: {}
  tide-tables: {output: true, permalink: "/:path/"}
include: [_pages]
defaults:
  - scope: {path: "news"}
    values: {permalink: "/n/:title.html"}
  - scope: {path: "", type: posts}
    values: {author: me}
"""
JEKYLL_ARTICLES = {
    "_posts/2024-01-02-Tides.md": (front(title="T"), "2024/tides"),
    "_posts/sub/2024-02-02-moon-light.md": (front(title="T", categories="[Sea, Air Force]"),
                                            "sea/air-force/2024/moon-light"),
    "_posts/2024-02-02-c.md": (front(title="T", slug="My Slug", date="2023-05-05 10:00:00"), "2023/my-slug"),
    "_posts/2024-02-02-d.md": (front(title="T", permalink="/x/:title/"), "x/d"),
    "_posts/2024-02-02-Été_c++!.md": (front(title="T"), "2024/été_c++!"),
    "news/_posts/2024-03-03-n.md": (front(title="T"), "n/n"),
    "blog/_posts/2024-03-03-n.md": (front(title="T", categories="[X]"), "blog/x/2024/n"),
    "_docs/a/b.md": (front(title="T"), "docs/a/b"),
    "_docs/2024-01-01-c.md": (front(title="T"), "docs/2024-01-01-c"),
    "_guides/a/b.md": (front(title="T"), "g/b"),
    "_guides/s.md": (front(title="T", slug="zzz"), "g/s"),
    "_hidden/a.md": (front(title="T"), ""),
    "_hidden/b.md": (front(title="T", permalink="/hidden/b/"), ""),
    "_tide-tables/sub/s.md": (front(title="T"), "sub/s"),
    "_tide-tables/deep/index.md": (front(title="T"), "deep/index"),
    "news/_tide-tables/n.md": (front(title="T"), ""),
    "_other/o.md": (front(title="T"), ""),
    "sub/_other/o.md": (front(title="T", permalink="/other/"), ""),
    "_pages/p.md": (front(title="T"), "_pages/p"),
    "page.md": (front(title="T", slug="s"), "page"),
    "sub/index.md": (front(title="T"), "sub"),
    "page2.md": (front(permalink="/page/two"), "page/two"),
}  # fmt: skip
SITES = {
    "hugo": ("hugo.toml", HUGO, HUGO_ARTICLES),
    "jekyll": ("_config.yml", JEKYLL, JEKYLL_ARTICLES),
}


BY_NAME = ("content/plain/", "content/posts/_index")


@pytest.mark.parametrize("root", ["", "site/", "../"])
@pytest.mark.parametrize("platform", SITES)
def test_addresses_are_those_of_the_patterns(platform: str, root: str) -> None:
    name, settings, articles = SITES[platform]
    if root:  # which is a part of addresses that file names make
        articles = {path: each for path, each in articles.items() if not path.startswith(BY_NAME)}
    found = addresses({name: settings}, {path: text for path, (text, _) in articles.items()}, root)
    assert found == {path: address for path, (_, address) in articles.items()}


@pytest.mark.parametrize("platform", SITES)
def test_the_platform_makes_the_same_addresses(platform: str, tmp_path: Path) -> None:
    program = shutil.which(platform)
    if not program:
        pytest.skip(f"{platform} is not installed")
    name, settings, articles = SITES[platform]
    texts = {name: settings, **{path: text for path, (text, _) in articles.items()}}
    for layout in ("single", "list", "home") if platform == "hugo" else ():
        texts[f"layouts/{layout}.html"] = "{{ .Title }}"
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    out = tmp_path / "out"
    command = ["build", "--destination", str(out), "--source", str(tmp_path)]
    subprocess.run([program, *command], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = (path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    made = {page.removesuffix(".html").removesuffix("/index").casefold().replace(" ", "-") for page in pages}
    missing = {address for _, address in articles.values() if address} - made
    assert missing == set(), sorted(made)
    if platform == "jekyll":
        assert made == {address for _, address in articles.values() if address}


def test_front_matter_and_files_of_hexo() -> None:
    articles = {
        "source/_posts/a.md": front(title="Tides", date="2024-02-03 10:00:00"),
        "source/_posts/b/c.md": front(title="Tides", date="2024-02-03 10:00:00"),
        "source/_posts/d.md": front(title="Tides"),
        "source/about/index.md": front(title="About"),
    }
    assert addresses({"_config.yml": "source_dir: source\npermalink: :year/:month/:day/:title/\n"}, articles) == {
        "source/_posts/a.md": "2024/02/03/a",
        "source/_posts/b/c.md": "2024/02/03/b/c",
        "source/_posts/d.md": "",
        "source/about/index.md": "about",
    }
    dated = {"source/_posts/2024-02-03-a.md": front(title="T", date="2024-02-03")}
    settings = "new_post_name: :year-:month-:day-:title.md\npermalink: blog/:title.html\n"
    assert list(addresses({"_config.yml": settings}, dated).values()) == ["blog/a"]


def test_settings_of_pelican() -> None:
    articles = {
        "content/a.md": front(title="A tale, told", date="2024-02-03"),
        "content/b.md": front(title="B", slug="own", date="2024-02-03"),
        "content/pages/about.md": front(title="About us"),
    }
    settings = "from secrets import token\nARTICLE_URL = '{date:%Y}/{slug}.html'\nPAGE_URL = 'p/{slug}/'\n"
    found = addresses({"pelicanconf.py": settings}, articles)
    assert list(found.values()) == ["2024/a-tale-told", "2024/own", "p/about-us"]


def test_posts_and_pages_of_docusaurus() -> None:
    articles = {
        "site/blog/2024-02-03-tides.md": front(title="T"),
        "site/blog/2024-02-04-moon/index.mdx": front(title="T"),
        "site/blog/2024/02-05-wind.md": front(title="T", slug="/wind"),
        "site/docs/01-guide/02-start.md": front(title="T"),
        "site/docs/01-guide/guide.md": front(title="T"),
        "site/docs/2024-01-plan.md": front(title="T"),
        "site/docs/own.md": front(title="T", slug="/x"),
        "site/docs/named.md": front(id="other"),
        "site/i18n/fr/docusaurus-plugin-content-blog/2024-02-03-tides.md": front(title="T"),
    }
    assert list(addresses({"site/docusaurus.config.js": "module.exports = {}"}, articles).values()) == [
        "blog/2024/02/03/tides", "blog/2024/02/04/moon", "blog/wind",
        "docs/guide/start", "docs/guide", "docs/2024-01-plan", "docs/x", "", "blog/2024/02/03/tides",
    ]  # fmt: skip


MKDOCS_PAGES = {
    "docs/index.md": "/", "docs/tides.md": "tides", "docs/guide/README.md": "guide",
    "docs/guide/start.md": "guide/start", "docs/a.b/README2.md": "a.b/readme2",
}  # fmt: skip


@pytest.mark.parametrize(("more", "ending"), [("", "/index.html"), ("use_directory_urls: false\n", ".html")])
def test_pages_of_mkdocs(more: str, ending: str, tmp_path: Path) -> None:
    settings = f"site_name: Tides\n{more}markdown_extensions:\n  - toc:\n      slugify: !!python/name:os.getcwd\n"
    articles = {path: front(title="T", slug="own") for path in MKDOCS_PAGES}
    assert addresses({"mkdocs.yml": settings}, articles) == MKDOCS_PAGES
    program = shutil.which("mkdocs")
    if program is None:
        pytest.skip("mkdocs is not installed")
    for path, text in {"mkdocs.yml": f"site_name: Tides\n{more}", **articles}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    subprocess.run([program, "build", "--quiet"], cwd=tmp_path, check=True)
    made = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    pages = {address for address in MKDOCS_PAGES.values() if address not in ("/", "guide")}
    assert {page.removesuffix(ending).casefold() for page in made} >= pages
    assert {"index.html", "guide/index.html"} <= made


def test_posts_of_a_blog_of_mkdocs_have_addresses_that_are_not_known() -> None:
    articles = {"docs/blog/posts/tides.md": front(title="T"), "docs/blog/index.md": "", "docs/x/blog/posts/y.md": ""}
    for plugins in ("[blog]", "\n  - search\n  - blog:\n      post_date_format: full", "\n  blog: {}"):
        found = addresses({"mkdocs.yml": f"site_name: T\nplugins: {plugins}\n"}, articles)
        assert list(found.values()) == ["", "blog", "x/blog/posts/y"]


def test_dates_in_names_of_zola() -> None:
    articles = {"content/posts/2024-02-03-tides.md": "+++\n+++\n"}
    assert addresses({"config.toml": "base_url = '/'"}, articles) == {
        "content/posts/2024-02-03-tides.md": "posts/tides"
    }


@pytest.mark.parametrize("text", ["", "permalinks: [", "a: b", "permalinks: 3\nlanguages: x\n", "- a\n"])
@pytest.mark.parametrize(
    "name", ["hugo.yaml", "_config.yml", "config.toml", "pelicanconf.py", "docusaurus.config.ts", "mkdocs.yml"]
)
def test_settings_that_say_nothing_change_nothing(name: str, text: str) -> None:
    articles = {"content/posts/tides.md": front(title="T"), "_docs/tides.md": "", "blog/x.md": ""}
    found = addresses({name: text}, articles)
    assert found["content/posts/tides.md"] in ("posts/tides", "t")


def test_a_template_with_a_part_that_nobody_knows_gives_no_address() -> None:
    settings = {"hugo.toml": "[permalinks]\nposts = '/:section/:sections[1:]/:slug/'\nnews = '/:slug/:day/'\n"}
    articles = {"content/posts/tides.md": front(title="T"), "content/news/a.md": front(title="T", date="2024-02-03")}
    assert list(addresses(settings, articles).values()) == ["", ""]


@pytest.mark.parametrize("paths", [[], ["content/posts/a/tides.md"]])
def test_two_articles_of_one_pattern_have_one_address(
    paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "b"):
        (tmp_path / f"content/posts/{folder}").mkdir(parents=True)
        (tmp_path / f"content/posts/{folder}/tides.md").write_text(front(title=folder, slug="tides"), "utf-8")
    arguments = ["site", *paths, "--no-cache", "--only", "site/duplicate-address", "--output-format", "concise", "-q"]
    assert main(arguments) == 0
    (tmp_path / "hugo.toml").write_text("[permalinks]\nposts = '/:slug/'\n", "utf-8")
    assert main(arguments) == 1
    assert "“/tides” is also the address of “content/posts/b/tides.md”" in capsys.readouterr().out


def test_collections_of_a_jekyll_site_without_posts() -> None:
    articles = {
        "docs/_articles/a.md": front(title="T"),
        "docs/_articles/sub/index.md": front(title="T"),
        "docs/page.md": front(title="T"),
        "docs/index.md": front(title="T"),
        "docs/_notes/b.md": front(title="T"),
        "other/page.md": front(title="T"),
        "other/fixed.md": front(permalink="/fixed/"),
    }
    settings = "collections: {articles: {output: true, permalink: '/:path/'}}"
    assert list(addresses({"docs/_config.yml": settings}, articles).values()) == [
        "a", "sub/index", "page", "/", "", "", "",
    ]  # fmt: skip
    assert addresses({"docs/_config.yml": "title: A book"}, articles)["docs/_articles/a.md"] == "docs/_articles/a"


@pytest.mark.parametrize(
    ("settings", "endings"),
    [
        ("permalink: pretty", "///"),
        ("permalink: date", "..."),
        ("permalink: /:title/", "///"),
        ("collections: {docs: {output: true, permalink: '/:path/'}}", "./."),
        ("permalink: pretty\ncollections: {docs: {output: true, permalink: '/:path:output_ext'}}", "/./"),
    ],
)
def test_the_ending_is_that_of_the_pattern_of_the_article(settings: str, endings: str) -> None:
    settings = settings if "collections" in settings else f"{settings}\ncollections: {{docs: {{output: true}}}}"
    permalinks = permalinks_of(lambda path: settings if path == "_config.yml" else "", ["_posts", "_docs", "pages"])
    templates = [permalinks.template_for(path) for path in ("_posts/2024-01-02-a.md", "_docs/a.md", "pages/a.md")]
    found = [ending_of("jekyll", template) for template, _ in filter(None, templates)]
    assert "".join(ending[0] for ending in found) == endings


@given(st.text("ab1_-./%2f#?A\\ é", max_size=12) | st.text(max_size=12))
def test_a_plain_address_is_what_comes_of_one_with_slashes_around_it(text: str) -> None:
    assert plain_address(text) == plain_address(f"/{text}") == plain_address(plain_address(text))
