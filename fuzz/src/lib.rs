//! What must hold for any bytes that anybody may put into a file. Each target is a
//! function, so that the tests of the workspace run it over the seeds on a stable
//! compiler, and a fuzzer over everything else.

mod check;
mod compose;
mod fix;
mod markup;
mod parse;
mod redline;
mod settings;

use std::borrow::Cow;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;

pub use check::check;
pub use compose::compose;
pub use fix::fix;
pub use markup::markup;
pub use parse::parse;
pub use redline::redline;
pub use settings::settings;

/// What divides the parts of an input.
const TERMS: &str = "# terms.ftl\n";
const SOURCE: &str = "# source.ftl\n";

/// Languages with many plural forms, with few, without spaces, from right to left.
const LOCALES: [&str; 8] = ["en", "ru", "ar", "ja", "fr", "kk", "zh-Hant", "cy"];

/// The files in an input: the messages, their terms and their source.
struct Input<'i> {
    locale: Locale,
    messages: &'i str,
    terms: &'i str,
    source: &'i str,
}

impl<'i> Input<'i> {
    /// Cuts an input at its marks. The first byte says which language it is in.
    fn new(text: &'i str) -> Input<'i> {
        let nth = text.bytes().next().map_or(0, usize::from) % LOCALES.len();
        let (own, source) = text.split_once(SOURCE).unwrap_or((text, ""));
        let (messages, terms) = own.split_once(TERMS).unwrap_or((own, ""));
        let locale = Locale::parse(LOCALES[nth]).expect("a locale");
        Input { locale, messages, terms, source }
    }
}

/// What the command line would make of these bytes. It refuses those that are not
/// UTF-8; here they are mended, so that no input is for nothing.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A diagnostic says something, in one line, and its place is one in the text of
/// its file, as typed or as it was read.
fn assert_sound(told: &Diagnostic, text: &str, read: &str) {
    assert!(!told.message.is_empty() && !told.message.contains('\n'), "{told:?}");
    let Some(place) = &told.place else { return };
    let part = text.get(place.span.clone());
    assert!(part.is_some(), "{told:?} is at no characters of {text:?}");
    let is_at = |text: &&str| {
        let Some(above) = text.get(..place.span.start) else { return false };
        let line = &above[above.rfind('\n').map_or(0, |at| at + 1)..];
        let counted = (above.matches('\n').count() + 1, line.chars().count() + 1);
        counted == (place.line, place.column)
    };
    assert!([text, read].iter().any(is_at), "{told:?} is counted wrong in {text:?}");
    let excerpt = [text, read].iter().any(|text| {
        text.get(place.excerpt_start..).is_some_and(|text| text.starts_with(&place.excerpt))
    });
    assert!(excerpt, "{told:?} shows what is not there");
}
