### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = ข้อกำหนดการใช้งาน

# One line about the page, for search engines.
description = หน้านี้อธิบายว่าสิ่งใดมีผลใช้ระหว่างเรากับทุกคนที่ใช้ { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **ปรับปรุงล่าสุด: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = หน้านี้อธิบายว่าสิ่งใดมีผลใช้ระหว่างเรากับทุกคนที่ใช้ { -product }

changes = เราแจ้งการเปลี่ยนแปลงทุกครั้งก่อนที่จะมีผลบังคับใช้ และปรับปรุงวันที่ที่ด้านล่างของหน้านี้
    .heading = การเปลี่ยนแปลง

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = หากคุณมีคำถามเกี่ยวกับหน้านี้ โปรดเขียนถึง <{ $contact-email }>
    .heading = ติดต่อเรา
