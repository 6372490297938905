title = Privacy policy
description = How App treats what it knows of you
last-updated = **Last updated on { DATETIME($published, dateStyle: "long") }**
intro = What { -app } does. We keep { $retention ->
        [one] it for { $retention } day
       *[other] it for { $retention } days
    }.
use = Why { -app } does it:
    .heading = Use
use-service = **To answer you.** See [below](#contact).
contact = Write to <{ $support-email }>.
    .heading = Contact
