//! `bacheca serve` as a program: where it is reached, the browser that it opens, the folders that it follows.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{TODAY, copy_tree, small_board, write};

/// Longest wait for something that happens within a second or two on an idle computer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A preview that runs until it is dropped.
struct Served {
    child: Child,
    said: Receiver<String>,
    port: u16,
}

impl Served {
    fn start(board: &Path, arguments: &[&str], path: Option<&Path>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bacheca"));
        command.args(["--root", board.to_str().unwrap(), "--today", TODAY, "serve", "--port", "0"]).args(arguments);
        if let Some(path) = path {
            command.env("PATH", path);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (sender, said) = channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let address = said.recv_timeout(PATIENCE).unwrap();
        let port = address.split("/ (").next().and_then(|address| address.rsplit(':').next()?.parse().ok());
        Self { port: port.unwrap_or_else(|| panic!("{address}")), child, said }
    }

    /// The next line that is as wanted.
    fn wait_for(&self, is_wanted: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let line =
                self.said.recv_timeout(deadline.saturating_duration_since(Instant::now())).expect("nothing said");
            if is_wanted(&line) {
                return line;
            }
        }
    }

    /// Status of the answer to a request for the front page of a host.
    fn status_for(&self, host: &str, more: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET /_bacheca/reload.js HTTP/1.1\r\nHost: {host}\r\n{more}\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().to_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn folders_made_later_are_followed() {
    let whole = small_board();
    for arguments in [&[][..], &["--poll"]] {
        let board = TempDir::new().unwrap();
        std::fs::copy(whole.path().join("site.toml"), board.path().join("site.toml")).unwrap();
        let served = Served::start(board.path(), arguments, None);
        served.wait_for(|line| line.starts_with("0 annunci"));
        // A whole folder; then a file in it, twice within a second; then the folder anew.
        copy_tree(&whole.path().join("content"), &board.path().join("content"));
        served.wait_for(|line| line.contains(" annunci (") && !line.starts_with("0 "));
        let page = board.path().join("content/opportunita/2026/sportello-diritti.md");
        let right = std::fs::read_to_string(&page).unwrap();
        write(&page, right.replacen("tipo: ", "tipo: non-", 1));
        served.wait_for(|line| line.starts_with("errori: "));
        write(&page, &right);
        served.wait_for(|line| line.contains(" annunci ("));
        std::fs::rename(board.path().join("content"), board.path().join("before")).unwrap();
        served.wait_for(|line| line.starts_with("0 annunci"));
        copy_tree(&whole.path().join("content"), &board.path().join("content"));
        served.wait_for(|line| line.contains(" annunci (") && !line.starts_with("0 "));
        write(&page, right.replacen("tipo: ", "tipo: non-", 1));
        served.wait_for(|line| line.starts_with("errori: "));
    }
}

#[test]
fn other_computers_are_answered_only_if_asked_for() {
    let board = small_board();
    let own = Served::start(board.path(), &[], None);
    assert_eq!(own.status_for("127.0.0.1", ""), "200");
    for host in ["192.168.1.7:8080", "bacheca.example.org", "[fe80::1]"] {
        assert_eq!(own.status_for(host, ""), "403", "{host}");
    }
    let open = Served::start(board.path(), &["--bind", "0.0.0.0"], None);
    for host in ["localhost", "192.168.1.7:8080", "192.168.1.7", "[fe80::1]:80", "[fe80::1]"] {
        assert_eq!(open.status_for(host, ""), "200", "{host}");
    }
    // A name may be made to lead here, and a page of another address may ask.
    assert_eq!(open.status_for("bacheca.example.org", ""), "403");
    assert_eq!(open.status_for("192.168.1.7", "Origin: http://192.168.1.7\r\n"), "200");
    assert_eq!(open.status_for("192.168.1.7", "Origin: http://192.168.1.8\r\n"), "403");
    let wrong = crate::support::bacheca(board.path(), &["serve", "--bind", "192.0.2.1"]).expect_code(2);
    assert!(wrong.err.contains("--bind 192.0.2.1: non è un indirizzo di questo computer"), "{}", wrong.err);
}

#[cfg(target_os = "linux")]
#[test]
fn browser_is_opened_if_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let (board, programs) = (small_board(), TempDir::new().unwrap());
    let (browser, opened) = (programs.path().join("xdg-open"), programs.path().join("opened"));
    write(&browser, format!("#!/bin/sh\necho \"$1\" > {0}.new\n/bin/mv {0}.new {0}\n", opened.display()));
    std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
    let served = Served::start(board.path(), &[], Some(programs.path()));
    served.wait_for(|line| line.contains(" annunci ("));
    assert!(!opened.exists(), "a browser that nobody asked for");
    drop(served);
    let served = Served::start(board.path(), &["--open", "--bind", "0.0.0.0"], Some(programs.path()));
    let deadline = Instant::now() + PATIENCE;
    while !opened.exists() {
        assert!(Instant::now() < deadline, "no browser was opened");
        std::thread::sleep(Duration::from_millis(20));
    }
    let address = std::fs::read_to_string(&opened).unwrap();
    assert_eq!(address.trim(), format!("http://127.0.0.1:{}/", served.port));
    drop(served);
    // Without a browser the preview runs all the same.
    let empty = TempDir::new().unwrap();
    let served = Served::start(board.path(), &["--open"], Some(empty.path()));
    served.wait_for(|line| line.contains("il browser non si apre"));
    served.wait_for(|line| line.contains(" annunci ("));
}
