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
            let (address, deployer, reader) = serde_json::from_str(&line).expect("moto prints its address and keys");
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

/// A deploy that must fail before it sends anything.
struct RefusedDeploy<'c> {
    /// Address to deploy to; empty for the bucket's own.
    to: &'c str,
    variables: Vec<(&'c str, &'c str)>,
    expected_error: &'c str,
}

/// A deploy to an address, with the deployer's key.
fn refused_address<'c>(to: &'c str, expected_error: &'c str) -> RefusedDeploy<'c> {
    RefusedDeploy { to, variables: Vec::new(), expected_error }
}

/// A deploy to the bucket's own address, with other environment variables.
fn refused_variables<'c>(variables: &[(&'c str, &'c str)], expected_error: &'c str) -> RefusedDeploy<'c> {
    RefusedDeploy { to: "", variables: variables.to_vec(), expected_error }
}

/// A bucket for one test, and the board that is deployed there.
struct Bucket {
    name: &'static str,
    board: TempDir,
    /// Number of recorded requests that were already taken.
    requests_taken: usize,
}

impl Bucket {
    fn new(name: &'static str) -> Self {
        MotoServer::shared().call("create_bucket", json!({"Bucket": name}));
        let bucket = Self { name, board: small_board(), requests_taken: 0 };
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

    /// Downloads the objects in the folder of the site.
    fn download_objects(&mut self) -> Tree {
        let mut files = Tree::new();
        let listed = MotoServer::shared().call("list_objects_v2", json!({"Bucket": self.name}));
        assert_eq!(listed["IsTruncated"], false);
        for object in listed["Contents"].as_array().into_iter().flatten() {
            let key = object["Key"].as_str().unwrap();
            let object = MotoServer::shared().call("get_object", json!({"Bucket": self.name, "Key": key}));
            let hex_digits = object["Body"].as_str().unwrap().as_bytes();
            let parse_hex_byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
            let path = key.strip_prefix("bacheca/").unwrap_or_else(|| panic!("{key}: not in the folder"));
            files.insert(path.to_owned(), hex_digits.chunks(2).map(parse_hex_byte).collect());
        }
        self.take_requests();
        files
    }

    /// Takes the requests since the last call: method and path below the folder.
    fn take_requests(&mut self) -> Vec<String> {
        let requests = MotoServer::shared().call("requests", json!({"Bucket": self.name}));
        let requests: Vec<String> = serde_json::from_value(requests).unwrap();
        let folder = format!("/{}/bacheca/", self.name);
        let new = requests[self.requests_taken..].iter().map(|request| request.replace(&folder, "")).collect();
        self.requests_taken = requests.len();
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
        let is_secret =
            ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].contains(&name) || value.contains('@');
        let output = format!("{}{}", run.out, run.err);
        assert!(!is_secret || value.is_empty() || !output.contains(value), "{name} is in the output:\n{output}");
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
    let answer: Json = serde_json::from_str(&bucket.deploy(&["--dry-run", "--json"]).expect_code(0).out).unwrap();
    assert_eq!((&answer["version"], &answer["prova"], &answer["uguali"]), (&1.into(), &true.into(), &0.into()));
    assert_eq!((&answer["bucket"], &answer["cancellati"]), (&"s3://citta/bacheca".into(), &json!([])));
    assert_eq!(answer["mandati"].as_array().unwrap().len(), first.len() - 1, "{answer}");
    bucket.take_requests();

    let Run { out: output, err, .. } = bucket.deploy(&[]).expect_code(0);
    assert_eq!(err, format!("invio: {}\n", first.len() - 1));
    assert_eq!(output, format!("file mandati {}, cancellati 0, già uguali 0: s3://citta/bacheca\n", first.len() - 1));
    let requests = bucket.take_requests();
    let mut files = bucket.download_objects();
    assert_eq!(files.remove("foto-di-altri.jpg").unwrap(), b"theirs");
    assert!(files == first, "{:?}", files.keys().collect::<Vec<_>>());
    // Order: the old list is read, then files that pages need, pages, the service worker, and the new list are sent.
    let rank = |request: &String| match request.as_str() {
        "PUT sw.js" => 2,
        "PUT ricerca/it.json" | "PUT ricerca/en.json" | "PUT ricerca/ar.json" => 1,
        page if page.ends_with(".html") => 1,
        _ => 0,
    };
    assert_eq!(requests[..2], [format!("GET {FILE_LIST}"), format!("PUT {FILE_LIST}")]);
    assert_eq!(requests.last(), Some(&format!("PUT {FILE_LIST}")));
    assert_eq!(requests.len(), first.len() + 2);
    assert!(requests[2..requests.len() - 1].is_sorted_by_key(rank), "{requests:#?}");

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
    let requests = bucket.take_requests();
    let mut expected: Vec<String> = [format!("GET {FILE_LIST}"), format!("PUT {FILE_LIST}")].into();
    first.remove(FILE_LIST);
    let changed = |path: &&String| *path != FILE_LIST && first.get(*path) != second.get(*path);
    expected.extend(second.keys().filter(changed).map(|path| format!("PUT {path}")));
    expected.extend(first.keys().filter(|path| !second.contains_key(*path)).map(|path| format!("DELETE {path}")));
    expected.push(format!("PUT {FILE_LIST}"));
    assert_eq!(expected.len(), 3 + sent.len() + deleted.len());
    let is_deletion = |request: &String| request.starts_with("DELETE");
    let first_deletion = requests.iter().position(is_deletion).unwrap();
    assert!(requests[first_deletion..requests.len() - 1].iter().all(is_deletion), "{requests:#?}");
    let sorted = |mut requests: Vec<String>| {
        requests.sort();
        requests
    };
    assert_eq!(sorted(requests), sorted(expected));
    let mut files = bucket.download_objects();
    assert!(files.remove("foto-di-altri.jpg").is_some());
    assert!(files == second);
}

#[test]
fn deploy_sets_media_type_and_cache_control() {
    let mut bucket = Bucket::new("tipi");
    bucket.deploy(&[]).expect_code(0);
    let immutable = "public, max-age=31536000, immutable";
    let fragment = bucket.download_objects().into_keys().find(|path| path.starts_with("ricerca/it/words-")).unwrap();
    for (path, media_type, cache_control) in [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("assets/style.css", "text/css; charset=utf-8", immutable),
        ("assets/feed.css", "text/css; charset=utf-8", "no-cache"),
        ("assets/icon.svg", "image/svg+xml", "no-cache"),
        (fragment.as_str(), "text/plain; charset=utf-8", immutable),
        ("ricerca/it.json", "application/json; charset=utf-8", "no-cache"),
        ("eventi.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("feed.xml", "application/xml; charset=utf-8", "no-cache"),
        ("manifest.webmanifest", "application/manifest+json", "no-cache"),
        (FILE_LIST, "text/plain; charset=utf-8", "no-cache"),
    ] {
        let head =
            MotoServer::shared().call("head_object", json!({"Bucket": "tipi", "Key": format!("bacheca/{path}")}));
        assert_eq!(
            (&head["ContentType"], &head["CacheControl"]),
            (&json!(media_type), &json!(cache_control)),
            "{path}"
        );
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
    let [deployer_key, _] = &server.deployer;
    let [reader_key, reader_secret] = &server.reader;
    let unused_port = "http://127.0.0.1:1";
    let cases: &[RefusedDeploy<'_>] = &[
        refused_address("citta", "«citta» non è l'indirizzo di un bucket"),
        refused_address("s3://", "non è l'indirizzo di un bucket"),
        refused_address("https://example.org", "non è l'indirizzo di un bucket"),
        refused_address("s3://Citta", "non è l'indirizzo di un bucket"),
        refused_address("s3://rifiuti/../x", "non è l'indirizzo di un bucket"),
        refused_address("s3://nessuno/bacheca", "s3://nessuno/bacheca: il bucket non c'è su 127.0.0.1:"),
        refused_variables(&[("AWS_ACCESS_KEY_ID", "")], "mancano le chiavi del bucket"),
        refused_variables(
            &[("AWS_ACCESS_KEY_ID", "AKIAOTHER")],
            "non conosce questa chiave: controlla AWS_ACCESS_KEY_ID",
        ),
        refused_variables(&[("AWS_ACCESS_KEY_ID", "two words")], "AWS_ACCESS_KEY_ID contiene spazi o segni"),
        refused_variables(
            &[("AWS_ACCESS_KEY_ID", deployer_key), ("AWS_SECRET_ACCESS_KEY", "wrong")],
            "AWS_SECRET_ACCESS_KEY non è quella",
        ),
        refused_variables(
            &[("AWS_ACCESS_KEY_ID", reader_key), ("AWS_SECRET_ACCESS_KEY", reader_secret)],
            "non permettono di leggere, scrivere",
        ),
        refused_variables(&[("AWS_SESSION_TOKEN", "è scaduto")], "AWS_SESSION_TOKEN contiene spazi o segni"),
        refused_variables(&[("AWS_REGION", "Milano/1")], "AWS_REGION non è il nome di una regione"),
        refused_variables(&[("AWS_ENDPOINT_URL", "s3.example.org")], "AWS_ENDPOINT_URL non è l'indirizzo di un server"),
        refused_variables(
            &[("AWS_ENDPOINT_URL", "https://me:pass@example.org")],
            "AWS_ENDPOINT_URL non è l'indirizzo di un server",
        ),
        refused_variables(&[("AWS_CA_BUNDLE", "/non-c-e.pem")], "il file indicato da AWS_CA_BUNDLE non si legge"),
        refused_variables(&[("AWS_CA_BUNDLE", "/dev/null")], "AWS_CA_BUNDLE non contiene certificati"),
        refused_variables(
            &[("AWS_ENDPOINT_URL", "http://bucket.invalid")],
            "nessuno risponde a bucket.invalid: controlla la rete",
        ),
        refused_variables(
            &[("AWS_ENDPOINT_URL", unused_port)],
            "nessuno risponde a 127.0.0.1:1: controlla la rete e AWS_ENDPOINT_URL",
        ),
    ];
    let wrong_error = |bucket: &Bucket, address: &str, variables: &[(&str, &str)], expected: &str| {
        let address = if address.is_empty() { "s3://rifiuti/bacheca" } else { address };
        let mut command = deploy_command(bucket.board.path(), &[address]);
        command.envs(variables.iter().copied());
        let run = run_without_secrets(command).expect_code(2);
        // A file that changed since the build is found when the first is sent.
        let error = run.err.strip_prefix("invio: 1\n").unwrap_or(&run.err);
        let is_expected = error.starts_with("bacheca: ") && run.err.contains(expected) && run.out.is_empty();
        (!is_expected).then(|| format!("{address} {variables:?}: {}", run.err))
    };
    let problem = |case: &RefusedDeploy<'_>| wrong_error(&bucket, case.to, &case.variables, case.expected_error);
    assert_no_problems(cases.iter().filter_map(problem).collect());
    assert!(bucket.download_objects().is_empty());

    let public = bucket.board.path().join("public");
    let list = std::fs::read_to_string(public.join(FILE_LIST)).unwrap();
    let checksum = "a".repeat(64);
    for (hostile, expected) in [
        (format!("{checksum}  ../site.toml\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{list}{checksum}  /etc/hostname\n"), "non è dell'ultima build"),
        (format!("index.html\n{list}"), ".bacheca-files, riga 1: non è dell'ultima build"),
        (format!("{checksum}  inesistente.txt\n"), "inesistente.txt: non è più il file della build"),
        (format!("{checksum}  index.html\n"), "index.html: non è più il file della build: ripeti «bacheca build»"),
    ] {
        write(&public.join(FILE_LIST), hostile);
        assert_no_problems(wrong_error(&bucket, "", &[], expected).into_iter().collect());
    }
    write(&public.join(FILE_LIST), &list);
    assert_no_problems(bucket.download_objects().into_keys().filter(|path| path != FILE_LIST).collect());
    // A forged list in the bucket cannot reach files outside the folder.
    bucket.put_object("fuori.txt", "theirs");
    for hostile in [format!("{checksum}  ../fuori.txt\n"), "<!doctype html>\n".to_owned()] {
        bucket.put_object(&format!("bacheca/{FILE_LIST}"), &hostile);
        let expected = "s3://rifiuti/bacheca/.bacheca-files, riga 1: non l'ha scritto un deploy";
        assert_no_problems(wrong_error(&bucket, "", &[], expected).into_iter().collect());
    }
    bucket.take_requests();
    std::fs::remove_file(public.join(FILE_LIST)).unwrap();
    assert_no_problems(wrong_error(&bucket, "", &[], "qui non c'è un sito fatto da bacheca").into_iter().collect());
    std::fs::remove_dir_all(&public).unwrap();
    assert_no_problems(wrong_error(&bucket, "", &[], "prima «bacheca build»").into_iter().collect());
    assert!(bucket.take_requests().is_empty());
}

/// Each part of a site has a list of its own, so that no part deletes what another sent.
#[test]
fn parts_of_a_site_make_the_whole_and_leave_each_other_alone() {
    let mut bucket = Bucket::new("parts");
    let mut whole = read_tree(&bucket.board.path().join("public"));
    whole.remove(FILE_LIST);
    let parts = ["1/2", "2/2", "index"];
    let send = |bucket: &Bucket| {
        for part in parts {
            let build = [&BUILD_ARGUMENTS[..], &["--out", "part", "--shard", part]].concat();
            bacheca(bucket.board.path(), &build).expect_code(0);
            bucket.deploy(&["--out", "part", "--shard", part]).expect_code(0);
        }
    };
    let lists: Vec<String> = parts.iter().map(|part| format!("{FILE_LIST}.{}", part.replace('/', "-"))).collect();
    send(&bucket);
    let mut sent = bucket.download_objects();
    for list in &lists {
        assert!(sent.remove(list).is_some(), "{list}");
    }
    assert_eq!(sent.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    assert!(sent == whole);
    // What is gone from a part is gone from the bucket.
    std::fs::remove_file(bucket.board.path().join(ITEM)).unwrap();
    send(&bucket);
    let left = bucket.download_objects();
    assert!(!left.contains_key("o/aiuto-cuoco-mensa/index.html") && left.contains_key("o/porte-aperte/index.html"));
}
