//! Languages whose words are not set apart, or have endings: what is known of them is
//! what negates.

use std::sync::LazyLock;

use super::section;

/// The languages of which [`negation_signs`] are known.
pub const SIGNED: [&str; 3] = ["ja", "ko", "zh"];

/// What says, or may say, that something is not so, in a language (its primary subtag)
/// whose words are not known one by one: without any of these a text does not negate.
#[must_use]
pub fn negation_signs(language: &str) -> Option<&'static [&'static str]> {
    macro_rules! signs {
        ($language:literal) => {{
            static SIGNS: LazyLock<Vec<&str>> = LazyLock::new(|| {
                let text = include_str!(concat!("../../words/", $language, ".txt"));
                section(text, "negation-sign").collect()
            });
            &SIGNS
        }};
    }
    Some(match language {
        "ja" => signs!("ja"),
        "ko" => signs!("ko"),
        "zh" => signs!("zh"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{SIGNED, negation_signs};

    #[test]
    fn signs_are_known_where_words_are_not() {
        for (language, sign) in [("zh", "不"), ("ja", "ない"), ("ko", "않")] {
            let known = negation_signs(language).expect("signs");
            assert!(known.contains(&sign) && known.iter().all(|sign| !sign.contains('[')));
        }
        assert!(SIGNED.iter().all(|language| negation_signs(language).is_some()));
        assert_eq!(negation_signs("en"), None);
    }
}
