"""Korean."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Korean",
    inflects=True,
    stop_words=words("""
        이 그 저 것 수 등 및 의 가 을 를 은 는 에 에서 와 과 도 로 으로 하다 있다 되다 또는 그리고
        그러나 하지만 때문에 위해 대한 대해 우리 나 너 무엇 어떻게 왜
    """),
    connecting_words=words("및 또는 그리고 의"),
    function_words=NOTHING,
    and_words=NOTHING,
    bylines=NOTHING,
    abbreviations=NOTHING,
    length_units=phrases("자"),
    labels=Meanings("""
        title: ~제목 | ~글 제목
        seo_title: !seo 제목 | !메타 제목 | !타이틀 태그
        excerpt: !발췌 | !seo 발췌 | ~요약 | ~설명 | !발췌문 | ~개요
        seo_excerpt: !메타 설명 | !seo 설명 | !메타 디스크립션 | !메타설명
        tags: !태그 | !seo 태그 | !추천 태그
        keywords: !키워드 | !보조 키워드 | !관련 키워드
        keyphrase: !핵심 키워드 | !포커스 키워드 | !메인 키워드 | !초점 키워드 | !타겟 키워드
        illustrations: !추천 일러스트 | !이미지 제안 | !삽화 제안 | !추천 이미지 | !일러스트 제안 |
            ~삽화 | !제안 이미지
        cover: ~대표 이미지 | ~커버 이미지
        categories: !카테고리 | ~분류
        author: ~저자 | ~작성자 | ~글쓴이
        date: ~날짜 | ~작성일 | ~게시일 | ~발행일
        updated: ~수정일 | ~최종 수정일 | ~업데이트
        audience: !대상 독자 | !타겟 독자 | !예상 독자
        search_intent: !검색 의도
        word_count: ~글자 수 | ~단어 수
        reading_time: ~읽는 시간
        lang: ~언어
        slug: !슬러그
    """),
    metadata_headings=phrases("메타데이터 | 메타 정보 | seo 정보"),
    placeholders=phrases("""
        제목 없음 | 제목을 입력하세요 | 여기에 제목 | 설명을 입력하세요 | 작성자 이름 | 미정
    """),
    alt_openers=phrases("이미지: | 사진: | 이 이미지는 | 이 사진은"),
    file_alts=phrases("이미지 | 사진 | 그림 | 스크린샷 | 캡처 | 도표 | 아이콘 | 로고 | 대체 텍스트"),
    generic_links=phrases("""
        여기 | 여기를 클릭 | 클릭 | 링크 | 자세히 | 자세히 보기 | 계속 | 이동 | 전체 보기 |
        여기를 클릭하세요 | 더 보기 | 더보기
    """),
    toasts=phrases("링크가 복사되었습니다"),
    interface_lines=phrases("이 기사 공유하기 | 광고"),
    stand_ins=phrases("이름 | 회사명"),
    template_words=phrases("템플릿"),
    assistant_agrees=phrases("물론입니다!"),
    assistant_presents=phrases("다음"),
    assistant_offers=phrases("원하시면 제가 | 원하신다면 제가 | 원하시면 | 필요하시면 제가 | 제가 추가로"),
    assistant_closes=phrases("도움이 되었기를 | 도움이 되셨기를 | 도움이 되길 바랍니다 | 궁금한 점이 있으시면"),
    brief_parts=Meanings("""
        type: 종류 | 유형
        placement: 위치
        description: 설명 | 내용
        prompt: 프롬프트
        alt: 대체 텍스트
        caption: 캡션
        file: 파일 | 파일명
        size: 크기
        width: 너비
        height: 높이
        credit: 출처
        status: 상태
        title: 제목
        style: 스타일
        priority: 우선순위
    """),
    brief_labels=phrases("설명"),
    brief_types=Meanings("""
        hero: 대표 이미지 | 썸네일 | 커버
        infographic: 인포그래픽
        diagram: 다이어그램 | 순서도
        chart: 차트 | 그래프
        map: 지도
        table: 표
        screenshot: 스크린샷
        photo: 사진
        conceptual: 일러스트 | 삽화
        icon: 아이콘
        video: 동영상
    """),
    brief_headings=words("이미지 그림"),
    pictures=phrases("이미지 | 그림 | 사진"),
    plain_pictures=phrases("이미지 | 그림"),
    picture_fillers=words("이미지"),
    picture_keys=words("이미지"),
    wanted_pictures=phrases("제안"),
    top=phrases("맨 위 | 상단 | 처음"),
    end=phrases("끝 | 하단 | 마지막"),
    after_introduction=phrases("도입부 다음 | 서론 뒤"),
    introductions=phrases("서론 | 도입부"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~앞"),
    after=phrases("~다음 | ~뒤"),
    within=phrases("~안"),
    section_words=words("~섹션 ~절"),
    layout_words=words("문단"),
)
