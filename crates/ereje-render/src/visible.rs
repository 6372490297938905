//! The letters that a reader of a page sees, whatever form it has.

use ereje::markup::words_of_html;

/// The letters and digits of the page at a path, without what is between them: so a
/// text is found whatever marks and line ends it is set with.
#[must_use]
pub fn letters_of_page(path: &str, page: &str) -> String {
    match path.rsplit('.').next() {
        Some("html") => letters(&words_of_html(page)),
        // A backslash makes of the next sign an ordinary one.
        Some("md") => letters(&words_of_html(&page.replace("\\<", "&lt;"))),
        _ => letters(page),
    }
}

/// The letters and digits of a text.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees_is_found_whatever_the_form() {
        let page = "<!doctype html><head><title>No</title></head><body><!-- no > --><h1 id=a>Yes,\n \
                    &#1044;&#x430; &amp; <b>1</b>2</h1><script>no()</script> a < b</body>";
        assert_eq!(letters_of_page("site/a/index.html", page), "YesДа12ab");
        let kramdown = "---\nlang: en\n---\n\\<b\\> **1**2\\. &lt;";
        assert_eq!(letters_of_page("a.md", kramdown), "langenb12");
        let text = "<b> 12 декабря & 2017 г.";
        assert_eq!(letters_of_page("text/a.txt", text), "b12декабря2017г");
        assert_eq!(letters_of_page("a.html", "& <"), "");
    }
}
