//! Front matter: the block of YAML or TOML at the top of a page. A strict
//! reader of what such blocks are: names with text, numbers, booleans, dates or
//! lists of them. What is more than that is left out, and told.

use std::ops::Range;

use ereje::Scalar;

/// What stands above the text of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrontMatter {
    /// Its values, in order.
    pub(crate) values: Vec<(String, Scalar)>,
    /// What was left out: the name, and where it stands.
    pub(crate) left_out: Vec<(String, Range<usize>)>,
    /// Where the text begins.
    pub(crate) end: usize,
}

/// Why a block can not be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) what: &'static str,
    pub(crate) span: Range<usize>,
}

impl FrontMatter {
    /// The text of this name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let found = self.values.iter().find(|(known, _)| known == name)?;
        match &found.1 {
            Scalar::Text(text) | Scalar::Bare(text) => Some(text.trim()).filter(|t| !t.is_empty()),
            Scalar::List(_) => None,
        }
    }
}

/// Reads the block at the top of `page`, if there is one.
pub(crate) fn read(page: &str) -> Result<FrontMatter, Broken> {
    let start = page.len() - page.trim_start_matches(['\u{feff}', '\n']).len();
    let text = &page[start..];
    let first = text.lines().next().unwrap_or_default().trim_end();
    // What else begins so are templates: `{{ … }}` and `{% … %}`.
    if text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"')) {
        let what = "the front matter is in JSON, which is not read";
        return Err(Broken { what, span: start..start + first.len() });
    }
    let sign = match first {
        "---" => ':',
        "+++" => '=',
        _ => return Ok(FrontMatter::default()),
    };
    let mut lines = Vec::new();
    let mut at = start;
    let mut end = None;
    for (nth, line) in text.split_inclusive('\n').enumerate() {
        let span = at..at + line.trim_end().len();
        at += line.len();
        if nth == 0 {
            continue;
        }
        if line.trim_end() == first || (sign == ':' && line.trim_end() == "...") {
            end = Some(at);
            break;
        }
        lines.push(span);
    }
    let Some(end) = end else {
        // A line across the page is no front matter.
        let is_mapping = |span: &Range<usize>| page[span.clone()].contains(sign);
        if !lines.first().is_some_and(is_mapping) {
            return Ok(FrontMatter::default());
        }
        let what = "the front matter does not end";
        return Err(Broken { what, span: start..start + first.len() });
    };
    let mut read = FrontMatter { end, ..FrontMatter::default() };
    entries(page, &lines, sign, &mut read)?;
    Ok(read)
}

fn entries(
    page: &str,
    lines: &[Range<usize>],
    sign: char,
    read: &mut FrontMatter,
) -> Result<(), Broken> {
    let mut at = 0;
    while at < lines.len() {
        let span = lines[at].clone();
        let line = &page[span.clone()];
        at += 1;
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let broken = |what| Err(Broken { what, span: span.clone() });
        if sign == '=' && line.starts_with('[') {
            // A table of TOML, up to the next one.
            let from = at;
            while at < lines.len() && !page[lines[at].clone()].starts_with('[') {
                at += 1;
            }
            let end = lines[from.max(at) - 1].end;
            read.left_out.push((line.trim_matches(['[', ']']).to_owned(), span.start..end));
            continue;
        }
        if line.starts_with([' ', '\t']) {
            return broken("this line of the front matter belongs to no name");
        }
        let Some((name, value)) = cut(line, sign) else {
            return broken("this line of the front matter has no name and value");
        };
        let name = name.trim().trim_matches(['"', '\'']).to_owned();
        let value = value.trim();
        // What belongs to the name: lines that stand further in, and items.
        let from = at;
        let is_inner = |span: &Range<usize>| {
            let line = &page[span.clone()];
            line.trim().is_empty()
                || line.starts_with([' ', '\t'])
                || line.starts_with("- ")
                || line == "-"
        };
        while sign == ':' && at < lines.len() && is_inner(&lines[at]) {
            at += 1;
        }
        let inner: Vec<&str> = lines[from..at].iter().map(|span| &page[span.clone()]).collect();
        let end = lines[..at].last().map_or(span.end, |last| last.end);
        match scalar(value, &inner) {
            Some(scalar) if is_plain(&scalar) => read.values.push((name, scalar)),
            _ => read.left_out.push((name, span.start..end)),
        }
    }
    Ok(())
}

fn cut(line: &str, sign: char) -> Option<(&str, &str)> {
    if sign == '=' {
        return line.split_once('=');
    }
    let at = line.find(": ").or_else(|| line.ends_with(':').then_some(line.len() - 1))?;
    Some((&line[..at], &line[at + 1..]))
}

/// Braces would be filled in when the page is made.
fn is_plain(scalar: &Scalar) -> bool {
    match scalar {
        Scalar::Text(text) => !(text.contains('{') && text.contains('}')),
        Scalar::Bare(_) => true,
        Scalar::List(items) => items.iter().all(is_plain),
    }
}

fn scalar(value: &str, inner: &[&str]) -> Option<Scalar> {
    let inner: Vec<&str> = inner.iter().filter(|line| !line.trim().is_empty()).copied().collect();
    let value = without_comment(value);
    if value.is_empty() && !inner.is_empty() {
        let items = inner.iter().map(|line| {
            let item = line.trim_start().strip_prefix('-')?;
            let item = without_comment(item.trim());
            let is_map =
                !item.starts_with(['"', '\'']) && (item.contains(": ") || item.ends_with(':'));
            if item.is_empty() || item.starts_with('-') || is_map { None } else { one(item) }
        });
        return items.collect::<Option<Vec<_>>>().map(Scalar::List);
    }
    if let Some(folding) = value.strip_prefix(['>', '|']) {
        if !["", "-", "+"].contains(&folding) {
            return None;
        }
        let lines: Vec<&str> = inner.iter().map(|line| line.trim()).collect();
        return Some(Scalar::Text(lines.join(if value.starts_with('>') { " " } else { "\n" })));
    }
    if let Some(list) = value.strip_prefix('[') {
        let list = list.strip_suffix(']').filter(|_| inner.is_empty())?;
        return items(list)?.into_iter().map(one).collect::<Option<Vec<_>>>().map(Scalar::List);
    }
    if !inner.is_empty() {
        if inner.iter().any(|line| line.trim_start().starts_with("- ")) {
            return None;
        }
        // A plain text goes on in lines that stand further in.
        let mut words = vec![value];
        words.extend(inner.iter().map(|line| line.trim()));
        return one(&words.join(" "));
    }
    one(value)
}

/// The items between commas that stand in no quotation marks.
fn items(list: &str) -> Option<Vec<&str>> {
    let (mut items, mut start, mut quote) = (Vec::new(), 0, None);
    for (at, c) in list.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (_, Some(open)) if c == open => quote = None,
            ('[' | '{', None) => return None,
            (',', None) => {
                items.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(list[start..].trim());
    items.retain(|item| !item.is_empty());
    Some(items)
}

fn one(value: &str) -> Option<Scalar> {
    if let Some(quoted) = value.strip_prefix('"') {
        return unquoted(quoted.strip_suffix('"')?).map(Scalar::Text);
    }
    if let Some(quoted) = value.strip_prefix('\'') {
        return Some(Scalar::Text(quoted.strip_suffix('\'')?.replace("''", "'")));
    }
    if value.starts_with(['{', '[', '&', '*', '!', '%', '@', '`']) {
        return None;
    }
    let is_bare = ["true", "false"].contains(&value)
        || (!value.is_empty()
            && value.bytes().all(|b| b.is_ascii_digit())
            && value.len() < 16
            && (value == "0" || !value.starts_with('0')))
        || ereje::fact::Date::parse(value).is_some();
    Some(if is_bare { Scalar::Bare(value.to_owned()) } else { Scalar::Text(value.to_owned()) })
}

fn unquoted(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next()? {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            c @ ('"' | '\\' | '/') => out.push(c),
            'u' => {
                let code: String = rest.by_ref().take(4).collect();
                out.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
            }
            _ => return None,
        }
    }
    Some(out)
}

fn without_comment(value: &str) -> &str {
    if value.starts_with(['"', '\'']) {
        return value.trim();
    }
    value.find(" #").map_or(value, |at| &value[..at]).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_are_kept_and_others_told() {
        let page = "---\ntitle: \"A: b\" \nsitemap: false\ntags: [x, 'y']\nfrom:\n  - /a\n  - /b\n\
                    versions:\n  fpt: '*'\n# no\ndate: 2024-01-02\nlong: >\n  one\n  two\n---\nText\n";
        let read = read(page).expect("front matter");
        let text = |text: &str| Scalar::Text(text.into());
        assert_eq!(&page[read.end..], "Text\n");
        let values: Vec<_> =
            read.values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        assert_eq!(
            values,
            [
                ("title", text("A: b")),
                ("sitemap", Scalar::Bare("false".into())),
                ("tags", Scalar::List(vec![text("x"), text("y")])),
                ("from", Scalar::List(vec![text("/a"), text("/b")])),
                ("date", Scalar::Bare("2024-01-02".into())),
                ("long", text("one two")),
            ]
        );
        assert_eq!(read.left_out[0].0, "versions");
    }

    #[test]
    fn toml_is_read_too_and_a_broken_block_told() {
        let toml = read("+++\ntitle = \"T\"\n[x]\ny = 1\n+++\n").expect("front matter");
        assert_eq!((toml.text("title"), toml.left_out.len()), (Some("T"), 1));
        assert_eq!(
            read("---\ntitle: x\n").expect_err("broken").what,
            "the front matter does not end"
        );
        assert!(read("---\njust words\n---\n").is_err());
        for json in ["{\n  \"title\": \"T\"\n}\n\nText", "{ \"title\": \"T\" }\nText"] {
            assert!(read(json).expect_err("broken").what.contains("JSON"), "{json}");
        }
        for text in ["{{ page.title }}\n\nText", "{% include x %}\nText", "{#top}"] {
            assert_eq!(read(text).expect("words").end, 0, "{text}");
        }
        assert_eq!(read("---\n\nText").expect("a line").end, 0);
    }
}
