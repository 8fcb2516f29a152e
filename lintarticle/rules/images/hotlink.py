"""An image is loaded from another host.

It can change or disappear, and that host learns of every reader's visit. Off by default, since many sites keep their
pictures on their own image host (option `hosts`).

## Bad

````markdown
# Tide tables

![A tide table](https://example.com/table.jpg)
````

## Good

````markdown
# Tide tables

![A tide table](images/table.jpg)
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import remote_host
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class Hotlink(Options):
    hosts: Annotated[tuple[str, ...], Option("The site's own hosts; their subdomains count too.")] = ()


def check(article: Article, options: Hotlink) -> Findings:
    for image in article.body.images:
        host = remote_host(image.target.text) if image.target else ""
        own = any(host == name or host.endswith(f".{name}") for name in options.hosts)
        if host and image.target and not own:
            yield Finding(image.target.span, f"Image is loaded from “{host}”; use a file of this site.")


RULE = rule(check, None, looks_at="images", options=Hotlink)
