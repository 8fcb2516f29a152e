"""German."""

ALT_OPENERS = (
    "bild von", "ein bild von", "bild eines", "bild einer", "foto von", "ein foto von", "fotografie von",
    "grafik von", "das bild zeigt", "dieses bild zeigt", "abbildung von",
)

FILE_ALTS = (
    "bild", "foto", "grafik", "abbildung", "screenshot", "bildschirmfoto", "diagramm", "illustration", "logo",
    "titelbild", "alternativtext",
)

STOP_WORDS = (
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "auch", "auf", "aus", "bei", "beim",
    "bin", "bis", "bist", "da", "damit", "dann", "das", "dass", "dein", "deine", "dem", "den", "denn", "der", "des",
    "dessen", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "du", "durch", "ein",
    "eine", "einem", "einen", "einer", "eines", "er", "es", "etwas", "euch", "euer", "für", "gegen", "habe", "haben",
    "hatte", "hier", "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "im", "in", "indem", "ins", "ist", "ja",
    "jede", "jeder", "jedes", "jetzt", "kann", "kein", "keine", "man", "mehr", "mein", "meine", "mich", "mir", "mit",
    "nach", "nicht", "nichts", "noch", "nun", "nur", "ob", "oder", "ohne", "schon", "sehr", "sein", "seine", "seit",
    "sich", "sie", "sind", "so", "solche", "sondern", "über", "um", "und", "uns", "unser", "unter", "viel", "vom",
    "von", "vor", "wann", "warum", "was", "weil", "weiter", "welche", "wenn", "wer", "werden", "wie", "wieder", "will",
    "wir", "wird", "wo", "worden", "während", "würde", "zu", "zum", "zur", "zwischen",
)

CONNECTING_WORDS = (
    "als", "am", "an", "auf", "aus", "bei", "beim", "das", "dass", "dem", "den", "der", "des", "die", "durch", "ein",
    "eine", "einem", "einen", "einer", "eines", "für", "gegen", "im", "in", "ins", "mit", "nach", "oder", "ohne",
    "seit", "sowie", "über", "um", "und", "unter", "vom", "von", "vor", "weil", "wenn", "während", "zu", "zum", "zur",
    "zwischen",
)

PLACEHOLDERS = (
    "unbenannt", "ohne titel", "titel hier", "ihr titel", "dein titel", "beschreibung hier", "ihr name",
    "dein name", "platzhalter", "jjjj-mm-tt", "tt.mm.jjjj",
)
