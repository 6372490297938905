language-name = Русский
contents = Содержание
languages = Языки
policies = Документы
skip-to-text = К тексту
clause-missing = Ещё не переведено; язык текста: { $language }
