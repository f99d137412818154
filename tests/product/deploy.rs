//! Serving the site: compressed files, `_headers`, and the real nginx with the configuration of `.github/deploy`.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::support::{
    PATIENCE, assert_no_problems, bacheca, read_tree, repository_path, run_tool, skip_test, small_board, wait_until,
    write,
};

const SECURITY_HEADERS: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];
const IMMUTABLE_CACHE: &str = "public, max-age=31536000, immutable";

#[test]
fn file_list_is_accepted_by_sha256sum() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let check = "cd \"$1\" && sha256sum --check --strict --quiet .bacheca-files";
    run_tool("sh", "dash", &["-c", check, "sh", public.to_str().unwrap()]);
    let list = std::fs::read_to_string(public.join(".bacheca-files")).unwrap();
    let listed: Vec<&str> = list.lines().map(|line| &line[66..]).collect();
    let there: Vec<String> = read_tree(&public).into_keys().filter(|path| path != ".bacheca-files").collect();
    assert_eq!(listed, there);
}

#[test]
fn compressed_files_follow_the_site() {
    let board = small_board();
    let build = |more: &[&str]| {
        bacheca(board.path(), &[&["build", "--skip", "poster,card,print,search"], more].concat()).expect_code(0);
        read_tree(&board.path().join("public"))
    };
    let plain = build(&[]);
    let compressed = build(&["--compress"]);
    for path in ["index.html", "o/aiuto-cuoco-mensa/index.html", "assets/style.css", "sw.js", "feed.xml", "eventi.ics"]
    {
        for ending in ["gz", "br"] {
            let packed = &compressed[&format!("{path}.{ending}")];
            assert!(packed.len() < plain[path].len(), "{path}.{ending}");
        }
    }
    let is_extra = |path: &str| path.ends_with(".gz") || path.ends_with(".br");
    assert_no_problems(
        compressed
            .keys()
            .filter(|path| is_extra(path) && compressed[&path[..path.len() - 3]].len() <= 1024)
            .map(|path| format!("{path}: what fits into a packet is not compressed"))
            .collect(),
    );
    assert_eq!(build(&["--compress"]), compressed, "the same input gives the same bytes");
    assert_eq!(build(&[]), plain, "without --compress nothing of it stays");
}

#[test]
fn headers_file_is_written_on_request() {
    let board = small_board();
    let build = || {
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        std::fs::read_to_string(board.path().join("public/_headers"))
    };
    assert!(build().is_err(), "a board that does not ask has none");
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", "intestazioni = true\nfuso ="));
    let headers = build().unwrap();
    let mut wanted = "/bacheca/*\n  Content-Security-Policy: frame-ancestors 'none'\n".to_owned();
    for (name, value) in SECURITY_HEADERS {
        let line = headers.lines().find(|line| line.to_lowercase().starts_with(&format!("  {name}: "))).unwrap();
        assert!(line.ends_with(&format!(": {value}")), "{line}");
        wanted.extend([line, "\n"]);
    }
    assert!(headers.starts_with(&wanted), "{headers}");
    for versioned in ["assets/style.css", "annuncia/bacheca.json"] {
        let rule = format!("/bacheca/{versioned}\n  Cache-Control: {IMMUTABLE_CACHE}\n");
        assert!(headers.contains(&rule), "{headers}");
    }
    assert!(!headers.contains("/feed.css") && !headers.contains("icon.svg"), "asked for without a version: {headers}");
    assert!(headers.contains("/bacheca/sw.js\n  Cache-Control: no-cache\n"), "{headers}");
    assert_eq!(headers.matches("/*").count(), 1, "where rules meet, hosts join their values");
}

/// nginx with the configuration of `.github/deploy`, on a free port.
struct Nginx {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Nginx {
    /// Serves a folder; `None`, with a note, if nginx is not installed.
    fn start(site: &Path) -> Option<Self> {
        // The user's `PATH` may lack the folder where Debian installs nginx.
        let is_there = |program: &&str| Command::new(program).arg("-v").stderr(Stdio::null()).status().is_ok();
        let Some(program) = ["nginx", "/usr/sbin/nginx"].into_iter().find(is_there) else {
            skip_test("nginx is not installed; run: apt-get install nginx-light");
            return None;
        };
        let folder = TempDir::new().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut configuration = std::fs::read_to_string(repository_path(".github/deploy/nginx.conf")).unwrap();
        for (line, here) in [
            ("listen 80;", format!("listen 127.0.0.1:{port};")),
            ("listen [::]:80;", String::new()),
            ("root /srv/bacheca/public;", format!("root {};", site.display())),
            ("access_log /var/log/nginx/bacheca.log", format!("access_log {}/access.log", folder.path().display())),
        ] {
            assert!(configuration.contains(line), "{line}");
            configuration = configuration.replace(line, &here);
        }
        let temporary: Vec<String> = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|name| format!("{name}_temp_path {}/{name};\n", folder.path().display()))
            .collect();
        let temporary = temporary.concat();
        write(&folder.path().join("site.conf"), configuration);
        let whole = format!(
            "daemon off;\nmaster_process off;\npid {0}/pid;\nerror_log {0}/error.log;\nevents {{}}\n\
             http {{\naccess_log off;\n{temporary}include {0}/site.conf;\n}}\n",
            folder.path().display()
        );
        let file = folder.path().join("nginx.conf");
        write(&file, whole);
        let process = Command::new(program)
            .arg("-c")
            .arg(&file)
            .arg("-e")
            .arg(folder.path().join("error.log"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let nginx = Self { process, port, folder };
        let log = || std::fs::read_to_string(nginx.folder.path().join("error.log")).unwrap_or_default();
        let answers = || TcpStream::connect(("127.0.0.1", port)).is_ok();
        wait_until(answers, || format!("nginx does not answer: {}", log()));
        Some(nginx)
    }

    fn request(&self, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: bacheca.example.org\r\nConnection: close\r\n{headers}\r\n")
            .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
        let body = bytes.split_off(end + 4);
        Answer { head: String::from_utf8(bytes).unwrap(), body }
    }

    fn get(&self, path: &str) -> Answer {
        self.request(path, "")
    }

    /// Opens a connection that is kept alive.
    fn connect(&self) -> KeepAliveConnection {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        KeepAliveConnection(stream)
    }
}

struct KeepAliveConnection(TcpStream);

impl KeepAliveConnection {
    /// Fetches a body of known length.
    fn get(&mut self, path: &str, length: usize) -> Vec<u8> {
        write!(self.0, "GET {path} HTTP/1.1\r\nHost: bacheca.example.org\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        while !bytes.windows(4).any(|part| part == b"\r\n\r\n") {
            let mut byte = [0];
            self.0.read_exact(&mut byte).unwrap();
            bytes.push(byte[0]);
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).unwrap();
        body
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// Value of a header, empty if missing; fails if it is there twice.
    fn header(&self, name: &str) -> &str {
        let mut found = self.head.lines().filter_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        });
        let value = found.next().unwrap_or_default();
        assert!(found.next().is_none(), "{name} twice:\n{}", self.head);
        value
    }
}

/// Content security policy in a page's own `meta` element.
fn page_policy(page: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(page).unwrap();
    let (_, rest) = text.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    Some(rest.split_once('"')?.0.to_owned())
}

#[test]
fn nginx_serves_site_with_expected_headers() {
    let board = small_board();
    write(&board.path().join("static/volantino.pdf"), "%PDF-1.7");
    bacheca(board.path(), &["build", "--compress", "--skip", "poster,card,print"]).expect_code(0);
    let public = board.path().join("public");
    let site = read_tree(&public);
    let Some(nginx) = Nginx::start(&public) else { return };

    // Every page has its own policy and what only a header can set.
    let mut problems = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let answer = nginx.get(&address);
        let policy = page_policy(bytes).map(|policy| format!("{policy}; frame-ancestors 'none'"));
        let wanted = policy.as_deref().unwrap_or_else(|| answer.header("content-security-policy"));
        if (answer.status(), &answer.body) != (200, bytes)
            || answer.header("content-security-policy") != wanted
            || !wanted.ends_with("frame-ancestors 'none'")
            || answer.header("content-type") != "text/html; charset=utf-8"
            || answer.header("cache-control") != "no-cache"
        {
            problems.push(format!("{address}: {}", answer.head));
        }
    }
    assert_no_problems(problems);

    for path in ["/", "/non/c-e", "/o/aiuto-cuoco-mensa", "/assets/style.css?v=1", "/eventi.ics"] {
        let answer = nginx.get(path);
        for (name, value) in SECURITY_HEADERS {
            assert_eq!(answer.header(name), value, "{path}: {name}");
        }
    }

    for path in ["/non/c-e", "/o/non-c-e/", "/.bacheca-files", "/o/.git/config", "/assets/"] {
        let answer = nginx.get(path);
        assert_eq!(answer.status(), 404, "{path}");
        assert!(answer.body == site["404.html"], "{path} does not show the page for what is not there");
        assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'none'"), "{path}");
    }
    let moved = nginx.get("/o/aiuto-cuoco-mensa");
    assert_eq!((moved.status(), moved.header("location")), (301, "/o/aiuto-cuoco-mensa/"));

    let fragment = site.keys().find(|path| path.starts_with("ricerca/it/words-")).unwrap();
    for (path, cache, media) in [
        ("/assets/style.css?v=0123abcd", IMMUTABLE_CACHE, "text/css; charset=utf-8"),
        ("/assets/style.css", "no-cache", "text/css; charset=utf-8"),
        ("/assets/style.css?v=", "no-cache", "text/css; charset=utf-8"),
        ("/annuncia/bacheca.json?v=0123abcd", IMMUTABLE_CACHE, "application/json"),
        ("/annuncia/bacheca.json", "no-cache", "application/json"),
        ("/assets/icon.svg", "no-cache", "image/svg+xml"),
        ("/?v=0123abcd", "no-cache", "text/html; charset=utf-8"),
        (&format!("/{fragment}"), IMMUTABLE_CACHE, "text/plain; charset=utf-8"),
        ("/sw.js", "no-cache", "application/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "no-cache", "application/manifest+json"),
        ("/eventi.ics", "no-cache", "text/calendar; charset=utf-8"),
        ("/feed.xml", "no-cache", "text/xml; charset=utf-8"),
        ("/feed.json", "no-cache", "application/json"),
        ("/dati/opportunita.csv", "no-cache", "text/csv; charset=utf-8"),
        ("/dati/catalogo.jsonld", "no-cache", "application/ld+json"),
        ("/dati/catalogo.ttl", "no-cache", "text/turtle; charset=utf-8"),
        ("/robots.txt", "no-cache", "text/plain; charset=utf-8"),
        ("/volantino.pdf", "no-cache", "application/pdf"),
    ] {
        let answer = nginx.get(path);
        assert_eq!(
            (answer.status(), answer.header("cache-control"), answer.header("content-type")),
            (200, cache, media),
            "{path}"
        );
        let is_page = media.starts_with("text/html");
        assert_eq!(answer.header("content-security-policy").is_empty(), !is_page, "{path}");
    }

    // Compressed files are sent as they are; without the module, a browser that accepts only Brotli gets the plain file.
    let packed = nginx.request("/index.html", "Accept-Encoding: gzip, br\r\n");
    assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("gzip", "Accept-Encoding"));
    assert!(packed.body == site["index.html.gz"]);
    assert_eq!(packed.header("content-type"), "text/html; charset=utf-8");
    let plain = nginx.request("/index.html", "Accept-Encoding: br\r\n");
    assert!(plain.header("content-encoding").is_empty() && plain.body == site["index.html"]);

    let tag = nginx.get("/").header("etag").to_owned();
    assert_eq!(nginx.request("/", &format!("If-None-Match: {tag}\r\n")).status(), 304);

    // What is counted says nothing of whoever asks: no address, no browser, nothing behind the question mark.
    let asked = "Referer: https://search.example/?q=lawyer\r\nUser-Agent: Curious/1.0\r\n";
    assert_eq!(nginx.request("/?cerca=avvocato", asked).status(), 200);
    let log = || std::fs::read_to_string(nginx.folder.path().join("access.log")).unwrap_or_default();
    wait_until(|| log().contains("search.example"), || "nginx writes no log".to_owned());
    // The combined format, which GoAccess reads.
    let line = "^0\\.0\\.0\\.0 - - \\[[^]]+\\] \"GET /[^ ?]* HTTP/1\\.1\" [0-9]{3} [0-9]+ \"(-|https://search\\.example)\" \"-\"$";
    std::fs::write(nginx.folder.path().join("lines"), log()).unwrap();
    let others = Command::new("grep").args(["-vE", line]).arg(nginx.folder.path().join("lines")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&others.stdout), "");

    // A new build replaces the folder while nginx runs.
    assert_eq!(nginx.get("/o/sportello-diritti/").status(), 200);
    std::fs::remove_file(board.path().join("content/opportunita/2026/sportello-diritti.md")).unwrap();
    write(&board.path().join("static/nuovo.txt"), "appena arrivato");
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert_eq!(nginx.get("/o/sportello-diritti/").status(), 404);
    assert_eq!(nginx.get("/nuovo.txt").body, b"appena arrivato");
    // The next build reuses the folder before; nginx and an open connection show each new site at once.
    let mut kept = nginx.connect();
    for words in ["uno", "due", "tre"] {
        write(&board.path().join("static/nuovo.txt"), words);
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        assert_eq!(nginx.get("/nuovo.txt").body, words.as_bytes());
        assert_eq!(kept.get("/nuovo.txt", words.len()), words.as_bytes());
        assert_eq!(nginx.get("/o/aiuto-cuoco-mensa/").status(), 200);
    }
    let uncompressed = nginx.request("/index.html", "Accept-Encoding: gzip\r\n");
    assert!(uncompressed.header("content-encoding").is_empty(), "compressed files of the last build are gone");
}

#[test]
fn workflow_actions_are_pinned_to_the_same_commits() {
    let (mut pins, mut problems) = (BTreeMap::new(), Vec::new());
    let actions = [".github/workflows", ".github/actions"].map(|folder| read_tree(&repository_path(folder)));
    for (path, bytes) in actions.into_iter().flatten() {
        for line in std::str::from_utf8(&bytes).unwrap().lines() {
            let Some((_, action)) = line.split_once("uses: ") else { continue };
            // Those of this repository are of its own commit.
            if let Some(own) = action.strip_prefix("./") {
                if !repository_path(own).join("action.yml").is_file() {
                    problems.push(format!("{path}: {action}: there is no such action"));
                }
                continue;
            }
            let (name, commit) = action.split(' ').next().unwrap().split_once('@').unwrap();
            if commit.len() != 40
                || pins.insert(name.to_owned(), commit.to_owned()).is_some_and(|other| other != commit)
            {
                problems.push(format!("{path}: {action}"));
            }
        }
    }
    assert_no_problems(problems);
    assert!(!pins.is_empty());
}
