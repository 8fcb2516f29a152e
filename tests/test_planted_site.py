"""Real sites with a fault planted for each rule about the whole site: each is found once, and nothing else changes."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest
from garden import Garden, among, lacks, navigation, unnamed
from real_data import CORPORA
from repositories import Repository

from lintarticle.article.editing import insert_item, remove_entry, set_field, set_field_item
from lintarticle.boundary import Boundary
from lintarticle.cli.main import main
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import is_trial
from lintarticle.repository_files import DiskRepository
from lintarticle.rules import FAMILIES
from lintarticle.runner import Runner
from lintarticle.site.record import ArticleRecord
from lintarticle.site.similarity import spans_of
from lintarticle.site.tags import plurals
from lintarticle.site.translations import folders, source_language, translations
from lintarticle.site.whole import WholeSite

pytestmark = pytest.mark.corpora

REPOSITORIES = sorted(path for path in CORPORA.glob("[!_.]*") if path.is_dir())

PARAGRAPH = (
    "This paragraph is planted in five articles of this site, so that each of them says the same in as many words."
)

MOST = 150
"""Articles of a repository that are looked at."""

Found = Counter[tuple[str, str]]


# --- a fault for each rule; it returns the articles at which it must be found, [] where the site has no place for it


def duplicate_title(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: re.fullmatch(r"[\w ]{10,}", record.title.text))
    for path in taken[1:]:
        article = garden.article(path)
        field = article.metadata.get("title")
        assert field
        garden.edit(path, set_field(article, field, garden.records[taken[0]].title.text))
    return taken


def duplicate_excerpt(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: len(record.excerpt.text) > 40 and record.excerpt.text.isprintable())
    for path in taken:
        article = garden.article(path)
        field = article.metadata.get("excerpt")
        assert field
        garden.edit(path, set_field(article, field, "A sentence that two articles of this site have in common."))
    return taken


def duplicate_address(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: lacks("aliases")(record) and garden.site.addresses[record.path])
    if taken:
        garden.give(taken[1], aliases=[f"/{garden.site.addresses[taken[0]][0].text}/"])
    return taken


def duplicate_cover(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: not record.cover.text and lacks("cover")(record))
    for path in taken:
        garden.give(path, cover="/zebra/zebra.jpg")
    return taken


def keyphrase_reuse(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: not record.keyphrase.text and lacks("keyphrase")(record))
    for number, path in enumerate(taken):
        garden.give(path, keyphrase=("zebra crossing", "Zebra Crossing")[number])
    return taken


def series_order(garden: Garden) -> list[str]:
    taken = garden.take(2, lambda record: not record.series and lacks("series", "part")(record))
    for number, path in enumerate(sorted(taken)):
        garden.give(path, series="Zebras", part=2 * number + 1)
    return sorted(taken)[1:]


def repeated_paragraph(garden: Garden) -> list[str]:
    taken = garden.take(5, lambda record: record.paragraphs and not record.code and record.levels, together=False)
    for path in taken:
        garden.append(path, PARAGRAPH)
    return taken


def near_duplicate(garden: Garden) -> list[str]:
    translated = twins(garden)
    counts = Counter(hashed for record in garden.site.articles for hashed, _ in spans_of(record.paragraphs))
    taken = garden.take(2, lambda record: (
        record.signature and "title" in record.keys and not record.images and not record.links
        and record.path not in translated and "1" not in record.levels
        and all(counts[hashed] == 1 for hashed, _ in spans_of(record.paragraphs))
    ))  # fmt: skip
    if taken:
        front, body = (garden.article(path) for path in reversed(taken))
        assert front.front_matter
        assert body.front_matter
        head = front.text[: front.front_matter.span.end]
        Path(taken[1]).write_text(f"{head}\n{body.text[body.front_matter.span.end :].lstrip()}", "utf-8")
    return taken


def _tags(garden: Garden) -> Iterator[tuple[str, list[ArticleRecord]]]:
    """Yield tags that some articles write in one way, with these."""
    known = chain.from_iterable(tags.values() for tags in garden.site.tags)
    for tag in known:
        if len(tag.spellings) == 1 and len(tag.uses) >= 4 and tag.usual.isascii() and tag.usual.isalpha():
            yield tag.usual, [use.record for use in tag.uses]


def tag_spelling(garden: Garden) -> list[str]:
    for text, users in _tags(garden):
        paths = {record.path for record in users}
        taken = garden.take(1, among(paths))
        if taken:
            article = garden.article(taken[0])
            field = article.metadata.tag_field
            assert field
            number = [item.text.strip() for item in field.items].index(text)
            garden.edit(taken[0], set_field_item(article, field, number, text.swapcase()))
            return taken
    return []


def _with_another_tag(garden: Garden, text: str, others: frozenset[str]) -> list[str]:
    def fits(record: ArticleRecord) -> bool:
        field = garden.article(record.path).metadata.tag_field if record.tags else None
        return bool(field and field.node and field.node.kind == "list" and not others & {t.text for t in record.tags})

    taken = garden.take(1, fits)
    for path in taken:
        article = garden.article(path)
        field = article.metadata.tag_field
        assert field
        assert field.node
        garden.edit(path, insert_item(article, field.node, 0, text))
    return taken


def tag_plural(garden: Garden) -> list[str]:
    known = {form for tags in garden.site.tags for form in tags}
    for text, _ in _tags(garden):
        plural = next(plurals(text.casefold()), "")
        if plural and plural not in known and len(garden.site.tags) == 1:
            return _with_another_tag(garden, f"{text}s", frozenset((text,)))
    return []


def tag_used_once(garden: Garden) -> list[str]:
    return _with_another_tag(garden, "zebra crossing", frozenset()) if len(garden.site.articles) >= 20 else []


def field_consistency(garden: Garden) -> list[str]:
    folders: dict[object, list[ArticleRecord]] = defaultdict(list)
    for record in garden.site.articles:
        if record.keys:
            folders[garden.site.edition(record), garden.site.paths[record.path].collection].append(record)
    for records in folders.values():
        key = next(
            (key for key in ("layout", "sidebar", "type", "toc") if all(key in each.keys for each in records)), ""
        )
        if key and len(records) > 10:
            paths = {record.path for record in records}
            taken = garden.take(1, among(paths))
            for path in taken:
                article = garden.article(path)
                assert article.front_matter
                assert article.front_matter.root
                entry = article.front_matter.root.entry(key)
                assert entry
                garden.edit(path, remove_entry(article, entry))
            return taken
    return []


def translation_drift(garden: Garden) -> list[str]:
    translated = {each.record.path for each in translations(garden.site)}
    taken = garden.take(1, lambda record: record.path in translated and not record.code)
    for path in taken:
        garden.append(path, "## Zebras\n\nThey are striped.")
    return taken


def translation_missing(garden: Garden) -> list[str]:
    """Remove the translation of an article whose folder is translated as a whole."""
    for editions in folders(garden.site):
        source = source_language(garden.site, [editions])(editions)
        for language, records in editions.items():
            if language != source and len(editions[source]) >= 6 and editions[source].keys() <= records.keys():
                originals = {record.path: key for key, record in editions[source].items()}
                taken = garden.take(1, among(originals))
                if taken:
                    doomed = records[originals[taken[0]]]
                    garden.take(1, among([doomed.path]))
                    Path(doomed.path).unlink()
                    return taken
    return []


def unused_image(garden: Garden) -> list[str]:
    """Put a picture next to others that are shown."""
    shown = [Path(record.path).parent / image.text for record in garden.site.records for image in record.images]
    known = next((path for path in shown if path.is_file()), None)
    if known is None:
        return []
    planted = known.with_name("zebra-crossing.png")
    planted.write_bytes(known.read_bytes())
    return [os.path.relpath(planted)]


def reference(garden: Garden) -> list[str]:
    """Let an article name nine others as related, and one that is not there."""
    if any(record.related for record in garden.site.records):
        return []  # the site may mean something else by it
    known = garden.take(9, lambda record: record.title.text, together=False)
    taken = garden.take(1, lacks("related")) if known else []
    for path in taken:
        garden.give(path, related=[*known, "zebra/crossing-nowhere.md"])
    return taken


def twins(garden: Garden) -> set[str]:
    """Return the articles that have a translation."""
    return {path for each in translations(garden.site) for path in (each.source.path, each.record.path)}


def not_in_git(garden: Garden) -> list[str]:
    """Let an article show a picture that is written last, when all else is in git."""
    translated = twins(garden)
    taken = garden.take(1, lambda record: record.title.text and record.path not in translated and record.levels)
    for path in taken:
        garden.append(path, f"![A crossing]({ZEBRA.name})")
    return taken


def lost_address(garden: Garden) -> list[str]:
    """Give an article another slug or file name, or the folder of a bundle another name."""
    alone = set(unnamed(garden.records)) - twins(garden)
    taken = garden.take(1, lambda record: (
        record.path in alone and record.title.text and garden.site.addresses[record.path]
        and not record.path.endswith(("README.md", "/_index.md"))
    ))  # fmt: skip
    for path in taken:
        article, place = garden.article(path), Path(path)
        field = article.metadata.get("permalink") or article.metadata.get("slug")
        if field:
            garden.edit(path, set_field(article, field, f"/{ZEBRA.stem}/" if "/" in field.text else ZEBRA.stem))
        elif place.stem == "index":
            return [os.path.relpath(place.parent.rename(place.parent.with_name(ZEBRA.stem)) / place.name)]
        else:
            return [os.path.relpath(place.rename(place.with_name(f"{ZEBRA.stem}{place.suffix}")))]
    return taken


PLANTED: dict[str, Callable[[Garden], list[str]]] = {
    "site/duplicate-address": duplicate_address,
    "site/duplicate-cover": duplicate_cover,
    "site/duplicate-excerpt": duplicate_excerpt,
    "site/duplicate-title": duplicate_title,
    "site/field-consistency": field_consistency,
    "site/keyphrase-reuse": keyphrase_reuse,
    "site/near-duplicate": near_duplicate,
    "site/not-in-git": not_in_git,
    "site/reference": reference,
    "site/repeated-paragraph": repeated_paragraph,
    "site/series-order": series_order,
    "site/tag-plural": tag_plural,
    "site/tag-spelling": tag_spelling,
    "site/tag-used-once": tag_used_once,
    "site/translation-drift": translation_drift,
    "site/translation-missing": translation_missing,
    "site/unused-image": unused_image,
}


SINCE = ("site/lastmod-unchanged", "site/lost-address")
"""Rules about what changed since a commit."""

ZEBRA = Path("zebra-at-night.png")

SETTINGS = {
    "electron__website": ("docusaurus.config.js", "module.exports = {};"),
    "getzola__zola": ("docs/config.toml", 'base_url = "https://example.org"'),
    "hpe-dev-incubator__hpe-dev-portal": ("gatsby-config.js", "module.exports = {};"),
    "jekyll__jekyll": ("docs/_config.yml", "permalink: /news/:year/:month/:day/:title/"),
    "polyaxon__polyaxon": ("site/gatsby-config.js", "module.exports = {};"),
    "sofastack__sofastack.tech": ("hugo.toml", 'baseURL = "https://example.org"'),
    "withastro__starlight": ("docs/astro.config.mjs", "export default {};"),
}
"""For repositories that were copied without the settings of their platform, the file by which it is known."""


def test_a_fault_is_planted_for_each_rule() -> None:
    rules = {f"site/{name}" for name in str(FAMILIES["site"]).split()}
    assert rules == {*PLANTED, *SINCE, "site/orphan"}


def copied(repository: Path, site: Path, chance: random.Random) -> list[str]:
    """Copy a repository with some folders of its articles, and return the paths of these."""
    shutil.copytree(repository, site, copy_function=shutil.copyfile)
    articles = [target.shown for target in Runner(Configurations(site)).find([str(site)])[0]]
    folders = sorted({path.rpartition("/")[0] for path in articles})
    chance.shuffle(folders)
    kept: list[str] = []
    for folder in folders:
        kept += [path for path in articles if path.rpartition("/")[0] == folder] if len(kept) < MOST else []
    for path in set(articles) - set(kept[:MOST]):
        (site / path).unlink()
    for name, text in [SETTINGS[repository.name]] if repository.name in SETTINGS else ():
        (site / name).write_text(f"{text}\n", "utf-8")
    return [path for path in kept[:MOST] if not is_trial(path)]


def problems(capsys: pytest.CaptureFixture[str], cache: Path, *options: str) -> Found:
    """Return how often each rule is broken in each file."""
    capsys.readouterr()
    rules = [f"--select=site/{name}" for name in str(FAMILIES["site"]).split()]
    main(["site", "--output-format", "json", "--cache-dir", str(cache), "--jobs", "1", *rules, *options])
    document = json.loads(capsys.readouterr().out)
    return Counter((each["path"], each["rule"]) for each in document["problems"])


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda path: path.name)
def test_every_planted_fault_is_found_once_and_nothing_else(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site, cache, chance = tmp_path / "site", tmp_path / "cache", random.Random(repository.name)
    paths = copied(repository, site, chance)
    monkeypatch.chdir(site)
    listing, lost = navigation(paths, chance)
    git = Repository.new(site)
    git.commit()
    before = problems(capsys, cache)
    garden = Garden(before, chance, paths)
    orphans = garden.take(1, among([lost]))
    planted = {rule: plant(garden) for rule, plant in PLANTED.items()} | {"site/orphan": orphans}
    for _ in orphans:
        listing.write_text(listing.read_text("utf-8").replace(f"  - {json.dumps(Path(lost).name)}\n", ""), "utf-8")
    dated = garden.take(1, lacks("lastmod", "updated", "date"))
    for path in dated:
        garden.give(path, lastmod="2024-01-02")
    git.commit()
    for path in planted["site/not-in-git"]:
        Path(path).with_name(ZEBRA.name).write_bytes(b"")
    after = problems(capsys, cache)
    assert after - before == found_at(planted)
    assert before - after == Counter()

    for path in dated:
        garden.append(path, "A zebra crossed the road.")
    moved = lost_address(garden) if generator_of_copy(site, garden) else []
    later = problems(capsys, cache, "--since", "HEAD")
    changed = {"site/lost-address": moved, "site/lastmod-unchanged": dated}
    print({rule: paths for rule, paths in (planted | changed).items() if paths})
    assert later - after == found_at(changed)


def found_at(planted: Mapping[str, Iterable[str]]) -> Found:
    return Counter((path, rule) for rule, paths in planted.items() for path in paths)


def generator_of_copy(site: Path, garden: Garden) -> str:
    """Return the program that makes a copied site: only where it is known, addresses are."""
    repository = DiskRepository(site, site, Boundary(site))
    whole = WholeSite(garden.records.values(), repository=repository)
    return "" if whole.generator == "jekyll" and not whole.permalinks.platform else whole.generator
