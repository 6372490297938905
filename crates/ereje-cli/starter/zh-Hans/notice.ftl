### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 简体中文

# Heading of the table of contents of a policy.
contents = 目录

# Label of the language switcher, before the names of the languages.
languages = 语言

# Heading of the page that lists all policies.
policies = 政策

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 跳至正文

# One sentence across the top of a page that is a draft.
draft-banner = 本文件为草案，并未生效。

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = 本条款尚未翻译（正文语言：{ $language }）。
