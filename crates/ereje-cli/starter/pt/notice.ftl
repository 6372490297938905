### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Português

# Heading of the table of contents of a policy.
contents = Sumário

# Label of the language switcher, before the names of the languages.
languages = Idiomas

# Heading of the page that lists all policies.
policies = Políticas

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Ir para o texto

# One sentence across the top of a page that is a draft.
draft-banner = Este documento é um rascunho; não está em vigor.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Esta cláusula ainda não foi traduzida (idioma do texto: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Alterações

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Alterações anteriores

# The name of a version. { $version } is its number, for example "2.0".
version-name = Versão { $version }

# When a version was published, and when it takes or took effect.
version-published = Publicada em { DATETIME($date, dateStyle: "long") }
version-effective = Em vigor a partir de { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Versões por data

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Para saber o que estava em vigor em determinado dia, procure a versão cujo período o inclui (fuso horário: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = Em vigor de { DATETIME($first, dateStyle: "long") } até { DATETIME($last, dateStyle: "long") }, inclusive

# Where a version stands today.
status-in-force = Em vigor
status-coming = Ainda não está em vigor
status-past = Não está mais em vigor
status-replaced = Substituída antes de entrar em vigor

# Said of the oldest version, where the others say what changed.
first-version = A primeira versão.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = O aviso sobre esta versão foi retirado.

# One sentence across the top of a page, while another version is announced.
coming-banner = A partir de { DATETIME($date, dateStyle: "long") }, outra versão deste texto estará em vigor.

# The same, on the page of the version that is announced.
not-yet-banner = Esta versão ainda não está em vigor; sua vigência começa em { DATETIME($date, dateStyle: "long") }.

# The same, on the page of an old version.
past-banner = Esta versão não está mais em vigor.

# Links in these banners.
read-coming = Ler a próxima versão
read-current = Ler a versão em vigor
see-changes = Ver as alterações

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Entendi
button-agree = Concordo
button-disagree = Não concordo

# Heading of a page that compares two versions.
redline-title = Alterações da versão { $from } para a versão { $to }

# How to read that page.
redline-legend = As palavras adicionadas estão sublinhadas; as removidas estão riscadas.

# Heading of its part with the old text beside the new one.
redline-sides = Antes e depois, lado a lado

# What a screen reader says before words that were added or removed.
mark-added = adicionado
mark-removed = removido

# What happened to a clause; stands beside its heading.
change-changed = Alterada
change-added = Nova
change-removed = Removida
change-moved = Movida

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] { $count } cláusula permanece inalterada.
        [many] { $count } de cláusulas permanecem inalteradas.
       *[other] { $count } cláusulas permanecem inalteradas.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = a introdução

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] mais { $count } cláusula
        [many] mais { $count } de cláusulas
       *[other] mais { $count } cláusulas
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] O que muda em { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. Até lá, vale a versão anterior.
       *[now] Entrou em vigor em { DATETIME($date, dateStyle: "long") }. O que mudou: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: mudanças em { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: nova versão
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = A partir de { DATETIME($date, dateStyle: "long") }, este texto não está mais em vigor.
    .title =
        { $phase ->
            [coming] { $policy }: fim em { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: fim da vigência
        }
