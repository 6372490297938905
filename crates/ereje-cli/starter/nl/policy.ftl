### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Privacybeleid

# One line about the page, for search engines.
description = Privacybeleid van { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Laatst bijgewerkt: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Dit beleid legt uit wat { -product } met informatie over u doet.

# Introduces the two items below.
collection = We verzamelen alleen wat de app nodig heeft om te werken:
    .heading = Wat we verzamelen

collection-account = **Uw e-mailadres.** We gebruiken het om u aan te melden.

collection-diagnostics = **Technische rapporten.** We gebruiken ze om fouten te herstellen.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    We verwijderen deze informatie { $retention ->
        [one] { $retention } dag
       *[other] { $retention } dagen
    } nadat u uw account hebt gesloten.
    .heading = Hoelang we de informatie bewaren

changes =
    We kondigen elke wijziging aan voordat die ingaat en werken de datum onder aan deze pagina bij.
    .heading = Wijzigingen in dit beleid

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Als u een vraag over dit beleid hebt, schrijf dan naar <{ $contact-email }>.
    .heading = Contact
