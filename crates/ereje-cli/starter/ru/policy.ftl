### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Политика конфиденциальности

# One line about the page, for search engines.
description = Политика конфиденциальности { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Последнее обновление: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Эта политика объясняет, что { -product } делает с информацией о вас.

# Introduces the two items below.
collection = Мы собираем только то, что нужно для работы приложения:
    .heading = Что мы собираем

collection-account = **Ваш адрес электронной почты.** Мы используем его, чтобы вы могли войти.

collection-diagnostics = **Технические отчёты.** Мы используем их, чтобы исправлять ошибки.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Мы удаляем эту информацию через { $retention ->
        [one] { $retention } день
        [few] { $retention } дня
        [many] { $retention } дней
       *[other] { $retention } дня
    } после того, как вы закроете учётную запись.
    .heading = Как долго мы храним информацию

changes =
    Мы сообщаем о каждом изменении до того, как оно вступит в силу, и обновляем дату внизу этой
    страницы.
    .heading = Изменения этой политики

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Если у вас есть вопрос об этой политике, напишите по адресу <{ $contact-email }>.
    .heading = Контакты
