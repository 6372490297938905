language-name = Русский
contents = Содержание
languages = Языки
policies = Документы
skip-to-text = К тексту
draft-banner = Это черновик, он не действует.
clause-missing = Ещё не переведено; язык текста: { $language }

## О редакциях.

history = Редакции
earlier-changes = Ещё раньше
version-name = № { $version }
version-published = Объявлена: { DATETIME($date) }
version-effective = Действует с: { DATETIME($date) }
versions-by-date = По дням
find-a-date = Найдите день ({ $zone }).
version-span = Действует с { DATETIME($first) } по { DATETIME($last) }
status-in-force = Действует сейчас
status-coming = Ещё впереди
status-past = Действовала раньше
status-replaced = Не наступила
first-version = До неё не было ничего.
notice-retracted = Сказанное о ней взято назад.
coming-banner = Другое действует с { DATETIME($date) }.
not-yet-banner = Это действует с { DATETIME($date) }.
past-banner = Это действовало раньше.
read-coming = Что будет
read-current = Что действует
see-changes = Что иначе
button-understood = Вижу
button-agree = Да
button-disagree = Нет
redline-title = От { $from } к { $to }
redline-legend = Как это читать.
redline-sides = Тогда и теперь
mark-added = вставлено
mark-removed = вынуто
change-changed = Иные слова
change-added = Вставлено
change-removed = Вынуто
change-moved = В другом месте
unchanged-clauses = Прежних: { $count }
untitled-clause = первые слова
quoted-heading = «{ $heading }»
more-clauses = и ещё { $count }
notice =
    { $phase ->
        [coming] С { DATETIME($date) }: { LIST($headings) }.
       *[now] С { DATETIME($date) } иначе: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: скоро
           *[now] { $policy }: новое
        }
policy-ends = Этот текст не действует с { DATETIME($date) }
    .title =
        { $phase ->
            [coming] { $policy }: отмена { DATETIME($date) }
           *[now] { $policy }: действие прекращено
        }
