language-name = Русский
contents = Содержание
languages = Языки
policies = Документы
skip-to-text = К тексту
draft-banner = Это черновик, он не действует.
clause-missing = Ещё не переведено; язык текста: { $language }
