### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Політика конфіденційності

# One line about the page, for search engines.
description = Політика конфіденційності { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Останнє оновлення: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Ця політика пояснює, що { -product } робить з інформацією про вас.

# Introduces the two items below.
collection = Ми збираємо лише те, що потрібно для роботи застосунку:
    .heading = Що ми збираємо

collection-account = **Ваша адреса електронної пошти.** Ми використовуємо її, щоб ви могли увійти.

collection-diagnostics = **Технічні звіти.** Ми використовуємо їх, щоб виправляти помилки.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Ми видаляємо цю інформацію через { $retention ->
        [one] { $retention } день
        [few] { $retention } дні
        [many] { $retention } днів
       *[other] { $retention } дня
    } після того, як ви закриєте обліковий запис.
    .heading = Як довго ми зберігаємо інформацію

changes =
    Ми повідомляємо про кожну зміну до того, як вона набере чинності, та оновлюємо дату внизу цієї
    сторінки.
    .heading = Зміни до цієї політики

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Якщо у вас є запитання щодо цієї політики, напишіть на адресу <{ $contact-email }>.
    .heading = Контакти
