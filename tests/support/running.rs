//! A command that goes on until somebody ends it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::{Sandbox, ereje};

/// A command that runs until it is ended, and the lines that it prints.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    pub(crate) fn start(sandbox: &Sandbox, arguments: &[&str]) -> Running {
        let mut command = ereje();
        command.current_dir(sandbox.path()).args(arguments);
        // Both streams are one, so that lines come in the order in which they are told.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        command.stdout(writer.try_clone().expect("a pipe")).stderr(writer);
        let child = command.spawn().expect("ereje runs");
        let (sender, lines) = channel();
        thread::spawn(move || {
            let lines = BufReader::new(reader).lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
        Running { child, lines }
    }

    /// Waits for a line with these words.
    pub(crate) fn tells(&self, words: &str) -> String {
        let mut all = String::new();
        while let Ok(line) = self.lines.recv_timeout(Duration::from_secs(60)) {
            if line.contains(words) {
                return line;
            }
            all.push_str(&line);
            all.push('\n');
        }
        panic!("no “{words}” in: {all}");
    }

    /// Ends it as Ctrl-C does.
    pub(crate) fn interrupt(&mut self) {
        if cfg!(unix) {
            let id = self.child.id().to_string();
            // What a shell starts in the background is not interrupted, nor what that starts.
            let signal = if ignores_interrupts(&id) { "-TERM" } else { "-INT" };
            let sent = Command::new("kill").args([signal, &id]).status().expect("kill runs");
            assert!(sent.success());
        } else {
            self.child.kill().expect("killed");
        }
        self.child.wait().expect("it ends");
    }

    /// Nothing more is told for a while.
    pub(crate) fn rests(&self) {
        let more = self.lines.recv_timeout(Duration::from_millis(1500));
        assert!(more.is_err(), "{more:?}");
    }
}

/// Whether a process was started to ignore the second signal, as Linux tells it.
fn ignores_interrupts(id: &str) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask & 0b10 != 0)
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
