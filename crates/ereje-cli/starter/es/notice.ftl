### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Español

# Heading of the table of contents of a policy.
contents = Índice

# Label of the language switcher, before the names of the languages.
languages = Idiomas

# Heading of the page that lists all policies.
policies = Políticas

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Ir al texto

# One sentence across the top of a page that is a draft.
draft-banner = Esto es un borrador; no está en vigor.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Esta cláusula aún no está traducida (idioma del texto: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Cambios

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Cambios anteriores

# The name of a version. { $version } is its number, for example "2.0".
version-name = Versión { $version }

# When a version was published, and when it takes or took effect.
version-published = Publicada el { DATETIME($date, dateStyle: "long") }
version-effective = En vigor a partir del { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versiones por fecha

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Para saber qué estaba en vigor un día determinado, busque la versión cuyas fechas lo incluyan (zona horaria: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = En vigor desde el { DATETIME($first, dateStyle: "long") } hasta el { DATETIME($last, dateStyle: "long") } inclusive

# Where a version stands today.
status-in-force = En vigor
status-coming = Aún no está en vigor
status-past = Ya no está en vigor
status-replaced = Sustituida antes de entrar en vigor

# Said of the oldest version, where the others say what changed.
first-version = La primera versión.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = El aviso sobre esta versión ha sido retirado.

# One sentence across the top of a page, while another version is announced.
coming-banner = A partir del { DATETIME($date, dateStyle: "long") } estará en vigor otra versión de este texto.

# The same, on the page of the version that is announced.
not-yet-banner = Esta versión entrará en vigor el { DATETIME($date, dateStyle: "long") }; aún no está en vigor.

# The same, on the page of an old version.
past-banner = Esta versión ya no está en vigor.

# Links in these banners.
read-coming = Leer la próxima versión
read-current = Leer la versión en vigor
see-changes = Ver los cambios

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Entendido
button-agree = Acepto
button-disagree = No acepto

# Heading of a page that compares two versions.
redline-title = Cambios de la versión { $from } a la versión { $to }

# How to read that page.
redline-legend = Las palabras añadidas aparecen subrayadas; las eliminadas, tachadas.

# Heading of its part with the old text beside the new one.
redline-sides = Antes y después, en paralelo

# What a screen reader says before words that were added or removed.
mark-added = añadido
mark-removed = eliminado

# What happened to a clause; stands beside its heading.
change-changed = Modificada
change-added = Nueva
change-removed = Eliminada
change-moved = Reubicada

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Una cláusula permanece sin cambios.
        [many] { $count } de cláusulas permanecen sin cambios.
       *[other] { $count } cláusulas permanecen sin cambios.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = la introducción

# A heading in the middle of a sentence.
quoted-heading = «{ $heading }»

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] una cláusula más
        [many] { $count } de cláusulas más
       *[other] { $count } cláusulas más
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Qué cambia el { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. Hasta entonces rige la versión anterior.
       *[now] Entró en vigor el { DATETIME($date, dateStyle: "long") }. Qué ha cambiado: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: cambios el { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: nueva versión
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = A partir del { DATETIME($date, dateStyle: "long") }, este texto ya no está en vigor.
    .title =
        { $phase ->
            [coming] { $policy }: fin el { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: fin de la vigencia
        }
