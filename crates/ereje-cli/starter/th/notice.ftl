### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = ไทย

# Heading of the table of contents of a policy.
contents = สารบัญ

# Label of the language switcher, before the names of the languages.
languages = ภาษา

# Heading of the page that lists all policies.
policies = นโยบาย

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = ข้ามไปยังข้อความ

# One sentence across the top of a page that is a draft.
draft-banner = เอกสารนี้เป็นฉบับร่างและไม่มีผลบังคับใช้

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = ข้อนี้ยังไม่ได้แปล (ภาษาของข้อความ: { $language })

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = การเปลี่ยนแปลง

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = การเปลี่ยนแปลงก่อนหน้านี้

# The name of a version. { $version } is its number, for example "2.0".
version-name = ฉบับที่ { $version }

# When a version was published, and when it takes or took effect.
version-published = เผยแพร่เมื่อวันที่ { DATETIME($date, dateStyle: "long") }
version-effective = มีผลบังคับใช้ตั้งแต่วันที่ { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = ฉบับต่าง ๆ ตามวันที่

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = หากต้องการทราบว่าฉบับใดมีผลบังคับใช้ในวันใด ให้ค้นหาฉบับที่มีช่วงเวลาครอบคลุมวันนั้น (เขตเวลา: { $zone })

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = มีผลบังคับใช้ตั้งแต่วันที่ { DATETIME($first, dateStyle: "long") } จนถึงวันที่ { DATETIME($last, dateStyle: "long") }

# Where a version stands today.
status-in-force = มีผลบังคับใช้
status-coming = ยังไม่มีผลบังคับใช้
status-past = ไม่มีผลบังคับใช้แล้ว
status-replaced = ถูกแทนที่ก่อนมีผลบังคับใช้

# Said of the oldest version, where the others say what changed.
first-version = ฉบับแรก

# Said of a version whose notice was wrong and was taken back.
notice-retracted = ประกาศเกี่ยวกับฉบับนี้ถูกเพิกถอนแล้ว

# One sentence across the top of a page, while another version is announced.
coming-banner = เอกสารนี้อีกฉบับหนึ่งจะมีผลบังคับใช้ตั้งแต่วันที่ { DATETIME($date, dateStyle: "long") }

# The same, on the page of the version that is announced.
not-yet-banner = ฉบับนี้ยังไม่มีผลบังคับใช้ โดยจะเริ่มมีผลบังคับใช้ในวันที่ { DATETIME($date, dateStyle: "long") }

# The same, on the page of an old version.
past-banner = ฉบับนี้ไม่มีผลบังคับใช้แล้ว

# Links in these banners.
read-coming = อ่านฉบับที่จะมีผลบังคับใช้
read-current = อ่านฉบับที่มีผลบังคับใช้อยู่
see-changes = ดูการเปลี่ยนแปลง

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = รับทราบ
button-agree = ยินยอม
button-disagree = ไม่ยินยอม

# Heading of a page that compares two versions.
redline-title = การเปลี่ยนแปลงจากฉบับที่ { $from } เป็นฉบับที่ { $to }

# How to read that page.
redline-legend = คำที่เพิ่มเข้ามามีเส้นใต้ ส่วนคำที่ตัดออกมีเส้นขีดฆ่า

# Heading of its part with the old text beside the new one.
redline-sides = เปรียบเทียบข้อความก่อนและหลังการเปลี่ยนแปลง

# What a screen reader says before words that were added or removed.
mark-added = เพิ่ม
mark-removed = ตัดออก

# What happened to a clause; stands beside its heading.
change-changed = เปลี่ยนแปลง
change-added = เพิ่มใหม่
change-removed = ตัดออก
change-moved = ย้ายตำแหน่ง

# How many clauses are not shown because they are the same.
unchanged-clauses = มี { $count } ข้อที่ไม่เปลี่ยนแปลง

# What notices call a clause that has no heading and follows none.
untitled-clause = บทนำ

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses = อีก { $count } ข้อ

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] การเปลี่ยนแปลงตั้งแต่วันที่ { DATETIME($date, dateStyle: "long") }: { LIST($headings) } โดยก่อนหน้านั้นยังใช้ฉบับก่อนหน้า
       *[now] ฉบับใหม่เริ่มมีผลบังคับใช้เมื่อวันที่ { DATETIME($date, dateStyle: "long") } สิ่งที่เปลี่ยนแปลง: { LIST($headings) }
    }
    .title =
        { $phase ->
            [coming] { $policy }ฉบับใหม่ มีผล { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }ฉบับใหม่มีผลบังคับใช้แล้ว
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = ตั้งแต่วันที่ { DATETIME($date, dateStyle: "long") } เอกสารนี้ไม่มีผลบังคับใช้
    .title =
        { $phase ->
            [coming] { $policy }สิ้นผล { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }ไม่มีผลบังคับใช้แล้ว
        }
