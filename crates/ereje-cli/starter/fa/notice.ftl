### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = فارسی

# Heading of the table of contents of a policy.
contents = فهرست

# Label of the language switcher, before the names of the languages.
languages = زبان‌ها

# Heading of the page that lists all policies.
policies = سیاست‌ها

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = رفتن به متن

# One sentence across the top of a page that is a draft.
draft-banner = این یک پیش‌نویس است و لازم‌الاجرا نیست.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = این بند هنوز ترجمه نشده است (زبان متن: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = تغییرات

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = تغییرات پیشین

# The name of a version. { $version } is its number, for example "2.0".
version-name = نسخهٔ { $version }

# When a version was published, and when it takes or took effect.
version-published = تاریخ انتشار: { DATETIME($date, dateStyle: "long") }
version-effective = لازم‌الاجرا از { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = نسخه‌ها بر پایهٔ تاریخ

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = برای دانستن اینکه در روزی معین چه چیزی لازم‌الاجرا بوده است، نسخه‌ای را بیابید که بازهٔ زمانی آن همان روز را در بر می‌گیرد (منطقهٔ زمانی: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = لازم‌الاجرا از { DATETIME($first, dateStyle: "long") } تا پایان { DATETIME($last, dateStyle: "long") }

# Where a version stands today.
status-in-force = لازم‌الاجرا
status-coming = هنوز لازم‌الاجرا نیست
status-past = دیگر لازم‌الاجرا نیست
status-replaced = پیش از لازم‌الاجرا شدن جایگزین شد

# Said of the oldest version, where the others say what changed.
first-version = نسخهٔ نخست.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = اطلاعیهٔ مربوط به این نسخه پس گرفته شده است.

# One sentence across the top of a page, while another version is announced.
coming-banner = از { DATETIME($date, dateStyle: "long") } نسخهٔ دیگری از این متن لازم‌الاجرا خواهد بود.

# The same, on the page of the version that is announced.
not-yet-banner = این نسخه هنوز لازم‌الاجرا نیست و از { DATETIME($date, dateStyle: "long") } لازم‌الاجرا می‌شود.

# The same, on the page of an old version.
past-banner = این نسخه دیگر لازم‌الاجرا نیست.

# Links in these banners.
read-coming = خواندن نسخهٔ آینده
read-current = خواندن نسخهٔ لازم‌الاجرا
see-changes = مشاهدهٔ تغییرات

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = متوجه شدم
button-agree = موافقم
button-disagree = موافق نیستم

# Heading of a page that compares two versions.
redline-title = تغییرات از نسخهٔ { $from } به نسخهٔ { $to }

# How to read that page.
redline-legend = زیر واژه‌های افزوده‌شده و روی واژه‌های حذف‌شده خط کشیده شده است.

# Heading of its part with the old text beside the new one.
redline-sides = متن پیشین و متن جدید در کنار هم

# What a screen reader says before words that were added or removed.
mark-added = افزوده‌شده
mark-removed = حذف‌شده

# What happened to a clause; stands beside its heading.
change-changed = تغییریافته
change-added = جدید
change-removed = حذف‌شده
change-moved = جابه‌جاشده

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] { $count } بند بدون تغییر مانده است.
       *[other] { $count } بند بدون تغییر مانده است.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = مقدمه

# A heading in the middle of a sentence.
quoted-heading = «{ $heading }»

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] { $count } بند دیگر
       *[other] { $count } بند دیگر
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] آنچه از { DATETIME($date, dateStyle: "long") } تغییر می‌کند: { LIST($headings) }. تا آن تاریخ نسخهٔ پیشین لازم‌الاجراست.
       *[now] نسخهٔ جدید در تاریخ { DATETIME($date, dateStyle: "long") } لازم‌الاجرا شد. آنچه تغییر کرده است: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: تغییرات از { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: نسخهٔ جدید
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = از { DATETIME($date, dateStyle: "long") } این متن دیگر لازم‌الاجرا نیست.
    .title =
        { $phase ->
            [coming] { $policy }: پایان اعتبار در { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: دیگر لازم‌الاجرا نیست
        }
