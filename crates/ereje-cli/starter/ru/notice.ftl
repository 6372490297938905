### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Русский

# Heading of the table of contents of a policy.
contents = Содержание

# Label of the language switcher, before the names of the languages.
languages = Языки

# Heading of the page that lists all policies.
policies = Политики

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Перейти к тексту

# One sentence across the top of a page that is a draft.
draft-banner = Это проект документа: он не вступил в силу.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Этот пункт ещё не переведён (язык текста: { $language }).

## Редакции и уведомления. Нужны, как только у политики есть выпущенная редакция.

# Заголовок страницы со всеми редакциями и подпись ссылок на неё.
history = Изменения

# Заголовок над ссылками на изменения прежних редакций и подпись ссылок на них.
earlier-changes = Более ранние изменения

# Название редакции. { $version } – её номер, например «2.0».
version-name = Редакция { $version }

# Когда редакция опубликована и когда вступает в силу. Перед датой не ставьте «с»: было бы «со 2 марта».
version-published = Опубликована { DATETIME($date, dateStyle: "long") }
version-effective = Дата вступления в силу: { DATETIME($date, dateStyle: "long") }

# Заголовок страницы, где о каждой редакции сказано, в какие дни она действует, и подпись ссылок на неё.
versions-by-date = Редакции по датам

# Как читать эту страницу. { $zone } – название часового пояса, например «Asia/Almaty»; оно не склоняется.
find-a-date = Чтобы узнать, что действовало в какой-либо день, найдите редакцию, в срок действия которой он входит (часовой пояс: { $zone }).

# С какого по какой день действует редакция. Последний день входит в срок.
version-span = Срок действия: { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") } включительно

# Положение редакции на сегодня.
status-in-force = Действует
status-coming = Ещё не вступила в силу
status-past = Утратила силу
status-replaced = Заменена до вступления в силу

# О самой старой редакции – там, где о других сказано, что изменилось.
first-version = Первая редакция.

# О редакции, уведомление о которой было ошибочным и отозвано.
notice-retracted = Уведомление об этой редакции отозвано.

# Одно предложение вверху страницы, пока объявлена другая редакция.
coming-banner = Другая редакция этого текста вступит в силу { DATETIME($date, dateStyle: "long") }

# То же на странице объявленной редакции.
not-yet-banner = Эта редакция ещё не действует: она вступит в силу { DATETIME($date, dateStyle: "long") }

# То же на странице старой редакции.
past-banner = Эта редакция утратила силу.

# Ссылки в этих предложениях.
read-coming = Читать будущую редакцию
read-current = Читать действующую редакцию
see-changes = Посмотреть изменения

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Понятно
button-agree = Я соглашаюсь
button-disagree = Я не соглашаюсь

# Заголовок страницы, на которой сравниваются две редакции.
redline-title = Изменения: от редакции { $from } к редакции { $to }

# Как читать эту страницу.
redline-legend = Добавленные слова подчёркнуты, удалённые зачёркнуты.

# Заголовок её части, где прежний текст стоит рядом с новым.
redline-sides = Прежний и новый текст рядом

# Что произносит программа чтения с экрана перед добавленными и удалёнными словами.
mark-added = добавлено
mark-removed = удалено

# Что произошло с пунктом; стоит рядом с его заголовком.
change-changed = Изменён
change-added = Добавлен
change-removed = Удалён
change-moved = Перемещён

# Сколько пунктов не показано, потому что они прежние.
unchanged-clauses =
    { $count ->
        [one] Без изменений остался { $count } пункт.
        [few] Без изменений остались { $count } пункта.
        [many] Без изменений осталось { $count } пунктов.
       *[other] Без изменений осталось { $count } пункта.
    }

# Как в уведомлении назван пункт без заголовка, если и перед ним заголовка нет.
untitled-clause = вводная часть

# Заголовок внутри предложения.
quoted-heading = «{ $heading }»

# Конец списка заголовков, который иначе был бы слишком длинным.
more-clauses =
    { $count ->
        [one] ещё { $count } пункт
        [few] ещё { $count } пункта
        [many] ещё { $count } пунктов
       *[other] ещё { $count } пункта
    }

# Уведомление на главном экране приложения: в заголовке не больше 60 знаков, в тексте не больше 200.
# { $policy } – название политики, { $headings } – что меняется. { $phase } – «coming» до дня вступления
# в силу и «now» начиная с этого дня. После даты точка не нужна: она уже есть в «2026 г.».
notice =
    { $phase ->
        [coming] Что изменится { DATETIME($date, dateStyle: "long") }: { LIST($headings) }. До этого дня действует прежняя редакция.
       *[now] Новая редакция вступила в силу { DATETIME($date, dateStyle: "long") } Что изменилось: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: изменения { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: новая редакция
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Этот текст не действует с { DATETIME($date, dateStyle: "long") }
    .title =
        { $phase ->
            [coming] { $policy }: отмена { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: действие прекращено
        }
