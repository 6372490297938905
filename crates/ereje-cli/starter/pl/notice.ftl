### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Polski

# Heading of the table of contents of a policy.
contents = Spis treści

# Label of the language switcher, before the names of the languages.
languages = Języki

# Heading of the page that lists all policies.
policies = Polityki

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Przejdź do tekstu

# One sentence across the top of a page that is a draft.
draft-banner = To jest projekt dokumentu; nie obowiązuje.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Ten punkt nie został jeszcze przetłumaczony (język tekstu: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Zmiany

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Wcześniejsze zmiany

# The name of a version. { $version } is its number, for example "2.0".
version-name = Wersja { $version }

# When a version was published, and when it takes or took effect.
version-published = Data publikacji: { DATETIME($date, dateStyle: "long") }
version-effective = Data wejścia w życie: { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Wersje według dat

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Aby sprawdzić, co obowiązywało danego dnia, należy znaleźć wersję, której okres obowiązywania obejmuje ten dzień (strefa czasowa: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = Okres obowiązywania: od { DATETIME($first, dateStyle: "long") } do { DATETIME($last, dateStyle: "long") } włącznie

# Where a version stands today.
status-in-force = Obowiązuje
status-coming = Jeszcze nie obowiązuje
status-past = Już nie obowiązuje
status-replaced = Zastąpiona przed wejściem w życie

# Said of the oldest version, where the others say what changed.
first-version = Pierwsza wersja.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = Powiadomienie o tej wersji zostało wycofane.

# One sentence across the top of a page, while another version is announced.
coming-banner = Od { DATETIME($date, dateStyle: "long") } będzie obowiązywać inna wersja tego tekstu.

# The same, on the page of the version that is announced.
not-yet-banner = Ta wersja jeszcze nie obowiązuje; wejdzie w życie { DATETIME($date, dateStyle: "long") }.

# The same, on the page of an old version.
past-banner = Ta wersja już nie obowiązuje.

# Links in these banners.
read-coming = Przeczytaj przyszłą wersję
read-current = Przeczytaj obowiązującą wersję
see-changes = Zobacz zmiany

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Rozumiem
button-agree = Zgadzam się
button-disagree = Nie zgadzam się

# Heading of a page that compares two versions.
redline-title = Zmiany między wersją { $from } a wersją { $to }

# How to read that page.
redline-legend = Słowa dodane są podkreślone, a słowa usunięte przekreślone.

# Heading of its part with the old text beside the new one.
redline-sides = Dotychczasowe i nowe brzmienie obok siebie

# What a screen reader says before words that were added or removed.
mark-added = dodano
mark-removed = usunięto

# What happened to a clause; stands beside its heading.
change-changed = Zmieniono
change-added = Dodano
change-removed = Usunięto
change-moved = Przeniesiono

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Jeden punkt pozostał bez zmian.
        [few] { $count } punkty pozostały bez zmian.
        [many] { $count } punktów pozostało bez zmian.
       *[other] { $count } punktu pozostało bez zmian.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = wstęp

# A heading in the middle of a sentence.
quoted-heading = „{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] jeszcze jeden punkt
        [few] jeszcze { $count } punkty
        [many] jeszcze { $count } punktów
       *[other] jeszcze { $count } punktu
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] Zmiany od { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. Do tego czasu obowiązuje dotychczasowa wersja.
       *[now] Nowa wersja weszła w życie { DATETIME($date, dateStyle: "long") }. Co się zmieniło: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: zmiany od { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: nowa wersja
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Od { DATETIME($date, dateStyle: "long") } ten tekst już nie obowiązuje.
    .title =
        { $phase ->
            [coming] { $policy }: wygaśnięcie { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: koniec obowiązywania
        }
