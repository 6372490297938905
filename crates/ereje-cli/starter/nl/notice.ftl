### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Nederlands

# Heading of the table of contents of a policy.
contents = Inhoud

# Label of the language switcher, before the names of the languages.
languages = Talen

# Heading of the page that lists all policies.
policies = Beleidsdocumenten

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Naar de tekst

# One sentence across the top of a page that is a draft.
draft-banner = Dit is een concept; het is niet van kracht.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Deze bepaling is nog niet vertaald (taal van de tekst: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Wijzigingen

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Eerdere wijzigingen

# The name of a version. { $version } is its number, for example "2.0".
version-name = Versie { $version }

# When a version was published, and when it takes or took effect.
version-published = Gepubliceerd op { DATETIME($date, dateStyle: "long") }
version-effective = Van kracht vanaf { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versies op datum

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Zoek de versie waarvan de periode de gezochte dag omvat om te zien wat er die dag gold (tijdzone: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = Van kracht van { DATETIME($first, dateStyle: "long") } tot en met { DATETIME($last, dateStyle: "long") }

# Where a version stands today.
status-in-force = Van kracht
status-coming = Nog niet van kracht
status-past = Niet meer van kracht
status-replaced = Vervangen voordat ze van kracht werd

# Said of the oldest version, where the others say what changed.
first-version = De eerste versie.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = De kennisgeving over deze versie is ingetrokken.

# One sentence across the top of a page, while another version is announced.
coming-banner = Vanaf { DATETIME($date, dateStyle: "long") } geldt een andere versie van deze tekst.

# The same, on the page of the version that is announced.
not-yet-banner = Deze versie is nog niet van kracht en treedt in werking op { DATETIME($date, dateStyle: "long") }.

# The same, on the page of an old version.
past-banner = Deze versie is niet meer van kracht.

# Links in these banners.
read-coming = De komende versie lezen
read-current = De geldende versie lezen
see-changes = De wijzigingen bekijken

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Begrepen
button-agree = Ik ga akkoord
button-disagree = Ik ga niet akkoord

# Heading of a page that compares two versions.
redline-title = Wijzigingen van versie { $from } naar versie { $to }

# How to read that page.
redline-legend = Toegevoegde woorden zijn onderstreept, verwijderde woorden zijn doorgestreept.

# Heading of its part with the old text beside the new one.
redline-sides = Oude en nieuwe tekst naast elkaar

# What a screen reader says before words that were added or removed.
mark-added = toegevoegd
mark-removed = verwijderd

# What happened to a clause; stands beside its heading.
change-changed = Gewijzigd
change-added = Nieuw
change-removed = Verwijderd
change-moved = Verplaatst

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Eén bepaling is ongewijzigd.
       *[other] { $count } bepalingen zijn ongewijzigd.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = de inleiding

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] nog één bepaling
       *[other] nog { $count } bepalingen
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Wat er op { DATETIME($date, dateStyle: "long") } verandert: { LIST($headings) }. Tot die tijd geldt de vorige versie.
       *[now] In werking getreden op { DATETIME($date, dateStyle: "long") }. Wat er is veranderd: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: wijzigingen per { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: nieuwe versie
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Vanaf { DATETIME($date, dateStyle: "long") } is deze tekst niet meer van kracht.
    .title =
        { $phase ->
            [coming] { $policy }: einde op { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: niet meer van kracht
        }
