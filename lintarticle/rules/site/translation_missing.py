"""An article is not translated into a language that most of its folder is translated into.

A language counts if it has 80 % of the articles of a folder with five articles or more, so that a site that is being
translated is not reported as a whole. Translations are found by their paths (`tides.fr.md`, `fr/tides.md`, `i18n/fr/`
of Docusaurus) and by fields (`translationKey`, `translationOf`, `ref`). Drafts need no translation.

## Bad

```toml
[rules]
"site/translation-missing" = { articles = 2, share = 50 }
```

```markdown docs/tides.md
# How to read a tide table
```

```markdown docs/fr/tides.md
# Lire un annuaire des marées
```

```markdown docs/moon.md
# What the moon does to the sea
```

## Good

```markdown docs/tides.md
# How to read a tide table
```

```markdown docs/fr/tides.md
# Lire un annuaire des marées
```

```markdown docs/moon.md
# What the moon does to the sea
```

```markdown docs/fr/moon.md
# Ce que la lune fait à la mer
```
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from lintarticle.rule import Option, Options, Severity
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.translations import folders, source_language
from lintarticle.site.whole import WholeSite
from lintarticle.wording import in_words


class Share(Options):
    articles: Annotated[int, Option("Minimum number of articles in the folder.", at_least=2)] = 5
    share: Annotated[int, Option("Minimum percentage of them that are translated into a language.", at_least=50)] = 80


def check(site: WholeSite, options: Share) -> SiteFindings:
    for editions in folders(site):
        source = source_language(site, [editions])(editions)
        originals = {key: record for key, record in editions[source].items() if not record.is_draft}
        if len(originals) < options.articles:
            continue
        usual = [
            language
            for language, records in editions.items()
            if language != source and 100 * len(originals.keys() & records) >= options.share * len(originals)
        ]
        for key, record in originals.items():
            missing = sorted(language for language in usual if key not in editions[language])
            if missing:
                yield SiteFinding(record.path, record.top, _message(missing), record.path)


def _message(languages: Sequence[str]) -> str:
    shown = [f"“{language}”" for language in languages]
    if len(shown) > _MOST + 1:
        shown[_MOST:] = [f"{len(shown) - _MOST} more languages"]
    return f"There is no translation into {in_words(shown)}; most articles in this folder have one."


_MOST = 3
"""Languages that a message names."""

RULE = site_rule(check, Severity.INFO, options=Share)
