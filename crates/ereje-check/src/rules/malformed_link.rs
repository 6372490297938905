//! # `malformed-link`
//!
//! A link that leads nowhere, or not where it seems to: `mailto://`, a single
//! slash, a space, a host without a name or an ending, and a host whose letters
//! only look like those of another, also where it is written in Punycode (`xn--`).
//!
//! ```ftl fails
//! intro = Write to [us](mailto://{ $support-email }).
//! ```
//!
//! ```ftl fails
//! intro = See [our site](https:/example.com/help).
//! ```
//!
//! ```ftl fails
//! intro = See [our site](https://examplecom/help).
//! ```
//!
//! ```ftl fails
//! intro = See [our site](<https://example.com/our help>).
//! ```
//!
//! ```ftl fails
//! intro = See [our site](https://xn--80ak6aa92e.com/).
//! ```
//!
//! ```ftl passes
//! intro = See [our site](https://example.com:8080/help?q=a), [the ministry](https://xn--80aeahghdedkhabnffiaea8aji.xn--p1ai/)
//!     or [call](tel:+7-700-123-45-67), [write](mailto:{ $support-email }?subject=Data%20request).
//! ```

use ereje::diagnostic::Level;
use ereje::document::Document;

use super::{Check, Rule, typed};
use crate::lookalikes::{is_mixed, is_wholly_alike};
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule::new("malformed-link", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for link in text.links() {
            let Some((what, hint)) = fault(link) else { continue };
            let place = (subject.file(), typed(subject.file(), message, link));
            report.at_clause(place, message, format!("`{link}` {what}"), &hint);
        }
    }
}

/// Whether a link has a scheme that this rule looks into.
pub(super) fn is_known(link: &str) -> bool {
    scheme(link).is_some()
}

/// The scheme of a link, in small letters, and what stands behind the colon.
fn scheme(link: &str) -> Option<(&'static str, &str)> {
    let (scheme, rest) = link.split_once(':')?;
    let known = ["https", "http", "mailto", "tel"];
    Some((known.into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?, rest))
}

/// What is wrong with a link, and what to type.
fn fault(link: &str) -> Option<(String, String)> {
    let (scheme, rest) = scheme(link)?;
    if rest.contains(|c: char| c.is_whitespace()) {
        let hint = "remove the space, or write `%20` if it is part of the address";
        return Some(("has a space in it".to_owned(), hint.to_owned()));
    }
    match scheme {
        "mailto" => address_fault(rest),
        "tel" => {
            let is_part = |c: char| c.is_ascii_digit() || "+-.();=".contains(c);
            let number = rest.split(';').next().unwrap_or(rest);
            let is_number =
                number.chars().any(|c| c.is_ascii_digit()) && number.chars().all(is_part);
            let hint = "write the number with its country, as `tel:+77001234567`";
            (!is_number).then(|| ("is no telephone number".to_owned(), hint.to_owned()))
        }
        _ => {
            let Some(rest) = rest.strip_prefix("//") else {
                let hint = format!("write `{scheme}://{}`", rest.trim_start_matches('/'));
                return Some((format!("lacks the two slashes behind `{scheme}:`"), hint));
            };
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (_, host) = rest[..end].rsplit_once('@').unwrap_or(("", &rest[..end]));
            // An address of figures and colons, in brackets.
            if host.starts_with('[') {
                return None;
            }
            host_fault(host.split(':').next().unwrap_or(host))
        }
    }
}

fn address_fault(rest: &str) -> Option<(String, String)> {
    let address = rest.split('?').next().unwrap_or(rest);
    if let Some(address) = address.strip_prefix("//") {
        let what = "has slashes, and opens no letter".to_owned();
        return Some((what, format!("write `mailto:{address}`")));
    }
    match address.split_once('@') {
        Some((name, host)) if !name.is_empty() && !host.contains('@') => host_fault(host),
        _ => {
            let hint = "write an address behind the colon, as `mailto:help@example.com`";
            Some(("is no e-mail address".to_owned(), hint.to_owned()))
        }
    }
}

fn host_fault(host: &str) -> Option<(String, String)> {
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    if labels.iter().any(|label| label.is_empty()) {
        let what = if host.is_empty() { "names no host" } else { "has a host with an empty part" };
        return Some((what.to_owned(), "write the whole name, as `example.com`".to_owned()));
    }
    let [.., ending] = labels.as_slice() else { return None };
    if labels.len() < 2 {
        let hint = format!("write the whole name, as `{host}.com`");
        return Some((format!("has a host without an ending: `{host}`"), hint));
    }
    let is_latin_ending = ending.is_ascii() && !ending.starts_with("xn--");
    let look_alike = labels.iter().find_map(|label| {
        let read = match label.to_ascii_lowercase().strip_prefix("xn--") {
            Some(code) => punycode(code)?,
            None => label.to_lowercase(),
        };
        (is_mixed(&read) || (is_latin_ending && is_wholly_alike(&read))).then_some(read)
    })?;
    let what = format!("leads to `{look_alike}`, whose letters only look like Latin ones");
    Some((what, "type the name of the host in letters of one script".to_owned()))
}

/// What a part of a host says in Punycode (RFC 3492), without its `xn--`.
fn punycode(code: &str) -> Option<String> {
    let (basic, digits) = code.rsplit_once('-').unwrap_or(("", code));
    let mut letters: Vec<char> = basic.chars().collect();
    let (mut point, mut at, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = digits.bytes().peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut k) = (at, 1_u32, 36_u32);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => u32::from(letter - b'a'),
                figure @ b'0'..=b'9' => u32::from(figure - b'0') + 26,
                _ => return None,
            };
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let least = k.saturating_sub(bias).clamp(1, 26);
            if digit < least {
                break;
            }
            weight = weight.checked_mul(36 - least)?;
            k += 36;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        let mut delta = if before == 0 { at / 700 } else { (at - before) / 2 };
        delta += delta / count;
        let mut steps = 0;
        while delta > 455 {
            delta /= 35;
            steps += 36;
        }
        bias = steps + 36 * delta / (delta + 38);
        point = point.checked_add(at / count)?;
        at %= count;
        letters.insert(at as usize, char::from_u32(point)?);
        at += 1;
    }
    Some(letters.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punycode_is_read() {
        assert_eq!(punycode("80ak6aa92e").as_deref(), Some("аррӏе"));
        assert_eq!(punycode("bcher-kva").as_deref(), Some("bücher"));
        assert_eq!(punycode("p1ai").as_deref(), Some("рф"));
        assert_eq!(punycode("!"), None);
        assert_eq!(punycode("99999999999"), None);
    }

    #[test]
    fn only_what_leads_nowhere_is_malformed() {
        for wrong in [
            "mailto:",
            "mailto:help",
            "mailto:a@b",
            "https://",
            "http:/x",
            "https:example.com",
            "https://a..com",
            "tel:help",
            "https:///help",
            "https://пpимер.рф/",
        ] {
            assert!(fault(wrong).is_some(), "{wrong}");
        }
        for right in [
            "https://example.com",
            "HTTPS://EXAMPLE.COM/#a",
            "mailto:a@b.kz",
            "#anchor",
            "https://президент.рф/",
            "https://bücher.de",
            "https://a@example.com:80/x",
            "https://192.0.2.1/",
            "https://[2001:db8::1]/",
            "tel:+49-30-1234;ext=5",
            "ftp://x",
        ] {
            assert!(fault(right).is_none(), "{right}");
        }
    }
}
