"""Portuguese."""

ALT_OPENERS = (
    "imagem de", "uma imagem de", "foto de", "uma foto de", "fotografia de", "uma fotografia de", "a imagem mostra",
    "esta imagem mostra",
)

FILE_ALTS = (
    "imagem", "foto", "fotografia", "captura de tela", "captura de ecrã", "figura", "ilustração", "diagrama",
    "gráfico", "logo", "texto alternativo",
)

STOP_WORDS = (
    "a", "ainda", "algo", "alguns", "antes", "ao", "aos", "apenas", "aquela", "aquele", "aqui", "as", "assim", "até",
    "cada", "com", "como", "contra", "da", "das", "de", "depois", "desde", "dessa", "desse", "desta", "deste", "do",
    "dos", "e", "ela", "elas", "ele", "eles", "em", "entre", "era", "essa", "esse", "esta", "este", "está", "estão",
    "eu", "foi", "for", "há", "isso", "isto", "já", "lhe", "mais", "mas", "me", "mesmo", "meu", "minha", "muito", "na",
    "nas", "nem", "no", "nos", "nossa", "nosso", "num", "numa", "não", "nós", "o", "onde", "os", "ou", "outra", "outro",
    "para", "pela", "pelas", "pelo", "pelos", "pode", "por", "porque", "pouco", "quais", "qual", "quando", "que",
    "quem", "se", "sem", "ser", "seu", "seus", "sido", "sobre", "sua", "suas", "são", "só", "também", "te", "tem",
    "todo", "todos", "tu", "tudo", "um", "uma", "umas", "uns", "você", "vocês", "à", "às", "é",
)

CONNECTING_WORDS = (
    "a", "à", "ao", "aos", "às", "com", "como", "contra", "da", "das", "de", "desde", "do", "dos", "e", "em", "entre",
    "mas", "na", "nas", "nem", "no", "nos", "o", "onde", "os", "ou", "para", "pela", "pelas", "pelo", "pelos", "por",
    "porque", "quando", "que", "se", "sem", "sobre", "sua", "seu", "um", "uma",
)

PLACEHOLDERS = (
    "sem título", "título aqui", "seu título", "seu título aqui", "descrição aqui", "seu nome", "a definir",
    "aaaa-mm-dd", "dd/mm/aaaa",
)
