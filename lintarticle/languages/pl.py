"""Polish."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Polish",
    long_sentences=15,
    inflects=True,
    stop_words=words("""
        a aby ale albo ani bardzo bez bo być był była było były będzie ci co czy dla do gdy gdzie go i
        ich ile im inne ja jak jako je jednak jego jej jest jeszcze jeśli już każdy kiedy kto która
        które który lub ma mam mi mnie mogą może można my na nad nam nas nasz nie niego niej nich o od
        on ona one oni oraz po pod poza przed przez przy są się sobie sposób swoje ta tak także tam te
        tego tej ten też to tu tutaj twój ty tych tylko tym tę u w we więc wszystkie wszystko wy z za ze
        że żeby
    """),
    connecting_words=words("""
        a aby ale albo ani bez dla do gdy gdzie i jako jak jeśli lub na nad o od oraz po pod poza przed
        przez przy u w we więc z za ze że żeby który która które
    """),
    function_words=NOTHING,
    and_words=words("i"),
    bylines=NOTHING,
    abbreviations=words("""
        al ang br bł cd cze dr gen godz gru im inż itd itp jw ks kwi lek lic lut max mgr mies min mld
        mln np nr ok paź pkt pl por prof pt red rys str sty tel tj tys tyt tzn tzw ul wg woj wrz wyd zob
        łac św
    """),
    doubled_words=words("""
        bardzo co coraz dalej dawno długo hej już ledwo nie no ono powoli raz tak tam tego to tu tyle tylko
        właśnie zaraz że
    """),
    length_units=phrases("znak"),
    labels=Meanings("""
        title: ~tytuł | !proponowany tytuł | !propozycje tytułu | ~tytuł artykułu
        seo_title: !tytuł seo | !meta tytuł | !tytuł strony | !meta title | !title seo | !tytuł meta |
            !tag title
        excerpt: !zajawka | !wypis | ~opis | ~streszczenie | ~podsumowanie | !fragment seo | ~krótki opis
        seo_excerpt: !meta opis | !opis meta | !opis seo | !meta description | !metaopis | !opis seo meta
        tags: !tagi | !tagi seo | !etykiety | !sugerowane tagi | !proponowane tagi | !tagi wordpress
        keywords: !słowa kluczowe | !dodatkowe słowa kluczowe | !frazy poboczne | !dodatkowe frazy kluczowe |
            !powiązane słowa kluczowe | !frazy kluczowe
        keyphrase: !fraza kluczowa | !główne słowo kluczowe | ~słowo kluczowe | !główna fraza kluczowa |
            !główna fraza | !fraza główna | !słowo kluczowe główne | !fraza kluczowa główna | !kluczowa fraza
        illustrations: !sugerowane ilustracje | ~ilustracje | !proponowane ilustracje | !sugerowane obrazy |
            !propozycje obrazów | !propozycje grafik | !sugestie obrazów | !sugestie grafik |
            !sugestie zdjęć | !propozycje zdjęć | !propozycje ilustracji | !sugestia obrazu |
            !propozycja grafiki | !pomysły na grafiki | !pomysły na obrazy | !prompty do obrazów |
            !prompt do obrazu | !prompty graficzne | !umiejscowienie obrazu |
            !sugerowane umiejscowienie obrazu | !sugerowana grafika | !sugerowane grafiki |
            !sugerowane zdjęcia | !plan grafik
        cover: ~obraz wyróżniający | ~obrazek wyróżniający
        categories: ~kategoria | !kategorie | !proponowana kategoria | !sugerowana kategoria
        author: ~autor | ~autorka | ~autorzy
        date: ~data | ~opublikowano | ~data publikacji
        updated: ~zaktualizowano | ~ostatnia aktualizacja
        audience: !grupa docelowa | !odbiorcy | !grupa odbiorców
        search_intent: !intencja wyszukiwania
        word_count: ~liczba słów | !docelowa liczba słów
        reading_time: ~czas czytania
        lang: ~język
        cover_alt: !tekst alternatywny obrazu wyróżniającego | !alt obrazu wyróżniającego
        slug: !uproszczona nazwa | !slug url | !proponowany slug
        permalink: !bezpośredni odnośnik | !adres url | !proponowany url
        internal_links: !linki wewnętrzne | !linkowanie wewnętrzne | !sugerowane linki wewnętrzne
        external_links: !linki zewnętrzne | !sugerowane linki zewnętrzne
    """),
    metadata_headings=phrases("metadane | metadane seo"),
    metadata_heading_words=phrases("""
        !metadane | !redakcja | !redakcji | !publikacja | !publikacji | dla | do | i | na | dane |
        informacje | notatki | ustawienia | elementy | pola | lista | kontrolna | artykuł | artykułu |
        optymalizacja | rekomendacje | sugestie
    """),
    label_modifiers=words("""
        sugerowany sugerowana sugerowane proponowany proponowana proponowane zalecany zalecana zalecane
        sugestia sugestie propozycja propozycje opcja opcje pomysł
    """),
    placeholders=phrases("""
        bez tytułu | tytuł tutaj | twój tytuł | opis tutaj | twoje imię | do uzupełnienia | rrrr-mm-dd
    """),
    leading_articles=NOTHING,
    alt_openers=phrases("""
        obraz przedstawiający | obrazek przedstawiający | zdjęcie przedstawiające |
        grafika przedstawiająca | ilustracja przedstawiająca | obraz przedstawia | zdjęcie przedstawia
    """),
    file_alts=phrases("""
        obraz | obrazek | zdjęcie | grafika | zrzut ekranu | rysunek | ilustracja | diagram | wykres |
        logo | tekst alternatywny
    """),
    generic_links=phrases("""
        kliknij tutaj | kliknij | tutaj | tu | czytaj więcej | czytaj dalej | więcej |
        więcej informacji | dowiedz się więcej | link | ten link
    """),
    toasts=phrases("link został skopiowany | skopiowano link"),
    interface_lines=phrases("udostępnij ten artykuł | reklama"),
    stand_ins=phrases("twoje imię"),
    template_words=phrases("szablon*"),
    assistant_agrees=phrases("oczywiście! | jasne!"),
    assistant_presents=phrases("oto"),
    assistant_offers=phrases("""
        czy chcesz, żebym | czy chciałbyś, żebym | czy chciałabyś, żebym | czy mam przygotować | czy mam dodać | jeśli chcesz,
        mogę
    """),
    assistant_closes=phrases("""
        mam nadzieję, że to pomoże | mam nadzieję, że to pomogło | daj mi znać | proszę dać mi znać
    """),
    brief_parts=Meanings("""
        type: typ | typ obrazu | rodzaj
        placement: umieszczenie | miejsce | umiejscowienie | lokalizacja | położenie | gdzie | pozycja
        description: opis | opis obrazu | pomysł | treść
        alt: tekst alternatywny | tekst alt | alt tekst | atrybut alt
        caption: podpis
        file: plik | nazwa pliku | nazwa obrazu
        size: rozmiar | wymiary
        width: szerokość
        height: wysokość
        credit: źródło
        title: tytuł
        style: styl
        priority: priorytet
        prompt: prompt do obrazu | prompt graficzny
        format: proporcje
    """),
    brief_labels=phrases("""
        opis | umiejscowienie | umieszczenie | miejsce | tekst alternatywny | podpis | prompt | nazwa pliku |
        styl | rozmiar | typ
    """),
    brief_types=Meanings("""
        hero: obraz wyróżniający | okładka | obrazek wyróżniający | grafika główna | zdjęcie główne
        infographic: infografika
        diagram: schemat | diagram blokowy
        chart: wykres
        map: mapa
        table: tabela
        screenshot: zrzut ekranu
        photo: zdjęcie
        conceptual: ilustracja | rysunek
        icon: ikona
    """),
    brief_headings=words("obraz"),
    pictures=phrases("""
        obraz | ilustracja | grafika | zdjęcie | diagram | infografika | zrzut ekranu | schemat | wykres
    """),
    plain_pictures=phrases("obraz | grafika | ilustracja | zdjęcie | rysunek"),
    picture_fillers=words("obraz"),
    picture_keys=words("obraz"),
    wanted_pictures=phrases("propozycja | sugestia | tutaj | do wstawienia | tu | w tym miejscu"),
    inserting_words=words("""
        wstaw wstawić dodaj dodać umieść
    """),
    top=phrases("""
        góra | na górze | początek | na początku | na samej górze | pod tytułem | po tytule | przed wstępem
    """),
    end=phrases("koniec | na końcu | na dole"),
    after_introduction=phrases("po wstępie | po pierwszym akapicie | po wprowadzeniu"),
    introductions=phrases("wstęp | wprowadzenie"),
    place_fillers=words("artykułu wpisu strony tekstu artykuł"),
    placing_words=words("wstaw umieść"),
    before=phrases("przed | nad"),
    after=phrases("po | za | pod"),
    within=phrases("w | w sekcji"),
    section_words=words("sekcja sekcji"),
    layout_words=words("akapit"),
)
