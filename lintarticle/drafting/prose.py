"""Plain sentences for examples: as many words or characters as are asked for, none of them said twice."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.ranges import Range

TITLE = "How to read a tide table"
LONG_TITLE = (
    "How to read a tide table before you cross the sands with a map and a friend and a whistle on a clear day in "
    "spring or autumn from the first column to the last one"
)
"""The first words of this make a title of any length."""

EXCERPT = "Four columns of figures say when the harbor empties and when it fills; here is what each of them means."
SHORT_EXCERPT = "Four columns of figures say when the harbor empties and when it fills."

_SENTENCES = (
    "A tide table is a promise about water, made a year in advance.",
    "Each line is one day, and each day has two high waters and two low ones.",
    "The first column names the port, because ten miles of coast can shift everything by an hour.",
    "The second column gives the time, and most tables leave the change of clocks to the reader.",
    "The third column is the height above the lowest water that anyone expects.",
    "A range of five meters empties a small harbor twice a day.",
    "Fishermen pencil their own corrections next to the printed figures.",
    "Wind from the sea adds a hand or two, and high pressure takes as much away.",
    "The moon sets the pace, which is why every next tide is fifty minutes late.",
    "Walkers who cross the sands turn back an hour before the table says so.",
    "Spring tides follow the full moon and the new moon by a day and a half.",
    "Neap tides lie between them, when the water hardly seems to move.",
)
_HEIGHTS = "Reading {number} puts the gauge at {meters} meters and {centimeters} centimeters over the sill."


def plain_sentences(start: int = 0) -> Iterator[str]:
    """Yield sentences without end, from a place in their order on."""
    yield from _SENTENCES[start:]
    number = start
    while True:
        number += 1
        yield _HEIGHTS.format(number=number, meters=number % 9 + 1, centimeters=number * 7 % 90 + 10)


def words_within(bounds: Range | None, source: Iterator[str], usual: int = 24) -> str:
    """Return sentences with a number of words within bounds; where none fits, one is cut."""
    least = int(bounds.least or 0) if bounds else 0
    most = int(bounds.most) if bounds and bounds.most is not None else max(least, usual) + 40
    wanted = min(max(least, usual), most)
    words: list[str] = []
    fitting = iter(_SHORT)
    while len(words) < wanted:
        sentence = next(source).split()
        if len(words) + len(sentence) <= most:
            words += sentence
            continue
        room = most - len(words)
        short = next((each.split() for each in fitting if len(each.split()) <= room), None)
        if short is None and len(words) < least:
            short = [*sentence[: least - len(words) - 1], sentence[-1]]
        if short is None:
            break
        words += short
    return " ".join(words)


def characters_within(bounds: Range | None, text: str) -> str:
    """Return a text with a number of characters within bounds, as near to `text` as can be."""
    least = int(bounds.least or 0) if bounds else 0
    most = int(bounds.most) if bounds and bounds.most is not None else None
    for more in _endings():
        if least <= len(longer := f"{text} {more}".strip()) and (most is None or len(longer) <= most):
            return text if len(text) >= least and (most is None or len(text) <= most) else longer
    source = plain_sentences()
    while len(text) < least:
        text = f"{text} {next(source)}".strip()
    if most is None or len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0].rstrip(".,;: ")
    if len(cut) < least:
        cut = text[:most].strip().ljust(least, "e")
    return cut or text[:most]


def title_within(bounds: Range | None) -> str:
    """Return a title with a number of characters within bounds, "" where there is none."""
    words = LONG_TITLE.split()
    titles = [" ".join(words[:number]) for number in range(1, len(words) + 1)]
    fitting = [title for title in titles if bounds is None or len(title) in bounds]
    usual = [title for title in fitting if len(title) >= len(TITLE)]
    return (usual[:1] or fitting[-1:] or [""])[0]


_SHORT = (
    "Bring a pencil.",
    "Mind the clocks.",
    "The sea has its own time.",
    "Low water is the time to walk.",
    "Neaps follow springs by one week.",
    "High water comes later each morning.",
    "Ask in the harbor before the first walk.",
    "The moon is the reason, and wind the excuse.",
)


def _endings() -> Iterator[str]:
    """Yield sentences to end a text with, of every length from none to a hundred characters."""
    yield ""
    yield from _SHORT
    yield from (f"{first} {second}" for first in _SHORT for second in _SHORT if first != second)
