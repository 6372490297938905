//! Numbers with noughts in words behind them: 2 million, 4 mijë, 10 करोड़, 64K.

use super::Wording;

/// How words begin that stand for so many noughts, whatever the language.
const NOUGHTS: [(&str, i32); 64] = [
    ("mrd", 9),
    ("mld", 9),
    ("milliard", 9),
    ("miljard", 9),
    ("miliard", 9),
    ("milijard", 9),
    ("miliar", 9),
    ("milyar", 9),
    ("миллиард", 9),
    ("мільярд", 9),
    ("милиард", 9),
    ("млрд", 9),
    ("tỷ", 9),
    ("tỉ", 9),
    ("crore", 7),
    ("करो", 7),
    ("কোটি", 7),
    ("ਕਰੋ", 7),
    ("mill", 6),
    ("milj", 6),
    ("mili", 6),
    ("milh", 6),
    ("mily", 6),
    ("миллион", 6),
    ("мільйон", 6),
    ("милион", 6),
    ("млн", 6),
    ("εκατομ", 6),
    ("מיליון", 6),
    ("مليون", 6),
    ("ملايين", 6),
    ("میلیون", 6),
    ("juta", 6),
    ("triệu", 6),
    ("ล้าน", 6),
    ("lakh", 5),
    ("लाख", 5),
    ("লাখ", 5),
    ("ਲੱਖ", 5),
    ("แสน", 5),
    ("หมื่น", 4),
    ("thousand", 3),
    ("тысяч", 3),
    ("тыс", 3),
    ("тисяч", 3),
    ("тис", 3),
    ("мың", 3),
    ("хиляд", 3),
    ("хиљад", 3),
    ("tys", 3),
    ("tis", 3),
    ("hilj", 3),
    ("tausend", 3),
    ("duizend", 3),
    ("tusen", 3),
    ("tuhat", 3),
    ("tuhan", 3),
    ("tūkst", 3),
    ("mijë", 3),
    ("ribu", 3),
    ("nghìn", 3),
    ("ngàn", 3),
    ("हज़ार", 3),
    ("هزار", 3),
];

/// Whole words that stand for three noughts, and begin others.
const THOUSANDS: [&str; 9] = ["mil", "mila", "mille", "bin", "tsd", "mii", "ezer", "ألف", "אלף"];

impl Wording<'_> {
    /// A number with the noughts that the word behind it stands for: 2 million.
    pub(super) fn scaled(&self, number: &str) -> Vec<f64> {
        let Ok(value) = number.parse::<f64>() else { return Vec::new() };
        // As it is written: with a comma in half of the languages.
        let typed = [number.to_owned(), number.replace('.', ",")];
        let behind = typed.iter().flat_map(|typed| self.behind(typed));
        behind.flat_map(|rest| self.scales(rest)).map(|scale| value * scale).collect()
    }

    /// What a number is multiplied by, as the words behind it say.
    fn scales(&self, rest: &str) -> Vec<f64> {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        match rest.chars().next() {
            Some('k' | 'K') if ends(&rest[1..]) => return vec![1000.0, 1024.0],
            Some('M') if ends(&rest[1..]) => return vec![1e6],
            _ => {}
        }
        let rest = rest.trim_start_matches([' ', '-', '\u{a0}', '\u{202f}']);
        let words = rest.chars().take(12).collect::<String>().to_lowercase();
        let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if THOUSANDS.contains(&word) {
            return vec![1000.0];
        }
        // A billion is another number in other languages.
        let english = [("billion", 9), ("bn", 9), ("trillion", 12)];
        let known = english.iter().filter(|_| self.is_english()).chain(&NOUGHTS);
        let found = known.into_iter().find(|(start, _)| words.starts_with(start));
        found.map(|(_, noughts)| 10_f64.powi(*noughts)).into_iter().collect()
    }
}
