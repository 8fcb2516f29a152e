"""English."""

from lintarticle.languages import Language, Meanings, phrases, words

LANGUAGE = Language(
    name="English",
    stop_words=words("""
        a about above after again all also although always am an and any are as at be because been
        before being below between both but by can cannot could did do does doing done down during each
        either else etc even ever every few for from further had has have having he her here hers
        herself him himself his how however i if in into is it its itself just like many me might more
        most much must my myself neither no nor not now of off often on once only onto or other our ours
        out over own per quite rather really same shall she should since so some such than that the
        their theirs them themselves then there these they this those though through thus to too under
        until up upon us very via was we were what when where whether which while who whom whose why
        will with within without would yet you your yours
    """),
    connecting_words=words("""
        a an and as at because but by for from if in into of on onto or our than that the their this to
        upon via when where whether which while whose with without your
    """),
    function_words=words("the and of to is in that it for with this are on you not be as from have was or we"),
    and_words=words("and"),
    bylines=phrases("by | written by"),
    abbreviations=words("""
        al approx apr apt assn assoc aug ave blvd bros ca cf ch co corp dec dept dr ed eds est etc ext
        feb fig ft gov inc jan jr jul jun ltd mar misc mr mrs ms mt no nos nov nr oct op pl pp prof rd
        ref rev sep sept sgt sr st tel univ ver vol vols vs art eq figs gen max min p resp sen sig str
    """),
    doubled_words=words("""
        again ah all are as at be beep bla blah buy bye can choo chop clap did ding do down etc far ha had
        hear her him hip his ho hot hush in is it knock long ma many meow million more much no now off oh on
        one out over pa please really said she so some tap that them there they this three tick too tsk tut
        two up us very was well were what which who why will win woof would yada yes you
    """),
    length_units=phrases("char | word | sign | px | pixel"),
    labels=Meanings("""
        title: ~title | ~headline | ~article title | ~post title | ~blog title | !suggested title |
            ~page title | ~h1 | !suggested headline
        seo_title: !seo title | !meta title | !title tag | !suggested title tag | !seo title tag |
            !html title | !seo headline | !meta title tag | !seo page title | !seo title suggestion |
            !title for seo | !search title
        excerpt: !seo excerpt | excerpt | ~description | ~summary | !custom excerpt | !suggested excerpt |
            !post excerpt | !article excerpt | !short description | ~abstract | ~article summary |
            !excerpt summary | ~teaser | ~lede | ~standfirst | ~dek | !wordpress excerpt |
            !recommended excerpt | !blog excerpt
        seo_excerpt: !meta description | !seo description | !suggested meta description |
            !seo meta description | !metadescription | !search description | !meta desc | !meta
        social_title: !og title | !social title | !twitter title | !open graph title | !facebook title |
            !x title | !linkedin title
        social_excerpt: !og description | !social description | !twitter description |
            !open graph description | !facebook description | !linkedin description
        tags: !seo tags | tags | !suggested tags | !post tags | !article tags | !blog tags | ~tag |
            ~hashtags | !recommended tags | ~topics | ~labels | !wordpress tags | !recommended hashtags |
            !suggested hashtags
        keywords: keywords | !secondary keywords | !seo keywords | !meta keywords | !secondary keyword |
            !related keywords | !additional keywords | !long tail keywords | !lsi keywords |
            !supporting keywords | !secondary keyphrases | !secondary kw | !secondary kws |
            !semantic keywords | !related keyphrases | !lsi terms | !long tail keyphrases
        keyphrase: !focus keyphrase | !focus keyword | !primary keyword | !target keyword | !target keywords |
            ~keyword | !focus keywords | !primary keywords | !main keyword | !seo keyword | !keyphrase |
            !seo keyphrase | !primary keyphrase | !target keyphrase | !focus key phrase |
            !primary seo keyword | !main keywords | !primary kw | !main kw | !focus kw | !target kw |
            !primary search term | !main keyphrase | !target query | !primary query
        illustrations: !suggested illustrations | ~illustrations | !image suggestions | !image plan |
            !post images | !suggested image | !suggested images | !suggested visuals |
            !featured image prompt | !image generation prompts | !illustration suggestions |
            !suggested illustration | !image prompts | !image prompt | !visual suggestions |
            !recommended images | !image ideas | !illustration ideas | !suggested graphics |
            !hero image prompt | !cover image prompt | !recommended illustrations | !image briefs |
            !illustration briefs | !illustration plan | !suggested media | !ai image prompts |
            !image placements | !suggested image placements | !visual assets | !image recommendations |
            !illustration prompts | !suggested featured image | !image suggestion | !image idea |
            !visual suggestion | !visual idea | !visual ideas | !illustration idea |
            !illustration suggestion | !suggested visual | !image placement plan | !image recommendation |
            !suggested image placement | !image placement | !suggested illustration placement |
            !suggested visual placement | !image placement suggestion | !ai image prompt |
            !image generation prompt | !illustration prompt | !visual prompts | !visual prompt |
            !visual plan | !visuals plan | !image brief | !illustration brief | !photo suggestion |
            !photo suggestions | !suggested photo | !suggested photos | !infographic suggestion |
            !infographic idea | !graphic suggestion | !graphic suggestions | !screenshot suggestions |
            !suggested screenshots | !media suggestions | !image list | !recommended image |
            !recommended visuals | !midjourney prompts | !midjourney prompt | !dall e prompt |
            !dall e prompts | !thumbnail prompt | !featured image suggestion | !featured image idea |
            !hero image suggestion | !cover image suggestion | !image and visual suggestions |
            !images and visuals | !image concepts
        cover: ~featured image | ~cover image | ~hero image | ~cover | ~thumbnail | ~header image |
            ~feature image
        cover_alt: !featured image alt text | !cover image alt text | !cover alt | !hero image alt text |
            !featured image alt | !hero image alt | !cover image alt | !header image alt |
            !featured image alt tag | !alt text for featured image | !header image alt text |
            !thumbnail alt text
        slug: slug | !url slug | !seo slug | !suggested slug | !post slug | !slug url | !suggested url slug |
            !permalink slug | !slug suggestion | !url slug suggestion
        permalink: ~url | permalink | !suggested url | ~url path | ~link | !recommended url | !proposed url |
            !suggested permalink
        canonical_url: !canonical | !canonical url | !canonical link
        categories: ~category | categories | !suggested category | !suggested categories | !post category |
            !blog category | !wordpress category | !recommended category | !recommended categories
        author: ~author | ~authors | ~by | ~written by | ~byline | ~writer
        date: ~date | ~published | ~publish date | ~publication date | ~published on | ~date published |
            ~pub date | ~posted | ~posted on
        updated: ~updated | ~last updated | ~last modified | ~modified | ~date modified | ~last update
        audience: !target audience | ~audience | !intended audience | !target reader | !target readers |
            ~who this is for | !reader persona | !target persona | !ideal reader
        search_intent: !search intent | !user intent | !keyword intent | !searcher intent | !query intent
        word_count: ~word count | ~words | !target word count | !approximate word count | ~length |
            !word count target | !target length | !target word count range | !recommended word count |
            !article length
        reading_time: ~reading time | ~read time | !estimated reading time | !estimated read time |
            ~time to read
        status: ~status
        lang: ~language | ~lang | ~locale
        series: ~series | ~part of series
        internal_links: !suggested internal links | !internal links | !internal linking suggestions |
            !internal link suggestions | !internal linking opportunities | !internal link opportunities |
            !internal linking | !internal link ideas | !recommended internal links | !related internal links
        schema: !schema markup | !schema type | !structured data | !schema suggestion | !recommended schema |
            !schema recommendation
        content_type: ~content type | ~article type | ~post type
        cover_caption: !featured image caption | !hero image caption | !cover image caption
        external_links: !suggested external links | !external links | !external linking | !outbound links |
            !external link suggestions | !external linking opportunities | !recommended external links |
            !external sources to link
    """),
    metadata_headings=phrases("""
        seo | seo metadata | seo meta | seo meta data | wordpress seo | yoast seo | rank math seo |
        meta | meta data | metadata | meta information | seo information | seo info | seo details |
        seo data | seo notes | seo settings | seo block | seo elements | seo package | seo section |
        post metadata | post metadata suggestions | article metadata | blog metadata |
        blog post metadata | suggested metadata | metadata suggestions | posting notes |
        publishing notes | publication notes | publishing details | publishing metadata |
        publishing info | publishing information | editorial notes | editorial metadata | editor notes |
        seo and metadata | seo & metadata | metadata and seo | metadata & seo | seo meta information |
        seo meta tags | meta tags | seo recommendations | seo suggestions | seo optimization |
        seo optimisation | seo summary | content metadata | front matter | frontmatter
    """),
    metadata_heading_words=phrases("""
        !seo | !meta | !metadata | !yoast | !wordpress | !cms | !rank math | !rankmath | !front matter |
        !frontmatter | !editor | !editors | !editorial | !publishing | !publication | !publish | !webmaster |
        !ghost | !hubspot | !webflow | !aioseo | !squarespace | !shopify | for | the | this | in | of | and |
        to | article | post | blog | page | note | notes | setting | settings | checklist | information |
        info | details | data | element | elements | package | section | block | box | tab | field | fields |
        content | setup | config | configuration | recommendations | suggestions | brief | overview | score |
        plugin | only | internal | appendix | sheet | handoff | upload | entry | inputs | final | suggested |
        recommended | proposed | pack | kit | on
    """),
    label_modifiers=words("""
        suggested suggestion suggestions recommended recommendation recommendations proposed option options
        idea ideas yoast final optimized optimised rankmath
    """),
    placeholders=phrases("""
        untitled | todo | tbd | tba | fixme | lorem ipsum | placeholder | your title here | your title |
        title here | insert title here | your description here | description here | add a description |
        add description here | your excerpt here | your name | your name here | author name |
        my post title | post title | title of your post | tag1 | tag 1 | your tag | coming soon | xxx |
        changeme | change me | example title | n/a | short description here | write your excerpt here |
        yyyy-mm-dd
    """),
    leading_articles=phrases("a | an | the | your"),
    alt_openers=phrases("""
        image of | images of | picture of | pictures of | photo of | photos of | photograph of |
        graphic of | a graphic of | an image of | a picture of | a photo of | a photograph of |
        image showing | picture showing | photo showing | an image showing | a picture showing |
        a photo showing | an image that shows | this image shows | this is an image of |
        this is a picture of
    """),
    file_alts=phrases("""
        image | images | img | picture | pic | photo | photograph | screenshot | screen shot |
        screen capture | screencap | figure | fig | graphic | illustration | diagram | chart | graph |
        icon | logo | banner | thumbnail | cover | cover image | hero | hero image | header image |
        featured image | untitled | alt | alt text | image description | placeholder
    """),
    generic_links=phrases("""
        click here | click this | here | information | learn more | more | more info |
        more information | right here | read more | see more | start | this | this link | link |
        see here | find out more | tap here | continue reading | this page | view more
    """),
    toasts=phrases("""
        the link has been copied | link has been copied | link copied | link copied to clipboard |
        link copied to the clipboard | url copied | url copied to clipboard | copied to clipboard |
        copied to the clipboard | the link was copied | the url has been copied
    """),
    interface_lines=phrases("""
        share this article | share this post | share this story | share this page | share this |
        share article | share on facebook | share on twitter | share on x | share on linkedin |
        share on whatsapp | share via email | tweet this | pin it | copy link | copy url |
        print this page | print this article | advertisement | advertisements |
        article continues below | article continues below advertisement | story continues below |
        story continues below advertisement | continue reading below | sponsored content |
        subscribe now | sign up now | skip to content | skip to main content | back to top |
        click to share | loading comments | leave a comment | minimize | save for later |
        listen to this article | accept all cookies | accept cookies | manage cookies | cookie settings |
        toggle navigation | open in app | you need to enable javascript to run this app |
        please enable javascript to view the comments | min read | minute read
    """),
    stand_ins=phrases("""
        my name | author name | author's name | authors name | first name | last name | full name |
        company name | client name | customer name | product name | brand name | business name |
        event name | name | company | client | product | date | location | city, state | phone number |
        email | email address | author | link here | tbd | todo
    """),
    template_words=phrases("""
        template | templates | placeholder | placeholders | replace | bracket | brackets | fill in |
        fill out | filled in | filled out | filling in | filling out | prompt | prompts | syntax
    """),
    assistant_agrees=phrases("""
        certainly! | certainly, | certainly. | certainly: | sure! | sure, | sure. | sure: |
        sure thing! | sure thing, | sure thing. | sure thing: | of course! | of course, | of course. |
        of course: | absolutely! | absolutely, | absolutely. | absolutely: | great question! |
        great question, | great question. | great question:
    """),
    assistant_presents=phrases("here's | here is | here are | i'd be happy | i would be happy"),
    assistant_offers=phrases("""
        would you like me to | do you want me to | want me to | should i also | if you'd
        like, i can | if you would like, i can | if you want, i can | i can also help you | let me
        know if you'd like me to | let me know if you would like me to | let me know if you want me
        to | let me know if you need any changes | let me know if you'd like any changes | let me
        know if you would like any | let me know if you'd like any | let me know if you need further
        | is there anything else you'd like me to | feel free to ask if you need | here's the
        revised version | here is the revised version | here's the updated version | here is the
        updated version
    """),
    assistant_closes=phrases("""
        i hope this helps | hope this helps | let me know if | let me know how | feel free to ask |
        is there anything else
    """),
    brief_parts=Meanings("""
        type: type | image type | kind | illustration type | visual type
        placement: placement | place | position | location | section | suggested placement | image placement |
            insert after | insert before | insert in | insert at | place after | place before | goes after |
            after section | after heading | suggested image placement | recommended placement | where |
            where to place | insertion point | where it goes | placement in article
        description: description | concept | content | subject | visual | scene | shows | what it shows |
            idea | details | image description | visual description | brief | suggested image | image idea |
            image concept | what to show | visual concept | scene description
        prompt: prompt | ai prompt | image prompt | generation prompt | ai generation prompt |
            image generation prompt | ai image prompt | midjourney prompt | dall-e prompt | dalle prompt |
            suggested prompt | prompt for ai | chatgpt prompt | image gen prompt | prompt text | prompt idea |
            text to image prompt
        alt: alt | alt text | alttext | alt tag | alt attribute | alternative text | image alt |
            suggested alt text | image alt text | suggested alt | alt description | accessibility text
        caption: caption | image caption | suggested caption | figure caption
        file: file | filename | file name | image file | path | file path | image path | src | source file |
            suggested filename | suggested file name | image url | suggested file | save as | image filename |
            image name | image file name
        size: size | dimensions | dimension | resolution | image size | recommended size | suggested size |
            pixel size
        width: width
        height: height
        credit: credit | credits | photo credit | image credit | attribution | photographer | source
        status: status | state
        title: title | image title | name | headline | heading
        style: style | visual style | art style | image style | illustration style | style notes | style guide
        format: format | aspect ratio | ratio | orientation | file format
        license: license | licence | usage rights
        priority: priority
        complexity: complexity
        purpose: purpose | goal | why | rationale
        note: note | notes | color palette | colour palette | colors | colours | mood | tool | tools | tags |
            keywords | elements | text overlay | composition | background | lighting | source type | number |
            id
    """),
    brief_labels=phrases("""
        title | description | status | type | alt | alt text | caption | file | file name | filename | path |
        placement | position | location | insert after | insert before | prompt | generation prompt |
        ai prompt | ai generation prompt | image prompt | featured image prompt | format | style | size |
        dimensions | purpose | concept | content | credit | priority | complexity | cover image | hero image |
        featured image | header image | cover | thumbnail | image | illustration | suggested placement |
        image placement | recommended placement | alt tag | suggested alt text | suggested filename |
        image type | ai image prompt | image generation prompt | midjourney prompt | dall e prompt |
        image style | suggested caption | aspect ratio | where | suggested size | image description |
        visual description
    """),
    brief_types=Meanings("""
        social: social | social cover | social card | social media | social image | og | og image |
            open graph | opengraph | twitter | twitter card | facebook | linkedin | social share
        hero: hero | header | cover | featured | feature | banner | lead | main | thumbnail | opener |
            key visual | feature image | teaser | title image | hero shot | blog header | header graphic |
            cover graphic | banner image
        section: section | section image | section break | divider | spot | inline
        infographic: infographic | infographics | info graphic | timeline | timeline graphic
        diagram: diagram | diagrams | flowchart | flow chart | flow | architecture | schematic | schema |
            mind map | mindmap | sequence diagram | process | blueprint | wireframe | workflow
        chart: chart | charts | graph | graphs | plot | bar chart | line chart | pie chart | bar graph |
            line graph | scatter plot | histogram | data visualization | data visualisation | visualization |
            visualisation
        map: map | maps | world map | heat map | heatmap
        table: table | comparison table | matrix
        screenshot: screenshot | screenshots | screen shot | screen capture | screencap | screengrab
        photo: photo | photos | photograph | photography | stock photo | stock | portrait | headshot
        conceptual: conceptual | concept | illustration | illustrations | abstract | drawing | artwork | art |
            collage | cartoon | comic | sketch | painting | rendering | render | metaphor
        icon: icon | icons | logo | badge | icon set | symbol
        video: video | video still | animation | gif | clip | embed
    """),
    brief_headings=words("""
        image illustration hero figure infographic diagram chart photo picture screenshot cover banner
        thumbnail map visual prompt graphic section placement
    """),
    pictures=phrases("""
        image | illustration | photo | picture | screenshot | screen shot | figure | diagram |
        infographic | chart | graphic | visual
    """),
    plain_pictures=phrases("""
        image | illustration | figure | fig. | picture | visual | photo | graphic | img | suggestion
    """),
    picture_fillers=words("""
        image images picture graphic graphics visual visuals suggestion suggested idea placeholder the a
        an of post article blog
    """),
    picture_keys=words("image img picture photo url href"),
    wanted_pictures=phrases("""
        suggestion | suggestions | placeholder | prompt | idea | ideas | needed | here | goes here | to come
        | required | brief | tbd | todo | place holder | suggested | right here | over here | in here
    """),
    inserting_words=words("""
        insert add place put include
    """),
    top=phrases("""
        top | header | hero | beginning | start | opening | cover | banner | featured | above fold |
        above title | below title | under title | after title | beneath title | before introduction |
        before intro | before first paragraph | above introduction | above intro | top before introduction |
        top above introduction | after headline | below headline | under headline | under h1 | after h1 |
        below h1 | above first paragraph | top of page | top of article | article top | after h1 title |
        before first h2 | above fold hero | article header | page header | blog header | below h1 title
    """),
    end=phrases("""
        end | bottom | conclusion | closing | footer | after conclusion | last paragraph |
        after last paragraph | ending
    """),
    after_introduction=phrases("""
        after intro | after introduction | after first paragraph | after opening |
        after opening paragraph | after lead | after intro paragraph | after introductory paragraph |
        after introduction paragraph | below introduction | below intro | following introduction |
        following intro | intro | introduction | first paragraph | below first paragraph
    """),
    introductions=phrases("intro | introduction | lead"),
    place_fillers=words("""
        the a an of this your in at on to as and for post article blog page story piece right just
        directly immediately very image picture full width wide centered centred aligned section placed
        place position insert
    """),
    placing_words=words("insert inserted place placed put add goes right just directly immediately shortly"),
    before=phrases("before | above | ahead of | prior to"),
    after=phrases("after | below | beneath | following | between"),
    within=phrases("inside | within | under | in | into | at | for | alongside | beside | next to | opening"),
    section_words=words("section sections heading headings subheading subsection"),
    layout_words=words("""
        paragraph paragraphs table tables list quote blockquote code snippet figure video sentence line
        lines middle mid midway halfway center centre centered centred inline sidebar side left right
        margin background float floated callout chart graph example examples bullets steps text body
        anywhere throughout optional
    """),
)
