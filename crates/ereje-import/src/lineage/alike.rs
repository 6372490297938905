//! Which clause of a revision is which of the revision before: the same text
//! first, then the same heading, then the most words in common.

use std::cell::OnceCell;
use std::collections::BTreeMap;

/// A clause, as far as it tells which one it is.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) id: String,
    pub(super) emails: Vec<String>,
    pub(super) level: u8,
    /// In small letters, and as it is typed.
    pub(super) heading: String,
    pub(super) typed: String,
    pub(super) body: String,
    /// Counted when they are asked for: most clauses say what they said.
    pub(super) words: OnceCell<Words>,
}

/// The words of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// How often each is there, by a number that stands for it.
    times: BTreeMap<u64, u32>,
    count: u32,
}

/// Clauses that share so much of their words are one (Dice's coefficient).
const ALIKE: f64 = 0.5;

/// The same between neighbours that are pairs: the place speaks for it.
const ALIKE_IN_PLACE: f64 = 0.25;

/// With fewer words, clauses are alike by accident.
const LEAST_WORDS: u32 = 4;

impl Text {
    pub(super) fn new(id: &str, level: u8, heading: &str, body: &str, emails: Vec<String>) -> Text {
        let (typed, body) = (heading.to_owned(), body.to_owned());
        let heading = heading.trim().to_lowercase();
        Text { id: id.to_owned(), emails, level, heading, typed, body, words: OnceCell::new() }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let mut words = Words::default();
            for word in tokens(&self.typed).chain(tokens(&self.body)) {
                *words.times.entry(word).or_insert(0) += 1;
                words.count += 1;
            }
            words
        })
    }

    pub(super) fn says_the_same(&self, other: &Text) -> bool {
        self.heading == other.heading && self.body == other.body
    }

    /// How alike two clauses are, from 0 to 1.
    fn alike(&self, other: &Text) -> f64 {
        let (one, other) = (self.words(), other.words());
        if one.count + other.count == 0 {
            return 0.0;
        }
        let both =
            |(word, count): (&u64, &u32)| (*count).min(other.times.get(word).copied().unwrap_or(0));
        let common: u32 = one.times.iter().map(both).sum();
        2.0 * f64::from(common) / f64::from(one.count + other.count)
    }
}

/// For each clause of now the one of before, as far as there is one.
pub(super) fn pairs(before: &[Text], now: &[Text]) -> Vec<Option<usize>> {
    let mut found = Found { of: vec![None; now.len()], taken: vec![false; before.len()] };
    found.same(before, now, |text| Some((text.heading.as_str(), text.body.as_str())));
    found.same(before, now, |text| {
        Some((text.heading.as_str(), "")).filter(|one| !one.0.is_empty())
    });
    found.in_place(before, now, ALIKE);
    found.by_words(before, now, ALIKE);
    found.in_place(before, now, ALIKE_IN_PLACE);
    found.of
}

/// For each clause of now the one that was gone and says nearly the same.
pub(super) fn again(gone: &[Text], now: &[Text]) -> Vec<Option<usize>> {
    let mut found = Found { of: vec![None; now.len()], taken: vec![false; gone.len()] };
    found.same(gone, now, |text| Some((text.heading.as_str(), text.body.as_str())));
    found.same(gone, now, |text| Some((text.heading.as_str(), "")).filter(|one| !one.0.is_empty()));
    found.by_words(gone, now, ALIKE);
    found.of
}

struct Found {
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Found {
    fn pair(&mut self, old: usize, new: usize) {
        self.of[new] = Some(old);
        self.taken[old] = true;
    }

    fn open(&self) -> Vec<usize> {
        (0..self.of.len()).filter(|at| self.of[*at].is_none()).collect()
    }

    fn left(&self) -> Vec<usize> {
        (0..self.taken.len()).filter(|at| !self.taken[*at]).collect()
    }

    /// Pairs what has the same key; of several, those of the same id, then in order.
    fn same<'t>(
        &mut self,
        before: &'t [Text],
        now: &'t [Text],
        key: impl Fn(&'t Text) -> Option<(&'t str, &'t str)>,
    ) {
        let mut with_key: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for old in self.left() {
            if let Some(key) = key(&before[old]) {
                with_key.entry(key).or_default().push(old);
            }
        }
        let open: Vec<(usize, (&str, &str))> =
            self.open().into_iter().filter_map(|at| Some((at, key(&now[at])?))).collect();
        for by_id in [true, false] {
            for (at, key) in &open {
                let Some(olds) = with_key.get_mut(key).filter(|_| self.of[*at].is_none()) else {
                    continue;
                };
                let fits = |old: &usize| !by_id || before[*old].id == now[*at].id;
                if let Some(nth) = olds.iter().position(fits) {
                    let old = olds.remove(nth);
                    self.pair(old, *at);
                }
            }
        }
    }

    /// Pairs one clause with one where both stand alone between the same pairs.
    fn in_place(&mut self, before: &[Text], now: &[Text], least: f64) {
        for at in self.open() {
            let above = at.checked_sub(1).map(|above| self.of[above]);
            let below = self.of.get(at + 1).copied();
            let start = match above {
                Some(None) => continue,
                Some(Some(old)) => old + 1,
                None => 0,
            };
            let end = match below {
                Some(None) => continue,
                Some(Some(old)) => old,
                None => before.len(),
            };
            let is_alone = end == start + 1 && !self.taken[start];
            if is_alone
                && before[start].level == now[at].level
                && before[start].alike(&now[at]) >= least
            {
                self.pair(start, at);
            }
        }
    }

    /// Pairs the most alike of what is left first.
    fn by_words(&mut self, before: &[Text], now: &[Text], least: f64) {
        let (left, open) = (self.left(), self.open());
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for new in &open {
            for old in &left {
                let (one, other) = (&before[*old], &now[*new]);
                let counts = (one.words().count, other.words().count);
                let (few, many) = (counts.0.min(counts.1), counts.0.max(counts.1));
                // So many words can be in common at the most.
                let most = 2.0 * f64::from(few) / f64::from((few + many).max(1));
                if few < LEAST_WORDS || most < least {
                    continue;
                }
                let alike = one.alike(other);
                if alike >= least {
                    found.push((alike, *old, *new));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in found {
            if self.of[new].is_none() && !self.taken[old] {
                self.pair(old, new);
            }
        }
    }
}

/// The words of a text, each as a number; where a script sets no blanks between
/// words, each two letters.
fn tokens(text: &str) -> impl Iterator<Item = u64> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).flat_map(|run| {
        let is_solid = run.chars().any(is_solid);
        let letters: Vec<char> = if is_solid { run.chars().collect() } else { Vec::new() };
        let two: Vec<u64> = if letters.len() == 1 {
            vec![number(run)]
        } else {
            letters.windows(2).map(|two| number(&two.iter().collect::<String>())).collect()
        };
        two.into_iter().chain((!is_solid).then(|| number(run)))
    })
}

/// Whether words of the script of a letter are not set apart by blanks.
fn is_solid(c: char) -> bool {
    matches!(c as u32, 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3041..=0x30FF | 0x3400..=0x9FFF)
}

/// FNV-1a: two words with one number would only be taken for alike.
fn number(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
