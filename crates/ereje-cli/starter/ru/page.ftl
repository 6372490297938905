### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Условия использования

# One line about the page, for search engines.
description =
    На этой странице сказано, что действует между нами и всеми, кто использует { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Последнее обновление: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = На этой странице сказано, что действует между нами и всеми, кто использует { -product }.

changes =
    Мы сообщаем о каждом изменении до того, как оно вступит в силу, и обновляем дату внизу этой
    страницы.
    .heading = Изменения

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Если у вас есть вопрос об этой странице, напишите по адресу <{ $contact-email }>.
    .heading = Контакты
