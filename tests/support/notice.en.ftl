language-name = English
contents = Contents
languages = Languages
policies = Policies
skip-to-text = Skip to the text
draft-banner = This is a draft and not in force.
clause-missing = Not yet translated; shown in { $language }

## About versions.

history = Versions
earlier-changes = Further back
version-name = No. { $version }
version-published = Announced: { DATETIME($date) }
version-effective = Holds from: { DATETIME($date) }
versions-by-date = Day by day
find-a-date = Look for the day ({ $zone }).
version-span = Holds from { DATETIME($first) } to { DATETIME($last) }
status-in-force = Holds now
status-coming = Still to come
status-past = Held once
status-replaced = Never held
first-version = There was none before.
notice-retracted = What was said of it was taken back.
coming-banner = Something else holds from { DATETIME($date) }.
not-yet-banner = This holds from { DATETIME($date) }.
past-banner = This held once.
read-coming = Read what comes
read-current = Read what holds
see-changes = What is other
button-understood = Seen
button-agree = Yes
button-disagree = No
redline-title = From { $from } to { $to }
redline-legend = How to read it.
redline-sides = Then and now
mark-added = put in
mark-removed = taken out
change-changed = Other words
change-added = Put in
change-removed = Taken out
change-moved = Elsewhere
unchanged-clauses = The same: { $count }
untitled-clause = the first words
quoted-heading = “{ $heading }”
more-clauses = and { $count } besides
notice =
    { $phase ->
        [coming] From { DATETIME($date) }: { LIST($headings) }.
       *[now] Since { DATETIME($date) }: { LIST($headings) }.
    }
    .title =
        { $phase ->
            [coming] { $policy }: soon
           *[now] { $policy }: new
        }
policy-ends = From { DATETIME($date) }, this text is no longer in force.
    .title =
        { $phase ->
            [coming] { $policy }: ends on { DATETIME($date) }
           *[now] { $policy }: no longer in force
        }
