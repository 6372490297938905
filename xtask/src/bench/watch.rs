//! A program that may be stopped: its time to the microsecond, and what it told.

use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How a program ended.
pub(super) enum Ended {
    /// By itself, after this time, with this on its standard output.
    Well { time: Duration, told: Vec<u8> },
    /// It took too long and was stopped.
    Over,
}

/// Runs a program, which may end with 0 or, as those do that found a
/// difference, with 1.
pub(super) fn watch(
    mut command: Command,
    input: Option<String>,
    limit: Duration,
) -> io::Result<Ended> {
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    let start = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    // Each pipe has a thread of its own: a full one would stop the program.
    if let (Some(mut stdin), Some(input)) = (child.stdin.take(), input) {
        // One that ended has said so by its status.
        std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    }
    let (sender, told) = mpsc::channel();
    if let Some(mut stdout) = child.stdout.take() {
        std::thread::spawn(move || {
            let mut text = Vec::new();
            // After the limit nobody listens any more.
            drop(sender.send(stdout.read_to_end(&mut text).map(|_| text)));
        });
    }
    let mut stderr = child.stderr.take();
    let complaint = std::thread::spawn(move || {
        let mut text = Vec::new();
        drop(stderr.as_mut().map(|stderr| stderr.read_to_end(&mut text)));
        text
    });
    let Ok(told) = told.recv_timeout(limit) else {
        child.kill()?;
        child.wait()?;
        return Ok(Ended::Over);
    };
    let status = child.wait()?;
    let time = start.elapsed();
    if matches!(status.code(), Some(0 | 1)) {
        let told = told?;
        // A script that failed ends with 1 too, and tells nothing.
        let complaint = complaint.join().unwrap_or_default();
        if told.is_empty() && !complaint.is_empty() {
            return Err(failed(&command, &complaint));
        }
        return Ok(Ended::Well { time, told });
    }
    Err(failed(&command, &complaint.join().unwrap_or_default()))
}

fn failed(command: &Command, complaint: &[u8]) -> io::Error {
    let complaint: String = String::from_utf8_lossy(complaint).chars().take(2000).collect();
    io::Error::other(format!("{} failed:\n{complaint}", command.get_program().display()))
}
