//! The versions over time, a lane for each language, as SVG. The table of versions
//! beside it says the same in words.

use ereje::audit::{Audit, Edition, EditionPage};
use ereje::fact::Date;

use crate::html;

/// What the picture is drawn in: units that the page scales.
const WIDTH: f64 = 960.0;
/// Where the lanes begin and end.
const START: f64 = 96.0;
const END: f64 = 940.0;
/// How high a lane is, and where the first one begins.
const LANE: f64 = 48.0;
const TOP: f64 = 12.0;
/// How much room a year takes below the lanes.
const YEAR: f64 = 40.0;

/// Days on a line.
struct Scale {
    first: i64,
    days: f64,
}

impl Scale {
    fn of(audit: &Audit) -> Scale {
        let days = || audit.editions.iter().map(|edition| edition.published.days_since_1970());
        let first = days().min().unwrap_or_default();
        let last = days().max().unwrap_or_default().max(audit.on.days_since_1970());
        // A version alone stands at the start of some time.
        #[allow(clippy::cast_precision_loss, reason = "a number of days")]
        Scale { first, days: (last - first).max(1) as f64 }
    }

    #[allow(clippy::cast_precision_loss, reason = "a number of days")]
    fn at(&self, day: Date) -> f64 {
        let since = (day.days_since_1970() - self.first) as f64;
        START + since / self.days * (END - START)
    }
}

/// The picture.
pub(super) fn draw(audit: &Audit) -> String {
    let scale = Scale::of(audit);
    #[allow(clippy::cast_precision_loss, reason = "few languages")]
    let bottom = TOP + LANE * audit.locales.len() as f64;
    let mut out = format!(
        "<svg class=\"timeline\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" \
         aria-labelledby=\"_chart-title _chart-text\">\
         <title id=\"_chart-title\">Versions over time, by language</title>\
         <desc id=\"_chart-text\">",
        bottom + 28.0
    );
    html::escape(&mut out, &described(audit));
    out.push_str("</desc>");
    years(&mut out, &scale, audit.on, bottom);
    for (nth, locale) in audit.locales.iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "few languages")]
        let y = TOP + LANE * (nth as f64 + 0.5);
        out.push_str(&format!(
            "<line class=\"lane\" x1=\"{START}\" x2=\"{END}\" y1=\"{y}\" y2=\"{y}\"/>\
             <text class=\"name\" x=\"0\" y=\"{}\">{locale}</text>",
            y + 5.0
        ));
        let own = |edition: &'_ Edition| {
            edition.pages.iter().find(|page| page.locale == *locale).cloned()
        };
        let pages: Vec<(&Edition, EditionPage)> =
            audit.editions.iter().filter_map(|edition| Some((edition, own(edition)?))).collect();
        lags(&mut out, &pages, audit.on, &scale, y);
        for (edition, page) in &pages {
            mark(&mut out, edition, page, scale.at(edition.published), y);
        }
    }
    out.push_str("</svg>");
    out
}

/// In words, for who does not see it.
fn described(audit: &Audit) -> String {
    let lane = |locale: &ereje::locale::Locale| {
        let pages = || {
            let all = audit.editions.iter().flat_map(|edition| &edition.pages);
            all.filter(|page| page.locale == *locale)
        };
        let changed = pages().filter(|page| page.is_changed).count();
        let silent = pages().filter(|page| page.is_silent).count();
        let behind = pages().filter(|page| page.behind > 0).count();
        format!(
            "{locale}: its text changed in {changed} of {} versions, in {silent} of them under an \
             unchanged date, and in {behind} versions some clause was behind the language that \
             binds.",
            audit.editions.len()
        )
    };
    let lanes: Vec<String> = audit.locales.iter().map(lane).collect();
    format!("{} The table of versions below says the same.", lanes.join(" "))
}

/// Where years begin; not more of them than there is room for.
fn years(out: &mut String, scale: &Scale, on: Date, bottom: f64) {
    let first = Date::from_days_since_1970(scale.first).year;
    #[allow(clippy::cast_possible_truncation, reason = "a number of days")]
    let last = Date::from_days_since_1970(scale.first + scale.days as i64).year.max(on.year);
    let step = (last - first) / 12 + 1;
    // The year that the history begins in stands at its start.
    let place = |year| scale.at(Date { year, month: 1, day: 1 }).max(START);
    let places: Vec<(u16, f64)> = (first..=last)
        .step_by(usize::from(step))
        .map(|year| (year, place(year)))
        .filter(|(_, x)| *x <= END)
        .collect();
    for (nth, (year, x)) in places.iter().enumerate() {
        // One that ends soon after would stand on the next.
        if places.get(nth + 1).is_some_and(|(_, next)| next - x < YEAR) {
            continue;
        }
        out.push_str(&format!(
            "<line class=\"year\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{bottom}\"/>\
             <text class=\"year\" x=\"{x:.1}\" y=\"{}\">{year}</text>",
            bottom + 20.0
        ));
    }
}

/// Bars over the time in which clauses were behind.
fn lags(out: &mut String, pages: &[(&Edition, EditionPage)], on: Date, scale: &Scale, y: f64) {
    for (nth, (edition, page)) in pages.iter().enumerate() {
        if page.behind == 0 {
            continue;
        }
        let until = pages.get(nth + 1).map_or(on, |(next, _)| next.published);
        let (from, to) = (scale.at(edition.published), scale.at(until));
        out.push_str(&format!(
            "<rect class=\"behind\" x=\"{from:.1}\" y=\"{}\" width=\"{:.1}\" height=\"10\"/>",
            y - 5.0,
            (to - from).max(1.0)
        ));
    }
}

/// A version in a language. Shapes tell, not colours alone.
fn mark(out: &mut String, edition: &Edition, page: &EditionPage, x: f64, y: f64) {
    let (shape, what) = match (page.is_changed, page.is_silent) {
        (_, true) => (
            format!("<path class=\"silent\" d=\"M{x:.1} {}l8 8l-8 8l-8 -8z\">", y - 8.0),
            "changed under an unchanged date",
        ),
        (true, _) => {
            (format!("<circle class=\"changed\" cx=\"{x:.1}\" cy=\"{y}\" r=\"6\">"), "changed")
        }
        (false, _) => {
            (format!("<circle class=\"same\" cx=\"{x:.1}\" cy=\"{y}\" r=\"3.5\">"), "as before")
        }
    };
    let end = if page.is_silent { "</path>" } else { "</circle>" };
    out.push_str(&format!(
        "{shape}<title>{} of {}, {}: {what}</title>{end}",
        edition.version, edition.published, page.locale
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The years below the lanes of a history from one day to another.
    fn shown(from: &str, to: &str) -> Vec<String> {
        let [from, to] = [from, to].map(|day| Date::parse(day).expect("a day"));
        let days = to.days_since_1970() - from.days_since_1970();
        let scale = Scale {
            first: from.days_since_1970(),
            days: f64::from(i32::try_from(days).expect("few")),
        };
        let mut out = String::new();
        years(&mut out, &scale, to, 100.0);
        let texts = out.split("</text>").filter_map(|text| text.rsplit_once('>'));
        texts.map(|(_, year)| year.to_owned()).filter(|year| !year.is_empty()).collect()
    }

    #[test]
    fn years_do_not_stand_on_each_other() {
        assert_eq!(shown("2017-12-12", "2020-03-01"), ["2018", "2019", "2020"]);
        assert_eq!(shown("2017-02-12", "2019-03-01"), ["2017", "2018", "2019"]);
        assert_eq!(shown("2017-12-12", "2017-12-20"), ["2017"]);
        assert_eq!(shown("1990-12-01", "2026-06-01").len(), 10);
    }
}
