### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Italiano

# Heading of the table of contents of a policy.
contents = Indice

# Label of the language switcher, before the names of the languages.
languages = Lingue

# Heading of the page that lists all policies.
policies = Informative

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Vai al testo

# One sentence across the top of a page that is a draft.
draft-banner = Questa è una bozza; non è in vigore.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Questa clausola non è ancora tradotta (lingua del testo: { $language }).
