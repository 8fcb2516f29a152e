"""Chinese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Chinese",
    doubles_words=True,
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
    doubled_words=NOTHING,
    length_units=phrases("字"),
    labels=Meanings("""
        title: ~标题 | ~標題 | ~文章标题 | ~文章標題 | !建议标题 | !备选标题 | !推荐标题 | ~文章題目
        seo_title: !seo标题 | !seo 标题 | !seo標題 | !seo 標題 | !元标题 | !网页标题 | !页面标题 | !頁面標題 | !标题标签 | !meta标题 |
            !meta 标题 | !搜索标题
        excerpt: !摘要 | !seo摘要 | !seo 摘要 | !文章摘要 | ~描述 | ~简介 | ~簡介 | ~概述 | ~总结 | !文章摘要建议 | !推荐摘要
        seo_excerpt: !元描述 | !seo描述 | !seo 描述 | !meta描述 | !meta 描述 | !元說明 | !网页描述 | !搜索描述 |
            !元描述建议 | !页面描述 | !seo摘要描述
        tags: !标签 | !標籤 | !seo标签 | !seo 标签 | !seo標籤 | !seo 標籤 | !文章标签 | !推荐标签 | !建议标签 | !推荐标签建议 | !文章標籤
        keywords: !关键词 | !關鍵詞 | !关键字 | !關鍵字 | !次要关键词 | !长尾关键词 | !seo关键词 | !seo 关键词 | !次要关键字 | !辅助关键词 |
            !相关关键词 | !次关键词 | !lsi关键词 | !副关键词
        keyphrase: !焦点关键词 | !主关键词 | !核心关键词 | !目标关键词 | !主要关键词 | !焦點關鍵詞 | !主要關鍵字 | !焦點關鍵字 | !主要关键词建议 | !主关键字 |
            !核心关键字 | !目标关键字 | !焦点关键词组 | !关键短语 | !焦点关键字
        illustrations: !建议插图 | !建議插圖 | !建议配图 | !配图建议 | !插图建议 | !插圖建議 | ~插图 | ~配图 | !图片建议 | !推荐插图 | !图片提示词 |
            !配图提示词 | !插图提示词 | !封面图提示词 | !ai绘图提示词 | !绘图提示词 | !生图提示词 | !配图方案 | !插图方案 | !配图计划 | !建议配图位置 | !配图位置 |
            !图片位置建议 | !封面图建议 | !封面建议 | !图片建议位置 | !推荐配图 | !圖片建議 | !配圖建議 | !推薦配圖 | !图片创意
        cover: ~封面图 | ~封面 | ~题图 | ~封面圖 | ~特色图片
        categories: !分类 | !分類 | ~类别 | ~類別 | ~栏目 | !建议分类 | !推荐分类 | !分类建议 | !文章分类
        author: ~作者 | ~撰文
        date: ~日期 | ~发布日期 | ~發布日期 | ~发布时间 | ~发表日期
        updated: ~更新日期 | ~更新时间 | ~最后更新 | ~更新時間
        audience: !目标读者 | !目標讀者 | !目标受众 | !目標受眾 | ~适合读者 | !读者对象
        search_intent: !搜索意图 | !搜尋意圖 | !用户意图
        word_count: ~字数 | ~字數 | !目标字数 | !建议字数
        reading_time: ~阅读时间 | ~閱讀時間 | ~阅读时长
        lang: ~语言 | ~語言
        slug: !网址别名 | !別名 | !url 别名 | !url别名 | !固定链接 | !英文别名 | !链接别名 | !别名
        cover_alt: !封面图替代文本 | !特色图片替代文本 | !特色图像替代文本 | !封面图alt | !封面alt文本
        permalink: !建议网址 | !建议链接 | !永久链接
        internal_links: !内链 | !内链建议 | !内部链接 | !建议内链 | !站内链接
        external_links: !外链 | !外链建议 | !外部链接 | !站外链接
    """),
    metadata_headings=phrases("元数据 | 元資料 | 元信息 | seo 信息 | seo信息 | seo 元数据 | seo元数据"),
    metadata_heading_words=phrases("""
        !元数据 | !元資料 | !元信息 | !发布 | !發佈 | !编辑 | !編輯 | 信息 | 資訊 | 设置 | 設定 | 设定 | 备注 | 備註 | 清单 | 清單 | 检查 | 优化 |
        優化 | 数据 | 部分 | 建议 | 建議 | 用 | 后台 | 文章 | 的 | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十
    """),
    label_modifiers=words("""
        建议 建議 推荐 推薦
    """),
    placeholders=phrases("""
        无标题 | 無標題 | 未命名 | 标题 | 標題 | 在此输入标题 | 请输入标题 | 请输入描述 | 在此输入描述 |
        作者姓名 | 待定 | 待补充
    """),
    leading_articles=phrases("一张 | 一張 | 一幅 | 一个 | 一個 | 在"),
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
        type: 类型 | 類型 | 图片类型
        placement: 位置 | 放置位置 | 插入位置 | 建议位置 | 配图位置 | 摆放位置 | 放置 | 插圖位置
        description: 描述 | 说明 | 說明 | 内容 | 內容 | 画面 | 画面描述 | 图片描述 | 主题 | 場景
        prompt: 提示词 | 提示詞 | ai提示词 | 生成提示词 | 图片提示词 | 绘图提示词 | 提示語
        alt: 替代文本 | 替代文字 | alt文本 | alt 文本 | alt文字 | alt 文字
        caption: 图注 | 圖說 | 图片说明 | 图片标题 | 图注文字 | 說明文字
        file: 文件 | 文件名 | 檔案 | 檔名 | 文件名称 | 图片文件名
        size: 尺寸 | 尺寸建议 | 图片尺寸 | 大小
        width: 宽度 | 寬度
        height: 高度
        credit: 来源 | 來源
        status: 状态 | 狀態
        title: 标题 | 標題
        style: 风格 | 風格 | 画风 | 图片风格
        priority: 优先级
        format: 比例 | 画幅
    """),
    brief_labels=phrases(
        "描述 | 位置 | 类型 | 替代文本 | 替代文字 | 图注 | 尺寸 | 风格 | 文件名 | 提示词 | 说明 | 内容 | alt文本"
    ),
    brief_types=Meanings("""
        hero: 封面 | 封面图 | 封面圖 | 头图 | 題圖 | 题图 | 首图 | 主图 | 特色图片 | 特色图像 | 主视觉 | 头图横幅
        infographic: 信息图 | 資訊圖 | 资讯图
        diagram: 流程图 | 流程圖 | 架构图 | 架構圖 | 示意图 | 示意圖 | 结构图 | 图解
        chart: 图表 | 圖表 | 柱状图 | 折线图
        map: 地图 | 地圖
        table: 表格
        screenshot: 截图 | 截圖
        photo: 照片
        conceptual: 插图 | 插圖 | 插画 | 插畫 | 概念图 | 概念圖
        icon: 图标 | 圖標
        video: 视频 | 影片
    """),
    brief_headings=words("图 圖"),
    pictures=phrases(
        "图片 | 圖片 | 插图 | 插圖 | 配图 | 配圖 | 图 | 示意图 | 截图 | 照片 | 封面图 | 图表 | 流程图 | 信息图"
    ),
    plain_pictures=phrases("图片 | 图 | 圖片 | 圖 | 插图 | 插圖 | 配图"),
    picture_fillers=words("图片 圖片"),
    picture_keys=words("图片 圖片"),
    wanted_pictures=phrases(
        "建议 | 建議 | 占位 | 位置 | 此处 | 待补 | 说明 | 占位符 | 此處 | 在此处 | 在此處 | 在这里 | 在這裡 | 这里 | 這裡"
    ),
    inserting_words=words("""
        插入 添加 放置 加入 配上
    """),
    top=phrases("""
        顶部 | 頂部 | 开头 | 開頭 | 文首 | 文章开头 | 文章開頭 | 头图 | 頭圖 | 文章顶部 | 文章頂部 | 文章最上方 | 最上方 | 正文开头 | 标题下方 | 标题之下 |
        标题后 | 正文之前 | 首屏 | 文章顶端 | 文章上方 | 页面顶部
    """),
    end=phrases("结尾 | 結尾 | 文末 | 末尾 | 底部 | 最後 | 文章结尾 | 文章末尾 | 文章底部 | 全文末尾"),
    after_introduction=phrases(
        "引言后 | 引言之后 | 开头之后 | 導言後 | 第一段之后 | 第一段后 | 首段之后 | 开头段落之后"
    ),
    introductions=phrases("引言"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~之前 | ~前 | ~前面 | ~的前面 | ~上方 | ~的上方 | ~以前"),
    after=phrases("~之后 | ~之後 | ~后 | ~後 | ~下方 | ~后面 | ~下面 | ~的后面 | ~的下方"),
    within=phrases("~之中 | ~之内 | ~之內 | ~中 | ~内 | ~內 | ~里 | ~裡 | ~里面 | ~部分"),
    section_words=words("~一节 ~一節 ~这一节 ~章节 ~章節 ~部分 ~小节 ~小節"),
    layout_words=words("段落"),
)
