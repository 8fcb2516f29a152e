"""The old address of an article that was moved, renamed or removed leads nowhere.

Readers, search engines and other sites still use it. With `--since`, articles are compared with what they were before
the change. An old address is kept by an alias (`aliases`, `redirect_from`), by another page, or by a file of redirects
such as `_redirects`, `netlify.toml` or the configuration of the site. Drafts and articles with a date in the future had
no address yet. If the address is unknown, as on a site without a known platform, nothing is reported.

The fix adds the old address to the article that replaces it: the renamed one, or the one with its title. Hugo, Zola
and Quarto have `aliases` for that, Jekyll `redirect_from` with its plugin. `lintarticle rename-article` does so at
once.

## Bad

The second file is as it was, as git shows it.

```toml
slugger = "hugo"
```

```markdown content/posts/tide-tables.md
---
title: Tide tables
---

They are old.
```

```markdown HEAD:content/posts/tides.md
---
title: Tide tables
---

They are old.
```

## Good

```toml
slugger = "hugo"
```

```markdown content/posts/tide-tables.md
---
title: Tide tables
aliases:
  - /posts/tides/
---

They are old.
```

```markdown HEAD:content/posts/tides.md
---
title: Tide tables
---

They are old.
```
"""

from __future__ import annotations

from posixpath import relpath

from lintarticle.article.metadata.spelling import title_form
from lintarticle.rule import Severity
from lintarticle.site.address import Address, addresses_of, below_site
from lintarticle.site.finding import KeptAddress, SiteFinding, SiteFindings
from lintarticle.site.live_addresses import LiveAddresses
from lintarticle.site.record import ArticleRecord, FormerArticle
from lintarticle.site.redirects import FIELDS, ending_of, where, written_address
from lintarticle.site.rule import site_rule
from lintarticle.site.site_path import site_path_of
from lintarticle.site.whole import WholeSite
from lintarticle.source import Span


def check(site: WholeSite) -> SiteFindings:
    if not site.former or not site.generator or (site.generator == "jekyll" and not site.permalinks.platform):
        return
    live = LiveAddresses(site)
    records = {record.path: record for record in site.records}
    for former in site.former:
        address = _own(site, former.record) if former.may_have_moved else None
        if address is None or live.holds(former.record, address.text):
            continue
        taker = records.get(former.now) or _namesake(site, former)
        yield _finding(site, former, address, taker)


def _own(site: WholeSite, record: ArticleRecord) -> Address | None:
    if record.role:
        return None
    found = addresses_of(record, site_path_of(record.path), site.platform, site.permalinks)
    return next((address for address in found if not address.is_alias), None)


def _namesake(site: WholeSite, former: FormerArticle) -> ArticleRecord | None:
    """Return the one article with the title of one that is gone."""
    form = title_form(former.record.title.text)
    language = site_path_of(former.record.path).language
    found = [
        record
        for record in site.articles
        if form and title_form(record.title.text) == form and site.paths[record.path].language == language
    ]
    return found[0] if len(found) == 1 else None


def _finding(site: WholeSite, former: FormerArticle, address: Address, taker: ArticleRecord | None) -> SiteFinding:
    language = site_path_of(former.record.path).language if site.generator != "hugo" else ""
    text = f"/{'/'.join(filter(None, (language, below_site(address.text, former.record.path, site.folder))))}"
    if taker is None:
        message = f"“{text}” led to this article, which is gone; redirect it to another page."
        return SiteFinding(former.record.path, Span(0, 0), message, text)
    field = FIELDS.get(site.generator, "")
    own = _own(site, taker)
    span = own.source.span if own and own.source.text else taker.start
    whose = f"the address of “{former.record.path}”" if former.record.path != taker.path else "its old address"
    message = f"“{text}”, {whose}, leads nowhere now; "
    message += f"add it to `{field}`." if field else f"{where(site.generator)}."
    return SiteFinding(taker.path, span, message, text, fix=_fix(site, former.record, address, own) if field else None)


def _fix(site: WholeSite, record: ArticleRecord, address: Address, own: Address | None) -> KeptAddress | None:
    ending = ending_of(site.generator, site.permalinks.template_of(record, site_path_of(record.path).twin))
    path = record.path.removeprefix(site.root)
    written = written_address(below_site(address.written, record.path, site.folder), path, site.generator, ending)
    if written and site.generator == "hugo" and site_path_of(path).language:  # which may be a part of addresses
        written = relpath(written, f"/{below_site(own.text, record.path)}/..") if own else ""
    return KeptAddress("Keep the old address", site.generator, written) if written else None


RULE = site_rule(check, Severity.WARNING, fix=("unsafe",))
