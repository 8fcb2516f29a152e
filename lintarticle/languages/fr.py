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
    doubled_words=words("""
        bien dans elle elles en est faire fait il ils loin lui mais moi même non nous on oui peu que si soit
        sur toi tout très un va vous y
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~titre | !titre suggéré | !titre proposé | !options de titre | !propositions de titre |
            !suggestions de titre | ~titre de l'article
        seo_title: !titre seo | !méta titre | !balise titre | !balise title | !meta titre | !title seo |
            !titre meta | !méta title | !titre de la page | !titre méta
        excerpt: !extrait seo | !extrait | ~résumé | ~description courte | ~chapô | ~chapeau |
            !extrait wordpress | !chapô seo
        seo_excerpt: !méta description | !description seo | !métadescription | !meta description seo |
            !balise meta description | !balise méta description | !description méta | !méta desc |
            !métadescription seo
        tags: !étiquettes | !tags seo | !balises seo | !mots clés seo | !étiquettes suggérées |
            !tags suggérés | ~étiquette | !étiquettes wordpress
        keywords: !mots clés | !mots clés secondaires | !mots clefs | !mots clés associés |
            !mots clés complémentaires | !expressions clés secondaires | !requêtes secondaires |
            !mot clé secondaire
        keyphrase: !keyphrase cible | !keyphrase principale | !mot clé principal | !requête cible |
            !expression clé | !mot clé cible | !requête principale | !mot clé focus | !mot clé seo |
            !keyphrase | !requête cible principale | !mot clé cible principal | !expression clé principale |
            !expression clé cible | !phrase clé | !phrase clé principale | !phrase clé cible
        illustrations: !illustrations suggérées | !suggestions d’images | !suggestions d'images |
            !images suggérées | !illustrations proposées | !suggestions d'illustrations |
            !suggestions d’illustrations | !visuels suggérés | !suggestion d'image | !suggestion d’image |
            !idée d'image | !idée d’image | !idées d'images | !idées d’images | !idées de visuels |
            !suggestions de visuels | !suggestion de visuel | !prompt image | !prompts images |
            !prompts d'images | !prompts d’images | !prompt d'image | !prompt d’image | !image suggérée |
            !visuel suggéré | !emplacement d'image suggéré | !emplacement suggéré de l'image |
            !emplacement suggéré pour l'image | !emplacement de l'image | !plan d'illustrations |
            !briefs images | !prompt de l'image à la une | !prompt pour l'image à la une |
            !illustration suggérée | !propositions d'images | !images à prévoir
        cover: ~image à la une | ~image principale
        categories: ~catégorie | !catégories | ~rubrique | !catégorie wordpress | !catégorie suggérée |
            !catégorie proposée
        author: ~auteur | ~autrice | ~auteurs | ~par
        date: ~publié le | ~date de publication
        updated: ~mis à jour | ~mis à jour le | ~mise à jour
        audience: !public cible | !public visé | !lectorat | !audience cible | !cible | !lecteur cible
        search_intent: !intention de recherche | !intention de l'utilisateur | !intention
        word_count: ~nombre de mots | ~mots | !nombre de mots cible | !longueur cible | !longueur visée
        reading_time: ~temps de lecture
        lang: ~langue
        cover_alt: !alt de l'image à la une | !texte alternatif de l'image à la une |
            !texte alternatif image à la une | !balise alt image à la une | !alt image à la une
        slug: !slug url | !slug suggéré | !slug permalien | !permalien slug
        permalink: !permalien | !url proposée | !url suggérée
        internal_links: !liens internes | !maillage interne | !liens internes suggérés |
            !suggestions de liens internes | !suggestions de maillage interne
        external_links: !liens externes | !liens externes suggérés | !suggestions de liens externes |
            !liens sortants
    """),
    metadata_headings=phrases("métadonnées | métadonnées seo | informations seo"),
    metadata_heading_words=phrases("""
        !métadonnées | !rédaction | !publication | !balises | pour | le | la | les | l | d | de | du | des |
        et | éléments | données | informations | infos | paramètres | réglages | notes | onglet | liste |
        fiche | contrôle | vérification | article | champs | optimisation | recommandations | bloc | pack |
        balise
    """),
    label_modifiers=words("""
        suggéré suggérée suggérés suggérées proposé proposée proposés proposées recommandé recommandée
        recommandés recommandées suggestion suggestions de proposition propositions idée idées
    """),
    placeholders=phrases("""
        sans titre | titre ici | votre titre | votre titre ici | description ici |
        votre description ici | votre nom | à compléter | aaaa-mm-jj | jj/mm/aaaa
    """),
    leading_articles=phrases("un | une | le | la | les | des | l' | d'"),
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
        type: type d'image | type | type de visuel | type d’image
        placement: emplacement | position | placement | où | endroit | à placer | à insérer après |
            insérer après | insérer avant | emplacement suggéré
        description: contenu | visuel | sujet | idée
        prompt: prompt ia | prompt image | prompt suggéré | prompt de génération | prompt pour l'ia
        alt: texte alternatif | texte alt | balise alt | attribut alt | alt suggéré
        caption: légende | légende suggérée
        file: fichier | nom de fichier | nom du fichier | fichier image
        size: taille | dimensions | format et taille | taille de l'image
        width: largeur
        height: hauteur
        credit: crédit
        status: statut
        title: titre
        style: style | style visuel
        priority: priorité
        format: format | ratio
    """),
    brief_labels=phrases("""
        titre | type | emplacement | position | texte alternatif | légende | prompt | nom du fichier | style |
        taille | dimensions | format | description | contenu | balise alt
    """),
    brief_types=Meanings("""
        hero: image à la une | bannière | image de couverture | image d'en tête | image principale |
            visuel principal | couverture
        infographic: infographie
        diagram: diagramme | schéma | organigramme
        chart: graphique | graphe | courbe
        map: carte
        table: tableau
        screenshot: capture d'écran
        photo: photographie
        icon: icône
        video: vidéo
        conceptual: illustration conceptuelle | dessin
    """),
    brief_headings=words("image"),
    pictures=phrases("""
        image | illustration | photo | schéma | diagramme | infographie | capture d'écran | visuel | graphique
    """),
    plain_pictures=phrases("image | illustration | visuel | figure | photo"),
    picture_fillers=words("image"),
    picture_keys=words("image"),
    wanted_pictures=phrases("suggérée | à insérer | ici | suggestion | à venir | à placer | manquante | proposée"),
    inserting_words=words("""
        insérer insérez ajouter ajoutez placer placez mettre
    """),
    top=phrases("""
        haut | en haut | début | en tête | haut de page | tout en haut | en haut de page | sous titre |
        après titre | avant introduction | au début | au dessus titre | sous h1 | après h1 |
        avant premier paragraphe | en haut article | haut article
    """),
    end=phrases("fin | à la fin | en bas"),
    after_introduction=phrases("après introduction | après le premier paragraphe | après premier paragraphe"),
    introductions=phrases("introduction"),
    place_fillers=words("de la le du des l article page à l'article juste"),
    placing_words=words("insérer placer"),
    before=phrases("avant"),
    after=phrases("après"),
    within=phrases("dans | en"),
    section_words=words("section"),
    layout_words=words("paragraphe tableau milieu"),
)
