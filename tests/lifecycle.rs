//! What a release does to the versions before it, and what is told of it.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{Ran, Sandbox, VERSIONS};

/// A workspace in which 1.0 is in force and 2.0 is announced for June.
fn announced() -> Sandbox {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    sandbox.set_days(60);
    sandbox
}

fn dry_run(sandbox: &Sandbox, published: &str, effective: &str, more: &[&str]) -> Ran {
    let days = ["--published", published, "--effective", effective, "--dry-run"];
    sandbox.run(&[&["release", "privacy"], &days[..], more].concat())
}

fn lines<'r>(ran: &'r Ran, with: &str) -> Vec<&'r str> {
    ran.stdout.lines().filter(|line| line.contains(with)).collect()
}

#[test]
fn a_release_says_which_announced_version_it_replaces() {
    let replaced = "2.0, announced for 2026-06-01: it will never be in force";
    let sandbox = announced();
    let dry = dry_run(&sandbox, "2026-05-10", "2026-05-20", &[]);
    assert_eq!(lines(&dry, "replaces"), [format!("  replaces      {replaced}")]);
    let done = sandbox.release("2026-05-10", "2026-05-20", &[]);
    assert_eq!(lines(&done, "replaces"), [format!("it replaces {replaced}")]);
    // What is replaced already is not replaced again.
    sandbox.set_days(90);
    let same_day = "3.0, announced for 2026-05-20: it will never be in force";
    let done = sandbox.release("2026-05-11", "2026-05-20", &[]);
    assert_eq!(lines(&done, "replaces"), [format!("it replaces {same_day}")]);
    // A version that takes effect in its turn replaces none.
    sandbox.set_days(91);
    let done = sandbox.release("2026-05-12", "2026-06-20", &[]);
    assert_eq!(lines(&done, "replaces"), [""; 0], "{}", done.stdout);
    // A slip that is mended on the day itself.
    sandbox.set_days(92);
    sandbox.release("2026-07-01", "2026-07-01", &[]);
    sandbox.set_days(93);
    let dry = dry_run(&sandbox, "2026-07-01", "2026-07-01", &[]);
    let told = "  replaces      6.0, of the same day: it counts as never in force";
    assert_eq!(lines(&dry, "replaces"), [told]);
}

#[test]
fn a_release_says_which_notice_it_takes_back() {
    let told = "the notice of 2.0: apps show it no more, pages say that it was withdrawn";
    let sandbox = announced();
    let dry = dry_run(&sandbox, "2026-05-10", "2026-07-01", &["--retracts", "2.0"]);
    assert_eq!(lines(&dry, "takes back"), [format!("  takes back    {told}")]);
    assert_eq!(lines(&dry, "replaces").len(), 1, "{}", dry.stdout);
    // Named twice, it is one notice all the same.
    let twice = ["--retracts", "2.0", "--retracts", "2.0"];
    let done = sandbox.release("2026-05-10", "2026-07-01", &twice);
    assert_eq!(lines(&done, "takes back"), [format!("it takes back {told}")]);
    let version = sandbox.read(&format!("{VERSIONS}/3.0/version.toml"));
    assert!(version.contains("retracts = [\"2.0\"]\n"), "{version}");
}

#[test]
fn a_notice_is_taken_back_once_and_where_there_is_one() {
    let sandbox = announced();
    sandbox.release("2026-06-10", "2026-06-10", &["--retracts", "2.0"]);
    sandbox.set_days(90);
    let again = ["release", "privacy", "--published", "2026-06-11", "--effective", "2026-06-11"];
    let again = |name: &'static str| [&again[..], &["--retracts", name]].concat();
    let words = "the notice of version 2.0 was taken back already, by version 3.0";
    let ran = sandbox.refuses(&again("2.0"), 1, words);
    let hint = "leave `--retracts 2.0` out; what 3.0 says is taken back by `--retracts 3.0`";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    // Nobody was told of the first version.
    sandbox.refuses(&again("1.0"), 1, "version 1.0 has no notice that could be taken back");
    sandbox.release("2026-06-11", "2026-06-11", &["--retracts", "3.0"]);
    assert_eq!(sandbox.run(&["verify"]).status, 0);
    // A version is a text: without another one there is none to take the notice back.
    let ran = sandbox.refuses(&again("4.0"), 2, "nothing has changed since version 4.0");
    let hint = "a notice is taken back by a version that has another text";
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
}

#[test]
fn a_version_without_a_notice_can_be_called_off_before_its_day() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.set_days(30);
    let done = sandbox.release("2026-01-20", "2026-03-01", &["--retracts", "1.0"]);
    let told = "it replaces 1.0, announced for 2026-02-01: it will never be in force";
    assert_eq!(lines(&done, "replaces"), [told]);
    assert_eq!(lines(&done, "takes back"), [""; 0], "{}", done.stdout);
}

#[test]
fn pages_of_a_version_whose_folder_is_gone_do_not_vanish_in_silence() {
    let lost = "warning[lost-version]: there is no version 2.0 any more";
    let told = |sandbox: &Sandbox, more: &[&str]| {
        let ran = sandbox.run(&[&["generate", "--on", "2026-07-01"], more].concat());
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    let sandbox = announced();
    told(&sandbox, &[]);
    let is_there = || sandbox.at("dist/site/app/en/privacy/2.0/index.html").exists();
    assert!(is_there());
    let undo = || std::fs::remove_dir_all(sandbox.at(VERSIONS).join("2.0")).expect("removed");
    undo();
    let first = told(&sandbox, &[]);
    assert_eq!(first.matches(lost).count(), 1, "{first}");
    assert!(first.contains("policies/privacy/versions/2.0"), "{first}");
    assert!(!is_there());
    // It is told once: afterwards nothing is removed.
    assert!(!told(&sandbox, &[]).contains("lost-version"));
    // A version that no page was made of may go as it came.
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    undo();
    assert!(!told(&sandbox, &[]).contains("lost-version"));
    // Neither a draft nor an address that is new makes a version go.
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    told(&sandbox, &[]);
    assert!(!told(&sandbox, &["--draft"]).contains("lost-version"));
    told(&sandbox, &[]);
    sandbox.edit(support::POLICY, "{product}/", "legal/{product}/");
    let first = told(&sandbox, &[]);
    assert!(!first.contains("lost-version"), "{first}");
    // That is told by itself, once.
    let moved = "warning[moved-page]: the pages in `en` moved from `app/en/privacy` to \
                 `legal/app/en/privacy`, and those in another language\n";
    assert_eq!(first.matches(moved).count(), 1, "{first}");
    sandbox.edit("locales/ru/privacy.ftl", "Что", "О том, что");
    assert!(!told(&sandbox, &[]).contains("moved-page"));
    // Who wants to be stopped is stopped, before anything is removed.
    sandbox.write(
        "ereje.toml",
        sandbox.read("ereje.toml")
            + "\n[lints.lost-version]\nlevel = \"error\"\nreason = \"published\"\n",
    );
    told(&sandbox, &[]);
    let before = sandbox.dist();
    undo();
    sandbox.run(&["generate", "--on", "2026-07-01"]).refused(1, "no version 2.0 any more");
    assert_eq!(sandbox.dist(), before);
}

#[test]
fn pages_of_a_policy_that_is_gone_do_not_vanish_in_silence() {
    let sandbox = announced();
    let plan = sandbox.read(support::POLICY);
    let plan = plan.replace("slug = \"privacy\"", "slug = \"other\"\npublished = 2026-01-10");
    for locale in ["en", "ru"] {
        let text = sandbox.read(&format!("locales/{locale}/privacy.ftl"));
        sandbox.write(&format!("locales/{locale}/other.ftl"), text);
    }
    let told = || {
        let ran = sandbox.run(&["generate", "--on", "2026-07-01"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    let add = || sandbox.write("policies/other/policy.toml", &plan);
    add();
    told();
    // What was never released may go as it came.
    sandbox.remove("policies/other");
    assert!(!told().contains("lost-version"));
    add();
    told();
    sandbox.remove("policies/privacy");
    let first = told();
    let lost = "there is no policy `privacy` any more, so the pages of its 2 versions are removed";
    assert_eq!(first.matches(lost).count(), 1, "{first}");
    assert_eq!(first.matches("warning[lost-version]").count(), 1, "{first}");
    assert!(first.contains("--> policies/privacy\n"), "{first}");
    assert!(!told().contains("lost-version"));
}

#[test]
fn the_serial_of_a_product_does_not_fall_in_silence() {
    let told = |sandbox: &Sandbox| {
        let ran = sandbox.run(&["generate", "--on", "2026-07-01"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let index = sandbox.read("dist/app/app/notices.json");
        let index: serde_json::Value = serde_json::from_str(&index).expect("JSON");
        (index["serial"].as_u64().expect("a number"), ran.stderr)
    };
    let two = || {
        let sandbox = announced();
        let plan = sandbox.read(support::POLICY).replace("slug = \"privacy\"", "slug = \"other\"");
        sandbox.write("policies/other/policy.toml", plan);
        for locale in ["en", "ru"] {
            let text = sandbox.read(&format!("locales/{locale}/privacy.ftl"));
            sandbox.write(&format!("locales/{locale}/other.ftl"), text);
        }
        let released = sandbox.run(&[
            "release",
            "other",
            "--published",
            "2026-05-01",
            "--effective",
            "2026-05-01",
        ]);
        assert_eq!(released.status, 0, "{}", released.stderr);
        assert_eq!(told(&sandbox).0, 3);
        sandbox
    };
    let lines = [
        "warning[falling-serial]: `serial` of app/app/notices.json falls from 3 to 1",
        "put `app = 2` into `[former-versions]` of ereje.toml",
    ];
    let moves: [fn(&Sandbox); 2] = [
        |sandbox| sandbox.remove("policies/privacy"),
        |sandbox| sandbox.edit(support::POLICY, "product = \"app\"", "product = \"game\""),
    ];
    for gone in moves {
        let sandbox = two();
        gone(&sandbox);
        let (serial, said) = told(&sandbox);
        assert_eq!(serial, 1);
        assert!(lines.iter().all(|line| said.contains(line)), "{said}");
        let settings = sandbox.read("ereje.toml");
        sandbox.write("ereje.toml", format!("{settings}\n[former-versions]\napp = 2\n"));
        let (serial, said) = told(&sandbox);
        assert_eq!(serial, 3);
        assert!(!said.contains("falling-serial"), "{said}");
        // Who counts them in time is told nothing.
        let sandbox = two();
        gone(&sandbox);
        sandbox.write("ereje.toml", format!("{settings}\n[former-versions]\napp = 2\n"));
        let (serial, said) = told(&sandbox);
        assert_eq!(serial, 3);
        assert!(!said.contains("falling-serial"), "{said}");
    }
}

#[test]
fn an_announced_change_can_be_called_off_with_the_text_in_force() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let in_force = ["en", "ru"].map(|locale| {
        let path = format!("locales/{locale}/privacy.ftl");
        (sandbox.read(&path), path)
    });
    sandbox.set_days(30);
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    for (text, path) in &in_force {
        sandbox.write(path, text);
    }
    let dry = dry_run(&sandbox, "2026-05-10", "2026-06-01", &["--retracts", "2.0"]);
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    let weight = "  at least      editorial: nothing that weighs more changed";
    assert_eq!(lines(&dry, "at least"), [weight]);
    assert_eq!(lines(&dry, "takes back").len(), 1, "{}", dry.stdout);
}

#[test]
fn a_clause_that_only_has_another_name_is_the_same_to_readers() {
    let sandbox = Sandbox::new();
    sandbox.edit(support::POLICY, "id = \"use\"", "id = \"use\"\ntopics = [\"contact\"]");
    sandbox.release("2026-01-10", "2026-01-10", &[]);
    sandbox.edit(support::POLICY, "id = \"use\"", "id = \"aim\"");
    for file in ["locales/en/privacy.ftl", "locales/ru/privacy.ftl"] {
        let text = sandbox.read(file);
        sandbox.write(file, text.replace("\nuse", "\naim"));
    }
    sandbox.generate();
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    sandbox.generate();
    let page = |path: &str| sandbox.read(&format!("dist/site/app/en/privacy/{path}/index.html"));
    let redline = page("changes/1.0-1.1");
    assert!(redline.contains("The same: ") && !redline.contains("class=\"change"));
    assert!(!redline.contains("_sides"), "{redline}");
    let history = page("changes");
    assert!(history.contains("The same: ") && !history.contains("Other words:"));
    let log = sandbox.run(&["log", "privacy", "--locale", "en"]).stdout;
    assert!(log.contains("The same: ") && !log.contains("aim"), "{log}");
    // Nor does an app tell of it, by an address that leads to nothing.
    let notice = sandbox.read("dist/app/app/notices/privacy/1.1.json");
    let notice: serde_json::Value = serde_json::from_str(&notice).expect("JSON");
    let notice = &notice["notice"];
    assert_eq!(notice["locales"]["en"]["changes"], serde_json::json!([]));
    assert_eq!(notice["topics"], serde_json::json!([]));
}

#[test]
fn apps_know_the_version_in_force_while_another_one_is_announced() {
    let notices = |sandbox: &Sandbox, path: &str| {
        assert_eq!(sandbox.run(&["generate", "--on", "2026-05-02"]).status, 0);
        let index: serde_json::Value =
            serde_json::from_str(&sandbox.read(&format!("dist/app/app/{path}"))).expect("JSON");
        index["notices"].as_array().expect("a list").clone()
    };
    let sandbox = announced();
    // Its own notice is over: nobody is told of it, and who begins begins with it.
    for path in ["notices.json", "ru/notices.json"] {
        let all = notices(&sandbox, path);
        let versions: Vec<_> = all.iter().map(|one| one["version"].as_str()).collect();
        assert_eq!(versions, [Some("1.0"), Some("2.0")]);
        let one = &all[0];
        assert_eq!(one["locales"].as_object().map(serde_json::Map::len), Some(0), "{one}");
        assert!(one["ack-key"].is_string() && one["clauses"]["use"].is_string(), "{one}");
        assert_ne!(one["ack-key"], all[1]["ack-key"]);
    }
    // Where nothing is announced, nobody needs it.
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-05-01", &[]);
    let all = notices(&sandbox, "notices.json");
    assert_eq!(all.len(), 1, "{all:?}");
}
