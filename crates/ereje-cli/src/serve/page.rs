//! A page as it is shown: with a script that loads it anew after the next run.

/// Loads a page anew, or says what keeps it from being so.
const SCRIPT: &str = include_str!("reload.js");

/// The page with the script at its end, which its content security policy lets run.
/// Everything else is as it will be published.
pub(super) fn with_reload(page: &str, run: u64, failed: bool) -> String {
    let nonce = format!("ereje-{run}");
    let script = format!(
        "<script nonce=\"{nonce}\" data-run=\"{run}\" data-failed=\"{failed}\">\n{SCRIPT}</script>\n"
    );
    let page = with_policy(page, &nonce).unwrap_or_else(|| page.to_owned());
    match page.rfind("</body>") {
        Some(end) => [&page[..end], &script, &page[end..]].concat(),
        None => page + &script,
    }
}

/// The page with a content security policy that lets one script run and ask this host;
/// nothing where the page has no policy.
fn with_policy(page: &str, nonce: &str) -> Option<String> {
    const NAME: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let start = page.find(NAME)? + NAME.len();
    let end = start + page[start..].find('"')?;
    let mut directives: Vec<String> =
        page[start..end].split(';').map(|one| one.trim().to_owned()).collect();
    allow(&mut directives, "script-src", &format!("'nonce-{nonce}'"));
    allow(&mut directives, "connect-src", "'self'");
    Some([&page[..start], &directives.join("; "), &page[end..]].concat())
}

fn allow(directives: &mut Vec<String>, name: &str, source: &str) {
    let of_name = |one: &&mut String| one.split(' ').next() == Some(name);
    match directives.iter_mut().find(of_name) {
        Some(directive) => {
            // `'none'` is not allowed beside anything else.
            *directive = format!("{} {source}", directive.replace(" 'none'", ""));
        }
        None => directives.push(format!("{name} {source}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_one_script_and_leave_to_run_it() {
        let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
        for (policy, expected) in [
            (
                "default-src 'none'",
                "default-src 'none'; script-src 'nonce-ereje-7'; connect-src 'self'",
            ),
            (
                "script-src 'self'; connect-src 'none'; img-src data:",
                "script-src 'self' 'nonce-ereje-7'; connect-src 'self'; img-src data:",
            ),
        ] {
            let page = format!("{head}{policy}\"><body>text</body></html>");
            let shown = with_reload(&page, 7, false);
            assert!(
                shown.starts_with(&format!("{head}{expected}\"><body>text<script ")),
                "{shown}"
            );
            assert!(shown.ends_with("</script>\n</body></html>"), "{shown}");
        }
        let without = with_reload("text", 7, true);
        assert!(
            without
                .starts_with("text<script nonce=\"ereje-7\" data-run=\"7\" data-failed=\"true\">")
        );
    }
}
