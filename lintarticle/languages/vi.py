"""Vietnamese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Vietnamese",
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
    length_units=phrases("ký tự"),
    labels=Meanings("""
        title: ~tiêu đề
        seo_title: !tiêu đề seo | !thẻ tiêu đề | !meta tiêu đề
        excerpt: !trích đoạn | !đoạn trích | ~mô tả | ~tóm tắt | ~mô tả ngắn | !trích dẫn seo
        seo_excerpt: !mô tả meta | !mô tả seo | !thẻ mô tả
        tags: !thẻ | !thẻ seo | !nhãn | !thẻ gợi ý
        keywords: !từ khóa | !từ khóa phụ | !từ khoá | !từ khoá phụ | !keyword phụ
        keyphrase: !từ khóa chính | !keyword chính | !từ khoá chính | !từ khóa trọng tâm |
            !từ khóa mục tiêu
        illustrations: !hình minh họa đề xuất | !đề xuất hình ảnh | !hình ảnh đề xuất |
            !gợi ý hình ảnh | ~hình minh họa | !hình minh hoạ đề xuất | !gợi ý hình minh họa
        cover: ~ảnh bìa | ~ảnh đại diện
        categories: ~danh mục | ~chuyên mục | ~thể loại
        author: ~tác giả | ~người viết
        date: ~ngày | ~ngày viết | ~ngày đăng | ~ngày xuất bản
        updated: ~cập nhật | ~ngày cập nhật | ~cập nhật lần cuối
        audience: !đối tượng độc giả | !độc giả mục tiêu | !đối tượng mục tiêu | ~đối tượng
        search_intent: !ý định tìm kiếm
        word_count: ~số từ | ~số chữ
        reading_time: ~thời gian đọc
        lang: ~ngôn ngữ
    """),
    metadata_headings=phrases("thông tin seo | siêu dữ liệu | kỹ thuật seo"),
    placeholders=phrases("""
        không có tiêu đề | tiêu đề ở đây | tiêu đề của bạn | mô tả ở đây | tên của bạn | tên tác giả
    """),
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
        placement: vị trí
        description: mô tả | nội dung
        prompt: câu lệnh
        alt: văn bản thay thế
        caption: chú thích
        file: tên file | tên tệp
        size: kích thước
        width: chiều rộng
        height: chiều cao
        credit: nguồn
        status: trạng thái
        title: tiêu đề
        style: phong cách
    """),
    brief_labels=phrases("mô tả"),
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
    pictures=phrases("ảnh | hình ảnh | hình"),
    plain_pictures=phrases("ảnh | hình | hình ảnh"),
    picture_fillers=words("ảnh hình"),
    picture_keys=words("ảnh"),
    wanted_pictures=phrases("gợi ý | đề xuất"),
    top=phrases("đầu bài | đầu bài viết | đầu trang"),
    end=phrases("cuối bài | cuối bài viết"),
    after_introduction=phrases("sau phần mở đầu | sau mở đầu | sau đoạn mở đầu"),
    introductions=phrases("mở đầu"),
    place_fillers=NOTHING,
    placing_words=words("chèn"),
    before=phrases("trước"),
    after=phrases("sau"),
    within=phrases("trong"),
    section_words=words("phần"),
    layout_words=words("đoạn bảng giữa"),
)
