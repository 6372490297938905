//! The default language of a site, as the settings of its generator name it.

use ereje::locale::Locale;

/// Files with settings, and the names under which they have the language.
const SITES: &[(&str, &[&str])] = &[
    ("_config.yml", &["default_lang", "default_locale", "lang", "locale"]),
    ("config.toml", HUGO),
    ("config.yaml", HUGO),
    ("config.yml", HUGO),
    ("docusaurus.config.js", DOCUSAURUS),
    ("docusaurus.config.mjs", DOCUSAURUS),
    ("docusaurus.config.ts", DOCUSAURUS),
    ("hugo.toml", HUGO),
    ("hugo.yaml", HUGO),
    ("hugo.yml", HUGO),
];
const HUGO: &[&str] = &["defaultContentLanguage"];
const DOCUSAURUS: &[&str] = &["defaultLocale"];

/// The files that settings of a site can be in, beside its folder of pages or above it.
pub const SITE_FILES: [&str; SITES.len()] = {
    let mut names = [""; SITES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = SITES[at].0;
        at += 1;
    }
    names
};

/// The default language that a file of settings names. It is looked for line by line:
/// some of these files are programs.
#[must_use]
pub fn default_language(file: &str, text: &str) -> Option<Locale> {
    let (_, keys) = SITES.iter().find(|(known, _)| *known == file)?;
    keys.iter().find_map(|key| {
        text.lines().find_map(|line| {
            let is_sign = |c: char| c == '"' || c == '\'' || c.is_whitespace();
            let (name, value) = line.split_once([':', '='])?;
            if name.trim_matches(is_sign) != *key {
                return None;
            }
            let value = value.trim_start_matches(is_sign);
            let is_of_tag = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let end = value.find(|c| !is_of_tag(c)).unwrap_or(value.len());
            Locale::meant(&value[..end])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_generators_name_a_language() {
        for (file, text, tag) in [
            ("_config.yml", "title: x\nlang: kk # ours\n", Some("kk")),
            ("hugo.toml", "title = \"x\"\ndefaultContentLanguage = \"pt-br\"\n", Some("pt-BR")),
            ("docusaurus.config.js", "  i18n: {\n    defaultLocale: 'ru',\n", Some("ru")),
            ("_config.yml", "langs: [ru]\n", None),
            ("package.json", "lang: ru\n", None),
        ] {
            let found = default_language(file, text);
            assert_eq!(found.as_ref().map(Locale::tag), tag, "{file}");
        }
        assert!(SITE_FILES.contains(&"hugo.yml"));
    }
}
