### The privacy policy of KazKey, in English. How these files are written is explained in
### locales/README.md.

## The page

# The title of the page.
title = { -policy(form: "capital") } of { -kazkey }

# One line about the page, for search engines.
description = { -policy(form: "capital") } of { -kazkey }

# The last line of the page. The date looks like "December 12, 2017".
last-updated = **This document was last updated on { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    This { -policy } governs how { -kazkey } collects, uses, maintains and discloses information
    received from people who use the { -kazkey } { -app } (each a “{ -user }”). It applies to this
    { -app }, as well as to every product and service offered in it.

personal-information =
    { -kazkey } does not collect any { -personal-data } from { -user(form: "plural") }.
    .heading = { -personal-data(form: "capital") }

non-personal-information =
    When { -user(form: "plural") } interact with the { -app }, { -kazkey } may collect
    { -non-personal-data }. It covers the iOS version, the type of device, technical information
    about the means by which the { -user } connects to the { -app } (such as the operating system
    and the internet service providers used), and other similar information.

    If the { -app } stops because of an error, { -kazkey } may receive a crash report: the time of
    the crash, the place in the program, the iOS version and the type of device. A crash report does
    not contain typed text, and is deleted after { $crash-report-retention ->
        [one] { $crash-report-retention } day
       *[other] { $crash-report-retention } days
    }.
    .heading = { -non-personal-data(form: "capital") }

use =
    { -kazkey } may collect and use the { -user }’s { -non-personal-data } for the following
    purposes:
    .heading = How collected information is used

use-service = **To improve customer service.** The information provided helps to respond to service
    requests and support needs more effectively.

use-personalise = **To personalise the { -user }’s experience.** The information may be used to
    understand how { -user(form: "plural") } as a group use the services and resources provided
    in the { -app }.

use-faults = **To mend errors.** Crash reports help to find and remove faults in the working of the
    { -app }.

protection =
    { -kazkey } applies appropriate practices for collecting, storing and processing data, as well
    as security measures, to guard the data stored in the { -app } against unauthorised access,
    alteration, disclosure or destruction.
    .heading = How information is protected

protection-pci =
    To make as secure an environment as possible for { -user(form: "plural") }, the { -app }
    complies with the PCI security standards.

sharing =
    { -kazkey } does not sell, trade or rent { -user(form: "plural") }’ { -personal-data }
    to others. Generic aggregated demographic information about visitors
    and { -user(form: "plural") }, not linked to any { -personal-data }, may be shared with business
    partners, trusted affiliates and advertisers for the purposes stated above.
    .heading = Sharing of { -personal-data }

changes =
    { -kazkey } may update this { -policy } at any time at its own discretion. When it does,
    { -kazkey } publishes a notice on the main page of the { -app } and updates the date at the
    bottom of this page.

    { -user(form: "plural") } are encouraged to check this page often, to stay informed of how the
    information collected is protected. The { -user } acknowledges and agrees that it is the
    { -user }’s own responsibility to review this { -policy } periodically and to learn of changes.
    .heading = Changes to this { -policy }

consent =
    By using the { -app }, the { -user } accepts this { -policy }. { -kazkey } asks those who do not
    agree with it not to use the { -app }. Continued use of the { -app } after changes are posted
    means acceptance of those changes.
    .heading = Acceptance of these terms

contact =
    Please send questions about this { -policy }, the practices of this { -app } or the { -user }’s
    dealings with it to <{ $support-email }>.
    .heading = Contact
