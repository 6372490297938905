### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Français

# Heading of the table of contents of a policy.
contents = Sommaire

# Label of the language switcher, before the names of the languages.
languages = Langues

# Heading of the page that lists all policies.
policies = Politiques

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Aller au texte

# One sentence across the top of a page that is a draft.
draft-banner = Ce document est un projet ; il n’est pas en vigueur.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Cette clause n’est pas encore traduite (langue du texte : { $language }).
