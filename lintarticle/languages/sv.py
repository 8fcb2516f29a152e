"""Swedish."""

ALT_OPENERS = (
    "bild på", "en bild på", "bild av", "en bild av", "foto på", "ett foto på", "foto av", "ett foto av",
    "bilden visar",
)

FILE_ALTS = (
    "bild", "foto", "skärmbild", "skärmdump", "figur", "illustration", "diagram", "graf", "logga", "alternativtext",
)

STOP_WORDS = (
    "alla", "allt", "att", "av", "bara", "blev", "bli", "blir", "de", "dem", "den", "denna", "deras", "dess", "dessa",
    "det", "detta", "dig", "din", "dina", "ditt", "du", "där", "då", "efter", "ej", "eller", "en", "er", "ett", "från",
    "för", "ha", "hade", "han", "hans", "har", "hela", "henne", "hennes", "hon", "honom", "hur", "här", "i", "icke",
    "in", "inom", "inte", "jag", "ju", "kan", "kunde", "man", "med", "mellan", "men", "mig", "min", "mina", "mitt",
    "mot", "mycket", "ni", "nu", "när", "något", "några", "och", "också", "om", "oss", "på", "samma", "sedan", "sig",
    "sin", "sina", "sitt", "ska", "skulle", "som", "så", "sådan", "till", "under", "upp", "ut", "utan", "vad", "var",
    "vara", "varför", "varit", "vem", "vi", "vid", "vilka", "vilken", "än", "är", "även", "över",
)

CONNECTING_WORDS = (
    "att", "av", "den", "det", "denna", "detta", "där", "efter", "eller", "en", "ett", "från", "för", "hos", "i",
    "inom", "med", "mellan", "men", "mot", "när", "och", "om", "på", "som", "till", "under", "utan", "vid", "än",
    "över",
)

PLACEHOLDERS = (
    "namnlös", "utan titel", "titel här", "din titel", "beskrivning här", "ditt namn", "åååå-mm-dd",
)
