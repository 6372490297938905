### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 이용약관

# One line about the page, for search engines.
description = 이 페이지는 { -product }의 모든 이용자와 운영자 사이에 적용되는 사항을 설명합니다.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **최종 업데이트: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 이 페이지는 { -product }의 모든 이용자와 운영자 사이에 적용되는 사항을 설명합니다.

changes = 모든 변경 사항을 시행 전에 알리고 이 페이지 하단의 날짜를 갱신합니다.
    .heading = 변경

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 이 페이지에 관해 궁금한 점이 있으면 <{ $contact-email }> 주소로 문의해 주십시오.
    .heading = 문의
