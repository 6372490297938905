//! Numbers in the signs of Chinese, Japanese and Korean: 一亿, 二十, 백만.

use ereje::digits::digit;

/// What a sign says.
enum Sign {
    Digit(f64),
    /// Ten, a hundred and a thousand multiply the digit before them.
    Small(f64),
    /// Ten thousand and more multiply all that is said so far.
    Large(f64),
}

fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '〇' | '零' | '영' => Sign::Digit(0.0),
        '一' | '일' => Sign::Digit(1.0),
        '二' | '两' | '兩' | '이' => Sign::Digit(2.0),
        '三' | '삼' => Sign::Digit(3.0),
        '四' | '사' => Sign::Digit(4.0),
        '五' | '오' => Sign::Digit(5.0),
        '六' | '육' => Sign::Digit(6.0),
        '七' | '칠' => Sign::Digit(7.0),
        '八' | '팔' => Sign::Digit(8.0),
        '九' | '구' => Sign::Digit(9.0),
        '十' | '십' => Sign::Small(10.0),
        '百' | '백' => Sign::Small(100.0),
        '千' | '천' => Sign::Small(1000.0),
        '万' | '萬' | '만' => Sign::Large(1e4),
        '亿' | '億' | '억' => Sign::Large(1e8),
        '兆' | '조' => Sign::Large(1e12),
        _ => return None,
    })
}

/// Whether a text says a number in these signs.
pub(super) fn says(text: &str, number: f64) -> bool {
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| sign(c).is_some()).map(|start| at + start) {
        let run = &text[start..];
        let run = &run[..run.find(|c| sign(c).is_none()).unwrap_or(run.len())];
        at = start + run.len();
        // Behind a figure they say its noughts, and one syllable of Korean is a word.
        let before = text[..start].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let is_of_figure = before.ends_with(|c| digit(c).is_some());
        let is_word = run.chars().count() == 1 && run.starts_with(is_hangul);
        if !is_of_figure && !is_word && (value(run) - number).abs() < 0.5 {
            return true;
        }
    }
    false
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

fn value(run: &str) -> f64 {
    let (mut all, mut part, mut digit) = (0.0, 0.0, 0.0);
    for said in run.chars().filter_map(sign) {
        match said {
            // Years are said digit by digit: 二〇二六.
            Sign::Digit(next) => digit = digit * 10.0 + next,
            Sign::Small(by) => {
                part += if digit > 0.0 { digit * by } else { by };
                digit = 0.0;
            }
            Sign::Large(by) => {
                let said = part + digit;
                all += if said > 0.0 { said * by } else { by };
                (part, digit) = (0.0, 0.0);
            }
        }
    }
    all + part + digit
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn signs_say_numbers() {
        for (text, number) in [
            ("超過一億次", 1e8),
            ("已找到一百万张", 1e6),
            ("三十日以内に", 30.0),
            ("二〇二六年", 2026.0),
            ("百二十五円", 125.0),
            ("이십오 일", 25.0),
            ("백만 명", 1e6),
            ("一万二千三百", 12_300.0),
        ] {
            assert!(says(text, number), "{text}");
            assert!(!says(text, number + 1.0) && !says(text, number * 10.0), "{text}");
        }
    }
}
