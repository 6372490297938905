//! What keeps a command from doing its work at all, told in one sentence.

use std::io;
use std::path::Path;

/// Why a command could not be carried out; the exit status is 2.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), hint: None }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hint = Some(hint.into());
        self
    }

    /// A file that could not be read or written.
    pub(crate) fn io(doing: &str, path: &Path, error: &io::Error) -> Failure {
        let failure =
            Failure::new(format!("can not {doing} {}: {}", path.display(), reason(error)));
        match error.kind() {
            io::ErrorKind::StorageFull => failure.hint("free some space and run it again"),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                failure.hint("change its permissions, or work in another folder")
            }
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                failure.hint("a file stands where a folder has to be; name another folder")
            }
            _ => failure,
        }
    }
}

/// What the system says, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.clone(), |(words, _)| words.to_lowercase())
}
