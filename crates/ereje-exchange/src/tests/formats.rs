//! Texts in formats that have no codes, and what of an XLIFF is only told.

use ereje::sync::State;

use super::Both;
use crate::json::json;
use crate::po::po;
use crate::rows::rows;

const SOURCE: &str = "# The name.\n# Of the page.\ntitle = Policy of { -app }\na = One { $mail }.\n    .heading = First\n\
                      b = Two.\nc = { $n ->\n        [one] day\n       *[other] days\n    }\n";
const OWN: &str = "title = Саясат\na = Бір { $mail }.\n    .heading = Бірінші\nb = Екі.\n";

fn stale() -> Both {
    let mut both = Both::new("kk", SOURCE, OWN);
    both.states.insert("a".to_owned(), State::Stale);
    both.states.insert("b".to_owned(), State::Review);
    both
}

fn before(id: &str) -> Option<String> {
    (id != "title").then(|| "# Old *first*\n\nOld one.\n\nMore.".to_owned())
}

#[test]
fn each_text_is_a_row_with_what_it_was() {
    let told = stale().with(|texts, _| {
        let rows = rows(texts, &before).into_iter();
        let one = |row: crate::rows::Row| {
            let (before, comment) = (row.before.clone(), row.comment.clone());
            let more =
                [before, comment].map(|one| one.unwrap_or("-".to_owned()).replace('\n', "⏎"));
            format!(
                "{} {}: {} | {} | {}",
                row.id(),
                row.state_name(),
                row.source,
                row.target,
                more.join(" | ")
            )
        };
        rows.map(one).collect::<Vec<_>>()
    });
    let expected = [
        "title current: Policy of App | Саясат | - | The name. Of the page.",
        "a.heading stale: First | Бірінші | Old *first* | -",
        "a stale: One {$mail}. | Бір {$mail}. | Old one.⏎⏎More. | -",
        "b to-review: Two. | Екі. | Old one.⏎⏎More. | -",
        "c missing: {{$n} → one: day; other: days;} |  | - | -",
    ];
    assert_eq!(told, expected);
    // Where there was no heading, all of it was the text.
    let only_text = |_: &str| Some("Old one.".to_owned());
    let before = stale().with(|texts, _| {
        rows(texts, &only_text).into_iter().map(|row| row.before).collect::<Vec<_>>()
    });
    let old = Some("Old one.".to_owned());
    assert_eq!(before, [None, None, old.clone(), old, None]);
}

#[test]
fn files_for_programs_say_what_the_rows_say() {
    let (json, po) = stale().with(|texts, _| {
        let rows = rows(texts, &before);
        (json(texts, &rows), po(texts, &rows))
    });
    let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let heading = serde_json::json!({
        "clause": "a",
        "part": "heading",
        "source": "First",
        "source-before": "Old *first*",
        "state": "stale",
        "target": "Бірінші",
    });
    assert_eq!(read["texts"][1], heading);
    let missing = &read["texts"][4];
    assert_eq!((&missing["state"], missing["target"].is_null()), (&"missing".into(), true));
    let header = "# policy in kk, for reading and for translation memories.\n";
    assert!(po.starts_with(header) && po.contains("\"Language: kk\\n\"\n"), "{po}");
    let entries = "\n#. The name. Of the page.\n#: source.ftl\nmsgctxt \"title\"\nmsgid \"Policy of App\"\n\
                   msgstr \"Саясат\"\n\n#: source.ftl\n#, fuzzy\n#| msgid \"Old *first*\"\n\
                   msgctxt \"a.heading\"\nmsgid \"First\"\nmsgstr \"Бірінші\"\n\n#: source.ftl\n#, fuzzy\n\
                   #| msgid \"\"\n#| \"Old one.\\n\"\n#| \"\\n\"\n#| \"More.\"\n";
    assert!(po.contains(entries), "{po}");
    // What changed on both sides nobody has read yet: tools must not take it for done.
    let to_review = "#: source.ftl\n#, fuzzy\n#| msgid \"\"\n#| \"Old one.\\n\"\n#| \"\\n\"\n\
                     #| \"More.\"\nmsgctxt \"b\"\n";
    assert!(po.contains(to_review), "{po}");
}

#[test]
fn what_is_stale_and_came_back_as_it_was_is_told_once() {
    let mut both = stale();
    both.states.insert("b".to_owned(), State::Stale);
    let document = both.exported();
    let (taken, _) = both.taken(&document);
    assert_eq!(taken.stale, ["a", "b"]);
    let (taken, made) = both.taken(&document.replace(">Бірінші<", ">Ең бірінші<"));
    assert_eq!((taken.stale, made.messages), (vec!["b".to_owned()], vec!["a".to_owned()]));
}

#[test]
fn a_title_is_a_line_in_which_no_list_begins() {
    let both = Both::new("kk", "title = Policy\na = One.\n    .heading = First\n", "");
    let mut document = both.exported();
    for source in ["Policy", "One.", "First"] {
        let source = format!("<source>{source}</source>");
        document = document.replace(&source, &format!("{source}<target>1. Саясат</target>"));
    }
    let expected = "title = 1. Саясат\n\na = 1\\. Саясат\n    .heading = 1. Саясат\n";
    assert_eq!(both.changed(&document), expected);
}
