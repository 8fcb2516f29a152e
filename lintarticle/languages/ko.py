"""Korean."""

from lintarticle.languages import NOTHING, Language, Meanings, phrases, words

LANGUAGE = Language(
    name="Korean",
    doubles_words=True,
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
    doubled_words=NOTHING,
    length_units=phrases("자"),
    labels=Meanings("""
        title: ~제목 | ~글 제목 | !추천 제목 | !제목 제안 | !제목 후보
        seo_title: !seo 제목 | !메타 제목 | !타이틀 태그 | !seo 타이틀 | !메타 타이틀 | !타이틀
        excerpt: !발췌 | !seo 발췌 | ~요약 | ~설명 | !발췌문 | ~개요 | !요약문
        seo_excerpt: !메타 설명 | !seo 설명 | !메타 디스크립션 | !메타설명 | !seo 메타 설명
        tags: !태그 | !seo 태그 | !추천 태그 | !태그 제안
        keywords: !키워드 | !보조 키워드 | !관련 키워드 | !서브 키워드 | !연관 키워드 | !롱테일 키워드
        keyphrase: !핵심 키워드 | !포커스 키워드 | !메인 키워드 | !초점 키워드 | !타겟 키워드 | !주요 키워드 | !타깃 키워드 | !대표 키워드 | !핵심 키프레이즈
        illustrations: !추천 일러스트 | !이미지 제안 | !삽화 제안 | !추천 이미지 | !일러스트 제안 | ~삽화 | !제안 이미지 | !이미지 프롬프트 |
            !이미지 아이디어 | !이미지 생성 프롬프트 | !이미지 배치 | !추천 이미지 배치 | !이미지 배치 제안 | !대표 이미지 프롬프트 | !이미지 추천 | !이미지 계획 |
            !추천 삽화
        cover: ~대표 이미지 | ~커버 이미지
        categories: !카테고리 | ~분류 | !추천 카테고리
        author: ~저자 | ~작성자 | ~글쓴이
        date: ~날짜 | ~작성일 | ~게시일 | ~발행일
        updated: ~수정일 | ~최종 수정일 | ~업데이트
        audience: !대상 독자 | !타겟 독자 | !예상 독자
        search_intent: !검색 의도
        word_count: ~글자 수 | ~단어 수 | !목표 글자 수 | !목표 단어 수
        reading_time: ~읽는 시간
        lang: ~언어
        slug: !슬러그 | !url 슬러그 | !추천 슬러그
        cover_alt: !대표 이미지 대체 텍스트 | !대표 이미지 alt
        permalink: !고유주소 | !추천 url
        internal_links: !내부 링크 | !추천 내부 링크 | !내부 링크 제안
        external_links: !외부 링크 | !추천 외부 링크
    """),
    metadata_headings=phrases("메타데이터 | 메타 정보 | seo 정보"),
    metadata_heading_words=phrases("""
        !메타데이터 | !메타 | !발행 | !편집 | 설정 | 정보 | 메모 | 체크리스트 | 데이터 | 항목 | 최적화 | 용 | 블로그 | 글
    """),
    label_modifiers=words("""
        추천 제안 후보 권장
    """),
    placeholders=phrases("""
        제목 없음 | 제목을 입력하세요 | 여기에 제목 | 설명을 입력하세요 | 작성자 이름 | 미정
    """),
    leading_articles=NOTHING,
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
        type: 종류 | 유형 | 이미지 종류
        placement: 위치 | 배치 | 삽입 위치 | 배치 위치
        description: 설명 | 내용 | 이미지 설명 | 장면
        prompt: 프롬프트 | 이미지 프롬프트 | 생성 프롬프트
        alt: 대체 텍스트 | alt 텍스트 | 대체텍스트
        caption: 캡션 | 설명문
        file: 파일 | 파일명 | 파일 이름
        size: 크기 | 사이즈
        width: 너비
        height: 높이
        credit: 출처
        status: 상태
        title: 제목
        style: 스타일
        priority: 우선순위
        format: 비율
    """),
    brief_labels=phrases(
        "설명 | 위치 | 배치 | 프롬프트 | 대체 텍스트 | alt 텍스트 | 캡션 | 크기 | 파일명 | 스타일 | 종류 | 내용"
    ),
    brief_types=Meanings("""
        hero: 대표 이미지 | 썸네일 | 커버 | 메인 이미지 | 커버 이미지
        infographic: 인포그래픽
        diagram: 다이어그램 | 순서도 | 도식
        chart: 차트 | 그래프 | 도표
        map: 지도
        table: 표
        screenshot: 스크린샷
        photo: 사진
        conceptual: 일러스트 | 삽화
        icon: 아이콘
        video: 동영상
    """),
    brief_headings=words("이미지 그림"),
    pictures=phrases("이미지 | 그림 | 사진 | 도표 | 다이어그램 | 스크린샷 | 일러스트 | 그래프 | 인포그래픽"),
    plain_pictures=phrases("이미지 | 그림 | 일러스트 | 사진 | 삽화"),
    picture_fillers=words("이미지"),
    picture_keys=words("이미지"),
    wanted_pictures=phrases("제안 | 삽입 | 추가 | 자리 | 위치 | 여기에 | 여기"),
    inserting_words=words("""
        삽입 추가 넣기 넣어
    """),
    top=phrases("""
        맨 위 | 상단 | 처음 | 글 맨 위 | 글 상단 | 글의 맨 위 | 본문 상단 | 글 처음 | 글 시작 | 맨 앞 | 제목 아래 | 제목 바로 아래 | 도입부 앞 |
        페이지 상단 | 기사 상단
    """),
    end=phrases("끝 | 하단 | 마지막 | 글 끝 | 글 마지막 | 글 하단"),
    after_introduction=phrases("도입부 다음 | 서론 뒤"),
    introductions=phrases("서론 | 도입부"),
    place_fillers=NOTHING,
    placing_words=NOTHING,
    before=phrases("~앞 | ~위 | ~바로 앞 | ~앞에"),
    after=phrases("~다음 | ~뒤 | ~아래 | ~바로 뒤 | ~후 | ~뒤에 | ~다음에"),
    within=phrases("~안 | ~섹션 | ~안에"),
    section_words=words("~섹션 ~절"),
    layout_words=words("문단"),
)
