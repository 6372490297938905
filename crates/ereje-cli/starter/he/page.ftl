### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = תנאי שימוש

# One line about the page, for search engines.
description = עמוד זה קובע מה חל בינינו לבין כל מי שמשתמש ב־{ -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **עדכון אחרון: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = עמוד זה קובע מה חל בינינו לבין כל מי שמשתמש ב־{ -product }.

changes = אנו מודיעים על כל שינוי לפני כניסתו לתוקף ומעדכנים את התאריך שבתחתית עמוד זה.
    .heading = שינויים

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = אם יש לכם שאלה על עמוד זה, כתבו אל <{ $contact-email }>.
    .heading = יצירת קשר
