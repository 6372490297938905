//! JSON Schemas of the files that people write, for their editors. The readers
//! go through those files key by key, so the types here only describe them; the
//! tests hold both to each other.
#![allow(dead_code, reason = "what is described is looked at by schemars alone")]

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::change::{Action, Kind};
use crate::manifest::{PROMISES, TOPICS};

/// `ereje.toml`: what holds for all policies of a workspace.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WorkspaceFile {
    /// The workspace itself.
    workspace: WorkspaceTable,
    /// What is generated, and where to.
    outputs: Option<OutputsTable>,
    /// By product, how many released versions it had of policies that are gone from it or
    /// belong to another product now: `serial` of its notices counts them as well, so that
    /// it never falls.
    former_versions: Option<BTreeMap<String, u32>>,
    /// How much rules weigh here, by their names.
    lints: Option<BTreeMap<String, Lint>>,
    /// How much rules weigh in a policy, a language or a clause, whatever they weigh
    /// elsewhere. The narrowest one counts: a clause before a language, a language
    /// before a policy.
    levels: Option<Vec<LevelsTable>>,
    /// What is right as it is although a rule says otherwise.
    suppress: Option<Vec<SuppressTable>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Lint {
    Level(LintLevel),
    Reasoned(LintTable),
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum LintLevel {
    Error,
    Warning,
    Advice,
    Off,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LintTable {
    /// How much the rule weighs.
    level: LintLevel,
    /// Why.
    reason: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LevelsTable {
    /// Only in this policy. At least one of the three is named.
    policy: Option<String>,
    /// Only in this language.
    locale: Option<String>,
    /// Only in this clause.
    clause: Option<String>,
    /// How much rules weigh there, by their names.
    lints: BTreeMap<String, Lint>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SuppressTable {
    /// The rule's name.
    rule: String,
    /// Only in this policy.
    policy: Option<String>,
    /// Only in this language.
    locale: Option<String>,
    /// Only in this clause.
    clause: Option<String>,
    /// Why it is right as it is.
    reason: String,
    /// The last day on which it counts.
    expires: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WorkspaceTable {
    /// Shown on index pages.
    name: String,
    /// The language of the root index page (BCP 47).
    default_locale: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OutputsTable {
    /// The folder for all of it, relative to the workspace or absolute.
    directory: Option<String>,
    /// The folder of templates, relative to the workspace.
    templates: Option<String>,
    /// Jekyll pages.
    jekyll: Option<OutputTable>,
    /// The HTML site.
    html: Option<HtmlTable>,
    /// Plain text.
    text: Option<OutputTable>,
    /// JSON for apps.
    json: Option<OutputTable>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OutputTable {
    /// Its folder, below the output directory.
    path: Option<String>,
    /// `false` switches it off.
    enabled: Option<bool>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct HtmlTable {
    /// Its folder, below the output directory.
    path: Option<String>,
    /// `false` switches it off.
    enabled: Option<bool>,
    /// Where the site will live; makes canonical links, and links between
    /// languages absolute.
    base_url: Option<String>,
}

/// `policies/<policy>/policy.toml`: the plan of a policy.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PolicyFile {
    /// The product that the policy is about; stands in the address.
    product: String,
    /// The name of the page in the address.
    slug: String,
    /// The language that binds; translations follow it (BCP 47).
    source_locale: String,
    /// Every language, in the order of the language switcher (BCP 47).
    locales: Vec<String>,
    /// Languages that it has no more: the pages of what was released in them stay
    /// (BCP 47).
    former_locales: Option<Vec<String>>,
    /// Where the page lives: `{product}`, `{policy}`, `{locale}` and `{slug}`
    /// are filled in.
    permalink: Option<String>,
    /// The same for languages whose page lives elsewhere, by locale.
    permalinks: Option<BTreeMap<String, String>>,
    /// Where the page lived before: there stay pages that lead to it. `{locale}` stands
    /// for each language; an address without it leads to the language that binds.
    former_permalinks: Option<Vec<FormerPermalink>>,
    /// The day of the text, until there are versions: they bear it then.
    published: Option<String>,
    /// What the Jekyll page begins with, in this order; `{title}`,
    /// `{description}`, `{permalink}`, `{locale}`, `{direction}`, `{published}`
    /// and `{policy}` are filled in.
    front_matter: Option<BTreeMap<String, Scalar>>,
    /// What is the same in every language, by name.
    facts: Option<BTreeMap<String, FactTable>>,
    /// How changes are announced.
    notice: Option<NoticeTable>,
    /// The clauses, in the order of the page.
    clause: Vec<ClauseTable>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum FormerPermalink {
    /// A pattern, as in `permalink`.
    Pattern(String),
    /// Addresses of the page in some languages, by locale.
    Of(BTreeMap<String, String>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(i64),
    Boolean(bool),
    List(Vec<Scalar>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum FactTable {
    /// An e-mail address.
    Email(String),
    /// An absolute address, such as `https://example.com/help`.
    Url(String),
    /// A day, such as 2026-11-15.
    Date(String),
    /// A number and a unit, such as `30 days`.
    Duration(String),
    /// An amount and an ISO 4217 code, such as `9.99 EUR`.
    Money(String),
    /// A whole number.
    Count(i64),
    /// Words that are the same in every language.
    Text(String),
    /// Several names.
    List(Vec<String>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct NoticeTable {
    /// Where days begin: a name of the IANA time zone database, such as
    /// `Asia/Almaty`.
    time_zone: Option<String>,
    /// For how many days after a version took effect its notice is shown.
    #[schemars(range(min = 1, max = 3660))]
    show_days: Option<u16>,
    /// What a notice asks of readers, where a release does not say.
    #[schemars(extend("enum" = Action::ALL.map(Action::name)))]
    action: Option<String>,
    /// How many days before it takes effect a material change is announced.
    #[schemars(range(min = 1, max = 366))]
    days: Option<u16>,
    /// Which profiles apply; `ereje profiles` lists them.
    profiles: Option<Vec<String>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ClauseTable {
    /// The name of its message and its anchor on the page.
    id: String,
    /// How it is set: running text, or an item of a list.
    #[schemars(extend("enum" = ["text", "item", "numbered"]))]
    kind: Option<String>,
    /// Of text, the level of its heading (2 to 6); of an item, how deep it is
    /// nested (1 to 4).
    #[schemars(range(min = 1, max = 6))]
    level: Option<u8>,
    /// What it is about; decides how much a change of it matters.
    topics: Option<Vec<Topic>>,
    /// What it promises about changes of the policy.
    promises: Option<Vec<Promise>>,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(extend("enum" = TOPICS))]
struct Topic(String);

#[derive(Deserialize, JsonSchema)]
#[schemars(extend("enum" = PROMISES))]
struct Promise(String);

/// `profiles/<profile>.toml`: what a law or a guideline asks of whoever changes a
/// text. A help to counsel, and no legal advice.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ProfileFile {
    /// What people call it.
    name: String,
    /// The law and its article, or the guideline and its paragraph.
    citation: String,
    /// The address of that text.
    source: Option<String>,
    /// The day of the text that was relied on.
    text_of: String,
    /// Which texts it is about.
    concerns: String,
    /// What it asks, in sentences.
    asks: Vec<String>,
    /// When it does not ask that.
    exceptions: Option<String>,
    /// What clauses have to be about.
    topics: Option<Vec<Topic>>,
    /// What clauses have to promise.
    promises: Option<Vec<Promise>>,
    /// Which kinds of change readers are told of by a notice.
    notice_for: Option<Vec<KindName>>,
    /// How long before it takes effect they are told.
    period: Option<PeriodTable>,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(extend("enum" = Kind::ALL.map(Kind::name)))]
struct KindName(String);

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PeriodTable {
    /// How many days lie between publication and the day on which a change takes
    /// effect.
    #[schemars(range(min = 1, max = 366))]
    days: u16,
    /// `true` where the day of publication does not count and the last day has to
    /// be over.
    full_days: Option<bool>,
    /// `true` where a period that would end with a Saturday or Sunday ends with
    /// the Monday after.
    ends_on_working_day: Option<bool>,
}

/// `locales/<locale>/<policy>.sync.toml`: which source text each translation
/// was made from. Written by Ereje.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SyncFile {
    /// The form of the file.
    #[schemars(extend("const" = "ereje-sync/2"))]
    schema: Option<String>,
    /// By message.
    messages: Option<BTreeMap<String, SyncLine>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SyncLine {
    /// The digest of the source text.
    source: String,
    /// The digest of the translation that was made from it.
    translation: String,
    /// Both, before the translation followed a change of its source.
    was: Option<[String; 2]>,
    /// The newest version at that time.
    after: Option<String>,
}

#[cfg(test)]
mod tests;
