### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Privacy policy

# One line about the page, for search engines.
description = Privacy policy of { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Last updated: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = This policy explains what { -product } does with information about you.

# Introduces the two items below.
collection = We collect only what the app needs to work:
    .heading = What we collect

collection-account = **Your e-mail address.** We use it to sign you in.

collection-diagnostics = **Technical reports.** We use them to repair errors.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    We delete this information { $retention ->
        [one] { $retention } day
       *[other] { $retention } days
    } after you close your account.
    .heading = How long we keep it

changes =
    We announce every change before it takes effect and update the date at the bottom of this page.
    .heading = Changes to this policy

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = If you have a question about this policy, write to <{ $contact-email }>.
    .heading = Contact
