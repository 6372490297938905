### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 개인정보 처리방침

# One line about the page, for search engines.
description = { -product } 개인정보 처리방침

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **최종 업데이트: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 이 방침은 { -product }에서 이용자에 관한 정보를 어떻게 다루는지 설명합니다.

# Introduces the two items below.
collection = 앱이 작동하는 데 필요한 다음 정보만 수집합니다.
    .heading = 수집하는 정보

collection-account = **이용자의 이메일 주소.** 로그인을 위해 사용합니다.

collection-diagnostics = **기술 보고서.** 오류를 고치기 위해 사용합니다.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    이 정보는 이용자가 계정을 해지하고 { $retention ->
       *[other] { $retention }일
    }이 지난 후에 삭제합니다.
    .heading = 정보의 보관 기간

changes = 모든 변경 사항을 시행 전에 알리고 이 페이지 하단의 날짜를 갱신합니다.
    .heading = 방침의 변경

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 이 방침에 관해 궁금한 점이 있으면 <{ $contact-email }> 주소로 문의해 주십시오.
    .heading = 문의
