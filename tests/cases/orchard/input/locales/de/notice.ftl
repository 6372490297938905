language-name = Deutsch
contents = Inhalt
languages = Sprachen
policies = Rechtliche Texte
skip-to-text = Zum Text springen
draft-banner = Dies ist ein Entwurf: Er ist nicht in Kraft.
clause-missing = Dieser Abschnitt ist noch nicht übersetzt (Sprache des Textes: { $language }).
