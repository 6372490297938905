### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = นโยบายความเป็นส่วนตัว

# One line about the page, for search engines.
description = นโยบายความเป็นส่วนตัวของ { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **ปรับปรุงล่าสุด: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = นโยบายนี้อธิบายว่า { -product } ทำอะไรกับข้อมูลเกี่ยวกับคุณ

# Introduces the two items below.
collection = เราเก็บรวบรวมเฉพาะสิ่งที่แอปจำเป็นต้องใช้ในการทำงาน:
    .heading = ข้อมูลที่เราเก็บรวบรวม

collection-account = **ที่อยู่อีเมลของคุณ:** เราใช้เพื่อให้คุณลงชื่อเข้าใช้

collection-diagnostics = **รายงานทางเทคนิค:** เราใช้เพื่อแก้ไขข้อผิดพลาด

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    เราลบข้อมูลนี้เมื่อครบ { $retention ->
       *[other] { $retention } วัน
    } หลังจากที่คุณปิดบัญชี
    .heading = ระยะเวลาที่เราเก็บข้อมูล

changes = เราแจ้งการเปลี่ยนแปลงทุกครั้งก่อนที่จะมีผลบังคับใช้ และปรับปรุงวันที่ที่ด้านล่างของหน้านี้
    .heading = การเปลี่ยนแปลงนโยบายนี้

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = หากคุณมีคำถามเกี่ยวกับนโยบายนี้ โปรดเขียนถึง <{ $contact-email }>
    .heading = ติดต่อเรา
