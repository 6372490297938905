//! What a text promises its readers, over what was built.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{POLICY, Ran, Sandbox};

/// A workspace with two versions of a policy that promises its date at the bottom
/// and a notice on the main page, in two languages.
fn promising() -> Sandbox {
    let sandbox = Sandbox::new();
    let promises = "id = \"use\"\npromises = [\"main-page-notice\", \"date-at-bottom\"]";
    sandbox.edit(POLICY, "id = \"use\"", promises);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.set_days(30);
    sandbox.release("2026-03-01", "2026-03-15", &[]);
    sandbox
}

fn publish(sandbox: &Sandbox) -> Ran {
    sandbox.run(&["generate", "--locked", "--on", "2026-03-20"])
}

/// Runs what must be refused with nothing but promises that are not kept, so many.
fn broken(sandbox: &Sandbox, number: usize, words: &[&str]) {
    let before = sandbox.dist();
    let ran = publish(sandbox);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    let errors: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), number, "{}", ran.stderr);
    assert!(errors.iter().all(|line| line.starts_with("error[promise-not-kept]")), "{errors:?}");
    for words in words {
        assert!(ran.stderr.contains(words), "no “{words}” in {}", ran.stderr);
    }
    assert_eq!(sandbox.dist(), before, "nothing is written");
    // Who does not publish is not stopped.
    let draft = ["generate", "--on", "2026-03-20", "--out", "look"];
    assert_eq!(sandbox.run(&draft).status, 0);
}

#[test]
fn what_keeps_its_promises_is_published() {
    let sandbox = promising();
    let ran = publish(&sandbox);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(sandbox.at("dist/app/app/notices.json").is_file());
}

#[test]
fn a_template_that_loses_the_date_is_refused_with_every_page() {
    let own = |name: &str, from: &str, to: &str| {
        let sandbox = promising();
        let built_in = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
        let text = std::fs::read_to_string(built_in.join(name)).expect(name);
        assert!(text.contains(from), "{name} has no {from}");
        sandbox.write(&format!("templates/{name}"), text.replace(from, to));
        sandbox
    };
    let lost = own("policy.txt.tera", "{{ last_updated }}", "");
    let words = [
        "text/app/en/privacy.txt does not show “Last updated on March 1, 2026” below its clauses, as \
         the clause `use` promises",
        "text/app/en/privacy/2.0.txt",
        "text/app/ru/privacy.txt does not show “Обновлено 1 марта 2026 г.”",
        "let the template of that page show `last_updated`",
    ];
    broken(&lost, 4, &words);
    let date = "<p>{{ last_updated | safe }}</p>";
    let hidden = own("policy.html.tera", date, &format!("<!-- {date} -->"));
    broken(&hidden, 4, &["site/app/en/privacy/index.html", "site/app/ru/privacy/2.0/index.html"]);
}

#[test]
fn files_for_apps_that_are_switched_off_can_not_carry_a_notice() {
    let sandbox = promising();
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", format!("{settings}[outputs.json]\nenabled = false\n"));
    let words = "the clause `use` promises a notice on the main page, and the files that tell apps \
                 of it are switched off";
    broken(&sandbox, 1, &[words]);
    sandbox.write("ereje.toml", settings);
    assert_eq!(publish(&sandbox).status, 0);
}

#[test]
fn a_change_that_was_announced_nowhere_is_told_while_its_notice_is_owed() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.set_days(30);
    // Nothing promised one yet, so it could be released without a notice.
    sandbox.release("2026-03-01", "2026-03-15", &["--action", "none"]);
    sandbox.edit(POLICY, "id = \"use\"", "id = \"use\"\npromises = [\"main-page-notice\"]");
    sandbox.set_days(31);
    sandbox.release("2026-03-16", "2026-03-17", &[]);
    let words = "announces nothing of version 2.0, although the clause `use` promises";
    broken(&sandbox, 1, &[words]);
    let later = sandbox.run(&["generate", "--locked", "--on", "2026-06-01"]);
    assert_eq!(later.status, 0, "{}", later.stderr);
}
