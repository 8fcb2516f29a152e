"""Vietnamese."""

ALT_OPENERS = (
    "hình ảnh của", "hình ảnh về", "ảnh chụp của", "bức ảnh về", "bức ảnh của", "hình minh họa về",
)

FILE_ALTS = (
    "hình ảnh", "hình", "ảnh", "bức ảnh", "ảnh chụp", "ảnh chụp màn hình", "hình minh họa", "biểu đồ", "sơ đồ",
    "logo", "văn bản thay thế",
)

STOP_WORDS = (
    "ai", "anh", "bao", "bị", "bởi", "cho", "chưa", "chỉ", "chứ", "các", "có", "cùng", "của", "cũng", "do", "dưới",
    "gì", "hay", "hoặc", "họ", "khi", "không", "là", "lên", "lại", "mà", "mỗi", "một", "như", "nhưng", "những", "nào",
    "này", "nên", "nếu", "nữa", "phải", "qua", "ra", "rằng", "rất", "rồi", "sau", "sẽ", "sự", "theo", "thì", "thế",
    "tôi", "tại", "tới", "từ", "trong", "trên", "trước", "tuy", "và", "vào", "vì", "vẫn", "về", "với", "vậy", "ấy",
    "đang", "đã", "đây", "đó", "được", "đến", "để", "đều", "ở",
)

CONNECTING_WORDS = (
    "bởi", "cho", "các", "của", "do", "để", "hay", "hoặc", "khi", "là", "mà", "một", "như", "nhưng", "những", "nếu",
    "rằng", "tại", "từ", "trong", "trên", "và", "vào", "vì", "về", "với", "ở",
)

PLACEHOLDERS = (
    "không có tiêu đề", "tiêu đề ở đây", "tiêu đề của bạn", "mô tả ở đây", "tên của bạn", "tên tác giả",
)
