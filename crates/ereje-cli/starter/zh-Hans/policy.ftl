### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 隐私政策

# One line about the page, for search engines.
description = { -product } 隐私政策

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最后更新日期：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本政策说明 { -product } 如何处理与您有关的信息。

# Introduces the two items below.
collection = 我们只收集应用运行所需的信息：
    .heading = 我们收集的信息

collection-account = **您的电子邮件地址**：我们用它来让您登录。

collection-diagnostics = **技术报告**：我们用它来修复错误。

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    我们会在您注销账号 { $retention ->
       *[other] { $retention } 天
    }后删除这些信息。
    .heading = 信息的保存期限

changes = 我们会在每项变更生效前予以公告，并更新本页底部的日期。
    .heading = 本政策的变更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 如对本政策有疑问，请致信 <{ $contact-email }>。
    .heading = 联系我们
