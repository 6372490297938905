//! How exact pairing is: a policy in five languages, of which the translation is
//! changed in the ways in which pages differ. No pair that is wrong may be sure.

use std::collections::BTreeMap;

use ereje::catalog::{Catalog, FtlFile, pattern};
use ereje::compose::compose;
use ereje::document::Document;
use ereje::fact::Facts;
use ereje::locale::Locale;
use ereje::manifest::read_manifest;
use ereje::markup::read_page;

use super::atoms::of_page;
use super::{LIKELY, align};

const LANGUAGES: [(&str, &str); 5] = [
    ("en", include_str!("fixtures/en.txt")),
    ("de", include_str!("fixtures/de.txt")),
    ("ru", include_str!("fixtures/ru.txt")),
    ("kk", include_str!("fixtures/kk.txt")),
    ("ja", include_str!("fixtures/ja.txt")),
];

/// A policy in the first of these comes in in the second: languages of one script
/// and of two, related ones and others.
const PAIRS: [(&str, &str); 4] = [("en", "de"), ("en", "ja"), ("ru", "kk"), ("ru", "en")];

fn fixture(tag: &str) -> &'static str {
    LANGUAGES.iter().find(|(known, _)| *known == tag).expect(tag).1
}

/// A block of a page, and the clauses whose words it has.
#[derive(Clone, Debug)]
struct Block {
    clauses: Vec<String>,
    text: String,
}

fn blocks(fixture: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut clause = String::new();
    for line in fixture.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix('@') {
            Some(id) => clause = id.to_owned(),
            None => found.push(Block { clauses: vec![clause.clone()], text: line.to_owned() }),
        }
    }
    found
}

fn document(tag: &str, fixture: &str) -> Document {
    let mut manifest = format!(
        "product = \"p\"\nslug = \"s\"\nsource-locale = \"{tag}\"\nlocales = [\"{tag}\"]\npublished = 2026-01-02\n"
    );
    let mut clauses: Vec<(String, Option<String>, Vec<String>, bool)> = Vec::new();
    for block in blocks(fixture) {
        let id = block.clauses[0].clone();
        if clauses.last().is_none_or(|(known, ..)| *known != id) {
            clauses.push((id, None, Vec::new(), false));
        }
        let clause = clauses.last_mut().expect("a clause");
        if let Some(heading) = block.text.strip_prefix("## ") {
            clause.1 = Some(heading.to_owned());
        } else if let Some(item) = block.text.strip_prefix("- ") {
            clause.2.push(item.to_owned());
            clause.3 = true;
        } else {
            clause.2.push(block.text);
        }
    }
    let mut ftl = String::from("title = T\n");
    for (id, heading, texts, is_item) in clauses {
        manifest.push_str(&format!("[[clause]]\nid = \"{id}\"\n"));
        if is_item {
            manifest.push_str("kind = \"item\"\n");
        }
        ftl.push_str(&format!("{id} ={}", pattern(&texts.join("\n\n"), 4)));
        if let Some(heading) = heading {
            ftl.push_str(&format!("    .heading = {heading}\n"));
        }
    }
    let (manifest, found) = read_manifest("x", "policy.toml", &manifest);
    assert_eq!(found, []);
    let manifest = manifest.expect("a manifest");
    let (locale, file) = (Locale::parse(tag).expect(tag), FtlFile::parse("x.ftl", ftl));
    let facts = Facts::default();
    compose(&manifest, &Catalog::new(&locale, &file, None, &facts, None))
}

#[derive(Debug, Default)]
struct Score {
    clauses: usize,
    sure: usize,
    paired: usize,
    wrong: Vec<String>,
    /// Pairs in doubt that `--accept` takes without their names, and the wrong ones.
    likely: (usize, usize),
}

/// Pairs a page with a policy and compares with what is known.
fn judge(document: &Document, page: &[Block], what: &str) -> Score {
    let mut text = String::new();
    let mut ends = Vec::new();
    for (nth, block) in page.iter().enumerate() {
        let is_item = |block: &Block| block.text.starts_with("- ");
        if nth > 0 && !(is_item(block) && is_item(&page[nth - 1])) {
            text.push('\n');
        }
        text.push_str(&block.text);
        text.push('\n');
        ends.push(text.len());
    }
    let (atoms, _) = of_page(read_page(&text).parts, 0);
    // Pieces come in the order of the blocks, and each block is one.
    assert_eq!(atoms.len(), page.len(), "{what}");
    let alignment = align(document, &atoms).expect("few enough");
    let mut score = Score::default();
    for (clause, pair) in document.clauses.iter().zip(&alignment.pairs) {
        let is_there = page.iter().any(|block| block.clauses.contains(&clause.id));
        score.clauses += usize::from(is_there);
        let is_right = pair.pieces().all(|at| page[at].clauses == [clause.id.clone()]);
        // A sure pair has every word of its clause too.
        let own = page.iter().filter(|block| block.clauses.contains(&clause.id)).count();
        let is_whole = pair.pieces().count() == own;
        if !pair.is_missing() && is_right {
            score.paired += 1;
        }
        if !pair.is_missing() && !pair.is_sure() && pair.confidence >= LIKELY {
            score.likely.0 += 1;
            score.likely.1 += usize::from(!is_right);
        }
        if pair.is_sure() {
            score.sure += usize::from(is_right && is_whole);
            if !is_right || !is_whole {
                let said: Vec<&str> = pair.pieces().map(|at| page[at].text.as_str()).collect();
                score.wrong.push(format!(
                    "{what}: `{}` is not {said:?} ({:.4})",
                    clause.id, pair.confidence
                ));
            }
        }
    }
    score
}

/// The sections of a page: each heading with what stands below it.
fn sections(page: &[Block]) -> Vec<Vec<Block>> {
    let mut found: Vec<Vec<Block>> = vec![Vec::new()];
    for block in page {
        if block.text.starts_with("## ") {
            found.push(Vec::new());
        }
        found.last_mut().expect("a section").push(block.clone());
    }
    found.retain(|section| !section.is_empty());
    found
}

fn is_text(block: &Block) -> bool {
    !block.text.starts_with("## ") && !block.text.starts_with("- ")
}

/// Every change of a kind that can be made to a page.
fn changed(page: &[Block], stranger: &str, head: &str) -> BTreeMap<&'static str, Vec<Vec<Block>>> {
    let mut all: BTreeMap<&'static str, Vec<Vec<Block>>> = BTreeMap::new();
    all.insert("nothing", vec![page.to_vec()]);
    let mut add = |kind: &'static str, page: Vec<Block>| all.entry(kind).or_default().push(page);
    for at in 0..page.len() {
        let clause = &page[at].clauses;
        if at == 0 || page[at - 1].clauses != *clause {
            add("a clause less", page.iter().filter(|b| b.clauses != *clause).cloned().collect());
        }
        if is_text(&page[at]) {
            let mut more = page.to_vec();
            more.insert(at, Block { clauses: vec!["nobody".into()], text: stranger.to_owned() });
            add("a paragraph more", more.clone());
            more.remove(at + 1);
            if clause[0] != page[at.saturating_sub(1)].clauses[0] {
                add("a paragraph replaced", more);
            }
        }
        if at > 0 && is_text(&page[at]) && is_text(&page[at - 1]) {
            let mut merged = page.to_vec();
            let block = merged.remove(at);
            merged[at - 1].text.push_str(&format!(" {}", block.text));
            merged[at - 1].clauses.extend(block.clauses);
            merged[at - 1].clauses.dedup();
            add("two paragraphs in one", merged);
        }
        if let Some((one, two)) =
            page[at].text.split_once(['.', '。']).filter(|(_, two)| two.len() > 8)
            && is_text(&page[at])
        {
            let mut split = page.to_vec();
            split[at].text = format!("{one}.");
            let other = Block { text: two.trim().to_owned(), ..page[at].clone() };
            split.insert(at + 1, other);
            add("a paragraph in two", split);
        }
    }
    let parts = sections(page);
    for one in 1..parts.len() {
        for other in one + 1..parts.len().min(one + 3) {
            let mut order = parts.clone();
            order.swap(one, other);
            add("two sections exchanged", order.concat());
            let mut order = parts.clone();
            let moved = order.remove(one);
            order.insert(other, moved);
            add("a section moved", order.concat());
        }
        let other = |text: &str| Block { clauses: vec!["nobody".into()], text: text.to_owned() };
        let strange = vec![other(head), other(stranger)];
        add("a section replaced", [&parts[..one], &[strange], &parts[one + 1..]].concat().concat());
        add("a section less", [&parts[..one], &parts[one + 1..]].concat().concat());
    }
    for at in 0..page.len() - 1 {
        let kind = |block: &Block| {
            block.text.get(..2).filter(|s| ["##", "- "].contains(s)).map(str::to_owned)
        };
        if kind(&page[at]) == kind(&page[at + 1]) && page[at].clauses != page[at + 1].clauses {
            let mut order = page.to_vec();
            order.swap(at, at + 1);
            add("two neighbours exchanged", order);
        }
    }
    let plain = page.iter().filter(|block| !block.text.starts_with("## ")).cloned().collect();
    add("no headings", plain);
    all
}

#[test]
#[allow(clippy::print_stderr, reason = "how exact it is, for who asks by --nocapture")]
fn no_wrong_pair_is_sure() {
    let mut told: BTreeMap<&str, Score> = BTreeMap::new();
    let mut by_pair: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (source, target) in PAIRS {
        let document = document(source, fixture(source));
        let other = fixture(target);
        let stranger = match target {
            "en" => "We record every click that you make and give the list to partners.",
            "de" => "Wir zeichnen jeden Klick auf und geben die Liste an Partner.",
            "ru" => "Мы записываем каждое ваше нажатие и передаём список партнёрам.",
            "kk" => "Біз әр басқаныңызды жазып, тізімді серіктестерге береміз.",
            _ => "当社はすべてのクリックを記録し、その一覧を提携先に渡します。",
        };
        let head = match target {
            "en" => "## Measuring",
            "de" => "## Messung",
            "ru" => "## Измерения",
            "kk" => "## Өлшеу",
            _ => "## 測定",
        };
        for (kind, pages) in changed(&blocks(other), stranger, head) {
            for page in pages {
                let score = judge(&document, &page, &format!("{source} {target}, {kind}"));
                let total = told.entry(kind).or_default();
                total.clauses += score.clauses;
                total.sure += score.sure;
                total.paired += score.paired;
                total.likely.0 += score.likely.0;
                total.likely.1 += score.likely.1;
                if kind == "nothing" {
                    by_pair.insert(format!("{source} {target}"), (score.sure, score.clauses));
                }
                total.wrong.extend(score.wrong);
            }
        }
    }
    for (kind, score) in &told {
        let share = |part: usize| 100.0 * part as f64 / score.clauses as f64;
        eprintln!(
            "{kind}: {:.1} % sure, {:.1} % paired, of {}; {} wrong",
            share(score.sure),
            share(score.paired),
            score.clauses,
            score.wrong.len()
        );
    }
    eprintln!("{by_pair:?}");
    let share = |kind: &str| 100 * told[kind].sure / told[kind].clauses;
    for (kind, least) in [("nothing", 90), ("a clause less", 80), ("two sections exchanged", 70)] {
        assert!(share(kind) >= least, "{kind}: {} % of clauses are sure", share(kind));
    }
    let likely: usize = told.values().map(|score| score.likely.0).sum();
    let wrong: usize = told.values().map(|score| score.likely.1).sum();
    eprintln!("{wrong} of {likely} pairs in doubt that are likely are wrong");
    assert!(likely > 1000 && wrong * 50 <= likely, "{wrong} of {likely} are wrong");
    let wrong: Vec<&String> = told.values().flat_map(|score| &score.wrong).collect();
    assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}
