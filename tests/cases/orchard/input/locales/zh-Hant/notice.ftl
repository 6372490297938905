language-name = 繁體中文
contents = 目錄
languages = 語言
policies = 條款與政策
skip-to-text = 跳至正文
draft-banner = 這是草案，尚未生效。
clause-missing = 本條款尚未翻譯（文字語言：{ $language }）。
