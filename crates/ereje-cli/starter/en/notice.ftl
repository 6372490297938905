### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = English

# Heading of the table of contents of a policy.
contents = Contents

# Label of the language switcher, before the names of the languages.
languages = Languages

# Heading of the page that lists all policies.
policies = Policies

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Skip to the text

# One sentence across the top of a page that is a draft.
draft-banner = This is a draft; it is not in force.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = This clause is not yet translated (shown in: { $language }).
