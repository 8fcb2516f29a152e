"""Dutch."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Dutch",
    stop_words=words("""
        aan al alle alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus
        een en er ge geen haar had heb hebben heeft hem het hier hij hoe hun iets ik in is ja je jij
        jullie kan kon maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder
        ons onze ook op over reeds te tegen toch toen tot u uit uw van veel voor waar was wat we wel
        werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou
    """),
    connecting_words=words("""
        aan als bij dat de deze dit door een en het hun in maar met mijn na naar of om omdat onder onze
        op over te tegen tot uit van voor waar wanneer zonder
    """),
    function_words=NOTHING,
    and_words=words("en"),
    bylines=phrases("door"),
    abbreviations=words("""
        afb apr aug bijv blz bv ca dec dhr dr drs enz etc evt excl feb hfst incl ing ir jan jr jul jun
        max mevr min mr mrt mw nl nov nr okt prof red resp sep sept sr st tel vgl vlg vs zgn
    """),
    doubled_words=words("""
        aan beter bij daar dan dat de die door een er goed haar had heel hem het hij hun in is ja jou jullie
        keer mee meer met nee nog nu om op over te toe u uit van veel voor waar waren was we wel wie wij
        zeer zij zijn zo
    """),
    length_units=phrases("teken"),
    labels=Meanings("""
        title: ~titel | !voorgestelde titel | !titelsuggesties | !titelopties
        seo_title: !seo titel | !meta titel | !titeltag | !paginatitel | !metatitel | !meta title | !title tag
        excerpt: !seo samenvatting | !uittreksel | ~samenvatting | ~beschrijving | ~korte beschrijving |
            !seo uittreksel
        seo_excerpt: !meta beschrijving | !metabeschrijving | !seo beschrijving | !meta omschrijving |
            !metaomschrijving | !meta description | !meta omschrijving seo
        tags: !labels | !seo tags | !voorgestelde tags
        keywords: !trefwoorden | !zoekwoorden | !secundaire zoekwoorden | !sleutelwoorden |
            !secundaire keywords | !gerelateerde zoekwoorden | !secundaire zoektermen
        keyphrase: !focus zoekwoord | !focus zoekterm | !focus keyphrase | !hoofdzoekwoord | !zoekterm |
            !belangrijkste zoekwoord | !focuszoekwoord | !primair zoekwoord | !focus keyword |
            !primair keyword | !focuszoekterm | !focus sleutelwoord
        illustrations: !voorgestelde illustraties | ~illustraties | !voorgestelde afbeeldingen |
            !afbeeldingssuggesties | !beeldsuggesties | !suggesties voor afbeeldingen |
            !afbeeldingssuggestie | !beeldsuggestie | !voorgestelde afbeelding | !afbeeldingsidee |
            !afbeeldingsideeën | !beeldideeën | !afbeeldingsprompts | !afbeeldingsprompt |
            !voorgestelde plaatsing afbeelding | !plaatsing afbeelding | !aanbevolen afbeeldingen |
            !afbeeldingenplan | !prompt voor uitgelichte afbeelding
        cover: ~uitgelichte afbeelding | ~omslagafbeelding
        categories: ~categorie | !categorieën | !voorgestelde categorie
        author: ~auteur | ~auteurs | ~door
        date: ~datum | ~gepubliceerd | ~publicatiedatum | ~gepubliceerd op
        updated: ~bijgewerkt | ~laatst bijgewerkt
        audience: !doelgroep | !doelpubliek
        search_intent: !zoekintentie
        word_count: ~aantal woorden | !doel aantal woorden | !gewenst aantal woorden | !streeflengte
        reading_time: ~leestijd
        lang: ~taal
        cover_alt: !alt tekst uitgelichte afbeelding | !uitgelichte afbeelding alt tekst
        slug: !url slug | !voorgestelde slug
        permalink: !voorgestelde url
        internal_links: !interne links | !interne linksuggesties | !voorgestelde interne links
        external_links: !externe links | !voorgestelde externe links
    """),
    metadata_headings=phrases("metagegevens | seo gegevens"),
    metadata_heading_words=phrases("""
        !metadata | !metagegevens | !redactie | !publicatie | voor | de | het | en | van | gegevens |
        informatie | notities | instellingen | elementen | velden | checklist | artikel | optimalisatie |
        aanbevelingen | suggesties | blok
    """),
    label_modifiers=words("""
        voorgestelde voorgesteld aanbevolen suggestie suggesties voorstel voorstellen optie opties idee ideeën
    """),
    placeholders=phrases("""
        zonder titel | naamloos | titel hier | jouw titel | uw titel | beschrijving hier | jouw naam |
        uw naam | jjjj-mm-dd | dd-mm-jjjj
    """),
    leading_articles=phrases("een | de | het"),
    alt_openers=phrases("""
        afbeelding van | een afbeelding van | foto van | een foto van | plaatje van | een plaatje van |
        de afbeelding toont | deze afbeelding toont
    """),
    file_alts=phrases("""
        afbeelding | foto | plaatje | schermafbeelding | screenshot | figuur | illustratie | diagram |
        grafiek | logo | alternatieve tekst
    """),
    generic_links=phrases("""
        klik hier | hier | lees meer | lees verder | meer | meer info | meer informatie | link |
        deze link | meer lezen
    """),
    toasts=phrases("de link is gekopieerd | link gekopieerd"),
    interface_lines=phrases("deel dit artikel | advertentie"),
    stand_ins=phrases("uw naam | je naam"),
    template_words=phrases("sjablo*"),
    assistant_agrees=phrases("natuurlijk! | zeker!"),
    assistant_presents=phrases("hier is | hier zijn"),
    assistant_offers=phrases(
        "wil je dat ik | wilt u dat ik | zal ik je | zal ik dit | als je wilt, kan ik | als u wilt, kan ik"
    ),
    assistant_closes=phrases("ik hoop dat dit helpt | hopelijk helpt dit | laat me weten | laat het me weten"),
    brief_parts=Meanings("""
        type: type | type afbeelding | soort
        placement: plaatsing | plaats | positie | waar | invoegen na
        description: beschrijving | inhoud | onderwerp | idee
        alt: alt-tekst | alternatieve tekst | alt tekst
        caption: bijschrift | onderschrift
        file: bestand | bestandsnaam
        size: afmetingen | formaat | grootte
        width: breedte
        height: hoogte
        credit: bron
        title: titel
        style: stijl | stile
        priority: prioriteit
        prompt: beeldprompt | ai prompt
        format: beeldverhouding
    """),
    brief_labels=phrases("""
        titel | beschrijving | plaatsing | positie | alt tekst | bijschrift | prompt | bestandsnaam | stijl |
        afmetingen | formaat
    """),
    brief_types=Meanings("""
        hero: uitgelichte afbeelding | omslag | omslagafbeelding | headerafbeelding | hoofdafbeelding
        diagram: stroomdiagram
        chart: grafiek
        map: kaart
        table: tabel
        screenshot: schermafbeelding
        photo: foto
        conceptual: illustratie
        infographic: infografiek
    """),
    brief_headings=words("afbeelding"),
    pictures=phrases("afbeelding | diagram | infographic | schermafbeelding | foto | illustratie | grafiek"),
    plain_pictures=phrases("afbeelding | illustratie | foto"),
    picture_fillers=words("afbeelding"),
    picture_keys=words("afbeelding"),
    wanted_pictures=phrases("suggestie | voorstel | hier | invoegen | hier invoegen | volgt | hier plaatsen"),
    inserting_words=words("""
        invoegen toevoegen plaatsen
    """),
    top=phrases("""
        bovenaan | begin | aan begin | boven titel | onder titel | na titel | voor inleiding |
        helemaal bovenaan | boven
    """),
    end=phrases("einde | onderaan"),
    after_introduction=phrases("na inleiding | na eerste alinea"),
    introductions=phrases("inleiding"),
    place_fillers=words("de het artikel van bericht pagina aan"),
    placing_words=words("invoegen plaatsen"),
    before=phrases("voor | boven"),
    after=phrases("na | onder"),
    within=phrases("in"),
    section_words=words("sectie paragraaf"),
    layout_words=words("alinea tabel midden"),
)
