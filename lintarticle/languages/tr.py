"""Turkish."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Turkish",
    long_sentence=15,
    inflects=True,
    stop_words=words("""
        acaba ama ancak artık aslında az bana bazı belki ben beni benim beri bile bir birçok biri birkaç
        birşey biz bize bizi bizim böyle bu buna bunda bundan bunlar bunu bunun burada bütün çok çünkü
        da daha de değil diğer diye dolayı eğer en fakat gibi göre hala hangi hani hatta hem henüz hep
        hepsi her herkes hiç için ile ilgili ise işte itibaren kadar karşı kendi kez ki kim kimse madem
        mı mi mu mü nasıl ne neden nerede nereye niçin niye o olan olarak oldu olduğu olmak olur on ona
        ondan onlar onu onun orada oysa pek rağmen sadece sanki sen siz size sizin sonra şey şimdi şu
        şöyle tarafından tüm üzere var ve veya ya yani yerine yine yok zaten
    """),
    connecting_words=words("""
        ama ancak bir çünkü da daha de en fakat gibi göre hem için ile kadar ki veya ve ya yani
    """),
    function_words=NOTHING,
    and_words=words("ve"),
    bylines=NOTHING,
    abbreviations=words("vb vs örn bkz dr prof doç sn alm ing mah cad sok no tel vd krş ör"),
    length_units=phrases("karakter | kelime"),
    labels=Meanings("""
        title: ~başlık | !önerilen başlık | ~yazı başlığı
        seo_title: !seo başlığı | !meta başlık | !meta başlığı | !başlık etiketi | !sayfa başlığı
        excerpt: !seo özeti | !alıntı | ~özet | ~açıklama | ~kısa açıklama | !önerilen özet
        seo_excerpt: !meta açıklama | !meta açıklaması | !seo açıklaması
        tags: !etiketler | !seo etiketleri | !önerilen etiketler | ~etiket
        keywords: !anahtar kelimeler | !ikincil anahtar kelimeler | !seo anahtar kelimeleri
        keyphrase: !odak anahtar kelime | !odak anahtar kelimesi | !ana anahtar kelime |
            !hedef anahtar kelime | !odak anahtar ifade | ~anahtar kelime
        illustrations: !önerilen görseller | !görsel önerileri | !önerilen illüstrasyonlar |
            ~illüstrasyonlar | !görsel fikirleri
        cover: ~kapak görseli | ~öne çıkan görsel
        categories: ~kategori | !kategoriler | !önerilen kategori
        author: ~yazar | ~yazarlar | ~yazan
        date: ~tarih | ~yayın tarihi | ~yayınlanma tarihi | ~yayımlanma tarihi
        updated: ~güncellendi | ~güncelleme tarihi | ~son güncelleme
        audience: !hedef kitle | !hedef okuyucu
        search_intent: !arama amacı | !arama niyeti
        word_count: ~kelime sayısı
        reading_time: ~okuma süresi
        lang: ~dil
        slug: !kısa url
    """),
    metadata_headings=phrases("seo bilgileri | meta veriler | üst veriler | seo meta verileri"),
    placeholders=phrases("""
        başlıksız | adsız | başlık buraya | başlığınız | açıklama buraya | adınız | yazar adı |
        yer tutucu | yyyy-aa-gg | gg.aa.yyyy
    """),
    alt_openers=phrases("""
        resimde | görselde | fotoğrafta | bu resimde | bu görselde | bu fotoğrafta |
        görsel açıklaması:
    """),
    file_alts=phrases("""
        resim | görsel | fotoğraf | ekran görüntüsü | grafik | diyagram | illüstrasyon | çizim | logo |
        simge | kapak | kapak görseli | alternatif metin
    """),
    generic_links=phrases("""
        buraya tıklayın | buraya tıkla | tıklayın | tıkla | buradan | burada | buraya | bu bağlantı |
        bağlantı | link | devamını oku | daha fazla | daha fazla bilgi | daha fazlasını oku | devamı |
        detaylar
    """),
    toasts=phrases("bağlantı kopyalandı | link kopyalandı | panoya kopyalandı | bağlantı panoya kopyalandı"),
    interface_lines=phrases("bu yazıyı paylaş | bu makaleyi paylaş | yazıyı paylaş | reklam | şimdi abone ol"),
    stand_ins=phrases("adınız | isminiz | şirket adı | şirketiniz"),
    template_words=phrases("şablon*"),
    assistant_agrees=phrases("tabii ki! | elbette! | tabii!"),
    assistant_presents=phrases("işte"),
    assistant_offers=phrases("ister misiniz | isterseniz | istersen | devam etmemi ister"),
    assistant_closes=phrases("umarım bu yardımcı olur | umarım yardımcı olur | bana bildirin | lütfen bana bildirin"),
    brief_parts=Meanings("""
        type: tür | türü | görsel türü
        placement: yerleşim | konum
        description: açıklama | içerik
        prompt: istem | görsel istemi
        alt: alternatif metin | alt metin
        caption: resim yazısı | altyazı
        file: dosya | dosya adı
        size: boyut | boyutlar
        width: genişlik
        height: yükseklik
        credit: kaynak | fotoğrafçı
        status: durum
        title: başlık
        style: stil
        priority: öncelik
    """),
    brief_labels=phrases("açıklama | başlık"),
    brief_types=Meanings("""
        hero: kapak görseli | öne çıkan görsel | kapak
        infographic: infografik | bilgi grafiği
        diagram: diyagram | akış şeması | şema
        chart: grafik | çizelge
        map: harita
        table: tablo
        screenshot: ekran görüntüsü
        photo: fotoğraf
        conceptual: illüstrasyon | çizim
        icon: simge | ikon
    """),
    brief_headings=words("görsel resim"),
    pictures=phrases("görsel | resim | fotoğraf | illüstrasyon | şekil"),
    plain_pictures=phrases("görsel | resim | şekil"),
    picture_fillers=words("görsel görseli resim"),
    picture_keys=words("görsel resim"),
    wanted_pictures=phrases("önerisi | öneri"),
    top=phrases("en üst | üst | başlangıç | başta | en başta | yazının başı"),
    end=phrases("en alt | sonda | yazının sonu | son"),
    after_introduction=phrases("girişten sonra | ilk paragraftan sonra"),
    introductions=phrases("giriş"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~bölümünden önce | ~önce | ~den önce | ~dan önce | ~ten önce | ~tan önce"),
    after=phrases("~bölümünden sonra | ~sonra | ~den sonra | ~dan sonra | ~ten sonra | ~tan sonra | ~altında"),
    within=phrases("~bölümünde | ~içinde | ~de | ~da | ~te | ~ta"),
    section_words=words("bölüm bölümü"),
    layout_words=words("paragraf tablo ortada"),
)
