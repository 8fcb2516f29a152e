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
    length_units=phrases("znak"),
    labels=Meanings("""
        title: ~tytuł
        seo_title: !tytuł seo | !meta tytuł | !tytuł strony
        excerpt: !zajawka | !wypis | ~opis | ~streszczenie | ~podsumowanie | !fragment seo |
            ~krótki opis
        seo_excerpt: !meta opis | !opis meta | !opis seo
        tags: !tagi | !tagi seo | !etykiety | !sugerowane tagi
        keywords: !słowa kluczowe | !dodatkowe słowa kluczowe
        keyphrase: !fraza kluczowa | !główne słowo kluczowe | ~słowo kluczowe | !główna fraza kluczowa
        illustrations: !sugerowane ilustracje | ~ilustracje | !proponowane ilustracje |
            !sugerowane obrazy | !propozycje obrazów | !propozycje grafik
        cover: ~obraz wyróżniający | ~obrazek wyróżniający
        categories: ~kategoria | !kategorie
        author: ~autor | ~autorka | ~autorzy
        date: ~data | ~opublikowano | ~data publikacji
        updated: ~zaktualizowano | ~ostatnia aktualizacja
        audience: !grupa docelowa | !odbiorcy | !grupa odbiorców
        search_intent: !intencja wyszukiwania
        word_count: ~liczba słów
        reading_time: ~czas czytania
        lang: ~język
    """),
    metadata_headings=phrases("metadane | metadane seo"),
    placeholders=phrases("""
        bez tytułu | tytuł tutaj | twój tytuł | opis tutaj | twoje imię | do uzupełnienia | rrrr-mm-dd
    """),
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
        type: typ
        placement: umieszczenie | miejsce
        description: opis
        alt: tekst alternatywny
        caption: podpis
        file: plik | nazwa pliku
        size: rozmiar | wymiary
        width: szerokość
        height: wysokość
        credit: źródło
        title: tytuł
        style: styl
        priority: priorytet
    """),
    brief_labels=phrases("opis"),
    brief_types=Meanings("""
        hero: obraz wyróżniający | okładka
        infographic: infografika
        diagram: schemat
        chart: wykres
        map: mapa
        table: tabela
        screenshot: zrzut ekranu
        photo: zdjęcie
        conceptual: ilustracja
        icon: ikona
    """),
    brief_headings=words("obraz"),
    pictures=phrases("obraz | ilustracja"),
    plain_pictures=phrases("obraz"),
    picture_fillers=words("obraz"),
    picture_keys=words("obraz"),
    wanted_pictures=phrases("propozycja | sugestia"),
    top=phrases("góra | na górze | początek"),
    end=phrases("koniec | na końcu | na dole"),
    after_introduction=phrases("po wstępie"),
    introductions=phrases("wstęp"),
    place_fillers=NOTHING,
    placing_words=words("wstaw umieść"),
    before=phrases("przed"),
    after=phrases("po"),
    within=phrases("w"),
    section_words=words("sekcja sekcji"),
    layout_words=words("akapit"),
)
