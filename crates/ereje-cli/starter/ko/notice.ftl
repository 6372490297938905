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
