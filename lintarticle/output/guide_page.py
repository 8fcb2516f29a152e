"""A guide for writers as one page of HTML, with nothing fetched and nothing run."""

from __future__ import annotations

from html import escape

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2rem; }
code { font-size: 0.92em; background: rgb(127 127 127 / 0.15); border-radius: 3px; padding: 0 0.2em; }
pre { background: rgb(127 127 127 / 0.12); padding: 1rem; overflow-x: auto; border-radius: 6px; }
pre code { background: none; padding: 0; }
li { margin: 0.25rem 0; }
"""


def guide_page(text: str) -> str:
    """Return a page from Markdown, in which markup of HTML is shown as it is written."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).render(text)
    title = next((line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")), "Guide")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
