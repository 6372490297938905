### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Política de privacidade

# One line about the page, for search engines.
description = Política de privacidade do aplicativo { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Última atualização: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Esta política explica o que o aplicativo { -product } faz com as informações sobre você.

# Introduces the two items below.
collection = Coletamos apenas aquilo de que o aplicativo precisa para funcionar:
    .heading = O que coletamos

collection-account = **Seu endereço de e-mail.** Nós o usamos para que você possa entrar.

collection-diagnostics = **Relatórios técnicos.** Nós os usamos para corrigir erros.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Excluímos essas informações { $retention ->
        [one] { $retention } dia
        [many] { $retention } de dias
       *[other] { $retention } dias
    } depois que você encerra sua conta.
    .heading = Por quanto tempo guardamos as informações

changes =
    Anunciamos cada alteração antes que ela entre em vigor e atualizamos a data no final desta
    página.
    .heading = Alterações nesta política

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Se tiver alguma dúvida sobre esta política, escreva para <{ $contact-email }>.
    .heading = Contato
