"""German."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="German",
    inflects=True,
    stop_words=words("""
        aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit
        dann das dass dein deine dem den denn der des dessen die dies diese diesem diesen dieser dieses
        doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen habe haben
        hatte hier hinter ich ihm ihn ihnen ihr ihre im in indem ins ist ja jede jeder jedes jetzt kann
        kein keine man mehr mein meine mich mir mit nach nicht nichts noch nun nur ob oder ohne schon
        sehr sein seine seit sich sie sind so solche sondern über um und uns unser unter viel vom von
        vor wann warum was weil weiter welche wenn wer werden wie wieder will wir wird wo worden während
        würde zu zum zur zwischen
    """),
    connecting_words=words("""
        als am an auf aus bei beim das dass dem den der des die durch ein eine einem einen einer eines
        für gegen im in ins mit nach oder ohne seit sowie über um und unter vom von vor weil wenn
        während zu zum zur zwischen
    """),
    function_words=NOTHING,
    and_words=words("und"),
    bylines=phrases("von"),
    abbreviations=words("""
        abb abs allg apr aufl aug ausg bd bsp bspw bzgl bzw ca dez dgl dipl dr ebd einschl engl etc evtl
        exkl feb ff fr frz geb gegr ggf hl hr hrsg ing inkl jan jh jhdt jul jun kap lat lt max min mind
        mio mrd mrz mwst mär nov nr okt prof rd sep sept sog st std str tel tsd usf usw uvm vgl vorm vs
        zb zit zt zz zzgl zzt
    """),
    doubled_words=words("""
        aber an auf aus da dabei das dem den der die doch ein er es euch gar ihm ihn ihr in ja lange mehr
        mit nach nein nur schon sehr sein sie so uns unter viel viele vor wahr war waren was weit wer wie
        wir wo zu
    """),
    length_units=phrases("zeichen | wörter"),
    labels=Meanings("""
        title: ~titel | ~überschrift | !vorgeschlagener titel | !titelvorschlag | !titelvorschläge |
            !titel vorschlag | ~artikeltitel
        seo_title: !seo titel | !meta titel | !titel tag | !seitentitel | !seo title | !title tag |
            !meta title
        excerpt: !seo auszug | !auszug | ~beschreibung | ~zusammenfassung | !kurzbeschreibung | ~teaser |
            !textauszug | !excerpt | !artikelauszug
        seo_excerpt: !meta beschreibung | !seo beschreibung | !metabeschreibung | !meta description |
            !suchmaschinenbeschreibung
        tags: !schlagwörter | !seo schlagwörter | !seo tags | !schlagworte | !vorgeschlagene tags
        keywords: !schlüsselwörter | !sekundäre keywords | !neben keywords | !nebenkeywords |
            !sekundäre keyphrases | !weitere keywords | !verwandte keywords | !semantische keywords
        keyphrase: !fokus keyword | !fokus keyphrase | !haupt keyword | !hauptkeyword | !ziel keyword |
            !schlüsselbegriff | !hauptkeyphrase | !fokus schlüsselwort | !fokusschlüsselwort | !fokuskeyword |
            !primäres keyword | !primäre keyphrase | !zielkeyword
        illustrations: !vorgeschlagene illustrationen | ~illustrationen | !bildvorschläge | !bildvorschlag |
            !vorgeschlagene bilder | !bildideen | !illustrationsvorschläge | !bildprompts | !bild vorschlag |
            !bild vorschläge | !bildidee | !bildkonzept | !bildprompt | !bild prompt | !bild prompts |
            !bildbriefing | !bildbriefings | !bildplatzierung | !bildplatzierungen | !vorgeschlagenes bild |
            !vorgeschlagene bildplatzierung | !illustrationsvorschlag | !illustrationsideen |
            !bildempfehlungen | !bildplan | !empfohlene bilder | !prompt für das beitragsbild |
            !prompt für das titelbild | !beitragsbild prompt | !grafikvorschläge | !visualisierungsvorschläge
        cover: ~beitragsbild | ~titelbild | ~beitragsbild datei
        categories: ~kategorie | !kategorien | !kategorievorschlag | !vorgeschlagene kategorie
        author: ~autor | ~autorin | ~autoren | ~verfasser | ~von
        date: ~datum | ~veröffentlicht | ~veröffentlicht am | ~veröffentlichungsdatum
        updated: ~aktualisiert | ~zuletzt aktualisiert
        audience: !zielgruppe | !leserschaft | !zielpublikum | !zielgruppen
        search_intent: !suchintention | !suchabsicht | !nutzerintention | !suchintent | !keyword intention
        word_count: ~wortzahl | ~wortanzahl | ~wörter | !zielwortzahl | ~textlänge | !ziel wortzahl |
            !zielwortanzahl | !ziel wortanzahl | !zielumfang
        reading_time: ~lesezeit | ~lesedauer
        lang: ~sprache
        cover_alt: !beitragsbild alt text | !alt text beitragsbild | !alt text des beitragsbilds |
            !titelbild alt text | !alternativtext beitragsbild | !beitragsbild alternativtext
        slug: !url slug | !titelform | !permalink slug
        permalink: !vorgeschlagene url | !url vorschlag
        internal_links: !interne links | !interne verlinkung | !vorgeschlagene interne links |
            !interne verlinkungen
        external_links: !externe links | !externe verlinkung | !vorgeschlagene externe links
    """),
    metadata_headings=phrases("seo metadaten | metadaten | seo informationen"),
    metadata_heading_words=phrases("""
        !metadaten | !redaktion | !webmaster | !veröffentlichung | für | die | das | den | der | und | zum |
        zur | angaben | daten | einstellungen | hinweise | notizen | checkliste | informationen | infos |
        felder | vorschläge | empfehlungen | übersicht | artikel | beitrag | elemente | paket
    """),
    label_modifiers=words("""
        vorschlag vorschläge vorgeschlagene vorgeschlagener vorgeschlagenes empfohlene empfohlener empfohlenes
        empfehlung empfehlungen option optionen idee ideen
    """),
    placeholders=phrases("""
        unbenannt | ohne titel | titel hier | ihr titel | dein titel | beschreibung hier | ihr name |
        dein name | platzhalter | jjjj-mm-tt | tt.mm.jjjj
    """),
    leading_articles=phrases("ein | eine | einen | einem | einer | das | der | die | den"),
    alt_openers=phrases("""
        bild von | ein bild von | bild eines | bild einer | foto von | ein foto von | fotografie von |
        grafik von | das bild zeigt | dieses bild zeigt | abbildung von
    """),
    file_alts=phrases("""
        bild | foto | grafik | abbildung | screenshot | bildschirmfoto | diagramm | illustration |
        logo | titelbild | alternativtext
    """),
    generic_links=phrases("""
        klicke hier | hier klicken | klicken sie hier | hier | mehr | siehe | dies | das | weiterlesen |
        mehr erfahren | mehr lesen | mehr informationen | link | dieser link | diesem link
    """),
    toasts=phrases("""
        der link wurde kopiert | link kopiert | link in die zwischenablage kopiert |
        in die zwischenablage kopiert
    """),
    interface_lines=phrases("diesen artikel teilen | artikel teilen | anzeige | werbung | jetzt abonnieren"),
    stand_ins=phrases("ihr name | dein name | ihr unternehmen | dein unternehmen"),
    template_words=phrases("vorlage | vorlagen"),
    assistant_agrees=phrases("natürlich!"),
    assistant_presents=phrases("hier ist | hier sind"),
    assistant_offers=phrases("""
        möchten sie, dass ich | möchtest du, dass ich | soll ich dir | soll ich ihnen | soll ich das | wenn sie möchten, kann ich | wenn
        du möchtest, kann ich | lassen sie mich wissen, ob ich | sag mir bescheid, wenn ich
    """),
    assistant_closes=phrases("""
        ich hoffe, das hilft | ich hoffe, dies hilft | lassen sie mich wissen | lass mich wissen |
        sagen sie mir bescheid | sag mir bescheid
    """),
    brief_parts=Meanings("""
        type: typ | bildtyp | bildart | art
        placement: platzierung | position | bildplatzierung | ort | wo | einfügen nach | einfügen vor
        description: beschreibung | inhalt | motiv | bildbeschreibung | bildidee | bildinhalt |
            was zu sehen ist
        prompt: bildprompt | ki-prompt | ki prompt | bild-prompt | prompt für die ki
        alt: alternativtext | alt text | alt-text | alternativ-text | bild alt text
        caption: bildtext | bildunterschrift | legende
        file: datei | dateiname | bilddatei | bild dateiname
        size: größe | maße | bildgröße | format und größe | abmessungen
        width: breite
        height: höhe
        credit: fotograf | quelle
        title: titel
        style: stil | bildstil
        format: bildformat | seitenverhältnis
        priority: priorität
    """),
    brief_labels=phrases("""
        titel | beschreibung | typ | platzierung | position | alt text | alternativtext | bildunterschrift |
        bildprompt | dateiname | größe | stil | bildtyp | format | prompt | motiv
    """),
    brief_types=Meanings("""
        hero: titelbild | headerbild | beitragsbild | aufmacher | hero bild | header bild | coverbild |
            aufmacherbild
        section: abschnittsbild
        infographic: infografik | infographik
        diagram: diagramm | flussdiagramm
        map: karte
        table: tabelle
        screenshot: bildschirmfoto
        photo: foto | fotografie
        conceptual: konzeptbild | zeichnung
        chart: balkendiagramm | liniendiagramm | schaubild
    """),
    brief_headings=words("bild"),
    pictures=phrases("""
        bild | abbildung | infografik | diagramm | grafik | foto | bildschirmfoto | illustration | skizze
    """),
    plain_pictures=phrases("bild | abbildung | abb."),
    picture_fillers=words("bild bilder"),
    picture_keys=words("bild"),
    wanted_pictures=phrases("""
        vorschlag | platzhalter | hier | idee | einfügen | hier einfügen | fehlt | folgt | gewünscht
    """),
    inserting_words=words("""
        einfügen einsetzen ergänzen platzieren
    """),
    top=phrases("""
        oben | anfang | ganz oben | beginn | titelbild | oben im artikel | am anfang | zu beginn |
        artikelanfang | seitenanfang | über titel | unter titel | nach überschrift | vor einleitung |
        vor ersten absatz | kopf | kopfbereich | artikelkopf | direkt unter titel
    """),
    end=phrases("ende | am ende | schluss | unten"),
    after_introduction=phrases("nach einleitung | nach ersten absatz"),
    introductions=phrases("einleitung"),
    place_fillers=words("der die das des im am artikels artikel beitrag beitrags den dem bild direkt zu"),
    placing_words=words("einfügen platzieren"),
    before=phrases("vor"),
    after=phrases("nach | unter"),
    within=phrases("im | in | unter (abschnitt)"),
    section_words=words("abschnitt kapitel"),
    layout_words=words("absatz tabelle mitte"),
)
