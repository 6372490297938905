### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = हिन्दी

# Heading of the table of contents of a policy.
contents = विषय-सूची

# Label of the language switcher, before the names of the languages.
languages = भाषाएँ

# Heading of the page that lists all policies.
policies = नीतियाँ

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = सीधे पाठ पर जाएँ

# One sentence across the top of a page that is a draft.
draft-banner = यह एक मसौदा है; यह लागू नहीं है।

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = इस खंड का अनुवाद अभी नहीं हुआ है (पाठ की भाषा: { $language })।
