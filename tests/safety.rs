//! Writing is safe: killed, disturbed or hindered at any moment, a run leaves
//! every file whole, and the next run finishes the work.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use support::{Sandbox, ereje};

/// A workspace whose output takes a while to write, and two texts for it.
fn large() -> Sandbox {
    let sandbox = Sandbox::new();
    let plan = sandbox.read("policies/privacy/policy.toml");
    for number in 0..40 {
        let id = format!("p{number}");
        sandbox.write(
            &format!("policies/{id}/policy.toml"),
            plan.replace("\"privacy\"", &format!("\"{id}\"")),
        );
        for locale in ["en", "ru"] {
            let text = sandbox.read(&format!("locales/{locale}/privacy.ftl"));
            sandbox.write(&format!("locales/{locale}/{id}.ftl"), text);
        }
    }
    sandbox
}

fn set_text(sandbox: &Sandbox, word: &str) {
    sandbox.write("locales/en/terms.ftl", format!("-app = {word}\n"));
    sandbox.write("locales/ru/terms.ftl", format!("-app = {word}\n"));
}

#[test]
fn a_killed_run_tears_nothing_and_the_next_one_finishes() {
    let sandbox = large();
    let mut whole: Vec<BTreeMap<String, Vec<u8>>> = Vec::new();
    let mut takes = Duration::ZERO;
    for word in ["One", "Other"] {
        set_text(&sandbox, word);
        let start = std::time::Instant::now();
        sandbox.generate();
        takes = start.elapsed();
        whole.push(sandbox.dist());
    }
    let mut interrupted = 0;
    for round in 0..60_u64 {
        let next = usize::try_from(round % 2).expect("small");
        set_text(&sandbox, ["One", "Other"][next]);
        let mut command = ereje();
        command.current_dir(sandbox.path()).arg("generate");
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        let mut child = command.spawn().expect("ereje runs");
        let step = u32::try_from(round).unwrap_or(0);
        if round % 3 == 0 {
            // Anywhere in the run.
            std::thread::sleep(takes.mul_f64(0.02).saturating_mul(step));
        } else {
            // While files move, which is soon over.
            let journal = sandbox.at("dist/.ereje/journal");
            while !journal.exists() && child.try_wait().is_ok_and(|ended| ended.is_none()) {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_micros(20).saturating_mul(step));
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        for (path, bytes) in sandbox.dist() {
            let sound = whole.iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(sound, "{path} is torn after {round}");
        }
        if sandbox.at("dist/.ereje/journal").exists() {
            interrupted += 1;
            let check = sandbox.run(&["generate", "--check"]);
            assert_eq!(check.status, 1);
            assert!(check.stdout.contains("interrupted"), "{}", check.stdout);
        }
        if round % 5 == 4 {
            sandbox.generate();
            assert_eq!(sandbox.dist(), whole[next], "round {round}");
            assert_eq!(sandbox.run(&["generate", "--check"]).status, 0);
            assert!(!sandbox.at("dist/.ereje/journal").exists());
        }
    }
    eprintln!("{interrupted} of 60 runs were killed while files moved");
    assert!(interrupted > 0, "no run was caught while files moved; the test shows nothing");
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let sandbox = large();
    let runs: Vec<_> = (0..6)
        .map(|_| {
            let mut command = ereje();
            command.current_dir(sandbox.path()).arg("generate");
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            command.spawn().expect("ereje runs")
        })
        .collect();
    for run in runs {
        let output = run.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(sandbox.run(&["generate", "--check"]).status, 0);
}

#[test]
fn what_no_longer_belongs_goes_and_what_is_not_ours_stays() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox.write("dist/site/CNAME", "example.com\n");
    sandbox.write("dist/site/app/ru/privacy/mine.html", "mine\n");
    sandbox.edit("policies/privacy/policy.toml", "slug = \"privacy\"", "slug = \"data\"");
    sandbox.generate();
    assert!(sandbox.at("dist/site/app/ru/data/index.html").exists());
    assert!(!sandbox.at("dist/site/app/ru/privacy/index.html").exists());
    assert!(!sandbox.at("dist/site/app/en/privacy").exists(), "empty folders go too");
    assert_eq!(sandbox.read("dist/site/CNAME"), "example.com\n");
    assert_eq!(sandbox.read("dist/site/app/ru/privacy/mine.html"), "mine\n");
}

#[test]
fn a_file_that_was_edited_since_is_not_removed() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox.write("dist/text/app/ru/privacy.txt", "my notes\n");
    sandbox.edit("policies/privacy/policy.toml", "slug = \"privacy\"", "slug = \"data\"");
    let ran = sandbox.generate();
    assert!(ran.stderr.contains("kept") && ran.stderr.contains("privacy.txt"), "{}", ran.stderr);
    assert_eq!(sandbox.read("dist/text/app/ru/privacy.txt"), "my notes\n");
}

#[test]
fn somebody_else_s_file_is_never_overwritten() {
    let sandbox = Sandbox::new();
    sandbox.write("dist/site/index.html", "my page\n");
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did not write it"), "{}", ran.stderr);
    assert_eq!(sandbox.dist().len(), 1);
    assert_eq!(sandbox.read("dist/site/index.html"), "my page\n");
}

#[test]
fn an_edited_or_lost_output_is_made_again() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let before = sandbox.dist();
    sandbox.write("dist/site/app/ru/privacy/index.html", "edited\n");
    sandbox.remove("dist/text/app/en/privacy.txt");
    let check = sandbox.run(&["generate", "--check"]);
    assert_eq!(check.status, 1);
    assert_eq!(
        check.stdout,
        "different: site/app/ru/privacy/index.html\nmissing: text/app/en/privacy.txt\n"
    );
    sandbox.generate();
    assert_eq!(sandbox.dist(), before);
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let times = |sandbox: &Sandbox| -> Vec<_> {
        let files = sandbox.dist().into_keys();
        files
            .map(|path| fs::metadata(sandbox.at("dist").join(path)).and_then(|m| m.modified()).ok())
            .collect()
    };
    let before = times(&sandbox);
    assert!(sandbox.generate().stdout.starts_with("nothing changed"));
    let text = sandbox.read("locales/ru/privacy.ftl");
    sandbox.write("locales/ru/privacy.ftl", text);
    sandbox.generate();
    assert_eq!(times(&sandbox), before);
}

#[test]
fn one_change_writes_one_page() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox.edit("locales/ru/privacy.ftl", "Зачем", "Для чего");
    let ran = sandbox.generate();
    assert!(ran.stdout.starts_with("wrote 4 files"), "{}", ran.stdout);
    assert!(sandbox.read("dist/text/app/ru/privacy.txt").contains("Для чего"));
}

#[test]
fn a_run_for_one_locale_leaves_the_others() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let before = sandbox.dist();
    sandbox.edit("locales/ru/privacy.ftl", "Зачем", "Для чего");
    sandbox.edit("locales/en/privacy.ftl", "Why", "How");
    let ran = sandbox.run(&["generate", "--locale", "ru"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let after = sandbox.dist();
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert_eq!(after["text/app/en/privacy.txt"], before["text/app/en/privacy.txt"]);
    assert_ne!(after["text/app/ru/privacy.txt"], before["text/app/ru/privacy.txt"]);
    let ran = sandbox.generate();
    assert!(ran.stdout.starts_with("wrote 4 files"), "the other locale alone: {}", ran.stdout);
    assert!(sandbox.read("dist/text/app/en/privacy.txt").contains("How App"));
    assert_eq!(sandbox.run(&["generate", "--locale", "kk"]).status, 2);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_leads_nowhere() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::new();
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(sandbox.at("dist")).expect("made");
    symlink(elsewhere.path(), sandbox.at("dist/site")).expect("linked");
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("symbolic link"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(elsewhere.path()).expect("read").count(), 0);

    // A link in the place of a file is replaced, not followed.
    let sandbox = Sandbox::new();
    sandbox.generate();
    let target = elsewhere.path().join("target");
    fs::write(&target, "theirs\n").expect("written");
    let page = sandbox.at("dist/text/app/ru/privacy.txt");
    fs::remove_file(&page).expect("removed");
    symlink(&target, &page).expect("linked");
    sandbox.generate();
    assert_eq!(fs::read_to_string(&target).expect("read"), "theirs\n");
    assert!(fs::symlink_metadata(&page).expect("there").is_file());
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_one_sentence_and_nothing_is_lost() {
    let sandbox = large();
    set_text(&sandbox, "One");
    sandbox.generate();
    let before = sandbox.dist();
    set_text(&sandbox, "Other");
    // The system refuses to let any file grow beyond 4 KiB.
    let script =
        format!("trap '' XFSZ; ulimit -f 8; exec '{}' generate", env!("CARGO_BIN_EXE_ereje"));
    let output = std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(sandbox.path())
        .output()
        .expect("sh runs");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert_eq!(stderr.lines().filter(|line| line.starts_with("error")).count(), 1, "{stderr}");
    assert_eq!(sandbox.dist(), before);
    sandbox.generate();
    assert_ne!(sandbox.dist(), before);
}

#[test]
fn a_folder_that_can_not_be_made_is_one_sentence() {
    let sandbox = Sandbox::new();
    sandbox.write("taken", "a file\n");
    let ran = sandbox.run(&["generate", "--out", "taken/dist"]);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.stderr.lines().filter(|line| line.starts_with("error")).count(),
        1,
        "{}",
        ran.stderr
    );
}
