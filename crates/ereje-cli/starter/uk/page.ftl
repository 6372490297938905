### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Умови використання

# One line about the page, for search engines.
description = На цій сторінці сказано, що діє між нами та всіма, хто використовує { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Останнє оновлення: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = На цій сторінці сказано, що діє між нами та всіма, хто використовує { -product }.

changes =
    Ми повідомляємо про кожну зміну до того, як вона набере чинності, та оновлюємо дату внизу цієї
    сторінки.
    .heading = Зміни

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Якщо у вас є запитання щодо цієї сторінки, напишіть на адресу <{ $contact-email }>.
    .heading = Контакти
