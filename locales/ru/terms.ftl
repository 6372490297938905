### The words that must be the same everywhere. Each is written once, with the forms that the
### sentences need, and used as { -user } or { -user(case: "genitive") }. The form marked with an
### asterisk is the one used when no case is given.

# The name of the app. Not translated, not declined.
-kazkey = KazKey

# This document. "capital" is the nominative at the beginning of a title.
-policy =
    { $case ->
       *[nominative] политика конфиденциальности
        [capital] Политика конфиденциальности
        [accusative] политику конфиденциальности
        [prepositional] политике конфиденциальности
    }

# A person who uses the app; defined in the clause "intro", with a capital letter from there on.
-user =
    { $case ->
       *[nominative] Пользователь
        [genitive] Пользователя
        [nominative-plural] Пользователи
        [genitive-plural] Пользователей
        [dative-plural] Пользователям
        [prepositional-plural] Пользователях
    }

# The keyboard app itself. The nominative is also the accusative.
-app =
    { $case ->
       *[nominative] приложение
        [genitive] приложения
        [dative] приложению
        [instrumental] приложением
        [prepositional] приложении
    }

# Information that identifies a person. The nominative is also the accusative.
-personal-data =
    { $case ->
       *[nominative] персональные данные
        [capital] Персональные данные
        [genitive] персональных данных
        [instrumental] персональными данными
    }

# Information that does not identify a person. The nominative is also the accusative.
-non-personal-data =
    { $case ->
       *[nominative] неперсональные данные
        [capital] Неперсональные данные
    }
