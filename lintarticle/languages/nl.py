"""Dutch."""

ALT_OPENERS = (
    "afbeelding van", "een afbeelding van", "foto van", "een foto van", "plaatje van", "een plaatje van",
    "de afbeelding toont", "deze afbeelding toont",
)

FILE_ALTS = (
    "afbeelding", "foto", "plaatje", "schermafbeelding", "screenshot", "figuur", "illustratie", "diagram", "grafiek",
    "logo", "alternatieve tekst",
)

STOP_WORDS = (
    "aan", "al", "alle", "alles", "als", "altijd", "andere", "ben", "bij", "daar", "dan", "dat", "de", "der", "deze",
    "die", "dit", "doch", "doen", "door", "dus", "een", "en", "er", "ge", "geen", "haar", "had", "heb", "hebben",
    "heeft", "hem", "het", "hier", "hij", "hoe", "hun", "iets", "ik", "in", "is", "ja", "je", "jij", "jullie", "kan",
    "kon", "maar", "me", "meer", "men", "met", "mij", "mijn", "moet", "na", "naar", "niet", "niets", "nog", "nu", "of",
    "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "reeds", "te", "tegen", "toch", "toen", "tot", "u",
    "uit", "uw", "van", "veel", "voor", "waar", "was", "wat", "we", "wel", "werd", "wezen", "wie", "wij", "wil",
    "worden", "wordt", "zal", "ze", "zei", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou",
)

CONNECTING_WORDS = (
    "aan", "als", "bij", "dat", "de", "deze", "dit", "door", "een", "en", "het", "hun", "in", "maar", "met", "mijn",
    "na", "naar", "of", "om", "omdat", "onder", "onze", "op", "over", "te", "tegen", "tot", "uit", "van", "voor",
    "waar", "wanneer", "zonder",
)

PLACEHOLDERS = (
    "zonder titel", "naamloos", "titel hier", "jouw titel", "uw titel", "beschrijving hier", "jouw naam", "uw naam",
    "jjjj-mm-dd", "dd-mm-jjjj",
)
