### The privacy policy of KazKey, in Russian: the source text. How these files are written is
### explained in locales/README.md.

## The page

# The title of the page.
title = { -policy(case: "capital") } { -kazkey }

# What notices call the policy, where the title would be too long.
short-title = { -policy(case: "capital") }

# One line about the page, for search engines.
description = { -policy(case: "capital") } { -kazkey }

# The last line of the page. The date, for example "12 декабря 2017 г.", brings its own full stop.
last-updated = **Этот документ последний раз обновлялся { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Настоящая { -policy } регулирует порядок, в котором { -kazkey } собирает, использует, хранит и
    раскрывает информацию, полученную от лиц, использующих { -app } { -kazkey } (каждое из них
    далее — «{ -user }»). Она распространяется на это { -app }, а также на все продукты и услуги,
    которые в нём предлагаются.

personal-information =
    { -kazkey } не собирает у { -user(case: "genitive-plural") } никаких
    { -personal-data(case: "genitive") }.
    .heading = { -personal-data(case: "capital") }

non-personal-information =
    Когда { -user(case: "nominative-plural") } взаимодействуют с { -app(case: "instrumental") },
    { -kazkey } может собирать { -non-personal-data }. К ним относятся версия iOS, тип устройства,
    техническая информация о средствах, с помощью которых { -user } подключается
    к { -app(case: "dative") } (например, об операционной системе и об используемых
    интернет-провайдерах), и другая подобная информация.

    Если { -app } завершается из-за ошибки, { -kazkey } может получить отчёт о сбое: время сбоя,
    место в программе, версию iOS и тип устройства. Отчёт о сбое не содержит набранного текста
    и удаляется через { $crash-report-retention ->
        [one] { $crash-report-retention } день
        [few] { $crash-report-retention } дня
        [many] { $crash-report-retention } дней
       *[other] { $crash-report-retention } дня
    }.
    .heading = { -non-personal-data(case: "capital") }

use =
    { -kazkey } может собирать и использовать { -non-personal-data } { -user(case: "genitive") }
    в следующих целях:
    .heading = Как используется собранная информация

use-service = **Чтобы улучшать обслуживание клиентов.** Предоставленная информация помогает
    эффективнее отвечать на запросы об обслуживании и на потребности в поддержке.

use-personalise = **Чтобы персонализировать опыт { -user(case: "genitive") }.** Информация может
    использоваться для того, чтобы понять, каким образом { -user(case: "nominative-plural") }
    как группа пользуются услугами и ресурсами, которые предоставляются
    в { -app(case: "prepositional") }.

use-faults = **Чтобы исправлять ошибки.** Отчёты о сбоях помогают находить и устранять неполадки
    в работе { -app(case: "genitive") }.

protection =
    { -kazkey } применяет надлежащие методы сбора, хранения и обработки данных, а также меры
    безопасности, чтобы защитить данные, хранящиеся в { -app(case: "prepositional") },
    от несанкционированного доступа, изменения, раскрытия или уничтожения.
    .heading = Как защищается информация

protection-pci =
    Чтобы создать для { -user(case: "genitive-plural") } как можно более безопасную среду, { -app }
    соответствует стандартам безопасности PCI.

sharing =
    { -kazkey } не продаёт { -personal-data } { -user(case: "genitive-plural") } другим лицам,
    не обменивает их и не сдаёт в аренду. Обобщённая агрегированная демографическая информация
    о посетителях и { -user(case: "prepositional-plural") }, не связанная ни с какими
    { -personal-data(case: "instrumental") }, может передаваться деловым партнёрам, доверенным
    аффилированным лицам и рекламодателям в целях, указанных выше.
    .heading = Передача { -personal-data(case: "genitive") }

changes =
    { -kazkey } вправе в любое время по своему усмотрению обновить настоящую
    { -policy(case: "accusative") }. В таком случае { -kazkey } публикует уведомление на главной
    странице { -app(case: "genitive") } и обновляет дату внизу этой страницы.

    { -user(case: "dative-plural") } рекомендуется часто проверять эту страницу, чтобы быть в курсе
    того, как защищается собираемая информация. { -user } признаёт, что обязанность периодически
    просматривать настоящую { -policy(case: "accusative") } и узнавать об изменениях лежит на нём
    самом, и соглашается с этим.
    .heading = Изменения в настоящей { -policy(case: "prepositional") }

consent =
    Используя { -app }, { -user } принимает настоящую { -policy(case: "accusative") }. Тех, кто
    с ней не согласен, { -kazkey } просит не использовать { -app }. Продолжение использования
    { -app(case: "genitive") } после публикации изменений означает принятие этих изменений.
    .heading = Принятие этих условий

contact =
    Вопросы о настоящей { -policy(case: "prepositional") }, о методах работы этого
    { -app(case: "genitive") } или о взаимодействии { -user(case: "genitive") } с ним направляйте
    по адресу <{ $support-email }>.
    .heading = Контакты
