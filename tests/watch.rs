//! `watch`: each change is generated, mistakes are told, an interrupt leaves
//! everything whole.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use support::{Sandbox, ereje};

/// A running `watch`, and the lines that it prints.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(sandbox: &Sandbox) -> Watch {
        let mut command = ereje();
        command.current_dir(sandbox.path()).arg("watch");
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ereje runs");
        let (sender, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("a pipe")),
            Box::new(child.stderr.take().expect("a pipe")),
        ];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                let lines = BufReader::new(stream).lines().map_while(Result::ok);
                lines.for_each(|line| drop(sender.send(line)));
            });
        }
        Watch { child, lines }
    }

    /// Waits for a line with these words.
    fn tells(&self, words: &str) -> String {
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

    /// Nothing more is told for a while.
    fn rests(&self) {
        let more = self.lines.recv_timeout(Duration::from_millis(1500));
        assert!(more.is_err(), "{more:?}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn each_change_is_generated_until_an_interrupt() {
    let sandbox = Sandbox::new();
    let mut watch = Watch::start(&sandbox);
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

    if cfg!(unix) {
        let id = watch.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().expect("kill runs");
        assert!(sent.success());
    } else {
        watch.child.kill().expect("killed");
    }
    watch.child.wait().expect("it ends");
    assert!(sandbox.generate().stdout.starts_with("nothing changed"));
}

#[test]
fn what_keeps_the_first_run_from_working_ends_it() {
    let sandbox = Sandbox::new();
    sandbox.run(&["watch", "--policy", "nothing"]).refused(2, "there is no policy `nothing`");
    sandbox.remove("ereje.toml");
    sandbox.run(&["watch"]).refused(2, "there is no ereje.toml");
}
