language-name = English
contents = Contents
languages = Languages
policies = Policies
skip-to-text = Skip to text
draft-banner = This is a draft: it is not in force.
clause-missing = This clause is not translated yet (language of the text: { $language }).
