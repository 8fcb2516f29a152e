"""French."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="French",
    stop_words=words("""
        a afin ai alors au aucun aussi autre aux avec avoir car ce cela ces cet cette ceux chaque chez
        comme comment dans de des donc dont du elle elles en encore entre est et été être eu fait ici il
        ils je jusque la le les leur leurs lors lui là ma mais me même mes moi moins mon ne ni nos notre
        nous on ont ou où par parce pas peu peut plus pour pourquoi près puis qu quand que quel quelle
        quelles quels qui sa sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute
        toutes trop très tu un une vers vos votre vous à
    """),
    connecting_words=words("""
        à afin au aux avec car ce ces cet cette chez comme dans de des donc dont du en entre et la le
        les leur leurs lors mais ni notre nos ou par parce pour qu quand que qui sa sans ses si son sous
        sur un une vers votre vos
    """),
    function_words=NOTHING,
    and_words=words("et"),
    bylines=phrases("par"),
    abbreviations=words("""
        apr av avr bd boul cf chap dr déc ed env etc ex fig févr ibid jan janv juil max min mlle mm mme
        no nov oct op pp prof resp réf sept st ste tél vol vs éd
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~titre | !titre suggéré
        seo_title: !titre seo | !méta titre | !balise titre | !balise title | !meta titre
        excerpt: !extrait seo | !extrait | ~résumé | ~description courte | ~chapô | ~chapeau
        seo_excerpt: !méta description | !description seo | !métadescription
        tags: !étiquettes | !tags seo | !balises seo | !mots clés seo | !étiquettes suggérées |
            !tags suggérés
        keywords: !mots clés | !mots clés secondaires | !mots clefs
        keyphrase: !keyphrase cible | !keyphrase principale | !mot clé principal | !requête cible | !expression clé | !mot clé cible |
            !requête principale
        illustrations: !illustrations suggérées | !suggestions d’images | !suggestions d'images |
            !images suggérées | !illustrations proposées | !suggestions d'illustrations |
            !suggestions d’illustrations | !visuels suggérés
        cover: ~image à la une | ~image principale
        categories: ~catégorie | !catégories | ~rubrique
        author: ~auteur | ~autrice | ~auteurs | ~par
        date: ~publié le | ~date de publication
        updated: ~mis à jour | ~mis à jour le | ~mise à jour
        audience: !public cible | !public visé | !lectorat
        search_intent: !intention de recherche
        word_count: ~nombre de mots | ~mots
        reading_time: ~temps de lecture
        lang: ~langue
    """),
    metadata_headings=phrases("métadonnées | métadonnées seo | informations seo"),
    placeholders=phrases("""
        sans titre | titre ici | votre titre | votre titre ici | description ici |
        votre description ici | votre nom | à compléter | aaaa-mm-jj | jj/mm/aaaa
    """),
    alt_openers=phrases("""
        image de | image d' | une image de | une image d' | photo de | photo d' | une photo de |
        une photo d' | illustration de | l'image montre | cette image montre | photographie de
    """),
    file_alts=phrases("""
        image | photo | capture d'écran | capture | illustration | figure | schéma | graphique | logo |
        texte alternatif
    """),
    generic_links=phrases("""
        cliquez ici | cliquer ici | clique ici | ici | lire la suite | en savoir plus | plus |
        plus d'informations | plus d'infos | voir plus | lien | ce lien | suite | lire plus
    """),
    toasts=phrases("le lien a été copié | lien copié | lien copié dans le presse-papiers"),
    interface_lines=phrases("partager cet article | publicité | abonnez-vous maintenant"),
    stand_ins=phrases("votre nom | votre entreprise"),
    template_words=phrases("modèle | modèles"),
    assistant_agrees=phrases("bien sûr ! | bien sûr!"),
    assistant_presents=phrases("voici"),
    assistant_offers=phrases("""
        souhaitez-vous que je | voulez-vous que je | souhaites-tu que je | veux-tu que je | si vous
        le souhaitez, je peux | si tu veux, je peux | dites-moi si vous souhaitez que je
    """),
    assistant_closes=phrases("""
        j'espère que cela vous aide | j'espère que cela t'aide | j'espère que cela vous sera utile |
        n'hésitez pas à me dire | dites-moi si | faites-moi savoir
    """),
    brief_parts=Meanings("""
        type: type d'image
        placement: emplacement
        description: contenu
        prompt: prompt ia
        alt: texte alternatif
        caption: légende
        file: fichier | nom de fichier
        size: taille
        width: largeur
        height: hauteur
        credit: crédit
        status: statut
        title: titre
        style: style
        priority: priorité
    """),
    brief_labels=phrases("titre"),
    brief_types=Meanings("""
        hero: image à la une | bannière
        infographic: infographie
        diagram: diagramme | schéma | organigramme
        chart: graphique
        map: carte
        table: tableau
        screenshot: capture d'écran
        photo: photographie
        icon: icône
        video: vidéo
    """),
    brief_headings=words("image"),
    pictures=phrases("image | illustration | photo"),
    plain_pictures=phrases("image | illustration"),
    picture_fillers=words("image"),
    picture_keys=words("image"),
    wanted_pictures=phrases("suggérée | à insérer"),
    top=phrases("haut | en haut | début | en tête"),
    end=phrases("fin"),
    after_introduction=phrases("après introduction"),
    introductions=phrases("introduction"),
    place_fillers=words("de la le du des l"),
    placing_words=words("insérer placer"),
    before=phrases("avant"),
    after=phrases("après"),
    within=phrases("dans | en"),
    section_words=words("section"),
    layout_words=words("paragraphe tableau milieu"),
)
