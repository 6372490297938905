### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 한국어

# Heading of the table of contents of a policy.
contents = 목차

# Label of the language switcher, before the names of the languages.
languages = 언어

# Heading of the page that lists all policies.
policies = 정책

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 본문으로 건너뛰기

# One sentence across the top of a page that is a draft.
draft-banner = 이 문서는 초안이며 시행 중이 아닙니다.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = 이 조항은 아직 번역되지 않았습니다(본문 언어: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = 변경 이력

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = 이전 변경 이력

# The name of a version. { $version } is its number, for example "2.0".
version-name = 버전 { $version }

# When a version was published, and when it takes or took effect.
version-published = 게시일: { DATETIME($date, dateStyle: "long") }
version-effective = 시행일: { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = 날짜별 버전

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = 특정 날짜에 시행되던 내용을 확인하려면 시행 기간에 그 날짜가 포함된 버전을 찾으십시오(시간대: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = 시행 기간: { DATETIME($first, dateStyle: "long") }부터 { DATETIME($last, dateStyle: "long") }까지

# Where a version stands today.
status-in-force = 시행 중
status-coming = 시행 전
status-past = 시행 종료
status-replaced = 시행 전에 대체됨

# Said of the oldest version, where the others say what changed.
first-version = 최초 버전입니다.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = 이 버전에 관한 공지는 철회되었습니다.

# One sentence across the top of a page, while another version is announced.
coming-banner = { DATETIME($date, dateStyle: "long") }부터 이 문서의 다른 버전이 시행됩니다.

# The same, on the page of the version that is announced.
not-yet-banner = 이 버전은 { DATETIME($date, dateStyle: "long") }부터 시행되며 아직 시행 중이 아닙니다.

# The same, on the page of an old version.
past-banner = 이 버전은 더 이상 시행되지 않습니다.

# Links in these banners.
read-coming = 시행 예정 버전 읽기
read-current = 현행 버전 읽기
see-changes = 변경 사항 보기

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = 확인했습니다
button-agree = 동의합니다
button-disagree = 동의하지 않습니다

# Heading of a page that compares two versions.
redline-title = 버전 { $from } 대비 버전 { $to }의 변경 사항

# How to read that page.
redline-legend = 추가된 부분은 밑줄로, 삭제된 부분은 취소선으로 표시되어 있습니다.

# Heading of its part with the old text beside the new one.
redline-sides = 변경 전후 나란히 비교

# What a screen reader says before words that were added or removed.
mark-added = 추가
mark-removed = 삭제

# What happened to a clause; stands beside its heading.
change-changed = 변경
change-added = 신설
change-removed = 삭제
change-moved = 이동

# How many clauses are not shown because they are the same.
unchanged-clauses = { $count }개 조항은 변경되지 않았습니다.

# What notices call a clause that has no heading and follows none.
untitled-clause = 서문

# A heading in the middle of a sentence.
quoted-heading = ‘{ $heading }’

# The last entry of a list of headings that would be too long.
more-clauses = 그 밖의 조항 { $count }개

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] { DATETIME($date, dateStyle: "long") }부터 변경되는 내용: { LIST($headings) }. 그 전까지는 이전 버전이 적용됩니다.
       *[now] 새 버전이 { DATETIME($date, dateStyle: "long") }부터 시행되었습니다. 변경된 내용: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy } 변경({ DATETIME($date, dateStyle: "long") } 시행)
           *[now] { $policy }: 새 버전 시행
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = { DATETIME($date, dateStyle: "long") }부터 이 문서는 더 이상 시행되지 않습니다.
    .title =
        { $phase ->
            [coming] { $policy } 종료({ DATETIME($date, dateStyle: "long") })
           *[now] { $policy }: 시행 종료
        }
