//! The same pages made by Hugo, to compare with.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::locales::LANGUAGES;
use super::synthetic::Size;

const LAYOUT: &str = r#"<!DOCTYPE html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">
{{ end }}</head><body>
<nav>{{ range .AllTranslations }}<a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a>
{{ end }}</nav>
<main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main></body></html>
"#;

const LIST: &str = "<!DOCTYPE html><html><head><title>{{ .Title }}</title></head><body>\
{{ range .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</body></html>";

/// Writes a Hugo site with the texts of Ereje's output `text` to `site`.
pub(super) fn write(site: &Path, text: &Path, size: Size) -> io::Result<()> {
    fs::create_dir_all(site.join("layouts/_default"))?;
    fs::write(site.join("layouts/_default/single.html"), LAYOUT)?;
    fs::write(site.join("layouts/_default/list.html"), LIST)?;
    fs::write(site.join("layouts/index.html"), LIST)?;
    let mut config = "baseURL = \"https://example.com/\"\ndefaultContentLanguage = \"en\"\n\
        disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"robotsTXT\", \"404\"]\n"
        .to_owned();
    for language in &LANGUAGES[..size.locales] {
        let (tag, name) = (language.tag.to_lowercase(), language.name);
        let folder = format!("content/{tag}");
        config.push_str(&format!(
            "[languages.{tag}]\nlanguageName = \"{name}\"\ncontentDir = \"{folder}\"\n"
        ));
    }
    fs::write(site.join("hugo.toml"), &config)?;
    // Its older releases know the older name alone.
    fs::write(site.join("config.toml"), &config)?;
    LANGUAGES[..size.locales].par_iter().try_for_each(|language| {
        let folder = site.join("content").join(language.tag.to_lowercase());
        fs::create_dir_all(&folder)?;
        (0..size.policies).try_for_each(|policy| {
            let from = text.join(format!("bench/{}/p{policy}.txt", language.tag));
            fs::write(folder.join(format!("p{policy}.md")), markdown(&fs::read_to_string(from)?))
        })
    })
}

/// The plain text of a policy as Markdown: its lines of hyphens make headings.
fn markdown(text: &str) -> String {
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    let body = body.split_once('\n').map_or(body, |(_, body)| body);
    format!("+++\ntitle = '''{title}'''\n+++\n{body}")
}
