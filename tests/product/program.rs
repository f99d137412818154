//! How a board gets the program, and what comes with it: the action that its workflows use, `init` and `init --update`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::{assert_no_problems, bacheca, git, repository_path, run_program, run_tool, write};

const WORKFLOWS: [&str; 6] = ["check", "collect", "draft", "posters", "publish", "shards"];

/// A repository of the program with a released version `v1.2.3` and a light tag; returns both commits.
fn program_repository(folder: &Path) -> (String, String) {
    let commit = |text: &str| {
        write(&folder.join("x"), text);
        git(folder, &["add", "."]);
        git(folder, &["commit", "-qm", text]);
        let revision = run_tool("git", "git", &["-C", folder.to_str().unwrap(), "rev-parse", "HEAD"]);
        String::from_utf8(revision).unwrap().trim().to_owned()
    };
    git(folder, &["init", "-q"]);
    let released = commit("released");
    git(folder, &["tag", "-a", "v1.2.3", "-m", "released"]);
    let later = commit("later");
    git(folder, &["tag", "light"]);
    (released, later)
}

/// Runs a script of the action in a board; returns the outputs of the step too.
fn run_script(name: &str, board: &Path, variables: &[(&str, &str)]) -> (Output, String) {
    let outputs = board.join("outputs");
    write(&outputs, "");
    let output = Command::new("bash")
        .arg(repository_path(&format!(".github/actions/program/{name}.sh")))
        .current_dir(board)
        .env("GITHUB_OUTPUT", &outputs)
        .env("HOME", board)
        .env("RUNNER_TEMP", board)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    (output, fs::read_to_string(outputs).unwrap())
}

#[test]
fn one_file_names_the_version_of_the_program() {
    let named = fs::read_to_string(repository_path(".github/program.env")).unwrap();
    assert!(named.contains(&format!("\nVERSION=v{}\n", env!("CARGO_PKG_VERSION"))), "{named}");
    let mut problems = Vec::new();
    for name in WORKFLOWS {
        let workflow = fs::read_to_string(repository_path(&format!(".github/workflows/{name}.yml"))).unwrap();
        if !workflow.contains("uses: ./.github/actions/program\n") || workflow.contains("cargo install") {
            problems.push(format!("{name}.yml installs the program in another way"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn program_is_the_one_that_the_board_names() {
    let source = TempDir::new().unwrap();
    let (released, later) = program_repository(source.path());
    let sum = "ab".repeat(32);
    let from_source = |revision: &str| Some(format!("from=source\nrevision={revision}"));
    let from_release = |revision: &str| Some(format!("from=release\nrevision={revision}"));
    for (version, sum, expected) in [
        ("v1.2.3", "", from_source(&released)),
        ("v1.2.3\r", "", from_source(&released)),
        (&released, "", from_source(&released)),
        ("light", "", from_source(&later)),
        ("v1.2.3", &sum, from_release(&released)),
        (&released, &sum, None),
        ("v1.2.3", "ab", None),
        ("v9", "", None),
        ("HEAD", "", None),
        ("main", "", None),
        ("--upload-pack=x", "", None),
        ("", "", None),
    ] {
        let board = TempDir::new().unwrap();
        let named = format!("# A line.\nSOURCE={}\nVERSION={version}\nSHA256={sum}\n", source.path().display());
        write(&board.path().join(".github/program.env"), named);
        let (output, outputs) = run_script("find", board.path(), &[("SITE", "true")]);
        let line = |name: &str| outputs.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        let found = output.status.success().then(|| format!("{}\n{}", line("from="), line("revision=")));
        assert_eq!(found, expected, "«{version}», «{sum}»: {output:?}");
        if expected.is_none() {
            assert!(
                String::from_utf8_lossy(&output.stdout).contains("::error file=.github/program.env::"),
                "{output:?}"
            );
        }
    }
}

#[test]
fn released_program_is_installed_if_its_sum_is_right() {
    let folder = TempDir::new().unwrap();
    let packed = folder.path().join("packed/bacheca-v1.2.3");
    write(&packed.join("bacheca"), "#!/bin/sh\necho released\n");
    write(&packed.join("annuncia/bacheca.wasm"), "module");
    let archive = folder.path().join("archive.tar.gz");
    let archive_name = archive.to_str().unwrap();
    let packed = folder.path().join("packed");
    run_tool("tar", "tar", &["-czf", archive_name, "-C", packed.to_str().unwrap(), "bacheca-v1.2.3"]);
    let sum =
        Sha256::digest(fs::read(&archive).unwrap()).iter().fold(String::new(), |sum, byte| format!("{sum}{byte:02x}"));
    let address = format!("file://{archive_name}");
    let download = |address: &str, sum: &str| {
        let board = TempDir::new().unwrap();
        let (output, outputs) = run_script("download", board.path(), &[("ARCHIVE", address), ("SUM", sum)]);
        let installed = fs::metadata(board.path().join(".cargo/bin/bacheca"));
        let runs = installed.is_ok_and(|found| found.permissions().mode() & 0o111 != 0);
        (output, outputs, runs)
    };
    let (output, ..) = download(&address, &"0".repeat(64));
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("non è il programma scelto"), "{output:?}");
    let (output, outputs, runs) = download(&address, &sum);
    assert!(output.status.success() && runs, "{output:?}");
    assert!(outputs.contains("installed=true\n") && outputs.contains("/annuncia\n"), "{outputs}");
    // What cannot be had is compiled.
    let (output, outputs, runs) = download("file:///nowhere.tar.gz", &sum);
    assert!(output.status.success() && !runs && outputs.is_empty(), "{output:?} {outputs}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("::warning"), "{output:?}");
}

#[test]
fn init_leaves_what_a_new_repository_has() {
    let folder = TempDir::new().unwrap();
    let board = folder.path();
    write(&board.join("README.md"), "Nostro.\n");
    write(&board.join("LICENSE"), "MIT\n");
    git(board, &["init", "-q"]);
    let output = run_program(&["init", board.to_str().unwrap()]).expect_code(0).out;
    assert!(output.contains("README.md: c'era già"), "{output}");
    assert_eq!(fs::read_to_string(board.join("README.md")).unwrap(), "Nostro.\n");
    assert!(board.join("site.toml").is_file() && board.join(".gitattributes").is_file());

    let other = TempDir::new().unwrap();
    write(&other.path().join("tesi.odt"), "x");
    let output = run_program(&["init", other.path().to_str().unwrap()]).expect_code(2);
    assert!(output.err.contains("non è vuota (tesi.odt)"), "{}", output.err);
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
}

#[test]
fn update_shows_what_differs_and_writes_only_what_is_the_programs() {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("bologna");
    run_program(&["init", board.to_str().unwrap()]).expect_code(0);
    let output = bacheca(&board, &["init", "--update"]).expect_code(0).out;
    assert!(output.contains("sono quelli della versione"), "{output}");

    let check = board.join(".github/workflows/check.yml");
    let ours = fs::read_to_string(&check).unwrap();
    write(&check, ours.replace("timeout-minutes: 45", "timeout-minutes: 5").replace('\n', "\r\n"));
    let version = board.join(".github/program.env");
    write(&version, "VERSION=v9\n");
    write(&board.join(".github/CODEOWNERS"), "* @bologna\n");
    fs::remove_file(board.join(".github/workflows/posters.yml")).unwrap();
    let output = bacheca(&board, &["init", "--update"]).expect_code(1).out;
    for part in ["-    timeout-minutes: 5\n+    timeout-minutes: 45", "posters.yml: nuovo", "2 file da aggiornare"] {
        assert!(output.contains(part), "{part}: {output}");
    }
    assert!(!output.contains("CODEOWNERS") && !output.contains("--- .github/program.env"), "{output}");
    assert!(!board.join(".github/workflows/posters.yml").exists());

    bacheca(&board, &["init", "--update", "--write"]).expect_code(0);
    assert_eq!(fs::read_to_string(&check).unwrap(), ours);
    assert_eq!(fs::read_to_string(&version).unwrap(), "VERSION=v9\n");
    bacheca(&board, &["init", "--update"]).expect_code(0);
    let elsewhere = bacheca(folder.path(), &["init", "--update"]).expect_code(2);
    assert!(elsewhere.err.contains("qui non c'è una bacheca"), "{}", elsewhere.err);
}

#[test]
fn update_names_the_program_that_the_workflows_named_before() {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("prato");
    run_program(&["init", board.to_str().unwrap()]).expect_code(0);
    let named = board.join(".github/program.env");
    fs::remove_file(&named).unwrap();
    let check = board.join(".github/workflows/check.yml");
    write(
        &check,
        "env:\n  BACHECA_SOURCE: \"https://codice.prato.example/bacheca.git\" # ours\n  BACHECA_VERSION: 1234\n",
    );
    let output = bacheca(&board, &["init", "--update"]).expect_code(1).out;
    assert!(output.contains(".github/program.env: nuovo"), "{output}");
    let output = bacheca(&board, &["init", "--update", "--write"]).expect_code(0).out;
    assert!(output.contains("qui non c'è git") && output.contains("controlla SOURCE e VERSION"), "{output}");
    let made = fs::read_to_string(&named).unwrap();
    assert!(made.contains("\nSOURCE=https://codice.prato.example/bacheca.git\n"), "{made}");
    assert!(made.contains("\nVERSION=1234\n") && made.contains("\nOWN=\n"), "{made}");
    bacheca(&board, &["init", "--update"]).expect_code(0);
}

#[test]
fn update_keeps_what_git_does_not_have_and_what_is_the_boards_own() {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("prato");
    run_program(&["init", board.to_str().unwrap()]).expect_code(0);
    git(&board, &["init", "-q"]);
    git(&board, &["add", "."]);
    git(&board, &["commit", "-qm", "Board"]);
    let (check, publish) = (".github/workflows/check.yml", ".github/workflows/publish.yml");
    for path in [check, publish] {
        write(&board.join(path), "ours\n");
    }
    git(&board, &["commit", "-qm", "Ours", publish]);
    let refused = bacheca(&board, &["init", "--update", "--write"]).expect_code(2);
    assert!(refused.err.contains("check.yml") && !refused.err.contains("publish.yml"), "{}", refused.err);
    assert_eq!(fs::read_to_string(board.join(publish)).unwrap(), "ours\n");

    bacheca(&board, &["init", "--update", "--write", "--only", publish]).expect_code(0);
    assert_ne!(fs::read_to_string(board.join(publish)).unwrap(), "ours\n");
    assert_eq!(fs::read_to_string(board.join(check)).unwrap(), "ours\n");
    let unknown = bacheca(&board, &["init", "--update", "--only", ".github/workflows/chek.yml"]).expect_code(2);
    assert!(unknown.err.contains(check), "{}", unknown.err);

    let named = fs::read_to_string(board.join(".github/program.env")).unwrap();
    write(
        &board.join(".github/program.env"),
        named.replace("\nOWN=\n", "\nOWN=workflows/check.yml workflows/shards.yml\r\n"),
    );
    fs::remove_file(board.join(".github/workflows/shards.yml")).unwrap();
    let output = bacheca(&board, &["init", "--update"]).expect_code(0).out;
    assert!(output.contains("sono quelli della versione"), "{output}");
}

#[test]
fn form_of_issues_asks_what_the_fields_are() {
    let written = run_program(&["schema", "--issue-form"]).expect_code(0).out;
    let shipped = fs::read_to_string(repository_path(bacheca::form::ISSUE_FORM_PATH)).unwrap();
    assert!(shipped == written, "write it again: bacheca schema --issue-form > {}", bacheca::form::ISSUE_FORM_PATH);
}

/// The steps of `draft.yml` after the program is installed, with git and gh that only write down what they are asked.
#[test]
fn issue_becomes_a_draft_and_its_words_are_run_by_nobody() {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("board");
    run_program(&["init", board.to_str().unwrap()]).expect_code(0);
    git(&board, &["init", "-q"]);
    git(&board, &["add", "."]);
    git(&board, &["commit", "-qm", "Board"]);
    let body = "### Che cosa annunci?\n\nformazione\n\n### L'annuncio, con le tue parole\n\nCorso gratuito di italiano A2 `touch owned` $(touch owned); \"; touch owned; #\n--> @everyone\n::error::owned\n\n### Scadenza\n\n30 gennaio 2027\n";
    let event = serde_json::json!({
        "issue": {"number": 7, "title": "Corso $(touch owned) `touch owned`", "body": body},
        "label": {"name": "bozza"},
    });
    write(&folder.path().join("event.json"), event.to_string());
    let workflow = fs::read_to_string(repository_path(".github/workflows/draft.yml")).unwrap();
    assert!(!workflow.contains("issue.title") && !workflow.contains("issue.body"), "{workflow}");
    let step = |name: &str| {
        let text = workflow.split(&format!("- name: {name}\n")).nth(1).unwrap().split("\n      - ").next().unwrap();
        let run = text.split("run: ").nth(1).unwrap().trim_start_matches("|\n");
        run.lines().map(str::trim_start).filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
    };
    let tools = folder.path().join("tools");
    write(&tools.join("gh"), "#!/bin/sh\necho \"$@\" >> \"$RUNNER_TEMP/asked\"\n");
    // Nothing leaves this machine.
    write(&tools.join("git"), "#!/bin/sh\n[ \"$1\" = push ] && exit 0\nexec /usr/bin/git \"$@\"\n");
    for tool in ["gh", "git"] {
        fs::set_permissions(tools.join(tool), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let program = Path::new(env!("CARGO_BIN_EXE_bacheca")).parent().unwrap();
    let path = format!("{}:{}:{}", tools.display(), program.display(), std::env::var("PATH").unwrap());
    for name in ["Write the draft", "Propose it"] {
        let output = Command::new("bash")
            .args(["-eo", "pipefail", "-c", &step(name)])
            .current_dir(&board)
            .env("PATH", &path)
            .env("GITHUB_EVENT_PATH", folder.path().join("event.json"))
            .env("RUNNER_TEMP", folder.path())
            .env("GITHUB_REPOSITORY", "borgo/bacheca")
            .env("GH_TOKEN", "x")
            .env("NUMBER", "7")
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
        assert!(!String::from_utf8_lossy(&output.stdout).contains("::error"), "{output:?}");
    }
    let changed =
        run_tool("git", "git", &["-C", board.to_str().unwrap(), "show", "--name-only", "--format=%s", "HEAD"]);
    let changed = String::from_utf8(changed).unwrap();
    assert!(changed.starts_with("Bozza dalla segnalazione #7\n\ncontent/opportunita/2"), "{changed}");
    let file = changed.lines().last().unwrap();
    let draft = fs::read_to_string(board.join(file)).unwrap();
    for part in ["stato: bozza", "tipo: formazione", "2027-01-30"] {
        assert!(draft.contains(part), "{part}: {draft}");
    }
    let asked = fs::read_to_string(folder.path().join("asked")).unwrap();
    assert!(asked.starts_with("pr create --head annuncio-7 "), "{asked}");
    let body = fs::read_to_string(folder.path().join("body")).unwrap();
    assert!(body.lines().skip(2).all(|line| line.is_empty() || line.starts_with("    ")), "{body}");
    assert!(!board.join("owned").exists() && !folder.path().join("owned").exists());
}
