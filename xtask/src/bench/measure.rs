//! Running a program and taking its time and memory.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    pub(super) time: Duration,
    /// The most memory it had, in KiB; 0 where the system does not tell.
    pub(super) peak: u64,
}

/// Runs a program to its end, which must be a good one.
pub(super) fn run(command: &mut Command) -> io::Result<Taken> {
    run_to(command, &[0])
}

/// Runs a program to its end, with one of these statuses.
pub(super) fn run_to(command: &mut Command, good: &[i32]) -> io::Result<Taken> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    // Read as it comes: a full pipe would stop the program for ever.
    let told = child.stderr.take().map(|mut stderr| {
        std::thread::spawn(move || {
            let mut told = Vec::new();
            stderr.read_to_end(&mut told).map(|_| told)
        })
    });
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        // The kernel's own high-water mark, so that a look now and then is enough.
        peak = peak.max(high_water(&status));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let time = start.elapsed();
    if ended.code().is_some_and(|code| good.contains(&code)) {
        return Ok(Taken { time, peak });
    }
    let told = told.and_then(|told| told.join().ok()).transpose()?.unwrap_or_default();
    let told: String = String::from_utf8_lossy(&told).chars().take(2000).collect();
    Err(io::Error::other(format!("{} failed:\n{told}", command.get_program().display())))
}

fn high_water(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// The middle one of several runs, by time, with the most memory of any.
pub(super) fn middle(mut taken: Vec<Taken>) -> Taken {
    taken.sort_by_key(|taken| taken.time);
    let peak = taken.iter().map(|taken| taken.peak).max().unwrap_or(0);
    let time = taken.get(taken.len() / 2).map_or(Duration::ZERO, |taken| taken.time);
    Taken { time, peak }
}

/// The quickest of several runs, with the most memory of any.
pub(super) fn quickest(taken: &[Taken]) -> Taken {
    let peak = taken.iter().map(|taken| taken.peak).max().unwrap_or(0);
    let time = taken.iter().map(|taken| taken.time).min().unwrap_or_default();
    Taken { time, peak }
}

/// How many times as long as `to` something took.
pub(super) fn ratio(time: Duration, to: Duration) -> f64 {
    time.as_secs_f64() / to.as_secs_f64().max(1e-9)
}

/// A goal that is met from below.
pub(super) fn at_most(value: f64, goal: f64) -> String {
    format!("(goal ≤ {goal}: {})", if value <= goal { "met" } else { "NOT met" })
}

/// A goal that is met from above.
pub(super) fn at_least(value: f64, goal: f64) -> String {
    format!("(goal ≥ {goal}: {})", if value >= goal { "met" } else { "NOT met" })
}

/// Removes a folder, if it is there.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A folder that is gone when it is dropped.
pub(super) struct Scratch(pub(super) std::path::PathBuf);

impl Scratch {
    /// Makes a folder in `parent`.
    pub(super) fn new(parent: &Path) -> io::Result<Scratch> {
        let folder = parent.join(format!("ereje-bench-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nothing can be done about it here, and the folder's name says whose it is.
        let _ = remove(&self.0);
    }
}
