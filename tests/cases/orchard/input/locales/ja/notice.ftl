language-name = 日本語
contents = 目次
languages = 言語
policies = 規約とポリシー
skip-to-text = 本文へ移動
draft-banner = これは草案であり、効力はありません。
clause-missing = この条項はまだ翻訳されていません（本文の言語：{ $language }）。
