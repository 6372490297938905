//! How texts that came back are put into the file.

use super::Both;

/// The document with these targets, by what their sources say.
fn translated(both: &Both, targets: &[(&str, &str)]) -> String {
    let mut document = both.exported();
    for (source, target) in targets {
        let source = format!("<source>{source}</source>");
        assert_eq!(document.matches(&source).count(), 1, "{source}");
        document = document.replace(&source, &format!("{source}<target>{target}</target>"));
    }
    document
}

#[test]
fn a_new_message_comes_whole_or_not_at_all() {
    let source = "a = One.\nb = Two.\n    .heading = Second\nc = Three.\n";
    let own = "a = Бір.\n\nc = Үш.\n\n# The end.\n";
    let both = Both::new("kk", source, own);
    for (targets, lacks) in [(("Two.", "Екі."), "heading"), (("Second", "Екінші"), "text")]
    {
        let (taken, made) = both.taken(&translated(&both, &[targets]));
        assert_eq!(taken.changes.len(), 1, "{lacks}");
        assert_eq!(made.refused, [("b".to_owned(), "its heading or text is not translated")]);
        assert_eq!((made.text.as_str(), made.messages.len()), (own, 0), "{lacks}");
    }
    // It stands behind the one that it follows on the page.
    let whole = "a = Бір.\n\nb = Екі.\n    .heading = Екінші\n\nc = Үш.\n\n# The end.\n";
    let document = translated(&both, &[("Two.", "Екі."), ("Second", "Екінші")]);
    assert_eq!(both.changed(&document), whole);
    // Where there is none before it, it comes last.
    let both = Both::new("kk", source, "c = Үш.");
    let document = translated(&both, &[("One.", "Бір."), ("Two.", "Екі."), ("Second", "Екінші")]);
    let (_, made) = both.taken(&document);
    assert_eq!(made.text, "c = Үш.\n\na = Бір.\n\nb = Екі.\n    .heading = Екінші\n");
    assert_eq!(made.messages, ["a", "b"]);
    let both = Both::new("kk", "a = One.\n", "");
    assert_eq!(both.changed(&translated(&both, &[("One.", "Бір.")])), "a = Бір.\n");
}

#[test]
fn an_attribute_is_put_where_it_stands_or_behind_the_text() {
    let source = "a = One.\n    .heading = First\n    .more = Else\n";
    let both =
        Both::new("kk", source, "a = Бір.\n    .more = Басқа\n    .heading = Бірінші\n# End.\n");
    let document = both.exported();
    for (old, new) in [("Бірінші", "Ең бірінші"), ("Басқа", "Тағы"), ("Бір.", "Біреу.")]
    {
        let changed = document.replace(&format!("<target>{old}<"), &format!("<target>{new}<"));
        assert_eq!(
            both.changed(&changed),
            both.files[2].text().replace(&format!("= {old}\n"), &format!("= {new}\n"))
        );
    }
    let both = Both::new("kk", source, "a = Бір.\n    .more = Басқа\n# End.\n");
    let document = translated(&both, &[("First", "Бірінші")]);
    let expected = "a = Бір.\n    .more = Басқа\n    .heading = Бірінші\n# End.\n";
    assert_eq!(both.changed(&document), expected);
    // So is a text behind its name.
    let both = Both::new("kk", source, "a =\n    .more = Басқа\n# End.\n");
    let document = translated(&both, &[("One.", "Бір.")]);
    assert_eq!(both.changed(&document), "a = Бір.\n    .more = Басқа\n# End.\n");
    // The last line of a file may have no end.
    let both = Both::new("kk", "a = One.\n    .heading = First\n", "a = Бір.");
    let document = translated(&both, &[("First", "Бірінші")]);
    assert_eq!(both.changed(&document), "a = Бір.\n    .heading = Бірінші\n");
}

#[test]
fn a_message_of_which_a_text_can_not_be_written_stays() {
    let both =
        Both::new("kk", "a = One.\n    .heading = First\n", "a = Бір.\n    .heading = Бірінші\n");
    // This character stands for what is filled in, while a text is written.
    let document =
        both.exported().replace("Бір.<", "Бір\u{F0000}.<").replace("Бірінші<", "Ең бірінші<");
    let (taken, made) = both.taken(&document);
    assert_eq!(taken.changes.len(), 2);
    assert_eq!(made.refused, [("a".to_owned(), "it can not be written so that it is read again")]);
    assert_eq!((made.text.as_str(), made.messages.len()), (both.files[2].text(), 0));
}
