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
    doubled_words=words("""
        así bien casi claro despacio luego mucho muy más nada no nos paso poco que rápido se si solo sí sólo
        tan tanto ya
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~título | !título sugerido | !opciones de título | !propuesta de título | !título propuesto |
            ~título del artículo
        seo_title: !título seo | !meta título | !metatítulo | !etiqueta de título | !etiqueta title |
            !title seo | !título meta | !meta title | !título para seo
        excerpt: !extracto seo | !extracto | ~descripción | ~resumen | ~descripción corta | ~entradilla |
            !extracto wordpress
        seo_excerpt: !meta descripción | !metadescripción | !descripción seo | !descripción meta |
            !metadescripción seo | !meta description | !descripción para seo | !meta descripción seo
        tags: !etiquetas | !etiquetas seo | !etiquetas sugeridas | !etiquetas wordpress | ~etiqueta
        keywords: !palabras clave | !palabras clave secundarias | !keywords secundarias |
            !palabras clave relacionadas | !palabras clave lsi | !palabra clave secundaria
        keyphrase: !palabra clave principal | !frase clave | !palabra clave objetivo | !frase clave objetivo |
            ~palabra clave | !keyword principal | !frase clave principal | !palabra clave foco |
            !palabra clave de enfoque | !frase clave de enfoque | !palabra clave seo | !palabra clave focal
        illustrations: !ilustraciones sugeridas | ~ilustraciones | !imágenes sugeridas |
            !sugerencias de imágenes | !sugerencias de ilustraciones | !sugerencia de imagen |
            !idea de imagen | !ideas de imágenes | !imagen sugerida | !prompt de imagen |
            !prompts de imágenes | !prompts de imagen | !prompts para imágenes | !prompt para la imagen |
            !prompt para la imagen destacada | !prompt de la imagen destacada |
            !ubicación sugerida de la imagen | !ubicación de la imagen | !ubicación de imagen sugerida |
            !imágenes recomendadas | !plan de imágenes | !propuestas de imágenes | !ilustración sugerida |
            !sugerencias visuales | !recursos visuales sugeridos
        cover: ~imagen destacada | ~imagen de portada
        categories: ~categoría | !categorías | !categoría sugerida | !categoría recomendada |
            !categorías sugeridas
        author: ~autor | ~autora | ~autores | ~por
        date: ~fecha | ~publicado | ~fecha de publicación | ~publicado el
        updated: ~actualizado | ~última actualización | ~actualizado el
        audience: !público objetivo | !audiencia objetivo | !público destinatario | ~audiencia |
            !lector objetivo | !público meta
        search_intent: !intención de búsqueda | !intención del usuario
        word_count: ~número de palabras | ~recuento de palabras | ~palabras | !extensión objetivo |
            !número de palabras objetivo | !recuento objetivo de palabras
        reading_time: ~tiempo de lectura
        lang: ~idioma
        cover_alt: !texto alternativo de la imagen destacada | !alt de la imagen destacada |
            !texto alt de la imagen destacada | !alt imagen destacada
        slug: !slug sugerido | !slug url | !slug propuesto
        permalink: !enlace permanente | !url sugerida | !url propuesta
        internal_links: !enlaces internos | !enlaces internos sugeridos | !enlazado interno |
            !sugerencias de enlaces internos
        external_links: !enlaces externos | !enlaces externos sugeridos | !sugerencias de enlaces externos
    """),
    metadata_headings=phrases("metadatos | metadatos seo | información seo"),
    metadata_heading_words=phrases("""
        !metadatos | !redacción | !publicación | para | el | la | los | las | de | del | y | datos |
        información | notas | ajustes | configuración | elementos | campos | lista | comprobación |
        verificación | artículo | entrada | optimización | recomendaciones | bloque | ficha
    """),
    label_modifiers=words("""
        sugerido sugerida sugeridos sugeridas propuesto propuesta propuestos propuestas recomendado
        recomendada recomendados recomendadas sugerencia sugerencias opción opciones idea ideas de
    """),
    placeholders=phrases("""
        sin título | título aquí | tu título | tu título aquí | descripción aquí | tu nombre |
        por definir | aaaa-mm-dd | dd/mm/aaaa
    """),
    leading_articles=phrases("un | una | unos | unas | el | la | los | las"),
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
        type: tipo | tipo de imagen | tipo de visual
        placement: ubicación | colocación | posición | lugar | dónde | ubicación sugerida |
            insertar después de | insertar tras
        description: descripción | contenido | idea | escena | concepto
        prompt: prompt de generación | prompt sugerido | prompt de imagen | prompt para ia
        alt: texto alternativo | alt | texto alt | etiqueta alt | atributo alt
        caption: leyenda | pie de foto | pie de imagen | pie
        file: archivo | nombre de archivo | nombre del archivo | fichero
        size: tamaño | dimensiones | medidas | tamaño sugerido
        width: ancho
        height: alto | altura
        credit: crédito | créditos | fuente
        status: estado
        title: título
        style: estilo | estilo visual
        priority: prioridad
        format: formato | relación de aspecto
    """),
    brief_labels=phrases("""
        título | descripción | tipo | ubicación | posición | colocación | texto alternativo | pie de foto |
        leyenda | prompt | nombre del archivo | nombre de archivo | estilo | tamaño | formato | alt
    """),
    brief_types=Meanings("""
        hero: imagen destacada | portada | cabecera | imagen principal | imagen de portada |
            imagen de cabecera
        infographic: infografía
        diagram: diagrama | diagrama de flujo | esquema
        chart: gráfico | gráfica
        map: mapa
        table: tabla
        screenshot: captura de pantalla
        photo: foto | fotografía
        conceptual: ilustración | dibujo
        icon: icono | ícone
        video: vídeo
    """),
    brief_headings=words("imagen"),
    pictures=phrases("""
        imagen | ilustración | diagrama | infografía | captura de pantalla | foto | fotografía | gráfico |
        esquema
    """),
    plain_pictures=phrases("imagen | ilustración | foto | figura"),
    picture_fillers=words("imagen"),
    picture_keys=words("imagen"),
    wanted_pictures=phrases("sugerida | sugerencia | aquí | pendiente | propuesta"),
    inserting_words=words("""
        insertar inserte inserta añadir añada añade agregar agregue colocar coloque poner incluir
    """),
    top=phrases("""
        arriba | inicio | principio | parte superior | cabecera | encabezado | arriba de todo | al inicio |
        al principio | comienzo | tope | debajo título | bajo título | después título | antes introducción |
        después h1 | tras título | bajo h1 | en parte superior
    """),
    end=phrases("final | al final | pie | abajo | fin | parte inferior"),
    after_introduction=phrases("""
        después introducción | tras introducción | después primer párrafo | después de introducción |
        tras primer párrafo
    """),
    introductions=phrases("introducción"),
    place_fillers=words("de del la el artículo entrada post página justo los las en"),
    placing_words=words("insertar colocar"),
    before=phrases("antes de | antes del | encima de | encima del"),
    after=phrases("después de | después del | tras | debajo de | debajo del"),
    within=phrases("en | dentro de | dentro del | en sección"),
    section_words=words("sección apartado"),
    layout_words=words("párrafo tabla medio"),
)
