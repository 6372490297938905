//! What is written is read again, and every mistake of a person is told at its place.

use super::*;

const PLAN: &str = "folder = \"docs\"\n[[policy]]\nid = \"privacy\"\nsource-locale = \"ru\"\n\
                    [policy.pages]\nru = \"ru/privacy.md\"\n";

fn told(text: &str) -> Vec<String> {
    let (plan, found) = read_import_plan("import-plan.toml", text);
    assert_eq!(plan.is_none(), !found.is_empty(), "a plan with mistakes is none: {text}");
    found
        .into_iter()
        .map(|told| {
            let line = told.place.map_or(0, |place| place.line);
            format!("{line} {} / {}", told.message, told.hint.unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_plan_is_read_as_it_was_written() {
    let more = "kk = { file = \"kk/privacy.md\", permalink = \"/kk/privacy/\", accept = [\"a\", \
                \"b\"], partial = true }\npt-BR = { file = \"p.md\", accept = true }\n\
                [left-out]\n\"README.md\" = \"it leads to others\"\n";
    let (plan, found) = read_import_plan("import-plan.toml", &format!("{PLAN}{more}"));
    assert_eq!(found, []);
    let plan = plan.expect("a plan");
    let pages = &plan.policies[0].pages;
    let tags: Vec<&str> = pages.iter().map(|page| page.locale.tag()).collect();
    assert_eq!(tags, ["ru", "kk", "pt-BR"]);
    assert_eq!(pages[1].permalink.as_deref(), Some("kk/privacy"));
    assert_eq!(pages[1].accept, PlannedAccept::Clauses(vec!["a".into(), "b".into()]));
    assert!(pages[1].partial && !pages[2].partial);
    assert_eq!(pages[2].accept, PlannedAccept::Likely);
    let text = plan.write(&["What was found.\n  ereje import --plan x".into(), "w ".repeat(99)]);
    assert!(text.starts_with("# What was found.\n#   ereje import --plan x\n#\n# w w"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 110), "{text}");
    let (again, found) = read_import_plan("import-plan.toml", &text);
    assert_eq!(found, []);
    let lines = |plan: &ImportPlan| {
        let pages = plan.policies.iter().flat_map(|policy| &policy.pages);
        pages.map(PlannedPage::line).collect::<Vec<_>>()
    };
    let again = again.expect("a plan");
    assert_eq!(lines(&again), lines(&plan));
    assert_eq!((&again.folder, &again.left_out), (&plan.folder, &plan.left_out));
}

#[test]
fn mistakes_are_told_at_their_places() {
    for (text, what) in [
        (PLAN.replace("folder", "floder"), "1 unknown key `floder` / did you mean `folder`?"),
        (PLAN.replace("id = \"privacy\"", "id = \"terms\""), "3 `terms` can not be the name"),
        (PLAN.replace("id = \"privacy\"\n", ""), "`id` is missing in `[policy]`"),
        (PLAN.replace("\"ru\"", "\"RU\""), "4 `RU` is not how this locale is written / write `ru`"),
        (PLAN.replace("ru = ", "english = "), "6 `english` is no locale"),
        (PLAN.replace("ru = ", "kz = "), "6 `kz` is no language that is known"),
        (PLAN.replace("ru = ", "pt_br = "), "6 `pt_br` is not how this locale is written"),
        (PLAN.replace("\"ru/privacy.md\"", "1"), "6 the page of `ru` must be a path or a table"),
        (
            PLAN.replace("\"ru/privacy.md\"", "{ fiel = \"a.md\" }"),
            "6 unknown key `fiel` in `[pages]` / did you mean `file`?",
        ),
        (
            PLAN.replace("\"ru/privacy.md\"", "{ file = \"a.md\", accept = true }"),
            "6 the clauses are made of this page, so there is nothing to accept",
        ),
        (
            PLAN.replace("\"ru/privacy.md\"", "{ file = \"a.md\", accept = 1 }"),
            "6 `accept` must be `true` or a list",
        ),
        (
            PLAN.replace("\"ru/privacy.md\"", "{ file = \"a.md\", permalink = \"../a\" }"),
            "6 `../a` can not be the address of a page",
        ),
        (PLAN.replace("ru = \"ru/privacy.md\"\n", ""), "3 the policy has no pages"),
        (PLAN.replace("[policy.pages]\nru = \"ru/privacy.md\"\n", ""), "3 the policy has no pages"),
        (
            format!("{PLAN}kk = \"ru/privacy.md\"\n"),
            "7 ru/privacy.md is the page of `privacy` in ru",
        ),
        (format!("{PLAN}ru = \"b.md\"\n"), "not valid TOML"),
        ("folder = \"docs\"\n".to_owned(), "the plan has no policy"),
    ] {
        let told = told(&text);
        assert!(told.iter().any(|told| told.contains(what)), "no “{what}” in {told:?}");
    }
    let second = PLAN.split_once('\n').expect("lines").1.replace("ru/", "");
    assert_eq!(
        told(&format!("{PLAN}{second}"))[0].split(" / ").next(),
        Some("8 two policies of the plan are called `privacy`")
    );
    let capitals = second.replace("\"privacy\"", "\"Privacy\"");
    assert!(told(&format!("{PLAN}{capitals}"))[0].contains("differ in capitals alone"));
}
