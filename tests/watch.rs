//! `watch`: each change is generated, mistakes are told, an interrupt leaves
//! everything whole.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;
use support::running::Running;

#[test]
fn each_change_is_generated_until_an_interrupt() {
    let sandbox = Sandbox::new();
    let mut watch = Running::start(&sandbox, &["watch"]);
    watch.tells("Ctrl-C");
    watch.tells("wrote ");
    // The records that it wrote itself are no change.
    watch.rests();
    assert!(sandbox.read("locales/ru/privacy.sync.toml").contains("contact"));

    sandbox.edit("locales/ru/privacy.ftl", "Пишите на", "Напишите на");
    watch.tells("wrote ");
    assert!(
        sandbox
            .dist()
            .values()
            .any(|bytes| { String::from_utf8_lossy(bytes).contains("Напишите на") })
    );

    sandbox.edit("locales/ru/privacy.ftl", "Напишите на", "{ $nothing } на");
    watch.tells("error[");
    watch.tells("nothing was written");
    sandbox.edit("locales/ru/privacy.ftl", "{ $nothing } на", "Шлите на");
    watch.tells("wrote ");

    let settings = sandbox.read("ereje.toml");
    sandbox.remove("ereje.toml");
    watch.tells("error: there is no ereje.toml");
    sandbox.write("ereje.toml", settings);
    watch.tells("nothing changed");
    watch.rests();

    watch.interrupt();
    assert!(sandbox.generate().stdout.starts_with("nothing changed"));
}

#[test]
fn each_change_is_checked_until_an_interrupt() {
    let sandbox = Sandbox::new();
    let text = "locales/ru/privacy.ftl";
    let mut watch = Running::start(&sandbox, &["check", "--watch"]);
    watch.tells("Ctrl-C");
    watch.tells("no errors in 2 texts");
    watch.rests();
    sandbox.edit(text, "Зачем", "{ $nothing } зачем");
    watch.tells("locales/ru/privacy.ftl has changed");
    watch.tells("error[unknown-variable]");
    watch.tells("1 error");

    // What can not be read is told as in any other run, and mended in the end.
    let whole = sandbox.read(text).replace("{ $nothing } зачем", "Зачем");
    sandbox.write(text, b"\xff\xfe");
    watch.tells("error[not-utf8]");
    watch.tells("1 error");
    sandbox.remove(text);
    watch.tells("locales/ru/privacy.ftl was removed");
    watch.tells("1 error");
    sandbox.write(text, &whole);
    watch.tells("no errors in 2 texts");

    let settings = sandbox.read("ereje.toml");
    sandbox.remove("ereje.toml");
    watch.tells("error: there is no ereje.toml");
    sandbox.write("ereje.toml", settings);
    watch.tells("no errors in 2 texts");
    watch.rests();
    watch.interrupt();
    assert!(!sandbox.at("dist").exists(), "nothing is written");
}

#[test]
fn files_without_policies_are_checked_after_each_change_too() {
    let sandbox = Sandbox::new();
    sandbox.write("l/en/a.ftl", "a = one\n");
    sandbox.write("l/fr/a.ftl", "a = un\n");
    let mut watch = Running::start(&sandbox, &["check", "--fluent", "l/en", "l/fr", "--watch"]);
    watch.tells("Ctrl-C");
    watch.tells("fr  0 errors");
    watch.rests();
    sandbox.write("l/fr/a.ftl", "a = un {\n");
    watch.tells("fr/a.ftl has changed");
    watch.tells("error[syntax]");
    watch.tells("fr  1 error");
    sandbox.write("l/fr/a.ftl", "a = un\n");
    watch.tells("fr  0 errors");
    // A file that translates nothing, and a project that is gone for a while.
    sandbox.write("l/fr/b.ftl", "b = deux\n");
    watch.tells("fr/b.ftl has changed");
    watch.tells("warning[orphan-file]");
    watch.tells("fr  0 errors");
    std::fs::rename(sandbox.at("l/fr"), sandbox.at("l/de")).expect("moved");
    watch.tells("error: can not read l/fr");
    std::fs::rename(sandbox.at("l/de"), sandbox.at("l/fr")).expect("moved");
    watch.tells("fr  0 errors");
    watch.rests();
    watch.interrupt();
    sandbox
        .run(&["check", "--watch", "--fluent", "nowhere", "l/fr"])
        .refused(2, "can not read nowhere");
}

#[test]
fn what_keeps_the_first_run_from_working_ends_it() {
    let sandbox = Sandbox::new();
    sandbox.run(&["watch", "--policy", "nothing"]).refused(2, "there is no policy `nothing`");
    sandbox.remove("ereje.toml");
    sandbox.run(&["watch"]).refused(2, "there is no ereje.toml");
}
