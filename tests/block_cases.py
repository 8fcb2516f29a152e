"""The cases of `tests/blocks/`: metadata blocks and briefs as people write them, and what is read in each.

Each `##` heading opens a case: `## en: what it is`. Its `markdown` fence is put behind a short article in that
language, with `head` after the language behind its title, with `body` in place of its sections. Its `text` fence says
what is read, a line each: `block 3-9` (lines of the fence), `field = value`, `image type | placement | part: …`,
`left out 5: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.illustrations.illustration import Illustration, Placement
from lintarticle.source import SourceText

FOLDER = Path(__file__).parent / "blocks"

ARTICLES = {
    "en": """
        How to Read a Tide Table | Twice a day the harbour empties, and the tide table says when.
        What the columns mean | The first column is the hour, the second the height in metres.
        When the moon pulls hardest | Spring tides come two days after full and new moon.""",
    "de": """
        Gezeitentafeln richtig lesen | Zweimal am Tag leert sich der Hafen, und die Gezeitentafel sagt, wann.
        Die Spalten | Die erste Spalte ist die Stunde, die zweite die Höhe in Metern.
        Wenn der Mond zieht | Springtiden kommen zwei Tage nach Voll- und Neumond.""",
    "fr": """
        Lire une table des marées | Deux fois par jour le port se vide, et la table des marées dit quand.
        Les colonnes | La première colonne est l'heure, la seconde la hauteur en mètres.
        Quand la lune tire | Les vives-eaux viennent deux jours après la pleine lune.""",
    "es": """
        Cómo leer una tabla de mareas | Dos veces al día se vacía el puerto, y la tabla de mareas dice cuándo.
        Las columnas | La primera columna es la hora, la segunda la altura en metros.
        Cuando tira la luna | Las mareas vivas llegan dos días después de la luna llena.""",
    "pt": """
        Como ler uma tabela de marés | Duas vezes por dia o porto esvazia, e a tabela de marés diz quando.
        As colunas | A primeira coluna é a hora, a segunda a altura em metros.
        Quando a lua puxa | As marés vivas vêm dois dias depois da lua cheia.""",
    "it": """
        Come leggere una tavola delle maree | Due volte al giorno il porto si svuota.
        Le colonne | La prima colonna è l'ora, la seconda l'altezza in metri.
        Quando la luna tira | Le maree vive vengono due giorni dopo la luna piena.""",
    "nl": """
        Hoe je een getijtafel leest | Twee keer per dag loopt de haven leeg.
        De kolommen | De eerste kolom is het uur, de tweede de hoogte in meters.
        Als de maan trekt | Springtij komt twee dagen na volle maan.""",
    "pl": """
        Jak czytać tablicę pływów | Dwa razy dziennie port się opróżnia, mówi o tym tablica pływów.
        Kolumny | Pierwsza kolumna to godzina, druga to wysokość w metrach.
        Gdy księżyc ciągnie | Pływy syzygijne przychodzą dwa dni po pełni.""",
    "ru": """
        Как читать таблицу приливов | Дважды в день гавань пустеет, и таблица приливов говорит когда.
        Столбцы | Первый столбец — час, второй — высота в метрах.
        Когда тянет луна | Сизигийные приливы приходят через два дня после полнолуния.""",
    "zh": """
        如何看懂潮汐表 | 港口每天两次见底，潮汐表说明时间。
        各栏的含义 | 第一栏是时刻，第二栏是以米计的高度。
        月亮拉得最紧的时候 | 大潮在满月后两天到来。""",
    "ja": """
        潮汐表の読み方 | 港は一日に二度からになり、潮汐表がその時刻を示す。
        列の意味 | 一列目は時刻、二列目は高さである。
        月が引くとき | 大潮は満月の二日後に来る。""",
    "ko": """
        물때표 읽는 법 | 항구는 하루에 두 번 비고, 물때표가 그때를 알려 준다.
        열의 뜻 | 첫째 열은 시각이고 둘째 열은 높이다.
        달이 당길 때 | 사리는 보름 이틀 뒤에 온다.""",
    "ar": """
        كيف تقرأ جدول المد والجزر | يفرغ الميناء مرتين في اليوم، ويقول جدول المد والجزر متى.
        معنى الأعمدة | العمود الأول هو الساعة، والثاني هو الارتفاع بالأمتار.
        حين يشد القمر | يأتي المد الأعلى بعد يومين من اكتمال القمر.""",
    "tr": """
        Gelgit tablosu nasıl okunur | Liman günde iki kez boşalır, gelgit tablosu ne zaman olduğunu söyler.
        Sütunlar | Birinci sütun saattir, ikincisi metre olarak yüksekliktir.
        Ay çekerken | Büyük gelgit dolunaydan iki gün sonra gelir.""",
    "sv": """
        Så läser du en tidvattentabell | Två gånger om dagen töms hamnen.
        Kolumnerna | Första kolumnen är timmen, den andra höjden i meter.
        När månen drar | Springflod kommer två dagar efter fullmåne.""",
    "vi": """
        Cách đọc bảng thủy triều | Mỗi ngày hai lần bến cảng cạn, bảng thủy triều cho biết khi nào.
        Các cột | Cột đầu là giờ, cột hai là độ cao tính bằng mét.
        Khi mặt trăng kéo | Triều cường đến hai ngày sau trăng tròn.""",
}


class Case(NamedTuple):
    """One case: the article's text in front of the fence and behind it, the fence, and what is to be read."""

    file: str
    title: str
    before: str
    written: str
    after: str
    expected: str

    @property
    def text(self) -> str:
        """The whole article."""
        return self.before + self.written + self.after

    @property
    def first_line(self) -> int:
        """The 0-based line of the article at which the fence begins."""
        return self.before.count("\n")


def read_cases(name: str) -> list[Case]:
    """Read the cases of one file."""
    text = (FOLDER / name).read_text("utf-8")
    return [_case(name, piece) for piece in re.split(r"(?m)^## (?=[a-z]{2}(?: head| body)?: )", text)[1:]]


def _case(name: str, piece: str) -> Case:
    title = piece.partition("\n")[0]
    fences = {word: content for _, word, content in re.findall(r"(?ms)^(`{3,})(markdown|text)\n(.*?)^\1$", piece)}
    code, place = re.match(r"(..)(?: (head|body))?:", title).groups()  # type: ignore[union-attr]  # every title matches
    head, *sections = [line.strip().split(" | ") for line in ARTICLES[code].strip().split("\n")]
    opening = f"# {head[0]}\n\n"
    intro = f"{head[1]}\n"
    rest = "".join(f"\n## {heading}\n\n{words}\n" for heading, words in sections)
    before, after = {
        None: (opening + intro + rest + "\n", ""),
        "head": (opening, "\n" + intro + rest),
        "body": (opening + intro + "\n", ""),
    }[place]
    return Case(name, title, before, fences["markdown"], after, fences.get("text", ""))


def read(text: str) -> Article:
    """Read an article."""
    return ArticleReader().read("posts/tides.md", SourceText(text))


def summary(article: Article, first_line: int) -> str:
    """Return what is read of an article in the form of the `text` fences."""
    return "".join(f"{line}\n" for line in _summary(article, first_line))


def _summary(article: Article, first_line: int) -> Iterator[str]:
    def line(offset: int) -> int:
        return article.source.line_of(offset) + 1 - first_line - 1

    for block in article.blocks:
        yield f"block {line(block.span.start)}-{line(block.span.end - 1)}"
        for entry in block.entries:
            if entry.field != "illustrations":
                value = " | ".join(item.text for item in entry.items) or entry.value.text
                yield f"{entry.field or '“' + entry.label.text + '”'} = {value}".replace("\n", "⏎")
        for span in getattr(block, "left_out", ()):
            yield f"left out {line(span.start)}: {article.source[span]}"
    for item in article.illustrations:
        yield f"image {_image(item)}"
        for fault in item.faults:
            yield f"fault {line(fault.span.start)}: {fault.kind}"


def _image(item: Illustration) -> str:
    parts = {
        "type": item.type, "description": item.description, "prompt": item.prompt, "alt": item.alt, "file": item.file,
        **item.fields,
    }  # fmt: skip
    written = [f"{name}: {text.text}" for name, text in parts.items() if text]
    return " | ".join([item.kind or "?", place(item.placement), *written])


def place(placement: Placement | None) -> str:
    """Return where a placement leads, `?` where nowhere."""
    if placement is None:
        return "-"
    if not placement.is_resolved:
        return f"? ({placement.text.text})"
    named = f" “{placement.headings[0].text}”" if placement.headings else ""
    return placement.kind + named
