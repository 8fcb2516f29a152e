"""The errors of a JSON Schema validator in our own sentences, one for each keyword."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lintarticle.article.article import Article
from lintarticle.article.values import Fault, Node
from lintarticle.problem import Uncheckable
from lintarticle.schema import faults
from lintarticle.schema.contract import Place, Subject, called, node_at, shown_node
from lintarticle.schema.sentences import TYPE_WORDS, listed, nearest_choice
from lintarticle.wording import capitalised, number

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

_MOST_BRANCHES = 50
"""The number of branches of a choice that are tried to find the one that the writer most likely meant."""


def faults_of(article: Article, subject: Subject, error: ValidationError, names: Collection[str]) -> Iterator[Fault]:
    """Yield the faults that one error means. `names`: the top-level keys that the schema knows."""
    place: Place = tuple(error.instance_path)
    node, key = node_at(subject.root, place)
    details = error.kind.as_dict()
    keyword = error.kind.name
    if keyword in ("backtrackLimitExceeded", "regexEngineFailure"):
        raise Uncheckable(f"A pattern of the JSON Schema takes too long on {called(place)}: simplify it.")
    if keyword in ("anyOf", "oneOf") and details.get("context"):
        yield from _of_choice(article, subject, error, names)
    elif keyword == "required":
        yield _missing(article, subject, place, details["property"])
    elif keyword in ("additionalProperties", "unevaluatedProperties"):
        yield from _unknown(article, node, place, details["unexpected"], names)
    elif keyword == "falseSchema" and list(error.schema_path[-1:]) == ["additionalProperties"]:
        yield from _unknown(article, node, place, [entry.key.text for entry in node.entries], names)
    elif keyword == "propertyNames":
        yield from _bad_names(article, node, place)
    elif keyword == "falseSchema" and place:
        at_key = key if isinstance(place[-1], str) else node.span
        yield Fault("unknown-key", at_key, f"{capitalised(called(place))} is not allowed here.")
    elif keyword == "type":
        yield _wrong_type(article, node, place, details["types"])
    else:
        expected, nearest = _expectation(keyword, details, node)
        found = _found(keyword, node)
        yield faults.unfit(article, called(place), node, found=found, expected=expected, nearest=nearest)


def _missing(article: Article, subject: Subject, place: Place, name: str) -> Fault:
    if place:
        return faults.missing_inside(article, (*place, name), *node_at(subject.root, place))
    return faults.missing(article, name, None)


def _unknown(
    article: Article, node: Node, place: Place, unexpected: Sequence[str], names: Collection[str]
) -> Iterator[Fault]:
    from lintarticle.wording import nearest

    where = f" in {called(place)}" if place else ""
    there = {entry.key.text for entry in node.entries}
    for name in unexpected:
        entry = node.entry(str(name))
        if entry is None or (not place and name == "$schema"):
            continue
        near = nearest(entry.key.text, [each for each in names if each not in there]) if not place else ""
        hint = f" Did you mean “{near}”?" if near else ""
        sentence = f"Unknown key “{entry.key.text}”{where}.{hint}"
        yield faults.unknown_key(article, entry, sentence, near, None)


def _bad_names(article: Article, node: Node, place: Place) -> Iterator[Fault]:
    where = f" in {called(place)}" if place else ""
    sentence = f"A key{where} has a name that the schema does not allow."
    yield Fault("unknown-key", article.source.first_line(node.span), sentence)


def _wrong_type(article: Article, node: Node, place: Place, types: Sequence[str]) -> Fault:
    words = [TYPE_WORDS.get(kind, kind) for kind in types if kind != "null" or len(types) == 1]
    is_list = "array" in types and "object" not in types
    return faults.wrong_type(article, called(place), node, f"expected {listed(words)}", is_list=is_list)


def _of_choice(article: Article, subject: Subject, error: ValidationError, names: Collection[str]) -> Iterator[Fault]:
    """Report, for a value that fits no branch of a choice, what is wrong according to the nearest branch."""
    place: Place = tuple(error.instance_path)
    node, _ = node_at(subject.root, place)
    branches = error.kind.as_dict()["context"][:_MOST_BRANCHES]
    if error.kind.name == "oneOf" and any(not branch for branch in branches):
        sentence = "expected to match exactly one of the kinds that the schema lists, not several"
        yield faults.unfit(article, called(place), node, found=_found("oneOf", node), expected=sentence)
        return
    outright = [each for branch in branches for each in branch if _is_outright(each, place)]
    suited = [branch for branch in branches if not any(_is_outright(each, place) for each in branch)]
    if suited:
        best = min(suited, key=lambda branch: (len(branch), -max(len(each.instance_path) for each in branch)))
        for each in best:
            yield from faults_of(article, subject, each, names)
        return
    choices = [each for each in outright if each.kind.name in ("enum", "const")]
    types = [kind for each in outright if each.kind.name == "type" for kind in each.kind.as_dict()["types"]]
    if choices:
        options = [option for each in choices for option in _options(each.kind.as_dict())]
        near = nearest_choice(node.value, options)
        found, expected = _found("enum", node), f"expected {listed(options)}"
        yield faults.unfit(article, called(place), node, found=found, expected=expected, nearest=near)
    else:
        yield _wrong_type(article, node, place, list(dict.fromkeys(types)))


def _is_outright(error: ValidationError, place: Place) -> bool:
    """Whether an error says that a branch is not meant at all: another type, another fixed value."""
    return tuple(error.instance_path) == place and error.kind.name in ("type", "enum", "const")


def _options(details: dict[str, Any]) -> list[Any]:
    return list(details["options"]) if "options" in details else [details["expected_value"]]


# --- keywords -------------------------------------------------------------------------------------------------


def _expectation(keyword: str, details: dict[str, Any], node: Node) -> tuple[str, str]:
    """Return what was expected, as the end of a sentence, and the nearest value that is allowed, or ""."""
    if keyword in ("enum", "const"):
        options = _options(details)
        return f"expected {listed(options)}", nearest_choice(node.value, options)
    if keyword == "format":
        return f"expected {_FORMATS.get(details['format'], 'the format ' + details['format'])}", ""
    words = _EXPECTATIONS.get(keyword)
    return (words(details) if words else f"the keyword “{keyword}” of the schema does not allow this"), ""


def _bound(words: str, unit: str = "", units: str = "") -> Callable[[dict[str, Any]], str]:
    def sentence(details: dict[str, Any]) -> str:
        limit = details["limit"]
        counted = f" {unit if limit == 1 else units or unit}" if unit else ""
        return f"expected {words} {limit:g}{counted}"

    return sentence


_EXPECTATIONS: dict[str, Callable[[dict[str, Any]], str]] = {
    "minimum": _bound("at least"),
    "maximum": _bound("at most"),
    "exclusiveMinimum": _bound("more than"),
    "exclusiveMaximum": _bound("less than"),
    "minLength": _bound("at least", "character", "characters"),
    "maxLength": _bound("at most", "character", "characters"),
    "minItems": _bound("at least", "item", "items"),
    "maxItems": _bound("at most", "item", "items"),
    "minProperties": _bound("at least", "key", "keys"),
    "maxProperties": _bound("at most", "key", "keys"),
    "additionalItems": _bound("at most", "item", "items"),
    "pattern": lambda details: f"expected text that contains “{details['pattern']}”",
    "multipleOf": lambda details: f"expected a multiple of {details['multiple_of']}",
    "uniqueItems": lambda _: "expected no duplicate items",
    "contains": lambda _: "expected an item of the kind that the schema asks for",
    "unevaluatedItems": lambda _: "expected no items but those that the schema allows",
    "not": lambda _: "expected anything but what the schema rules out",
}

_FORMATS = {
    "date": "a date such as 2024-01-31",
    "date-time": "a date and time with a zone, such as 2024-01-31T09:30:00Z",
    "time": "a time with a zone, such as 09:30:00Z",
    "duration": "a duration such as P3D",
    "email": TYPE_WORDS["email"],
    "idn-email": TYPE_WORDS["email"],
    "uri": "a whole address such as https://example.org/page",
    "iri": "a whole address such as https://example.org/page",
    "uri-reference": "an address or a path without spaces",
    "iri-reference": "an address or a path without spaces",
    "hostname": "the name of a host such as example.org",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uuid": "a UUID",
    "regex": "a regular expression",
}


def _found(keyword: str, node: Node) -> str:
    if keyword in ("minLength", "maxLength"):
        length = len(node.text)
        return f"{number(length, 'character')} long"
    return shown_node(node)
