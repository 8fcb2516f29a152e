"""The words of the placement grammar, in the languages in which briefs were seen."""

from __future__ import annotations

FILLER = frozenset(
    "the a an of this your in at on to as and for post article blog page story piece right just directly immediately "
    "very image picture full width wide centered centred aligned section placed place position insert "
    "de del la el le du des der die das des im am artikels l inlägget artikeln och".split()
)
"""Words that say nothing of the place: left out before a placement is compared with the fixed places."""

TOP = frozenset(
    (
        "top|header|hero|beginning|start|opening|cover|banner|featured|above fold|above title|below title|under title|"
        "after title|beneath title|before introduction|before intro|before first paragraph|above introduction|"
        "above intro|top before introduction|top above introduction|after headline|below headline|under headline|"
        "under h1|after h1|below h1|above first paragraph|"
        "oben|anfang|ganz oben|beginn|titelbild|början|överst|toppen|haut|en haut|début|en tête|arriba|inicio|principio|"
        "parte superior|cabecera|encabezado|inizio|in alto|alto|topo|início|começo|bovenaan|begin|góra|na górze|początek|"
        "đầu bài|đầu bài viết|đầu trang|начало|в начале|вверху|顶部|頂部|开头|開頭|文首|文章开头|文章開頭|头图|頭圖|"
        "冒頭|記事冒頭|トップ|先頭|맨 위|상단|처음"
    ).split("|")
)
END = frozenset(
    (
        "end|bottom|conclusion|closing|footer|after conclusion|last paragraph|after last paragraph|ending|"
        "ende|am ende|schluss|unten|slut|slutet|sist|nederst|fin|final|al final|pie|abajo|fine|in fondo|fim|rodapé|"
        "einde|onderaan|koniec|na końcu|na dole|cuối bài|cuối bài viết|конец|в конце|внизу|结尾|結尾|文末|末尾|底部|"
        "最後|끝|하단|마지막"
    ).split("|")
)
INTRO = frozenset(
    (
        "after intro|after introduction|after first paragraph|after opening|after opening paragraph|after lead|"
        "after intro paragraph|after introductory paragraph|after introduction paragraph|below introduction|"
        "below intro|following introduction|following intro|intro|introduction|first paragraph|below first paragraph|"
        "nach einleitung|nach ersten absatz|efter inledningen|efter ingressen|efter första stycket|après introduction|"
        "después introducción|tras introducción|dopo introduzione|após introdução|depois introdução|na inleiding|"
        "po wstępie|sau phần mở đầu|sau mở đầu|sau đoạn mở đầu|после введения|после вступления|引言后|引言之后|开头之后|"
        "導言後|導入の後|はじめにの後|도입부 다음|서론 뒤"
    ).split("|")
)

RELATIONS = (
    r"\s*(?:(?:insert(?:ed)?|place(?:d)?|put|add|goes|right|just|directly|immediately|shortly|einfügen)\s+){0,3}(?:"
    r"(?P<before>before|above|ahead of|prior to|vor|före|ovanför|avant|antes (?:de(?:l)?|da|do)|prima (?:di|del|della)|"
    r"voor|przed|trước|перед)"
    r"|(?P<after>after|below|beneath|following|between|nach|unter|efter|under(?= avsnittet)|après|después de(?:l)?|tras|"
    r"dopo|após|depois (?:de|da|do)|na|po|sau|после)"
    r"|(?P<in>inside|within|under|in|into|at|for|alongside|beside|next to|opening|i|im|dans|en|nel|nella|no|na seção|w|trong|в))"
    r"(?:\s+(?:the|der|die|das|dem|den|la|le|el|il|lo|o|a|de|het|avsnittet|abschnitt|sección|section|sezione|seção|phần|"
    r"раздела|разделе)(?=[\s:\"“„«'‘`]))?(?=[\s:\"“„«'‘`「『])"
)
"""Pattern of the beginning of a placement that names a section, with the place that it stands for."""

LAYOUT = frozenset(
    "paragraph paragraphs table tables list quote blockquote code snippet figure video sentence line lines middle mid "
    "midway halfway center centre centered centred inline sidebar side left right margin background float floated "
    "callout chart graph example examples bullets steps text body anywhere throughout optional "
    "absatz tabelle mitte stycke tabell mitten paragraphe tableau milieu párrafo tabla medio parágrafo tabela meio "
    "paragrafo tabella metà alinea midden akapit đoạn bảng giữa абзац таблица".split()
)
"""Words that place a picture by the layout, not by a section: a person understands them, no heading is meant."""

SECTION_WORDS = frozenset(
    "section sections heading subheading subsection abschnitt kapitel avsnitt avsnittet rubrik sección seção sezione "
    "sectie paragraaf sekcja sekcji phần раздел раздела".split()
)

NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "first one 1st",
            "second two 2nd",
            "third three 3rd",
            "fourth four 4th",
            "fifth five 5th",
            "sixth six 6th",
            "seventh seven 7th",
            "eighth eight 8th",
            "ninth nine 9th",
            "tenth ten 10th",
        ),
        1,
    )
    for word in words.split()
}
