### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = हिन्दी

# Heading of the table of contents of a policy.
contents = विषय-सूची

# Label of the language switcher, before the names of the languages.
languages = भाषाएँ

# Heading of the page that lists all policies.
policies = नीतियाँ

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = सीधे पाठ पर जाएँ

# One sentence across the top of a page that is a draft.
draft-banner = यह एक मसौदा है; यह लागू नहीं है।

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = इस खंड का अनुवाद अभी नहीं हुआ है (पाठ की भाषा: { $language })।

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = बदलाव

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = पहले के बदलाव

# The name of a version. { $version } is its number, for example "2.0".
version-name = संस्करण { $version }

# When a version was published, and when it takes or took effect.
version-published = { DATETIME($date, dateStyle: "long") } को प्रकाशित
version-effective = { DATETIME($date, dateStyle: "long") } से लागू

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = तारीख़ के अनुसार संस्करण

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = किसी दिन क्या लागू था, यह जानने के लिए वह संस्करण ढूँढें जिसकी अवधि में वह दिन आता है (समय क्षेत्र: { $zone })।

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = { DATETIME($first, dateStyle: "long") } से { DATETIME($last, dateStyle: "long") } तक लागू (अंतिम दिन सहित)

# Where a version stands today.
status-in-force = लागू
status-coming = अभी लागू नहीं
status-past = अब लागू नहीं
status-replaced = लागू होने से पहले बदला गया

# Said of the oldest version, where the others say what changed.
first-version = पहला संस्करण।

# Said of a version whose notice was wrong and was taken back.
notice-retracted = इस संस्करण के बारे में दी गई सूचना वापस ले ली गई है।

# One sentence across the top of a page, while another version is announced.
coming-banner = { DATETIME($date, dateStyle: "long") } से इस पाठ का दूसरा संस्करण लागू होगा।

# The same, on the page of the version that is announced.
not-yet-banner = यह संस्करण { DATETIME($date, dateStyle: "long") } से लागू होगा; यह अभी लागू नहीं है।

# The same, on the page of an old version.
past-banner = यह संस्करण अब लागू नहीं है।

# Links in these banners.
read-coming = आगामी संस्करण पढ़ें
read-current = लागू संस्करण पढ़ें
see-changes = बदलाव देखें

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = समझ लिया
button-agree = सहमति है
button-disagree = सहमति नहीं है

# Heading of a page that compares two versions.
redline-title = संस्करण { $from } से संस्करण { $to } तक के बदलाव

# How to read that page.
redline-legend = जोड़े गए शब्दों के नीचे रेखा है और हटाए गए शब्दों के बीच से रेखा गुज़रती है।

# Heading of its part with the old text beside the new one.
redline-sides = पहले और बाद का पाठ, साथ-साथ

# What a screen reader says before words that were added or removed.
mark-added = जोड़ा गया
mark-removed = हटाया गया

# What happened to a clause; stands beside its heading.
change-changed = बदला गया
change-added = नया
change-removed = हटाया गया
change-moved = स्थानांतरित

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] { $count } खंड में कोई बदलाव नहीं है।
       *[other] { $count } खंडों में कोई बदलाव नहीं है।
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = प्रस्तावना

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] { $count } अन्य खंड
       *[other] { $count } अन्य खंड
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] { DATETIME($date, dateStyle: "long") } से होने वाले बदलाव: { LIST($headings) }। तब तक पिछला संस्करण लागू रहेगा।
       *[now] नया संस्करण { DATETIME($date, dateStyle: "long") } को लागू हुआ। क्या बदला है: { LIST($headings) }।
    }
    .title =
        { $phase ->
            [coming] { $policy }: { DATETIME($date, dateStyle: "long") } से बदलाव
           *[now] { $policy }: नया संस्करण
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = { DATETIME($date, dateStyle: "long") } से यह पाठ लागू नहीं है।
    .title =
        { $phase ->
            [coming] { $policy }: { DATETIME($date, dateStyle: "long") } से लागू नहीं
           *[now] { $policy }: अब लागू नहीं
        }
