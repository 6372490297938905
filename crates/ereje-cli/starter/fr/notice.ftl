### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Français

# Heading of the table of contents of a policy.
contents = Sommaire

# Label of the language switcher, before the names of the languages.
languages = Langues

# Heading of the page that lists all policies.
policies = Politiques

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Aller au texte

# One sentence across the top of a page that is a draft.
draft-banner = Ce document est un projet ; il n’est pas en vigueur.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Cette clause n’est pas encore traduite (langue du texte : { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Modifications

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Modifications antérieures

# The name of a version. { $version } is its number, for example "2.0".
version-name = Version { $version }

# When a version was published, and when it takes or took effect.
version-published = Publiée le { DATETIME($date, dateStyle: "long") }
version-effective = En vigueur à compter du { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versions par date

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Pour savoir ce qui était en vigueur un jour donné, cherchez la version dont la période comprend ce jour (fuseau horaire : { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = En vigueur du { DATETIME($first, dateStyle: "long") } au { DATETIME($last, dateStyle: "long") } inclus

# Where a version stands today.
status-in-force = En vigueur
status-coming = Pas encore en vigueur
status-past = N’est plus en vigueur
status-replaced = Remplacée avant son entrée en vigueur

# Said of the oldest version, where the others say what changed.
first-version = La première version.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = L’avis relatif à cette version a été retiré.

# One sentence across the top of a page, while another version is announced.
coming-banner = À compter du { DATETIME($date, dateStyle: "long") }, une autre version de ce texte sera en vigueur.

# The same, on the page of the version that is announced.
not-yet-banner = Cette version entrera en vigueur le { DATETIME($date, dateStyle: "long") } ; elle n’est pas encore en vigueur.

# The same, on the page of an old version.
past-banner = Cette version n’est plus en vigueur.

# Links in these banners.
read-coming = Lire la version à venir
read-current = Lire la version en vigueur
see-changes = Voir les modifications

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = J’ai compris
button-agree = J’accepte
button-disagree = Je n’accepte pas

# Heading of a page that compares two versions.
redline-title = Modifications entre la version { $from } et la version { $to }

# How to read that page.
redline-legend = Les mots ajoutés sont soulignés, les mots supprimés sont barrés.

# Heading of its part with the old text beside the new one.
redline-sides = Avant et après, côte à côte

# What a screen reader says before words that were added or removed.
mark-added = ajouté
mark-removed = supprimé

# What happened to a clause; stands beside its heading.
change-changed = Modifiée
change-added = Nouvelle
change-removed = Supprimée
change-moved = Déplacée

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] { $count } clause est inchangée.
        [many] { $count } de clauses sont inchangées.
       *[other] { $count } clauses sont inchangées.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = l’introduction

# A heading in the middle of a sentence.
quoted-heading = « { $heading } »

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] { $count } autre clause
        [many] { $count } d’autres clauses
       *[other] { $count } autres clauses
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Ce qui change le { DATETIME($date, dateStyle: "long") } : { LIST($headings) }. D’ici là, la version précédente s’applique.
       *[now] Entrée en vigueur le { DATETIME($date, dateStyle: "long") }. Ce qui a changé : { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy } : révision le { DATETIME($date, dateStyle: "long") }
           *[now] { $policy } : nouvelle version
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = À compter du { DATETIME($date, dateStyle: "long") }, ce texte n’est plus en vigueur.
    .title =
        { $phase ->
            [coming] { $policy } : fin le { DATETIME($date, dateStyle: "long") }
           *[now] { $policy } : plus en vigueur
        }
