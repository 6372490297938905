### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 繁體中文

# Heading of the table of contents of a policy.
contents = 目錄

# Label of the language switcher, before the names of the languages.
languages = 語言

# Heading of the page that lists all policies.
policies = 政策

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 跳至正文

# One sentence across the top of a page that is a draft.
draft-banner = 本文件為草案，並未生效。

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = 本條款尚未翻譯（內文語言：{ $language }）。
