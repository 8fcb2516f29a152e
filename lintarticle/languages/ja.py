"""Japanese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Japanese",
    doubles_words=True,
    long_sentence=40,
    unspaced=True,
    reading_speed=501,
    inflects=True,
    stop_words=words("""
        の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない
        この ため その あっ よう また もの という あり まで られ なる へ か だ これ それ あれ です ます
        でも より
    """),
    connecting_words=words("および または そして しかし ただし なぜなら ので から と や"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=NOTHING,
    doubled_words=NOTHING,
    length_units=phrases("字"),
    labels=Meanings("""
        title: ~タイトル | ~題名 | ~記事タイトル | !タイトル案 | !推奨タイトル | !タイトル候補
        seo_title: !seoタイトル | !seo タイトル | !メタタイトル | !タイトルタグ | !ページタイトル | !titleタグ | !title タグ | !検索用タイトル
        excerpt: !抜粋 | !seo抜粋 | !seo 抜粋 | ~概要 | ~要約 | ~説明 | ~紹介文 | !記事の抜粋 | !リード文 | !要約文
        seo_excerpt: !メタディスクリプション | !メタ説明 | !seo説明 | !seo 説明 | !メタ説明文 | !ディスクリプション |
            !検索用説明文 | !meta descriptionタグ
        tags: !タグ | !seoタグ | !seo タグ | !おすすめタグ | !推奨タグ | !タグ案
        keywords: !キーワード | !サブキーワード | !関連キーワード | !共起語 | !サブキーワード候補 | !ロングテールキーワード | !セカンダリキーワード
        keyphrase: !フォーカスキーワード | !メインキーワード | !対策キーワード | !狙うキーワード | !主要キーワード | !メインキーフレーズ | !フォーカスキーフレーズ |
            !狙うkw | !対策kw | !メインkw | !ターゲットキーワード
        illustrations: !推奨イラスト | !イラスト案 | !画像案 | !画像の提案 | !イラストの提案 | !挿絵案 | ~イラスト | ~挿絵 | !推奨画像 | !提案イラスト |
            !画像プロンプト | !画像生成プロンプト | !アイキャッチ画像プロンプト | !アイキャッチ画像のプロンプト | !アイキャッチ案 | !推奨画像案 | !画像の配置 | !画像配置案 |
            !推奨画像配置 | !画像挿入位置 | !図版案 | !挿入画像案 | !画像候補 | !おすすめ画像 | !画像アイデア | !画像指示 | !画像指示書
        cover: ~アイキャッチ | ~アイキャッチ画像 | ~カバー画像
        categories: !カテゴリ | !カテゴリー | !推奨カテゴリー | !推奨カテゴリ
        author: ~著者 | ~執筆者 | ~筆者 | ~ライター
        date: ~日付 | ~公開日 | ~投稿日
        updated: ~更新日 | ~最終更新日
        audience: !対象読者 | !想定読者 | !ターゲット読者 | !ターゲット層 | !ペルソナ | !読者ペルソナ
        search_intent: !検索意図 | !ユーザー意図 | !検索ニーズ
        word_count: ~文字数 | !目標文字数 | !想定文字数
        reading_time: ~読了時間 | ~読む時間
        lang: ~言語
        slug: !スラッグ | !urlスラッグ | !パーマリンク | !スラッグ案
        cover_alt: !アイキャッチ画像の代替テキスト | !アイキャッチのalt | !アイキャッチalt | !アイキャッチ画像のaltテキスト
        permalink: !推奨url
        internal_links: !内部リンク | !内部リンク案 | !推奨内部リンク | !内部リンク候補
        external_links: !外部リンク | !外部リンク案 | !外部リンク候補
    """),
    metadata_headings=phrases("seo設定 | seo 設定 | seo情報 | seo 情報 | メタデータ | メタ情報"),
    metadata_heading_words=phrases("""
        !メタデータ | !メタ情報 | !入稿 | !公開 | !編集 | 設定 | 情報 | 用 | 項目 | メモ | チェックリスト | データ | 対策 | 記事 | の | 関連 | 内容
    """),
    label_modifiers=words("""
        案 候補 提案 推奨 おすすめ
    """),
    placeholders=phrases("""
        無題 | タイトル | タイトルを入力 | ここにタイトル | 説明を入力 | ここに説明 | 著者名 | 未定
    """),
    leading_articles=NOTHING,
    alt_openers=phrases("画像： | 画像: | 画像は | この画像は | 写真： | 写真:"),
    file_alts=phrases("""
        画像 | 写真 | イメージ | スクリーンショット | スクショ | 図 | イラスト | アイコン | ロゴ |
        代替テキスト
    """),
    generic_links=phrases("""
        ここをクリック | こちらをクリック | リンク | 続きを読む | 続く | 全文表示 | こちら | ここ |
        詳細 | 詳しくはこちら | もっと見る
    """),
    toasts=phrases("リンクをコピーしました"),
    interface_lines=phrases("この記事をシェア | この記事をシェアする | 広告"),
    stand_ins=phrases("あなたの名前 | 会社名"),
    template_words=phrases("テンプレート"),
    assistant_agrees=phrases("もちろんです！"),
    assistant_presents=phrases("以下"),
    assistant_offers=phrases("ご希望でしたら | ご希望であれば | 必要であれば、私 | 必要でしたら | よろしければ、私"),
    assistant_closes=phrases("お役に立てば | お役に立てれば | ご不明な点があれば | 他にご質問"),
    brief_parts=Meanings("""
        type: タイプ | 種類 | 画像の種類
        placement: 位置 | 配置 | 挿入位置 | 配置場所 | 挿入場所 | 場所 | 掲載位置 | 配置位置
        description: 説明 | 内容 | 画像の説明 | 画像内容 | 内容説明 | イメージ
        prompt: プロンプト | 生成プロンプト | 画像プロンプト | 画像生成プロンプト | aiプロンプト
        alt: 代替テキスト | altテキスト | alt テキスト | 代替文 | alt属性
        caption: キャプション | 見出し文
        file: ファイル | ファイル名 | 画像ファイル名
        size: サイズ | 画像サイズ | 寸法
        width: 幅
        height: 高さ
        credit: 出典
        status: 状態
        title: タイトル
        style: スタイル | 画風 | テイスト
        priority: 優先度
        format: アスペクト比
    """),
    brief_labels=phrases(
        "説明 | 位置 | 配置 | 挿入位置 | 種類 | プロンプト | 代替テキスト | altテキスト | キャプション | サイズ | ファイル名 | スタイル | 内容"
    ),
    brief_types=Meanings("""
        hero: アイキャッチ | アイキャッチ画像 | カバー画像 | ヘッダー画像 | ヒーロー画像 | メイン画像 | トップ画像 | メインビジュアル
        infographic: インフォグラフィック
        diagram: 図解 | フローチャート | 構成図 | 図
        chart: グラフ | チャート | 棒グラフ | 折れ線グラフ
        map: 地図
        table: 対照表
        screenshot: スクリーンショット
        photo: 写真
        conceptual: イラスト | 挿絵 | イメージ図
        icon: アイコン
        video: 動画
    """),
    brief_headings=words("画像 イラスト"),
    pictures=phrases("画像 | 図 | 挿絵 | 図解 | イラスト | 写真 | スクリーンショット | グラフ | アイキャッチ"),
    plain_pictures=phrases("画像 | 図 | イラスト | 写真"),
    picture_fillers=words("画像"),
    picture_keys=words("画像"),
    wanted_pictures=phrases(
        "提案 | 挿入 | 挿入位置 | 案 | を挿入 | ここに | ここへ | この位置に | を入れる | を追加 | を配置"
    ),
    inserting_words=words("""
        挿入 配置 追加 入れる
    """),
    top=phrases("""
        冒頭 | 記事冒頭 | トップ | 先頭 | 記事の冒頭 | 記事の最初 | 記事の先頭 | 冒頭部分 | 記事トップ | 記事上部 | ページ上部 | 最上部 | タイトル下 | タイトルの下 |
        タイトル直下 | リード文の前 | 本文の前 | 記事の上部
    """),
    end=phrases("最後 | 末尾 | 記事の最後 | 記事末尾 | 記事の末尾 | 文末"),
    after_introduction=phrases("導入の後 | はじめにの後 | リード文の後 | 導入文の後 | 最初の段落の後"),
    introductions=phrases("はじめに"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~の前 | ~の直前 | ~直前 | ~の上"),
    after=phrases("~の後 | ~のあと | ~の下 | ~の直後 | ~直後 | ~の後ろ | ~の次"),
    within=phrases("~の中 | ~に | ~内 | ~の中で"),
    section_words=words("~セクション ~の章"),
    layout_words=words("段落"),
)
