//! Digests of versions that somebody kept: as long as one is found, that version and
//! all before it are as they were. Without one nobody can know that the newest
//! versions were not removed, since those before them are whole.

use ereje::diagnostic::Diagnostic;

use super::judge::Histories;

/// What a digest proves, or that it is of no version.
pub(super) fn find(digest: &str, histories: &Histories) -> Result<String, Diagnostic> {
    let sound = histories.iter().filter_map(|(policy, history)| Some((policy, history.as_ref()?)));
    for (policy, history) in sound {
        let names = history.releases().iter().map(|release| &release.version.version);
        for (before, name) in names.enumerate() {
            if history.sums(name) == Some(digest) {
                let all = match before {
                    0 => "it is as it was".to_owned(),
                    1 => "it and the version before it are as they were".to_owned(),
                    many => format!("it and the {many} versions before it are as they were"),
                };
                return Ok(format!("{policy}: {digest} is {name}; {all}"));
            }
        }
    }
    let message = format!("no version has the digest {digest}");
    let told = Diagnostic::error("kept-digest", "policies", message);
    Err(if histories.values().any(Option::is_none) {
        told.hint("mend what is told above first; a version that was touched has another digest")
    } else {
        told.hint(
            "the version was removed or released anew since the digest was kept, or is of another \
             workspace: bring its folder back from your history",
        )
    })
}
