//! `serve`: shows what was generated in a browser, on this machine alone, and again
//! whenever something that people edit has changed.

mod answer;
mod page;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::Server;

use crate::arguments::{GenerateArguments, ServeArguments};
use crate::failure::{Failure, reason};
use crate::{clock, generate, watch, workspace};

/// Where it is shown if nothing else is asked for.
const PORT: u16 = 8000;

/// How long a page waits for the next run before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs `serve`, which ends by an interrupt.
///
/// # Errors
/// A port that can not be had, and what keeps the first run from doing its work.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ServeArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let listener = listen(options.port)?;
    let options = options.watch.generate();
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("can not serve: {error}"));
    let port = listener.local_addr().map_err(|error| failed(&error))?.port();
    let server = Server::from_listener(listener, None).map_err(|error| failed(&error))?;
    let preview = Arc::new(Preview::of(&root, &options));
    errln!("serving {} at http://127.0.0.1:{port}/; Ctrl-C ends it", root.display());
    let shown = Arc::clone(&preview);
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let preview = Arc::clone(&shown);
            // A page that waits for the next run keeps no other one waiting.
            thread::spawn(move || answer::answer(request, &preview));
        }
    });
    watch::each_change(program, &root, &options, |went_well| {
        preview.ran(&root, &options, went_well);
    })
}

/// Takes a port, from this machine alone.
fn listen(port: Option<u16>) -> Result<TcpListener, Failure> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let taken = match port {
        Some(port) => (bind(port), port),
        None => (bind(PORT).or_else(|_| bind(0)), PORT),
    };
    taken.0.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            Failure::new(format!("another program uses the port {}", taken.1))
                .hint("name another one, or none to take any that is free")
        }
        _ => Failure::new(format!("can not use the port {}: {}", taken.1, reason(&error)))
            .hint("name another one, such as `--port 8000`"),
    })
}

/// What is shown, and which run made it.
pub(super) struct Preview {
    state: Mutex<State>,
    changed: Condvar,
}

/// How things stand after a run.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// When it ended, in milliseconds since 1970; none is the same as another one,
    /// be it of another process.
    pub(super) run: u64,
    /// Whether mistakes kept it from writing anything.
    pub(super) failed: bool,
    /// The folder with what was generated.
    pub(super) folder: PathBuf,
    /// The folder in there with the HTML site, if there is one.
    pub(super) html: Option<String>,
}

impl Preview {
    fn of(root: &Path, options: &GenerateArguments) -> Preview {
        let folders = generate::folders(root, options);
        // Settings that can not be read are a mistake that the first run will tell.
        let failed = folders.is_none();
        let (folder, html) = folders.unwrap_or_default();
        let state = State { run: 0, failed, folder, html };
        Preview { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Takes note of a run, and tells the pages that wait for one.
    fn ran(&self, root: &Path, options: &GenerateArguments, went_well: bool) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.run = (clock::now() / 1_000_000).max(state.run + 1);
        state.failed = !went_well;
        if let Some((folder, html)) = generate::folders(root, options) {
            (state.folder, state.html) = (folder, html);
        }
        drop(state);
        self.changed.notify_all();
    }

    pub(super) fn now(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for another run than one, or for as long as a browser is patient.
    pub(super) fn after(&self, run: u64) -> State {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(state, PATIENCE, |state| state.run == run);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}
