### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Gizlilik politikası

# One line about the page, for search engines.
description = { -product } gizlilik politikası

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Son güncelleme: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Bu politika, { -product } uygulamasının sizinle ilgili bilgilerle ne yaptığını açıklar.

# Introduces the two items below.
collection = Yalnızca uygulamanın çalışması için gerekenleri topluyoruz:
    .heading = Neleri topluyoruz

collection-account = **E-posta adresiniz.** Bunu, oturum açabilmeniz için kullanıyoruz.

collection-diagnostics = **Teknik raporlar.** Bunları, hataları gidermek için kullanıyoruz.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Bu bilgileri, hesabınızı kapatmanızdan { $retention ->
        [one] { $retention } gün
       *[other] { $retention } gün
    } sonra siliyoruz.
    .heading = Bilgileri ne kadar süre saklıyoruz

changes =
    Her değişikliği yürürlüğe girmeden önce duyuruyor ve bu sayfanın altındaki tarihi güncelliyoruz.
    .heading = Bu politikadaki değişiklikler

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Bu politikayla ilgili bir sorunuz varsa <{ $contact-email }> adresine yazın.
    .heading = İletişim
