### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = עברית

# Heading of the table of contents of a policy.
contents = תוכן העניינים

# Label of the language switcher, before the names of the languages.
languages = שפות

# Heading of the page that lists all policies.
policies = מסמכי מדיניות

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = דילוג אל הטקסט

# One sentence across the top of a page that is a draft.
draft-banner = זוהי טיוטה; היא אינה בתוקף.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = סעיף זה טרם תורגם (שפת הטקסט: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = שינויים

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = שינויים קודמים

# The name of a version. { $version } is its number, for example "2.0".
version-name = גרסה { $version }

# When a version was published, and when it takes or took effect.
version-published = פורסמה ביום { DATETIME($date, dateStyle: "long") }
version-effective = בתוקף מיום { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = גרסאות לפי תאריך

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = כדי לדעת מה היה בתוקף ביום מסוים, יש למצוא את הגרסה שתקופת תוקפה כוללת אותו (אזור זמן: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = בתוקף מיום { DATETIME($first, dateStyle: "long") } עד יום { DATETIME($last, dateStyle: "long") }, ועד בכלל

# Where a version stands today.
status-in-force = בתוקף
status-coming = טרם נכנסה לתוקף
status-past = אינה בתוקף עוד
status-replaced = הוחלפה לפני כניסתה לתוקף

# Said of the oldest version, where the others say what changed.
first-version = הגרסה הראשונה.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = ההודעה על גרסה זו בוטלה.

# One sentence across the top of a page, while another version is announced.
coming-banner = החל מיום { DATETIME($date, dateStyle: "long") } תהיה בתוקף גרסה אחרת של טקסט זה.

# The same, on the page of the version that is announced.
not-yet-banner = גרסה זו תיכנס לתוקף ביום { DATETIME($date, dateStyle: "long") }; היא עדיין אינה בתוקף.

# The same, on the page of an old version.
past-banner = גרסה זו אינה בתוקף עוד.

# Links in these banners.
read-coming = קריאת הגרסה הבאה
read-current = קריאת הגרסה שבתוקף
see-changes = צפייה בשינויים

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = הבנתי
button-agree = הסכמה
button-disagree = אי-הסכמה

# Heading of a page that compares two versions.
redline-title = שינויים מגרסה { $from } לגרסה { $to }

# How to read that page.
redline-legend = מילים שנוספו מסומנות בקו תחתון, ומילים שהוסרו מסומנות בקו חוצה.

# Heading of its part with the old text beside the new one.
redline-sides = לפני ואחרי, זה לצד זה

# What a screen reader says before words that were added or removed.
mark-added = נוסף
mark-removed = הוסר

# What happened to a clause; stands beside its heading.
change-changed = השתנה
change-added = חדש
change-removed = הוסר
change-moved = הועבר

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] סעיף אחד נותר ללא שינוי.
        [two] שני סעיפים נותרו ללא שינוי.
       *[other] { $count } סעיפים נותרו ללא שינוי.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = המבוא

# A heading in the middle of a sentence.
quoted-heading = ״{ $heading }״

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] סעיף אחד נוסף
        [two] שני סעיפים נוספים
       *[other] { $count } סעיפים נוספים
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] מה ישתנה ביום { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. עד אז הגרסה הקודמת נותרת בתוקף.
       *[now] נכנסה לתוקף ביום { DATETIME($date, dateStyle: "long") }. מה השתנה: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: שינויים ביום { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: גרסה חדשה
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = החל מיום { DATETIME($date, dateStyle: "long") } טקסט זה אינו בתוקף.
    .title =
        { $phase ->
            [coming] { $policy }: סיום התוקף ביום { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: התוקף הסתיים
        }
