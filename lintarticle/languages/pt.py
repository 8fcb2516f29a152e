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
    doubled_words=words("""
        assim bem cedo devagar já logo mais mal muito nada nos não nós para pouco quase que se sim só tanto
        tudo tão
    """),
    length_units=phrases("caract"),
    labels=Meanings("""
        title: ~título | !título sugerido | !opções de título | !sugestões de título | ~título do artigo
        seo_title: !título seo | !meta título | !tag de título | !title seo | !title tag | !meta title |
            !título para seo | !título meta
        excerpt: !resumo seo | !trecho | !excerto | ~resumo | ~descrição | !trecho seo | !excerto seo |
            !resumo wordpress
        seo_excerpt: !meta descrição | !metadescrição | !descrição seo | !meta description | !descrição meta |
            !meta descrição seo | !descrição para seo
        tags: !etiquetas | !tags sugeridas | !marcadores | !etiquetas seo | !tags wordpress
        keywords: !palavras chave | !palavras chave secundárias | !palavras chave relacionadas |
            !keywords secundárias | !palavra chave secundária
        keyphrase: !palavra chave principal | !frase chave | !palavra chave foco | !palavra chave alvo |
            ~palavra chave | !palavra chave em foco | !palavra chave de foco | !frase chave de foco |
            !frase chave em foco | !keyword principal | !frase chave principal | !palavra chave foco seo
        illustrations: !ilustrações sugeridas | ~ilustrações | !imagens sugeridas | !sugestões de imagens |
            !sugestões de ilustrações | !sugestão de imagem | !ideia de imagem | !ideias de imagens |
            !imagem sugerida | !prompt de imagem | !prompts de imagens | !prompts de imagem |
            !prompts para imagens | !prompt da imagem destacada | !prompt para a imagem destacada |
            !prompt da imagem de destaque | !posicionamento da imagem | !posicionamento sugerido da imagem |
            !plano de imagens | !imagens recomendadas | !sugestões visuais | !ilustração sugerida
        cover: ~imagem destacada | ~imagem de destaque | ~imagem de capa
        categories: ~categoria | !categorias | !categoria sugerida | !categorias sugeridas
        author: ~autor | ~autora | ~autores
        date: ~data | ~publicado | ~publicado em | ~data de publicação
        updated: ~atualizado | ~última atualização | ~atualizado em
        audience: !público alvo | !público | !público leitor | !leitor alvo
        search_intent: !intenção de busca | !intenção de pesquisa | !intenção do usuário
        word_count: ~contagem de palavras | ~número de palavras | !contagem de palavras alvo |
            !meta de palavras | !extensão alvo
        reading_time: ~tempo de leitura
        lang: ~idioma
        cover_alt: !texto alternativo da imagem destacada | !alt da imagem destacada |
            !texto alternativo da imagem de destaque | !alt da imagem de destaque
        slug: !slug sugerido | !slug da url
        permalink: !link permanente | !url sugerida | !url amigável
        internal_links: !links internos | !links internos sugeridos | !linkagem interna |
            !sugestões de links internos
        external_links: !links externos | !links externos sugeridos | !sugestões de links externos
    """),
    metadata_headings=phrases("metadados | metadados seo"),
    metadata_heading_words=phrases("""
        !metadados | !redação | !publicação | para | o | a | os | as | de | do | da | dos | das | e | dados |
        informações | notas | configurações | configuração | definições | elementos | campos | lista |
        verificação | artigo | postagem | otimização | recomendações | bloco | ficha | checklist
    """),
    label_modifiers=words("""
        sugerido sugerida sugeridos sugeridas proposto proposta recomendado recomendada recomendados
        recomendadas sugestão sugestões opção opções ideia ideias de
    """),
    placeholders=phrases("""
        sem título | título aqui | seu título | seu título aqui | descrição aqui | seu nome |
        a definir | aaaa-mm-dd | dd/mm/aaaa
    """),
    leading_articles=phrases("um | uma | o | a | os | as"),
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
        type: tipo | tipo de imagem
        placement: posição | localização | posicionamento | onde | local | local sugerido | inserir após |
            inserir depois de
        description: descrição | conteúdo | ideia | cena | conceito
        caption: legenda
        file: nome do arquivo | arquivo | ficheiro | nome do ficheiro | nome do arquivo sugerido
        size: tamanho | dimensões | medidas
        width: largura
        height: altura
        credit: fonte
        status: estado
        title: título
        style: estilo | estilo visual
        priority: prioridade
        alt: texto alternativo | alt | texto alt | atributo alt
        prompt: prompt de imagem | prompt sugerido | prompt para ia
        format: formato | proporção
    """),
    brief_labels=phrases("""
        descrição | tipo | posição | posicionamento | localização | texto alternativo | legenda | prompt |
        nome do arquivo | estilo | tamanho | formato | alt
    """),
    brief_types=Meanings("""
        hero: imagem destacada | capa | imagem de destaque | imagem de capa | imagem principal
        infographic: infografia
        diagram: diagrama | fluxograma | esquema
        chart: gráfico
        map: mapa
        table: tabela
        screenshot: captura de tela
        photo: foto | fotografia
        conceptual: ilustração | desenho
        icon: ícone
        video: vídeo
    """),
    brief_headings=words("imagem"),
    pictures=phrases("""
        imagem | ilustração | diagrama | infográfico | captura de tela | foto | fotografia | gráfico | esquema
    """),
    plain_pictures=phrases("imagem | ilustração | foto | figura"),
    picture_fillers=words("imagem"),
    picture_keys=words("imagem"),
    wanted_pictures=phrases("sugestão | sugerida | aqui | pendente"),
    inserting_words=words("""
        inserir insira adicionar adicione colocar coloque incluir inclua
    """),
    top=phrases("""
        topo | início | começo | em cima | no topo | no início | parte superior | abaixo título |
        depois título | após título | antes introdução | após h1 | abaixo h1 | cabeçalho
    """),
    end=phrases("fim | rodapé | final | no fim | no final | ao final"),
    after_introduction=phrases("""
        após introdução | depois introdução | após primeiro parágrafo | depois primeiro parágrafo |
        após a introdução
    """),
    introductions=phrases("introdução"),
    place_fillers=words("de do da artigo post página o a texto"),
    placing_words=words("inserir colocar"),
    before=phrases("antes de | antes da | antes do | acima de | acima da | acima do"),
    after=phrases("após | depois de | depois da | depois do | depois | abaixo de | abaixo da | abaixo do"),
    within=phrases("no | na seção | dentro de | dentro da | em"),
    section_words=words("seção"),
    layout_words=words("parágrafo tabela meio"),
)
