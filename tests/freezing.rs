//! A version is written whole or not at all: killed, disturbed or hindered at
//! any moment, a release leaves nothing that a reader could take for one.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{FIRST, Ran, Sandbox, VERSIONS, ereje, tree};

#[test]
fn a_killed_release_leaves_a_whole_version_or_none() {
    let sandbox = Sandbox::new();
    let start = Instant::now();
    assert_eq!(sandbox.run(&FIRST).status, 0);
    let takes = start.elapsed();
    let whole = sandbox.versions();
    let (mut torn, mut made) = (0, 0);
    let mut rounds = 0;
    // Where writing takes no time, it takes more rounds to catch a run at it.
    while rounds < 40 || torn == 0 && rounds < 400 {
        let round = rounds % 40;
        rounds += 1;
        sandbox.remove(VERSIONS);
        let mut command = ereje();
        command.current_dir(sandbox.path()).args(FIRST);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("runs");
        if round % 2 == 0 {
            // Anywhere in the run.
            std::thread::sleep(takes.mul_f64(0.03).saturating_mul(round));
        } else {
            // While the version is written.
            let stage = sandbox.at(VERSIONS).join(".1.0.unfinished");
            while !stage.exists() && child.try_wait().is_ok_and(|ended| ended.is_none()) {
                std::hint::spin_loop();
            }
            if round % 4 == 3 {
                std::thread::sleep(Duration::from_micros(u64::from(round * round)));
            }
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        let is_whole = sandbox.at(VERSIONS).join("1.0").exists();
        if is_whole {
            made += 1;
            assert_eq!(sandbox.versions(), whole, "round {round}");
        }
        let ran = sandbox.run(&["verify"]);
        assert_eq!(ran.status, 0, "round {round}: {}", ran.stderr);
        assert_eq!(ran.stdout.starts_with("privacy: 1 version,"), is_whole, "{}", ran.stdout);
        torn += u32::from(sandbox.entries().contains(".1.0.unfinished"));
        if !is_whole {
            assert_eq!(sandbox.run(&FIRST).status, 0, "round {round}");
            assert_eq!(sandbox.versions(), whole, "round {round}");
        }
        assert_eq!(sandbox.entries(), BTreeSet::from(["1.0".to_owned()]), "round {round}");
    }
    eprintln!(
        "of {rounds} runs {torn} were killed while the version was written, {made} afterwards"
    );
    assert!(torn > 0, "no run was caught while writing; the test shows nothing");
    assert!(made < rounds, "every run ended before it was killed; the test shows nothing");
}

#[test]
fn of_many_at_once_one_releases() {
    let sandbox = Sandbox::after_one();
    let arguments =
        ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let runs: Vec<_> = (0..6)
        .map(|_| {
            let mut command = ereje();
            command.current_dir(sandbox.path()).args(arguments);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ereje runs")
        })
        .collect();
    let runs = runs.into_iter().map(|run| Ran::of(run.wait_with_output().expect("ended")));
    let (done, refused): (Vec<Ran>, Vec<Ran>) = runs.partition(|ran| ran.status == 0);
    assert_eq!(done.len(), 1);
    assert!(done[0].stdout.contains("released privacy 2.0"), "{}", done[0].stdout);
    for ran in refused {
        ran.refused(2, "nothing has changed since version 2.0: there is nothing to release");
    }
    assert_eq!(sandbox.entries(), BTreeSet::from(["1.0".to_owned(), "2.0".to_owned()]));
    assert_eq!(sandbox.run(&["verify"]).status, 0);
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_one_sentence_and_no_version() {
    let sandbox = Sandbox::new();
    let mut refused = 0;
    // The system refuses to let any file grow beyond so many halves of a KiB.
    for most in 0..6 {
        let before = tree(sandbox.path());
        let script = format!(
            "trap '' XFSZ; ulimit -f {most}; exec '{}' {}",
            env!("CARGO_BIN_EXE_ereje"),
            FIRST.join(" ")
        );
        let mut sh = Command::new("sh");
        let ran =
            Ran::of(sh.args(["-c", &script]).current_dir(sandbox.path()).output().expect("sh"));
        if ran.status == 0 {
            break;
        }
        refused += 1;
        ran.refused(2, "can not write");
        assert_eq!(tree(sandbox.path()), before);
        assert_eq!(sandbox.entries(), BTreeSet::new());
        assert!(sandbox.run(&["verify"]).stdout.contains("no versions"));
    }
    assert!(refused > 1, "every file fitted; the test shows nothing");
    sandbox.remove(VERSIONS);
    assert_eq!(sandbox.run(&FIRST).status, 0);
    assert_eq!(sandbox.versions().len(), 4);
}

#[test]
fn a_place_that_is_taken_is_one_sentence() {
    let sandbox = Sandbox::new();
    sandbox.write(VERSIONS, "a file\n");
    sandbox.refuses(&FIRST, 1, "can not be read: not a directory");
    sandbox.remove(VERSIONS);
    sandbox.write(&format!("{VERSIONS}/1.0"), "a file\n");
    sandbox.refuses(&FIRST, 2, "1.0 is there already");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    let folder = sandbox.at("policies/privacy");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode));
    mode(0o555).expect("changed");
    let is_bound = fs::write(folder.join("probe"), "").is_err();
    let ran = sandbox.run(&FIRST);
    mode(0o755).expect("changed");
    if !is_bound {
        // The administrator may write anywhere.
        let _ = writeln!(std::io::stderr(), "\nSKIPPED: an administrator may write anywhere");
        return;
    }
    ran.refused(2, "permission denied");
    assert!(!ran.stderr.contains("--out"), "it has no such option: {}", ran.stderr);
    assert!(!sandbox.at(VERSIONS).exists());
    assert_eq!(sandbox.run(&FIRST).status, 0);
}
