//! Profiles: what laws ask of a change before it takes effect.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{POLICY, Ran, Sandbox, VERSIONS, ereje};

/// A workspace with version 1.0 and a material change, and these lines in
/// `[notice]`.
fn with(notice: &str) -> Sandbox {
    let sandbox = Sandbox::after_one();
    sandbox.edit(POLICY, "[facts]", &format!("[notice]\n{notice}\n\n[facts]"));
    sandbox
}

fn release(effective: &'static str) -> [&'static str; 6] {
    // A Sunday.
    ["release", "privacy", "--published", "2026-11-01", "--effective", effective]
}

#[test]
fn a_change_waits_for_the_longest_period_that_is_asked_for() {
    let sandbox = with("profiles = [\"cn-ecommerce\", \"eu-p2b\"]\ndays = 10");
    let words = "may take effect on 2026-11-17 at the earliest, not on 2026-11-16: the profile \
                 `eu-p2b` asks for 15 full days (Regulation (EU) 2019/1150, Article 3(2))";
    let ran = sandbox.refuses(&release("2026-11-16"), 1, words);
    assert!(ran.stderr.contains("error[notice-too-short]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("give `--effective 2026-11-17`"), "{}", ran.stderr);
    let dry = sandbox.run(&[&release("2026-11-20")[..], &["--dry-run"]].concat());
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    assert!(
        dry.stdout.contains("not before    2026-11-17: the profile `eu-p2b`"),
        "{}",
        dry.stdout
    );
    sandbox.release("2026-11-01", "earliest", &[]);
    let version = sandbox.read(&format!("{VERSIONS}/2.0/version.toml"));
    assert!(version.contains("\neffective = 2026-11-17\n"), "{version}");
}

#[test]
fn the_policy_may_ask_for_more_than_any_law() {
    let sandbox = with("profiles = [\"cn-ecommerce\"]\ndays = 30");
    let words = "may take effect on 2026-12-01 at the earliest, not on 2026-11-30: the policy \
                 itself asks for 30 days (`notice.days`)";
    sandbox.refuses(&release("2026-11-30"), 1, words);
    // An editorial change waits for nobody.
    let same = ["--severity", "editorial", "--reason", "asked", "--action", "none"];
    let ran = sandbox.run(&[&release("2026-11-01")[..], &same, &["--dry-run"]].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(!ran.stdout.contains("not before"), "{}", ran.stdout);
}

#[test]
fn a_first_version_waits_for_nothing() {
    let sandbox = Sandbox::new();
    sandbox.edit(POLICY, "[facts]", "[notice]\nprofiles = [\"cn-ecommerce\"]\n\n[facts]");
    sandbox.release("2026-11-01", "earliest", &[]);
    let version = sandbox.read(&format!("{VERSIONS}/1.0/version.toml"));
    assert!(version.contains("\neffective = 2026-11-01\n"), "{version}");
}

#[test]
fn an_exception_is_recorded() {
    let sandbox = with("profiles = [\"eu-p2b\"]");
    let blank = [&release("2026-11-02")[..], &["--short-notice", " "]].concat();
    sandbox.refuses(&blank, 1, "at the earliest");
    let why = "Article 3(4)(b): accounts were being taken over";
    sandbox.release("2026-11-01", "2026-11-02", &["--short-notice", why]);
    let version = sandbox.read(&format!("{VERSIONS}/2.0/version.toml"));
    assert!(version.contains(&format!("\nshort-notice = \"{why}\"\n")), "{version}");
    assert_eq!(sandbox.run(&["verify"]).status, 0);
}

#[test]
fn a_change_that_a_notice_is_owed_of_is_not_released_without_one() {
    let silent = [&release("2026-11-09")[..], &["--action", "none"]].concat();
    let sandbox = with("profiles = [\"cn-ecommerce\"]");
    let words = "readers would get no notice of a material change: the profile `cn-ecommerce`";
    sandbox.refuses(&silent, 1, words);
    // What is promised is promised by the text that readers have now.
    let sandbox = Sandbox::new();
    sandbox.edit(POLICY, "id = \"use\"", "id = \"use\"\npromises = [\"main-page-notice\"]");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.set_days(30);
    sandbox.edit(POLICY, "\npromises = [\"main-page-notice\"]", "");
    let words = "the clause `use` promises one on the main page";
    let ran = sandbox.refuses(&silent, 1, words);
    assert!(ran.stderr.contains("error[unannounced-change]"), "{}", ran.stderr);
    let sandbox = with("");
    sandbox.release("2026-11-01", "2026-11-09", &["--action", "none"]);
}

#[test]
fn a_file_adds_a_profile() {
    let sandbox = with("profiles = [\"utopia\"]");
    let check = |sandbox: &Sandbox| sandbox.run(&["check"]);
    check(&sandbox).refused(1, "there is no profile `utopia`");
    sandbox.write("profiles/utopia.toml", "name = \"Shops\"\n");
    let ran = check(&sandbox);
    assert!(ran.stderr.contains("`citation` is missing"), "{}", ran.stderr);
    let sound = "name = \"Shops (Utopia)\"\ncitation = \"Act 12\"\ntext-of = 2020-02-29\n\
                 concerns = \"shops\"\nasks = [\"a month of notice\"]\ntopics = [\"rights\"]\n\
                 notice-for = [\"material\"]\n[period]\ndays = 31\n";
    sandbox.write("profiles/utopia.toml", sound);
    let ran = check(&sandbox);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("no clause is about `rights`"), "{}", ran.stderr);
    sandbox.refuses(&release("2026-11-20"), 1, "the profile `utopia` asks for 31 days (Act 12)");
    sandbox.write("profiles/utopia.toml", b"\xff\xfe");
    check(&sandbox).refused(1, "UTF-16");
    sandbox.write("profiles/u topia.toml", sound);
    assert!(check(&sandbox).stderr.contains("profiles/u topia.toml"));
}

#[test]
fn profiles_are_listed_with_their_sources() {
    let sandbox = with("profiles = [\"eu-p2b\"]");
    let all = sandbox.run(&["profiles"]);
    assert_eq!(all.status, 0, "{}", all.stderr);
    for words in [
        "eu-p2b: Online platforms",
        "Regulation (EU) 2019/1150, Article 3(2)",
        "applies to privacy",
        "no legal advice",
    ] {
        assert!(all.stdout.contains(words), "no “{words}” in {}", all.stdout);
    }
    let one = sandbox.run(&["profiles", "eu-p2b"]);
    assert!(one.stdout.contains("as of         2019-07-11"), "{}", one.stdout);
    let json = sandbox.run(&["profiles", "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        json.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let p2b = lines.iter().find(|one| one["profile"] == "eu-p2b").expect("listed");
    assert_eq!(p2b["period"]["days"], 15);
    assert_eq!(p2b["policies"], serde_json::json!(["privacy"]));
    sandbox.run(&["profiles", "eu-p2p"]).refused(2, "there is no profile `eu-p2p`");
    // Outside of a workspace those that are built in are known.
    let folder = support::TempDir::new().expect("a folder");
    let mut outside = ereje();
    outside.current_dir(folder.path()).arg("profiles");
    let ran = Ran::of(outside.output().expect("ereje runs"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("us-caloppa: "), "{}", ran.stdout);
}

#[test]
fn what_a_merge_hides_is_not_told_as_lacking() {
    let sandbox = with("profiles = [\"eu-gdpr\"]");
    assert!(sandbox.run(&["check"]).stderr.contains("warning[missing-topic]"));
    sandbox.edit(POLICY, "slug = ", "<<<<<<< HEAD\nslug = ");
    let told = sandbox.run(&["check"]).stderr;
    assert!(told.contains("error[merge-conflict]") && !told.contains("missing-topic"), "{told}");
}
