//! What is told besides the rules of [`RULES`]: what is found while files are
//! read, versions compared and records kept. Each has its name and its words, so
//! that whoever meets one can look it up.

use ereje::diagnostic::Level;

use crate::handbook::About;
use crate::rules::RULES;

/// Something that is told, and is no rule over texts.
pub struct Finding {
    /// Its name.
    pub name: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// Whether it weighs the same whatever `ereje.toml` says: without what it
    /// misses nothing could be made or proved.
    pub is_fixed: bool,
    /// What it is about.
    pub about: About,
    /// What it means and why it matters.
    pub docs: &'static str,
}

const fn fixed(name: &'static str, about: About, docs: &'static str) -> Finding {
    Finding { name, level: Level::Error, is_fixed: true, about, docs }
}

const fn free(name: &'static str, level: Level, about: About, docs: &'static str) -> Finding {
    Finding { name, level, is_fixed: false, about, docs }
}

use About::{Files, Lints, Settings, Translations, Versions};
use Level::{Advice, Error, Warning};

/// All of them, by name.
pub const FINDINGS: &[Finding] = &[
    fixed("bad-clause-id", Settings, "A clause whose `id` can be no message and no anchor."),
    fixed("bad-fact", Settings, "A fact in `policy.toml` whose value is not of its type."),
    fixed("bad-level", Settings, "A heading or list item at a depth that it can not have."),
    fixed(
        "bad-permalink",
        Settings,
        "An address that can not be made: a part of `permalink`, or of one in `former-permalinks`, \
         that is not known or leaves the site.",
    ),
    fixed(
        "bad-record",
        Translations,
        "The record of a translation, or the texts that it speaks of (`.memory.toml`), hold something \
         that Ereje does not write. Take it from the version control; or remove the record and \
         `confirm` what still holds. Of the texts, `generate` keeps every line that is whole.",
    ),
    fixed(
        "bad-version",
        Versions,
        "The name asked for can not be that of a version, is taken, or names none; or what \
         `--retracts` names has no notice, or one that was taken back already.",
    ),
    fixed(
        "broken-chain",
        Versions,
        "A version names another digest of the version before than that version has. One of them \
         was changed after its release.",
    ),
    fixed(
        "broken-origin",
        Versions,
        "`history.toml`, which says where imported versions come from, is not what was written.",
    ),
    fixed(
        "broken-receipt",
        Versions,
        "A receipt that `verify --receipt` was given is no JSON, lacks a field, or says something in \
         a form that is not known.",
    ),
    fixed("broken-version", Versions, "A file of a released version is missing or unreadable."),
    fixed(
        "changed-version",
        Versions,
        "A released version is not what was released. Take it from the version control.",
    ),
    free(
        "default-locale",
        Warning,
        Settings,
        "The `default-locale` of `ereje.toml` is a language that no policy is in, so the index page \
         is in the first one of the first policy.",
    ),
    free(
        "duplicate-attribute",
        Error,
        Files,
        "A message has an attribute twice; readers would see one of them.",
    ),
    fixed("duplicate-id", Settings, "A clause or a locale that stands twice in `policy.toml`."),
    fixed(
        "duplicate-level",
        Lints,
        "`ereje.toml` sets two levels of a rule for the same part; which of them counts would be \
         chance.",
    ),
    free(
        "duplicate-message",
        Error,
        Files,
        "Two messages of one name in a file; readers would see one of them.",
    ),
    fixed(
        "duplicate-permalink",
        Settings,
        "Two pages that would be written to one place, of today or at an address that was given up.",
    ),
    fixed("empty-file", Files, "A file of texts without a message."),
    free(
        "expired-suppression",
        Warning,
        Lints,
        "A suppression in `ereje.toml` whose last day is over: it counts no more. A warning, since \
         what it covered is told again and weighs what it weighs; a calendar alone stops nothing.",
    ),
    free(
        "falling-serial",
        Warning,
        Versions,
        "A policy is gone from a product, or belongs to another one now, and `serial` of the product's \
         notices falls. Apps that have read the higher one take the file for an old copy and show no \
         notice until it is reached again: count the versions of that policy in `[former-versions]` of \
         `ereje.toml`. Told once, by the run that makes it fall.",
    ),
    fixed("file-too-large", Files, "A file that is larger than texts are."),
    fixed(
        "fixed-rule",
        Lints,
        "`ereje.toml` sets a level for something without which nothing could be made or proved.",
    ),
    free(
        "future-publication",
        Warning,
        Versions,
        "A release whose `--published` is a day that has not come. Until then pages would bear a date \
         that is not true, and no further version could be published before that day: a year that was \
         mistyped can not be mended once the version was seen.",
    ),
    free(
        "import-attributes",
        Advice,
        Files,
        "An attribute list of Kramdown or Python-Markdown in a page that is imported. Ids of clauses are kept, all else is for the template of the page.",
    ),
    free(
        "import-date",
        Advice,
        Files,
        "Where the date of an imported page comes from, or how it will be written.",
    ),
    free(
        "import-difference",
        Error,
        Files,
        "The page and the policy do not say the same: words, links or structure. `import --verify` looks for it; an import warns by itself of what the policy lacks. What only stands elsewhere is advice.",
    ),
    free(
        "import-direction",
        Advice,
        Files,
        "A mark of direction in an imported page. Ereje sets values apart by itself.",
    ),
    fixed(
        "import-doubtful",
        Files,
        "A part of a page in a further language that may be the text of a clause, with how probable that is: nothing is written of it until it is accepted.",
    ),
    fixed(
        "import-extra",
        Files,
        "A part of a page in a further language that no clause of the policy says.",
    ),
    free(
        "import-fact",
        Advice,
        Files,
        "Lengths of time and amounts in an imported page that could be facts, the same in every language.",
    ),
    free(
        "import-footnote",
        Advice,
        Files,
        "A footnote of an imported page, which became a paragraph at the end.",
    ),
    free(
        "import-front-matter",
        Advice,
        Files,
        "A value of the front matter that is more than a text, a number, a date or a list of them, and was left out.",
    ),
    free(
        "import-heading",
        Warning,
        Files,
        "Headings of an imported page that are set at another level, or that stood in a list or quotation and became strong words.",
    ),
    free(
        "import-hidden",
        Advice,
        Files,
        "A comment or script of an imported page, which readers do not see.",
    ),
    free(
        "import-history",
        Warning,
        Files,
        "A revision of an imported past that could not be read, or not in all languages.",
    ),
    free(
        "import-html",
        Warning,
        Files,
        "A tag of HTML in an imported page that a policy's text can not hold. Its words are kept.",
    ),
    free("import-image", Warning, Files, "A picture of an imported page, which became a link."),
    free(
        "import-languages",
        Warning,
        Files,
        "A good part of an imported page is in another language than that it is imported in.",
    ),
    free(
        "import-line-break",
        Advice,
        Files,
        "A line break in the table of an imported page, which became a blank.",
    ),
    free(
        "import-link-title",
        Advice,
        Files,
        "The title of a link in an imported page, which many readers never see.",
    ),
    free(
        "import-lowered",
        Warning,
        Files,
        "An imported text does not keep a rule. In a new workspace the rule warns for it until the text is mended, so that pages can be made as they were published.",
    ),
    free(
        "import-markup",
        Warning,
        Files,
        "Emphasis or structure of an imported clause that could not be kept whole; its words are.",
    ),
    fixed("import-missing", Files, "A clause that a page in a further language has no text for."),
    free(
        "import-navigation",
        Advice,
        Files,
        "A line of an imported page that leads to other languages or versions of its policy; Ereje makes its own.",
    ),
    free(
        "import-notice",
        Warning,
        Files,
        "The language of an imported page has no sentences around the text yet; they are English until somebody translates them.",
    ),
    fixed(
        "import-page",
        Files,
        "A page that can not be imported: empty, too large, no Markdown, or with broken front matter.",
    ),
    fixed(
        "import-plan",
        Settings,
        "A plan of `import --plan` that can not be carried out as it is: a page that is not there, \
         two pages in one place, a policy without a page in its source locale. What should be \
         looked at before it is carried out is a warning.",
    ),
    free(
        "import-template",
        Warning,
        Files,
        "A template of Liquid in an imported page, which is kept as words.",
    ),
    free(
        "import-title",
        Warning,
        Files,
        "An imported page has no title, neither in its front matter nor as the one heading above all \
         others. Readers see it on the page, in notices and in lists.",
    ),
    fixed(
        "kept-digest",
        Versions,
        "A digest that was kept of a version, and given to `verify --digest`, is of none any more: the \
         version was removed, or touched and released anew.",
    ),
    fixed("locale-tag", Settings, "A name that is no BCP 47 tag, or not how that tag is written."),
    free(
        "lost-locale",
        Warning,
        Versions,
        "Versions were released in a language that is not in `locales` any more, so their pages are \
         gone. Name it in `former-locales`: what was released stays, and nobody has to translate \
         anything more.",
    ),
    free(
        "lost-origin",
        Warning,
        Versions,
        "Versions were imported, and `history.toml` does not say where from. A report of the past \
         then knows neither what the pages said of their days nor when they were committed: without \
         findings it proves nothing.",
    ),
    free(
        "lost-version",
        Warning,
        Versions,
        "The folder of a released version is gone, or that of a whole policy, and `generate` removes \
         the pages that it made of it. What readers or apps have seen is not undone by that: bring \
         the folder back, and release another version; a policy that holds no more ends by one that \
         is released with `--ends`. Told once, by the run that removes them.",
    ),
    fixed(
        "lost-words",
        Versions,
        "Words about a version in `notice.ftl`, as `notice-privacy-3`, where there is no version of this \
         name and the one that is to be released has none of its own in this language: readers would \
         see other words than the owner wrote for them. So, too, where they are about a version whose \
         text is announced once more, for another day.",
    ),
    fixed("merge-conflict", Files, "The marks of a merge that was not brought to its end."),
    fixed(
        "missing-file",
        Files,
        "A file that a policy needs in a language is not there, or there is no template in the folder \
         that `outputs.templates` names.",
    ),
    fixed("missing-key", Settings, "A setting that has to be there is not."),
    fixed("missing-locale", Files, "A language of a policy has no folder of texts."),
    fixed("missing-manifest", Settings, "A folder in `policies` has no `policy.toml`."),
    free(
        "missing-promise",
        Warning,
        Settings,
        "A profile in `notice.profiles` of `policy.toml` asks that the policy promises something, \
         such as its date at the bottom, and no clause does.",
    ),
    fixed(
        "missing-reason",
        Lints,
        "`ereje.toml` lowers a rule that keeps readers safe and does not say why. Give the rule a \
         table with `level` and `reason`.",
    ),
    fixed(
        "missing-sentence",
        Files,
        "`notice.ftl` lacks a sentence that stands around the text on every page.",
    ),
    free(
        "missing-topic",
        Warning,
        Settings,
        "A profile in `notice.profiles` of `policy.toml` asks that the policy is about something, \
         such as the rights of its readers, and no clause has that topic.",
    ),
    free(
        "moved-page",
        Warning,
        Versions,
        "The address of a policy that has versions changed, and `generate` removes its pages from the \
         old one. Links to what was in force lead there, in records of apps and in letters of \
         counsel, too: name the old address in `former-permalinks` of `policy.toml`, and pages stay \
         there that lead to the new ones, or redirect it at your host, with all that is below. Told \
         once, by the run that removes the pages.",
    ),
    fixed("no-policies", Settings, "A workspace without policies."),
    fixed(
        "notice-too-long",
        Versions,
        "A notice that is longer than a home screen shows: a title of more than 60 characters, a \
         summary of more than 200.",
    ),
    fixed(
        "notice-too-short",
        Versions,
        "A version would take effect sooner after its publication than a profile, or the policy \
         itself by `notice.days`, allows for a change of its kind. Where the law makes an exception, \
         `release --short-notice` records why.",
    ),
    free(
        "orphan-file",
        Warning,
        Files,
        "A file of a translation that the reference does not have, texts of a policy that there is \
         not, or a file among the templates that is none of them: nothing is made of it.",
    ),
    fixed(
        "outdated-record",
        Translations,
        "With `--locked`: the record of a translation is not what the texts tell, or a text that it \
         speaks of is not in the `.memory.toml` beside it. Run `generate` and commit both files.",
    ),
    free(
        "outside-link",
        Warning,
        Files,
        "A symbolic link that leads out of the folder that is checked, or nowhere. It is not followed.",
    ),
    fixed(
        "past-effective-date",
        Versions,
        "A version that would take effect before it is published, or be published before the one \
         that it follows.",
    ),
    fixed(
        "promise-not-kept",
        Versions,
        "With `--locked` or `--released`: a clause promises its readers the date at the bottom of the \
         page or a notice on the main page (`promises` in `policy.toml`), and the files that were built \
         lack it, as by a template of one's own or an output that is switched off.",
    ),
    fixed(
        "receipt-mismatch",
        Versions,
        "A receipt that `verify --receipt` was given does not agree with the versions that were \
         released: another policy, version, language or text, a time at which the version was not \
         there, or less done than the version asks for.",
    ),
    free(
        "second-date",
        Error,
        Versions,
        "`published` stands in the `policy.toml` of a policy that has versions. They bear the dates; \
         two places for one are one too many. A warning where both say the same.",
    ),
    free(
        "stale-translation",
        Warning,
        Translations,
        "The source of a message changed after it was translated. Translate the change, or say with \
         `confirm` that the translation still holds. A release takes it for an error, whatever level \
         it has.",
    ),
    free(
        "syntax",
        Error,
        Files,
        "A part of a file that is not Fluent; nothing in it would be shown. What a line must look \
         like is told with it.",
    ),
    fixed(
        "template",
        Files,
        "A template that can not be read or filled in, or that makes a page without a part of the \
         policy's text.",
    ),
    fixed("toml-syntax", Settings, "A file of settings that is not TOML."),
    fixed(
        "unannounced-change",
        Versions,
        "A release would tell readers nothing of a change that a clause promises a notice of, or that \
         a profile asks one for.",
    ),
    fixed(
        "unexplained-release",
        Versions,
        "A release with a lower severity than the texts tell, or one that takes a question to readers \
         back while what they were asked about still stands, without a `--reason`. So, too, one that \
         asks for consent to the end of a policy.",
    ),
    fixed("unknown-key", Settings, "A setting, or a choice of one, that there is none of."),
    fixed(
        "unknown-profile",
        Settings,
        "`notice.profiles` in `policy.toml` names a profile that there is none of. `ereje profiles` \
         lists them.",
    ),
    fixed("unknown-rule", Lints, "`ereje.toml` names a rule that does not exist."),
    fixed(
        "unknown-scope",
        Lints,
        "A level or a suppression in `ereje.toml` is for a policy, a language or a clause that \
         there is none of, so it counts for nothing.",
    ),
    fixed("unknown-time-zone", Settings, "A time zone that is not in the IANA database."),
    free(
        "unlisted-locale",
        Warning,
        Translations,
        "A translation into a language that `locales` in `policy.toml` does not list: nothing looks at \
         it or shows it.",
    ),
    fixed("unreadable-file", Files, "A file that can not be read, or is not UTF-8."),
    fixed("unreadable-folder", Files, "A folder that can not be listed."),
    free(
        "unreleased-text",
        Advice,
        Versions,
        "The text differs from the newest version; pages show that version. With `--locked` it is an \
         error, whatever level it has. `generate --released` does not look at texts, and tells which \
         policies it leaves out, as they have no version.",
    ),
    fixed("unsafe-path", Settings, "A path or name that would lead out of its folder."),
    free(
        "unused-suppression",
        Warning,
        Lints,
        "A suppression in `ereje.toml` that nothing found needs. Told when everything was looked at \
         and no error hides the rest.",
    ),
    free(
        "words-apart",
        Warning,
        Versions,
        "The owner's own words about a version are there in some languages and not in all: the \
         others show sentences made of what changed, which say something else.",
    ),
    fixed("wrong-type", Settings, "A setting with a value of another type than it takes."),
    free(
        "xliff-code",
        Warning,
        Translations,
        "A translation came back without emphasis that the source has, or with a term in words or \
         not at all. That may be as its language says it, so it is taken; or a tool has lost it.",
    ),
    fixed(
        "xliff-conflict",
        Translations,
        "A text of a translation was changed in the workspace after it was exported, and came back \
         with another change. `import` leaves it as it is; `--accept CLAUSE` takes what came back.",
    ),
    fixed(
        "xliff-file",
        Translations,
        "A file that is no XLIFF 2.0 or 2.1 that could be taken back: broken XML, another version, \
         a document type, several files in one.",
    ),
    free(
        "xliff-origin",
        Warning,
        Translations,
        "A translation came back from a tool that drops what tells which text was exported \
         (`ereje:was`). An older delivery that comes after a newer one then takes its place, as no \
         conflict can be seen.",
    ),
    fixed(
        "xliff-source",
        Translations,
        "The source of a text was changed after it was exported for translation, so that what came \
         back is a translation of something else. Export it again.",
    ),
    free(
        "xliff-term",
        Warning,
        Translations,
        "A translation came back with a term in a form that `terms.ftl` does not have. The words are \
         kept as they are; add the form, and the text can name the term.",
    ),
    fixed(
        "xliff-unit",
        Translations,
        "A text of a translation came back so that it can not be taken: a code is missing, came twice \
         or from elsewhere, only a part is translated, a translation would become the words of the \
         source again, or the policy has no such text. The text of the workspace stays.",
    ),
];

/// How much what is told under a name weighs, and whether that is fixed.
pub(crate) fn weight(name: &str) -> Option<(Level, bool)> {
    let rule = RULES.iter().find(|rule| rule.name == name).map(|rule| (rule.level, false));
    let finding = || FINDINGS.iter().find(|finding| finding.name == name);
    rule.or_else(|| finding().map(|finding| (finding.level, finding.is_fixed)))
}

/// Whether what is told under a name weighs the same whatever `ereje.toml` says.
#[must_use]
pub fn is_fixed(name: &str) -> bool {
    weight(name).is_none_or(|(_, is_fixed)| is_fixed)
}

/// Every name that something is told under.
pub fn names() -> impl Iterator<Item = &'static str> {
    let rules = RULES.iter().map(|rule| rule.name);
    rules.chain(FINDINGS.iter().map(|finding| finding.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_none_is_a_rule_too() {
        assert!(FINDINGS.is_sorted_by_key(|finding| finding.name));
        let mut all: Vec<&str> = names().collect();
        let number = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), number, "{all:?}");
    }
}
