### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Türkçe

# Heading of the table of contents of a policy.
contents = İçindekiler

# Label of the language switcher, before the names of the languages.
languages = Diller

# Heading of the page that lists all policies.
policies = Politikalar

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Metne geç

# One sentence across the top of a page that is a draft.
draft-banner = Bu bir taslaktır; yürürlükte değildir.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Bu madde henüz çevrilmedi (metnin dili: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Değişiklikler

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Önceki değişiklikler

# The name of a version. { $version } is its number, for example "2.0".
version-name = Sürüm { $version }

# When a version was published, and when it takes or took effect.
version-published = Yayımlanma tarihi: { DATETIME($date, dateStyle: "long") }
version-effective = Yürürlük tarihi: { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Tarihe göre sürümler

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Belirli bir günde neyin yürürlükte olduğunu görmek için, tarihleri o günü kapsayan sürümü bulun (saat dilimi: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = Yürürlük dönemi: { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") } (son gün dahil)

# Where a version stands today.
status-in-force = Yürürlükte
status-coming = Henüz yürürlükte değil
status-past = Artık yürürlükte değil
status-replaced = Yürürlüğe girmeden değiştirildi

# Said of the oldest version, where the others say what changed.
first-version = İlk sürüm.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = Bu sürümle ilgili bildirim geri çekildi.

# One sentence across the top of a page, while another version is announced.
coming-banner = Bu metnin başka bir sürümü { DATETIME($date, dateStyle: "long") } tarihinde yürürlüğe girecektir.

# The same, on the page of the version that is announced.
not-yet-banner = Bu sürüm henüz yürürlükte değildir; { DATETIME($date, dateStyle: "long") } tarihinde yürürlüğe girecektir.

# The same, on the page of an old version.
past-banner = Bu sürüm artık yürürlükte değildir.

# Links in these banners.
read-coming = Gelecek sürümü oku
read-current = Yürürlükteki sürümü oku
see-changes = Değişiklikleri gör

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Anladım
button-agree = Kabul ediyorum
button-disagree = Kabul etmiyorum

# Heading of a page that compares two versions.
redline-title = { $from } sürümü ile { $to } sürümü arasındaki değişiklikler

# How to read that page.
redline-legend = Eklenen sözcüklerin altı, çıkarılan sözcüklerin üstü çizilidir.

# Heading of its part with the old text beside the new one.
redline-sides = Eski ve yeni metin yan yana

# What a screen reader says before words that were added or removed.
mark-added = eklendi
mark-removed = çıkarıldı

# What happened to a clause; stands beside its heading.
change-changed = Değiştirildi
change-added = Yeni
change-removed = Çıkarıldı
change-moved = Yeri değiştirildi

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] { $count } maddede değişiklik yoktur.
       *[other] { $count } maddede değişiklik yoktur.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = giriş bölümü

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] { $count } madde daha
       *[other] { $count } madde daha
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] { DATETIME($date, dateStyle: "long") } tarihinde değişecekler: { LIST($headings) }. O tarihe kadar önceki sürüm geçerlidir.
       *[now] Yeni sürüm { DATETIME($date, dateStyle: "long") } tarihinde yürürlüğe girdi. Değişenler: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: { DATETIME($date, dateStyle: "long") } değişiklikleri
           *[now] { $policy }: yeni sürüm
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Bu metin { DATETIME($date, dateStyle: "long") } tarihinden itibaren yürürlükte değildir.
    .title =
        { $phase ->
            [coming] { $policy }: { DATETIME($date, dateStyle: "long") } tarihinde sona erer
           *[now] { $policy }: artık yürürlükte değil
        }
