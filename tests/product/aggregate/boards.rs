//! `aggregate --boards`: a list of boards, the last good data of each, and the loop that fetches them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::{build_site, content_files, empty_board, feed_with};
use crate::support::{Run, bacheca, read_tree, repository_path, write};

const FOLDER: &str = "opportunita/aggregati";

/// A board with a list of others, by the first word of their addresses.
struct Collector(TempDir);

impl Collector {
    fn of(names: &[&str]) -> Self {
        let board = Self(empty_board());
        let entry = |name: &&str| {
            format!(
                "[[bacheche]]\nnome = \"Bacheca di {name}\"\nindirizzo = \"https://{name}.example.com/\"\nfile = \"{name}\"\n"
            )
        };
        write(&board.path("boards.toml"), names.iter().map(entry).collect::<Vec<_>>().join("\n"));
        board
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    /// New data of a board, as the fetch loop leaves them.
    fn fetch(&self, name: &str, data: impl AsRef<[u8]>) {
        write(&self.path(&format!("feeds/{name}.json.nuovo")), data);
    }

    fn aggregate(&self) -> Run {
        bacheca(self.0.path(), &["aggregate", "--quiet", "--boards", self.path("boards.toml").to_str().unwrap()])
    }

    fn announcements(&self) -> Vec<String> {
        let files = content_files(self.0.path()).into_keys();
        files.filter_map(|path| Some(path.strip_prefix(FOLDER)?.trim_start_matches('/').to_owned())).collect()
    }
}

/// Data of a board with one announcement.
fn data_of(name: &str, changes: Json) -> String {
    let mut data = feed_with(json!({"slug": name, "url": format!("https://{name}.example.com/o/{name}/")}));
    data["opportunita"][0].as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    data["bacheca"] = json!({"indirizzo": format!("https://{name}.example.com/"), "lingua": "it"});
    data.to_string()
}

#[test]
fn a_bad_night_takes_nothing_from_a_board() {
    let board = Collector::of(&["borgo", "riva", "valle"]);
    for name in ["borgo", "riva"] {
        board.fetch(name, data_of(name, json!({})));
    }
    let run = board.aggregate().expect_code(0);
    assert!(run.err.contains("«Bacheca di valle»: non ci sono ancora dati"), "{}", run.err);
    assert!(run.out.contains("3 bacheche: 2 aggiornate, 0 con dati vecchi, 1 ancora senza dati"), "{}", run.out);
    assert!(run.out.contains("2 annunci; file nuovi 2, cambiati 0, tolti 0"), "{}", run.out);
    let both = ["borgo-example-com/borgo.md", "riva-example-com/riva.md"];
    assert_eq!(board.announcements(), both);
    assert_eq!(std::fs::read_to_string(board.path("feeds/riva.visto")).unwrap(), "2026-11-21\n");

    // Half of an answer, a page instead of data, the data of another board, and suddenly nothing at all.
    let good = data_of("riva", json!({}));
    let empty =
        json!({"version": 1, "bacheca": {"indirizzo": "https://riva.example.com/"}, "opportunita": []}).to_string();
    for (answer, reason) in [
        (&good[..good.len() / 2], "non è JSON"),
        ("<!doctype html><title>404</title>", "non è JSON"),
        (data_of("borgo", json!({})).as_str(), "dicono di venire da https://borgo.example.com/"),
        (empty.as_str(), "stanotte non ha più nessun annuncio"),
    ] {
        board.fetch("riva", answer);
        write(&board.path("feeds/riva.etag"), "\"1\"");
        let run = board.aggregate().expect_code(0);
        assert!(run.err.contains("«Bacheca di riva»") && run.err.contains(reason), "{reason}: {}", run.err);
        assert!(run.out.contains("dati nuovi rifiutati 1"), "{}", run.out);
        assert_eq!(board.announcements(), both, "{reason}");
        // Asked for the same again, the board would answer that nothing has changed.
        let feeds = read_tree(&board.path("feeds"));
        assert!(!feeds.contains_key("riva.json.nuovo") && !feeds.contains_key("riva.etag"), "{reason}");
        assert_eq!(feeds["riva.json"], good.as_bytes(), "{reason}");
    }
    // What is deleted by hand is believed to be gone; its address lives on.
    std::fs::remove_file(board.path("feeds/riva.json")).unwrap();
    board.fetch("riva", &empty);
    board.aggregate().expect_code(0);
    assert_eq!(board.announcements(), both);
    let gone = std::fs::read_to_string(board.path("content").join(FOLDER).join(both[1])).unwrap();
    assert!(gone.contains("stato: \"ritirato\""), "{gone}");
}

#[test]
fn old_data_are_named_with_their_day_and_stay() {
    let board = Collector::of(&["borgo", "riva"]);
    for name in ["borgo", "riva"] {
        write(&board.path(&format!("feeds/{name}.json")), data_of(name, json!({})));
    }
    write(&board.path("feeds/borgo.visto"), "2026-11-20\n");
    write(&board.path("feeds/riva.visto"), "2026-11-13\n");
    write(&board.path("feeds/riva.fallito"), "2026-11-14 (HTTP 503, curl 0)\n");
    let run = board.aggregate().expect_code(0);
    let words =
        "«Bacheca di riva»: i suoi dati sono quelli del 2026-11-13: non risponde dal 2026-11-14 (HTTP 503, curl 0)";
    assert!(run.err.contains(words) && !run.err.contains("borgo"), "{}", run.err);
    assert!(run.out.contains("1 aggiornate, 1 con dati vecchi, 0 ancora senza dati"), "{}", run.out);
    assert_eq!(board.announcements().len(), 2);
}

#[test]
fn wrong_list_changes_nothing_and_names_its_lines() {
    let board = Collector::of(&["borgo"]);
    board.fetch("borgo", data_of("borgo", json!({})));
    let before = read_tree(board.0.path());
    let list = std::fs::read_to_string(board.path("boards.toml")).unwrap();
    let twice = list.replace("borgo.example", "altro.example").replace("\"borgo\"", "\"altro\"");
    for (text, expected) in [
        (String::new(), "riga 1: non elenca nessuna bacheca"),
        (format!("{list}\n{twice}"), "riga 7: `nome` «Bacheca di borgo» è già alla riga 2"),
        (list.replace("https://borgo", "borgo"), "riga 3: l'indirizzo deve essere intero"),
        (list.replace("nome = \"Bacheca", "nome = Bacheca"), "riga 2: qui il file non è TOML"),
    ] {
        write(&board.path("boards.toml"), &text);
        let run = board.aggregate().expect_code(2);
        assert!(run.err.contains(&format!("boards.toml, {expected}")), "{text}: {}", run.err);
        write(&board.path("boards.toml"), &list);
        assert!(before == read_tree(board.0.path()));
    }
    let gone = bacheca(board.0.path(), &["aggregate", "--boards", "/nowhere/boards.toml"]).expect_code(2);
    assert!(gone.err.contains("/nowhere/boards.toml"), "{}", gone.err);
}

#[test]
fn board_that_left_the_list_is_named_and_kept() {
    let board = Collector::of(&["borgo", "riva"]);
    for name in ["borgo", "riva"] {
        board.fetch(name, data_of(name, json!({})));
    }
    board.aggregate().expect_code(0);
    let list = std::fs::read_to_string(board.path("boards.toml")).unwrap();
    write(&board.path("boards.toml"), list.split("\n\n").next().unwrap());
    let run = board.aggregate().expect_code(0);
    assert!(run.err.contains("aggregati/riva-example-com: non è di nessuna bacheca dell'elenco"), "{}", run.err);
    assert_eq!(board.announcements().len(), 2);
}

/// What was not changed is not checked again; what somebody changed by hand is written again.
#[test]
fn second_run_writes_only_what_differs() {
    let board = Collector::of(&["borgo", "riva"]);
    board.fetch("borgo", data_of("borgo", json!({})));
    board.fetch("riva", data_of("riva", json!({"testo": "<script>alert(1)</script>"})));
    assert!(board.aggregate().expect_code(1).err.contains("lasciato fuori https://riva.example.com/o/riva/"));
    let again = board.aggregate().expect_code(1);
    assert!(again.out.contains("1 annunci; file nuovi 0, cambiati 0, tolti 0"), "{}", again.out);
    assert!(again.err.contains("lasciato fuori https://riva.example.com/o/riva/"), "{}", again.err);
    let file = board.path("content").join(FOLDER).join("borgo-example-com/borgo.md");
    let text = std::fs::read_to_string(&file).unwrap();
    write(&file, text.replace("Si entra", "Non si entra"));
    let again = board.aggregate().expect_code(1);
    assert!(again.out.contains("file nuovi 0, cambiati 1, tolti 0"), "{}", again.out);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    // An own announcement that takes a slug has it; the other one gets another.
    let own = board.path("content/opportunita/2026/borgo.md");
    std::fs::create_dir_all(own.parent().unwrap()).unwrap();
    std::fs::copy(repository_path("tests/site/board/content/opportunita/2026/sportello-diritti.md"), &own).unwrap();
    std::fs::create_dir_all(board.path("content/enti")).unwrap();
    crate::support::copy_tree(&repository_path("tests/site/board/content/enti"), &board.path("content/enti"));
    board.aggregate();
    assert_eq!(board.announcements(), ["borgo-example-com/borgo-borgo.md"]);
}

/// Boards that serve what a file holds, and answer 304 to its fingerprint; a file that is not there is 404.
const SERVER: &str = r#"
import http.server, os, hashlib, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.headers["Host"].split(".")[0]
        try:
            body = open(os.path.join(sys.argv[1], name), "rb").read()
        except FileNotFoundError:
            self.send_response(503); self.end_headers(); return
        tag = '"%s"' % hashlib.sha256(body).hexdigest()
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304); self.send_header("ETag", tag); self.end_headers(); return
        self.send_response(200)
        self.send_header("ETag", tag); self.send_header("Content-Length", str(len(body))); self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"#;

/// The fetch loop against a server: new, unchanged, gone, broken, back.
#[test]
fn fetch_loop_keeps_the_last_good_data() {
    use std::io::BufRead;
    let (board, served) = (Collector::of(&["borgo", "riva"]), TempDir::new().unwrap());
    let mut server = Command::new("python3")
        .args(["-c", SERVER, served.path().to_str().unwrap()])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("python3: {error}"));
    let mut port = String::new();
    std::io::BufReader::new(server.stdout.take().unwrap()).read_line(&mut port).unwrap();
    // Of every address this server answers.
    write(&served.path().join(".curlrc"), format!("connect-to = \"::127.0.0.1:{}\"\n", port.trim()));
    let list = std::fs::read_to_string(board.path("boards.toml")).unwrap();
    write(&board.path("boards.toml"), list.replace("https:", "http:"));
    let data = |name: &str| data_of(name, json!({})).replace(&format!("https://{name}"), &format!("http://{name}"));
    let fetch = |day: &str| {
        let run = Command::new("sh")
            .arg(repository_path(".github/deploy/fetch-boards.sh"))
            .arg(board.path("boards.toml"))
            .env("BACHECA", env!("CARGO_BIN_EXE_bacheca"))
            .env("TODAY", day)
            .env("CURL_HOME", served.path())
            .env("RETRIES", "0")
            .env("no_proxy", "*")
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        read_tree(&board.path("feeds")).into_keys().collect::<Vec<_>>()
    };
    write(&served.path().join("borgo"), data("borgo"));
    write(&served.path().join("riva"), data("riva"));
    let files = fetch("2026-11-19");
    assert_eq!(files, ["borgo.etag", "borgo.json.nuovo", "riva.etag", "riva.json.nuovo"]);
    board.aggregate().expect_code(0);
    assert_eq!(board.announcements().len(), 2);

    // One has not changed, and the other is gone.
    std::fs::remove_file(served.path().join("riva")).unwrap();
    let files = fetch("2026-11-20");
    assert_eq!(
        files,
        ["borgo.etag", "borgo.json", "borgo.visto", "riva.etag", "riva.fallito", "riva.json", "riva.visto"]
    );
    assert_eq!(std::fs::read_to_string(board.path("feeds/borgo.visto")).unwrap(), "2026-11-20\n");
    let failed = std::fs::read_to_string(board.path("feeds/riva.fallito")).unwrap();
    assert_eq!(failed, "2026-11-20 (HTTP 503, curl 0)\n");
    let run = board.aggregate().expect_code(0);
    assert!(run.out.contains("2 aggiornate"), "{}", run.out);
    assert_eq!(board.announcements().len(), 2);

    // Half of its data, then all of them.
    write(&served.path().join("riva"), &data("riva")[..100]);
    assert!(fetch("2026-11-21").contains(&"riva.json.nuovo".to_owned()));
    assert!(board.aggregate().expect_code(0).err.contains("dati nuovi che non vanno"));
    write(&served.path().join("riva"), data("riva").replace("il lunedì", "il martedì"));
    fetch("2026-11-21");
    let run = board.aggregate().expect_code(0);
    assert!(run.out.contains("file nuovi 0, cambiati 1, tolti 0"), "{}", run.out);
    server.kill().unwrap();
    server.wait().unwrap();
    let site = build_site(board.0.path());
    assert!(site.contains_key("o/riva/index.html"));
}

/// Paths of the data are what the fetch loop is told.
#[test]
fn addresses_of_the_list_are_for_the_fetch_loop() {
    let board = Collector::of(&["borgo"]);
    let list = board.path("boards.toml");
    let run = bacheca(board.0.path(), &["aggregate", "--boards", list.to_str().unwrap(), "--addresses"]).expect_code(0);
    let data = Path::new(list.parent().unwrap()).join("feeds/borgo.json");
    assert_eq!(run.out, format!("{}\thttps://borgo.example.com/dati/opportunita.json\n", data.display()));
}
