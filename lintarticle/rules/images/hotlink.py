"""An image is loaded from another host.

It can change or vanish there, and each reader's visit is told to that host. Off by default: many sites keep their
pictures on a host of their own (option `hosts`).

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import remote_host
from lintarticle.problem import Finding
from lintarticle.rule import Context, Option, Options, Rule


class Hotlink(Options):
    hosts: Annotated[tuple[str, ...], Option("Hosts of the site itself; their subdomains count too.")] = ()


def check(article: Article, options: Hotlink, context: Context) -> Iterator[Finding]:
    for image in article.body.images:
        host = remote_host(image.target.text) if image.target else ""
        own = any(host == name or host.endswith(f".{name}") for name in options.hosts)
        if host and image.target and not own:
            yield Finding(image.target.span, f"The image is loaded from “{host}”, expected a file of the site itself.")


RULE = Rule(check, None, options=Hotlink)
