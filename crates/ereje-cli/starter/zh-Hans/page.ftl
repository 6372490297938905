### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 使用条款

# One line about the page, for search engines.
description = 本页面说明我们与 { -product } 的每位用户之间适用的约定。

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最后更新日期：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本页面说明我们与 { -product } 的每位用户之间适用的约定。

changes = 我们会在每项变更生效前予以公告，并更新本页底部的日期。
    .heading = 变更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 如对本页面有疑问，请致信 <{ $contact-email }>。
    .heading = 联系我们
