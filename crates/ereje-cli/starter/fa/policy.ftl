### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = سیاست حریم خصوصی

# One line about the page, for search engines.
description = سیاست حریم خصوصی { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **آخرین به‌روزرسانی: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = این سیاست توضیح می‌دهد که { -product } با اطلاعات مربوط به شما چه می‌کند.

# Introduces the two items below.
collection = ما فقط آنچه را گردآوری می‌کنیم که برنامه برای کار کردن به آن نیاز دارد:
    .heading = چه چیزی گردآوری می‌کنیم

collection-account = **نشانی ایمیل شما.** از آن برای ورود شما استفاده می‌کنیم.

collection-diagnostics = **گزارش‌های فنی.** از آن‌ها برای رفع خطاها استفاده می‌کنیم.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    ما این اطلاعات را { $retention ->
        [one] { $retention } روز
       *[other] { $retention } روز
    } پس از آنکه حساب خود را ببندید، حذف می‌کنیم.
    .heading = اطلاعات را تا چه مدت نگه می‌داریم

changes =
    ما هر تغییر را پیش از لازم‌الاجرا شدن آن اعلام می‌کنیم و تاریخ پایین این صفحه را به‌روز می‌کنیم.
    .heading = تغییرات این سیاست

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = اگر دربارهٔ این سیاست پرسشی دارید، به نشانی <{ $contact-email }> بنویسید.
    .heading = تماس
