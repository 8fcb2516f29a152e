"""Japanese."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Japanese",
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
    length_units=phrases("字"),
    labels=Meanings("""
        title: ~タイトル | ~題名 | ~記事タイトル
        seo_title: !seoタイトル | !seo タイトル | !メタタイトル | !タイトルタグ | !ページタイトル
        excerpt: !抜粋 | !seo抜粋 | !seo 抜粋 | ~概要 | ~要約 | ~説明 | ~紹介文
        seo_excerpt: !メタディスクリプション | !メタ説明 | !seo説明 | !seo 説明 | !メタ説明文 |
            !ディスクリプション
        tags: !タグ | !seoタグ | !seo タグ | !おすすめタグ
        keywords: !キーワード | !サブキーワード | !関連キーワード
        keyphrase: !フォーカスキーワード | !メインキーワード | !対策キーワード | !狙うキーワード |
            !主要キーワード
        illustrations: !推奨イラスト | !イラスト案 | !画像案 | !画像の提案 | !イラストの提案 | !挿絵案 |
            ~イラスト | ~挿絵 | !推奨画像 | !提案イラスト
        cover: ~アイキャッチ | ~アイキャッチ画像 | ~カバー画像
        categories: !カテゴリ | !カテゴリー
        author: ~著者 | ~執筆者 | ~筆者 | ~ライター
        date: ~日付 | ~公開日 | ~投稿日
        updated: ~更新日 | ~最終更新日
        audience: !対象読者 | !想定読者 | !ターゲット読者 | !ターゲット層
        search_intent: !検索意図
        word_count: ~文字数
        reading_time: ~読了時間 | ~読む時間
        lang: ~言語
        slug: !スラッグ
    """),
    metadata_headings=phrases("seo設定 | seo 設定 | seo情報 | seo 情報 | メタデータ | メタ情報"),
    placeholders=phrases("""
        無題 | タイトル | タイトルを入力 | ここにタイトル | 説明を入力 | ここに説明 | 著者名 | 未定
    """),
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
        type: タイプ | 種類
        placement: 位置 | 配置 | 挿入位置
        description: 説明 | 内容
        prompt: プロンプト | 生成プロンプト
        alt: 代替テキスト
        caption: キャプション
        file: ファイル | ファイル名
        size: サイズ
        width: 幅
        height: 高さ
        credit: 出典
        status: 状態
        title: タイトル
        style: スタイル
        priority: 優先度
    """),
    brief_labels=phrases("説明"),
    brief_types=Meanings("""
        hero: アイキャッチ | アイキャッチ画像 | カバー画像 | ヘッダー画像
        infographic: インフォグラフィック
        diagram: 図解 | フローチャート | 構成図
        chart: グラフ | チャート
        map: 地図
        table: 対照表
        screenshot: スクリーンショット
        photo: 写真
        conceptual: イラスト | 挿絵 | イメージ図
        icon: アイコン
        video: 動画
    """),
    brief_headings=words("画像 イラスト"),
    pictures=phrases("画像 | 図 | 挿絵"),
    plain_pictures=phrases("画像 | 図"),
    picture_fillers=words("画像"),
    picture_keys=words("画像"),
    wanted_pictures=phrases("提案"),
    top=phrases("冒頭 | 記事冒頭 | トップ | 先頭"),
    end=phrases("最後 | 末尾"),
    after_introduction=phrases("導入の後 | はじめにの後"),
    introductions=phrases("はじめに"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~の前"),
    after=phrases("~の後 | ~のあと | ~の下"),
    within=phrases("~の中 | ~に"),
    section_words=words("~セクション ~の章"),
    layout_words=words("段落"),
)
