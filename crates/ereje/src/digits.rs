//! Digits of all scripts.

/// A digit of any script that has its own, in ASCII.
#[inline]
#[must_use]
pub fn digit(character: char) -> Option<char> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{7c0}'..='\u{7c9}' => '\u{7c0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{a66}'..='\u{a6f}' => '\u{a66}',
        '\u{ae6}'..='\u{aef}' => '\u{ae6}',
        '\u{be6}'..='\u{bef}' => '\u{be6}',
        '\u{c66}'..='\u{c6f}' => '\u{c66}',
        '\u{b66}'..='\u{b6f}' => '\u{b66}',
        '\u{ce6}'..='\u{cef}' => '\u{ce6}',
        '\u{d66}'..='\u{d6f}' => '\u{d66}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        '\u{ed0}'..='\u{ed9}' => '\u{ed0}',
        '\u{1040}'..='\u{1049}' => '\u{1040}',
        '\u{17e0}'..='\u{17e9}' => '\u{17e0}',
        '\u{1c50}'..='\u{1c59}' => '\u{1c50}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{1e950}'..='\u{1e959}' => '\u{1e950}',
        _ => return None,
    };
    char::from_digit(u32::from(character) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{NumberStyle, number};
    use crate::locale::Locale;

    #[test]
    fn digits_of_all_scripts_are_read() {
        for row in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "߀߁߂߃߄߅߆߇߈߉",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "૦૧૨૩૪૫૬૭૮૯",
            "୦୧୨୩୪୫୬୭୮୯",
            "௦௧௨௩௪௫௬௭௮௯",
            "౦౧౨౩౪౫౬౭౮౯",
            "೦೧೨೩೪೫೬೭೮೯",
            "൦൧൨൩൪൫൬൭൮൯",
            "๐๑๒๓๔๕๖๗๘๙",
            "໐໑໒໓໔໕໖໗໘໙",
            "၀၁၂၃၄၅၆၇၈၉",
            "០១២៣៤៥៦៧៨៩",
            "᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙",
            "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙",
            "０１２３４５６７８９",
        ] {
            let read: Option<String> = row.chars().map(digit).collect();
            assert_eq!(read.as_deref(), Some("0123456789"), "{row}");
        }
        for other in "/:a²①一Ⅳ٪௰".chars() {
            assert_eq!(digit(other), None, "{other}");
        }
    }

    /// What this program writes in a language, its rules read there.
    #[test]
    fn the_digits_that_a_locale_writes_are_read() {
        let plain = NumberStyle { grouping: false, ..NumberStyle::default() };
        for tag in [
            "ar-EG", "bgc", "bho", "bn", "ccp", "ckb", "dz", "fa", "ff-Adlm", "hnj", "ks",
            "ks-Deva", "mni", "mr", "my", "mzn", "ne", "nqo", "ps", "raj", "rhg", "sat", "sd",
            "th", "ur-IN", "uz-Arab",
        ] {
            let written = number(&Locale::parse(tag).expect(tag), "1234567890", plain);
            let read: Option<String> = written.chars().map(digit).collect();
            assert_eq!(read.as_deref(), Some("1234567890"), "{tag}: {written}");
        }
    }
}
