"""Hebrew."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Hebrew",
    long_sentence=15,
    inflects=True,
    stop_words=words("""
        של את על אל עם זה זאת זו אני אתה הוא היא הם הן אנחנו לא כן גם או אבל אם כי כל מה מי איך למה מתי
        איפה יש אין היה הייתה להיות אשר רק עוד כבר מאוד בין אחרי לפני תחת מעל בגלל כמו אז לי לך לו לה
        לנו להם
    """),
    connecting_words=words("של את על אל עם או אבל אם כי בין אשר בגלל כמו"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=words("וכד וכו מס עמ פרופ"),
    doubled_words=words("""
        אט אחד אחת את בא דבר הרבה זה זו טוב טיפה יום כן כל כמה לא לאט לו לה מאוד מעט מי מה עוד פעם צעד קצת
        רגע שוב
    """),
    length_units=phrases("תווים"),
    labels=Meanings("""
        title: ~כותרת | !כותרת מוצעת
        seo_title: !כותרת seo | !כותרת מטא | !תגית כותרת
        excerpt: !תקציר | !תקציר seo | ~תיאור | ~סיכום | !קטע מקדים
        seo_excerpt: !תיאור מטא | !מטא תיאור | !תיאור seo
        tags: !תגיות | !תגים | !תגיות seo | !תגיות מוצעות
        keywords: !מילות מפתח | !מילות מפתח משניות
        keyphrase: !מילת מפתח ראשית | !ביטוי מפתח | !מילת מפתח | !ביטוי מיקוד
        illustrations: !איורים מוצעים | !תמונות מוצעות | !הצעות לתמונות | !הצעות לאיורים | !הצעה לתמונה |
            !רעיונות לתמונות | !פרומפטים לתמונות | !פרומפט לתמונה | !מיקום תמונה מוצע
        cover: ~תמונה ראשית | ~תמונת שער
        categories: ~קטגוריה | !קטגוריות
        author: ~מחבר | ~מחברת | ~כותב | ~מאת
        date: ~תאריך | ~תאריך פרסום | ~פורסם
        updated: ~עודכן | ~עדכון אחרון
        audience: !קהל יעד | !קהל היעד
        search_intent: !כוונת חיפוש
        word_count: ~מספר מילים | !יעד מילים
        reading_time: ~זמן קריאה
        lang: ~שפה
        cover_alt: !טקסט חלופי לתמונה הראשית
        slug: !סלאג
        permalink: !קישור קבוע
        internal_links: !קישורים פנימיים
        external_links: !קישורים חיצוניים
    """),
    metadata_headings=phrases("מטא דאטה | נתוני seo"),
    metadata_heading_words=phrases("""
        !מטא | !עורך | !לעורך | !פרסום | נתוני | הגדרות | מידע | הערות | רשימת | בדיקה | שדות
    """),
    label_modifiers=words("""
        מוצע מוצעת מוצעים מוצעות הצעה הצעות מומלץ
    """),
    placeholders=phrases("ללא כותרת | כותרת כאן | הכותרת שלך | תיאור כאן | השם שלך | שם המחבר"),
    leading_articles=NOTHING,
    alt_openers=phrases("תמונה של | תצלום של | צילום של | איור של | התמונה מציגה"),
    file_alts=phrases("תמונה | תצלום | צילום | צילום מסך | איור | תרשים | גרף | לוגו | טקסט חלופי"),
    generic_links=phrases("""
        לחצו כאן | לחץ כאן | כאן | קרא עוד | קראו עוד | עוד | למידע נוסף | מידע נוסף | קישור | הקישור
    """),
    toasts=phrases("הקישור הועתק"),
    interface_lines=phrases("שתפו את הכתבה | פרסומת"),
    stand_ins=phrases("השם שלך"),
    template_words=phrases("תבנית"),
    assistant_agrees=phrases("בהחלט! | כמובן!"),
    assistant_presents=phrases("הנה | להלן"),
    assistant_offers=phrases("האם תרצה ש | האם תרצי ש | תרצה שא | רוצה שא | אם תרצה, אוכל"),
    assistant_closes=phrases("מקווה שזה עוזר | אני מקווה שזה | ספר לי אם | תגיד לי אם"),
    brief_parts=Meanings("""
        type: סוג
        placement: מיקום | מקום | היכן
        description: תיאור | תוכן
        prompt: פרומפט
        alt: טקסט חלופי
        caption: כיתוב
        file: קובץ | שם קובץ
        size: גודל | מידות
        width: רוחב
        height: גובה
        credit: מקור
        status: סטטוס
        title: כותרת
        style: סגנון
    """),
    brief_labels=phrases("תיאור | מיקום | טקסט חלופי | כיתוב | פרומפט | גודל | סגנון"),
    brief_types=Meanings("""
        hero: תמונה ראשית | תמונת שער
        infographic: אינפוגרפיקה
        diagram: תרשים
        chart: גרף
        map: מפה
        table: טבלה
        screenshot: צילום מסך
        photo: צילום
        conceptual: איור
        icon: סמל
        video: וידאו | סרטון
    """),
    brief_headings=words("תמונה"),
    pictures=phrases("תמונה | איור"),
    plain_pictures=phrases("תמונה"),
    picture_fillers=words("תמונה"),
    picture_keys=words("תמונה"),
    wanted_pictures=phrases("מוצעת | הצעה | כאן | לכאן"),
    inserting_words=words("""
        הוסף הכנס מקם הוסיפו
    """),
    top=phrases("למעלה | בראש | בהתחלה | בראש המאמר | בתחילת המאמר | בראש הכתבה"),
    end=phrases("בסוף | סוף | למטה"),
    after_introduction=phrases("אחרי הפתיחה | אחרי המבוא"),
    introductions=phrases("פתיחה | מבוא"),
    place_fillers=NOTHING,
    placing_words=words("הוסף מקם"),
    before=phrases("לפני"),
    after=phrases("אחרי | מתחת"),
    within=phrases("בתוך"),
    section_words=words("סעיף"),
    layout_words=words("פסקה"),
)
