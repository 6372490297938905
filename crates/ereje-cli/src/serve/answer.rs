//! What a browser is answered: files of the output folder, and nothing else.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response};

use super::{Preview, State, page};

/// Where a page asks for the next run.
const NEXT: &str = "/.ereje/preview";

/// What is sent.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    /// The type of the content.
    kind: &'static str,
    bytes: Vec<u8>,
    /// Where to look instead.
    place: Option<String>,
}

/// Answers a request.
pub(super) fn answer(request: Request, preview: &Preview) {
    let made = to(&request, preview);
    let response = Response::from_data(made.bytes).with_status_code(made.status);
    let headers = [
        ("Content-Type", made.kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let place = made.place.as_deref().map(|place| ("Location", place));
    let headers = headers.into_iter().chain(place);
    let headers = headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    // A browser that is gone is nobody to tell anything.
    let _ = request.respond(headers.fold(response, Response::with_header));
}

fn to(request: &Request, preview: &Preview) -> Answer {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    if !host.is_some_and(|host| is_here(host.value.as_str())) {
        // A page of another host, whose name was made to lead here.
        return Answer::words(403, "This preview is for this machine alone.\n");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Answer::words(405, "Nothing can be sent here.\n");
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    if path == NEXT {
        let run = query.strip_prefix("after=").and_then(|run| run.parse().ok());
        let State { run, failed, .. } = preview.after(run.unwrap_or_default());
        let text = format!("{{\"run\":{run},\"failed\":{failed}}}\n");
        return Answer { kind: "application/json", ..Answer::words(200, &text) };
    }
    of(path, &preview.now())
}

/// Whether a name of a host is one of this machine for itself.
fn is_here(host: &str) -> bool {
    let is_port = |rest: &str| {
        rest.strip_prefix(':').map_or(rest.is_empty(), |port| port.parse::<u16>().is_ok())
    };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|name| host.strip_prefix(name).is_some_and(is_port))
}

/// What there is at a path.
fn of(path: &str, state: &State) -> Answer {
    if path == "/" {
        return match &state.html {
            Some(html) => Answer::elsewhere(format!("/{html}/")),
            None if state.failed => Answer::missing(state),
            None => Answer::note("There are no pages: ereje.toml switches them off.", state),
        };
    }
    let Some(file) = inside(path, &state.folder) else { return Answer::missing(state) };
    if !path.ends_with('/') && file.is_dir() {
        return Answer::elsewhere(format!("{path}/"));
    }
    let file = if path.ends_with('/') { file.join("index.html") } else { file };
    match read(&file, &state.folder) {
        Some(bytes) => Answer::file(&file, bytes, state),
        None => Answer::missing(state),
    }
}

/// The place in a folder that a path names. Hidden files are Ereje's own.
fn inside(path: &str, folder: &Path) -> Option<PathBuf> {
    let path: Cow<'_, str> = percent_decode_str(path).decode_utf8().ok()?;
    let mut place = folder.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return None;
        }
        place.push(name);
    }
    Some(place)
}

/// A file, unless a link leads out of the folder to it.
fn read(file: &Path, folder: &Path) -> Option<Vec<u8>> {
    let (file, folder) = (file.canonicalize().ok()?, folder.canonicalize().ok()?);
    if !file.starts_with(folder) || !file.is_file() {
        return None;
    }
    fs::read(file).ok()
}

impl Answer {
    fn words(status: u16, words: &str) -> Answer {
        let bytes = words.as_bytes().to_vec();
        Answer { status, kind: "text/plain; charset=utf-8", bytes, place: None }
    }

    fn elsewhere(place: String) -> Answer {
        Answer { place: Some(place), ..Answer::words(302, "") }
    }

    fn file(path: &Path, bytes: Vec<u8>, state: &State) -> Answer {
        let kind = match path.extension().and_then(|end| end.to_str()) {
            Some("html") => return Answer::page(200, &String::from_utf8_lossy(&bytes), state),
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("json") => "application/json",
            Some("xml") => "application/atom+xml; charset=utf-8",
            Some("md" | "txt") => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        };
        Answer { kind, bytes, ..Answer::words(200, "") }
    }

    fn page(status: u16, html: &str, state: &State) -> Answer {
        let html = page::with_reload(html, state.run, state.failed);
        Answer { kind: "text/html; charset=utf-8", ..Answer::words(status, &html) }
    }

    /// A page that is there as soon as a run has made it.
    fn missing(state: &State) -> Answer {
        Answer::note(
            if state.failed {
                "Nothing was generated here yet. The terminal tells what is wrong."
            } else {
                "There is no such page. <a href=\"/\">To the policies</a>"
            },
            state,
        )
    }

    /// A page in the place of one that is not there.
    fn note(words: &str, state: &State) -> Answer {
        let html = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Ereje</title>\n\
             <body>\n<p>{words}</p>\n</body>\n</html>\n"
        );
        Answer::page(404, &html, state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(folder: &Path) -> State {
        State { run: 1, failed: false, folder: folder.to_owned(), html: Some("site".into()) }
    }

    #[test]
    fn only_this_machine_is_answered() {
        for host in ["127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:80"] {
            assert!(is_here(host), "{host}");
        }
        for host in
            ["", "example.com", "localhost.example.com", "127.0.0.1.example.com:80", "localhost:x"]
        {
            assert!(!is_here(host), "{host}");
        }
    }

    #[test]
    fn files_of_the_folder_are_shown_and_no_others() {
        let sandbox = tempfile::tempdir().expect("a folder");
        let folder = sandbox.path().join("dist");
        let write = |path: &str| {
            let path = sandbox.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, "text").expect("written");
        };
        for path in
            ["secret.txt", "dist/.ereje/record", "dist/site/a b/index.html", "dist/app/қ.json"]
        {
            write(path);
        }
        let state = state(&folder);
        let shown = |path: &str| {
            let Answer { status, kind, place, .. } = of(path, &state);
            (status, kind.split(';').next().unwrap_or_default(), place.unwrap_or_default())
        };
        assert_eq!(shown("/"), (302, "text/plain", "/site/".into()));
        assert_eq!(shown("/site/a%20b"), (302, "text/plain", "/site/a%20b/".into()));
        assert_eq!(shown("/site/a%20b/"), (200, "text/html", String::new()));
        assert_eq!(shown("/app/%D2%9B.json"), (200, "application/json", String::new()));
        for path in [
            "/secret.txt",
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/site/..%2f..%2fsecret.txt",
            "/.ereje/record",
            "/site//../../secret.txt",
            "/site",
            "/site/",
            "/%00",
            "/%FF",
            "/c:/x",
        ] {
            assert!(shown(path).0 == 404 || path == "/site", "{path}: {:?}", shown(path));
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(sandbox.path().join("secret.txt"), folder.join("link.txt"))
                .expect("linked");
            assert_eq!(shown("/link.txt").0, 404);
        }
    }
}
