//! Tables for spreadsheets, as RFC 4180 says.

use crate::rows::Row;

/// What makes a formula of a cell, in one program or another; and our own sign
/// against that.
const FORMULAS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The rows as a table with a line of names. It begins with a byte-order mark, without
/// which some programs take it for another encoding than UTF-8. A cell that would be
/// read as a formula has an apostrophe before it, and so has one that begins with an
/// apostrophe: whoever takes one away from each cell has the texts.
#[must_use]
pub fn csv(policy: &str, rows: &[Row]) -> String {
    let mut out = String::from("\u{feff}policy,clause,part,source,target,state\r\n");
    for row in rows {
        let cells = [policy, &row.message, &row.part, &row.source, &row.target, row.state_name()];
        out.push_str(&cells.map(cell).join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULAS) { "'" } else { "" };
    if guard.is_empty() && !text.contains([',', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("- a\n- b"), "\"'- a\n- b\"");
        assert_eq!(cell("'x"), "\"''x\"");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("plain"), "plain");
    }
}
