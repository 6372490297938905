//! The `policy.toml` of a page.

use ereje::Scalar;
use ereje::fact::Fact;
use ereje::manifest::is_safe_path;
use ereje::version::{fact_value, quoted};

use crate::Wanted;
use crate::clauses::Clause;
use crate::front_matter::FrontMatter;
use crate::heads::Head;

pub(crate) fn write(
    wanted: &Wanted<'_>,
    front: &FrontMatter,
    head: &Head,
    clauses: &[Clause],
    facts: &[(String, Fact)],
) -> String {
    let (policy, locale) = (quoted(wanted.policy), quoted(wanted.locale.tag()));
    let (permalink, shown) = permalink(wanted, front);
    let (former, taken) = former_permalinks(front);
    let former = match former.as_slice() {
        [] => String::new(),
        former => format!(
            "\n# Where it lived before: pages stay there that lead to it.\n\
             former-permalinks = [{}]\n",
            former.iter().map(|page| quoted(page)).collect::<Vec<_>>().join(", ")
        ),
    };
    let mut out = format!(
        "# What this policy is made of: its languages, its address, its facts and its clauses.\n\
         # The text itself is in locales/<language>/{}.ftl.\n\n\
         # The product that the policy is about, and the name of the page.\n\
         product = {policy}\nslug = {policy}\n\n\
         # The language in which the policy is written first, and all its languages.\n\
         source-locale = {locale}\nlocales = [{locale}]\n\n\
         # Where the page lives on the site.\n\
         permalink = {}\n{former}\n\
         # The date of this version. The bottom line of the page shows it.\n\
         published = {}\n\n\
         # The block at the top of the Jekyll page, in this order.\n\
         [front-matter]\n",
        wanted.policy,
        quoted(&permalink),
        head.published,
    );
    let mut named = Vec::new();
    for (name, value) in &front.values {
        if named.contains(name) || taken.contains(&name.as_str()) {
            continue;
        }
        named.push(name.clone());
        let text = match name.as_str() {
            "title" => quoted("{title}"),
            "description" => quoted("{description}"),
            "permalink" => quoted(&shown),
            name if head.dated_by.as_deref() == Some(name) => quoted("{published}"),
            // What names the language of this page is another one on the others.
            "lang" | "language" | "locale" if front.text(name) == Some(wanted.locale.tag()) => {
                quoted("{locale}")
            }
            _ => scalar(value),
        };
        out.push_str(&format!("{} = {text}\n", key(name)));
    }
    for (name, value) in
        [("title", "{title}"), ("description", "{description}"), ("permalink", shown.as_str())]
    {
        if !named.iter().any(|known| known == name) {
            out.push_str(&format!("{name} = {}\n", quoted(value)));
        }
    }
    if !facts.is_empty() {
        out.push_str(
            "\n# What must be the same in every language, used in the text by its name.\n[facts]\n",
        );
        for (name, fact) in facts {
            out.push_str(&format!("{name} = {}\n", fact_value(fact)));
        }
    }
    out.push_str(
        "\n# How changes are announced.\n[notice]\ntime-zone = \"UTC\"\nshow-days = 61\n\n\
         # The clauses, in the order of the page. Readers link to their ids.\n",
    );
    for (nth, clause) in clauses.iter().enumerate() {
        if nth > 0 {
            out.push('\n');
        }
        out.push_str(&format!("[[clause]]\nid = {}\n", quoted(&clause.id)));
        if clause.level != 2 {
            out.push_str(&format!("level = {}\n", clause.level));
        }
    }
    out
}

/// The pattern of the page's address, and how front matter shows it.
fn permalink(wanted: &Wanted<'_>, front: &FrontMatter) -> (String, String) {
    let usual = || ("{locale}/{slug}".to_owned(), "{permalink}".to_owned());
    let Some(given) = front.text("permalink") else { return usual() };
    let path = given.trim_matches('/');
    if !is_safe_path(path) {
        return usual();
    }
    let segments = path.split('/').map(|segment| match segment {
        _ if segment == wanted.locale.tag() => "{locale}",
        _ if segment == wanted.policy => "{slug}",
        segment => segment,
    });
    let pattern = segments.collect::<Vec<_>>().join("/");
    (pattern, given.replacen(path, "{permalink}", 1))
}

/// Names by which pages tell generators of sites where they lived before: those of
/// jekyll-redirect-from and of Hugo.
const MOVED: [&str; 2] = ["redirect_from", "aliases"];

/// The addresses that a page lived at before, and the names that say it. A name that
/// says something else as well stays what it is.
pub(crate) fn former_permalinks(front: &FrontMatter) -> (Vec<String>, Vec<&str>) {
    let own = front.text("permalink").map(|link| link.trim_matches('/'));
    let (mut former, mut taken) = (Vec::new(), Vec::new());
    for (name, value) in &front.values {
        if !MOVED.contains(&name.as_str()) {
            continue;
        }
        let Some(pages) = addresses(value) else { continue };
        taken.push(name.as_str());
        for page in pages {
            let is_known = former.iter().any(|known: &String| known.eq_ignore_ascii_case(page));
            if own != Some(page) && !is_known {
                former.push(page.to_owned());
            }
        }
    }
    (former, taken)
}

/// Addresses from the root of the site; nothing where there is anything else.
fn addresses(value: &Scalar) -> Option<Vec<&str>> {
    match value {
        Scalar::Text(text) | Scalar::Bare(text) => {
            let page = text.trim().strip_prefix('/')?.trim_end_matches('/');
            is_safe_path(page).then(|| vec![page])
        }
        Scalar::List(items) => {
            let pages: Option<Vec<Vec<&str>>> = items.iter().map(addresses).collect();
            pages.map(|pages| pages.concat())
        }
    }
}

pub(crate) fn key(name: &str) -> String {
    let is_bare = !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if is_bare { name.to_owned() } else { quoted(name) }
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => quoted(text),
        Scalar::Bare(bare) => bare.clone(),
        Scalar::List(items) => {
            let items: Vec<String> = items.iter().map(scalar).collect();
            format!("[{}]", items.join(", "))
        }
    }
}
