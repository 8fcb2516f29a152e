"""Italian."""

ALT_OPENERS = (
    "immagine di", "un'immagine di", "foto di", "una foto di", "fotografia di", "una fotografia di",
    "l'immagine mostra", "questa immagine mostra",
)

FILE_ALTS = (
    "immagine", "foto", "fotografia", "schermata", "screenshot", "figura", "illustrazione", "diagramma", "grafico",
    "logo", "testo alternativo",
)

STOP_WORDS = (
    "a", "abbiamo", "ad", "agli", "ai", "al", "alla", "alle", "allo", "altri", "anche", "ancora", "che", "chi",
    "ci", "come", "con", "contro", "cosa", "cui", "da", "dagli", "dai", "dal", "dalla", "dalle", "degli", "dei", "del",
    "dell", "della", "delle", "dello", "di", "dove", "due", "e", "ed", "era", "essere", "fa", "fra", "gli", "ha", "hai",
    "hanno", "ho", "i", "il", "in", "io", "l", "la", "le", "lei", "li", "lo", "loro", "lui", "ma", "me", "mi", "mia",
    "mio", "molto", "ne", "negli", "nei", "nel", "nella", "nelle", "noi", "non", "nostro", "o", "ogni", "per", "perché",
    "però", "più", "poi", "prima", "quale", "quando", "quanto", "quella", "quelle", "quelli", "quello", "questa",
    "queste", "questi", "questo", "qui", "se", "sei", "senza", "si", "sia", "siamo", "sono", "sopra", "sotto", "sua",
    "sue", "sui", "sul", "sulla", "suo", "suoi", "tra", "tu", "tua", "tuo", "tutti", "tutto", "un", "una", "uno", "vi",
    "voi", "è",
)

CONNECTING_WORDS = (
    "a", "ad", "agli", "ai", "al", "alla", "alle", "allo", "anche", "che", "come", "con", "contro", "da", "dai", "dal",
    "dalla", "dalle", "degli", "dei", "del", "della", "delle", "dello", "di", "dove", "e", "ed", "fra", "gli", "i",
    "il", "in", "la", "le", "lo", "ma", "negli", "nei", "nel", "nella", "nelle", "o", "per", "perché", "quando", "se",
    "senza", "sui", "sul", "sulla", "tra", "un", "una", "uno",
)

PLACEHOLDERS = (
    "senza titolo", "titolo qui", "il tuo titolo", "descrizione qui", "il tuo nome", "da definire", "aaaa-mm- gg",
    "gg/mm/aaaa",
)
