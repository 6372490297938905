//! Which code of the source a code of the translation stands for.

use super::Both;

#[test]
fn a_code_has_the_number_of_the_one_that_it_stands_for() {
    for (source, own, expected) in [
        // The page in another language, a mark that is typed otherwise, another format.
        ("[x](/en/a)", "[y](/kk/a)", &[1][..]),
        ("*x*", "_y_", &[1]),
        ("`x`", "`y`", &[1]),
        ("{ $d }", "{ DATETIME($d, dateStyle: \"long\") }", &[1]),
        // What is the same is found first, wherever it stands.
        ("[x](/a) [y](/b)", "[y](/b) [x](/c)", &[2, 1]),
        ("{ -app } { -user }", "{ -user(case: \"genitive\") } { -app }", &[2, 1]),
        // What is another thing has a number of its own.
        ("*x*", "**y**", &[2]),
        ("*x*", "`y`", &[2]),
        ("{ $d }", "{ $other }", &[2]),
        ("{ NUMBER(5) }", "{ NUMBER(6) }", &[2]),
        ("{ -app }", "{ -user }", &[2]),
        ("x\n\n    y", "x\n\n    > y", &[2]),
        ("*x*", "*y* *z* **w**", &[1, 2, 3]),
    ] {
        let both = Both::new("kk", &format!("a = {source}\n"), &format!("a = {own}\n"));
        let ids = both.with(|_, units| units[0].target.as_ref().expect(own).ids.clone());
        assert_eq!(ids, expected, "{source} / {own}");
        both.exported();
    }
}
