//! Whatever a folder holds: no page is lost, and the plan can be read.

use ereje::import_plan::{ImportPlan, PlannedPage, read_import_plan};

use super::*;

#[test]
fn every_page_is_in_one_place_of_the_plan_and_the_plan_can_be_read() {
    let dirs = [
        "",
        "ru",
        "en",
        "it",
        "docs",
        "i18n",
        "pt_br",
        "app",
        "kz",
        "_posts",
        "content",
        "TERMS",
        "docusaurus-plugin-content-docs",
        "current",
        "п р",
        "..x",
        "-",
        "no",
    ];
    let names = [
        "privacy",
        "privacy.ru",
        "privacy-en",
        "ru",
        "index",
        "_index.en",
        "README",
        "terms",
        "2024-01-02",
        "2024-01-03-x",
        "is",
        "a.b.c",
        "zh-Hant-TW",
        "-ru",
        ".ru",
        "__",
        "ПОЛИТИКА",
        "policy",
        "Notice",
        "\u{1F512}",
        "x\"y\\z",
        "404",
    ];
    let texts = [EN, RU, KK, DE, SHORT, "", "---\nlang: ru\nref: a\npermalink: /a/\n---\nСлово"];
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("small") % below
    };
    for round in 0..400 {
        let mut rows: BTreeMap<String, &str> = BTreeMap::new();
        for _ in 0..=next(14) {
            let depth = next(4);
            let folders: String = (0..depth)
                .map(|_| dirs[next(dirs.len())])
                .filter(|dir| !dir.is_empty())
                .map(|dir| format!("{dir}/"))
                .collect();
            rows.insert(
                format!("{folders}{}.md", names[next(names.len())]),
                texts[next(texts.len())],
            );
        }
        let pages: Vec<Page<'_>> = rows.iter().map(|(path, text)| Page { path, text }).collect();
        let proposal = propose(&pages, &Asked { folder: "docs", ..Asked::default() });
        let mut places: Vec<&str> = proposal
            .policies
            .iter()
            .flat_map(|policy| policy.pages.iter().map(|page| page.file.as_str()))
            .chain(proposal.left_out.iter().map(|(path, _)| path.as_str()))
            .collect();
        places.sort_unstable();
        let is_past = |path: &str| {
            proposal.pasts.iter().flat_map(|past| &past.pages).any(|page| page == path)
        };
        let mut expected: Vec<&str> =
            rows.keys().map(String::as_str).filter(|path| !is_past(path)).collect();
        let pasts: Vec<String> = proposal.pasts.iter().flat_map(past::Past::places).collect();
        expected.extend(pasts.iter().map(String::as_str));
        expected.sort_unstable();
        assert_eq!(places, expected, "round {round}");
        if proposal.policies.is_empty() {
            continue;
        }
        let plan = ImportPlan {
            folder: "docs".to_owned(),
            policies: proposal.policies.clone(),
            left_out: proposal.left_out.clone(),
        };
        let text = plan.write(&[]);
        let (read, found) = read_import_plan("plan", &text);
        assert_eq!(found, [], "round {round}: {text}");
        let read = read.expect("a plan");
        assert_eq!(read.left_out, proposal.left_out);
        let pages = |plan: &[PlannedPolicy]| -> Vec<String> {
            let lines = plan.iter().flat_map(|policy| &policy.pages).map(PlannedPage::line);
            lines.collect()
        };
        assert_eq!(pages(&read.policies), pages(&proposal.policies));
    }
}
