### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = العربية

# Heading of the table of contents of a policy.
contents = المحتويات

# Label of the language switcher, before the names of the languages.
languages = اللغات

# Heading of the page that lists all policies.
policies = السياسات

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = الانتقال إلى النص

# One sentence across the top of a page that is a draft.
draft-banner = هذه مسودة؛ وهي غير سارية.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = لم يُترجم هذا البند بعد (لغة النص: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = التغييرات

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = التغييرات السابقة

# The name of a version. { $version } is its number, for example "2.0".
version-name = الإصدار { $version }

# When a version was published, and when it takes or took effect.
version-published = نُشر في { DATETIME($date, dateStyle: "long") }
version-effective = تاريخ بدء السريان: { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = الإصدارات حسب التاريخ

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = لمعرفة ما كان ساريًا في يوم معيّن، ابحث عن الإصدار الذي تشمل مدة سريانه ذلك اليوم (المنطقة الزمنية: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = مدة السريان: من { DATETIME($first, dateStyle: "long") } إلى { DATETIME($last, dateStyle: "long") } ضمنًا

# Where a version stands today.
status-in-force = سارٍ
status-coming = غير سارٍ بعد
status-past = لم يعد ساريًا
status-replaced = استُبدل قبل سريانه

# Said of the oldest version, where the others say what changed.
first-version = الإصدار الأول.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = سُحب الإشعار المتعلق بهذا الإصدار.

# One sentence across the top of a page, while another version is announced.
coming-banner = اعتبارًا من { DATETIME($date, dateStyle: "long") } يسري إصدار آخر من هذا النص.

# The same, on the page of the version that is announced.
not-yet-banner = هذا الإصدار غير سارٍ بعد؛ ويبدأ سريانه في { DATETIME($date, dateStyle: "long") }.

# The same, on the page of an old version.
past-banner = لم يعد هذا الإصدار ساريًا.

# Links in these banners.
read-coming = قراءة الإصدار القادم
read-current = قراءة الإصدار الساري
see-changes = الاطلاع على التغييرات

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = فهمت
button-agree = أوافق
button-disagree = لا أوافق

# Heading of a page that compares two versions.
redline-title = التغييرات من الإصدار { $from } إلى الإصدار { $to }

# How to read that page.
redline-legend = الكلمات المضافة تحتها خط، والكلمات المحذوفة مشطوبة.

# Heading of its part with the old text beside the new one.
redline-sides = النص قبل التغيير وبعده جنبًا إلى جنب

# What a screen reader says before words that were added or removed.
mark-added = مضاف
mark-removed = محذوف

# What happened to a clause; stands beside its heading.
change-changed = معدَّل
change-added = جديد
change-removed = محذوف
change-moved = منقول

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [zero] لم يبقَ أي بند دون تغيير.
        [one] بقي بند واحد دون تغيير.
        [two] بقي بندان دون تغيير.
        [few] بقيت { $count } بنود دون تغيير.
        [many] بقي { $count } بندًا دون تغيير.
       *[other] بقي { $count } بند دون تغيير.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = المقدمة

# A heading in the middle of a sentence.
quoted-heading = «{ $heading }»

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [zero] لا بنود أخرى
        [one] بند آخر
        [two] بندان آخران
        [few] { $count } بنود أخرى
        [many] { $count } بندًا آخر
       *[other] { $count } بند آخر
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] ما يتغير في { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. ويظل الإصدار السابق ساريًا حتى ذلك الحين.
       *[now] دخل الإصدار الجديد حيّز النفاذ في { DATETIME($date, dateStyle: "long") }. ما تغيّر: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: تغييرات اعتبارًا من { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: إصدار جديد
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = اعتبارًا من { DATETIME($date, dateStyle: "long") } لا يسري هذا النص.
    .title =
        { $phase ->
            [coming] { $policy }: انتهاء السريان في { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: انتهى السريان
        }
