### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Italiano

# Heading of the table of contents of a policy.
contents = Indice

# Label of the language switcher, before the names of the languages.
languages = Lingue

# Heading of the page that lists all policies.
policies = Informative

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Vai al testo

# One sentence across the top of a page that is a draft.
draft-banner = Questa è una bozza; non è in vigore.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Questa clausola non è ancora tradotta (lingua del testo: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Modifiche

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Modifiche precedenti

# The name of a version. { $version } is its number, for example "2.0".
version-name = Versione { $version }

# When a version was published, and when it takes or took effect.
version-published = Pubblicata in data { DATETIME($date, dateStyle: "long") }
version-effective = In vigore dal giorno { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versioni per data

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Per sapere che cosa era in vigore in un dato giorno, cerchi la versione il cui periodo lo comprende (fuso orario: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = In vigore dal giorno { DATETIME($first, dateStyle: "long") } al giorno { DATETIME($last, dateStyle: "long") } incluso

# Where a version stands today.
status-in-force = In vigore
status-coming = Non ancora in vigore
status-past = Non più in vigore
status-replaced = Sostituita prima dell’entrata in vigore

# Said of the oldest version, where the others say what changed.
first-version = La prima versione.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = L’avviso relativo a questa versione è stato ritirato.

# One sentence across the top of a page, while another version is announced.
coming-banner = Dal giorno { DATETIME($date, dateStyle: "long") } sarà in vigore un’altra versione di questo testo.

# The same, on the page of the version that is announced.
not-yet-banner = Questa versione entrerà in vigore il giorno { DATETIME($date, dateStyle: "long") }; non è ancora in vigore.

# The same, on the page of an old version.
past-banner = Questa versione non è più in vigore.

# Links in these banners.
read-coming = Leggi la prossima versione
read-current = Leggi la versione in vigore
see-changes = Vedi le modifiche

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Ho capito
button-agree = Accetto
button-disagree = Non accetto

# Heading of a page that compares two versions.
redline-title = Modifiche dalla versione { $from } alla versione { $to }

# How to read that page.
redline-legend = Le parole aggiunte sono sottolineate, quelle eliminate sono barrate.

# Heading of its part with the old text beside the new one.
redline-sides = Prima e dopo, fianco a fianco

# What a screen reader says before words that were added or removed.
mark-added = aggiunto
mark-removed = eliminato

# What happened to a clause; stands beside its heading.
change-changed = Modificata
change-added = Nuova
change-removed = Eliminata
change-moved = Spostata

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Una clausola è rimasta invariata.
        [many] { $count } di clausole sono rimaste invariate.
       *[other] { $count } clausole sono rimaste invariate.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = l’introduzione

# A heading in the middle of a sentence.
quoted-heading = «{ $heading }»

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] un’altra clausola
        [many] { $count } di altre clausole
       *[other] altre { $count } clausole
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Modifiche dal giorno { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. Fino ad allora vale la versione precedente.
       *[now] Entrata in vigore il giorno { DATETIME($date, dateStyle: "long") }. Che cosa è cambiato: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: modifiche ({ DATETIME($date, dateStyle: "long") })
           *[now] { $policy }: nuova versione
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Dal giorno { DATETIME($date, dateStyle: "long") } questo testo non è più in vigore.
    .title =
        { $phase ->
            [coming] { $policy }: fine ({ DATETIME($date, dateStyle: "long") })
           *[now] { $policy }: non più in vigore
        }
