### The privacy policy of Orchard, in English: the source text.

title = Privacy policy of { -orchard }
description = How { -orchard } handles { -personal-data }.
last-updated = *Last updated: { DATETIME($published, dateStyle: "long") }.*

# Used in the clause "intro".
address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    This policy says how { $company } handles { -personal-data }. Responsible for it is:

    { address }

data =
    We collect only the { -personal-data } that we need:
    .heading = What we collect

data-account = **Account:** what you tell us, namely

data-name = your name and e-mail address,

data-address = your postal address -- we can't deliver without it -- and your phone number.

purpose =
    We use your data

    1. to deliver { -box(form: "plural") },
        - to your door or
        - to a neighbour;
    2. to write to you, at most { $letters ->
            [1] once
            [one] { $letters } time
           *[other] { $letters } times
        } a month.
    .heading = What we use it for

retention =
    The first day was { DATETIME($since, dateStyle: "full") }: since then we delete everything
    { $retention ->
        [one] { $retention } day
       *[other] { $retention } days
    } after your last order.

    We keep invoices for { $invoices ->
        [one] { $invoices } year
       *[other] { $invoices } years
    }, because the law asks for it... The cookie `orchard_id` expires after { $cookie ->
        [one] { $cookie } hour
       *[other] { $cookie } hours
    }.
    .heading = How long we keep it

recipients =
    These companies receive data:

    | Recipient | Country | Contract of |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | Germany | { DATETIME($since, dateStyle: "medium") } |
    | List server `list\|1` | Japan | { DATETIME($since, dateStyle: "medium") } |

    Nobody else does: we don’t sell data, not even for { $offer }.
    .heading = Who receives it

rights =
    > “Your data are yours. We only look after them.”
    >
    > -- first rule of { -orchard }

    You have these rights:
    .heading = Your *rights*

rights-access = **Access:** We tell you within { $answer ->
        [one] { $answer } month
       *[other] { $answer } months
    } what we store about you.

rights-complaint = **Complaint:** You can turn to the
    { "[" }supervisory authority](https://authority.example/complain_now?a=1&b=2).

contact =
    Write to [{ $support-email }](mailto:{ $support-email }) or call [{ $phone }](tel:+4930901820).
    What we collect stands under [“{ data.heading }”](#data).

    If we change this policy, a notice stands on the main page for { $notice ->
        [one] { $notice } week
       *[other] { $notice } weeks
    }. This version is of { $published }.
    .heading = Contact and changes
