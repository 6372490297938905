//! An imported past is written whole or not at all: killed or hindered at any moment,
//! an import leaves a policy with all its versions or none, and the next one makes it.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{Ran, ereje, tree};

const IMPORT: [&str; 7] =
    ["import", "--policy", "privacy", "--locale", "en", "--history", "../past"];

/// A folder of dated pages, and beside it one for the workspace.
struct Place(tempfile::TempDir);

impl Place {
    fn new(revisions: usize) -> Place {
        let place = Place(tempfile::tempdir().expect("a folder"));
        let past = place.0.path().join("past");
        fs::create_dir_all(&past).expect("a folder");
        place.empty();
        for nth in 0..revisions {
            let (month, day) = (1 + nth / 28, 1 + nth % 28);
            let text = format!(
                "# Privacy\n\n## Data\n\nWe ask for your name and keep it for {nth} days.\n\n\
                 ## Words\n\n{}\n",
                "A clause that is long enough to take its time on a disk. ".repeat(40)
            );
            fs::write(past.join(format!("2020-{month:02}-{day:02}.md")), text).expect("a page");
        }
        place
    }

    fn workspace(&self) -> PathBuf {
        self.0.path().join("w")
    }

    fn empty(&self) {
        let _ = fs::remove_dir_all(self.workspace());
        fs::create_dir_all(self.workspace()).expect("a folder");
    }

    fn policy(&self) -> PathBuf {
        self.workspace().join("policies/privacy")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = ereje();
        command.current_dir(self.workspace()).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().expect("ereje runs"))
    }
}

#[test]
fn a_killed_import_leaves_the_whole_past_or_none() {
    let place = Place::new(30);
    let start = Instant::now();
    assert_eq!(place.run(&IMPORT).status, 0);
    let takes = start.elapsed();
    let (whole, policy) = (tree(&place.workspace()), tree(&place.policy()));
    assert!(policy.len() > 90, "{} files", policy.len());
    let stage = place.workspace().join("policies/.privacy.unfinished");
    let (mut torn, mut made, mut rounds) = (0, 0, 0_u32);
    // Where writing takes no time, it takes more rounds to catch a run at it.
    while rounds < 20 || torn == 0 && rounds < 200 {
        let round = rounds % 20;
        rounds += 1;
        place.empty();
        let mut command = place.command(&IMPORT);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("runs");
        if round % 2 == 0 {
            // Anywhere in the run.
            std::thread::sleep(takes.mul_f64(0.06).saturating_mul(round));
        } else {
            // While it is written.
            while !stage.exists() && child.try_wait().is_ok_and(|ended| ended.is_none()) {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_micros(u64::from(round * round) * 16));
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        torn += u32::from(stage.exists());
        if place.policy().exists() {
            made += 1;
            assert_eq!(tree(&place.policy()), policy, "round {round}");
            let ran = place.run(&["verify"]);
            assert_eq!(ran.status, 0, "round {round}: {}", ran.stderr);
        }
        let ran = place.run(&IMPORT);
        assert_eq!(ran.status, 0, "round {round}: {}", ran.stderr);
        let mut left = tree(&place.workspace());
        // A file that was begun beside its place, which nothing reads.
        let is_begun = |path: &str| path.rsplit('/').next().is_some_and(|n| n.starts_with('.'));
        left.retain(|path, _| whole.contains_key(path) || !is_begun(path));
        assert_eq!(left, whole, "round {round}");
        assert!(!stage.exists(), "round {round}");
    }
    eprintln!("of {rounds} runs {torn} were killed while files were written, {made} afterwards");
    assert!(torn > 0, "no run was caught while writing; the test shows nothing");
    assert!(made < rounds, "every run ended before it was killed; the test shows nothing");
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_one_sentence_and_no_policy() {
    let place = Place::new(5);
    let mut refused = 0;
    // The system refuses to let any file grow beyond so many halves of a KiB.
    for most in 0..20 {
        let script = format!(
            "trap '' XFSZ; ulimit -f {most}; exec '{}' {}",
            env!("CARGO_BIN_EXE_ereje"),
            IMPORT.join(" ")
        );
        let mut sh = Command::new("sh");
        sh.args(["-c", &script]).current_dir(place.workspace());
        let ran = Ran::of(sh.output().expect("sh"));
        if ran.status == 0 {
            break;
        }
        refused += 1;
        ran.refused(2, "can not write");
        let left = fs::read_dir(place.workspace()).expect("a folder").count();
        assert_eq!(left, 0, "files of at most {most} halves of a KiB: something is left");
    }
    assert!(refused > 1, "every file fitted; the test shows nothing");
    place.empty();
    assert_eq!(place.run(&IMPORT).status, 0);
    assert_eq!(place.run(&["verify"]).status, 0);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new(2);
    let mode = |mode| {
        fs::set_permissions(place.workspace(), fs::Permissions::from_mode(mode)).expect("changed");
    };
    mode(0o555);
    let is_bound = fs::write(place.workspace().join("probe"), "").is_err();
    let ran = place.run(&IMPORT);
    mode(0o755);
    if !is_bound {
        // The administrator may write anywhere.
        let _ = writeln!(std::io::stderr(), "\nSKIPPED: an administrator may write anywhere");
        return;
    }
    ran.refused(2, "permission denied");
    assert_eq!(fs::read_dir(place.workspace()).expect("a folder").count(), 0);
    assert_eq!(place.run(&IMPORT).status, 0);
}

#[test]
fn a_past_that_somebody_took_apart_is_made_whole_and_another_one_is_left_alone() {
    let place = Place::new(3);
    assert_eq!(place.run(&IMPORT).status, 0);
    let whole = tree(&place.workspace());
    for path in ["policy.toml", "history.toml", "versions"] {
        let path = place.policy().join(path);
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.expect("removed");
        let ran = place.run(&IMPORT);
        assert_eq!(ran.status, 0, "{}: {}", path.display(), ran.stderr);
        assert_eq!(tree(&place.workspace()), whole, "{}", path.display());
    }
    assert!(place.run(&IMPORT).stdout.contains("has this past already"));
    for path in ["policy.toml", "history.toml", "versions/2020-01-02/en.toml"] {
        let path = place.policy().join(path);
        let before = fs::read(&path).expect("a file");
        fs::write(&path, "# other\n").expect("written");
        let other = tree(&place.workspace());
        place.run(&IMPORT).refused(2, "is there already with other text");
        assert_eq!(tree(&place.workspace()), other);
        fs::write(&path, before).expect("written");
    }
}
