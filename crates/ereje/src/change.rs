//! What a change of a policy is, and what is asked of its readers: plain data.

use crate::fact::Fact;
use crate::manifest::ClauseKind;
use crate::markup::{Event, Markup, Tag};
use crate::phrases::Phrases;

/// What kind of change it is, from the least to the most that a notice has to
/// say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Only a translation changed; the source text stays.
    Translation,
    /// The same words: spelling, punctuation, spacing, markup, order.
    Editorial,
    /// Other words for what is the case already.
    Clarification,
    /// Something else holds: a fact, a right, a purpose, a recipient.
    Material,
}

impl Kind {
    /// All kinds, the least first.
    pub const ALL: [Kind; 4] =
        [Kind::Translation, Kind::Editorial, Kind::Clarification, Kind::Material];

    /// The name in frozen versions and in the files for apps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Translation => "translation",
            Kind::Editorial => "editorial",
            Kind::Clarification => "clarification",
            Kind::Material => "material",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether readers are told by a notice, and not in the changelog alone.
    #[must_use]
    pub fn calls_for_notice(self) -> bool {
        self >= Kind::Clarification
    }
}

/// What a notice asks of its readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Nothing; no notice is shown.
    None,
    /// To read it.
    Inform,
    /// To say that they have read it.
    Acknowledge,
    /// To agree before they go on.
    Consent,
}

impl Action {
    /// All actions, the least first.
    pub const ALL: [Action; 4] =
        [Action::None, Action::Inform, Action::Acknowledge, Action::Consent];

    /// The name in frozen versions and in the files for apps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Action::None => "none",
            Action::Inform => "inform",
            Action::Acknowledge => "acknowledge",
            Action::Consent => "consent",
        }
    }

    /// The action of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// What changed between two texts of a policy in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The clauses that are not the same, in the order of the new page, removed
    /// ones where they stood.
    pub clauses: Vec<ClauseChange>,
    /// How many clauses are the same.
    pub unchanged: usize,
}

impl Changes {
    /// What readers see of it: a clause that only has another name is the same to them.
    #[must_use]
    pub fn as_seen(mut self) -> Changes {
        let all = self.clauses.len();
        self.clauses.retain(ClauseChange::is_seen);
        self.unchanged += all - self.clauses.len();
        self
    }

    /// How many clauses are the same, as readers are told; empty where none is.
    #[must_use]
    pub fn unchanged_in_words(&self, phrases: &Phrases<'_>) -> String {
        match i64::try_from(self.unchanged).unwrap_or(0) {
            0 => String::new(),
            count => phrases.say("unchanged-clauses", [("count", Fact::Count(count))]),
        }
    }
}

/// A clause that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseChange {
    /// Its id; of a removed one, the one that it had.
    pub id: String,
    /// Ids of other clauses: the one that it was called before, the ones that it
    /// was split from; of a removed one, the ones that have its words now.
    pub related: Vec<String>,
    /// What happened to it.
    pub op: Op,
    /// Whether it stands elsewhere, be it with the same words or with others.
    pub moved: bool,
    /// How it is set.
    pub kind: ClauseKind,
    /// The heading under which readers find it; none before the first one.
    pub under: Option<String>,
    /// What it is told by from others under that heading: its lead-in or its first
    /// words. None where the heading is its own and tells it.
    pub words: Option<String>,
    /// Its own heading as a redline, where it has or had one.
    pub heading: Option<Markup>,
    /// Its text as a redline: what was removed is in it too, each marked.
    pub body: Markup,
}

impl ClauseChange {
    /// What the heading says that it stands under.
    #[must_use]
    pub fn heading_above(&self, phrases: &Phrases<'_>) -> String {
        self.under.clone().unwrap_or_else(|| phrases.say("untitled-clause", []))
    }

    /// What readers know it by, which no other change of the same text is called.
    #[must_use]
    pub fn name(&self, phrases: &Phrases<'_>) -> String {
        let under = self.heading_above(phrases);
        match &self.words {
            Some(words) => format!("{under} · {words}"),
            None => under,
        }
    }

    /// Whether readers see that it is not the same: names of clauses are on no page.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.moved || self.related.is_empty() || !self.has_same_text()
    }

    /// Whether its text and heading, of which redlines are kept, are the same as
    /// they were: it has only another name, place or kind.
    #[must_use]
    pub fn has_same_text(&self) -> bool {
        let is_mark = |event: Event<'_>| matches!(event, Event::Open(Tag::Inserted | Tag::Deleted));
        let mut texts = self.heading.iter().chain([&self.body]);
        !texts.any(|text| text.events().any(is_mark))
    }
}

/// What happened to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its words changed.
    Changed,
    /// Its words are the same and stand elsewhere.
    Moved,
}

impl Op {
    /// The name in the files for apps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Op::Added => "added",
            Op::Removed => "removed",
            Op::Changed => "changed",
            Op::Moved => "moved",
        }
    }
}
