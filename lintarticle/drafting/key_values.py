"""Values of the keys of a new article: written as the other articles write theirs, or left to the writer."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

from lintarticle.article.editing.writing import Value
from lintarticle.drafting.metadata import Given, Written, value_of_node
from lintarticle.drafting.names import NameStyle, slug_from
from lintarticle.drafting.samples import Observed, Sample
from lintarticle.drafting.values import TODO, placeholder, role_of
from lintarticle.record import NamedTuple
from lintarticle.schema.field_spec import DATE_TYPES, FieldSpec

NEARLY_ALL = 0.8
"""A new article gets a key or value that at least this share of the articles have: our own figure."""

_FEWEST = 3
"""Articles that must agree on a value before it counts as the site's own."""

_OWN_TEXT = frozenset({"title", "excerpt", "seo_title", "seo_excerpt", "social_title", "social_excerpt", "subtitle",
                       "short_title", "keyphrase", "tags", "keywords", "cover", "cover_alt", "cover_caption",
                       "canonical_url", "illustrations"})  # fmt: skip
"""Fields that differ in each article."""


class KeyValues(NamedTuple):
    """What the values of the keys of one new article are made from.

    `named` is the text that its slug is made from, `unnamed` the slug of a text without letters. `unicode`: slugs may
    have other letters than a–z. `is_json`: a date is a text.
    """

    title: str
    named: str
    unnamed: str
    slug: str
    moment: datetime
    style: NameStyle
    unicode: bool
    is_json: bool

    def of(self, name: str, spec: FieldSpec | None, key: Observed | None = None) -> Given:
        """Return the value of a key, with its field if the contract has one, and what other articles have there."""
        role = role_of(name)
        if role == "date" and key and key.kind == "boolean":
            role = "published"
        if role == "title":
            return self.title
        if role in ("date", "updated") or (spec and spec.type in DATE_TYPES and (spec.required or not key)):
            return self._date(spec, key)
        if role in ("draft", "published") and (key is None or key.kind == "boolean"):
            return role == "draft"
        made = _made_like(key, self.slug, self.moment) if key else ""
        if role == "slug" and not made:
            made = slug_from(self.named, self._slug_style(spec), made_up=self.unnamed)
        return made or self._same(key, role, spec)

    def _same(self, key: Observed | None, role: str, spec: FieldSpec | None = None) -> Given:
        """Return what nearly all articles say, else a placeholder of the same kind."""
        if spec and spec.type == "string" and role in ("tags", "keywords"):
            return ""
        if key is None or role in _OWN_TEXT or (spec and spec.enum):
            return placeholder(spec) if spec else [] if role in ("tags", "keywords") else TODO
        if key.kind == "mapping":
            below = [each for each in key.below if each.share >= NEARLY_ALL]
            fields = spec.fields if spec else {}
            inside = {each.name: self.of(each.name, fields.get(each.name), each) for each in below}
            missing = {name: placeholder(each) for name, each in fields.items() if each.required and name not in inside}
            return {**{name: flat(value) for name, value in inside.items()}, **missing}
        counted = Counter(repr(node.value) for node, _ in key.seen)
        usual, count = counted.most_common(1)[0]
        if count >= max(_FEWEST, NEARLY_ALL * len(key.seen)):
            return value_of_node(next(node for node, _ in key.seen if repr(node.value) == usual))
        if spec:
            return placeholder(spec)
        return [] if key.kind == "list" else TODO

    def _slug_style(self, spec: FieldSpec | None) -> NameStyle:
        allows = spec.unicode if spec and spec.type == "slug" else self.unicode
        return NameStyle(ascii=not allows or self.style.ascii, language=self.style.language)

    def _date(self, spec: FieldSpec | None, key: Observed | None) -> Given:
        forms = [(form_of(node.text), node.style) for node, _ in key.seen if node.text] if key else []
        known = Counter((form, style in ("single", "double")) for form, style in forms if form)
        if known:
            (form, is_quoted), _ = known.most_common(1)[0]
            if not spec or spec.type != "datetime" or form.has_time:
                text = form.written(self.moment)
                return text if is_quoted else Written(text)
        if spec and spec.type == "datetime":
            return self.moment
        return Written(MomentForm().written(self.moment)) if not self.is_json else str(self.moment.date())


def flat(value: Given) -> Value:
    """Return a value without its written form."""
    return value.text if isinstance(value, Written) else value


def _made_like(key: Observed, slug: str, moment: datetime) -> str:
    """Return a value made like nearly all others: from the name of the file and the parts of the date."""
    patterns = Counter(_pattern(node.text, sample) for node, sample in key.seen if node.kind == "string")
    if not patterns:
        return ""
    pattern, count = patterns.most_common(1)[0]
    if "{slug}" not in pattern or " " in pattern or count < NEARLY_ALL * len(key.seen):
        return ""
    dated = moment.strftime(pattern.replace("%", "%%").replace("{Y}", "%Y").replace("{m}", "%m").replace("{d}", "%d"))
    return dated.replace("{slug}", slug)


def _pattern(text: str, sample: Sample) -> str:
    """Return a text with the name of its file and its date replaced by placeholders."""
    if not sample.slug or not re.search(rf"(?<![\w-]){re.escape(sample.slug)}(?![\w-])", text):
        return text
    pattern = re.sub(rf"(?<![\w-]){re.escape(sample.slug)}(?![\w-])", "{slug}", text)
    pattern = re.sub(r"\b(?:19|20)\d\d([/-])[01]\d\1[0-3]\d\b", r"{Y}\1{m}\1{d}", pattern)
    return re.sub(r"\b(?:19|20)\d\d([/-])[01]\d\b", r"{Y}\1{m}", pattern)


# --- dates ----------------------------------------------------------------------------------------------------

_FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%a, %d %b %Y %H:%M:%S",
    "%Y年%m月%d日",
)
"""What `parse_moment` reads, as strftime writes it."""

_TAIL = re.compile(r"(?P<fraction>\.\d{1,9})?(?P<blank> ?)(?P<zone>Z|[+-]\d\d:?\d\d)?$")


class MomentForm(NamedTuple):
    """How a date is written: its pattern, and what follows it."""

    pattern: str = "%Y-%m-%d"
    fraction: str = ""
    blank: str = ""
    zone: str = ""

    @property
    def has_time(self) -> bool:
        """Whether it has a time of day."""
        return "%H" in self.pattern

    def written(self, moment: datetime) -> str:
        """Return a moment in this form; its own zone counts, or UTC where the form ends in Z."""
        if self.zone == "Z":
            moment = moment.astimezone(UTC)
        offset = moment.strftime("%z") or "+0000"
        zone = "Z" if self.zone == "Z" else f"{offset[:3]}{':' * (':' in self.zone)}{offset[3:5]}" if self.zone else ""
        return moment.strftime(self.pattern) + self.fraction + self.blank + zone


def form_of(text: str) -> MomentForm | None:
    """Return the form of a date, None if we know no such form."""
    text = text.strip()
    tail = _TAIL.search(text)
    candidates = [(text, "", "", "")]
    if tail and (tail["fraction"] or tail["zone"]):
        fraction = re.sub(r"\d", "0", tail["fraction"] or "")
        candidates.insert(
            0, (text[: tail.start()], fraction, tail["blank"] if tail["zone"] else "", tail["zone"] or "")
        )
    for head, fraction, blank, zone in candidates:
        for pattern in _FORMS:
            try:
                datetime.strptime(head, pattern)  # noqa: DTZ007 - only its form is looked for
            except ValueError:
                continue
            if "%H" in pattern or not (zone or fraction):
                return MomentForm(pattern, fraction, blank, zone)
    return None
