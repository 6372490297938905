//! Versions as states of the policy's address at a time, for programs that
//! travel in time: Memento (RFC 7089). A static host can not choose a version
//! by the time that is asked for, so there is no `TimeGate`; the `TimeMap` has
//! all that a client needs to choose by itself.

use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::version::{Release, Standing};

use super::{BY_DATE, Pages, Timeline};
use crate::Output;

/// The `TimeMap`, beside the page of versions by date.
pub(super) const TIME_MAP: &str = "timemap.link";

/// What a `TimeMap` is (RFC 7089, section 5).
pub(super) const LINK_FORMAT: &str = "application/link-format";

/// The versions that the policy's address has shown by now as the ones in force,
/// in a language; the first one first.
pub(super) fn mementos<'t>(locale: &Locale, timeline: Timeline<'t>) -> Vec<&'t Release> {
    let has_been = |release: &&Release| {
        let standing = || timeline.history.standing(release, timeline.on);
        release.texts.contains_key(locale)
            && matches!(standing(), Standing::InForce | Standing::Past)
    };
    timeline.history.releases().iter().filter(has_been).collect()
}

impl<'p> Pages<'p> {
    /// Where the `TimeMap` is; its addresses have to be absolute, so there is
    /// none where the site's is not known.
    pub(super) fn time_map_url(&self) -> Option<String> {
        Some(self.site.absolute(&self.at(BY_DATE))? + TIME_MAP)
    }

    /// Relations of a version's own page: to the policy's address, and to the
    /// other versions.
    pub(super) fn memento_relations(&self, release: &Release) -> Vec<(&'static str, &'p str)> {
        let mementos = &self.mementos;
        let at = mementos.iter().position(|one| std::ptr::eq(*one, release));
        let Some(at) = at else { return Vec::new() };
        let beside = |step: isize| mementos.get(at.checked_add_signed(step)?).copied();
        let pages = [
            // Not the last one, which would change pages of old versions with each new one.
            ("first memento", mementos.first().copied()),
            ("prev memento", beside(-1)),
            ("next memento", beside(1)),
        ];
        let named = |(relation, one): (_, Option<&'p Release>)| {
            Some((relation, one?.version.version.as_str()))
        };
        pages.into_iter().filter_map(named).collect()
    }

    /// Writes the `TimeMap`.
    pub(super) fn time_map(&self, files: &mut Vec<Output>) {
        let Some(text) = self.time_map_text() else { return };
        for place in self.places(BY_DATE) {
            self.put_beside_pages(&format!("{place}/{TIME_MAP}"), text.as_bytes(), files);
        }
    }

    fn time_map_text(&self) -> Option<String> {
        let mementos = &self.mementos;
        let of = |release: &Release| {
            let version = &release.version;
            http_date((self.timeline.starts)(version.effective, &version.time_zone))
        };
        let mut links = vec![format!("<{}>;rel=\"original\"", self.site.absolute(self.home())?)];
        let mut own = format!("<{}>;rel=\"self\";type=\"{LINK_FORMAT}\"", self.time_map_url()?);
        if let (Some(first), Some(last)) = (mementos.first(), mementos.last()) {
            own.push_str(&format!(";from=\"{}\";until=\"{}\"", of(first), of(last)));
        }
        links.push(own);
        for (nth, release) in mementos.iter().enumerate() {
            let first = if nth == 0 { "first " } else { "" };
            let last = if nth + 1 == mementos.len() { "last " } else { "" };
            let url = self.site.absolute(&self.at(&release.version.version))?;
            let datetime = of(release);
            links.push(format!("<{url}>;rel=\"{first}{last}memento\";datetime=\"{datetime}\""));
        }
        Some(links.join(",\n") + "\n")
    }
}

/// A moment in seconds since 1970 as HTTP writes it (RFC 9110, section 5.6.7).
fn http_date(moment: i64) -> String {
    const DAY: i64 = 24 * 60 * 60;
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let days = moment.div_euclid(DAY);
    let Date { year, month, day } = Date::from_days_since_1970(days);
    let seconds = moment.rem_euclid(DAY);
    let named = |names: &[&'static str], at: i64| {
        usize::try_from(at).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
    };
    let weekday = named(&WEEKDAYS, days.rem_euclid(7));
    let month = named(&MONTHS, i64::from(month) - 1);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_http_does() {
        // The examples of RFC 9110 and RFC 7089.
        assert_eq!(http_date(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(http_date(991_254_910), "Wed, 30 May 2001 20:35:10 GMT");
        assert_eq!(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(http_date(-1), "Wed, 31 Dec 1969 23:59:59 GMT");
        assert_eq!(http_date(-62_135_596_800), "Mon, 01 Jan 0001 00:00:00 GMT");
        assert_eq!(http_date(253_402_300_799), "Fri, 31 Dec 9999 23:59:59 GMT");
    }
}
