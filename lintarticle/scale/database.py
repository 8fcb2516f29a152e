"""Facts as a database sees them: which articles the rules about the site have to look at, found out of core."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lintarticle.record import NamedTuple
from lintarticle.scale.columns import TAG_RULES, USED_ONCE, are_grouped, path_from_text
from lintarticle.scale.storage import FactsError, FactsFolder, is_url, library
from lintarticle.site.finding import MOST_RELATED
from lintarticle.site.record import ArticleRecord
from lintarticle.site.shared_keys import KEYS
from lintarticle.site.tags import plurals

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class KnownArticle(NamedTuple):
    """An article as facts know it: the digests of its file and of its configuration, and its record."""

    digest: str
    configured: str
    record: ArticleRecord


class TagSpelling(NamedTuple):
    """A tag as some articles of a site write it: its folder, its language, what all spellings share, and this one."""

    site: str
    edition: str
    form: str
    text: str


class Database:
    """The shards of a folder. What does not fit into `memory`, a size such as “500MB”, goes to a temporary folder."""

    def __init__(self, folder: FactsFolder, names: Sequence[str], memory: str) -> None:
        self._duckdb = library("duckdb")
        self._scratch = TemporaryDirectory(prefix="lintarticle-")
        self._place = folder.place
        settings = {"memory_limit": memory, "temp_directory": self._scratch.name, "preserve_insertion_order": "false"}
        self._connection: DuckDBPyConnection = self._duckdb.connect(config=settings)
        if is_url(folder.place):
            self._connection.register_filesystem(folder.files)
        name_of = folder.files.unstrip_protocol if is_url(folder.place) else str
        self._names = ["'" + name_of(folder.path(name)).replace("'", "''") + "'" for name in names]
        try:
            self._run(f"CREATE TEMP VIEW facts AS SELECT * FROM read_parquet([{', '.join(self._names)}])")
            self._run(_SITES)
            self._run("CREATE TEMP TABLE wanted AS SELECT path FROM facts WHERE is_first")
        except FactsError:
            self.close()
            raise

    def close(self) -> None:
        """Close the database and remove its temporary files."""
        self._connection.close()
        self._scratch.cleanup()

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Return how many articles each site has, by its folder; articles that exist to test programs don't count."""
        return dict(self._run("SELECT site, articles FROM counted").fetchall())

    def paths(self) -> Iterator[str]:
        """Yield the paths of all articles, in the order in which they were found."""
        for name in self._names:
            rows = self._run(f"SELECT path FROM read_parquet({name}, file_row_number=true) ORDER BY file_row_number")
            yield from (path_from_text(text) for (text,) in rows.fetchall())

    def compares(self, rule: str) -> bool:
        """Whether a rule that compares texts was on when the facts were made."""
        query = f"SELECT coalesce(bool_or(list_contains(comparing, '{rule}')), true) FROM facts"
        found = self._run(query).fetchone()
        return bool(found and found[0])

    def first(self) -> dict[str, KnownArticle]:
        """Return the first article of each kind and shard: there are all settings among them that any article has."""
        return dict(self._known("is_first"))

    def wanted(self, rules: AbstractSet[str]) -> dict[str, KnownArticle]:
        """Return the articles that rules have to look at, by their paths: all, unless the rules are about groups."""
        if not are_grouped(rules):
            return dict(self._known("record IS NOT NULL"))
        keyed = [f'SELECT path, unnest("{rule}") AS key FROM facts' for rule in KEYS if rule in rules]
        if keyed:
            self._run(f"CREATE TEMP VIEW keyed AS {' UNION ALL '.join(keyed)}")
            self._run(_SHARED)
        if rules & TAG_RULES:
            self._run(_SPELLED)
            self._pair()
            for query in (_TELLING, _USED_FIRST, _USED_RARELY, *((_USED_ONCE,) if USED_ONCE in rules else ())):
                self._run(query)
        return dict(self._known("record IS NOT NULL AND path IN (SELECT path FROM wanted)"))

    @cached_property
    def totals(self) -> dict[TagSpelling, int]:
        """Return how many articles use each spelling of a tag that any of the wanted articles has."""
        return {TagSpelling(*tag): count for *tag, count in self._run(_TOTALS).fetchall()}

    def _pair(self) -> None:
        """Note the tags that are the singular or the plural of another one."""
        forms: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for site, edition, form, count in self._run(_FORMS).fetchall():
            forms[site, edition][form] = count
        self._run("CREATE TEMP TABLE paired (site VARCHAR, edition VARCHAR, form VARCHAR, is_rare BOOLEAN)")
        rows = [[*place, *row] for place, counts in forms.items() for row in _paired(counts)]
        if rows:
            self._connection.executemany("INSERT INTO paired VALUES (?, ?, ?, ?)", rows)

    def _known(self, condition: str) -> Iterator[tuple[str, KnownArticle]]:
        cursor = self._run(f"SELECT path, digest, configured, record FROM facts WHERE {condition}")
        while rows := cursor.fetchmany(_AT_ONCE):
            for text, digest, configured, record in rows:
                path = path_from_text(text)
                made = ArticleRecord.from_text(path, record)
                if made is None:
                    raise FactsError(
                        f"“{self._place}”: Another version of lintarticle made these facts; make them again."
                    )
                yield path, KnownArticle(digest, configured, made)

    def _run(self, query: str) -> DuckDBPyConnection:
        try:
            return self._connection.execute(query)
        except self._duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise FactsError(f"“{self._place}” can’t be read; make the facts again. ({reason})") from None


_AT_ONCE = 1_000


def _paired(counts: Mapping[str, int]) -> Iterator[tuple[str, bool]]:
    """Yield the tags that are the singular or plural of another one, and whether each is used as rarely or less."""
    rare: dict[str, bool] = {}
    for form in counts:
        for plural in plurals(form):
            if plural in counts:
                rare[form] = rare.get(form, False) or counts[form] <= counts[plural]
                rare[plural] = rare.get(plural, False) or counts[plural] <= counts[form]
    yield from rare.items()


# --- the queries ----------------------------------------------------------------------------------------------

_SITES = """
CREATE TEMP TABLE counted AS
SELECT site, is_trial, count(*) FILTER (role = '') AS articles
FROM facts WHERE record IS NOT NULL GROUP BY site, is_trial
QUALIFY NOT is_trial OR count(*) OVER (PARTITION BY site) = 1;
CREATE TEMP VIEW uses AS
SELECT site, edition, path, tag.form AS form, tag.text AS text
FROM (SELECT site, is_trial, edition, path, unnest(tag_forms) AS tag FROM facts)
SEMI JOIN counted USING (site, is_trial)
"""
"""The articles of a site are those that do not exist to test programs, unless there are no others."""

_SHARED = """
INSERT INTO wanted SELECT DISTINCT path FROM keyed
SEMI JOIN (SELECT key FROM keyed GROUP BY key HAVING count(*) > 1) USING (key)
"""

_SPELLED = f"""
CREATE TEMP TABLE spelled AS
SELECT site, edition, form, text, count(*) AS count, min(path, {MOST_RELATED}) AS first FROM uses GROUP BY ALL
"""

_FORMS = "SELECT site, edition, form, sum(count)::BIGINT FROM spelled GROUP BY ALL"

_TELLING = """
CREATE TEMP TABLE telling AS
SELECT site, edition, form, text, first, coalesce(is_rare, false) OR place > 1 OR equals > 1 AS is_rare
FROM (
    SELECT *,
        count(*) OVER (PARTITION BY site, edition, form) AS spellings,
        count(*) OVER (PARTITION BY site, edition, form, count) AS equals,
        rank() OVER (PARTITION BY site, edition, form ORDER BY count DESC) AS place
    FROM spelled
)
LEFT JOIN paired USING (site, edition, form)
WHERE spellings > 1 OR is_rare IS NOT NULL
"""
"""Tags that a rule may report; of those that are not rare, the first uses and their number are enough."""

_USED_FIRST = "INSERT INTO wanted SELECT unnest(first) FROM telling"

_USED_RARELY = """
INSERT INTO wanted SELECT path FROM uses
SEMI JOIN (SELECT * FROM telling WHERE is_rare) AS rare USING (site, edition, form, text)
"""

_USED_ONCE = """
INSERT INTO wanted SELECT min(first[1]) FROM spelled GROUP BY site, edition, form
HAVING max(count) = 1 AND min(first[1]) = max(first[1])
"""

_TOTALS = """
SELECT DISTINCT site, edition, form, text, count
FROM (SELECT * FROM uses WHERE path IN (SELECT path FROM wanted)) JOIN spelled USING (site, edition, form, text)
"""
