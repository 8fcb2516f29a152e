"""Spanish."""

ALT_OPENERS = (
    "imagen de", "una imagen de", "foto de", "una foto de", "fotografía de", "una fotografía de", "la imagen muestra",
    "esta imagen muestra", "gráfico de",
)

FILE_ALTS = (
    "imagen", "foto", "fotografía", "captura", "captura de pantalla", "pantallazo", "figura", "ilustración",
    "diagrama", "gráfico", "logo", "texto alternativo",
)

STOP_WORDS = (
    "a", "al", "algo", "algunos", "ante", "antes", "aquí", "así", "aunque", "cada", "casi", "como", "con", "contra",
    "cual", "cuando", "de", "del", "desde", "donde", "dos", "e", "el", "ella", "ellas", "ellos", "en", "entre", "era",
    "es", "esa", "ese", "eso", "esta", "este", "esto", "estos", "está", "están", "fue", "ha", "hace", "hacia", "han",
    "hasta", "hay", "la", "las", "le", "les", "lo", "los", "me", "mi", "mis", "mucho", "muy", "más", "ni", "no", "nos",
    "nosotros", "nuestra", "nuestro", "o", "otra", "otro", "otros", "para", "pero", "poco", "por", "porque", "pues",
    "que", "quien", "qué", "se", "sea", "ser", "si", "sido", "sin", "sobre", "son", "su", "sus", "sí", "también", "tan",
    "tanto", "te", "tiene", "todo", "todos", "tu", "tus", "un", "una", "uno", "unos", "y", "ya", "yo", "él",
)

CONNECTING_WORDS = (
    "a", "al", "ante", "aunque", "como", "con", "contra", "cuando", "de", "del", "desde", "donde", "e", "el", "en",
    "entre", "hacia", "hasta", "la", "las", "los", "ni", "nuestra", "nuestro", "o", "para", "pero", "por", "porque",
    "que", "si", "sin", "sobre", "su", "sus", "tu", "tus", "un", "una", "unos", "unas", "y",
)

PLACEHOLDERS = (
    "sin título", "título aquí", "tu título", "tu título aquí", "descripción aquí", "tu nombre", "por definir",
    "aaaa-mm-dd", "dd/mm/aaaa",
)
