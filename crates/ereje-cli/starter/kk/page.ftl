### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Пайдалану шарттары

# One line about the page, for search engines.
description =
    Осы бет біз бен { -product } қолданбасын пайдаланатын әрбір адам арасында не қолданылатынын
    түсіндіреді.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Соңғы жаңартылған күні: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Осы бет біз бен { -product } қолданбасын пайдаланатын әрбір адам арасында не қолданылатынын
    түсіндіреді.

changes =
    Біз әрбір өзгеріс туралы ол күшіне енгенге дейін хабарлаймыз және осы беттің төменгі жағындағы
    күнді жаңартамыз.
    .heading = Өзгерістер

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Осы бет туралы сұрағыңыз болса, <{ $contact-email }> мекенжайына жазыңыз.
    .heading = Байланыс
