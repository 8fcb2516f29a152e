"""Chinese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Chinese",
    long_sentence=40,
    unspaced=True,
    reading_speed=501,
    stop_words=words("""
        的 了 和 是 在 我 有 就 不 人 都 一个 上 也 很 到 说 要 去 你 会 着 没有 看 自己 这 那 这个 那个
        我们 你们 他们 她 他 它 与 及 或 但 但是 而 因为 所以 如果 以及 什么 怎么 可以 对于 关于
    """),
    connecting_words=words("和 与 或 及 以及 但是 因为 所以 如果 而且 並且 因為 並"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=NOTHING,
    length_units=phrases("字"),
    labels=Meanings("""
        title: ~标题 | ~標題 | ~文章标题 | ~文章標題
        seo_title: !seo标题 | !seo 标题 | !seo標題 | !seo 標題 | !元标题 | !网页标题 | !页面标题 |
            !頁面標題
        excerpt: !摘要 | !seo摘要 | !seo 摘要 | !文章摘要 | ~描述 | ~简介 | ~簡介 | ~概述 | ~总结
        seo_excerpt: !元描述 | !seo描述 | !seo 描述 | !meta描述 | !meta 描述 | !元說明 | !网页描述
        tags: !标签 | !標籤 | !seo标签 | !seo 标签 | !seo標籤 | !seo 標籤 | !文章标签 | !推荐标签 |
            !建议标签
        keywords: !关键词 | !關鍵詞 | !关键字 | !關鍵字 | !次要关键词 | !长尾关键词 | !seo关键词 |
            !seo 关键词
        keyphrase: !焦点关键词 | !主关键词 | !核心关键词 | !目标关键词 | !主要关键词 | !焦點關鍵詞 |
            !主要關鍵字 | !焦點關鍵字
        illustrations: !建议插图 | !建議插圖 | !建议配图 | !配图建议 | !插图建议 | !插圖建議 | ~插图 |
            ~配图 | !图片建议 | !推荐插图
        cover: ~封面图 | ~封面 | ~题图 | ~封面圖 | ~特色图片
        categories: !分类 | !分類 | ~类别 | ~類別 | ~栏目
        author: ~作者 | ~撰文
        date: ~日期 | ~发布日期 | ~發布日期 | ~发布时间 | ~发表日期
        updated: ~更新日期 | ~更新时间 | ~最后更新 | ~更新時間
        audience: !目标读者 | !目標讀者 | !目标受众 | !目標受眾 | ~适合读者 | !读者对象
        search_intent: !搜索意图 | !搜尋意圖
        word_count: ~字数 | ~字數
        reading_time: ~阅读时间 | ~閱讀時間 | ~阅读时长
        lang: ~语言 | ~語言
        slug: !网址别名 | !別名
    """),
    metadata_headings=phrases("元数据 | 元資料 | 元信息 | seo 信息 | seo信息 | seo 元数据 | seo元数据"),
    placeholders=phrases("""
        无标题 | 無標題 | 未命名 | 标题 | 標題 | 在此输入标题 | 请输入标题 | 请输入描述 | 在此输入描述 |
        作者姓名 | 待定 | 待补充
    """),
    alt_openers=phrases("图片显示 | 图片展示 | 这张图片 | 這張圖片 | 圖片顯示 | 圖片展示 | 一张图片显示"),
    file_alts=phrases("""
        图片 | 圖片 | 图像 | 圖像 | 照片 | 截图 | 截圖 | 插图 | 插圖 | 配图 | 配圖 | 封面 | 图 | 圖 |
        替代文本 | 替代文字
    """),
    generic_links=phrases("""
        点击这里 | 點擊這裡 | 点击此处 | 點擊此處 | 点此 | 點此 | 这里 | 這裡 | 此处 | 此處 | 链接 |
        鏈接 | 連結 | 更多 | 了解更多 | 查看更多 | 阅读更多 | 閱讀更多 | 阅读全文 | 閱讀全文 | 点我
    """),
    toasts=phrases("链接已复制 | 鏈接已複製 | 連結已複製 | 已复制链接"),
    interface_lines=phrases("分享这篇文章 | 分享本文 | 广告"),
    stand_ins=phrases("你的名字 | 您的姓名 | 公司名称"),
    template_words=phrases("模板 | 範本"),
    assistant_agrees=phrases("当然！ | 當然！"),
    assistant_presents=phrases("以下"),
    assistant_offers=phrases("""
        需要我 | 要不要我 | 是否需要我 | 您是否希望我 | 你希望我 | 您希望我 | 如果您需要我 | 如果你需要我 | 如果你愿意，我可以 | 如果您愿意，我可以 | 需要我為
    """),
    assistant_closes=phrases(
        "希望这对 | 希望对您有 | 希望对你有 | 希望這對 | 如有任何问题 | 如果您有任何问题 | 请告诉我"
    ),
    brief_parts=Meanings("""
        type: 类型 | 類型
        placement: 位置 | 放置位置 | 插入位置
        description: 描述 | 说明 | 說明 | 内容 | 內容
        prompt: 提示词 | 提示詞
        alt: 替代文本 | 替代文字
        caption: 图注 | 圖說 | 图片说明
        file: 文件 | 文件名 | 檔案 | 檔名
        size: 尺寸
        width: 宽度 | 寬度
        height: 高度
        credit: 来源 | 來源
        status: 状态 | 狀態
        title: 标题 | 標題
        style: 风格 | 風格
        priority: 优先级
    """),
    brief_labels=phrases("描述"),
    brief_types=Meanings("""
        hero: 封面 | 封面图 | 封面圖 | 头图 | 題圖 | 题图 | 首图 | 主图
        infographic: 信息图 | 資訊圖 | 资讯图
        diagram: 流程图 | 流程圖 | 架构图 | 架構圖 | 示意图 | 示意圖
        chart: 图表 | 圖表
        map: 地图 | 地圖
        table: 表格
        screenshot: 截图 | 截圖
        photo: 照片
        conceptual: 插图 | 插圖 | 插画 | 插畫 | 概念图 | 概念圖
        icon: 图标 | 圖標
        video: 视频 | 影片
    """),
    brief_headings=words("图 圖"),
    pictures=phrases("图片 | 圖片 | 插图 | 插圖 | 配图 | 配圖"),
    plain_pictures=phrases("图片 | 图 | 圖片 | 圖 | 插图 | 插圖"),
    picture_fillers=words("图片 圖片"),
    picture_keys=words("图片 圖片"),
    wanted_pictures=phrases("建议 | 建議 | 占位"),
    top=phrases("顶部 | 頂部 | 开头 | 開頭 | 文首 | 文章开头 | 文章開頭 | 头图 | 頭圖"),
    end=phrases("结尾 | 結尾 | 文末 | 末尾 | 底部 | 最後"),
    after_introduction=phrases("引言后 | 引言之后 | 开头之后 | 導言後"),
    introductions=phrases("引言"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~之前 | ~前"),
    after=phrases("~之后 | ~之後 | ~后 | ~後 | ~下方"),
    within=phrases("~之中 | ~之内 | ~之內 | ~中 | ~内 | ~內 | ~里 | ~裡"),
    section_words=words("~一节 ~一節 ~这一节 ~章节 ~章節 ~部分 ~小节 ~小節"),
    layout_words=words("段落"),
)
