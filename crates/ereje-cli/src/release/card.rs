//! What the notice about a version says in a language: the owner's words where
//! there are some, else sentences made of what changed.

use std::collections::BTreeSet;

use ereje::change::{Changes, ClauseChange};
use ereje::diagnostic::Diagnostic;
use ereje::fact::{Date, Fact, Facts};
use ereje::phrases::{END, MAX_SUMMARY, MAX_TITLE, NOTICE, Phrases, own_notice};
use ereje::version::{Card, NoticeText};

/// So many headings a person would name; of more, the last ones are counted.
const MOST_HEADINGS: usize = 5;

/// The notice of a version in one language.
pub(super) struct Notice<'n> {
    pub(super) policy: &'n str,
    pub(super) version: &'n str,
    pub(super) effective: Date,
    /// Whether the policy ends with it.
    pub(super) ends: bool,
    /// What the policy is called in the language.
    pub(super) name: &'n str,
    pub(super) changes: &'n Changes,
    pub(super) phrases: Phrases<'n>,
}

impl Notice<'_> {
    /// The cards of both phases, and what is wrong with them.
    pub(super) fn cards(&self) -> (NoticeText, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let now = self.card("now", &mut found);
        let coming = self.card("coming", &mut found);
        (NoticeText { now, coming }, found)
    }

    fn card(&self, phase: &str, found: &mut Vec<Diagnostic>) -> Card {
        let own = own_notice(self.policy, self.version);
        let card = Card {
            title: self.line(&own, ".title", phase, MAX_TITLE, found),
            summary: self.line(&own, "", phase, MAX_SUMMARY, found),
        };
        for (what, text, most) in
            [("title", &card.title, MAX_TITLE), ("text", &card.summary, MAX_SUMMARY)]
        {
            let length = text.chars().count();
            if length > most {
                let message = format!(
                    "the {what} of the notice has {length} characters, where {most} fit: {text}"
                );
                let part = if what == "title" { format!("{own}.title") } else { own.clone() };
                let is_own = self.phrases.try_say(&part, &Facts::new()).is_some();
                let hint = match what {
                    _ if is_own => format!("shorten `{part}`"),
                    "title" => format!(
                        "write `short-title = …` into the policy's file, or your own: `{own} = …` \
                         with `.title = …` below it"
                    ),
                    _ => format!("write your own: `{own} = …`"),
                };
                found.push(self.fault("notice-too-long", message, hint));
            }
        }
        card
    }

    /// One line of the card; headings that do not fit are counted instead.
    fn line(
        &self,
        own: &str,
        attribute: &str,
        phase: &str,
        most: usize,
        found: &mut Vec<Diagnostic>,
    ) -> String {
        let headings = self.headings();
        let mut fewer = String::new();
        let most_shown =
            if headings.len() > MOST_HEADINGS { MOST_HEADINGS - 1 } else { headings.len() };
        for shown in (0..=most_shown).rev() {
            let values = self.values(phase, &headings, shown);
            let usual = if self.ends { END } else { NOTICE };
            let said = (self.phrases.try_say(&format!("{own}{attribute}"), &values))
                .or_else(|| self.phrases.try_say(&format!("{usual}{attribute}"), &values));
            match said {
                Some(Ok(text)) if text.chars().count() <= most => return text,
                Some(Ok(text)) => fewer = text,
                Some(Err(why)) => {
                    let message = format!("the notice can not be shown: {}", why.join("; "));
                    let hint = "mend the message in notice.ftl".to_owned();
                    found.push(self.fault("format-error", message, hint));
                    return String::new();
                }
                // What is missing in notice.ftl is told already.
                None => return String::new(),
            }
        }
        fewer
    }

    fn values(&self, phase: &str, headings: &[String], shown: usize) -> Facts {
        let mut list = headings[..shown].to_vec();
        let rest = i64::try_from(headings.len() - shown).unwrap_or(0);
        if rest > 0 {
            list.push(self.phrases.say("more-clauses", [("count", Fact::Count(rest))]));
        }
        let count = i64::try_from(self.changed().count()).unwrap_or(0);
        Facts::from([
            ("policy".to_owned(), Fact::Text(self.name.to_owned())),
            ("phase".to_owned(), Fact::Text(phase.to_owned())),
            ("date".to_owned(), Fact::Date(self.effective)),
            ("headings".to_owned(), Fact::List(list)),
            ("count".to_owned(), Fact::Count(count)),
        ])
    }

    /// What readers see changed.
    fn changed(&self) -> impl Iterator<Item = &ClauseChange> {
        self.changes.clauses.iter().filter(|change| change.is_seen())
    }

    /// The headings under which something changed, each once.
    fn headings(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let under = self.changed().map(|change| {
            let Some(heading) = change.under.clone() else {
                return self.phrases.say("untitled-clause", []);
            };
            self.phrases.say("quoted-heading", [("heading", Fact::Text(heading))])
        });
        let headings: Vec<String> = under.filter(|heading| seen.insert(heading.clone())).collect();
        // Where no clause changed, it is the title of the whole.
        if headings.is_empty() { vec![self.name.to_owned()] } else { headings }
    }

    fn fault(&self, rule: &'static str, message: String, hint: String) -> Diagnostic {
        let path = format!("locales/{}/notice.ftl", self.phrases.locale);
        let fault = Diagnostic::error(rule, path, message).hint(hint);
        fault.of_policy(self.policy).of_locale(self.phrases.locale.tag())
    }
}
