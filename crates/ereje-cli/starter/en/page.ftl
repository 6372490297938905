### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Terms of use

# One line about the page, for search engines.
description = This page says what holds between us and everybody who uses { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Last updated: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = This page says what holds between us and everybody who uses { -product }.

changes =
    We announce every change before it takes effect and update the date at the bottom of this page.
    .heading = Changes

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = If you have a question about this page, write to <{ $contact-email }>.
    .heading = Contact
