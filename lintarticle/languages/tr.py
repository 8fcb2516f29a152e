"""Turkish."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Turkish",
    doubles_words=True,
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
    doubled_words=NOTHING,
    length_units=phrases("karakter | kelime"),
    labels=Meanings("""
        title: ~başlık | !önerilen başlık | ~yazı başlığı | !başlık önerisi | !başlık önerileri |
            !başlık seçenekleri
        seo_title: !seo başlığı | !meta başlık | !meta başlığı | !başlık etiketi | !sayfa başlığı |
            !meta title | !title etiketi
        excerpt: !seo özeti | !alıntı | ~özet | ~açıklama | ~kısa açıklama | !önerilen özet | !kısa özet |
            !wordpress özeti
        seo_excerpt: !meta açıklama | !meta açıklaması | !seo açıklaması | !meta description | !meta tanım |
            !meta tanımı | !meta açıklama seo
        tags: !etiketler | !seo etiketleri | !önerilen etiketler | ~etiket | !etiket önerileri
        keywords: !anahtar kelimeler | !ikincil anahtar kelimeler | !seo anahtar kelimeleri |
            !yan anahtar kelimeler | !ilgili anahtar kelimeler | !yardımcı anahtar kelimeler |
            !ikincil anahtar kelime
        keyphrase: !odak anahtar kelime | !odak anahtar kelimesi | !ana anahtar kelime |
            !hedef anahtar kelime | !odak anahtar ifade | ~anahtar kelime | !odak anahtar ifadesi |
            !odak ifade | !odak kelime | !birincil anahtar kelime | !ana anahtar ifade
        illustrations: !önerilen görseller | !görsel önerileri | !önerilen illüstrasyonlar |
            ~illüstrasyonlar | !görsel fikirleri | !görsel önerisi | !görsel fikri | !önerilen görsel |
            !görsel promptu | !görsel promptları | !görsel istemi | !görsel istemleri |
            !önerilen görsel yerleşimi | !görsel yerleşimi | !görsel planı | !resim önerileri |
            !resim önerisi | !illüstrasyon önerileri | !kapak görseli promptu | !öne çıkan görsel promptu
        cover: ~kapak görseli | ~öne çıkan görsel
        categories: ~kategori | !kategoriler | !önerilen kategori | !kategori önerisi | !kategori önerileri
        author: ~yazar | ~yazarlar | ~yazan
        date: ~tarih | ~yayın tarihi | ~yayınlanma tarihi | ~yayımlanma tarihi
        updated: ~güncellendi | ~güncelleme tarihi | ~son güncelleme
        audience: !hedef kitle | !hedef okuyucu
        search_intent: !arama amacı | !arama niyeti | !kullanıcı amacı
        word_count: ~kelime sayısı | !hedef kelime sayısı | !kelime sayısı hedefi
        reading_time: ~okuma süresi
        lang: ~dil
        slug: !kısa url | !kısa isim | !url kısa adı | !önerilen slug | !kısa ad
        cover_alt: !öne çıkan görsel alt metni | !kapak görseli alt metni | !öne çıkan görsel alternatif metni
        permalink: !kalıcı bağlantı | !önerilen url
        internal_links: !iç bağlantılar | !dahili bağlantılar | !iç bağlantı önerileri |
            !önerilen iç bağlantılar | !iç linkler
        external_links: !dış bağlantılar | !harici bağlantılar | !dış bağlantı önerileri | !dış linkler
    """),
    metadata_headings=phrases("seo bilgileri | meta veriler | üst veriler | seo meta verileri"),
    metadata_heading_words=phrases("""
        !meta | !üst veri | !editör | !yayın | için | ve | bilgileri | bilgisi | ayarları | ayarlar |
        notları | notlar | kontrol | listesi | verileri | alanları | öneriler | önerileri | yazı | makale
    """),
    label_modifiers=words("""
        önerilen önerisi önerileri öneri seçenek seçenekleri fikri fikirleri
    """),
    placeholders=phrases("""
        başlıksız | adsız | başlık buraya | başlığınız | açıklama buraya | adınız | yazar adı |
        yer tutucu | yyyy-aa-gg | gg.aa.yyyy
    """),
    leading_articles=phrases("bir"),
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
        placement: yerleşim | konum | yer | yerleşim önerisi | konumu | nereye
        description: açıklama | içerik | görsel açıklaması | fikir
        prompt: istem | görsel istemi | görsel prompt | prompt
        alt: alternatif metin | alt metin | alt metni | alternatif metni | alt etiketi
        caption: resim yazısı | altyazı | görsel altı yazısı
        file: dosya | dosya adı | dosya ismi | görsel adı
        size: boyut | boyutlar | ölçü | ölçüler
        width: genişlik
        height: yükseklik
        credit: kaynak | fotoğrafçı
        status: durum
        title: başlık
        style: stil | görsel stili | tarz
        priority: öncelik
        format: en boy oranı | biçim
    """),
    brief_labels=phrases("""
        açıklama | başlık | yerleşim | konum | yer | alternatif metin | alt metin | altyazı | resim yazısı |
        prompt | dosya adı | stil | boyut | tür
    """),
    brief_types=Meanings("""
        hero: kapak görseli | öne çıkan görsel | kapak | başlık görseli | manşet görseli | ana görsel
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
    pictures=phrases("""
        görsel | resim | fotoğraf | illüstrasyon | şekil | diyagram | infografik | ekran görüntüsü | grafik |
        şema
    """),
    plain_pictures=phrases("görsel | resim | şekil | illüstrasyon | fotoğraf"),
    picture_fillers=words("görsel görseli resim"),
    picture_keys=words("görsel resim"),
    wanted_pictures=phrases("önerisi | öneri | buraya | gelecek | eklenecek | yer tutucu"),
    inserting_words=words("""
        ekle ekleyin eklenecek eklenmeli yerleştir yerleştirin
    """),
    top=phrases("""
        en üst | üst | başlangıç | başta | en başta | yazının başı | yazının başında | makalenin başı |
        makalenin başında | en üstte | üstte | başlığın altı | başlığın altında | başlıktan sonra |
        girişten önce | yazı başı | sayfanın üstü | yazının üstü | makalenin üstü
    """),
    end=phrases("en alt | sonda | yazının sonu | son | makalenin sonu | yazının sonunda | en altta"),
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
