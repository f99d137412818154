//! The site in buckets of a real S3 server (moto), which looks at the signature of each request and at what its keys may
//! do. What the server was asked says what was sent.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{Run, Tree, bacheca, installed, none, repository, small_board, tree, write};

const BUILD: [&str; 3] = ["build", "--skip", "poster,card,print"];
const LIST: &str = ".bacheca-files";
const ITEM: &str = "content/opportunita/2026/aiuto-cuoco-mensa.md";

/// The server: one for all tests. It ends when its input is closed, and so with the tests.
struct Server {
    process: Mutex<(Child, BufReader<ChildStdout>)>,
    address: String,
    /// Identifier and secret of keys that may do what a deploy needs.
    deployer: [String; 2],
    /// The same of keys that may only read.
    reader: [String; 2],
}

impl Server {
    fn get() -> &'static Self {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| {
            let mut process = Command::new(installed("moto/bin/python"))
                .arg(repository("tests/product/bucket.py"))
                .env_clear()
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut output = BufReader::new(process.stdout.take().unwrap());
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            let (address, deployer, reader) = serde_json::from_str(&line).expect("moto says where it is");
            Self { process: Mutex::new((process, output)), address, deployer, reader }
        })
    }

    fn ask(&self, operation: &str, arguments: Json) -> Json {
        let mut process = self.process.lock().unwrap();
        writeln!(process.0.stdin.as_mut().unwrap(), "{}", json!([operation, arguments])).unwrap();
        let mut line = String::new();
        process.1.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }
}

/// An address (or that of the bucket), variables, what is said of them.
type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c str);

/// A bucket of one test, and a board that goes there.
struct Bucket {
    name: &'static str,
    board: TempDir,
    /// How much of what the server was asked has been looked at.
    seen: usize,
}

impl Bucket {
    fn new(name: &'static str) -> Self {
        Server::get().ask("create_bucket", json!({"Bucket": name}));
        let bucket = Self { name, board: small_board(), seen: 0 };
        bucket.build();
        bucket
    }

    fn build(&self) -> Tree {
        bacheca(self.board.path(), &BUILD).ends(0);
        tree(&self.board.path().join("public"))
    }

    fn deploy(&self, arguments: &[&str]) -> Run {
        let to = format!("s3://{}/bacheca/", self.name);
        ended(command(self.board.path(), &[&[to.as_str()], arguments].concat()))
    }

    fn put(&self, path: &str, body: &str) {
        Server::get().ask("put_object", json!({"Bucket": self.name, "Key": path, "Body": body}));
    }

    /// What is in the folder of the site.
    fn files(&mut self) -> Tree {
        let mut files = Tree::new();
        let listed = Server::get().ask("list_objects_v2", json!({"Bucket": self.name}));
        assert_eq!(listed["IsTruncated"], false);
        for object in listed["Contents"].as_array().into_iter().flatten() {
            let key = object["Key"].as_str().unwrap();
            let found = Server::get().ask("get_object", json!({"Bucket": self.name, "Key": key}));
            let bytes = found["Body"].as_str().unwrap().as_bytes();
            let digits = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
            let path = key.strip_prefix("bacheca/").unwrap_or_else(|| panic!("{key}: not in the folder"));
            files.insert(path.to_owned(), bytes.chunks(2).map(digits).collect());
        }
        self.requests();
        files
    }

    /// What the server was asked since the last time: method and path below the folder.
    fn requests(&mut self) -> Vec<String> {
        let asked = Server::get().ask("requests", json!({"Bucket": self.name}));
        let asked: Vec<String> = serde_json::from_value(asked).unwrap();
        let new = asked[self.seen..].iter().map(|request| request.replace(&format!("/{}/bacheca/", self.name), ""));
        let new = new.collect();
        self.seen = asked.len();
        new
    }
}

/// `deploy` with the keys of the deployer and nothing else in its environment.
fn command(board: &Path, arguments: &[&str]) -> Command {
    let server = Server::get();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bacheca"));
    command.args(["--root", board.to_str().unwrap(), "deploy"]).args(arguments).env_clear();
    let [key, secret] = &server.deployer;
    // As a form leaves it from which it was copied.
    let secret = format!("{secret}\n");
    command.envs([
        ("AWS_ENDPOINT_URL", &server.address),
        ("AWS_ACCESS_KEY_ID", key),
        ("AWS_SECRET_ACCESS_KEY", &secret),
    ]);
    command.env("AWS_REGION", "eu-south-1");
    command
}

/// The run, which has said nothing that is a secret.
fn ended(mut command: Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    for (name, value) in command.get_envs() {
        let (name, value) = (name.to_str().unwrap(), value.unwrap_or_default().to_str().unwrap().trim());
        let secret =
            ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].contains(&name) || value.contains('@');
        let said = format!("{}{}", run.out, run.err);
        assert!(!secret || value.is_empty() || !said.contains(value), "{name} is said:\n{said}");
    }
    run
}

#[test]
fn only_what_changed_is_sent_and_only_what_was_sent_is_deleted() {
    let mut bucket = Bucket::new("citta");
    bucket.put("bacheca/foto-di-altri.jpg", "theirs");
    // Names that mean something else in an address, and a file without anything in it.
    write(&bucket.board.path().join("static/50% #1?.txt"), "static");
    write(&bucket.board.path().join("static/vuoto.txt"), "");
    let mut first = bucket.build();
    bucket.requests();

    let said = bucket.deploy(&["--dry-run"]).ends(0).out;
    assert!(said.contains("+ index.html\n") && said.contains("non è stato toccato niente"), "{said}");
    assert_eq!(bucket.requests(), [format!("GET {LIST}")]);

    let said = bucket.deploy(&[]).ends(0).out;
    assert_eq!(said, format!("file mandati {}, cancellati 0, già uguali 0: s3://citta/bacheca\n", first.len() - 1));
    let asked = bucket.requests();
    let mut files = bucket.files();
    assert_eq!(files.remove("foto-di-altri.jpg").unwrap(), b"theirs");
    assert!(files == first, "{:?}", files.keys().collect::<Vec<_>>());
    // The list, what pages need, then pages, then the worker that names them, then the list.
    let rank = |request: &String| match request.as_str() {
        "PUT sw.js" => 2,
        "PUT pagefind/pagefind-entry.json" => 1,
        page if page.ends_with(".html") => 1,
        _ => 0,
    };
    assert_eq!(asked[..2], [format!("GET {LIST}"), format!("PUT {LIST}")]);
    assert_eq!(asked.last(), Some(&format!("PUT {LIST}")));
    assert_eq!(asked.len(), first.len() + 2);
    assert!(asked[2..asked.len() - 1].is_sorted_by_key(rank), "{asked:#?}");

    let said = bucket.deploy(&[]).ends(0).out;
    assert!(said.starts_with("file mandati 0, cancellati 0"), "{said}");
    assert_eq!(bucket.requests(), [format!("GET {LIST}")]);

    std::fs::remove_file(bucket.board.path().join(ITEM)).unwrap();
    let second = bucket.build();
    let said = bucket.deploy(&["--dry-run"]).ends(0).out;
    let sent: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("+ ")).collect();
    let deleted: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert!(sent.contains(&"index.html") && !sent.contains(&"assets/icon.svg"), "{sent:?}");
    bucket.requests();
    bucket.deploy(&[]).ends(0);
    let asked = bucket.requests();
    let mut expected: Vec<String> = [format!("GET {LIST}"), format!("PUT {LIST}")].into();
    first.remove(LIST);
    let changed = |path: &&String| *path != LIST && first.get(*path) != second.get(*path);
    expected.extend(second.keys().filter(changed).map(|path| format!("PUT {path}")));
    expected.extend(first.keys().filter(|path| !second.contains_key(*path)).map(|path| format!("DELETE {path}")));
    expected.push(format!("PUT {LIST}"));
    assert_eq!(expected.len(), 3 + sent.len() + deleted.len());
    let place = |what: &str| asked.iter().position(|request| request.starts_with(what)).unwrap();
    assert!(asked[place("DELETE")..asked.len() - 1].iter().all(|request| request.starts_with("DELETE")), "{asked:#?}");
    let sorted = |mut requests: Vec<String>| {
        requests.sort();
        requests
    };
    assert_eq!(sorted(asked), sorted(expected));
    let mut files = bucket.files();
    assert!(files.remove("foto-di-altri.jpg").is_some());
    assert!(files == second);
}

#[test]
fn browsers_are_told_what_a_file_is_and_how_long_it_stays() {
    let mut bucket = Bucket::new("tipi");
    bucket.deploy(&[]).ends(0);
    let for_ever = "public, max-age=31536000, immutable";
    let fragment = bucket.files().into_keys().find(|path| path.starts_with("pagefind/fragment/")).unwrap();
    for (path, media_type, keeping) in [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("assets/style.css", "text/css; charset=utf-8", for_ever),
        ("assets/feed.css", "text/css; charset=utf-8", "no-cache"),
        ("assets/icon.svg", "image/svg+xml", "no-cache"),
        (fragment.as_str(), "application/octet-stream", for_ever),
        ("pagefind/wasm.unknown.pagefind", "application/octet-stream", "no-cache"),
        ("eventi.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("feed.xml", "application/xml; charset=utf-8", "no-cache"),
        ("manifest.webmanifest", "application/manifest+json", "no-cache"),
        (LIST, "text/plain; charset=utf-8", "no-cache"),
    ] {
        let head = Server::get().ask("head_object", json!({"Bucket": "tipi", "Key": format!("bacheca/{path}")}));
        assert_eq!((&head["ContentType"], &head["CacheControl"]), (&json!(media_type), &json!(keeping)), "{path}");
    }
}

#[test]
fn an_interrupted_deploy_is_repeated_and_nothing_that_it_sent_is_forgotten() {
    let mut bucket = Bucket::new("interrotto");
    // Pages need what goes before them: the first is not that of the build.
    write(&bucket.board.path().join("public/404.html"), "changed by hand");
    let said = bucket.deploy(&[]).ends(2).err;
    assert!(said.contains("404.html: non è più il file della build"), "{said}");
    assert!(said.contains("ripeti il comando, e riprende da qui"), "{said}");
    let files = bucket.files();
    assert!(files.contains_key("assets/style.css") && !files.contains_key("404.html") && !files.contains_key("sw.js"));

    // Killed while it sends; before it is repeated, something that was sent is gone.
    let first = bucket.build();
    let mut killed = command(bucket.board.path(), &["s3://interrotto/bacheca"]).stdout(Stdio::null()).spawn().unwrap();
    while bucket.requests().iter().all(|request| !request.ends_with(".html")) {
        assert!(killed.try_wait().unwrap().is_none(), "the deploy has ended before it could be killed");
    }
    killed.kill().unwrap();
    killed.wait().unwrap();
    std::fs::remove_file(bucket.board.path().join(ITEM)).unwrap();
    let second = bucket.build();
    assert!(first.keys().any(|path| !second.contains_key(path)));
    bucket.deploy(&[]).ends(0);
    assert!(bucket.files() == second);
    assert!(bucket.deploy(&[]).ends(0).out.starts_with("file mandati 0, cancellati 0"));
}

#[test]
fn what_cannot_be_deployed_is_said_and_nothing_is_sent() {
    let mut bucket = Bucket::new("rifiuti");
    let server = Server::get();
    let [known, _] = &server.deployer;
    let [reader, reads] = &server.reader;
    let nobody = "http://127.0.0.1:1";
    let cases: &[Case<'_>] = &[
        ("citta", &[], "«citta» non è l'indirizzo di un bucket"),
        ("s3://", &[], "non è l'indirizzo di un bucket"),
        ("https://example.org", &[], "non è l'indirizzo di un bucket"),
        ("s3://Citta", &[], "non è l'indirizzo di un bucket"),
        ("s3://rifiuti/../x", &[], "non è l'indirizzo di un bucket"),
        ("s3://nessuno/bacheca", &[], "s3://nessuno/bacheca: il bucket non c'è su 127.0.0.1:"),
        ("", &[("AWS_ACCESS_KEY_ID", "")], "mancano le chiavi del bucket"),
        ("", &[("AWS_ACCESS_KEY_ID", "AKIAOTHER")], "non conosce questa chiave: controlla AWS_ACCESS_KEY_ID"),
        ("", &[("AWS_ACCESS_KEY_ID", "two words")], "AWS_ACCESS_KEY_ID contiene spazi o segni"),
        ("", &[("AWS_ACCESS_KEY_ID", known), ("AWS_SECRET_ACCESS_KEY", "wrong")], "AWS_SECRET_ACCESS_KEY non è quella"),
        ("", &[("AWS_ACCESS_KEY_ID", reader), ("AWS_SECRET_ACCESS_KEY", reads)], "non permettono di leggere, scrivere"),
        ("", &[("AWS_SESSION_TOKEN", "è scaduto")], "AWS_SESSION_TOKEN contiene spazi o segni"),
        ("", &[("AWS_REGION", "Milano/1")], "AWS_REGION non è il nome di una regione"),
        ("", &[("AWS_ENDPOINT_URL", "s3.example.org")], "AWS_ENDPOINT_URL non è l'indirizzo di un server"),
        ("", &[("AWS_ENDPOINT_URL", "https://me:pass@example.org")], "AWS_ENDPOINT_URL non è l'indirizzo di un server"),
        ("", &[("AWS_CA_BUNDLE", "/non-c-e.pem")], "il file indicato da AWS_CA_BUNDLE non si legge"),
        ("", &[("AWS_CA_BUNDLE", "/dev/null")], "AWS_CA_BUNDLE non contiene certificati"),
        ("", &[("AWS_ENDPOINT_URL", "http://bucket.invalid")], "nessuno risponde a bucket.invalid: controlla la rete"),
        ("", &[("AWS_ENDPOINT_URL", nobody)], "nessuno risponde a 127.0.0.1:1: controlla la rete e AWS_ENDPOINT_URL"),
    ];
    let refused = |bucket: &Bucket, address: &str, variables: &[(&str, &str)], expected: &str| {
        let address = if address.is_empty() { "s3://rifiuti/bacheca" } else { address };
        let mut command = command(bucket.board.path(), &[address]);
        command.envs(variables.iter().copied());
        let run = ended(command).ends(2);
        let whole = run.err.starts_with("bacheca: ") && run.err.contains(expected) && run.out.is_empty();
        (!whole).then(|| format!("{address} {variables:?}: {}", run.err))
    };
    none(cases.iter().filter_map(|(to, variables, expected)| refused(&bucket, to, variables, expected)).collect());
    assert!(bucket.files().is_empty());

    let public = bucket.board.path().join("public");
    let list = std::fs::read_to_string(public.join(LIST)).unwrap();
    let sum = "a".repeat(64);
    for (hostile, expected) in [
        (format!("{sum}  ../site.toml\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{list}{sum}  /etc/hostname\n"), "non è dell'ultima build"),
        (format!("index.html\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{sum}  inesistente.txt\n"), "inesistente.txt: non è più il file della build"),
        (format!("{sum}  index.html\n"), "index.html: non è più il file della build: ripeti «bacheca build»"),
    ] {
        write(&public.join(LIST), hostile);
        none(refused(&bucket, "", &[], expected).into_iter().collect());
    }
    write(&public.join(LIST), &list);
    none(bucket.files().into_keys().filter(|path| path != LIST).collect());
    // What another writes in the bucket leads to nothing outside the folder.
    bucket.put("fuori.txt", "theirs");
    for hostile in [format!("{sum}  ../fuori.txt\n"), "<!doctype html>\n".to_owned()] {
        bucket.put(&format!("bacheca/{LIST}"), &hostile);
        let expected = "s3://rifiuti/bacheca/.bacheca-files, riga 1: non l'ha scritto un deploy";
        none(refused(&bucket, "", &[], expected).into_iter().collect());
    }
    bucket.requests();
    std::fs::remove_file(public.join(LIST)).unwrap();
    none(refused(&bucket, "", &[], "qui non c'è un sito fatto da bacheca").into_iter().collect());
    std::fs::remove_dir_all(&public).unwrap();
    none(refused(&bucket, "", &[], "prima «bacheca build»").into_iter().collect());
    assert!(bucket.requests().is_empty());
}
