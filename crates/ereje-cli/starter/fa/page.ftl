### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = شرایط استفاده

# One line about the page, for search engines.
description =
    این صفحه می‌گوید که میان ما و هر کسی که از { -product } استفاده می‌کند چه مقرراتی برقرار است.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **آخرین به‌روزرسانی: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    این صفحه می‌گوید که میان ما و هر کسی که از { -product } استفاده می‌کند چه مقرراتی برقرار است.

changes =
    ما هر تغییر را پیش از لازم‌الاجرا شدن آن اعلام می‌کنیم و تاریخ پایین این صفحه را به‌روز می‌کنیم.
    .heading = تغییرات

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = اگر دربارهٔ این صفحه پرسشی دارید، به نشانی <{ $contact-email }> بنویسید.
    .heading = تماس
