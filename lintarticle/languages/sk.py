"""Slovak."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Slovak",
    inflects=True,
    stop_words=words("""
        a aby aj ak ako aký ale alebo ani áno až bez bol bola boli bolo by byť cez čo či ďalší do ešte
        ho iba ich ja je jeho jej k kam každý kde kto ktorá ktoré ktorý keď ku lebo len ma mať má medzi
        mi moja môj môže my na nad naša náš nech než nie niečo nič o od on ona oni po pod podľa pre pred
        pri s sa sme so sú svoj ta tak tam táto tento tie to toto tu ty u už v však viac vo vy z za zo
        že
    """),
    connecting_words=words("""
        a aby aj ale alebo ani ak ako bez cez do k keď ku lebo medzi na nad o od po pod podľa pre pred
        pri s so u v vo z za zo že
    """),
    function_words=NOTHING,
    and_words=words("a"),
    bylines=NOTHING,
    abbreviations=words("napr tzv č atď str ul mil prof dr resp tzn"),
    doubled_words=words("""
        dlho ešte hej kde len málo nie no tak tam to tu už veľa veľmi viac všetko áno že
    """),
    length_units=phrases("znak | slov"),
    labels=Meanings("""
        title: ~názov | ~titulok | !navrhovaný titulok | !navrhovaný názov
        seo_title: !seo titulok | !meta titulok | !meta názov | !meta title | !seo názov
        excerpt: !úryvok | ~popis | ~zhrnutie | ~perex
        seo_excerpt: !meta popis | !seo popis | !meta description
        tags: !štítky | !značky | !seo štítky
        keywords: !kľúčové slová | !vedľajšie kľúčové slová
        keyphrase: !hlavné kľúčové slovo | ~kľúčové slovo | !kľúčová fráza | !fokusové kľúčové slovo |
            !hlavná kľúčová fráza
        illustrations: !navrhované ilustrácie | ~ilustrácie | !navrhované obrázky | !návrhy obrázkov |
            !návrh obrázka | !návrhy ilustrácií | !navrhovaný obrázok | !prompty na obrázky |
            !prompt na obrázok | !navrhované umiestnenie obrázka
        categories: ~kategória | !kategórie | !navrhovaná kategória
        author: ~autor | ~autorka
        date: ~dátum | ~publikované | ~dátum publikácie
        audience: !cieľová skupina | !cieľové publikum
        word_count: ~počet slov
        reading_time: ~čas čítania
        cover: ~titulný obrázok | ~hlavný obrázok
        updated: ~aktualizované | ~posledná aktualizácia
        search_intent: !zámer vyhľadávania
        lang: ~jazyk
        cover_alt: !alt text titulného obrázka | !alternatívny text titulného obrázka
        internal_links: !interné odkazy | !navrhované interné odkazy
        external_links: !externé odkazy
        slug: !navrhovaný slug | !url slug
        permalink: !trvalý odkaz | !navrhovaná url
    """),
    metadata_headings=phrases("seo údaje | metaúdaje"),
    metadata_heading_words=phrases("""
        !metadáta | !metaúdaje | !redakcia | !redakciu | pre | a | na | údaje | informácie | poznámky |
        nastavenia | prvky | polia | článok | kontrolný | zoznam | odporúčania
    """),
    label_modifiers=words("""
        navrhovaný navrhovaná navrhované odporúčaný odporúčaná odporúčané návrh návrhy
    """),
    placeholders=phrases("""
        bez názvu | váš názov | sem vložte názov | sem vložte popis | vaše meno | meno autora |
        rrrr-mm-dd | dd.mm.rrrr
    """),
    leading_articles=NOTHING,
    alt_openers=phrases("obrázok zobrazuje | na obrázku je | fotografia zobrazuje | ilustrácia zobrazuje"),
    file_alts=phrases("""
        obrázok | fotografia | fotka | ilustrácia | snímka obrazovky | graf | schéma | logo | ikona |
        alternatívny text
    """),
    generic_links=phrases("""
        kliknite sem | klikni sem | sem | tu | viac | čítať viac | čítajte viac | viac informácií |
        zistiť viac | odkaz | tento odkaz
    """),
    toasts=phrases("odkaz bol skopírovaný | odkaz skopírovaný | skopírované do schránky"),
    interface_lines=phrases("zdieľať tento článok | zdieľať článok | reklama | inzercia"),
    stand_ins=phrases("vaše meno | tvoje meno | názov firmy"),
    template_words=phrases("šablón*"),
    assistant_agrees=phrases("samozrejme! | určite!"),
    assistant_presents=phrases("tu je | tu sú"),
    assistant_offers=phrases("chcete, aby som | chceš, aby som | ak chcete, môžem | ak chceš, môžem"),
    assistant_closes=phrases("dúfam, že to pomôže | dúfam, že vám to pomôže | dajte mi vedieť | daj mi vedieť"),
    brief_parts=Meanings("""
        type: typ
        placement: umiestnenie | miesto | pozícia
        description: popis | obsah
        prompt: výzva
        alt: alternatívny text | alt text
        caption: popisok
        file: súbor | názov súboru
        size: veľkosť | rozmery
        width: šírka
        height: výška
        credit: zdroj
        status: stav
        title: názov
        style: štýl
        priority: priorita
    """),
    brief_labels=phrases("""
        popis | názov | umiestnenie | alternatívny text | popisok | prompt | súbor | štýl | veľkosť
    """),
    brief_types=Meanings("""
        hero: titulný obrázok | hlavný obrázok
        infographic: infografika
        diagram: schéma | diagram
        chart: graf
        map: mapa
        table: tabuľka
        screenshot: snímka obrazovky
        photo: fotografia | fotka
        conceptual: ilustrácia
        icon: ikona
    """),
    brief_headings=words("obrázok"),
    pictures=phrases("obrázok | ilustrácia"),
    plain_pictures=phrases("obrázok"),
    picture_fillers=words("obrázok"),
    picture_keys=words("obrázok"),
    wanted_pictures=phrases("návrh | sem | tu | sem vložiť"),
    inserting_words=words("""
        vložiť vložte pridať
    """),
    top=phrases("hore | na začiatku | začiatok | na začiatku článku | na vrchu | pod nadpisom"),
    end=phrases("na konci | dole"),
    after_introduction=phrases("po úvode"),
    introductions=phrases("úvod"),
    place_fillers=words("článku"),
    placing_words=words("vložiť umiestniť"),
    before=phrases("pred"),
    after=phrases("po"),
    within=phrases("v"),
    section_words=words("sekcia časť"),
    layout_words=words("odsek tabuľka"),
)
