"""Persian."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Persian",
    long_sentence=25,
    inflects=True,
    own_letters="پچژگکی",
    foreign_letters="ةيىكٹڈڑےںہھەێۆڕڵټډړښځڅېۍڭۇۈ",
    stop_words=words("""
        و در به از که این آن با برای را است هست بود شد شده می یک تا هم یا اما اگر نیز ما شما او من تو
        آنها ایشان خود هر همه چه چرا چگونه کجا کی باید دیگر بر پس پیش روی زیر بین بدون مانند چون ولی نه
        هیچ
    """),
    connecting_words=words("و در به از که با برای یا اما بر تا بدون"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=words("الخ ص ق"),
    doubled_words=words("""
        آرام آن این بله بار به پله تک جدا چه خیلی دانه دسته را رفته زود قطره کم که گام گروه می نرم نه و هر
        هم یک یواش
    """),
    length_units=phrases("حرف"),
    labels=Meanings("""
        title: ~عنوان | !عنوان پیشنهادی
        seo_title: !عنوان سئو | !عنوان متا | !تگ عنوان
        excerpt: !چکیده | !گزیده | !چکیده سئو | ~توضیحات | ~خلاصه | ~توضیح
        seo_excerpt: !توضیحات متا | !توضیحات سئو | !متا دیسکریپشن
        tags: !برچسب‌ها | !برچسب ها | !تگ‌ها | !برچسب‌های پیشنهادی | !برچسبها
        keywords: !کلمات کلیدی | !کلیدواژه‌ها | !کلیدواژه ها | !واژگان کلیدی
        keyphrase: !کلمه کلیدی اصلی | !عبارت کلیدی | !کلیدواژه اصلی | !کلمه کلیدی کانونی
        illustrations: !تصاویر پیشنهادی | !تصویرسازی پیشنهادی | !پیشنهاد تصاویر | !تصویرهای پیشنهادی |
            !تصویر پیشنهادی | !ایده‌های تصویر | !پرامپت تصویر | !پرامپت تصاویر | !محل تصویر پیشنهادی
        cover: ~تصویر شاخص | ~تصویر کاور
        categories: ~دسته‌بندی | ~دسته بندی | ~دسته
        author: ~نویسنده
        date: ~تاریخ | ~تاریخ انتشار
        updated: ~به‌روزرسانی | ~آخرین به‌روزرسانی
        audience: !مخاطب هدف | !مخاطبان هدف | !مخاطبان
        search_intent: !هدف جستجو | !قصد جستجو
        word_count: ~تعداد کلمات | !تعداد کلمات هدف
        reading_time: ~زمان مطالعه
        lang: ~زبان
        cover_alt: !متن جایگزین تصویر شاخص
        slug: !نامک | !اسلاگ
        permalink: !پیوند یکتا
        internal_links: !لینک‌های داخلی | !لینک های داخلی
        external_links: !لینک‌های خارجی | !لینک های خارجی
    """),
    metadata_headings=phrases("فراداده | اطلاعات سئو"),
    metadata_heading_words=phrases("""
        !سئو | !متا | !فراداده | !انتشار | اطلاعات | تنظیمات | داده‌های | یادداشت | یادداشت‌های | فهرست |
        بررسی
    """),
    label_modifiers=words("""
        پیشنهادی پیشنهاد پیشنهادها
    """),
    placeholders=phrases("بدون عنوان | عنوان اینجا | عنوان شما | توضیحات اینجا | نام شما | نام نویسنده"),
    leading_articles=phrases("یک"),
    alt_openers=phrases("تصویر از | تصویری از | عکس از | عکسی از | نمایی از | این تصویر"),
    file_alts=phrases("تصویر | عکس | اسکرین‌شات | نمودار | شکل | نشان | لوگو | متن جایگزین"),
    generic_links=phrases("""
        اطلاعات بیشتر | اطلاعات | این | اینجا بزنید | اینجا کلیک کنید | اینجا | برو | بیشتر بخوانید |
        بیشتر بدانید | بیشتر | شروع | لینک | این لینک
    """),
    toasts=phrases("لینک کپی شد"),
    interface_lines=phrases("این مقاله را به اشتراک بگذارید"),
    stand_ins=phrases("نام شما"),
    template_words=phrases("قالب"),
    assistant_agrees=phrases("البته! | حتماً!"),
    assistant_presents=phrases("در اینجا | این هم"),
    assistant_offers=phrases("آیا می‌خواهید | آیا مایلید | اگر مایل باشید | اگر بخواهید، می‌توانم"),
    assistant_closes=phrases("امیدوارم این | امیدوارم مفید | به من اطلاع دهید | اگر سؤالی"),
    brief_parts=Meanings("""
        type: نوع
        placement: جایگاه | محل | موقعیت | مکان
        description: توضیحات | توضیح | محتوا
        prompt: پرامپت
        alt: متن جایگزین
        caption: زیرنویس
        file: فایل | نام فایل
        size: اندازه | ابعاد
        width: عرض
        height: ارتفاع
        credit: منبع
        status: وضعیت
        title: عنوان
        style: سبک
    """),
    brief_labels=phrases("توضیحات | جایگاه | متن جایگزین | زیرنویس | پرامپت | اندازه | سبک"),
    brief_types=Meanings("""
        hero: تصویر شاخص | تصویر کاور
        infographic: اینفوگرافیک
        diagram: نمودار جریان
        chart: نمودار
        map: نقشه
        table: جدول
        screenshot: اسکرین شات
        photo: عکس
        conceptual: تصویرسازی
        icon: آیکون
        video: ویدیو
    """),
    brief_headings=words("تصویر"),
    pictures=phrases("تصویر | عکس"),
    plain_pictures=phrases("تصویر"),
    picture_fillers=words("تصویر"),
    picture_keys=words("تصویر"),
    wanted_pictures=phrases("پیشنهادی | پیشنهاد | اینجا | در اینجا | را اینجا | شود"),
    inserting_words=words("""
        درج افزودن قرار
    """),
    top=phrases("بالا | در بالا | ابتدا | ابتدای مقاله | بالای مقاله | در ابتدای مقاله"),
    end=phrases("پایان | در پایان | پایین"),
    after_introduction=phrases("بعد از مقدمه | پس از مقدمه"),
    introductions=phrases("مقدمه"),
    place_fillers=NOTHING,
    placing_words=words("درج"),
    before=phrases("قبل از | پیش از"),
    after=phrases("بعد از | پس از"),
    within=phrases("در"),
    section_words=words("بخش"),
    layout_words=words("پاراگراف"),
)
