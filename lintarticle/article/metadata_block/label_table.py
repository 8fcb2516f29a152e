"""The labels of metadata blocks by language: data only.

One string a field, labels parted by `|`. A mark before a label says how much it proves on its own:
`!` only ever metadata (`Meta Description`), none: usually metadata (`Tags`), `~` an everyday word of
documents (`Title`, `Summary`), which counts only together with others. Labels stand here in the normal form that
`labels.normal_label` makes.
"""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "~title|~headline|~article title|~post title|~blog title|!suggested title|~page title|~h1"
        "|!suggested headline",
        "seo_title": (
            "!seo title|!meta title|!title tag|!suggested title tag|!seo title tag|!html title|!seo headline"
            "|!meta title tag|!seo page title"
        ),
        "excerpt": "!seo excerpt|excerpt|~description|~summary|!custom excerpt|!suggested excerpt|!post excerpt"
        "|!article excerpt|!short description|~abstract|~article summary|!excerpt summary|~teaser|~lede"
        "|~standfirst|~dek",
        "seo_excerpt": "!meta description|!seo description|!suggested meta description|!seo meta description"
        "|!metadescription|!search description|!meta desc|!meta",
        "social_title": "!og title|!social title|!twitter title|!open graph title",
        "social_excerpt": "!og description|!social description|!twitter description|!open graph description",
        "tags": "!seo tags|tags|!suggested tags|!post tags|!article tags|!blog tags|~tag|~hashtags"
        "|!recommended tags|~topics|~labels",
        "keywords": (
            "keywords|!secondary keywords|!seo keywords|!meta keywords|!secondary keyword|!related keywords"
            "|!additional keywords|!long tail keywords|!lsi keywords|!supporting keywords|!secondary keyphrases"
        ),
        "keyphrase": "!focus keyphrase|!focus keyword|!primary keyword|!target keyword|!target keywords|~keyword"
        "|!focus keywords|!primary keywords|!main keyword|!seo keyword|!keyphrase|!seo keyphrase"
        "|!primary keyphrase|!target keyphrase|!focus key phrase|!primary seo keyword|!main keywords",
        "illustrations": "!suggested illustrations|~illustrations|!image suggestions|!image plan|!post images"
        "|!suggested image|!suggested images|!suggested visuals|!featured image prompt"
        "|!image generation prompts|!illustration suggestions|!suggested illustration|!image prompts"
        "|!image prompt|!visual suggestions|!recommended images|!image ideas|!illustration ideas"
        "|!suggested graphics|!hero image prompt|!cover image prompt|!recommended illustrations"
        "|!image briefs|!illustration briefs|!illustration plan|!suggested media|!ai image prompts"
        "|!image placements|!suggested image placements|!visual assets|!image recommendations"
        "|!illustration prompts|!suggested featured image",
        "cover": "~featured image|~cover image|~hero image|~cover|~thumbnail|~header image|~feature image",
        "cover_alt": "!featured image alt text|!cover image alt text|!cover alt|!hero image alt text",
        "slug": "slug|!url slug|!seo slug|!suggested slug|!post slug|!slug url|!suggested url slug",
        "permalink": "~url|permalink|!suggested url|~url path|~link",
        "canonical_url": "!canonical|!canonical url|!canonical link",
        "categories": ("~category|categories|!suggested category|!suggested categories|!post category|!blog category"),
        "author": "~author|~authors|~by|~written by|~byline|~writer",
        "date": (
            "~date|~published|~publish date|~publication date|~published on|~date published|~pub date|~posted"
            "|~posted on"
        ),
        "updated": "~updated|~last updated|~last modified|~modified|~date modified|~last update",
        "audience": ("!target audience|~audience|!intended audience|!target reader|!target readers|~who this is for"),
        "search_intent": "!search intent|!user intent|!keyword intent",
        "word_count": "~word count|~words|!target word count|!approximate word count|~length",
        "reading_time": "~reading time|~read time|!estimated reading time|!estimated read time|~time to read",
        "status": "~status",
        "lang": "~language|~lang|~locale",
        "series": "~series|~part of series",
        "internal_links": (
            "!suggested internal links|!internal links|!internal linking suggestions|!suggested external links"
            "|!external links|!internal link suggestions"
        ),
        "schema": "!schema markup|!schema type|!structured data",
        "content_type": "~content type|~article type|~post type",
    },
    "de": {
        "title": "~titel|~überschrift|!vorgeschlagener titel",
        "seo_title": "!seo titel|!meta titel|!titel tag|!seitentitel",
        "excerpt": "!seo auszug|!auszug|~beschreibung|~zusammenfassung|!kurzbeschreibung|~teaser|!textauszug",
        "seo_excerpt": "!meta beschreibung|!seo beschreibung|!metabeschreibung",
        "tags": "!schlagwörter|!seo schlagwörter|!seo tags|!schlagworte|!vorgeschlagene tags",
        "keywords": "!schlüsselwörter|!sekundäre keywords|!neben keywords|!nebenkeywords",
        "keyphrase": ("!fokus keyword|!fokus keyphrase|!haupt keyword|!hauptkeyword|!ziel keyword|!schlüsselbegriff"),
        "illustrations": (
            "!vorgeschlagene illustrationen|~illustrationen|!bildvorschläge|!vorgeschlagene bilder|!bildideen"
            "|!illustrationsvorschläge|!bildprompts"
        ),
        "cover": "~beitragsbild|~titelbild",
        "categories": "~kategorie|!kategorien",
        "author": "~autor|~autorin|~autoren|~verfasser|~von",
        "date": "~datum|~veröffentlicht|~veröffentlicht am|~veröffentlichungsdatum",
        "updated": "~aktualisiert|~zuletzt aktualisiert",
        "audience": "!zielgruppe|!leserschaft",
        "search_intent": "!suchintention|!suchabsicht",
        "word_count": "~wortzahl|~wortanzahl|~wörter",
        "reading_time": "~lesezeit|~lesedauer",
        "lang": "~sprache",
    },
    "fr": {
        "title": "~titre|!titre suggéré",
        "seo_title": "!titre seo|!méta titre|!balise titre|!balise title|!meta titre",
        "excerpt": "!extrait seo|!extrait|~résumé|~description courte|~chapô|~chapeau",
        "seo_excerpt": "!méta description|!description seo|!métadescription",
        "tags": "!étiquettes|!tags seo|!balises seo|!mots clés seo|!étiquettes suggérées|!tags suggérés",
        "keywords": "!mots clés|!mots clés secondaires|!mots clefs",
        "keyphrase": "!mot clé principal|!requête cible|!expression clé|!mot clé cible|!requête principale",
        "illustrations": "!illustrations suggérées|!suggestions d’images|!suggestions d'images|!images suggérées"
        "|!illustrations proposées|!suggestions d'illustrations|!suggestions d’illustrations"
        "|!visuels suggérés",
        "cover": "~image à la une|~image principale",
        "categories": "~catégorie|!catégories|~rubrique",
        "author": "~auteur|~autrice|~auteurs|~par",
        "date": "~publié le|~date de publication",
        "updated": "~mis à jour|~mis à jour le|~mise à jour",
        "audience": "!public cible|!public visé|!lectorat",
        "search_intent": "!intention de recherche",
        "word_count": "~nombre de mots|~mots",
        "reading_time": "~temps de lecture",
        "lang": "~langue",
    },
    "es": {
        "title": "~título|!título sugerido",
        "seo_title": "!título seo|!meta título|!metatítulo|!etiqueta de título|!etiqueta title",
        "excerpt": "!extracto seo|!extracto|~descripción|~resumen|~descripción corta|~entradilla",
        "seo_excerpt": "!meta descripción|!metadescripción|!descripción seo|!descripción meta",
        "tags": "!etiquetas|!etiquetas seo|!etiquetas sugeridas",
        "keywords": "!palabras clave|!palabras clave secundarias",
        "keyphrase": (
            "!palabra clave principal|!frase clave|!palabra clave objetivo|!frase clave objetivo|~palabra clave"
        ),
        "illustrations": "!ilustraciones sugeridas|~ilustraciones|!imágenes sugeridas|!sugerencias de imágenes"
        "|!sugerencias de ilustraciones",
        "cover": "~imagen destacada|~imagen de portada",
        "categories": "~categoría|!categorías",
        "author": "~autor|~autora|~autores|~por",
        "date": "~fecha|~publicado|~fecha de publicación|~publicado el",
        "updated": "~actualizado|~última actualización|~actualizado el",
        "audience": "!público objetivo|!audiencia objetivo|!público destinatario|~audiencia",
        "search_intent": "!intención de búsqueda",
        "word_count": "~número de palabras|~recuento de palabras|~palabras",
        "reading_time": "~tiempo de lectura",
        "lang": "~idioma",
    },
    "it": {
        "title": "~titolo|!titolo suggerito",
        "seo_title": "!titolo seo|!meta titolo|!tag title|!tag titolo",
        "excerpt": "!estratto seo|!estratto|~descrizione|~riassunto|~sommario|~descrizione breve",
        "seo_excerpt": "!meta descrizione|!metadescrizione|!descrizione seo",
        "tags": "!tag seo|!etichette|!tag suggeriti",
        "keywords": "!parole chiave|!parole chiave secondarie",
        "keyphrase": "!parola chiave principale|!frase chiave|!keyword principale|~parola chiave",
        "illustrations": (
            "!illustrazioni suggerite|~illustrazioni|!immagini suggerite|!suggerimenti per le immagini"
            "|!suggerimenti immagini|!illustrazioni consigliate"
        ),
        "cover": "~immagine in evidenza|~immagine di copertina",
        "categories": "~categoria|!categorie",
        "author": "~autore|~autrice|~autori",
        "date": "~data|~pubblicato|~data di pubblicazione|~pubblicato il",
        "updated": "~aggiornato|~ultimo aggiornamento",
        "audience": "!pubblico target|!target di riferimento|!pubblico di riferimento|!pubblico destinatario",
        "search_intent": "!intento di ricerca",
        "word_count": "~numero di parole|~conteggio parole",
        "reading_time": "~tempo di lettura",
        "lang": "~lingua",
    },
    "pt": {
        "title": "~título",
        "seo_title": "!título seo|!meta título|!tag de título",
        "excerpt": "!resumo seo|!trecho|!excerto|~resumo|~descrição|!trecho seo|!excerto seo",
        "seo_excerpt": "!meta descrição|!metadescrição|!descrição seo",
        "tags": "!etiquetas|!tags sugeridas|!marcadores|!etiquetas seo",
        "keywords": "!palavras chave|!palavras chave secundárias",
        "keyphrase": ("!palavra chave principal|!frase chave|!palavra chave foco|!palavra chave alvo|~palavra chave"),
        "illustrations": "!ilustrações sugeridas|~ilustrações|!imagens sugeridas|!sugestões de imagens"
        "|!sugestões de ilustrações",
        "cover": "~imagem destacada|~imagem de destaque|~imagem de capa",
        "categories": "~categoria|!categorias",
        "author": "~autor|~autora|~autores",
        "date": "~data|~publicado|~publicado em|~data de publicação",
        "updated": "~atualizado|~última atualização|~atualizado em",
        "audience": "!público alvo|!público",
        "search_intent": "!intenção de busca|!intenção de pesquisa",
        "word_count": "~contagem de palavras|~número de palavras",
        "reading_time": "~tempo de leitura",
        "lang": "~idioma",
    },
    "nl": {
        "title": "~titel",
        "seo_title": "!seo titel|!meta titel|!titeltag|!paginatitel",
        "excerpt": ("!seo samenvatting|!uittreksel|~samenvatting|~beschrijving|~korte beschrijving|!seo uittreksel"),
        "seo_excerpt": ("!meta beschrijving|!metabeschrijving|!seo beschrijving|!meta omschrijving|!metaomschrijving"),
        "tags": "!labels|!seo tags|!voorgestelde tags",
        "keywords": "!trefwoorden|!zoekwoorden|!secundaire zoekwoorden|!sleutelwoorden",
        "keyphrase": "!focus zoekwoord|!focus zoekterm|!focus keyphrase|!hoofdzoekwoord|!zoekterm"
        "|!belangrijkste zoekwoord",
        "illustrations": (
            "!voorgestelde illustraties|~illustraties|!voorgestelde afbeeldingen|!afbeeldingssuggesties"
            "|!beeldsuggesties|!suggesties voor afbeeldingen"
        ),
        "cover": "~uitgelichte afbeelding|~omslagafbeelding",
        "categories": "~categorie|!categorieën",
        "author": "~auteur|~auteurs|~door",
        "date": "~datum|~gepubliceerd|~publicatiedatum|~gepubliceerd op",
        "updated": "~bijgewerkt|~laatst bijgewerkt",
        "audience": "!doelgroep|!doelpubliek",
        "search_intent": "!zoekintentie",
        "word_count": "~aantal woorden",
        "reading_time": "~leestijd",
        "lang": "~taal",
    },
    "sv": {
        "title": "~titel|~rubrik",
        "seo_title": "!seo titel|!metatitel|!meta titel|!sidtitel",
        "excerpt": "!utdrag|!seo utdrag|~sammanfattning|~beskrivning|~ingress",
        "seo_excerpt": "!metabeskrivning|!meta beskrivning|!seo beskrivning",
        "tags": "!taggar|!seo taggar|!etiketter|!föreslagna taggar",
        "keywords": "!nyckelord|!sökord|!sekundära nyckelord",
        "keyphrase": "!fokusnyckelord|!fokusfras|!huvudnyckelord|!primärt nyckelord|!fokusord|!primärt sökord",
        "illustrations": "!föreslagna illustrationer|~illustrationer|!bildförslag|!föreslagna bilder",
        "cover": "~utvald bild|~omslagsbild",
        "categories": "~kategori|!kategorier",
        "author": "~författare|~skribent|~av",
        "date": "~datum|~publicerad|~publiceringsdatum|~publicerat",
        "updated": "~uppdaterad|~senast uppdaterad",
        "audience": "!målgrupp",
        "search_intent": "!sökintention",
        "word_count": "~antal ord",
        "reading_time": "~lästid",
        "lang": "~språk",
    },
    "pl": {
        "title": "~tytuł",
        "seo_title": "!tytuł seo|!meta tytuł|!tytuł strony",
        "excerpt": "!zajawka|!wypis|~opis|~streszczenie|~podsumowanie|!fragment seo|~krótki opis",
        "seo_excerpt": "!meta opis|!opis meta|!opis seo",
        "tags": "!tagi|!tagi seo|!etykiety|!sugerowane tagi",
        "keywords": "!słowa kluczowe|!dodatkowe słowa kluczowe",
        "keyphrase": "!fraza kluczowa|!główne słowo kluczowe|~słowo kluczowe|!główna fraza kluczowa",
        "illustrations": (
            "!sugerowane ilustracje|~ilustracje|!proponowane ilustracje|!sugerowane obrazy|!propozycje obrazów"
            "|!propozycje grafik"
        ),
        "cover": "~obraz wyróżniający|~obrazek wyróżniający",
        "categories": "~kategoria|!kategorie",
        "author": "~autor|~autorka|~autorzy",
        "date": "~data|~opublikowano|~data publikacji",
        "updated": "~zaktualizowano|~ostatnia aktualizacja",
        "audience": "!grupa docelowa|!odbiorcy|!grupa odbiorców",
        "search_intent": "!intencja wyszukiwania",
        "word_count": "~liczba słów",
        "reading_time": "~czas czytania",
        "lang": "~język",
    },
    "ru": {
        "title": "~заголовок|~название",
        "seo_title": "!seo заголовок|!мета заголовок|!метазаголовок|!тег title",
        "excerpt": "!отрывок|!анонс|~описание|~краткое описание|~аннотация|!seo отрывок|~резюме",
        "seo_excerpt": "!мета описание|!метаописание|!seo описание",
        "tags": "!теги|!метки|!seo теги|!тэги|!рекомендуемые теги",
        "keywords": "!ключевые слова|!дополнительные ключевые слова",
        "keyphrase": "!ключевая фраза|!основное ключевое слово|!фокусное ключевое слово|~ключевое слово",
        "illustrations": (
            "!предлагаемые иллюстрации|~иллюстрации|!рекомендуемые иллюстрации|!предлагаемые изображения"
            "|!идеи для изображений|!варианты иллюстраций"
        ),
        "cover": "~обложка|~главное изображение",
        "categories": "~категория|!категории|~рубрика|!рубрики",
        "author": "~автор|~авторы",
        "date": "~дата|~опубликовано|~дата публикации",
        "updated": "~обновлено|~последнее обновление",
        "audience": "!целевая аудитория|~аудитория",
        "search_intent": "!поисковое намерение|!интент",
        "word_count": "~количество слов",
        "reading_time": "~время чтения",
        "lang": "~язык",
    },
    "zh": {
        "title": "~标题|~標題|~文章标题|~文章標題",
        "seo_title": "!seo标题|!seo 标题|!seo標題|!seo 標題|!元标题|!网页标题|!页面标题|!頁面標題",
        "excerpt": "!摘要|!seo摘要|!seo 摘要|!文章摘要|~描述|~简介|~簡介|~概述|~总结",
        "seo_excerpt": "!元描述|!seo描述|!seo 描述|!meta描述|!meta 描述|!元說明|!网页描述",
        "tags": "!标签|!標籤|!seo标签|!seo 标签|!seo標籤|!seo 標籤|!文章标签|!推荐标签|!建议标签",
        "keywords": "!关键词|!關鍵詞|!关键字|!關鍵字|!次要关键词|!长尾关键词|!seo关键词|!seo 关键词",
        "keyphrase": ("!焦点关键词|!主关键词|!核心关键词|!目标关键词|!主要关键词|!焦點關鍵詞|!主要關鍵字|!焦點關鍵字"),
        "illustrations": (
            "!建议插图|!建議插圖|!建议配图|!配图建议|!插图建议|!插圖建議|~插图|~配图|!图片建议|!推荐插图"
        ),
        "cover": "~封面图|~封面|~题图|~封面圖|~特色图片",
        "categories": "!分类|!分類|~类别|~類別|~栏目",
        "author": "~作者|~撰文",
        "date": "~日期|~发布日期|~發布日期|~发布时间|~发表日期",
        "updated": "~更新日期|~更新时间|~最后更新|~更新時間",
        "audience": "!目标读者|!目標讀者|!目标受众|!目標受眾|~适合读者|!读者对象",
        "search_intent": "!搜索意图|!搜尋意圖",
        "word_count": "~字数|~字數",
        "reading_time": "~阅读时间|~閱讀時間|~阅读时长",
        "lang": "~语言|~語言",
        "slug": "!网址别名|!別名",
    },
    "ja": {
        "title": "~タイトル|~題名|~記事タイトル",
        "seo_title": "!seoタイトル|!seo タイトル|!メタタイトル|!タイトルタグ|!ページタイトル",
        "excerpt": "!抜粋|!seo抜粋|!seo 抜粋|~概要|~要約|~説明|~紹介文",
        "seo_excerpt": "!メタディスクリプション|!メタ説明|!seo説明|!seo 説明|!メタ説明文|!ディスクリプション",
        "tags": "!タグ|!seoタグ|!seo タグ|!おすすめタグ",
        "keywords": "!キーワード|!サブキーワード|!関連キーワード",
        "keyphrase": "!フォーカスキーワード|!メインキーワード|!対策キーワード|!狙うキーワード|!主要キーワード",
        "illustrations": (
            "!推奨イラスト|!イラスト案|!画像案|!画像の提案|!イラストの提案|!挿絵案|~イラスト|~挿絵|!推奨画像"
            "|!提案イラスト"
        ),
        "cover": "~アイキャッチ|~アイキャッチ画像|~カバー画像",
        "categories": "!カテゴリ|!カテゴリー",
        "author": "~著者|~執筆者|~筆者|~ライター",
        "date": "~日付|~公開日|~投稿日",
        "updated": "~更新日|~最終更新日",
        "audience": "!対象読者|!想定読者|!ターゲット読者|!ターゲット層",
        "search_intent": "!検索意図",
        "word_count": "~文字数",
        "reading_time": "~読了時間|~読む時間",
        "lang": "~言語",
        "slug": "!スラッグ",
    },
    "ko": {
        "title": "~제목|~글 제목",
        "seo_title": "!seo 제목|!메타 제목|!타이틀 태그",
        "excerpt": "!발췌|!seo 발췌|~요약|~설명|!발췌문|~개요",
        "seo_excerpt": "!메타 설명|!seo 설명|!메타 디스크립션|!메타설명",
        "tags": "!태그|!seo 태그|!추천 태그",
        "keywords": "!키워드|!보조 키워드|!관련 키워드",
        "keyphrase": "!핵심 키워드|!포커스 키워드|!메인 키워드|!초점 키워드|!타겟 키워드",
        "illustrations": "!추천 일러스트|!이미지 제안|!삽화 제안|!추천 이미지|!일러스트 제안|~삽화|!제안 이미지",
        "cover": "~대표 이미지|~커버 이미지",
        "categories": "!카테고리|~분류",
        "author": "~저자|~작성자|~글쓴이",
        "date": "~날짜|~작성일|~게시일|~발행일",
        "updated": "~수정일|~최종 수정일|~업데이트",
        "audience": "!대상 독자|!타겟 독자|!예상 독자",
        "search_intent": "!검색 의도",
        "word_count": "~글자 수|~단어 수",
        "reading_time": "~읽는 시간",
        "lang": "~언어",
        "slug": "!슬러그",
    },
    "vi": {
        "title": "~tiêu đề",
        "seo_title": "!tiêu đề seo|!thẻ tiêu đề|!meta tiêu đề",
        "excerpt": "!trích đoạn|!đoạn trích|~mô tả|~tóm tắt|~mô tả ngắn|!trích dẫn seo",
        "seo_excerpt": "!mô tả meta|!mô tả seo|!thẻ mô tả",
        "tags": "!thẻ|!thẻ seo|!nhãn|!thẻ gợi ý",
        "keywords": "!từ khóa|!từ khóa phụ|!từ khoá|!từ khoá phụ|!keyword phụ",
        "keyphrase": "!từ khóa chính|!keyword chính|!từ khoá chính|!từ khóa trọng tâm|!từ khóa mục tiêu",
        "illustrations": (
            "!hình minh họa đề xuất|!đề xuất hình ảnh|!hình ảnh đề xuất|!gợi ý hình ảnh|~hình minh họa"
            "|!hình minh hoạ đề xuất|!gợi ý hình minh họa"
        ),
        "cover": "~ảnh bìa|~ảnh đại diện",
        "categories": "~danh mục|~chuyên mục|~thể loại",
        "author": "~tác giả|~người viết",
        "date": "~ngày|~ngày viết|~ngày đăng|~ngày xuất bản",
        "updated": "~cập nhật|~ngày cập nhật|~cập nhật lần cuối",
        "audience": "!đối tượng độc giả|!độc giả mục tiêu|!đối tượng mục tiêu|~đối tượng",
        "search_intent": "!ý định tìm kiếm",
        "word_count": "~số từ|~số chữ",
        "reading_time": "~thời gian đọc",
        "lang": "~ngôn ngữ",
    },
    "ar": {
        "title": "~العنوان|~عنوان المقال",
        "seo_title": "!عنوان seo|!عنوان السيو|!عنوان الميتا",
        "excerpt": "!مقتطف|!المقتطف|!مقتطف seo|~الوصف|~الملخص|~ملخص|~وصف مختصر",
        "seo_excerpt": "!وصف الميتا|!الوصف التعريفي|!وصف seo|!وصف السيو",
        "tags": "!الوسوم|!وسوم|!علامات|!العلامات|!وسوم seo|!وسوم مقترحة",
        "keywords": "!الكلمات المفتاحية|!كلمات مفتاحية|!الكلمات الدلالية|!الكلمات الرئيسية",
        "keyphrase": "!الكلمة المفتاحية|!الكلمة المفتاحية الرئيسية|!العبارة المفتاحية|!الكلمة المستهدفة",
        "illustrations": (
            "!الرسوم المقترحة|!الصور المقترحة|!اقتراحات الصور|!رسوم توضيحية مقترحة|!الرسوم التوضيحية المقترحة"
        ),
        "cover": "~الصورة البارزة|~صورة الغلاف",
        "categories": "~التصنيف|!التصنيفات|~الفئة",
        "author": "~الكاتب|~المؤلف|~بقلم",
        "date": "~التاريخ|~تاريخ النشر",
        "updated": "~آخر تحديث|~تاريخ التحديث",
        "audience": "!الجمهور المستهدف|!الفئة المستهدفة",
        "search_intent": "!نية البحث",
        "word_count": "~عدد الكلمات",
        "reading_time": "~وقت القراءة|~مدة القراءة",
        "lang": "~اللغة",
    },
    "he": {
        "title": "~כותרת",
        "seo_title": "!כותרת seo|!כותרת מטא|!תגית כותרת",
        "excerpt": "!תקציר|!תקציר seo|~תיאור|~סיכום|!קטע מקדים",
        "seo_excerpt": "!תיאור מטא|!מטא תיאור|!תיאור seo",
        "tags": "!תגיות|!תגים|!תגיות seo|!תגיות מוצעות",
        "keywords": "!מילות מפתח|!מילות מפתח משניות",
        "keyphrase": "!מילת מפתח ראשית|!ביטוי מפתח|!מילת מפתח|!ביטוי מיקוד",
        "illustrations": "!איורים מוצעים|!תמונות מוצעות|!הצעות לתמונות|!הצעות לאיורים",
        "cover": "~תמונה ראשית|~תמונת שער",
        "categories": "~קטגוריה|!קטגוריות",
        "author": "~מחבר|~מחברת|~כותב|~מאת",
        "date": "~תאריך|~תאריך פרסום|~פורסם",
        "updated": "~עודכן|~עדכון אחרון",
        "audience": "!קהל יעד|!קהל היעד",
        "search_intent": "!כוונת חיפוש",
        "word_count": "~מספר מילים",
        "reading_time": "~זמן קריאה",
        "lang": "~שפה",
    },
    "fa": {
        "title": "~عنوان",
        "seo_title": "!عنوان سئو|!عنوان متا|!تگ عنوان",
        "excerpt": "!چکیده|!گزیده|!چکیده سئو|~توضیحات|~خلاصه|~توضیح",
        "seo_excerpt": "!توضیحات متا|!توضیحات سئو|!متا دیسکریپشن",
        "tags": "!برچسب‌ها|!برچسب ها|!تگ‌ها|!برچسب‌های پیشنهادی|!برچسبها",
        "keywords": "!کلمات کلیدی|!کلیدواژه‌ها|!کلیدواژه ها|!واژگان کلیدی",
        "keyphrase": "!کلمه کلیدی اصلی|!عبارت کلیدی|!کلیدواژه اصلی|!کلمه کلیدی کانونی",
        "illustrations": "!تصاویر پیشنهادی|!تصویرسازی پیشنهادی|!پیشنهاد تصاویر|!تصویرهای پیشنهادی",
        "cover": "~تصویر شاخص|~تصویر کاور",
        "categories": "~دسته‌بندی|~دسته بندی|~دسته",
        "author": "~نویسنده",
        "date": "~تاریخ|~تاریخ انتشار",
        "updated": "~به‌روزرسانی|~آخرین به‌روزرسانی",
        "audience": "!مخاطب هدف|!مخاطبان هدف|!مخاطبان",
        "search_intent": "!هدف جستجو|!قصد جستجو",
        "word_count": "~تعداد کلمات",
        "reading_time": "~زمان مطالعه",
        "lang": "~زبان",
    },
    "sk": {
        "title": "~názov|~titulok",
        "seo_title": "!seo titulok|!meta titulok|!meta názov",
        "excerpt": "!úryvok|~popis|~zhrnutie|~perex",
        "seo_excerpt": "!meta popis|!seo popis",
        "tags": "!štítky|!značky|!seo štítky",
        "keywords": "!kľúčové slová|!vedľajšie kľúčové slová",
        "keyphrase": "!hlavné kľúčové slovo|~kľúčové slovo|!kľúčová fráza",
        "illustrations": "!navrhované ilustrácie|~ilustrácie|!navrhované obrázky|!návrhy obrázkov",
        "categories": "~kategória|!kategórie",
        "author": "~autor|~autorka",
        "date": "~dátum|~publikované|~dátum publikácie",
        "audience": "!cieľová skupina|!cieľové publikum",
        "word_count": "~počet slov",
        "reading_time": "~čas čítania",
    },
}

GROUPS = (
    "seo|seo metadata|seo meta|seo meta data|wordpress seo|yoast seo|rank math seo|meta|meta data|metadata"
    "|meta information|seo information|seo info|seo details|seo data|seo notes|seo settings|seo block"
    "|seo elements|seo package|seo section|post metadata|post metadata suggestions|article metadata"
    "|blog metadata|blog post metadata|suggested metadata|metadata suggestions|posting notes|publishing notes"
    "|publication notes|publishing details|publishing metadata|publishing info|publishing information"
    "|editorial notes|editorial metadata|editor notes|seo and metadata|seo & metadata|metadata and seo"
    "|metadata & seo|seo meta information|seo meta tags|meta tags|seo recommendations|seo suggestions"
    "|seo optimization|seo optimisation|seo summary|content metadata|front matter|frontmatter|seo metadaten"
    "|metadaten|seo informationen|métadonnées|métadonnées seo|informations seo|metadatos|metadatos seo"
    "|información seo|metadati|metadati seo|metadados|metadados seo|metagegevens|seo gegevens"
    "|seo metadata och taggar|metadane|metadane seo|метаданные|seo метаданные|мета информация|元数据|元資料"
    "|元信息|seo 信息|seo信息|seo 元数据|seo元数据|seo設定|seo 設定|seo情報|seo 情報|メタデータ|メタ情報"
    "|메타데이터|메타 정보|seo 정보|thông tin seo|siêu dữ liệu|kỹ thuật seo|بيانات وصفية|بيانات السيو"
    "|معلومات السيو|מטא דאטה|נתוני seo|فراداده|اطلاعات سئو|seo údaje|metaúdaje"
)
"""Headings that announce metadata and carry no value themselves."""

PARTS = (
    "title|description|status|type|alt|alt text|caption|file|file name|filename|path|placement|position"
    "|location|insert after|insert before|prompt|generation prompt|ai prompt|ai generation prompt|image prompt"
    "|featured image prompt|format|style|size|dimensions|purpose|concept|content|credit|priority|complexity"
    "|cover image|hero image|featured image|header image|cover|thumbnail|image|illustration|titel|titre|título"
    "|titolo|beschreibung|descripción|descrizione|descrição|opis|описание|描述|説明|설명|mô tả|الوصف|תיאור"
    "|توضیحات"
)
"""Labels that name a part of one illustration where they stand inside an illustration entry."""
