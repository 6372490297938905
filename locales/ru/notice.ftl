### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Русский

# Heading of the table of contents of a policy.
contents = Содержание

# Label of the language switcher, before the names of the languages.
languages = Языки

# Heading of the page that lists all policies.
policies = Политики

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Перейти к тексту

# One sentence across the top of a page that is a draft.
draft-banner = Это проект документа: он не вступил в силу.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Этот пункт ещё не переведён (язык текста: { $language }).
