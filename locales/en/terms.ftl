### The words that must be the same everywhere. Each is written once, with the forms that the
### sentences need, and used as { -user } or { -user(form: "plural") }. The form marked with an
### asterisk is the one used when none is given.

# The name of the app. Not translated.
-kazkey = KazKey

# This document. "capital" stands at the beginning of a title.
-policy =
    { $form ->
       *[lowercase] privacy policy
        [capital] Privacy policy
    }

# A person who uses the app; defined in the clause "intro", with a capital letter from there on.
-user =
    { $form ->
       *[singular] User
        [plural] Users
    }

# The keyboard app itself.
-app = app

# Information that identifies a person. "capital" stands at the beginning of a heading.
-personal-data =
    { $form ->
       *[lowercase] personal identification information
        [capital] Personal identification information
    }

# Information that does not identify a person. "capital" stands at the beginning of a heading.
-non-personal-data =
    { $form ->
       *[lowercase] non-personal identification information
        [capital] Non-personal identification information
    }
