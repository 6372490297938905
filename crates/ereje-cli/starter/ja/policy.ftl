### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = プライバシーポリシー

# One line about the page, for search engines.
description = { -product }のプライバシーポリシー

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **最終更新日：{ DATETIME($published, dateStyle: "long") }**

## The clauses

intro = 本ポリシーでは、{ -product }がお客様に関する情報をどのように取り扱うかを説明します。

# Introduces the two items below.
collection = アプリの動作に必要な、次の情報のみを収集します。
    .heading = 収集する情報

collection-account = **お客様のメールアドレス**：ログインしていただくために使用します。

collection-diagnostics = **技術的なレポート**：エラーを修正するために使用します。

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    この情報は、お客様がアカウントを閉鎖してから{ $retention ->
       *[other] { $retention }日
    }後に削除します。
    .heading = 情報の保存期間

changes = 変更がある場合は、その都度、効力が生じる前にお知らせし、本ページの末尾にある日付を更新します。
    .heading = 本ポリシーの変更

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = 本ポリシーについてご質問がある場合は、<{ $contact-email }>までご連絡ください。
    .heading = お問い合わせ
