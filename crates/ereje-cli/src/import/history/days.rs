//! The days of a version: what the page says of itself, where that can be true;
//! else when it was committed.

use ereje::fact::Date;
use ereje::version::DatedBy;
use ereje_import::Days;

/// The days of a version, and what the first of them was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) published: Date,
    pub(super) effective: Date,
    pub(super) by: DatedBy,
}

/// Chooses the days of a version whose page says `page`; `before` is what the
/// page said in the revision before, `last` when the version before was published.
pub(super) fn choose(
    page: &Days,
    before: Option<&Days>,
    (own, own_by): (Date, DatedBy),
    last: Option<Date>,
) -> Chosen {
    // A line that stayed when the text changed speaks of the text before.
    let fresh = page.dated.filter(|day| before.is_none_or(|before| before.dated != Some(*day)));
    // Where a page is written it may be the next day already.
    let has_come = |day: Date| day.before() <= own;
    let is_in_order = |day: Date| last.is_none_or(|last| last <= day);
    let by_page = if page.in_front_matter { DatedBy::FrontMatter } else { DatedBy::Page };
    let (published, by) = match fresh {
        Some(day) if has_come(day) && is_in_order(day) => (day, by_page),
        _ if is_in_order(own) => (own, own_by),
        _ => (last.unwrap_or(own), DatedBy::Before),
    };
    // A day that was still to come is the one from which on the text held.
    let coming = fresh.filter(|day| !has_come(*day));
    let effective = page.effective.or(coming).map_or(published, |day| day.max(published));
    Chosen { published, effective, by }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    fn dated(text: &str) -> Days {
        Days { dated: Some(day(text)), ..Days::default() }
    }

    fn told(page: &Days, before: Option<&Days>, own: &str, last: Option<&str>) -> String {
        let own = (day(own), DatedBy::Commit);
        let Chosen { published, effective, by } = choose(page, before, own, last.map(day));
        format!("{published} {effective} {}", by.name())
    }

    #[test]
    fn a_page_is_believed_where_it_can_be_true() {
        let page = dated("2020-05-01");
        let none = Days::default();
        for (page, before, own, last, expected) in [
            (&page, None, "2020-05-03", None, "2020-05-01 2020-05-01 page"),
            (&page, None, "2020-04-30", None, "2020-05-01 2020-05-01 page"),
            (&none, None, "2020-05-03", None, "2020-05-03 2020-05-03 commit"),
            // The text changed below an old date.
            (&page, Some(&page), "2021-01-01", Some("2020-05-01"), "2021-01-01 2021-01-01 commit"),
            // A day before that of the version before.
            (&page, Some(&none), "2020-06-03", Some("2020-06-01"), "2020-06-03 2020-06-03 commit"),
            // No day is known that follows.
            (&page, None, "2020-05-03", Some("2020-06-01"), "2020-06-01 2020-06-01 version-before"),
            // The day was still to come.
            (&page, None, "2020-04-01", None, "2020-04-01 2020-05-01 commit"),
        ] {
            assert_eq!(told(page, before, own, last), expected);
        }
        let both = Days { effective: Some(day("2020-07-01")), ..dated("2020-05-01") };
        assert_eq!(told(&both, None, "2020-05-03", None), "2020-05-01 2020-07-01 page");
        let early = Days { effective: Some(day("2020-04-01")), ..dated("2020-05-01") };
        assert_eq!(told(&early, None, "2020-05-03", None), "2020-05-01 2020-05-01 page");
    }
}
