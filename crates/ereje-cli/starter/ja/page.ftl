### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = 利用規約

# One line about the page, for search engines.
description = 本ページでは、運営者と{ -product }のすべての利用者との間に適用される事項を説明します。

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最終更新日：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本ページでは、運営者と{ -product }のすべての利用者との間に適用される事項を説明します。

changes = 変更がある場合は、その都度、効力が生じる前にお知らせし、本ページの末尾にある日付を更新します。
    .heading = 変更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 本ページについてご質問がある場合は、<{ $contact-email }>までご連絡ください。
    .heading = お問い合わせ
