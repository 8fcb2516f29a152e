"""Portuguese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Portuguese",
    long_sentence=25,
    stop_words=words("""
        a ainda algo alguns antes ao aos apenas aquela aquele aqui as assim até cada com como contra da
        das de depois desde dessa desse desta deste do dos e ela elas ele eles em entre era essa esse
        esta este está estão eu foi for há isso isto já lhe mais mas me mesmo meu minha muito na nas nem
        no nos nossa nosso num numa não nós o onde os ou outra outro para pela pelas pelo pelos pode por
        porque pouco quais qual quando que quem se sem ser seu seus sido sobre sua suas são só também te
        tem todo todos tu tudo um uma umas uns você vocês à às é
    """),
    connecting_words=words("""
        a à ao aos às com como contra da das de desde do dos e em entre mas na nas nem no nos o onde os
        ou para pela pelas pelo pelos por porque quando que se sem sobre sua seu um uma
    """),
    function_words=NOTHING,
    and_words=words("e"),
    bylines=phrases("por"),
    abbreviations=words("""
        abr ago aprox apto art av cap cia depto dez dr dra ed eds etc ex fev fls jan jul jun ltda máx
        mín nov núm obs prof profa pág págs ref sr sra srs tel vol vs
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~título
        seo_title: !título seo | !meta título | !tag de título
        excerpt: !resumo seo | !trecho | !excerto | ~resumo | ~descrição | !trecho seo | !excerto seo
        seo_excerpt: !meta descrição | !metadescrição | !descrição seo
        tags: !etiquetas | !tags sugeridas | !marcadores | !etiquetas seo
        keywords: !palavras chave | !palavras chave secundárias
        keyphrase: !palavra chave principal | !frase chave | !palavra chave foco | !palavra chave alvo |
            ~palavra chave
        illustrations: !ilustrações sugeridas | ~ilustrações | !imagens sugeridas |
            !sugestões de imagens | !sugestões de ilustrações
        cover: ~imagem destacada | ~imagem de destaque | ~imagem de capa
        categories: ~categoria | !categorias
        author: ~autor | ~autora | ~autores
        date: ~data | ~publicado | ~publicado em | ~data de publicação
        updated: ~atualizado | ~última atualização | ~atualizado em
        audience: !público alvo | !público
        search_intent: !intenção de busca | !intenção de pesquisa
        word_count: ~contagem de palavras | ~número de palavras
        reading_time: ~tempo de leitura
        lang: ~idioma
    """),
    metadata_headings=phrases("metadados | metadados seo"),
    placeholders=phrases("""
        sem título | título aqui | seu título | seu título aqui | descrição aqui | seu nome |
        a definir | aaaa-mm-dd | dd/mm/aaaa
    """),
    alt_openers=phrases("""
        imagem de | uma imagem de | foto de | uma foto de | fotografia de | uma fotografia de |
        a imagem mostra | esta imagem mostra
    """),
    file_alts=phrases("""
        imagem | foto | fotografia | captura de tela | captura de ecrã | figura | ilustração |
        diagrama | gráfico | logo | texto alternativo
    """),
    generic_links=phrases("""
        clique aqui | ir | mais informação | mais informações | mais | veja mais | aqui | este link |
        link | leia mais | saiba mais
    """),
    toasts=phrases("o link foi copiado | link copiado"),
    interface_lines=phrases("compartilhe este artigo | publicidade"),
    stand_ins=phrases("seu nome"),
    template_words=phrases("modelo | modelos"),
    assistant_agrees=phrases("claro!"),
    assistant_presents=phrases("aqui está"),
    assistant_offers=phrases("""
        gostaria que eu | quer que eu | você quer que eu | você gostaria que eu | deseja que eu | se
        quiser, posso | se você quiser, posso
    """),
    assistant_closes=phrases("""
        espero que isso ajude | espero que isto ajude | espero ter ajudado | me avise se | avise-me
        se | me diga se
    """),
    brief_parts=Meanings("""
        type: tipo
        placement: posição | localização | posicionamento
        description: descrição | conteúdo
        caption: legenda
        file: nome do arquivo | arquivo | ficheiro
        size: tamanho | dimensões
        width: largura
        height: altura
        credit: fonte
        status: estado
        title: título
        style: estilo
        priority: prioridade
        alt: texto alternativo
    """),
    brief_labels=phrases("descrição"),
    brief_types=Meanings("""
        hero: imagem destacada | capa
        infographic: infografia
        diagram: diagrama | fluxograma
        chart: gráfico
        map: mapa
        table: tabela
        screenshot: captura de tela
        photo: foto | fotografia
        conceptual: ilustração
        icon: ícone
        video: vídeo
    """),
    brief_headings=words("imagem"),
    pictures=phrases("imagem | ilustração"),
    plain_pictures=phrases("imagem | ilustração"),
    picture_fillers=words("imagem"),
    picture_keys=words("imagem"),
    wanted_pictures=phrases("sugestão"),
    top=phrases("topo | início | começo"),
    end=phrases("fim | rodapé | final"),
    after_introduction=phrases("após introdução | depois introdução"),
    introductions=phrases("introdução"),
    place_fillers=words("de"),
    placing_words=words("inserir colocar"),
    before=phrases("antes de | antes da | antes do"),
    after=phrases("após | depois de | depois da | depois do"),
    within=phrases("no | na seção"),
    section_words=words("seção"),
    layout_words=words("parágrafo tabela meio"),
)
