//! Pages that are no policies, and why.

use super::sheet::Sheet;

/// Names of pages that repositories and sites have for themselves.
const OWN_PAGES: &[(&str, &str)] = &[
    ("404", "a page for addresses that are not there"),
    ("_coverpage", "a part of the site's frame"),
    ("_footer", "a part of the site's frame"),
    ("_navbar", "a part of the site's frame"),
    ("_sidebar", "a part of the site's frame"),
    ("agents", "a page for who works on the repository"),
    ("archive", "a page that lists others"),
    ("archives", "a page that lists others"),
    ("authors", "a page for who works on the repository"),
    ("changelog", "a page for who works on the repository"),
    ("changes", "a page for who works on the repository"),
    ("claude", "a page for who works on the repository"),
    ("code-of-conduct", "a page for who works on the repository"),
    ("contributing", "a page for who works on the repository"),
    ("contributors", "a page for who works on the repository"),
    ("governance", "a page for who works on the repository"),
    ("issue-template", "a page for who works on the repository"),
    ("licence", "the licence of the repository"),
    ("license", "the licence of the repository"),
    ("maintainers", "a page for who works on the repository"),
    ("pull-request-template", "a page for who works on the repository"),
    ("search", "a page that finds others"),
    ("sitemap", "a page that lists others"),
    ("summary", "a page that lists others"),
    ("tags", "a page that lists others"),
];

/// Parts of words by which pages are known that bind their readers or tell them
/// of their rights, in the languages that most of them are written in.
const POLICY_WORDS: &[&str] = &[
    "privac",
    "terms",
    "cookie",
    "policy",
    "policies",
    "legal",
    "condition",
    "agreement",
    "eula",
    "gdpr",
    "ccpa",
    "consent",
    "imprint",
    "impressum",
    "refund",
    "disclaimer",
    "licens",
    "licenc",
    "dmca",
    "subprocessor",
    "sub-processor",
    "acceptable",
    "data-protection",
    "data protection",
    "dpa",
    "copyright",
    "trademark",
    "guideline",
    "datenschutz",
    "nutzungsbedingung",
    "agb",
    "widerruf",
    "confidentialit",
    "mentions",
    "cgu",
    "cgv",
    "privacidad",
    "privacidade",
    "termino",
    "término",
    "termos",
    "politica",
    "política",
    "aviso",
    "riservatezza",
    "polityka",
    "regulamin",
    "prywatno",
    "gizlilik",
    "kvkk",
    "şartlar",
    "voorwaarden",
    "конфиденц",
    "политик",
    "услови",
    "соглашен",
    "оферт",
    "правила",
    "құпия",
    "саясат",
    "шарт",
    "келісім",
    "приватн",
    "умови",
    "隐私",
    "プライバシー",
    "規約",
    "개인정보",
];

/// Why a page is no policy, if its name or front matter says so.
pub(super) fn why(sheet: &Sheet<'_>) -> Option<String> {
    if sheet.is_blank() {
        let what = if sheet.front.end > 0 { "it has front matter alone" } else { "it is empty" };
        return Some(what.to_owned());
    }
    if sheet.is_draft() {
        return Some("its front matter says that it is not published".to_owned());
    }
    let is_in = |name: &str| sheet.dirs.contains(&name);
    if sheet.dirs.iter().any(|dir| *dir == "versioned_docs" || dir.starts_with("version-")) {
        return Some("it belongs to an older version of the documentation".to_owned());
    }
    if ["_posts", "_drafts", "blog"].into_iter().any(is_in)
        || sheet.dirs.contains(&"docusaurus-plugin-content-blog")
    {
        return Some("it is a post of a blog".to_owned());
    }
    let first = sheet.stem.split('.').next().unwrap_or_default();
    let name = first.to_lowercase().replace('_', "-");
    let own = OWN_PAGES.iter().find(|(known, _)| known.replace('_', "-") == name);
    if let Some((_, what)) = own {
        return Some(format!("it is {what}"));
    }
    // In capitals alone: `security.md` may well be a policy.
    if ["SECURITY", "SUPPORT"].contains(&first) {
        return Some("it is a page for who works on the repository".to_owned());
    }
    let is_part = first.starts_with('_') && first != "_index";
    is_part.then(|| "it is a part that other pages include".to_owned())
}

/// Whether the name, the folders or the title of a page say that it is a policy.
pub(super) fn looks_like_a_policy(sheet: &Sheet<'_>) -> bool {
    is_policy_word(&format!("{} {}", sheet.path, sheet.title()))
}

/// Whether words are those of policies.
pub(super) fn is_policy_word(words: &str) -> bool {
    let words = words.to_lowercase();
    // Parts of other words: `agb` in a title, but not in `flagbearer`.
    let short = |part: &str| part.is_ascii() && part.len() <= 4;
    let whole: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
    POLICY_WORDS.iter().any(|part| match short(part) {
        true => whole.contains(part),
        false => words.contains(part),
    })
}
