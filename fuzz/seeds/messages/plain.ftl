title = Privacy
description = What App does with data
last-updated = **Updated { DATETIME($published) }**
a = Write to <{ $mail }> or see [our site]({ $site }).
    .heading = Contact
b = We keep it for { $keep }, at most 30 days.
c =
    First, **second** and *third*.

    - an item
    - another { $fee }
