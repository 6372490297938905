title = What { -lantern } knows of you
description = Short, since it knows little
last-updated = **Changed on { DATETIME($published, dateStyle: "long") }**

intro =
    { -lantern } shows the weather where you stand, and warns of storms.

    Those who wrote it are at <{ $site }>.
use = It asks where you stand in order to
    .heading = Why it asks
use-show = show the **right** weather \& nothing else.
use-warn = warn you, “by night too”, of what comes:

    1. wind,
    2. hail.
keep =
    { $keep ->
        [one] It forgets the place after { $keep } day.
       *[other] It forgets the place after { $keep } days.
    }
    .heading = When it forgets
contact = Write to <{ $mail }>, or read [the rest]({ $site }/rest).
    .heading = Whom to ask
