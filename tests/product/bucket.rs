//! `deploy` to buckets of a real S3 server (moto), which checks signatures and permissions and records its requests.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{
    Run, Tree, assert_no_problems, bacheca, installed_tool, read_tree, repository_path, small_board, write,
};

const BUILD_ARGUMENTS: [&str; 3] = ["build", "--skip", "poster,card,print"];
const FILE_LIST: &str = ".bacheca-files";
const ITEM: &str = "content/opportunita/2026/aiuto-cuoco-mensa.md";

/// S3 server shared by all tests. It ends when its standard input is closed at the end of the tests.
struct MotoServer {
    process: Mutex<(Child, BufReader<ChildStdout>)>,
    address: String,
    /// Identifier and secret of a key with the permissions that a deploy needs.
    deployer: [String; 2],
    /// Identifier and secret of a read-only key.
    reader: [String; 2],
}

impl MotoServer {
    fn shared() -> &'static Self {
        static SERVER: OnceLock<MotoServer> = OnceLock::new();
        SERVER.get_or_init(|| {
            let mut process = Command::new(installed_tool("moto/bin/python"))
                .arg(repository_path("tests/product/bucket.py"))
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

    fn call(&self, operation: &str, arguments: Json) -> Json {
        let mut process = self.process.lock().unwrap();
        writeln!(process.0.stdin.as_mut().unwrap(), "{}", json!([operation, arguments])).unwrap();
        let mut line = String::new();
        process.1.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }
}

/// Address (empty for the bucket's own), environment variables, expected error.
type RefusedDeploy<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c str);

/// A bucket for one test, and the board that is deployed there.
struct Bucket {
    name: &'static str,
    board: TempDir,
    /// Number of recorded requests that were already taken.
    seen: usize,
}

impl Bucket {
    fn new(name: &'static str) -> Self {
        MotoServer::shared().call("create_bucket", json!({"Bucket": name}));
        let bucket = Self { name, board: small_board(), seen: 0 };
        bucket.build();
        bucket
    }

    fn build(&self) -> Tree {
        bacheca(self.board.path(), &BUILD_ARGUMENTS).expect_code(0);
        read_tree(&self.board.path().join("public"))
    }

    fn deploy(&self, arguments: &[&str]) -> Run {
        let to = format!("s3://{}/bacheca/", self.name);
        run_without_secrets(deploy_command(self.board.path(), &[&[to.as_str()], arguments].concat()))
    }

    fn put_object(&self, path: &str, body: &str) {
        MotoServer::shared().call("put_object", json!({"Bucket": self.name, "Key": path, "Body": body}));
    }

    /// Objects in the folder of the site.
    fn download_objects(&mut self) -> Tree {
        let mut files = Tree::new();
        let listed = MotoServer::shared().call("list_objects_v2", json!({"Bucket": self.name}));
        assert_eq!(listed["IsTruncated"], false);
        for object in listed["Contents"].as_array().into_iter().flatten() {
            let key = object["Key"].as_str().unwrap();
            let found = MotoServer::shared().call("get_object", json!({"Bucket": self.name, "Key": key}));
            let bytes = found["Body"].as_str().unwrap().as_bytes();
            let digits = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
            let path = key.strip_prefix("bacheca/").unwrap_or_else(|| panic!("{key}: not in the folder"));
            files.insert(path.to_owned(), bytes.chunks(2).map(digits).collect());
        }
        self.take_requests();
        files
    }

    /// Takes the requests since the last call: method and path below the folder.
    fn take_requests(&mut self) -> Vec<String> {
        let asked = MotoServer::shared().call("requests", json!({"Bucket": self.name}));
        let asked: Vec<String> = serde_json::from_value(asked).unwrap();
        let new = asked[self.seen..].iter().map(|request| request.replace(&format!("/{}/bacheca/", self.name), ""));
        let new = new.collect();
        self.seen = asked.len();
        new
    }
}

/// Command `deploy` with the deployer's key and an otherwise empty environment.
fn deploy_command(board: &Path, arguments: &[&str]) -> Command {
    let server = MotoServer::shared();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bacheca"));
    command.args(["--root", board.to_str().unwrap(), "deploy"]).args(arguments).env_clear();
    let [key, secret] = &server.deployer;
    // A copied key often ends with a line break.
    let secret = format!("{secret}\n");
    command.envs([
        ("AWS_ENDPOINT_URL", &server.address),
        ("AWS_ACCESS_KEY_ID", key),
        ("AWS_SECRET_ACCESS_KEY", &secret),
    ]);
    command.env("AWS_REGION", "eu-south-1");
    command
}

/// Runs a command and asserts that its output has no secret.
fn run_without_secrets(mut command: Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    for (name, value) in command.get_envs() {
        let (name, value) = (name.to_str().unwrap(), value.unwrap_or_default().to_str().unwrap().trim());
        let secret =
            ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].contains(&name) || value.contains('@');
        let output = format!("{}{}", run.out, run.err);
        assert!(!secret || value.is_empty() || !output.contains(value), "{name} is said:\n{output}");
    }
    run
}

#[test]
fn deploy_sends_changes_and_deletes_only_own_files() {
    let mut bucket = Bucket::new("citta");
    bucket.put_object("bacheca/foto-di-altri.jpg", "theirs");
    // Names with characters that have a meaning in an address, and an empty file.
    write(&bucket.board.path().join("static/50% #1?.txt"), "static");
    write(&bucket.board.path().join("static/vuoto.txt"), "");
    let mut first = bucket.build();
    bucket.take_requests();

    let output = bucket.deploy(&["--dry-run"]).expect_code(0).out;
    assert!(output.contains("+ index.html\n") && output.contains("non è stato toccato niente"), "{output}");
    assert_eq!(bucket.take_requests(), [format!("GET {FILE_LIST}")]);

    let Run { out: output, err, .. } = bucket.deploy(&[]).expect_code(0);
    assert_eq!(err, format!("invio: {}\n", first.len() - 1));
    assert_eq!(output, format!("file mandati {}, cancellati 0, già uguali 0: s3://citta/bacheca\n", first.len() - 1));
    let asked = bucket.take_requests();
    let mut files = bucket.download_objects();
    assert_eq!(files.remove("foto-di-altri.jpg").unwrap(), b"theirs");
    assert!(files == first, "{:?}", files.keys().collect::<Vec<_>>());
    // Order: the old list is read, then files that pages need, pages, the service worker, and the new list are sent.
    let rank = |request: &String| match request.as_str() {
        "PUT sw.js" => 2,
        "PUT pagefind/pagefind-entry.json" => 1,
        page if page.ends_with(".html") => 1,
        _ => 0,
    };
    assert_eq!(asked[..2], [format!("GET {FILE_LIST}"), format!("PUT {FILE_LIST}")]);
    assert_eq!(asked.last(), Some(&format!("PUT {FILE_LIST}")));
    assert_eq!(asked.len(), first.len() + 2);
    assert!(asked[2..asked.len() - 1].is_sorted_by_key(rank), "{asked:#?}");

    let output = bucket.deploy(&[]).expect_code(0).out;
    assert!(output.starts_with("file mandati 0, cancellati 0"), "{output}");
    assert_eq!(bucket.take_requests(), [format!("GET {FILE_LIST}")]);

    std::fs::remove_file(bucket.board.path().join(ITEM)).unwrap();
    let second = bucket.build();
    let output = bucket.deploy(&["--dry-run"]).expect_code(0).out;
    let sent: Vec<&str> = output.lines().filter_map(|line| line.strip_prefix("+ ")).collect();
    let deleted: Vec<&str> = output.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert!(sent.contains(&"index.html") && !sent.contains(&"assets/icon.svg"), "{sent:?}");
    bucket.take_requests();
    bucket.deploy(&[]).expect_code(0);
    let asked = bucket.take_requests();
    let mut expected: Vec<String> = [format!("GET {FILE_LIST}"), format!("PUT {FILE_LIST}")].into();
    first.remove(FILE_LIST);
    let changed = |path: &&String| *path != FILE_LIST && first.get(*path) != second.get(*path);
    expected.extend(second.keys().filter(changed).map(|path| format!("PUT {path}")));
    expected.extend(first.keys().filter(|path| !second.contains_key(*path)).map(|path| format!("DELETE {path}")));
    expected.push(format!("PUT {FILE_LIST}"));
    assert_eq!(expected.len(), 3 + sent.len() + deleted.len());
    let place = |what: &str| asked.iter().position(|request| request.starts_with(what)).unwrap();
    assert!(asked[place("DELETE")..asked.len() - 1].iter().all(|request| request.starts_with("DELETE")), "{asked:#?}");
    let sorted = |mut requests: Vec<String>| {
        requests.sort();
        requests
    };
    assert_eq!(sorted(asked), sorted(expected));
    let mut files = bucket.download_objects();
    assert!(files.remove("foto-di-altri.jpg").is_some());
    assert!(files == second);
}

#[test]
fn deploy_sets_media_type_and_cache_control() {
    let mut bucket = Bucket::new("tipi");
    bucket.deploy(&[]).expect_code(0);
    let for_ever = "public, max-age=31536000, immutable";
    let fragment = bucket.download_objects().into_keys().find(|path| path.starts_with("pagefind/fragment/")).unwrap();
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
        (FILE_LIST, "text/plain; charset=utf-8", "no-cache"),
    ] {
        let head =
            MotoServer::shared().call("head_object", json!({"Bucket": "tipi", "Key": format!("bacheca/{path}")}));
        assert_eq!((&head["ContentType"], &head["CacheControl"]), (&json!(media_type), &json!(keeping)), "{path}");
    }
}

#[test]
fn interrupted_deploy_is_resumed_without_orphan_files() {
    let mut bucket = Bucket::new("interrotto");
    // One file differs from the one that the build listed.
    write(&bucket.board.path().join("public/404.html"), "changed by hand");
    let output = bucket.deploy(&[]).expect_code(2).err;
    assert!(output.contains("404.html: non è più il file della build"), "{output}");
    assert!(output.contains("ripeti il comando, e riprende da qui"), "{output}");
    let files = bucket.download_objects();
    assert!(files.contains_key("assets/style.css") && !files.contains_key("404.html") && !files.contains_key("sw.js"));

    // The deploy is killed while it sends, and a file is removed from the site before the next one.
    let first = bucket.build();
    let mut killed =
        deploy_command(bucket.board.path(), &["s3://interrotto/bacheca"]).stdout(Stdio::null()).spawn().unwrap();
    while bucket.take_requests().iter().all(|request| !request.ends_with(".html")) {
        assert!(killed.try_wait().unwrap().is_none(), "the deploy has ended before it could be killed");
    }
    killed.kill().unwrap();
    killed.wait().unwrap();
    std::fs::remove_file(bucket.board.path().join(ITEM)).unwrap();
    let second = bucket.build();
    assert!(first.keys().any(|path| !second.contains_key(path)));
    bucket.deploy(&[]).expect_code(0);
    assert!(bucket.download_objects() == second);
    assert!(bucket.deploy(&[]).expect_code(0).out.starts_with("file mandati 0, cancellati 0"));
}

#[test]
fn failed_deploy_reports_reason_and_sends_nothing() {
    let mut bucket = Bucket::new("rifiuti");
    let server = MotoServer::shared();
    let [known, _] = &server.deployer;
    let [reader, reads] = &server.reader;
    let nobody = "http://127.0.0.1:1";
    let cases: &[RefusedDeploy<'_>] = &[
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
        let mut command = deploy_command(bucket.board.path(), &[address]);
        command.envs(variables.iter().copied());
        let run = run_without_secrets(command).expect_code(2);
        // A file that changed since the build is found when the first is sent.
        let error = run.err.strip_prefix("invio: 1\n").unwrap_or(&run.err);
        let whole = error.starts_with("bacheca: ") && run.err.contains(expected) && run.out.is_empty();
        (!whole).then(|| format!("{address} {variables:?}: {}", run.err))
    };
    assert_no_problems(
        cases.iter().filter_map(|(to, variables, expected)| refused(&bucket, to, variables, expected)).collect(),
    );
    assert!(bucket.download_objects().is_empty());

    let public = bucket.board.path().join("public");
    let list = std::fs::read_to_string(public.join(FILE_LIST)).unwrap();
    let sum = "a".repeat(64);
    for (hostile, expected) in [
        (format!("{sum}  ../site.toml\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{list}{sum}  /etc/hostname\n"), "non è dell'ultima build"),
        (format!("index.html\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{sum}  inesistente.txt\n"), "inesistente.txt: non è più il file della build"),
        (format!("{sum}  index.html\n"), "index.html: non è più il file della build: ripeti «bacheca build»"),
    ] {
        write(&public.join(FILE_LIST), hostile);
        assert_no_problems(refused(&bucket, "", &[], expected).into_iter().collect());
    }
    write(&public.join(FILE_LIST), &list);
    assert_no_problems(bucket.download_objects().into_keys().filter(|path| path != FILE_LIST).collect());
    // A forged list in the bucket cannot reach files outside the folder.
    bucket.put_object("fuori.txt", "theirs");
    for hostile in [format!("{sum}  ../fuori.txt\n"), "<!doctype html>\n".to_owned()] {
        bucket.put_object(&format!("bacheca/{FILE_LIST}"), &hostile);
        let expected = "s3://rifiuti/bacheca/.bacheca-files, riga 1: non l'ha scritto un deploy";
        assert_no_problems(refused(&bucket, "", &[], expected).into_iter().collect());
    }
    bucket.take_requests();
    std::fs::remove_file(public.join(FILE_LIST)).unwrap();
    assert_no_problems(refused(&bucket, "", &[], "qui non c'è un sito fatto da bacheca").into_iter().collect());
    std::fs::remove_dir_all(&public).unwrap();
    assert_no_problems(refused(&bucket, "", &[], "prima «bacheca build»").into_iter().collect());
    assert!(bucket.take_requests().is_empty());
}
