### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Politique de confidentialité

# One line about the page, for search engines.
description = Politique de confidentialité de l’application { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Dernière mise à jour : { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Cette politique explique ce que l’application { -product } fait des informations qui vous
    concernent.

# Introduces the two items below.
collection = Nous ne collectons que ce dont l’application a besoin pour fonctionner :
    .heading = Ce que nous collectons

collection-account = **Votre adresse e-mail.** Nous l’utilisons pour vous connecter.

collection-diagnostics = **Les rapports techniques.** Nous les utilisons pour corriger les erreurs.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Nous supprimons ces informations { $retention ->
        [one] { $retention } jour
        [many] { $retention } de jours
       *[other] { $retention } jours
    } après que vous avez fermé votre compte.
    .heading = Combien de temps nous conservons ces informations

changes =
    Nous annonçons chaque modification avant son entrée en vigueur et mettons à jour la date
    figurant au bas de cette page.
    .heading = Modifications de cette politique

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Si vous avez une question sur cette politique, écrivez à <{ $contact-email }>.
    .heading = Contact
