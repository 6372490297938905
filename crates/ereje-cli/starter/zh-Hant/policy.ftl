### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 隱私權政策

# One line about the page, for search engines.
description = { -product } 隱私權政策

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最後更新日期：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本政策說明 { -product } 如何處理與您有關的資訊。

# Introduces the two items below.
collection = 我們只蒐集應用程式運作所需的資訊：
    .heading = 我們蒐集的資訊

collection-account = **您的電子郵件地址**：我們用它來讓您登入。

collection-diagnostics = **技術報告**：我們用它來修正錯誤。

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    我們會在您關閉帳號 { $retention ->
       *[other] { $retention } 天
    }後刪除這些資訊。
    .heading = 資訊的保存期限

changes = 我們會在每項變更生效前予以公告，並更新本頁底部的日期。
    .heading = 本政策的變更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 如對本政策有疑問，請來信至 <{ $contact-email }>。
    .heading = 聯絡我們
