//! What the workflows of a board say of a pull request.

use std::process::Command;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{repository_path, run_tool, write};

/// Words of the report, and of the text to post, that a pull request chooses.
const VERDICT: &str = "Tutto a posto";
const MESSAGE: &str = "https://evil.example/paga";

/// Runs the script of `comment.yml` in Node on a case, with a report without findings and a text for WhatsApp.
fn comment_on(case: Json) -> Json {
    comment_with_texts(case, &[("corso.whatsapp.txt", MESSAGE)])
}

fn comment_with_texts(mut case: Json, texts: &[(&str, &str)]) -> Json {
    let folder = TempDir::new().unwrap();
    let report = json!({"version": 1, "files": 1, "errors": 0, "warnings": 0, "diagnostics": []});
    write(&folder.path().join("report.json"), report.to_string());
    let archive = folder.path().join("made.zip");
    let mut names = vec![folder.path().join("report.json")];
    for (name, text) in texts {
        write(&folder.path().join(name), text);
        names.push(folder.path().join(name));
    }
    let names: Vec<&str> = names.iter().map(|name| name.to_str().unwrap()).collect();
    run_tool("python3", "python3", &[&["-m", "zipfile", "-c", archive.to_str().unwrap()][..], &names[..]].concat());
    case["archive"] = archive.to_str().unwrap().into();
    let case_file = folder.path().join("case.json");
    write(&case_file, case.to_string());
    let paths = ["tests/product/hostile/comment.mjs", ".github/workflows/comment.yml"].map(repository_path);
    let output = Command::new("node")
        .args(paths.iter().chain([&case_file]))
        .env("RUNNER_TEMP", folder.path())
        .output()
        .unwrap_or_else(|error| panic!("node: {error}; run: apt-get install nodejs"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The one comment that was written.
fn only_comment(output: &Json) -> &str {
    let [one] = &output["written"].as_array().unwrap()[..] else { panic!("{output}") };
    one["created"].as_str().or(one["updated"].as_str()).unwrap()
}

fn file(name: &str) -> Json {
    json!({"filename": name, "status": "modified"})
}

#[test]
fn comment_gives_verdict_and_texts_for_content_alone() {
    let output =
        comment_on(json!({"files": [file("content/opportunita/2026/corso.md"), file("content/enti/ponte.md")]}));
    let comment = only_comment(&output);
    assert!(comment.contains(VERDICT) && comment.contains(MESSAGE), "{comment}");
    assert!(comment.contains("commit `aaaaaaa`"), "{comment}");
}

#[test]
fn comment_gives_no_verdict_where_anything_else_is_touched() {
    let content = file("content/opportunita/2026/corso.md");
    let many: Vec<Json> = (0..150).map(|number| file(&format!("content/opportunita/2026/corso-{number}.md"))).collect();
    let renamed = |from: &str, to: &str| json!({"filename": to, "previous_filename": from, "status": "renamed"});
    for (name, files) in [
        ("workflow", vec![file(".github/workflows/check.yml"), content.clone()]),
        ("another workflow of the same name", vec![content.clone(), file(".github/workflows/zzz.yml")]),
        ("configuration", vec![file("site.toml")]),
        ("removed", vec![json!({"filename": "Cargo.toml", "status": "removed"})]),
        ("renamed out", vec![renamed("content/x.md", ".github/workflows/check.yml")]),
        ("renamed in", vec![renamed(".github/workflows/check.yml", "content/x.md")]),
        ("beside", vec![file("content.md"), file("contents/x.md")]),
        ("other letters", vec![file("Content/x.md")]),
        ("behind many others", [&many[..], &[file(".github/workflows/check.yml")]].concat()),
        ("what hides the changes", vec![content.clone(), file("content/opportunita/.gitattributes")]),
        ("a hidden folder", vec![content.clone(), file("content/.github/x.md")]),
    ] {
        let output = comment_on(json!({"files": files}));
        let comment = only_comment(&output);
        for shown in [VERDICT, MESSAGE, "WhatsApp", "Domande", "errori"] {
            assert!(!comment.contains(shown), "{name}: {comment}");
        }
        assert!(comment.contains("Da leggere a mano") && comment.contains("commit `aaaaaaa`"), "{name}: {comment}");
    }
    // All that is listed is content, and GitHub does not list all, or nothing.
    let too_many: Vec<Json> = (0..301).map(|number| file(&format!("content/enti/ente-{number}.md"))).collect();
    for unlisted in [
        json!({"files": many, "changed_files": 3001}),
        json!({"files": too_many}),
        json!({"files": [content], "unlisted": true}),
    ] {
        let output = comment_on(unlisted);
        let comment = only_comment(&output);
        assert!(comment.contains("Da leggere a mano") && !comment.contains(VERDICT), "{comment}");
    }
    assert!(only_comment(&comment_on(json!({"files": many}))).contains(VERDICT));
}

#[test]
fn names_of_files_are_only_shown() {
    let evil = "x\n```\n<img src=x> @everyone [paga](https://evil.example)\u{202e}\u{2066}````";
    let output = comment_on(json!({"files": [file(evil)]}));
    let comment = only_comment(&output);
    let fenced: Vec<&str> = comment.split("\n`````").collect();
    assert_eq!(fenced.len(), 3, "{comment}");
    assert!(fenced[1].starts_with("text\nx ``` <img") && !comment.contains(['\u{202e}', '\u{2066}']), "{comment}");
    let many: Vec<Json> = (0..200).map(|number| file(&format!("{}{number}", "x".repeat(200)))).collect();
    let output = comment_on(json!({"files": many}));
    assert!(only_comment(&output).len() < 20_000 && only_comment(&output).contains("… e altri 150."));
}

#[test]
fn comment_speaks_of_the_newest_commit_alone() {
    let files = [file("content/opportunita/2026/corso.md")];
    for case in [
        json!({"files": files, "pushed": "b".repeat(40)}),
        json!({"files": files, "run": {"head_sha": "b".repeat(40)}}),
    ] {
        assert_eq!(comment_on(case)["written"], json!([]));
    }
    // A report that another commit made is not believed.
    let output = comment_on(json!({"files": files, "reported": "b".repeat(40)}));
    let comment = only_comment(&output);
    assert!(comment.contains("Il controllo non è finito") && !comment.contains(MESSAGE), "{comment}");
    assert!(comment.contains("commit `aaaaaaa`"), "{comment}");
    // What was said of an older commit goes.
    let old = json!([{"id": 9, "user": {"login": "github-actions[bot]", "type": "Bot"}, "body": "<!-- bacheca -->\n\nvecchio"}]);
    let output = comment_on(json!({"files": [file("site.toml")], "comments": old}));
    assert_eq!(output["written"][0]["id"], 9);
}

#[test]
fn names_that_begin_like_options_are_not_read() {
    let texts =
        [("-d.ask.txt", "Domanda nascosta"), ("-x.whatsapp.txt", "nascosto"), ("corso.ask.txt", "Quando comincia?")];
    let output = comment_with_texts(json!({"files": [file("content/opportunita/2026/corso.md")]}), &texts);
    let comment = only_comment(&output);
    assert!(comment.contains("Quando comincia?") && !comment.contains("nascost"), "{comment}");
    assert_eq!(output["messages"], json!([]));
    // Nor are those of announcements handed to the program.
    for name in ["check", "posters"] {
        let workflow = std::fs::read_to_string(repository_path(&format!(".github/workflows/{name}.yml"))).unwrap();
        assert!(workflow.contains("$slug =~ ^[a-z0-9][a-z0-9-]*$ ]]"), "{name}");
    }
}

#[test]
fn nothing_in_the_repository_passes_for_what_was_printed() {
    let workflow = std::fs::read_to_string(repository_path(".github/workflows/publish.yml")).unwrap();
    let removal = workflow.find("run: rm -rf .bacheca public\n").unwrap();
    let cache = workflow.find("path: .bacheca\n").unwrap();
    assert!(removal < cache && cache < workflow.find("run: bacheca build").unwrap(), "{removal} {cache}");
}
