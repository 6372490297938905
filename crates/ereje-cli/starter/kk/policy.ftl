### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Құпиялылық саясаты

# One line about the page, for search engines.
description = { -product } құпиялылық саясаты

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Соңғы жаңартылған күні: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Осы саясат { -product } қолданбасының сіз туралы ақпаратпен не істейтінін түсіндіреді.

# Introduces the two items below.
collection = Біз қолданбаның жұмыс істеуіне қажет ақпаратты ғана жинаймыз:
    .heading = Біз нені жинаймыз

collection-account = **Электрондық пошта мекенжайыңыз.** Біз оны сіз кіре алуыңыз үшін пайдаланамыз.

collection-diagnostics = **Техникалық есептер.** Біз оларды қателерді түзету үшін пайдаланамыз.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Сіз есептік жазбаңызды жапқаннан кейін { $retention ->
        [one] { $retention } күн
       *[other] { $retention } күн
    } өткен соң біз бұл ақпаратты жоямыз.
    .heading = Ақпаратты қанша уақыт сақтаймыз

changes =
    Біз әрбір өзгеріс туралы ол күшіне енгенге дейін хабарлаймыз және осы беттің төменгі жағындағы
    күнді жаңартамыз.
    .heading = Осы саясатқа енгізілетін өзгерістер

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Осы саясат туралы сұрағыңыз болса, <{ $contact-email }> мекенжайына жазыңыз.
    .heading = Байланыс
