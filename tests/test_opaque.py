"""No fix edits code, templates, components or pairs of tags that are not known to hold prose."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.opaque import holds_prose, opaque_spans, touches
from lintarticle.config.configuration import resolve
from lintarticle.config.layer import Layer
from lintarticle.fixer import fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText, Span

CONTENT = """\
# Cell 1.

The link has been copied!

##

#### Too de\u200bep:

**Bold as a heading**

It\u00e2\u20ac\u2122s http://example.org/?utm_source=chatgpt.com [cite: 1]

![image of a harbour](harbour.png)

[unused]: http://example.org
"""
"""Something to fix for as many rules as possible."""

OPAQUE = {
    "Hugo shortcode": "{{< pyodide >}}\n@\n{{< /pyodide >}}",
    "Hugo shortcode with a path and parameters": '{{< my-theme/cell name="a" >}}\n@\n{{< /my-theme/cell >}}',
    "Hugo Markdown shortcode": "{{% run %}}\n@\n{{% /run %}}",
    "nested shortcodes": "{{< pyodide >}}\n{{< note >}}\n@\n{{< /note >}}\n{{< /pyodide >}}",
    "code in a notice": "{{< code-notice >}}\n@\n{{< /code-notice >}}",
    "Hexo code": "{% codeblock lang:python %}\n@\n{% endcodeblock %}",
    "Hexo drawing": "{% mermaid %}\n@\n{% endmermaid %}",
    "Liquid raw": "{% raw %}\n@\n{% endraw %}",
    "Liquid raw, blanks trimmed": "{%- raw -%}\n@\n{%- endraw -%}",
    "Liquid capture": "{% capture box %}\n@\n{% endcapture %}",
    "Liquid comment": "{% comment %}\n@\n{% endcomment %}",
    "Liquid loop": "{% for item in list %}\n@\n{% endfor %}",
    "Jekyll highlight": "{% highlight ruby %}\n@\n{% endhighlight %}",
    "Eleventy": '{% sandbox "a" %}\n@\n{% endsandbox %}',
    "Zola": "{% run(code=1) %}\n@\n{% end %}",
    "Markdoc": '{% runnable id="a" %}\n@\n{% /runnable %}',
    "Handlebars": "{{#each items}}\n@\n{{/each}}",
    "Go template": "{{ range .Items }}\n@\n{{ end }}",
    "script": "<script>\n@\nif (a < b) {}\n</script>",
    "style": '<style lang="css">\n@\n</style>',
    "preformatted": "<pre>\n@\n</pre>",
    "SVG": "<svg>\n@\n</svg>",
    "formula": "$$\nx = 1\n\\text{The link has been copied!}\n$$",
    "fence": "```text\n@\n```",
    "tilde fence in a list": "- ~~~text\n  The link has been copied!\n  ~~~",
    "Azure drawing": "::: mermaid\n@\n:::",
    "MyST code cell": ":::{code-cell} python\n@\n:::",
    "WordPress code": '[code lang="js"]\n@\n[/code]',
    "WordPress code after a word in brackets": "[source] is not closed.\n\n[code]\n@\n[/code]",
    "EJS": "<% const text = `\n@\n` %>",
    "comment": "<!--\n@\n-->",
    "template literal": "<CodeBlock>{`\n@\n`}</CodeBlock>",
    "code span": "`The link has been copied! [cite: 1]\nThe link has been copied!`",
}

OPAQUE_IN_MDX = {
    "exported template literal": "export const text = `\n@\n`",
    "exported template literal, default": "export default `\n@\n`",
    "exported function": "export function Box() {\n  return (<p>\n@\n</p>)\n}",
    "expression": "{list.map(() => `\n@\n`)}",
    "comment": "{/*\n@\n*/}",
    "template literal": "<CodeBlock>{`\n@\n`}</CodeBlock>",
    "property in quotes": '<Card title="The link has been copied! [cite: 1]" href="http://x.org/?utm_source=a" />',
    "property with an expression": "<Card text={`\n@\n`} />",
}

PROSE = {
    "Hugo notice": '{{< notice "tip" >}}\n@\n{{< /notice >}}',
    "Hugo callout of a theme": "{{% my-theme/callouts %}}\n@\n{{% /my-theme/callouts %}}",
    "details": "{{< details >}}\n@\n{{< /details >}}",
    "Eleventy callout": "{% callout %}\n@\n{% endcallout %}",
    "condition": "{% if page.x %}\n@\n{% endif %}",
    "GitHub note": "{% note %}\n@\n{% endnote %}",
    "Zola admonition": "{% admonition(type='tip') %}\n@\n{% end %}",
    "VitePress tip": "::: tip\n@\n:::",
    "Docusaurus warning": ":::warning[Mind]\n@\n:::",
    "HTML": "<div>\n\n@\n\n</div>",
    "HTML details": "<details><summary>x</summary>\n\n@\n\n</details>",
}


def fixed(text: str, path: str = "tides.md") -> str:
    rules = resolve((Layer(add=tuple(rule.name for rule in ALL)),))
    return fix_source(Versions(path, rules, Context(date(2026, 1, 31))), SourceText(text), unsafe=True).after.text


def article(part: str) -> str:
    head = "---\ntitle: Tides\n---\n\nBefore it.\n\nThe link has been copied!\n\n"
    return f"{head}{part.replace('@', CONTENT)}\n\nAfter it.\n"


@pytest.mark.parametrize("name", OPAQUE)
def test_what_is_no_prose_stays_as_it_is(name: str) -> None:
    after = fixed(article(OPAQUE[name]))
    assert OPAQUE[name].replace("@", CONTENT) in after
    assert "Before it.\n\nThe link" not in after


@pytest.mark.parametrize("name", OPAQUE_IN_MDX)
def test_what_is_no_prose_stays_as_it_is_in_mdx(name: str) -> None:
    assert OPAQUE_IN_MDX[name].replace("@", CONTENT) in fixed(article(OPAQUE_IN_MDX[name]), "tides.mdx")


@pytest.mark.parametrize("name", PROSE)
def test_prose_between_tags_is_mended(name: str) -> None:
    after = fixed(article(PROSE[name]))
    assert PROSE[name].replace("@", CONTENT) not in after
    assert "The link has been copied!" not in after


def test_what_a_shortcode_says_of_its_image_is_mended() -> None:
    after = fixed('---\ntitle: Tides\nlang: en\n---\n\n{{< figure src="a.png" alt="image of a harbour" >}}\n')
    assert '{{< figure src="a.png" alt="A harbour" >}}' in after


def test_opaque_spans_are_in_order_and_apart() -> None:
    text = article("\n\n".join(OPAQUE.values()))
    spans = opaque_spans(ArticleReader().read("tides.md", SourceText(text)))
    assert list(spans) == sorted(spans)
    assert all(one.end < other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 5), False), ((0, 6), True), ((5, 5), False), ((6, 6), True), ((6, 7), True), ((9, 10), True),
        ((10, 10), False), ((10, 12), False), ((0, 30), True), ((12, 20), False), ((20, 20), False), ((21, 21), True),
    ],
)  # fmt: skip
def test_an_edit_touches_what_it_changes_inside(span: tuple[int, int], expected: bool) -> None:
    assert touches((Span(5, 10), Span(20, 22)), Span(*span)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("notice", True), ("theme/Callouts", True), ("tabItem", True), ("my_tip", True), ("pyodide", False),
     ("code-tabs", False), ("codetabs", False), ("tipping", False), ("", False)],
)  # fmt: skip
def test_pairs_known_to_hold_prose(name: str, expected: bool) -> None:
    assert holds_prose(name) is expected
