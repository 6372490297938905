### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = מדיניות פרטיות

# One line about the page, for search engines.
description = מדיניות הפרטיות של { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **עדכון אחרון: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = מדיניות זו מסבירה מה { -product } עושה במידע עליכם.

# Introduces the two items below.
collection = אנו אוספים רק את מה שהיישום צריך כדי לפעול:
    .heading = מה אנו אוספים

collection-account = **כתובת הדוא״ל שלכם.** אנו משתמשים בה כדי לאפשר לכם להתחבר.

collection-diagnostics = **דוחות טכניים.** אנו משתמשים בהם כדי לתקן שגיאות.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    אנו מוחקים מידע זה { $retention ->
        [one] יום אחד ({ $retention })
        [two] יומיים ({ $retention })
       *[other] { $retention } ימים
    } לאחר שתסגרו את החשבון.
    .heading = כמה זמן אנו שומרים את המידע

changes = אנו מודיעים על כל שינוי לפני כניסתו לתוקף ומעדכנים את התאריך שבתחתית עמוד זה.
    .heading = שינויים במדיניות זו

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = אם יש לכם שאלה על מדיניות זו, כתבו אל <{ $contact-email }>.
    .heading = יצירת קשר
