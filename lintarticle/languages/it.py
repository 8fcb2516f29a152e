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
    doubled_words=words("""
        appena ben bene che così giù lui mano meno molto no passo piano poco proprio quasi quatto sempre si
        so solo sono sotto su subito sì tanto terra tutto uno via volta zitto è
    """),
    length_units=phrases("caratter"),
    labels=Meanings("""
        title: ~titolo | !titolo suggerito | !titolo proposto | !proposte di titolo | !opzioni di titolo |
            ~titolo articolo | ~titolo dell'articolo
        seo_title: !titolo seo | !meta titolo | !tag title | !tag titolo | !title seo | !meta title |
            !titolo meta | !title tag
        excerpt: !estratto seo | !estratto | ~descrizione | ~riassunto | ~sommario | ~descrizione breve
        seo_excerpt: !meta descrizione | !metadescrizione | !descrizione seo | !meta description |
            !meta descrizione seo | !descrizione meta
        tags: !tag seo | !etichette | !tag suggeriti | !tag wordpress | ~tag
        keywords: !parole chiave | !parole chiave secondarie | !keyword secondarie |
            !parole chiave correlate | !keyword correlate | !parola chiave secondaria
        keyphrase: !parola chiave principale | !frase chiave | !keyword principale | ~parola chiave |
            !parola chiave focus | !keyphrase principale | !frase chiave principale | !keyword focus |
            !parola chiave seo | !frase chiave focus | !frase chiave di interesse
        illustrations: !illustrazioni suggerite | ~illustrazioni | !immagini suggerite |
            !suggerimenti per le immagini | !suggerimenti immagini | !illustrazioni consigliate |
            !suggerimento immagine | !idea immagine | !idee immagini | !idee per le immagini |
            !immagine suggerita | !prompt immagine | !prompt immagini | !prompt per le immagini |
            !prompt per l'immagine di copertina | !prompt per l'immagine in evidenza |
            !posizione immagine suggerita | !posizionamento immagine |
            !posizionamento suggerito dell'immagine | !immagini consigliate | !piano immagini |
            !proposte di immagini | !illustrazione suggerita
        cover: ~immagine in evidenza | ~immagine di copertina
        categories: ~categoria | !categorie | !categoria suggerita | !categoria consigliata
        author: ~autore | ~autrice | ~autori
        date: ~data | ~pubblicato | ~data di pubblicazione | ~pubblicato il
        updated: ~aggiornato | ~ultimo aggiornamento
        audience: !pubblico target | !target di riferimento | !pubblico di riferimento |
            !pubblico destinatario | !lettore ideale
        search_intent: !intento di ricerca | !intento dell'utente
        word_count: ~numero di parole | ~conteggio parole | !lunghezza target | !numero di parole target
        reading_time: ~tempo di lettura
        lang: ~lingua
        cover_alt: !testo alternativo immagine in evidenza | !testo alternativo dell'immagine in evidenza |
            !alt immagine in evidenza | !alt text immagine in evidenza
        slug: !slug suggerito | !slug url
        permalink: !url suggerito | !url consigliato | !link permanente
        internal_links: !link interni | !link interni suggeriti | !collegamenti interni |
            !suggerimenti per link interni
        external_links: !link esterni | !link esterni suggeriti | !collegamenti esterni
    """),
    metadata_headings=phrases("metadati | metadati seo"),
    metadata_heading_words=phrases("""
        !metadati | !redazione | !pubblicazione | per | il | la | lo | i | le | gli | di | del | della | e |
        dati | informazioni | note | impostazioni | elementi | campi | lista | controllo | articolo |
        ottimizzazione | raccomandazioni | scheda | blocco
    """),
    label_modifiers=words("""
        suggerito suggerita suggeriti suggerite proposto proposta proposti proposte consigliato consigliata
        consigliati consigliate suggerimento suggerimenti opzione opzioni idea idee di
    """),
    placeholders=phrases("""
        senza titolo | titolo qui | il tuo titolo | descrizione qui | il tuo nome | da definire |
        aaaa-mm- gg | gg/mm/aaaa
    """),
    leading_articles=phrases("un | uno | una | un' | il | lo | la | l' | i | gli | le"),
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
        type: tipo | tipo di immagine
        placement: posizione | posizionamento | dove | collocazione | posizione suggerita | inserire dopo
        description: descrizione | contenuto | idea | scena | soggetto
        alt: testo alternativo | alt | testo alt | attributo alt
        caption: didascalia | didascalia suggerita
        file: nome file | nome del file | file
        size: dimensioni | dimensione | misure
        width: larghezza
        height: altezza
        credit: fonte
        status: stato
        title: titolo
        style: stile | stile visivo
        priority: priorità
        prompt: prompt immagine | prompt suggerito | prompt per ia
        format: formato | proporzioni
    """),
    brief_labels=phrases("""
        titolo | descrizione | tipo | posizione | posizionamento | testo alternativo | didascalia | prompt |
        nome file | nome del file | stile | dimensioni | formato | alt
    """),
    brief_types=Meanings("""
        hero: immagine in evidenza | copertina | immagine di copertina | immagine principale |
            immagine di testata
        infographic: infografica
        diagram: diagramma | schema
        chart: grafico
        map: mappa
        table: tabella
        screenshot: schermata
        photo: foto | fotografia
        conceptual: illustrazione | disegno
        icon: icona
    """),
    brief_headings=words("immagine"),
    pictures=phrases("immagine | illustrazione | diagramma | infografica | schermata | foto | grafico | schema"),
    plain_pictures=phrases("immagine | illustrazione | foto | figura"),
    picture_fillers=words("immagine"),
    picture_keys=words("immagine"),
    wanted_pictures=phrases("suggerita | suggerimento | qui | da inserire | qua"),
    inserting_words=words("""
        inserire inserisci inserite aggiungere aggiungi mettere
    """),
    top=phrases("""
        inizio | in alto | alto | all'inizio | in cima | in testa | sotto titolo | dopo titolo |
        parte superiore | sotto h1 | dopo h1 | prima introduzione | cima
    """),
    end=phrases("fine | in fondo | alla fine | in basso"),
    after_introduction=phrases("dopo introduzione | dopo primo paragrafo"),
    introductions=phrases("introduzione"),
    place_fillers=words("la articolo il lo l dell'articolo all'articolo all dell di del post pagina"),
    placing_words=words("inserire posizionare"),
    before=phrases("prima di | prima del | prima della | sopra"),
    after=phrases("dopo | sotto"),
    within=phrases("nel | nella"),
    section_words=words("sezione"),
    layout_words=words("paragrafo tabella metà"),
)
