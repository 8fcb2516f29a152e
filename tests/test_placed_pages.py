"""Placed images as the programs of the platforms render them; a program that is not there is skipped, and said so.

Programs are looked for on the PATH (`hugo`, `jekyll`, `pandoc`, `markdown_py`, `node`), Python-Markdown also among the
modules, and `@mdx-js/mdx` where `node` finds it (`NODE_PATH`).
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from briefed import FRONT_MATTER, png, put
from markdown_it import MarkdownIt
from test_briefs import HOMES

from lintarticle.cli.main import main
from lintarticle.config.preset import PLATFORMS

IMAGE = re.compile(r"<(?:img|Image|_components\.img)\b[^>]*>")
MDX = """\
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const found = createRequire(process.cwd() + '/').resolve('@mdx-js/mdx');
const { compile } = await import(pathToFileURL(found));
let text = '';
for await (const chunk of process.stdin) text += chunk;
process.stdout.write(String(await compile(text, { jsx: true })));
"""


def run(command: list[str], folder: Path, text: str = "") -> str:
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def body_of(article: Path) -> str:
    return article.read_text("utf-8").split("---\n", 2)[2]


# --- one function a program: the site and its article in, the page out ----------------------------------------------


def by_hugo(site: Path, article: Path) -> str:
    put(site / "hugo.toml", 'baseURL = "/"\ndisableKinds = ["taxonomy", "sitemap", "RSS"]\n')
    put(site / "layouts/_default/single.html", "<main>{{ .Content }}</main>")
    put(site / "layouts/index.html", "home")
    run([program("hugo"), "--quiet"], site)
    return (site / "public/posts/tides/index.html").read_text("utf-8")


def by_jekyll(site: Path, article: Path) -> str:
    put(site / "_config.yml", "permalink: /tides.html\nplugins: []\n")
    run([program("jekyll"), "build", "--quiet", "--safe"], site)
    return (site / "_site/tides.html").read_text("utf-8")


def by_mdx(site: Path, article: Path) -> str:
    node = program("node")
    looked = "import('node:module').then(m => m.createRequire(process.cwd() + '/').resolve('@mdx-js/mdx'))"
    if subprocess.run([node, "-e", looked], cwd=site, capture_output=True, check=False).returncode:
        pytest.skip("@mdx-js/mdx is not installed")
    return run([node, str(put(site / "compile.mjs", MDX))], site, body_of(article))


def by_python_markdown(site: Path, article: Path) -> str:
    if importlib.util.find_spec("markdown"):
        command = [sys.executable, "-m", "markdown", "-x", "extra"]
    else:
        command = [program("markdown_py"), "-x", "extra"]
    return run(command, site, body_of(article))


def by_pandoc(site: Path, article: Path) -> str:
    return run([program("pandoc"), "-f", "markdown", "-t", "html"], site, body_of(article))


def by_markdown_it(site: Path, article: Path) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body_of(article)))


RENDERERS: dict[str, Callable[[Path, Path], str]] = {
    "hugo": by_hugo,
    "jekyll": by_jekyll,
    "docusaurus": by_mdx,
    "astro": by_mdx,
    "starlight": by_mdx,
    "mkdocs-material": by_python_markdown,
    "pelican": by_python_markdown,
    "quarto": by_pandoc,
}
"""Preset → the program of the platform, or the library in it; CommonMark for those that are not here."""


@pytest.mark.parametrize("preset", PLATFORMS)
def test_the_page_shows_the_images_and_is_otherwise_as_before(
    preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    article = put(tmp_path / HOMES[preset][0], FRONT_MATTER)
    rendered = RENDERERS.get(preset, by_markdown_it)
    before = rendered(tmp_path, article)
    assert main(["briefs", "--output-format", "json", "--preset", preset]) == 0
    listed = json.loads(capsys.readouterr().out)["briefs"]
    for brief in listed:
        put(tmp_path / brief["file"], png())
    assert main(["place", "--preset", preset]) == 0
    after = rendered(tmp_path, article)
    shown = [brief for brief in listed if Path(brief["file"]).name in body_of(article)]
    images = IMAGE.findall(after)
    assert len(images) == len(shown) >= 2
    for image, brief in zip(images, shown, strict=True):
        assert _alt(image) == brief["alt"]
        assert "src={" in image or Path(brief["path"]).name in image
    assert _without_images(after) == _without_images(before)


def _alt(image: str) -> str:
    found = re.search(r'\balt="([^"]*)"', image)
    assert found
    return found[1]


def _without_images(page: str) -> list[str]:
    """Return the page without images, what is around them, imports, and the difference of blank lines."""
    plain = re.sub(r"(?m)^import [^\n]*\n", "", page).replace('{"\\n"}', "\n")
    plain = re.sub(r"<figcaption[^>]*>.*?</figcaption>", "", IMAGE.sub("", plain), flags=re.DOTALL)
    plain = re.sub(r"<(figure|p|_components\.p)\b[^>]*>\s*</\1>", "\n", plain)
    plain = re.sub(r"(?m)^ *img: \"img\",?\n|,(?=\n *\.\.\.)", "", plain)
    return [line.strip() for line in re.split(r"\n|(?<=>)(?=<)", plain) if line.strip()]
