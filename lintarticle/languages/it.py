"""Italian."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Italian",
    long_sentence=25,
    stop_words=words("""
        a abbiamo ad agli ai al alla alle allo altri anche ancora che chi ci come con contro cosa cui da
        dagli dai dal dalla dalle degli dei del dell della delle dello di dove due e ed era essere fa
        fra gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mi mia mio molto ne negli
        nei nel nella nelle noi non nostro o ogni per perché però più poi prima quale quando quanto
        quella quelle quelli quello questa queste questi questo qui se sei senza si sia siamo sono sopra
        sotto sua sue sui sul sulla suo suoi tra tu tua tuo tutti tutto un una uno vi voi è
    """),
    connecting_words=words("""
        a ad agli ai al alla alle allo anche che come con contro da dai dal dalla dalle degli dei del
        della delle dello di dove e ed fra gli i il in la le lo ma negli nei nel nella nelle o per
        perché quando se senza sui sul sulla tra un una uno
    """),
    function_words=NOTHING,
    and_words=words("e"),
    bylines=NOTHING,
    abbreviations=words("""
        ago apr art avv ca cap cfr dic dott dr ecc ed es etc feb febbr fig gen geom giu ing lug mag max
        min nov nr ott pag pagg prof rag sett sig sigg tel vol vs
    """),
    length_units=phrases("caratter"),
    labels=Meanings("""
        title: ~titolo | !titolo suggerito
        seo_title: !titolo seo | !meta titolo | !tag title | !tag titolo
        excerpt: !estratto seo | !estratto | ~descrizione | ~riassunto | ~sommario |
            ~descrizione breve
        seo_excerpt: !meta descrizione | !metadescrizione | !descrizione seo
        tags: !tag seo | !etichette | !tag suggeriti
        keywords: !parole chiave | !parole chiave secondarie
        keyphrase: !parola chiave principale | !frase chiave | !keyword principale | ~parola chiave
        illustrations: !illustrazioni suggerite | ~illustrazioni | !immagini suggerite |
            !suggerimenti per le immagini | !suggerimenti immagini | !illustrazioni consigliate
        cover: ~immagine in evidenza | ~immagine di copertina
        categories: ~categoria | !categorie
        author: ~autore | ~autrice | ~autori
        date: ~data | ~pubblicato | ~data di pubblicazione | ~pubblicato il
        updated: ~aggiornato | ~ultimo aggiornamento
        audience: !pubblico target | !target di riferimento | !pubblico di riferimento |
            !pubblico destinatario
        search_intent: !intento di ricerca
        word_count: ~numero di parole | ~conteggio parole
        reading_time: ~tempo di lettura
        lang: ~lingua
    """),
    metadata_headings=phrases("metadati | metadati seo"),
    placeholders=phrases("""
        senza titolo | titolo qui | il tuo titolo | descrizione qui | il tuo nome | da definire |
        aaaa-mm- gg | gg/mm/aaaa
    """),
    alt_openers=phrases("""
        immagine di | un'immagine di | foto di | una foto di | fotografia di | una fotografia di |
        l'immagine mostra | questa immagine mostra
    """),
    file_alts=phrases("""
        immagine | foto | fotografia | schermata | screenshot | figura | illustrazione | diagramma |
        grafico | logo | testo alternativo
    """),
    generic_links=phrases("""
        clicca qui | cliccare qui | qui | leggi tutto | leggi di più | scopri di più |
        per saperne di più | maggiori informazioni | altro | continua | link | questo link
    """),
    toasts=phrases("il link è stato copiato | link copiato | link copiato negli appunti"),
    interface_lines=phrases("condividi questo articolo | pubblicità | iscriviti ora"),
    stand_ins=phrases("tuo nome"),
    template_words=phrases("modello | modelli"),
    assistant_agrees=phrases("certamente!"),
    assistant_presents=phrases("ecco"),
    assistant_offers=phrases("""
        vuoi che | desideri che | vuole che | desidera che | ti piacerebbe che | se vuoi, posso | se
        lo desideri, posso
    """),
    assistant_closes=phrases("""
        spero che questo ti aiuti | spero che ti sia utile | spero che questo sia utile | fammi
        sapere se | mi faccia sapere se
    """),
    brief_parts=Meanings("""
        type: tipo
        placement: posizione | posizionamento
        description: descrizione | contenuto
        alt: testo alternativo
        caption: didascalia
        file: nome file
        size: dimensioni
        width: larghezza
        height: altezza
        credit: fonte
        status: stato
        title: titolo
        style: stile
        priority: priorità
    """),
    brief_labels=phrases("titolo | descrizione"),
    brief_types=Meanings("""
        hero: immagine in evidenza | copertina
        infographic: infografica
        diagram: diagramma
        chart: grafico
        map: mappa
        table: tabella
        screenshot: schermata
        photo: foto | fotografia
        conceptual: illustrazione
        icon: icona
    """),
    brief_headings=words("immagine"),
    pictures=phrases("immagine | illustrazione"),
    plain_pictures=phrases("immagine"),
    picture_fillers=words("immagine"),
    picture_keys=words("immagine"),
    wanted_pictures=phrases("suggerita | suggerimento"),
    top=phrases("inizio | in alto | alto"),
    end=phrases("fine | in fondo"),
    after_introduction=phrases("dopo introduzione"),
    introductions=phrases("introduzione"),
    place_fillers=words("la"),
    placing_words=words("inserire posizionare"),
    before=phrases("prima di | prima del | prima della"),
    after=phrases("dopo"),
    within=phrases("nel | nella"),
    section_words=words("sezione"),
    layout_words=words("paragrafo tabella metà"),
)
