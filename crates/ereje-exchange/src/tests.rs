//! Round trips: what leaves comes back as it was, and what changes changes alone.

mod choices;
mod codes;
mod edits;
mod formats;
mod invariants;

use std::collections::BTreeMap;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Alike, Level};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest};
use ereje::sync::State;

use crate::edit::{Edited, edited};
use crate::take::{Taken, take};
use crate::units::{Texts, Unit, units};
use crate::xliff::valid::assert_valid;
use crate::xliff::{read, write};

/// A source and a translation, in memory.
struct Both {
    manifest: Manifest,
    locale: Locale,
    files: [FtlFile; 4],
    states: BTreeMap<String, State>,
    redlines: BTreeMap<String, String>,
}

const SOURCE_TERMS: &str =
    "-app = App\n-user =\n    { $case ->\n       *[one] User\n        [many] Users\n    }\n";
const OWN_TERMS: &str = "-app = Апп\n-user =\n    { $case ->\n       *[nominative] Қолданушы\n        [genitive] Қолданушының\n    }\n";

impl Both {
    fn new(locale: &str, source: &str, own: &str) -> Both {
        let file = |path: &str, text: &str| {
            let file = FtlFile::parse(path, text.to_owned());
            assert_eq!(file.diagnostics(), [], "{text}");
            file
        };
        let source = file("source.ftl", source);
        let mut plan = format!(
            "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\", \"{locale}\"]\n\
             published = 2017-12-12\n"
        );
        let ids = source.messages().map(|message| message.id.name);
        for id in ids.filter(|id| !["title", "description", "last-updated"].contains(id)) {
            plan.push_str(&format!("[[clause]]\nid = \"{id}\"\n"));
        }
        let (manifest, found) = read_manifest("policy", "policy.toml", &plan);
        assert_eq!(found, []);
        Both {
            manifest: manifest.expect("a manifest"),
            locale: Locale::parse(locale).expect("a locale"),
            files: [
                source,
                file("terms.ftl", SOURCE_TERMS),
                file("own.ftl", own),
                file("terms.ftl", OWN_TERMS),
            ],
            states: BTreeMap::new(),
            redlines: BTreeMap::new(),
        }
    }

    fn with<T>(&self, act: impl Fn(&Texts<'_>, &[Unit]) -> T) -> T {
        let [source, source_terms, own, own_terms] = &self.files;
        let texts = Texts {
            manifest: &self.manifest,
            locale: &self.locale,
            source: (source, Some(source_terms)),
            own: (own, Some(own_terms)),
            states: &self.states,
            redlines: &self.redlines,
        };
        act(&texts, &units(&texts))
    }

    fn exported(&self) -> String {
        let document = self.with(write);
        assert_valid(&document);
        document
    }

    fn taken(&self, document: &str) -> (Taken, Edited) {
        let given = read(document).unwrap_or_else(|wrong| panic!("{wrong:?}\n{document}"));
        self.with(|texts, units| {
            let taken = take(texts, units, &given, ("x.xlf", document), &[]);
            let made = edited(texts, units, &taken.changes);
            (taken, made)
        })
    }

    /// Takes a changed document, of which nothing may be told.
    fn changed(&self, document: &str) -> String {
        let (taken, made) = self.taken(document);
        assert_eq!(taken.told, []);
        assert_eq!(made.refused, []);
        made.text
    }

    fn told(&self, document: &str) -> Vec<String> {
        let (taken, made) = self.taken(document);
        assert_eq!(made.messages, Vec::<String>::new(), "nothing changes");
        taken.told.into_iter().map(|told| format!("{}: {}", told.rule, told.message)).collect()
    }
}

const SOURCE: &str = "# The name of the page.
title = 1. Policy of { -app }
a =
    Hello **{ -user(case: \"many\") }**, see [the *rules*](/en/rules \"Rules\") or <{ $mail }>.\\
    A line.

    - one { $n ->
        [one] { $n } day
       *[other] { $n } **days**
      }.
    - two
      1. `code { $x }` &amp; \\*

    | a | b |
    | - | -: |
    | c | d |
    .heading = 2. Hello
b = Words.
    .heading = More
";

const OWN: &str = "# Беттің аты.
title = { -app } саясаты
a =
    Сәлем, **{ -user(case: \"genitive\") }**! [Ережелер](/kk/rules) <{ $mail }>.\\
    Жол.

    - бір { $n } күн.
    - екі
      1. `code { $x }` &amp; \\*

    | а | ә |
    | - | -: |
    | б | в |
    .heading = 2. Сәлем

# Keep me.
";

#[test]
fn nothing_changes_by_itself() {
    let both = Both::new("kk", SOURCE, OWN);
    let (taken, made) = both.taken(&both.exported());
    assert_eq!(taken.told, []);
    assert!(taken.changes.is_empty(), "{:?}", taken.changes);
    assert_eq!(made.text, OWN);
    assert_eq!((taken.unchanged, taken.left), (3, 2));
}

#[test]
fn what_changes_changes_alone() {
    let both = Both::new("kk", SOURCE, OWN);
    let document = both.exported().replace(">екі<", ">екі [жаңа] - 5 < 6<");
    let document = document.replace("5 < 6", "5 &lt; 6").replace("Қолданушының", "Қолданушы");
    let document = document
        .replace("<source>Words.</source>", "<source>Words.</source><target> * Сөздер. </target>");
    let document =
        document.replace("<source>More</source>", "<source>More</source><target>Тағы</target>");
    let text = both.changed(&document);
    assert!(text.contains("**{ -user }**!"), "{text}");
    assert!(text.contains("    - екі [жаңа] - 5 < 6\n      1. `code { $x }` & *\n"), "{text}");
    assert!(
        text.contains(
            "    .heading = 2. Сәлем\n\nb = \\* Сөздер.\n    .heading = Тағы\n\n# Keep me.\n"
        ),
        "{text}"
    );
    assert!(
        text.starts_with("# Беттің аты.\ntitle = { -app } саясаты\na =\n    Сәлем, **"),
        "{text}"
    );
}

#[test]
fn codes_are_counted() {
    let both = Both::new("kk", "a = Write to { $mail } **now**.\n", "a = Жазыңыз: { $mail }.\n");
    let document = both.exported();
    let target = |text: &str| {
        let start = document.find("<target>").expect("a target") + 8;
        let end = document.find("</target>").expect("its end");
        both.told(&format!("{}{text}{}", &document[..start], &document[end..]))
    };
    let mail = "<ph id=\"1\"/>";
    assert_eq!(target("Жоқ."), ["xliff-unit: the translation of `a` lacks `{ $mail }` (code 1)"]);
    assert_eq!(
        target(&format!("{mail} {mail}")),
        ["xliff-unit: the translation of `a` has `{ $mail }` (code 1) 2 times"]
    );
    let other = "xliff-unit: the translation of `a` has a code 7, which its source does not have";
    assert_eq!(target(&format!("{mail} <ph id=\"7\"/>")), [other]);
    assert_eq!(
        target(&format!("{mail} <sc id=\"2\"/>x"))[0],
        "xliff-unit: the translation of `a` does not end the code 2"
    );
    assert_eq!(
        target("<pc id=\"1\">x</pc>")[0],
        "xliff-unit: the translation of `a` has the code 1 in another form"
    );
    assert!(target("").is_empty(), "an empty target is none");
    let fine = document.replace(
        "Жазыңыз: ",
        "Қазір <sc id=\"2\"/>жаз<ec startRef=\"2\"/> <mrk id=\"m\">бізге</mrk> ",
    );
    assert_eq!(both.changed(&fine), "a = Қазір **жаз** бізге { $mail }.\n");
}

#[test]
fn what_a_text_may_do_without_is_told_where_it_is_lost() {
    let source = "a = *We* tell **you** and { -user } and { -user } [where](#a) { -app } is.\n";
    let new = Both::new("kk", source, "");
    let link = |id| format!("<pc id=\"{id}\">қайда</pc>");
    let target = |both: &Both, id, words: &str| {
        let document = both.exported();
        let start = document.find("</source>").expect("a source") + 9;
        let end = document.find("</segment>").expect("its end");
        let target = format!("<target>{words} {}</target>", link(id));
        let (taken, _) = both.taken(&format!("{}{target}{}", &document[..start], &document[end..]));
        assert_eq!(taken.changes.len(), 1, "{:?}", taken.told);
        taken.told.into_iter().map(|told| (told.level, told.rule, told.message)).collect::<Vec<_>>()
    };
    let warned = |message: &str| vec![(Level::Warning, "xliff-code", message.to_owned())];
    let lost = "`a` came back without emphasis, bold, `-user` (2 times), `-app`";
    assert_eq!(target(&new, 5, "Сөздер"), warned(lost));
    let kept = "<pc id=\"1\">Біз</pc> <pc id=\"2\">сізге</pc> <pc id=\"3\">Қолданушы</pc> \
                <pc id=\"4\">Қолданушы</pc> <pc id=\"6\">Апп</pc>";
    assert_eq!(target(&new, 5, kept), []);
    // What a translation has not is not lost; what it alone has is.
    let own = Both::new("kk", source, "a = **Біз** [қайда](#a) _мұнда_ *осында*.\n");
    assert_eq!(
        target(&own, 5, "<pc id=\"2\">Біз</pc>"),
        warned("`a` came back without emphasis (2 times)")
    );
    let plain = Both::new("kk", source, "a = Біз [қайда](#a).\n");
    assert_eq!(target(&plain, 5, "Мен"), []);
}

#[test]
fn a_text_that_went_on_meanwhile_is_left() {
    let both = Both::new("kk", "a = One.\nb = Two.\n", "a = Бір.\nb = Екі.\n");
    let document = both.exported().replace("Бір.</target>", "Біреу.</target>");
    let other_source = Both::new("kk", "a = One more.\nb = Two.\n", "a = Бір.\nb = Екі.\n");
    assert!(other_source.told(&document)[0].starts_with("xliff-source: the source of `a`"));
    let other_own = Both::new("kk", "a = One.\nb = Two.\n", "a = Бірінші.\nb = Екі.\n");
    assert!(other_own.told(&document)[0].starts_with("xliff-conflict: `a`"));
    let same_own = Both::new("kk", "a = One.\nb = Two.\n", "a = Біреу.\nb = Екі.\n");
    assert!(same_own.told(&document).is_empty(), "both say the same");
    let gone = Both::new("kk", "b = Two.\n", "b = Екі.\n");
    assert_eq!(gone.told(&document).len(), 1);
}

#[test]
fn a_term_in_no_known_form_stays_words() {
    let both = Both::new("kk", "a = To { -user }.\n", "");
    let document = both
        .exported()
        .replace("</source>", "</source><target><pc id=\"1\">Қолданушыға </pc>дейін</target>");
    let (taken, made) = both.taken(&document);
    assert_eq!(made.text, "a = Қолданушыға дейін\n");
    assert_eq!(taken.told[0].rule, "xliff-term");
    let form = Alike::form("`-user` has no form “Қолданушыға”");
    assert_eq!(taken.told[0].alike, Some(form), "{}", taken.told[0].message);
}

#[test]
fn what_can_not_be_shown_is_left_out() {
    let nested = "a = { $n ->\n        [one] { $m ->\n            [one] x\n           *[other] y\n        }\n       *[other] z\n    }\nb = [x]({ $k ->\n        [one] a\n       *[other] b\n    })\n";
    let both = Both::new("kk", nested, nested);
    let document = both.exported();
    assert_eq!(document.matches("translate=\"no\"").count(), 2, "{document}");
    assert_eq!(both.told(&document.replace("<target>", "<target>!")), Vec::<String>::new());
}

#[test]
fn lines_end_as_they_do_in_the_file() {
    let own = "a = Бір.\r\n\r\nb = Екі.\r\n";
    let both = Both::new("kk", "a = One.\nb = Two.\nc = Three.\n", own);
    let document = both.exported();
    assert_eq!(both.taken(&document).1.text, own);
    let document = document
        .replace("Екі.", "Екінші.")
        .replace("<source>Three.</source>", "<source>Three.</source><target>Үш.</target>");
    assert_eq!(both.changed(&document), "a = Бір.\r\n\r\nb = Екінші.\r\n\r\nc = Үш.\r\n");
}

#[test]
fn other_files_are_refused_in_a_sentence() {
    let told = |text: &str| read(text).expect_err("refused").message;
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xliff>&b;</xliff>";
    assert!(told(bomb).contains("document type"));
    assert!(told("<?xml version=\"1.0\"?><xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>").contains("XLIFF 1.2"));
    assert!(told("<html/>").contains("begins with `<html>`"));
    assert!(told("<xliff><file></xliff>").contains("broken"));
    assert!(told("<xliff>").contains("not closed"));
    assert!(told("<xliff>&x;</xliff>").contains("entity `&x;`"));
    assert_eq!(told(""), "the file is empty");
    assert!(told("words").contains("no XML"));
    assert!(told(&"<a>".repeat(100_000)).contains("too deep"));
}
