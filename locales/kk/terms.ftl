### The words that must be the same everywhere. Each is written once, with the forms that the
### sentences need, and used as { -user } or { -user(case: "genitive") }. The form marked with an
### asterisk is the one used when no case is given. "Possessed" forms follow an owner:
### "Пайдаланушының … деректерін".

# The name of the app. Not translated; no suffix is ever attached to it.
-kazkey = KazKey

# This document.
-policy =
    { $case ->
       *[nominative] құпиялылық саясаты
        [accusative] құпиялылық саясатын
        [dative] құпиялылық саясатына
    }

# A person who uses the app; defined in the clause "intro", with a capital letter from there on.
-user =
    { $case ->
       *[nominative] Пайдаланушы
        [genitive] Пайдаланушының
        [nominative-plural] Пайдаланушылар
        [genitive-plural] Пайдаланушылардың
        [dative-plural] Пайдаланушыларға
        [ablative-plural] Пайдаланушылардан
    }

# The keyboard app itself.
-app =
    { $case ->
       *[nominative] қолданба
        [genitive] қолданбаның
        [dative] қолданбаға
        [accusative] қолданбаны
        [accusative-possessed] қолданбасын
        [locative] қолданбада
        [instrumental] қолданбамен
    }

# Information that identifies a person: the term of the law on personal data and their protection.
# "capital" forms stand at the beginning of a heading.
-personal-data =
    { $case ->
       *[nominative] дербес деректер
        [capital] Дербес деректер
        [accusative-capital] Дербес деректерді
        [accusative-possessed] дербес деректерін
        [instrumental] дербес деректермен
    }

# Information that does not identify a person.
-non-personal-data =
    { $case ->
       *[nominative] дербес емес деректер
        [capital] Дербес емес деректер
        [accusative-possessed] дербес емес деректерін
    }
