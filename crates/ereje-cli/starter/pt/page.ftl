### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Termos de uso

# One line about the page, for search engines.
description =
    Esta página diz o que vale entre nós e todas as pessoas que usam o aplicativo { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Última atualização: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Esta página diz o que vale entre nós e todas as pessoas que usam o aplicativo { -product }.

changes =
    Anunciamos cada alteração antes que ela entre em vigor e atualizamos a data no final desta
    página.
    .heading = Alterações

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Se tiver alguma dúvida sobre esta página, escreva para <{ $contact-email }>.
    .heading = Contato
