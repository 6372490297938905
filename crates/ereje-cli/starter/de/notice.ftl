### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Deutsch

# Heading of the table of contents of a policy.
contents = Inhalt

# Label of the language switcher, before the names of the languages.
languages = Sprachen

# Heading of the page that lists all policies.
policies = Richtlinien

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Zum Text springen

# One sentence across the top of a page that is a draft.
draft-banner = Dies ist ein Entwurf; er ist nicht in Kraft.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Dieser Abschnitt ist noch nicht übersetzt (Sprache des Textes: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Änderungen

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Frühere Änderungen

# The name of a version. { $version } is its number, for example "2.0".
version-name = Fassung { $version }

# When a version was published, and when it takes or took effect.
version-published = Veröffentlicht am { DATETIME($date, dateStyle: "long") }
version-effective = In Kraft ab dem { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Fassungen nach Datum

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Was an einem bestimmten Tag galt, steht in der Fassung, in deren Geltungszeitraum er fällt (Zeitzone: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = In Kraft vom { DATETIME($first, dateStyle: "long") } bis einschließlich { DATETIME($last, dateStyle: "long") }

# Where a version stands today.
status-in-force = In Kraft
status-coming = Noch nicht in Kraft
status-past = Nicht mehr in Kraft
status-replaced = Vor dem Inkrafttreten ersetzt

# Said of the oldest version, where the others say what changed.
first-version = Die erste Fassung.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = Die Mitteilung zu dieser Fassung wurde zurückgenommen.

# One sentence across the top of a page, while another version is announced.
coming-banner = Ab dem { DATETIME($date, dateStyle: "long") } gilt eine andere Fassung dieses Textes.

# The same, on the page of the version that is announced.
not-yet-banner = Diese Fassung tritt am { DATETIME($date, dateStyle: "long") } in Kraft; sie gilt noch nicht.

# The same, on the page of an old version.
past-banner = Diese Fassung ist nicht mehr in Kraft.

# Links in these banners.
read-coming = Künftige Fassung lesen
read-current = Geltende Fassung lesen
see-changes = Änderungen ansehen

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Verstanden
button-agree = Ich stimme zu
button-disagree = Ich stimme nicht zu

# Heading of a page that compares two versions.
redline-title = Änderungen von Fassung { $from } zu Fassung { $to }

# How to read that page.
redline-legend = Hinzugefügte Wörter sind unterstrichen, entfernte Wörter sind durchgestrichen.

# Heading of its part with the old text beside the new one.
redline-sides = Vorher und nachher nebeneinander

# What a screen reader says before words that were added or removed.
mark-added = hinzugefügt
mark-removed = entfernt

# What happened to a clause; stands beside its heading.
change-changed = Geändert
change-added = Neu
change-removed = Entfernt
change-moved = Verschoben

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Ein Abschnitt ist unverändert.
       *[other] { $count } Abschnitte sind unverändert.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = die Einleitung

# A heading in the middle of a sentence.
quoted-heading = „{ $heading }“

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] ein weiterer Abschnitt
       *[other] { $count } weitere Abschnitte
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Was sich am { DATETIME($date, dateStyle: "long") } ändert: { LIST($headings) }. Bis dahin gilt die bisherige Fassung.
       *[now] In Kraft getreten am { DATETIME($date, dateStyle: "long") }. Was sich geändert hat: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: Änderungen am { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: neue Fassung
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Ab dem { DATETIME($date, dateStyle: "long") } ist dieser Text nicht mehr in Kraft.
    .title =
        { $phase ->
            [coming] { $policy }: Ende am { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: nicht mehr in Kraft
        }
