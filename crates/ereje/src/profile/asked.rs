//! What a policy's laws ask of a change: how soon it may take effect, and whether
//! readers are told of it.

use super::{Period, Profiles};
use crate::change::Kind;
use crate::fact::Date;
use crate::manifest::NoticePlan;

/// The first day on which a version may take effect, and why not sooner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earliest {
    /// The day.
    pub day: Date,
    /// Such as "the profile `eu-p2b` asks for 15 full days (Regulation …)".
    pub why: String,
}

/// The first day on which a change of a kind may take effect that is published on a
/// day; nothing where nobody asks for time.
#[must_use]
pub fn earliest(
    kind: Kind,
    published: Date,
    notice: &NoticePlan,
    profiles: &Profiles,
) -> Option<Earliest> {
    let own = notice.days.filter(|_| kind == Kind::Material).map(|days| {
        let period = Period::of_days(days);
        let why = format!("the policy itself asks for {} (`notice.days`)", period.in_words());
        Earliest { day: period.earliest(published), why }
    });
    let named = notice.profiles.iter().filter_map(|(id, _)| {
        let profile = profiles.get(id)?;
        let period = profile.period.filter(|_| profile.notice_for.contains(&kind))?;
        let (days, citation) = (period.in_words(), &profile.citation);
        let why = format!("the profile `{id}` asks for {days} ({citation})");
        Some(Earliest { day: period.earliest(published), why })
    });
    // Of several with one day, the first one named.
    named.chain(own).reduce(|first, next| if next.day > first.day { next } else { first })
}

/// The first profile of a policy that asks for a notice of a kind of change, such as
/// "the profile `eu-p2b` asks for one (Regulation …)".
#[must_use]
pub fn asks_for_notice(kind: Kind, notice: &NoticePlan, profiles: &Profiles) -> Option<String> {
    notice.profiles.iter().find_map(|(id, _)| {
        let profile = profiles.get(id)?;
        let why = format!("the profile `{id}` asks for one ({})", profile.citation);
        profile.notice_for.contains(&kind).then_some(why)
    })
}
