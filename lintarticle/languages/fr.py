"""French."""

ALT_OPENERS = (
    "image de", "image d'", "une image de", "une image d'", "photo de", "photo d'", "une photo de", "une photo d'",
    "illustration de", "l'image montre", "cette image montre", "photographie de",
)

FILE_ALTS = (
    "image", "photo", "capture d'écran", "capture", "illustration", "figure", "schéma", "graphique", "logo",
    "texte alternatif",
)

STOP_WORDS = (
    "a", "afin", "ai", "alors", "au", "aucun", "aussi", "autre", "aux", "avec", "avoir", "car", "ce", "cela", "ces",
    "cet", "cette", "ceux", "chaque", "chez", "comme", "comment", "dans", "de", "des", "donc", "dont", "du", "elle",
    "elles", "en", "encore", "entre", "est", "et", "été", "être", "eu", "fait", "ici", "il", "ils", "je", "jusque",
    "la", "le", "les", "leur", "leurs", "lors", "lui", "là", "ma", "mais", "me", "même", "mes", "moi", "moins", "mon",
    "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "où", "par", "parce", "pas", "peu", "peut", "plus", "pour",
    "pourquoi", "près", "puis", "qu", "quand", "que", "quel", "quelle", "quelles", "quels", "qui", "sa", "sans", "se",
    "sera", "ses", "si", "son", "sont", "sous", "sur", "ta", "te", "tes", "toi", "ton", "tous", "tout", "toute",
    "toutes", "trop", "très", "tu", "un", "une", "vers", "vos", "votre", "vous", "à",
)

CONNECTING_WORDS = (
    "à", "afin", "au", "aux", "avec", "car", "ce", "ces", "cet", "cette", "chez", "comme", "dans", "de", "des", "donc",
    "dont", "du", "en", "entre", "et", "la", "le", "les", "leur", "leurs", "lors", "mais", "ni", "notre", "nos", "ou",
    "par", "parce", "pour", "qu", "quand", "que", "qui", "sa", "sans", "ses", "si", "son", "sous", "sur", "un", "une",
    "vers", "votre", "vos",
)

PLACEHOLDERS = (
    "sans titre", "titre ici", "votre titre", "votre titre ici", "description ici", "votre description ici",
    "votre nom", "à compléter", "aaaa-mm-jj", "jj/mm/aaaa",
)
