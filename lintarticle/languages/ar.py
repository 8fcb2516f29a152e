"""Arabic."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Arabic",
    inflects=True,
    own_letters="ةيىكأإ",
    foreign_letters="پچژگکیٹڈڑےںہھەێۆڕڵټډړښځڅېۍڭۇۈ",
    stop_words=words("""
        في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن إن أن كان كانت يكون هو هي هم نحن
        أنا أنت أو و ثم بل لكن قد كل بعض غير بين حتى إذا عند عندما كما لقد أي كيف لماذا متى أين بعد قبل
        فوق تحت حول خلال منذ ليس هناك هنا
    """),
    connecting_words=words("في من على إلى عن مع أو ثم بل لكن بين حتى التي الذي أن"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=words("إلخ الخ ص ق هـ"),
    length_units=phrases("حرف"),
    labels=Meanings("""
        title: ~العنوان | ~عنوان المقال
        seo_title: !عنوان seo | !عنوان السيو | !عنوان الميتا
        excerpt: !مقتطف | !المقتطف | !مقتطف seo | ~الوصف | ~الملخص | ~ملخص | ~وصف مختصر
        seo_excerpt: !وصف الميتا | !الوصف التعريفي | !وصف seo | !وصف السيو
        tags: !الوسوم | !وسوم | !علامات | !العلامات | !وسوم seo | !وسوم مقترحة
        keywords: !الكلمات المفتاحية | !كلمات مفتاحية | !الكلمات الدلالية | !الكلمات الرئيسية
        keyphrase: !الكلمة المفتاحية | !الكلمة المفتاحية الرئيسية | !العبارة المفتاحية |
            !الكلمة المستهدفة
        illustrations: !الرسوم المقترحة | !الصور المقترحة | !اقتراحات الصور | !رسوم توضيحية مقترحة |
            !الرسوم التوضيحية المقترحة
        cover: ~الصورة البارزة | ~صورة الغلاف
        categories: ~التصنيف | !التصنيفات | ~الفئة
        author: ~الكاتب | ~المؤلف | ~بقلم
        date: ~التاريخ | ~تاريخ النشر
        updated: ~آخر تحديث | ~تاريخ التحديث
        audience: !الجمهور المستهدف | !الفئة المستهدفة
        search_intent: !نية البحث
        word_count: ~عدد الكلمات
        reading_time: ~وقت القراءة | ~مدة القراءة
        lang: ~اللغة
    """),
    metadata_headings=phrases("بيانات وصفية | بيانات السيو | معلومات السيو"),
    placeholders=phrases("""
        بدون عنوان | العنوان هنا | اكتب العنوان هنا | الوصف هنا | اكتب الوصف هنا | اسمك | اسم الكاتب
    """),
    alt_openers=phrases("صورة ل | صورة لـ | صورة تظهر | صورة توضح | هذه صورة"),
    file_alts=phrases("صورة | صور | لقطة شاشة | رسم | رسم بياني | مخطط | أيقونة | شعار | نص بديل"),
    generic_links=phrases("""
        اضغط هنا | انقر هنا | هنا | اقرأ المزيد | المزيد | لمزيد من المعلومات | اعرف المزيد | رابط |
        الرابط | هذا الرابط
    """),
    toasts=phrases("تم نسخ الرابط"),
    interface_lines=phrases("شارك هذا المقال | إعلان"),
    stand_ins=phrases("اسمك | اسم الشركة"),
    template_words=phrases("قالب"),
    assistant_agrees=phrases("بالتأكيد! | بالطبع!"),
    assistant_presents=phrases("إليك"),
    assistant_offers=phrases("هل تريد مني | هل ترغب في أن | هل تود أن | إذا أردت، يمكنني | إذا كنت ترغب"),
    assistant_closes=phrases("آمل أن يكون هذا | أتمنى أن يكون هذا | أخبرني إذا | أعلمني إذا"),
    brief_parts=Meanings("""
        type: النوع
        placement: الموضع | المكان
        description: الوصف | المحتوى
        prompt: الموجه
        alt: النص البديل
        caption: التعليق
        file: الملف | اسم الملف
        size: الحجم | الأبعاد
        width: العرض
        height: الارتفاع
        credit: المصدر
        status: الحالة
        title: العنوان
        style: الأسلوب
    """),
    brief_labels=phrases("الوصف"),
    brief_types=Meanings("""
        hero: صورة الغلاف | الصورة البارزة
        infographic: إنفوجرافيك
        diagram: مخطط
        chart: رسم بياني
        map: خريطة
        table: جدول
        screenshot: لقطة شاشة
        photo: صورة فوتوغرافية
        conceptual: رسم توضيحي
        icon: أيقونة
        video: فيديو
    """),
    brief_headings=words("صورة"),
    pictures=phrases("صورة | رسم توضيحي"),
    plain_pictures=phrases("صورة"),
    picture_fillers=words("صورة"),
    picture_keys=words("صورة"),
    wanted_pictures=phrases("مقترحة | اقتراح"),
    top=phrases("الأعلى | في الأعلى | البداية"),
    end=phrases("النهاية | في النهاية | الأسفل"),
    after_introduction=phrases("بعد المقدمة"),
    introductions=phrases("المقدمة"),
    place_fillers=NOTHING,
    placing_words=words("أدرج ضع"),
    before=phrases("قبل"),
    after=phrases("بعد"),
    within=phrases("في"),
    section_words=words("قسم"),
    layout_words=words("فقرة"),
)
