### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 使用條款

# One line about the page, for search engines.
description = 本頁面說明我們與 { -product } 的每位使用者之間適用的約定。

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最後更新日期：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本頁面說明我們與 { -product } 的每位使用者之間適用的約定。

changes = 我們會在每項變更生效前予以公告，並更新本頁底部的日期。
    .heading = 變更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 如對本頁面有疑問，請來信至 <{ $contact-email }>。
    .heading = 聯絡我們
