"""Plain sentences for examples: as many words or characters as are asked for, none of them said twice."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.ranges import Range

TITLE = "How to read a tide table"
EXCERPT = "Four columns of figures say when the harbor empties and when it fills; here is what each of them means."

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
    """Return sentences with a number of words within bounds; the last one is cut where that is needed."""
    least = int(bounds.least or 0) if bounds else 0
    most = int(bounds.most) if bounds and bounds.most is not None else max(least, usual) + 40
    wanted = min(max(least, usual), most)
    words: list[str] = []
    while len(words) < wanted:
        words += next(source).split()
    if len(words) <= most:
        return " ".join(words)
    return " ".join(words[:most]).rstrip(".,;:") + "."


def characters_within(bounds: Range | None, text: str) -> str:
    """Return a text with a number of characters within bounds, as near to `text` as can be."""
    least = int(bounds.least or 0) if bounds else 0
    most = int(bounds.most) if bounds and bounds.most is not None else None
    source = plain_sentences()
    while len(text) < least:
        text = f"{text.rstrip('.')}. {next(source)}" if text else next(source)
    if most is None or len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0].rstrip(".,;: ")
    if len(cut) < least:
        cut = text[:most].strip().ljust(least, "e")
    return cut or text[:most]
