language-name = English
contents = Contents
languages = Languages
policies = Policies
skip-to-text = Skip to the text
draft-banner = This is a draft and not in force.
clause-missing = Not yet translated; shown in { $language }
