//! # `link-mismatch`
//!
//! A link that leads elsewhere than in the source, that is missing, or that the
//! source has not: readers of one language would be sent to another document, or
//! could not open one that the policy relies on. Links within a page and the
//! anchors at the end of a link count as well. A page may have an address in each
//! language: `/en/privacy` and `/de/privacy` are the same one.
//!
//! ```ftl fails de
//! intro = Näheres in den [Nutzungsbedingungen](https://example.com/privacy).
//! # source.ftl
//! intro = See the [terms of use](https://example.com/terms).
//! ```
//!
//! ```ftl fails ru
//! intro = Подробности – в разделе «Контакты».
//! # source.ftl
//! intro = For details see [Contact](#contact).
//! ```
//!
//! ```ftl fails fr
//! intro = Voir https://example.com/terms.
//! # source.ftl
//! intro = See <https://example.com/terms>.
//! ```
//!
//! ```ftl fails kk
//! intro = { $site } бетін қараңыз.
//! # source.ftl
//! intro = See [our site]({ $site }).
//! ```
//!
//! ```ftl fails de
//! intro = Mehr bei &lt;{ $site }&gt;.
//! # source.ftl
//! intro = There is more at <{ $site }>.
//! ```
//!
//! ```ftl passes de
//! intro = Mehr auf [unserer Seite](https://example.com/de/privacy) und bei <{ $site }>.
//! # source.ftl
//! intro = There is more on [our site](https://example.com/en/privacy) and at [X]({ $site }).
//! ```
//!
//! ```ftl passes ja
//! intro = [連絡先](mailto:help@example.com)は、<https://example.com/terms>をご覧ください。
//! # source.ftl
//! intro = See [the terms](https://example.com/terms) or write to help@example.com.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule, listed};
use crate::addresses::{Links, page};
use crate::comparison::{different, lacking};
use crate::{Comparison, Form, Reading, Report};

pub(super) const RULE: Rule = Rule::new("link-mismatch", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    if leads_alike(texts) {
        return;
    }
    let pages = Pages { texts, form: texts.to.texts.form };
    if let Some((own, source)) = pages.odd(Links::all) {
        let (missing, extra) = (lacking(&source, &own), lacking(&own, &source));
        let message = match (missing.as_slice(), extra.as_slice()) {
            ([], extra) => format!("the source does not lead to {}", listed(extra)),
            (missing, []) => format!("the source leads to {}, this text does not", listed(missing)),
            (missing, extra) => {
                format!("the source leads to {}, this text to {}", listed(missing), listed(extra))
            }
        };
        let hint = "link to the same pages, each as often as the source does";
        pages.report((&extra, &missing), message, hint, report);
    } else if let Some((own, source)) = pages.odd(|links| links.linked.clone()) {
        // More links than the source has are of no harm where the text is the same.
        let missing = lacking(&source, &own);
        if missing.is_empty() {
            return;
        }
        let message = format!("the source links to {}, here it is only text", listed(&missing));
        let hint = "write `[words](address)` or `<address>`";
        pages.report((&missing, &missing), message, hint, report);
    }
}

impl Links {
    fn all(&self) -> Vec<String> {
        self.linked.iter().chain(&self.bare).cloned().collect()
    }
}

struct Pages<'c> {
    texts: &'c Comparison<'c>,
    form: Form,
}

impl Pages<'_> {
    /// Where a form of the translation leads that leads elsewhere than each form
    /// of the source, and where the most similar one does.
    fn odd(&self, of: impl Fn(&Links) -> Vec<String>) -> Option<(Vec<String>, Vec<String>)> {
        let links = |reading: &Reading| {
            let mut links = of(&Links::of(reading, self.form));
            links.retain(|link| self.is_comparable(link));
            links
        };
        let pages = |reading: &Reading| {
            let mut pages: Vec<String> = links(reading).iter().map(|l| self.page(l)).collect();
            pages.sort_unstable();
            pages
        };
        let (reading, own, expected) = self.texts.odd(pages)?;
        let nearest = (0..expected.len()).min_by_key(|at| different(&expected[*at], &own))?;
        let source = &self.texts.source.readings[nearest];
        Some((self.only(links(reading), &expected[nearest]), self.only(links(source), &own)))
    }

    /// The links, as they are written, that lead to none of `pages`.
    fn only(&self, mut links: Vec<String>, pages: &[String]) -> Vec<String> {
        let mut pages = pages.to_vec();
        links.retain(|link| match pages.iter().position(|known| *known == self.page(link)) {
            Some(at) => {
                pages.swap_remove(at);
                false
            }
            None => true,
        });
        links
    }

    fn page(&self, link: &str) -> String {
        let (from, to) = (&self.texts.from.texts.locale, &self.texts.to.texts.locale);
        page(link, &[from.tag(), from.language(), to.tag(), to.language()])
    }

    /// A fact that only one text states is told by the rules about variables.
    fn is_comparable(&self, link: &str) -> bool {
        let fact = link.strip_prefix("{$").and_then(|rest| rest.strip_suffix('}'));
        let Some(fact) = fact else { return true };
        [self.texts.source, self.texts.own].into_iter().all(|text| {
            text.readings.iter().any(|reading| reading.facts().any(|stated| stated == fact))
        })
    }

    fn report(
        &self,
        (own, source): (&[&str], &[&str]),
        message: String,
        hint: &str,
        report: &mut Report<'_>,
    ) {
        // A fact is typed with space in its braces.
        let typed = |list: &[&str]| {
            let first = list.first().copied().unwrap_or_default();
            first.trim_start_matches('{').trim_end_matches('}').to_owned()
        };
        report.at_texts(self.texts, (&typed(own), &typed(source)), message, hint);
    }
}

/// Whether no form has a link, or each leads as one of the source does. As they
/// are written, most do.
fn leads_alike(texts: &Comparison<'_>) -> bool {
    let mut all = texts.source.readings.iter().chain(&texts.own.readings);
    let sources = || texts.source.readings.iter().map(Reading::sketch);
    let as_source = |own: &Reading| sources().any(|source| own.sketch().leads_as(source));
    !all.any(|reading| reading.sketch().may_link)
        || !texts.source.is_complete
        || texts.own.readings.iter().all(as_source)
}
