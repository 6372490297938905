### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 日本語

# Heading of the table of contents of a policy.
contents = 目次

# Label of the language switcher, before the names of the languages.
languages = 言語

# Heading of the page that lists all policies.
policies = ポリシー

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 本文へ移動

# One sentence across the top of a page that is a draft.
draft-banner = これは草案であり、効力はありません。

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = この条項はまだ翻訳されていません（本文の言語：{ $language }）。
