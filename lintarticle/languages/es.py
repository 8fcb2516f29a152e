"""Spanish."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Spanish",
    long_sentence=25,
    stop_words=words("""
        a al algo algunos ante antes aquí así aunque cada casi como con contra cual cuando de del desde
        donde dos e el ella ellas ellos en entre era es esa ese eso esta este esto estos está están fue
        ha hace hacia han hasta hay la las le les lo los me mi mis mucho muy más ni no nos nosotros
        nuestra nuestro o otra otro otros para pero poco por porque pues que quien qué se sea ser si
        sido sin sobre son su sus sí también tan tanto te tiene todo todos tu tus un una uno unos y ya
        yo él
    """),
    connecting_words=words("""
        a al ante aunque como con contra cuando de del desde donde e el en entre hacia hasta la las los
        ni nuestra nuestro o para pero por porque que si sin sobre su sus tu tus un una unos unas y
    """),
    function_words=NOTHING,
    and_words=words("y"),
    bylines=phrases("por"),
    abbreviations=words("""
        abr admón ago apdo aprox art av avd avda cap cía depto dic dr dra dña ed eds ej ene etc feb fig
        jul jun ltda máx mín no nov núm oct prof pág págs ref sept sr sra sres srta tel ud uds vol vs
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~título | !título sugerido
        seo_title: !título seo | !meta título | !metatítulo | !etiqueta de título | !etiqueta title
        excerpt: !extracto seo | !extracto | ~descripción | ~resumen | ~descripción corta |
            ~entradilla
        seo_excerpt: !meta descripción | !metadescripción | !descripción seo | !descripción meta
        tags: !etiquetas | !etiquetas seo | !etiquetas sugeridas
        keywords: !palabras clave | !palabras clave secundarias
        keyphrase: !palabra clave principal | !frase clave | !palabra clave objetivo |
            !frase clave objetivo | ~palabra clave
        illustrations: !ilustraciones sugeridas | ~ilustraciones | !imágenes sugeridas |
            !sugerencias de imágenes | !sugerencias de ilustraciones
        cover: ~imagen destacada | ~imagen de portada
        categories: ~categoría | !categorías
        author: ~autor | ~autora | ~autores | ~por
        date: ~fecha | ~publicado | ~fecha de publicación | ~publicado el
        updated: ~actualizado | ~última actualización | ~actualizado el
        audience: !público objetivo | !audiencia objetivo | !público destinatario | ~audiencia
        search_intent: !intención de búsqueda
        word_count: ~número de palabras | ~recuento de palabras | ~palabras
        reading_time: ~tiempo de lectura
        lang: ~idioma
    """),
    metadata_headings=phrases("metadatos | metadatos seo | información seo"),
    placeholders=phrases("""
        sin título | título aquí | tu título | tu título aquí | descripción aquí | tu nombre |
        por definir | aaaa-mm-dd | dd/mm/aaaa
    """),
    alt_openers=phrases("""
        imagen de | una imagen de | foto de | una foto de | fotografía de | una fotografía de |
        la imagen muestra | esta imagen muestra | gráfico de
    """),
    file_alts=phrases("""
        imagen | foto | fotografía | captura | captura de pantalla | pantallazo | figura | ilustración |
        diagrama | gráfico | logo | texto alternativo
    """),
    generic_links=phrases("""
        click aquí | click aqui | clicka aquí | clicka aqui | haz clic aquí | haga clic aquí |
        pincha aquí | pincha aqui | aquí | aqui | más | mas | más información | más informacion |
        mas información | mas informacion | este | enlace | este enlace | empezar | leer más | ver más |
        saber más
    """),
    toasts=phrases("el enlace ha sido copiado | enlace copiado | enlace copiado al portapapeles"),
    interface_lines=phrases("compartir este artículo | publicidad | suscríbete ahora"),
    stand_ins=phrases("tu nombre | su nombre | tu empresa | su empresa"),
    template_words=phrases("plantilla | plantillas"),
    assistant_agrees=phrases("¡claro! | ¡por supuesto!"),
    assistant_presents=phrases("aquí"),
    assistant_offers=phrases("""
        ¿quieres que | ¿quiere que | ¿te gustaría que | ¿le gustaría que | ¿deseas que | ¿desea que
        | si quieres, puedo | si lo deseas, puedo | si lo desea, puedo
    """),
    assistant_closes=phrases("""
        espero que esto te ayude | espero que esto le ayude | espero que te sea útil | espero que
        esto sea útil | avísame si | hazme saber si | házmelo saber
    """),
    brief_parts=Meanings("""
        type: tipo
        placement: ubicación | colocación | posición
        description: descripción | contenido
        prompt: prompt de generación
        alt: texto alternativo
        caption: leyenda | pie de foto | pie de imagen
        file: archivo | nombre de archivo
        size: tamaño | dimensiones
        width: ancho
        height: alto | altura
        credit: crédito | créditos | fuente
        status: estado
        title: título
        style: estilo
        priority: prioridad
    """),
    brief_labels=phrases("título | descripción"),
    brief_types=Meanings("""
        hero: imagen destacada | portada | cabecera
        infographic: infografía
        diagram: diagrama | diagrama de flujo
        chart: gráfico
        map: mapa
        table: tabla
        screenshot: captura de pantalla
        photo: foto | fotografía
        conceptual: ilustración
        icon: icono | ícone
        video: vídeo
    """),
    brief_headings=words("imagen"),
    pictures=phrases("imagen | ilustración"),
    plain_pictures=phrases("imagen | ilustración"),
    picture_fillers=words("imagen"),
    picture_keys=words("imagen"),
    wanted_pictures=phrases("sugerida | sugerencia"),
    top=phrases("arriba | inicio | principio | parte superior | cabecera | encabezado"),
    end=phrases("final | al final | pie | abajo | fin"),
    after_introduction=phrases("después introducción | tras introducción"),
    introductions=phrases("introducción"),
    place_fillers=words("de del la el"),
    placing_words=words("insertar colocar"),
    before=phrases("antes de | antes del"),
    after=phrases("después de | después del | tras"),
    within=phrases("en"),
    section_words=words("sección"),
    layout_words=words("párrafo tabla medio"),
)
