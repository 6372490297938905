//! # `relies-on-rereading`
//!
//! A policy that asks its readers to come back and look for changes themselves, and
//! names no other way in which they would learn of them. The European data
//! protection authorities call such a request not only insufficient but unfair
//! (Article 29 Working Party, Guidelines on transparency, WP260 rev.01, paragraph
//! 29): changes that matter are to be told to readers, by e-mail, by letter, by a
//! pop-up on a page.
//!
//! Clauses with the topic `changes` are looked at, in English, German, Kazakh and
//! Russian. It is advice, and no opinion on what a law asks of this policy.
//!
//! ```ftl fails
//! changes = We may change this policy at any time. Please check this page periodically.
//! ```
//!
//! ```ftl fails
//! changes = We will notify you of changes by posting the new policy here. You are advised to
//!     review this policy from time to time for any changes.
//! ```
//!
//! ```ftl passes
//! changes = We may change this policy. We will tell you by e-mail 30 days before. You can also
//!     check this page regularly.
//! ```
//!
//! ```ftl passes
//! changes = You do not need to check this page regularly: the app tells you of every change.
//! ```

use ereje::diagnostic::Level;
use ereje::document::Document;

use super::{Check, Rule, typed};
use crate::{Report, Subject};

pub(super) const RULE: Rule =
    Rule::new("relies-on-rereading", Level::Advice, Check::Document(check));

/// How a language says it.
struct Words {
    language: &'static str,
    /// To look at a text.
    look: &'static [&'static str],
    /// Again and again.
    again: &'static [&'static str],
    /// That this is not needed.
    not: &'static [&'static str],
    /// Ways to tell each reader.
    channels: &'static [&'static str],
}

const WORDS: [Words; 4] = [
    Words {
        language: "de",
        look: &[
            "prüfen",
            "lesen sie",
            "zu lesen",
            "durchlesen",
            "einsehen",
            "einzusehen",
            "besuchen",
            "informieren sie sich",
        ],
        again: &[
            "regelmäßig",
            "häufig",
            "gelegentlich",
            "von zeit zu zeit",
            "periodisch",
            "hin und wieder",
        ],
        not: &["nicht", "kein"],
        channels: &["e-mail", "email", "per post", "brief", "push", "sms", "pop-up"],
    },
    Words {
        language: "en",
        look: &[
            "check this",
            "check the",
            "check our",
            "check back",
            "review this",
            "review the",
            "review our",
            "revisit",
            "visit this",
            "consult this",
        ],
        again: &[
            "often",
            "regularly",
            "periodically",
            "from time to time",
            "frequently",
            "routinely",
        ],
        not: &["not need", "need not", "not have to", "n’t have to", "n't have to", "not required"],
        channels: &[
            "e-mail",
            "email",
            "letter",
            "postal mail",
            "push",
            "text message",
            "sms",
            "pop-up",
        ],
    },
    Words {
        language: "kk",
        look: &["тексеріп", "тексеру", "қарап шығ", "қарап тұр", "қарап отыр", "шолып", "шолу"],
        again: &["жиі", "мерзімді", "үнемі", "тұрақты", "кезең-кезең", "анда-санда"],
        not: &["қажет емес", "міндетті емес", "керек емес"],
        channels: &["электрондық пошта", "поштаңызға", "хат арқылы", "push", "sms"],
    },
    Words {
        language: "ru",
        look: &[
            "проверять",
            "проверяйте",
            "просматрива",
            "перечитыва",
            "посещать",
            "посещайте",
            "знакомиться с",
            "следить за изменениями",
            "следите за изменениями",
        ],
        again: &["часто", "регулярно", "периодически", "время от времени", "почаще"],
        not: &["не нужно", "не обязан", "не требуется", "не надо"],
        channels: &[
            "электронной почт",
            "электронную почт",
            "письм",
            "push",
            "sms",
            "смс",
            "e-mail",
            "всплывающ",
        ],
    },
];

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    let language = document.locale.language();
    let Some(words) = WORDS.iter().find(|words| words.language == language) else { return };
    let of_changes = |clause: &&ereje::document::Clause| {
        clause.shown_in.is_none() && clause.topics.iter().any(|topic| topic == "changes")
    };
    let clauses: Vec<_> = document.clauses.iter().filter(of_changes).collect();
    let text = |clause: &ereje::document::Clause| clause.body.text().to_lowercase();
    if clauses.iter().any(|clause| holds(&text(clause), words.channels)) {
        return;
    }
    let asks = |clause: &&&ereje::document::Clause| request(&text(clause), words).is_some();
    let Some(clause) = clauses.iter().find(asks) else { return };
    let request = request(&text(clause), words).unwrap_or_default();
    let place = (subject.file(), typed(subject.file(), &clause.id, request));
    let message = "readers are asked to look for changes themselves, which is no notice \
                   (WP260 rev.01, paragraph 29)";
    let hint = "say how each reader is told of changes, as by e-mail or by a message in the app";
    report.at_clause(place, &clause.id, message.to_owned(), hint);
}

/// The word of a sentence that asks readers to look at a text again and again.
fn request(text: &str, words: &Words) -> Option<&'static str> {
    text.split(['.', '!', '?', ';']).find_map(|sentence| {
        let look = words.look.iter().find(|look| sentence.contains(**look))?;
        let asks = holds(sentence, words.again) && !holds(sentence, words.not);
        asks.then_some(*look)
    })
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_known_in_every_language() {
        let asks = |language: &str, text: &str| {
            let words = WORDS.iter().find(|words| words.language == language).expect(language);
            request(&text.to_lowercase(), words).is_some()
        };
        assert!(asks("ru", "Рекомендуем регулярно проверять эту страницу."));
        assert!(asks("ru", "Просим периодически просматривать настоящую политику."));
        assert!(!asks("ru", "Вам не нужно регулярно проверять эту страницу."));
        assert!(asks("kk", "Осы бетті жиі тексеріп тұру ұсынылады."));
        assert!(!asks("kk", "Саясатты мерзімді түрде жаңартамыз."));
        assert!(asks("de", "Bitte lesen Sie diese Erklärung regelmäßig."));
        assert!(asks("de", "Wir empfehlen, diese Seite von Zeit zu Zeit zu prüfen."));
        assert!(!asks("de", "Wir prüfen die Sicherheit. Daten löschen wir regelmäßig."));
        assert!(!asks("en", "We review the security of our systems; data are often deleted."));
    }
}
