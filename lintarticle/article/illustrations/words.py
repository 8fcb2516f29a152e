"""The vocabulary of illustration briefs: labels of the parts and types, in the languages in which briefs were seen."""

from __future__ import annotations

import re
import unicodedata

_PARTS = {
    "type": "type|image type|kind|illustration type|visual type|typ|tipo|type d'image|loại|loại ảnh|类型|類型|タイプ|種類|"
    "종류|유형|тип",
    "placement": "placement|place|position|location|section|suggested placement|image placement|insert after|"
    "insert before|insert in|insert at|place after|place before|goes after|after section|"
    "after heading|placering|placeras|platzierung|emplacement|ubicación|colocación|posición|posizione|posizionamento|"
    "posição|localização|posicionamento|plaatsing|plaats|vị trí|umieszczenie|umiestnenie|miejsce|размещение|место|"
    "位置|放置位置|插入位置|配置|挿入位置|위치",
    "description": "description|concept|content|subject|visual|scene|shows|what it shows|idea|details|image description|"
    "visual description|brief|beskrivning|innehåll|motiv|beschreibung|inhalt|contenu|descripción|contenido|descrizione|"
    "contenuto|descrição|conteúdo|beschrijving|inhoud|mô tả|nội dung|opis|описание|содержание|描述|说明|說明|内容|內容|"
    "説明|설명|내용",
    "prompt": "prompt|ai prompt|image prompt|generation prompt|ai generation prompt|image generation prompt|"
    "ai image prompt|midjourney prompt|dall-e prompt|dalle prompt|suggested prompt|prompt ia|prompt de generación|"
    "bildprompt|câu lệnh|提示词|提示詞|プロンプト|生成プロンプト|프롬프트|промпт|промт",
    "alt": "alt|alt text|alttext|alt tag|alt attribute|alternative text|image alt|suggested alt text|alternativtext|"
    "alt-tekst|texte alternatif|texto alternativo|testo alternativo|alternatieve tekst|tekst alternatywny|"
    "văn bản thay thế|альтернативный текст|替代文本|替代文字|代替テキスト|대체 텍스트",
    "caption": "caption|image caption|suggested caption|bildtext|bildunterschrift|légende|leyenda|pie de foto|pie de imagen|"
    "didascalia|legenda|bijschrift|podpis|chú thích|подпись|图注|圖說|图片说明|キャプション|캡션",
    "file": "file|filename|file name|image file|path|file path|image path|src|source file|suggested filename|"
    "suggested file name|image url|fil|filnamn|datei|dateiname|fichier|nom de fichier|archivo|nombre de archivo|"
    "nome file|nome do arquivo|arquivo|ficheiro|bestand|bestandsnaam|plik|nazwa pliku|tên file|tên tệp|файл|имя файла|"
    "文件|文件名|檔案|檔名|ファイル|ファイル名|파일|파일명",
    "size": "size|dimensions|dimension|resolution|image size|storlek|mått|größe|maße|taille|tamaño|dimensiones|"
    "dimensioni|tamanho|dimensões|afmetingen|formaat|rozmiar|wymiary|kích thước|размер|размеры|尺寸|サイズ|크기",
    "width": "width|bredd|breite|largeur|ancho|larghezza|largura|breedte|szerokość|ширина|宽度|寬度|幅",
    "height": "height|höjd|höhe|hauteur|alto|altezza|altura|hoogte|wysokość|высота|高度|高さ",
    "credit": "credit|credits|photo credit|image credit|attribution|photographer|source|kilde|källa|fotograf|quelle|"
    "crédit|crédito|créditos|fuente|fonte|bron|źródło|nguồn|источник|来源|來源|出典|출처",
    "status": "status|state|estado|statut|stato|trạng thái|статус|状态|狀態|状態|상태",
    "title": "title|image title|name|headline|heading|titel|titre|título|titolo|tytuł|tiêu đề|заголовок|название|标题|標題|"
    "タイトル|제목",
    "style": "style|visual style|art style|stil|estilo|stile|stijl|styl|phong cách|стиль|风格|風格|スタイル|스타일",
    "format": "format|aspect ratio|ratio|orientation|file format|bildformat|seitenverhältnis",
    "license": "license|licence|usage rights",
    "priority": "priority|prioritet|priorität|priorité|prioridad|priorità|prioridade|prioriteit|优先级|優先度|우선순위",
    "complexity": "complexity",
    "purpose": "purpose|goal|why|rationale",
    "note": "note|notes|color palette|colour palette|colors|colours|mood|tool|tools|tags|keywords|elements|text overlay|"
    "composition|background|lighting|source type|number|id",
}

_KINDS = {
    "social": "social|social cover|social card|social media|social image|og|og image|open graph|opengraph|twitter|"
    "twitter card|facebook|linkedin|social share",
    "hero": "hero|header|cover|featured|feature|banner|lead|main|thumbnail|opener|key visual|feature image|teaser|"
    "title image|titelbild|headerbild|omslagsbild|toppbild|huvudbild|utvald bild|beitragsbild|aufmacher|image à la une|"
    "bannière|imagen destacada|portada|cabecera|imagem destacada|capa|immagine in evidenza|copertina|"
    "uitgelichte afbeelding|omslag|obraz wyróżniający|okładka|ảnh bìa|ảnh đại diện|обложка|封面|封面图|封面圖|头图|題圖|"
    "题图|首图|主图|アイキャッチ|アイキャッチ画像|カバー画像|ヘッダー画像|대표 이미지|썸네일|커버",
    "section": "section|section image|section break|divider|spot|inline|abschnittsbild|avsnittsbild",
    "infographic": "infographic|infographics|info graphic|infographie|infografik|infografía|infografia|infografica|"
    "infographik|timeline|timeline graphic|инфографика|信息图|資訊圖|资讯图|インフォグラフィック|인포그래픽|đồ họa thông tin",
    "diagram": "diagram|diagrams|flowchart|flow chart|flow|architecture|schematic|schema|mind map|mindmap|sequence diagram|"
    "process|blueprint|wireframe|workflow|diagramme|schéma|organigramme|diagramm|flussdiagramm|flödesschema|"
    "diagrama|diagrama de flujo|diagramma|fluxograma|stroomdiagram|schemat|sơ đồ|lưu đồ|схема|диаграмма|流程图|流程圖|"
    "架构图|架構圖|示意图|示意圖|図解|フローチャート|構成図|다이어그램|순서도",
    "chart": "chart|charts|graph|graphs|plot|bar chart|line chart|pie chart|bar graph|line graph|scatter plot|histogram|"
    "data visualization|data visualisation|visualization|visualisation|graphique|gráfico|grafico|grafiek|wykres|"
    "biểu đồ|график|图表|圖表|グラフ|チャート|차트|그래프",
    "map": "map|maps|world map|heat map|heatmap|karte|karta|carte|mapa|mappa|kaart|bản đồ|карта|地图|地圖|地図|지도",
    "table": "table|comparison table|matrix|tabelle|tabell|tableau|tabla|tabella|tabela|tabel|bảng|таблица|表格|対照表|표",
    "screenshot": "screenshot|screenshots|screen shot|screen capture|screencap|screengrab|bildschirmfoto|skärmbild|"
    "skärmdump|capture d'écran|captura de pantalla|captura de tela|schermata|schermafbeelding|zrzut ekranu|"
    "ảnh chụp màn hình|скриншот|截图|截圖|スクリーンショット|스크린샷",
    "photo": "photo|photos|photograph|photography|stock photo|stock|portrait|headshot|foto|fotografie|fotografía|fotografia|"
    "photographie|zdjęcie|ảnh chụp|фото|фотография|照片|写真|사진",
    "conceptual": "conceptual|concept|illustration|illustrations|abstract|drawing|artwork|art|collage|cartoon|comic|sketch|"
    "painting|rendering|render|metaphor|konzeptbild|konceptbild|ilustración|ilustração|illustrazione|illustratie|"
    "ilustracja|minh họa|ảnh minh họa|hình minh họa|иллюстрация|концепт|插图|插圖|插画|插畫|概念图|概念圖|イラスト|挿絵|"
    "イメージ図|일러스트|삽화",
    "icon": "icon|icons|logo|badge|icon set|symbol|ikon|icône|icono|ícone|icona|ikona|biểu tượng|иконка|图标|圖標|アイコン|"
    "아이콘",
    "video": "video|video still|animation|gif|clip|embed|vídeo|vidéo|видео|视频|影片|動画|동영상",
}

KINDS = tuple(_KINDS)
"""The canonical types of illustrations."""

_NOISE = frozenset(
    [
        "image",
        "images",
        "picture",
        "graphic",
        "graphics",
        "visual",
        "visuals",
        "suggestion",
        "suggested",
        "idea",
        "placeholder",
        "the",
        "a",
        "an",
        "of",
        "post",
        "article",
        "blog",
        "bild",
        "bilder",
        "imagen",
        "imagem",
        "immagine",
        "afbeelding",
        "obraz",
        "ảnh",
        "hình",
    ]
)
GENERIC = (
    r"(?:image|illustration|figure|fig\.?|picture|visual|photo|graphic|img|suggestion|bild|abbildung|abb\.?|imagen|imagem|"
    r"ilustración|ilustração|immagine|afbeelding|obraz|ảnh|hình|hình ảnh|рисунок|изображение|图片|图|圖片|圖|插图|插圖|画像|"
    r"図|이미지|그림)"
)
"""Pattern of the words that name a picture without saying of what type it is."""

NUMBERED = rf"(?:{GENERIC}\s*(?:#|no\.?\s?|nr\.?\s?)?\s?\d{{1,3}}|#\d{{1,3}})\s*(?:[.):：–—|-]+\s*|$|(?=[(（]))"
"""Pattern of `Image 1:` and its kin at the start of a name."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARENTHESES = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Vocabulary:
    """Both tables, turned round for look-ups: built once for the articles that have briefs."""

    def __init__(self) -> None:
        self.parts = {_fold(label): part for part, labels in _PARTS.items() for label in labels.split("|")}
        self.kinds = {_fold(name): kind for kind, names in _KINDS.items() for name in names.split("|")}

    def part_of(self, label: str) -> str:
        """Return the canonical part that a label or a key stands for, "" for none."""
        if len(label) > 80:
            return ""
        folded = _fold(_CAMEL.sub(" ", _PARENTHESES.sub(" ", label)))
        found = self.parts.get(folded, "")
        words = folded.split()
        if not found and 1 < len(words) <= 8 and words[-1] in ("prompt", "prompts"):
            return "prompt"
        return found

    def kind_of(self, name: str) -> str:
        """Return the canonical type that a name stands for, "" for none: its last known words decide."""
        if len(name) > 80:
            return ""
        folded = _fold(name)
        if folded in self.kinds:
            return self.kinds[folded]
        words = [word for word in folded.split() if word not in _NOISE and not word.isdigit()]
        if not 0 < len(words) <= 6:
            return ""
        for size in (3, 2, 1):
            for end in range(len(words), size - 1, -1):
                found = self.kinds.get(" ".join(words[end - size : end]))
                if found:
                    return found
        return ""


def _fold(label: str) -> str:
    folded = unicodedata.normalize("NFKC", label).casefold().replace("’", "'")
    return " ".join(_WORD.findall(folded))
