//! Ids of clauses: readable names made of headings.

use std::collections::{BTreeMap, BTreeSet};

use ereje::manifest::{OPTIONAL_MESSAGES, PAGE_MESSAGES, is_identifier};
use unicode_normalization::UnicodeNormalization;

/// Gives out ids, each once.
#[derive(Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
    /// Where links of the page to a heading lead now, by the anchors that
    /// hosts and generators of sites make of headings.
    anchors: BTreeMap<String, String>,
    slugs: BTreeMap<String, usize>,
    /// The number that the next id of a name gets, which is taken already.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// The id of a heading with these words; `given` is the anchor that the
    /// page itself names, `place` where it stands, as `section-2-1`.
    pub(crate) fn of_heading(&mut self, words: &str, given: Option<&str>, place: &str) -> String {
        let slug = slug(words);
        let again = self.slugs.entry(slug.clone()).or_insert(0);
        let own = if *again == 0 { slug.clone() } else { format!("{slug}-{again}") };
        *again += 1;
        let wanted = given
            .map(|given| if is_identifier(given) { given.to_owned() } else { identifier(given) })
            .filter(|id| !id.is_empty())
            .or_else(|| {
                let own_id = identifier(&own);
                let is_name = is_identifier(&own) && own_id == own;
                Some(own_id).filter(|id| is_name || is_readable(id))
            })
            .or_else(|| topic(words).map(str::to_owned))
            .unwrap_or_else(|| place.to_owned());
        let id = self.free(&wanted);
        // What the page names counts before what a generator would.
        if let Some(given) = given {
            self.anchors.insert(given.to_owned(), id.clone());
        }
        self.anchors.entry(own).or_insert_with(|| id.clone());
        id
    }

    /// An id that is not taken yet, as near as can be to the one wanted.
    pub(crate) fn free(&mut self, wanted: &str) -> String {
        let is_kept = |id: &str| PAGE_MESSAGES.contains(&id) || OPTIONAL_MESSAGES.contains(&id);
        let wanted = if is_kept(wanted) { format!("{wanted}-section") } else { wanted.to_owned() };
        let mut id = wanted.clone();
        let nth = self.numbers.entry(wanted.clone()).or_insert(2);
        while !self.taken.insert(id.clone()) {
            id = format!("{wanted}-{nth}");
            *nth += 1;
        }
        id
    }

    /// Where a link within the page leads, if that is another id than it names.
    pub(crate) fn target(&self, link: &str) -> Option<String> {
        let anchor = link.strip_prefix('#')?;
        let decoded = percent_decoded(anchor);
        if self.taken.contains(anchor) && !self.anchors.contains_key(anchor) {
            return None;
        }
        let found = [anchor, &decoded, &decoded.to_lowercase()]
            .into_iter()
            .find_map(|name| self.anchors.get(name))?;
        Some(format!("#{found}"))
    }
}

/// The anchor that hosts of Markdown make of a heading: small letters, hyphens
/// for blanks, no other signs.
fn slug(words: &str) -> String {
    let kept = words.trim().to_lowercase();
    kept.chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || c == '-' || c == '_' || is_combining(c) => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect()
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A slug in Latin letters, as a name in Fluent; empty where none are left.
fn identifier(slug: &str) -> String {
    let mut latin = String::new();
    for c in slug.nfc() {
        match letter(c) {
            Some(letters) => latin.push_str(letters),
            None => {
                let base = c.nfd().find(|c| !is_combining(*c)).unwrap_or(c);
                if base.is_ascii_alphanumeric() || base == '_' {
                    latin.push(base.to_ascii_lowercase());
                } else if let Some(letters) = letter(base) {
                    latin.push_str(letters);
                } else if base == '-' || base.is_whitespace() {
                    latin.push('-');
                }
            }
        }
    }
    let named = latin.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let mut id = named.trim_end_matches('-').to_owned();
    // Names are for people; a heading of a whole sentence makes a long one.
    if id.len() > 64 {
        let end = id[..64].rfind('-').filter(|end| *end > 24).unwrap_or(64);
        id.truncate(end);
    }
    id.trim_end_matches('-').to_owned()
}

/// Whether a name says something: one letter that is left of a heading does not.
fn is_readable(id: &str) -> bool {
    id.bytes().filter(u8::is_ascii_alphabetic).count() > 1
}

/// Letters of other scripts, and those of Latin that have no base letter.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        'а' => "a",
        'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'ғ' => "gh",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' => "yo",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' => "y",
        'ї' => "yi",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ђ' | 'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'џ' => "dz",
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' | 'υ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

/// What a heading in a script without a transliteration here is about, by
/// words that such headings have.
fn topic(words: &str) -> Option<&'static str> {
    const TOPICS: [(&str, &[&str]); 16] = [
        (
            "cookies",
            &["クッキー", "쿠키", "ملفات تعريف الارتباط", "الكوكيز", "עוגיות", "کوکی", "คุกกี้", "कुकी"],
        ),
        (
            "children",
            &[
                "children",
                "儿童",
                "兒童",
                "未成年",
                "子ども",
                "子供",
                "아동",
                "어린이",
                "الأطفال",
                "ילדים",
                "קטינים",
                "کودکان",
                "เด็ก",
                "बच्च",
            ],
        ),
        (
            "contact",
            &[
                "联系",
                "聯絡",
                "聯繫",
                "お問い合わせ",
                "連絡先",
                "문의",
                "연락",
                "اتصل",
                "الاتصال",
                "تواصل",
                "צור קשר",
                "יצירת קשר",
                "تماس",
                "ติดต่อ",
                "संपर्क",
            ],
        ),
        (
            "changes",
            &[
                "变更",
                "變更",
                "修订",
                "更新",
                "変更",
                "改定",
                "변경",
                "개정",
                "التغييرات",
                "تغييرات",
                "التعديلات",
                "שינויים",
                "تغییرات",
                "เปลี่ยนแปลง",
                "परिवर्तन",
                "बदलाव",
            ],
        ),
        ("rights", &["权利", "權利", "権利", "권리", "حقوق", "זכויות", "สิทธิ", "अधिकार"]),
        (
            "security",
            &[
                "安全",
                "セキュリティ",
                "보안",
                "안전",
                "أمن",
                "الأمان",
                "אבטחה",
                "אבטחת",
                "امنیت",
                "ปลอดภัย",
                "सुरक्षा",
            ],
        ),
        (
            "retention",
            &[
                "保留",
                "保存期間",
                "보유",
                "보관",
                "الاحتفاظ",
                "שמירת",
                "نگهداری",
                "เก็บรักษา",
                "प्रतिधारण",
            ],
        ),
        (
            "sharing",
            &[
                "共享",
                "第三者提供",
                "제3자",
                "提供",
                "공유",
                "مشاركة",
                "שיתוף",
                "اشتراک",
                "แบ่งปัน",
                "เปิดเผย",
                "साझा",
            ],
        ),
        (
            "transfers",
            &["传输", "轉移", "移転", "이전", "نقل", "העברת", "انتقال", "โอน", "स्थानांतरण"],
        ),
        (
            "collection",
            &[
                "收集",
                "蒐集",
                "収集",
                "取得",
                "수집",
                "جمع",
                "נאסף",
                "איסוף",
                "جمع‌آوری",
                "เก็บรวบรวม",
                "संग्रह",
                "एकत्र",
            ],
        ),
        ("use", &["使用", "利用", "이용", "사용", "استخدام", "שימוש", "استفاده", "การใช้", "उपयोग"]),
        (
            "definitions",
            &["定义", "定義", "정의", "تعريفات", "הגדרות", "تعاریف", "คำจำกัดความ", "परिभाषा"],
        ),
        ("consent", &["同意", "동의", "موافقة", "הסכמה", "رضایت", "ยินยอม", "सहमति"]),
        (
            "liability",
            &["责任", "責任", "免責", "책임", "مسؤولية", "אחריות", "مسئولیت", "ความรับผิด", "दायित्व"],
        ),
        ("law", &["法律", "準拠法", "준거법", "القانون", "דין", "قانون", "กฎหมาย", "कानून"]),
        (
            "privacy",
            &[
                "隐私",
                "隱私",
                "プライバシー",
                "個人情報",
                "개인정보",
                "الخصوصية",
                "פרטיות",
                "حریم خصوصی",
                "ความเป็นส่วนตัว",
                "गोपनीयता",
            ],
        ),
    ];
    TOPICS
        .iter()
        .find(|(_, known)| known.iter().any(|word| words.contains(word)))
        .map(|(id, _)| *id)
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(words: &str) -> String {
        Ids::default().of_heading(words, None, "section-1")
    }

    #[test]
    fn headings_become_names() {
        for (words, expected) in [
            ("What We Collect", "what-we-collect"),
            ("1. Scope", "scope"),
            ("Какие данные мы собираем", "kakie-dannye-my-sobiraem"),
            ("Қандай ақпарат жинаймыз", "qanday-aqparat-zhinaymyz"),
            ("Ваші права й їх захист", "vashi-prava-y-yikh-zakhist"),
            ("Τα δικαιώματά σας", "ta-dikaiomata-sas"),
            ("Änderungen für Größen", "anderungen-fur-grossen"),
            ("収集する情報", "collection"),
            ("حقوقك", "rights"),
            ("Cookieの使用", "cookie"),
            ("Title", "title-section"),
            ("其他", "section-1"),
            ("A", "a"),
        ] {
            assert_eq!(id(words), expected, "{words}");
        }
    }

    #[test]
    fn links_within_a_page_go_on_leading_there() {
        let mut ids = Ids::default();
        ids.of_heading("1. Scope", None, "section-1");
        ids.of_heading("Contact", Some("reach us"), "section-2");
        ids.of_heading("Права", None, "section-3");
        ids.of_heading("Права", None, "section-4");
        assert_eq!(ids.target("#1-scope").as_deref(), Some("#scope"));
        assert_eq!(ids.target("#reach us").as_deref(), Some("#reach-us"));
        assert_eq!(ids.target("#%D0%BF%D1%80%D0%B0%D0%B2%D0%B0-1").as_deref(), Some("#prava-1"));
        assert_eq!(ids.target("#nowhere"), None);
        assert_eq!(ids.target("https://a.b"), None);
    }
}
