//! What translation tools make of an export, and what is told when it comes back.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{POLICY, Ran, Sandbox};

const RU: &str = "export/ru/privacy.xlf";
const OWN: &str = "locales/ru/privacy.ftl";

/// A workspace that was exported, and what was.
fn exported() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["export", "--format", "xliff"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = sandbox.read(RU);
    (sandbox, text)
}

/// Imports a file that came back.
fn back(sandbox: &Sandbox, text: &str, more: &[&str]) -> Ran {
    sandbox.write("back.xlf", text);
    sandbox.run(&[&["import", "back.xlf"], more].concat())
}

#[test]
fn a_tool_may_write_the_language_with_a_region() {
    let (sandbox, text) = exported();
    let text = text.replace("Цели<", "Назначение<").replace("srcLang=\"en\"", "srcLang=\"en-US\"");
    let with_region = text.replace("trgLang=\"ru\"", "trgLang=\"ru-RU\"");
    sandbox.write("back.xlf", &with_region);
    let ran = sandbox.refuses(&["import", "back.xlf"], 2, "`privacy` has no locale `ru-RU`");
    let hint = "if it is the translation into `ru`, say `--locale ru`";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    let other_script = text.replace("trgLang=\"ru\"", "trgLang=\"ru-Latn\"");
    sandbox.write("back.xlf", other_script);
    let arguments = ["import", "back.xlf", "--locale", "ru"];
    sandbox.refuses(&arguments, 2, "the file is of `ru-Latn`, and --locale says `ru`");
    let ran = back(&sandbox, &with_region, &["--locale", "ru"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read(OWN).contains(".heading = Назначение\n"));
    // Written in capitals it is the same tag.
    let capitals = text.replace("trgLang=\"ru\"", "trgLang=\"RU\"");
    let ran = back(&sandbox, &capitals, &[]);
    assert!(ran.stdout.starts_with("nothing to take"), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn a_language_that_begins_with_a_delivery_has_the_sentences_around_it() {
    let sandbox = Sandbox::new();
    sandbox.edit(POLICY, "locales = [", "locales = [\"de\", \"sv\", ");
    for (tag, is_known) in [("de", true), ("sv", false)] {
        sandbox.run(&["export", "--format", "xliff", "--locale", tag]);
        let text = sandbox.read(&format!("export/{tag}/privacy.xlf"));
        let (before, after) = text.split_once("<source>Privacy policy</source>").expect("a title");
        let title = "<source>Privacy policy</source><target>Datenschutz</target>";
        let ran = back(&sandbox, &format!("{before}{title}{after}"), &[]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let path = format!("locales/{tag}/notice.ftl");
        assert_eq!(ran.stdout.contains(&format!("{path} is new")), is_known, "{}", ran.stdout);
        assert_eq!(sandbox.path().join(&path).exists(), is_known);
    }
    assert!(sandbox.read("locales/de/notice.ftl").contains("language-name = Deutsch"));
    // What somebody wrote stays.
    sandbox.remove("locales/de/privacy.ftl");
    sandbox.edit("locales/de/notice.ftl", "= Deutsch", "= Hochdeutsch");
    let text = sandbox.read("back.xlf").replace("trgLang=\"sv\"", "trgLang=\"de\"");
    let ran = back(&sandbox, &text, &[]);
    assert!(ran.stdout.starts_with("changed 1 message in locales/de/"), "{}", ran.stdout);
    assert!(sandbox.read("locales/de/notice.ftl").contains("Hochdeutsch"));
}

#[test]
fn a_translation_is_not_replaced_by_its_source() {
    let (sandbox, text) = exported();
    let before = sandbox.read(OWN);
    let copied = text.replace("Политика конфиденциальности<", "Privacy policy<");
    let ran = back(&sandbox, &copied, &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let words = "warning[xliff-unit]: `title` came back in the words of its source";
    assert!(ran.stderr.contains(words), "{}", ran.stderr);
    assert!(ran.stdout.ends_with(", 1 not translated\n"), "{}", ran.stdout);
    assert_eq!(sandbox.read(OWN), before);
    // Between kinds of one language many sentences are the same.
    let kin = Sandbox::new();
    for path in ["privacy", "terms", "notice"] {
        let text = kin.read(&format!("locales/en/{path}.ftl"));
        kin.write(&format!("locales/en-GB/{path}.ftl"), text);
    }
    kin.edit("locales/en-GB/privacy.ftl", "Privacy policy", "The privacy policy");
    kin.edit(support::POLICY, "\"ru\"", "\"ru\", \"en-GB\"");
    assert_eq!(kin.run(&["export", "--format", "xliff"]).status, 0);
    let text = kin.read("export/en-GB/privacy.xlf");
    let ran = back(&kin, &text.replace("The privacy policy", "Privacy policy"), &[]);
    assert!(ran.stdout.starts_with("changed 1 message"), "{}{}", ran.stdout, ran.stderr);
}

#[test]
fn what_was_refused_is_not_told_to_have_come_back_as_it_was() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let source = "locales/en/privacy.ftl";
    sandbox.edit(source, "Why { -app } does it.", "Why and when { -app } does it.");
    assert_eq!(sandbox.run(&["export", "--format", "xliff"]).status, 0);
    let text = sandbox.read(RU);
    let ran = back(&sandbox, &text, &[]);
    assert!(ran.stdout.contains("confirm privacy ru use"), "{}", ran.stdout);
    // Its heading came back as it was, and its text is of a source that is no more.
    sandbox.edit(source, "Why and when", "Why, when and where");
    let ran = back(&sandbox, &text.replace("Зачем", "Зачем и когда"), &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("error[xliff-source]"), "{}", ran.stderr);
    assert!(!ran.stdout.contains("confirm"), "{}", ran.stdout);
}

#[test]
fn what_is_told_of_a_new_clause_is_why_it_was_not_taken() {
    let sandbox = Sandbox::new();
    sandbox.edit(OWN, "contact = Пишите на <{ $mail }>.\n    .heading = Связь\n", "");
    assert_eq!(sandbox.run(&["export", "--format", "xliff"]).status, 0);
    let text = sandbox.read(RU);
    let start = "<source>Contact</source>\n";
    assert!(text.contains(start), "{text}");
    let heading = text.replace(start, "<source>Contact</source><target>Связь</target>\n");
    let half = back(&sandbox, &heading, &[]);
    assert_eq!(half.stderr.matches("its heading or text is not translated").count(), 1);
    // The text itself is there, and has lost its address.
    let lost = heading.replace(
        "</source>\n      </segment>\n    </unit>\n  </file>",
        "</source><target>Пишите.</target></segment></unit></file>",
    );
    assert_ne!(lost, heading);
    let ran = back(&sandbox, &lost, &[]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("the translation of `contact` lacks `<{ $mail }>`"));
    let told = "`contact` is left as it is: new clauses are taken whole";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(!ran.stderr.contains("is not translated"), "{}", ran.stderr);
}

#[test]
fn a_file_in_one_line_is_told_of_by_its_tags() {
    let (sandbox, text) = exported();
    let lines = text.lines().map(str::trim_start);
    let line: String = lines.filter(|line| !line.starts_with("<?xml")).collect();
    let unknown = line.replace("<unit id=\"intro\"", "<unit id=\"intros\"");
    for (text, words) in [
        (unknown, "the policy has no text `intros`"),
        (line.replace("version=\"2.1\"", "version=\"1.2\""), "this is XLIFF 1.2"),
    ] {
        let ran = back(&sandbox, &text, &[]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
        let longest = ran.stderr.lines().map(|line| line.chars().count()).max();
        assert!(longest < Some(250), "{longest:?}: {}", ran.stderr);
    }
}

#[test]
fn a_folder_of_translations_is_told_from_one_of_pages() {
    let (sandbox, _) = exported();
    let ran = sandbox.refuses(&["import", "export"], 2, "there is no page of Markdown in export");
    let hint = "translations come back one by one, such as `ereje import export/ru/privacy.xlf`";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
}

#[test]
fn a_package_is_told_from_a_page() {
    let sandbox = Sandbox::new();
    for name in ["back.zip", "privacy.sdlrpx", "privacy.mqxlz"] {
        sandbox.write(name, b"PK\x03\x04\xc0\x00");
        let ran = sandbox.refuses(&["import", name], 1, "a package of several files");
        assert!(ran.stderr.contains("unpack it"), "{}", ran.stderr);
    }
}

#[test]
fn a_long_text_that_begins_in_bold_is_written_as_people_write_it() {
    let sandbox = Sandbox::new();
    let long = "слово ".repeat(30);
    sandbox.edit("locales/en/privacy.ftl", "Why { -app }", "**It is why.** { -app }");
    sandbox.edit(OWN, "Зачем { -app } это делает.", &format!("**Зачем** {{ -app }} {long}."));
    assert_eq!(sandbox.run(&["export", "--format", "xliff"]).status, 0);
    let ran = back(&sandbox, &sandbox.read(RU).replace(">Зачем<", ">Вот зачем<"), &[]);
    assert!(ran.stdout.starts_with("changed 1 message"), "{}{}", ran.stdout, ran.stderr);
    let text = sandbox.read(OWN);
    assert!(text.contains("\nuse = **Вот зачем** { -app } слово "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn a_second_delivery_takes_the_place_of_the_first_one_where_somebody_says_so() {
    let (sandbox, text) = exported();
    let first = text.replace("Цели<", "Назначение<").replace(">Связь<", ">Контакты<");
    assert_eq!(back(&sandbox, &first, &[]).status, 0);
    let second = first.replace(">Назначение<", ">Зачем<").replace(">Контакты<", ">Обращения<");
    let ran = back(&sandbox, &second, &[]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("error[xliff-conflict]").count(), 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("take it by `--accept use`"), "{}", ran.stderr);
    sandbox.refuses(&["import", "back.xlf", "--accept"], 2, "--accept needs the names of clauses");
    sandbox.refuses(&["import", "back.xlf", "--accept", "uses"], 2, "no clause `uses` to accept");
    let ran = back(&sandbox, &second, &["--accept", "use"]);
    assert!(ran.stdout.starts_with("changed 1 message"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.stderr.matches("error[xliff-conflict]").count(), 1, "{}", ran.stderr);
    let own = sandbox.read(OWN);
    assert!(own.contains(".heading = Зачем\n") && own.contains(".heading = Контакты\n"), "{own}");
    let ran = back(&sandbox, &second, &["--accept", "use, contact"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read(OWN).contains(".heading = Обращения\n"));
}

/// Two translators have the same export, and their tool drops what it does not know.
#[test]
fn an_older_delivery_that_nobody_can_tell_from_a_newer_one_is_told() {
    let (sandbox, text) = exported();
    let lines = text.split_inclusive('\n').map(|line| match line.split_once(" ereje:was=\"") {
        Some((before, rest)) => {
            format!("{before}{}", rest.split_once('"').expect("its end").1)
        }
        None => line.to_owned(),
    });
    let bare: String = lines.collect();
    assert!(text.contains("ereje:was") && !bare.contains("ereje:was"), "{bare}");
    // Nothing is replaced, so nothing can be lost.
    assert_eq!(back(&sandbox, &bare, &[]).stderr, "");
    let newer = back(&sandbox, &bare.replace("Цели<", "Назначение<"), &[]);
    assert_eq!(newer.status, 0, "{}", newer.stderr);
    let older = back(&sandbox, &bare.replace("Связь<", "Контакты<"), &[]);
    assert_eq!(older.status, 0, "{}", older.stderr);
    let warning = "warning[xliff-origin]: the tool has not kept which translations it was given";
    assert!(older.stderr.starts_with(warning), "{}", older.stderr);
    assert!(
        older.stderr.contains("look at the difference of use, contact before"),
        "{}",
        older.stderr
    );
    // With them the older one is a conflict, and takes nothing.
    let (sandbox, text) = exported();
    back(&sandbox, &text.replace("Цели<", "Назначение<"), &[]);
    let older =
        back(&sandbox, &text.replace("Цели<", "Зачем<").replace("Связь<", "Контакты<"), &[]);
    assert!(older.stderr.contains("error[xliff-conflict]: `use.heading`"), "{}", older.stderr);
    assert!(!older.stderr.contains("xliff-origin"), "{}", older.stderr);
    assert!(sandbox.read(OWN).contains(".heading = Назначение\n"));
}

#[test]
fn what_can_not_be_taken_back_is_not_told_to_be_imported() {
    let sandbox = Sandbox::new();
    for format in ["po", "csv", "json"] {
        assert_eq!(sandbox.run(&["export", "--format", format]).status, 0);
        let path = format!("export/ru/privacy.{format}");
        sandbox.edit(&path, "Связь", "Контакты");
        sandbox.edit("locales/ru/privacy.ftl", "Связь", "Связь с нами");
        let ran = sandbox.refuses(&["export", "--format", format], 2, "somebody has worked in it");
        let hint = "help: a translation comes back as XLIFF alone: put what was done in it into";
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
        sandbox.edit("locales/ru/privacy.ftl", "Связь с нами", "Связь");
        sandbox.refuses(&["import", &path], 1, "an export to read, and no page of Markdown");
    }
    sandbox.write("back.xlsx", "PK");
    sandbox.refuses(&["import", "back.xlsx"], 1, "a table of a spreadsheet");
}
