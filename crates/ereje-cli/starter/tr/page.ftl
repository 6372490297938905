### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Kullanım koşulları

# One line about the page, for search engines.
description =
    Bu sayfa, bizimle { -product } uygulamasını kullanan herkes arasında nelerin geçerli olduğunu
    açıklar.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Son güncelleme: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Bu sayfa, bizimle { -product } uygulamasını kullanan herkes arasında nelerin geçerli olduğunu
    açıklar.

changes =
    Her değişikliği yürürlüğe girmeden önce duyuruyor ve bu sayfanın altındaki tarihi güncelliyoruz.
    .heading = Değişiklikler

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Bu sayfayla ilgili bir sorunuz varsa <{ $contact-email }> adresine yazın.
    .heading = İletişim
