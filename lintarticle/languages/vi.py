"""Vietnamese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Vietnamese",
    doubles_words=True,
    stop_words=words("""
        ai anh bao bị bởi cho chưa chỉ chứ các có cùng của cũng do dưới gì hay hoặc họ khi không là lên
        lại mà mỗi một như nhưng những nào này nên nếu nữa phải qua ra rằng rất rồi sau sẽ sự theo thì
        thế tôi tại tới từ trong trên trước tuy và vào vì vẫn về với vậy ấy đang đã đây đó được đến để
        đều ở
    """),
    connecting_words=words("""
        bởi cho các của do để hay hoặc khi là mà một như nhưng những nếu rằng tại từ trong trên và vào
        vì về với ở
    """),
    function_words=NOTHING,
    and_words=words("và"),
    bylines=NOTHING,
    abbreviations=words("gs nxb pgs ths tp tr ts vd vv đc"),
    doubled_words=NOTHING,
    length_units=phrases("ký tự"),
    labels=Meanings("""
        title: ~tiêu đề | !tiêu đề đề xuất | !tiêu đề gợi ý | !gợi ý tiêu đề | ~tiêu đề bài viết
        seo_title: !tiêu đề seo | !thẻ tiêu đề | !meta tiêu đề | !meta title | !title seo
        excerpt: !trích đoạn | !đoạn trích | ~mô tả | ~tóm tắt | ~mô tả ngắn | !trích dẫn seo
        seo_excerpt: !mô tả meta | !mô tả seo | !thẻ mô tả | !meta description | !mô tả meta seo |
            !mô tả tìm kiếm
        tags: !thẻ | !thẻ seo | !nhãn | !thẻ gợi ý | !thẻ tag | !từ khóa thẻ
        keywords: !từ khóa | !từ khóa phụ | !từ khoá | !từ khoá phụ | !keyword phụ
        keyphrase: !từ khóa chính | !keyword chính | !từ khoá chính | !từ khóa trọng tâm | !từ khóa mục tiêu |
            !từ khóa seo chính | !cụm từ khóa chính | !cụm từ khóa trọng tâm
        illustrations: !hình minh họa đề xuất | !đề xuất hình ảnh | !hình ảnh đề xuất | !gợi ý hình ảnh |
            ~hình minh họa | !hình minh hoạ đề xuất | !gợi ý hình minh họa | !gợi ý ảnh | !ý tưởng hình ảnh |
            !prompt hình ảnh | !prompt ảnh | !prompt tạo ảnh | !vị trí hình ảnh đề xuất | !vị trí hình ảnh |
            !hình ảnh gợi ý | !ảnh gợi ý | !ảnh đề xuất
        cover: ~ảnh bìa | ~ảnh đại diện
        categories: ~danh mục | ~chuyên mục | ~thể loại | !danh mục đề xuất | !chuyên mục đề xuất
        author: ~tác giả | ~người viết
        date: ~ngày | ~ngày viết | ~ngày đăng | ~ngày xuất bản
        updated: ~cập nhật | ~ngày cập nhật | ~cập nhật lần cuối
        audience: !đối tượng độc giả | !độc giả mục tiêu | !đối tượng mục tiêu | ~đối tượng
        search_intent: !ý định tìm kiếm
        word_count: ~số từ | ~số chữ | !số từ mục tiêu
        reading_time: ~thời gian đọc
        lang: ~ngôn ngữ
        cover_alt: !alt ảnh đại diện | !văn bản thay thế ảnh đại diện | !alt ảnh bìa
        slug: !đường dẫn | !đường dẫn tĩnh | !slug đề xuất | !đường dẫn url
        internal_links: !liên kết nội bộ | !gợi ý liên kết nội bộ | !internal link
        external_links: !liên kết ngoài | !liên kết bên ngoài
    """),
    metadata_headings=phrases("thông tin seo | siêu dữ liệu | kỹ thuật seo"),
    metadata_heading_words=phrases("""
        !seo | !xuất bản | !biên tập | thông | tin | cho | dữ | liệu | cài | đặt | thiết | lập | ghi | chú |
        phần | bài | viết | danh | sách | kiểm | tra | tối | ưu
    """),
    label_modifiers=words("""
        đề xuất gợi ý
    """),
    placeholders=phrases("""
        không có tiêu đề | tiêu đề ở đây | tiêu đề của bạn | mô tả ở đây | tên của bạn | tên tác giả
    """),
    leading_articles=phrases("một | một bức"),
    alt_openers=phrases("""
        hình ảnh của | hình ảnh về | ảnh chụp của | bức ảnh về | bức ảnh của | hình minh họa về
    """),
    file_alts=phrases("""
        hình ảnh | hình | ảnh | bức ảnh | ảnh chụp | ảnh chụp màn hình | hình minh họa | biểu đồ |
        sơ đồ | logo | văn bản thay thế
    """),
    generic_links=phrases("""
        nhấn vào đây | bấm vào đây | click vào đây | tại đây | ở đây | đây | xem thêm | đọc thêm |
        tìm hiểu thêm | chi tiết | liên kết | link
    """),
    toasts=phrases("đã sao chép liên kết"),
    interface_lines=phrases("chia sẻ bài viết này | quảng cáo"),
    stand_ins=phrases("tên của bạn | tên công ty"),
    template_words=phrases("mẫu bài"),
    assistant_agrees=phrases("chắc chắn rồi! | tất nhiên!"),
    assistant_presents=phrases("dưới đây | đây là"),
    assistant_offers=phrases("bạn có muốn tôi | nếu bạn muốn, tôi có thể"),
    assistant_closes=phrases("hy vọng điều này | tôi hy vọng điều này | hãy cho tôi biết"),
    brief_parts=Meanings("""
        type: loại | loại ảnh
        placement: vị trí | vị trí đặt | vị trí chèn | đặt ở
        description: mô tả | nội dung | mô tả hình ảnh | mô tả ảnh
        prompt: câu lệnh | prompt ảnh
        alt: văn bản thay thế | văn bản alt | thẻ alt
        caption: chú thích | chú thích ảnh
        file: tên file | tên tệp | tên tập tin
        size: kích thước
        width: chiều rộng
        height: chiều cao
        credit: nguồn
        status: trạng thái
        title: tiêu đề
        style: phong cách
    """),
    brief_labels=phrases("""
        mô tả | vị trí | văn bản thay thế | chú thích | prompt | kích thước | phong cách | tên tệp |
        tên file | nội dung
    """),
    brief_types=Meanings("""
        hero: ảnh bìa | ảnh đại diện
        infographic: đồ họa thông tin
        diagram: sơ đồ | lưu đồ
        chart: biểu đồ
        map: bản đồ
        table: bảng
        screenshot: ảnh chụp màn hình
        photo: ảnh chụp
        conceptual: minh họa | ảnh minh họa | hình minh họa
        icon: biểu tượng
    """),
    brief_headings=words("hình ảnh"),
    pictures=phrases("ảnh | hình ảnh | hình | sơ đồ | biểu đồ | ảnh chụp màn hình | hình minh họa"),
    plain_pictures=phrases("ảnh | hình | hình ảnh"),
    picture_fillers=words("ảnh hình"),
    picture_keys=words("ảnh"),
    wanted_pictures=phrases("gợi ý | đề xuất | ở đây | tại đây | minh họa | vào đây | đây"),
    inserting_words=words("""
        chèn thêm
    """),
    top=phrases("""
        đầu bài | đầu bài viết | đầu trang | trên cùng | đầu bài báo | phía trên cùng | dưới tiêu đề |
        sau tiêu đề
    """),
    end=phrases("cuối bài | cuối bài viết"),
    after_introduction=phrases("sau phần mở đầu | sau mở đầu | sau đoạn mở đầu"),
    introductions=phrases("mở đầu"),
    place_fillers=words("ở của"),
    placing_words=words("chèn"),
    before=phrases("trước"),
    after=phrases("sau"),
    within=phrases("trong"),
    section_words=words("phần"),
    layout_words=words("đoạn bảng giữa"),
)
