//! What the variables of a phrase may be: all that grammar trips over.

use ereje::fact::{Date, Fact, Facts};

use super::Language;

/// Numbers of every plural category of many languages, and those that look like
/// another: 11 is no 1, 111 no 101.
pub(super) const COUNTS: [i64; 9] = [1, 2, 5, 11, 21, 22, 25, 101, 111];

/// The first day of each month, and days that are said differently.
pub(super) const DATES: [Date; 16] = [
    day(1, 1),
    day(2, 1),
    day(3, 1),
    day(4, 1),
    day(5, 1),
    day(6, 1),
    day(7, 1),
    day(8, 1),
    day(9, 1),
    day(10, 1),
    day(11, 1),
    day(12, 1),
    day(3, 2),
    day(9, 11),
    day(9, 21),
    day(12, 31),
];

const fn day(month: u8, day: u8) -> Date {
    Date { year: 2027, month, day }
}

/// The name of a policy that is plural, by language.
const PLURAL_NAMES: [(&str, &str); 3] =
    [("ru", "Условия использования"), ("kk", "Пайдалану шарттары"), ("en", "Terms of Use")];

/// A value that a variable may have.
#[derive(Clone, Copy)]
enum Sample {
    Date(Date),
    Count(i64),
    Text(&'static str),
    /// The heading of a clause, by its place.
    Heading(usize),
    /// So many headings, and how many are counted at the end.
    Headings(usize, i64),
    /// What a clause is called where there is no heading.
    Untitled,
    /// The name of the policy, or one that is plural.
    Name(bool),
}

/// Values of all variables of a phrase.
pub(super) struct Case {
    values: Vec<(&'static str, Sample)>,
    /// The variable that this case is about, and the phase.
    shown: Vec<Sample>,
}

/// All that a phrase with these variables is said with: one after the other
/// takes each of its values, in both phases of a notice.
///
/// # Errors
/// A variable that nothing is known of.
pub(super) fn cases(names: &[&'static str]) -> Result<Vec<Case>, String> {
    let mut all = Vec::new();
    for name in names {
        all.push((*name, samples(name)?));
    }
    let phases = all.iter().find(|(name, _)| *name == "phase");
    let phases: Vec<Option<Sample>> =
        phases.map_or(vec![None], |(_, phases)| phases.iter().copied().map(Some).collect());
    let mut cases = Vec::new();
    for phase in phases {
        for (about, samples) in all.iter().filter(|(name, _)| *name != "phase") {
            for sample in samples {
                let value = |(name, samples): &(&'static str, Vec<Sample>)| match phase {
                    _ if name == about => (*name, *sample),
                    Some(phase) if *name == "phase" => (*name, phase),
                    _ => (*name, samples[0]),
                };
                let values = all.iter().map(value).collect();
                cases.push(Case { values, shown: phase.into_iter().chain([*sample]).collect() });
            }
        }
    }
    Ok(cases)
}

fn samples(name: &str) -> Result<Vec<Sample>, String> {
    Ok(match name {
        "date" => DATES.map(Sample::Date).to_vec(),
        "first" => DATES.map(Sample::Date).to_vec(),
        "last" => DATES.map(|date| Sample::Date(Date { year: 2028, ..date })).to_vec(),
        "zone" => vec![Sample::Text("Asia/Almaty")],
        "count" => COUNTS.map(Sample::Count).to_vec(),
        "version" => ["2.0", "11.0"].map(Sample::Text).to_vec(),
        "from" => vec![Sample::Text("1.0")],
        "to" => vec![Sample::Text("2.0")],
        "phase" => ["coming", "now"].map(Sample::Text).to_vec(),
        "policy" => [false, true].map(Sample::Name).to_vec(),
        "heading" => (0..8).map(Sample::Heading).collect(),
        "headings" => {
            let few = [2, 1, 3].map(|shown| Sample::Headings(shown, 0));
            let more = COUNTS.map(|rest| Sample::Headings(1, rest));
            few.into_iter().chain([Sample::Untitled]).chain(more).collect()
        }
        _ => return Err(format!("say in xtask/src/language/samples.rs what `${name}` may be")),
    })
}

impl Case {
    /// What the sentence is said with, in short.
    pub(super) fn label(&self) -> String {
        let one = |sample: &Sample| match sample {
            Sample::Date(date) => date.to_string(),
            Sample::Count(count) => count.to_string(),
            Sample::Text(text) => (*text).to_owned(),
            Sample::Heading(at) => format!("heading {}", at + 1),
            Sample::Headings(shown, 0) => format!("headings: {shown}"),
            Sample::Headings(shown, rest) => format!("headings: {shown}, and {rest} more"),
            Sample::Untitled => "no heading".to_owned(),
            Sample::Name(false) => "the policy".to_owned(),
            Sample::Name(true) => "a plural name".to_owned(),
        };
        self.shown.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// The same for the program, in a language.
    pub(super) fn values(&self, language: &Language) -> Result<Facts, String> {
        let value = |(name, sample): &(&str, Sample)| {
            Ok(((*name).to_owned(), sample.in_language(language)?))
        };
        self.values.iter().map(value).collect()
    }
}

impl Sample {
    fn in_language(self, language: &Language) -> Result<Fact, String> {
        // The policies of a starter have few clauses.
        let heading = |at: usize, form: usize| {
            let known = language.headings.get(at % language.headings.len().max(1));
            known.map_or_else(|| (at + 1).to_string(), |known| known[form].clone())
        };
        Ok(match self {
            Sample::Date(date) => Fact::Date(date),
            Sample::Count(count) => Fact::Count(count),
            Sample::Text(text) => Fact::Text(text.to_owned()),
            Sample::Heading(at) => Fact::Text(heading(at, 0)),
            Sample::Headings(shown, rest) => {
                let mut list: Vec<String> = (0..shown).map(|at| heading(at, 1)).collect();
                if rest > 0 {
                    let values = Facts::from([("count".to_owned(), Fact::Count(rest))]);
                    list.push(language.say("more-clauses", &values)?);
                }
                Fact::List(list)
            }
            Sample::Untitled => Fact::List(vec![language.say("untitled-clause", &Facts::new())?]),
            Sample::Name(plural) => {
                let tag = language.locale.tag();
                let known = PLURAL_NAMES.iter().find(|(locale, _)| plural && *locale == tag);
                let name = match known {
                    Some((_, name)) => Some((*name).to_owned()),
                    None => language.policies.keys().find_map(|policy| language.name(policy)),
                };
                Fact::Text(name.ok_or(format!("{tag}: no policy has a title"))?)
            }
        })
    }
}
