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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::change::Action;
    use crate::profile::read_profiles;

    fn plan(profiles: &[&str], days: Option<u16>) -> NoticePlan {
        NoticePlan {
            time_zone: "UTC".into(),
            time_zone_span: 0..0,
            show_days: 61,
            action: Action::Inform,
            days,
            profiles: profiles.iter().map(|id| ((*id).to_owned(), 0..0)).collect(),
        }
    }

    #[test]
    fn a_change_waits_for_whoever_asks_for_most() {
        let (profiles, _) = read_profiles(&BTreeMap::new());
        // A Thursday.
        let published = Date::parse("2026-11-05").expect("a day");
        let both = &["cn-ecommerce", "eu-p2b"][..];
        for (kind, named, days, expected) in [
            (Kind::Material, both, None, Some(("2026-11-21", "the profile `eu-p2b` asks"))),
            (Kind::Material, both, Some(30), Some(("2026-12-05", "the policy itself asks"))),
            // Of two that ask for the same day, the first one.
            (
                Kind::Material,
                &both[..1],
                Some(7),
                Some(("2026-11-12", "the profile `cn-ecommerce` asks")),
            ),
            (
                Kind::Clarification,
                &both[..1],
                Some(30),
                Some(("2026-11-12", "the profile `cn-ecommerce` asks")),
            ),
            (Kind::Editorial, both, Some(30), None),
            (Kind::Translation, both, Some(30), None),
            (Kind::Material, &["eu-gdpr"], None, None),
            (Kind::Material, &["utopia"], None, None),
        ] {
            let earliest = earliest(kind, published, &plan(named, days), &profiles);
            let told = earliest.map(|one| (one.day.to_string(), one.why));
            let is_so = match (&told, expected) {
                (Some((day, why)), Some((on, because))) => day == on && why.starts_with(because),
                (told, expected) => told.is_none() && expected.is_none(),
            };
            assert!(is_so, "{kind:?} {named:?} {days:?}: {told:?}");
        }
    }

    #[test]
    fn a_notice_is_owed_where_a_profile_says_so() {
        let (profiles, _) = read_profiles(&BTreeMap::new());
        for (kind, named, by) in [
            (Kind::Material, &["us-caloppa", "eu-gdpr", "eu-p2b"][..], Some("`eu-gdpr`")),
            (Kind::Clarification, &["us-caloppa", "eu-gdpr", "eu-p2b"], Some("`eu-p2b`")),
            (Kind::Clarification, &["eu-gdpr"], None),
            (Kind::Editorial, &["eu-gdpr", "eu-p2b"], None),
            (Kind::Material, &["utopia"], None),
        ] {
            let told = asks_for_notice(kind, &plan(named, Some(30)), &profiles);
            assert_eq!(told.is_some(), by.is_some(), "{kind:?} {named:?}: {told:?}");
            assert!(told.iter().zip(by).all(|(told, by)| told.contains(by)), "{told:?}");
        }
    }
}
