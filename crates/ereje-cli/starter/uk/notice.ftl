### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Українська

# Heading of the table of contents of a policy.
contents = Зміст

# Label of the language switcher, before the names of the languages.
languages = Мови

# Heading of the page that lists all policies.
policies = Політики

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Перейти до тексту

# One sentence across the top of a page that is a draft.
draft-banner = Це проєкт документа: він не набрав чинності.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Цей пункт ще не перекладено (мова тексту: { $language }).

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = Зміни

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = Попередні зміни

# The name of a version. { $version } is its number, for example "2.0".
version-name = Редакція { $version }

# When a version was published, and when it takes or took effect.
version-published = Дата публікації: { DATETIME($date, dateStyle: "long") }
version-effective = Дата набрання чинності: { DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = Редакції за датами

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = Щоб дізнатися, що було чинним певного дня, знайдіть редакцію, до строку чинності якої він належить (часовий пояс: { $zone }).

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = Строк чинності: з { DATETIME($first, dateStyle: "long") } до { DATETIME($last, dateStyle: "long") } включно

# Where a version stands today.
status-in-force = Чинна
status-coming = Ще не набрала чинності
status-past = Втратила чинність
status-replaced = Замінена до набрання чинності

# Said of the oldest version, where the others say what changed.
first-version = Перша редакція.

# Said of a version whose notice was wrong and was taken back.
notice-retracted = Повідомлення про цю редакцію відкликано.

# One sentence across the top of a page, while another version is announced.
coming-banner = З { DATETIME($date, dateStyle: "long") } діятиме інша редакція цього тексту.

# The same, on the page of the version that is announced.
not-yet-banner = Ця редакція ще не чинна: вона набере чинності { DATETIME($date, dateStyle: "long") }

# The same, on the page of an old version.
past-banner = Ця редакція втратила чинність.

# Links in these banners.
read-coming = Читати майбутню редакцію
read-current = Читати чинну редакцію
see-changes = Переглянути зміни

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Зрозуміло
button-agree = Я погоджуюся
button-disagree = Я не погоджуюся

# Heading of a page that compares two versions.
redline-title = Зміни: від редакції { $from } до редакції { $to }

# How to read that page.
redline-legend = Додані слова підкреслено, вилучені – закреслено.

# Heading of its part with the old text beside the new one.
redline-sides = Попередній і новий текст поруч

# What a screen reader says before words that were added or removed.
mark-added = додано
mark-removed = вилучено

# What happened to a clause; stands beside its heading.
change-changed = Змінено
change-added = Додано
change-removed = Вилучено
change-moved = Переміщено

# How many clauses are not shown because they are the same.
unchanged-clauses =
    { $count ->
        [one] Без змін залишився { $count } пункт.
        [few] Без змін залишилися { $count } пункти.
        [many] Без змін залишилося { $count } пунктів.
       *[other] Без змін залишилося { $count } пункту.
    }

# What notices call a clause that has no heading and follows none.
untitled-clause = вступна частина

# A heading in the middle of a sentence.
quoted-heading = «{ $heading }»

# The last entry of a list of headings that would be too long.
more-clauses =
    { $count ->
        [one] ще { $count } пункт
        [few] ще { $count } пункти
        [many] ще { $count } пунктів
       *[other] ще { $count } пункту
    }

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on. No full stop after the date: it
# ends with one already, as in "2026 р.".
notice =
    { $phase ->
        [coming] Зміни з { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. До цього дня діє попередня редакція.
       *[now] Нова редакція набрала чинності { DATETIME($date, dateStyle: "long") } Що змінилося: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: зміни з { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: нова редакція
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = З { DATETIME($date, dateStyle: "long") } цей текст не діє.
    .title =
        { $phase ->
            [coming] { $policy }: скасування { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: дію припинено
        }
