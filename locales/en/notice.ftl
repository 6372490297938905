### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = English

# Heading of the table of contents of a policy.
contents = Contents

# Label of the language switcher, before the names of the languages.
languages = Languages

# Heading of the page that lists all policies.
policies = Policies

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Skip to the text

# One sentence across the top of a page that is a draft.
draft-banner = This is a draft; it is not in force.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = This clause is not yet translated (shown in: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Changes

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Earlier changes

# The name of a version. { $version } is its number, for example "2.0".
version-name = Version { $version }

# When a version was published, and when it takes or took effect.
version-published = Published on { DATETIME($date, dateStyle: "long") }
version-effective = In force from { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versions by date

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = To see what was in force on a day, find the version whose dates include it (time zone: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = In force from { DATETIME($first, dateStyle: "long") }, up to and including { DATETIME($last, dateStyle: "long") }

# Where a version stands today.
status-in-force = In force
status-coming = Not yet in force
status-past = No longer in force
status-replaced = Replaced before it took effect

# Said of the oldest version, where the others say what changed.
first-version = The first version.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = The notice about this version was withdrawn.

# One sentence across the top of a page, while another version is announced.
coming-banner = From { DATETIME($date, dateStyle: "long") }, another version of this text will be in force.

# The same, on the page of the version that is announced.
not-yet-banner = This version takes effect on { DATETIME($date, dateStyle: "long") }; it is not yet in force.

# The same, on the page of an old version.
past-banner = This version is no longer in force.

# Links in these banners.
read-coming = Read the coming version
read-current = Read the version in force
see-changes = See what changes

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Got it
button-agree = I agree
button-disagree = I do not agree

# Heading of a page that compares two versions.
redline-title = Changes from version { $from } to version { $to }

# How to read that page.
redline-legend = Added words are underlined, removed words are struck through.

# Heading of its part with the old text beside the new one.
redline-sides = Before and after, side by side

# What a screen reader says before words that were added or removed.
mark-added = added
mark-removed = removed

# What happened to a clause; stands beside its heading.
change-changed = Changed
change-added = New
change-removed = Removed
change-moved = Moved

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] One clause is unchanged.
       *[other] { $count } clauses are unchanged.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = the introduction

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] one more clause
       *[other] { $count } more clauses
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] What changes on { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. Until then the earlier version holds.
       *[now] Took effect on { DATETIME($date, dateStyle: "long") }. What has changed: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: changes on { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: new version
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = From { DATETIME($date, dateStyle: "long") }, this text is no longer in force.
    .title =
        { $phase ->
            [coming] { $policy }: ends on { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: no longer in force
        }

## The owner's own words about a version; what is missing here is written by Ereje.

notice-kazkey-privacy-2-0 =
    { $phase ->
        [coming] From { DATETIME($date, dateStyle: "long") } KazKey may receive crash reports from the app, without typed text. Nothing changes before that day; if you do not agree, please stop using the app.
       *[now] Since { DATETIME($date, dateStyle: "long") } KazKey may receive crash reports from the app, without typed text. If you do not agree, please stop using the app.
    }
