"""Swedish."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Swedish",
    stop_words=words("""
        alla allt att av bara blev bli blir de dem den denna deras dess dessa det detta dig din dina
        ditt du där då efter ej eller en er ett från för ha hade han hans har hela henne hennes hon
        honom hur här i icke in inom inte jag ju kan kunde man med mellan men mig min mina mitt mot
        mycket ni nu när något några och också om oss på samma sedan sig sin sina sitt ska skulle som så
        sådan till under upp ut utan vad var vara varför varit vem vi vid vilka vilken än är även över
    """),
    connecting_words=words("""
        att av den det denna detta där efter eller en ett från för hos i inom med mellan men mot när och
        om på som till under utan vid än över
    """),
    function_words=NOTHING,
    and_words=words("och"),
    bylines=phrases("av"),
    abbreviations=words("""
        apr art aug bl ca dec dr dvs etc ev exkl feb forts inkl jan jfr jul jun kap kl max min nov nr
        okt osv prof red resp sep sept st tel uppl utg vol
    """),
    doubled_words=words("""
        av bra de dem den det du efter en er för ha han har hej hon i ja jag länge med mer mycket nej ni om
        på sig som så till ut var vi väldigt är
    """),
    length_units=phrases("tecken"),
    labels=Meanings("""
        title: ~titel | ~rubrik | !föreslagen titel | !titelförslag | !rubrikförslag
        seo_title: !seo titel | !metatitel | !meta titel | !sidtitel | !seo rubrik | !metarubrik
        excerpt: !utdrag | !seo utdrag | ~sammanfattning | ~beskrivning | ~ingress
        seo_excerpt: !metabeskrivning | !meta beskrivning | !seo beskrivning
        tags: !taggar | !seo taggar | !etiketter | !föreslagna taggar
        keywords: !nyckelord | !sökord | !sekundära nyckelord | !sekundära sökord | !relaterade nyckelord
        keyphrase: !fokusnyckelord | !fokusfras | !huvudnyckelord | !primärt nyckelord | !fokusord |
            !primärt sökord | !fokusnyckelfras | !huvudsökord | !primär nyckelfras | !nyckelfras
        illustrations: !föreslagna illustrationer | ~illustrationer | !bildförslag | !föreslagna bilder |
            !bildidéer | !bildidé | !föreslagen bild | !bildprompter | !bildplacering |
            !föreslagen bildplacering | !bildplan | !illustrationsförslag | !rekommenderade bilder
        cover: ~utvald bild | ~omslagsbild
        categories: ~kategori | !kategorier | !föreslagen kategori
        author: ~författare | ~skribent | ~av
        date: ~datum | ~publicerad | ~publiceringsdatum | ~publicerat
        updated: ~uppdaterad | ~senast uppdaterad
        audience: !målgrupp
        search_intent: !sökintention
        word_count: ~antal ord | !målantal ord | !mål antal ord
        reading_time: ~lästid
        lang: ~språk
        cover_alt: !alt text utvald bild | !utvald bild alt text
        slug: !url slug | !föreslagen slug
        permalink: !permalänk | !föreslagen url
        internal_links: !interna länkar | !föreslagna interna länkar
        external_links: !externa länkar | !föreslagna externa länkar
    """),
    metadata_headings=phrases("seo metadata och taggar"),
    metadata_heading_words=phrases("""
        !metadata | !redaktion | !publicering | för | och | till | uppgifter | information | anteckningar |
        inställningar | element | fält | checklista | artikel | inlägg | förslag | rekommendationer
    """),
    label_modifiers=words("""
        föreslagen föreslaget föreslagna rekommenderad rekommenderade förslag alternativ idé idéer
    """),
    placeholders=phrases("""
        namnlös | utan titel | titel här | din titel | beskrivning här | ditt namn | åååå-mm-dd
    """),
    leading_articles=phrases("en | ett"),
    alt_openers=phrases("""
        bild på | en bild på | bild av | en bild av | foto på | ett foto på | foto av | ett foto av |
        bilden visar
    """),
    file_alts=phrases("""
        bild | foto | skärmbild | skärmdump | figur | illustration | diagram | graf | logga |
        alternativtext
    """),
    generic_links=phrases("här | klicka här | läs mer | mer | mer info | mer information | länk | denna länk"),
    toasts=phrases("länken har kopierats | länk kopierad"),
    interface_lines=phrases("dela artikeln | annons"),
    stand_ins=phrases("ditt namn"),
    template_words=phrases("mallen | mallar"),
    assistant_agrees=phrases("självklart! | absolut!"),
    assistant_presents=phrases("här är | här kommer"),
    assistant_offers=phrases(
        "vill du att jag | ska jag göra | ska jag skapa | om du vill kan jag | skulle du vilja att jag"
    ),
    assistant_closes=phrases("""
        jag hoppas att detta hjälper | jag hoppas att det hjälper | hoppas det hjälper | låt mig
        veta | säg till om
    """),
    brief_parts=Meanings("""
        type: typ | bildtyp
        placement: placering | placeras | plats | position | infoga efter
        description: beskrivning | innehåll | motiv | bildidé
        alt: alternativtext | alt text | alt-text
        caption: bildtext | bildtexten
        file: fil | filnamn
        size: storlek | mått
        width: bredd
        height: höjd
        credit: kilde | källa | fotograf
        title: titel
        style: stil
        format: bildformat
        priority: prioritet
        prompt: bildprompt | prompt för bild
    """),
    brief_labels=phrases("""
        titel | placering | alt text | bildtext | prompt | filnamn | stil | storlek | beskrivning | motiv
    """),
    brief_types=Meanings("""
        hero: omslagsbild | toppbild | huvudbild | utvald bild | toppbilden | hjältebild | sidhuvud
        section: avsnittsbild
        infographic: infografik
        diagram: flödesschema
        map: karta
        table: tabell
        screenshot: skärmbild | skärmdump
        photo: foto | fotografi
        conceptual: konceptbild
        icon: ikon
    """),
    brief_headings=words("bild"),
    pictures=phrases("bild | illustration | diagram | infografik | skärmbild | foto | fotografi"),
    plain_pictures=phrases("bild | illustration"),
    picture_fillers=words("bild bilder"),
    picture_keys=words("bild"),
    wanted_pictures=phrases("förslag | platshållare | här | infogas | här in | in här"),
    inserting_words=words("""
        infoga infogas lägg placera
    """),
    top=phrases("början | överst | toppen | högst upp | i början | under rubriken | efter rubriken"),
    end=phrases("slut | slutet | sist | nederst"),
    after_introduction=phrases("efter inledningen | efter ingressen | efter första stycket"),
    introductions=phrases("inledning"),
    place_fillers=words("inlägget artikeln och i av den det texten artikel sidan"),
    placing_words=words("infoga placera"),
    before=phrases("före | ovanför"),
    after=phrases("efter | under (avsnittet)"),
    within=phrases("i"),
    section_words=words("avsnitt avsnittet rubrik"),
    layout_words=words("stycke tabell mitten"),
)
