//! `serve`: pages in a browser, which follow each change.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::thread;

use support::running::Running;
use support::{Sandbox, root, tools};

const TEXT: &str = "locales/ru/privacy.ftl";

/// Starts it, and says where.
fn serve(sandbox: &Sandbox, arguments: &[&str]) -> (Running, u16) {
    let serve = Running::start(sandbox, &[&["serve"], arguments].concat());
    let port = port_of(&serve);
    serve.tells("/site/index.html");
    first_run(port);
    (serve, port)
}

fn port_of(serve: &Running) -> u16 {
    let line = serve.tells("Ctrl-C");
    let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
    port.and_then(|port| port.parse().ok()).expect("a port")
}

/// Waits until the first run has ended: what it tells comes a moment before.
fn first_run(port: u16) {
    assert!(get(port, "/.ereje/preview?after=0").starts_with("HTTP/1.1 200"));
}

/// Sends a request as a browser does; gives what came back, head and all.
fn ask(port: u16, request: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    let head = format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("answered");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn get(port: u16, path: &str) -> String {
    ask(port, &format!("GET {path}"), &format!("127.0.0.1:{port}"))
}

/// The run that a page was made by.
fn run_of(page: &str) -> u64 {
    let run = page.split("data-run=\"").nth(1).and_then(|rest| rest.split('"').next());
    run.and_then(|run| run.parse().ok()).expect("a run")
}

/// Waits, as a page does, until there was another run.
fn next(port: u16, run: u64) -> thread::JoinHandle<String> {
    thread::spawn(move || get(port, &format!("/.ereje/preview?after={run}")))
}

/// The page as soon as it has these words, as a browser that loads it after each run.
fn shown(port: u16, words: &str) -> String {
    for _ in 0..20 {
        let page = get(port, PAGE);
        if page.contains(words) {
            return page;
        }
        next(port, run_of(&page)).join().expect("answered");
    }
    panic!("no “{words}” in: {}", get(port, PAGE));
}

const PAGE: &str = "/site/app/ru/privacy/";

#[test]
fn pages_are_shown_and_follow_each_change() {
    let sandbox = Sandbox::new();
    let (mut serve, port) = serve(&sandbox, &[]);
    assert!(get(port, "/").contains("Location: /site/"));
    let page = get(port, PAGE);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Пишите на"), "{page}");
    // What is published has no script.
    assert!(!sandbox.read("dist/site/app/ru/privacy/index.html").contains("<script"));

    let waits = next(port, run_of(&page));
    sandbox.edit(TEXT, "Пишите на", "Напишите на");
    assert!(waits.join().expect("answered").contains("\"failed\":false"));
    shown(port, "Напишите на");

    // A mistake is said, and the page stays.
    sandbox.edit(TEXT, "Напишите на", "{ $nothing } на");
    assert!(shown(port, "data-failed=\"true\"").contains("Напишите на"));
    sandbox.edit(TEXT, "{ $nothing } на", "Шлите на");
    assert!(shown(port, "Шлите на").contains("data-failed=\"false\""));
    serve.interrupt();
}

#[test]
fn nothing_but_the_output_is_shown_and_to_nobody_else() {
    let sandbox = Sandbox::new();
    let (_serve, port) = serve(&sandbox, &["--port", "0"]);
    for path in ["/ereje.toml", "/../ereje.toml", "/%2e%2e/ereje.toml", "/.ereje/record", "/none"] {
        let answer = get(port, path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("default-locale"), "{path}: {answer}");
    }
    let other = ask(port, "GET /site/", &format!("example.com:{port}"));
    assert!(other.starts_with("HTTP/1.1 403"), "{other}");
    let here = format!("localhost:{port}");
    assert!(ask(port, "DELETE /site/", &here).starts_with("HTTP/1.1 405"));
    let head = ask(port, "HEAD /app/app/index.json", &here);
    assert!(head.contains("application/json") && head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn a_port_that_is_taken_is_told_only_if_it_was_asked_for() {
    let sandbox = Sandbox::new();
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let words = format!("another program uses the port {port}");
    sandbox.refuses(&["serve", "--port", &port], 2, &words);
    sandbox.run(&["serve", "--policy", "nothing"]).refused(2, "there is no policy `nothing`");
    // Two at once, of which one at most has the port that both would like.
    let first = serve(&sandbox, &[]);
    let second = serve(&sandbox, &["--out", "elsewhere/dist"]);
    assert_ne!(first.1, second.1);
    assert!(get(second.1, "/site/").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_mistake_at_the_start_is_told_until_it_is_mended() {
    let sandbox = Sandbox::new();
    sandbox.edit(TEXT, "Пишите на", "{ $nothing } на");
    let serve = Running::start(&sandbox, &["serve"]);
    let port = port_of(&serve);
    serve.tells("nothing was written");
    first_run(port);
    let page = get(port, "/site/");
    assert!(page.starts_with("HTTP/1.1 404") && page.contains("The terminal tells"), "{page}");
    sandbox.edit(TEXT, "{ $nothing } на", "Пишите на");
    assert!(shown(port, "Пишите на").starts_with("HTTP/1.1 200"));
}

#[test]
fn settings_that_can_not_be_read_are_a_mistake_like_any_other() {
    let sandbox = Sandbox::new();
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", "[workspace\n");
    let serve = Running::start(&sandbox, &["serve"]);
    let port = port_of(&serve);
    first_run(port);
    let page = get(port, "/");
    assert!(page.contains("The terminal tells") && page.contains("<script"), "{page}");
    // Without pages there is nothing to lead to, until there is.
    sandbox.write("ereje.toml", format!("{settings}\n[outputs.html]\nenabled = false\n"));
    next(port, run_of(&page)).join().expect("answered");
    let page = get(port, "/");
    assert!(page.contains("ereje.toml switches them off"), "{page}");
    sandbox.write("ereje.toml", settings);
    next(port, run_of(&page)).join().expect("answered");
    assert!(get(port, "/").contains("Location: /site/"));
}

#[test]
fn a_browser_follows_each_change() {
    if !tools(&["node", "chromium", "checks/node_modules"]) {
        return;
    }
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let (_serve, port) = serve(&sandbox, &["--draft"]);
    let mut check = Command::new("node");
    check.args(["serve.mjs", &format!("http://127.0.0.1:{port}")]).arg(sandbox.path());
    let output = check.current_dir(root().join("checks")).output().expect("the tool runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
