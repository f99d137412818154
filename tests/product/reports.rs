//! Reports of `check` for programs (GitHub, code scanning, JSON), and suppressed findings.

use serde_json::Value as Json;

use crate::support::{ITEMS, JsonSchema, bacheca, board_with, course_with, repository_path, write};

#[test]
fn github_report_has_one_command_per_line() {
    let board = board_with("prova", course_with("livello: Z9\n"));
    let out = bacheca(board.path(), &["check", "--format", "github"]).expect_code(1).out;
    let line = out.trim();
    assert!(!line.contains('\n'), "{out}");
    let expected = format!("::error file={ITEMS}/prova.md,line=15,endLine=15,col=10,endColumn=12,title=unknown-word::");
    assert!(line.starts_with(&expected), "{line}");
    assert!(line.contains("%0A") && line.ends_with("/regole/unknown-word/"), "{line}");
    // GitHub rejects columns if the lines differ.
    let board = board_with("prova", course_with("posti: [\n  1,\n  2,\n]\n"));
    let out = bacheca(board.path(), &["check", "--format", "github"]).expect_code(1).out;
    assert!(out.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{out}");
    assert!(out.contains("line=15,endLine=17,title=invalid-number"), "{out}");
}

#[test]
fn sarif_report_follows_its_schema() {
    let board = board_with("prova", course_with("livello: Z9\naggiornato: 20/11/2026\nsilenzia: {shouting: prova}\n"));
    let text = "---\ntipo: formazione\ntitolo: FESTA DEI POPOLI\nsilenzia: {shouting: è il nome della festa}\n---\n";
    write(&board.path().join(format!("{ITEMS}/festa è.md")), "");
    write(&board.path().join(format!("{ITEMS}/festa.md")), text);
    let out = bacheca(board.path(), &["check", "--format", "sarif"]).expect_code(1).out;
    let sarif: Json = serde_json::from_str(&out).unwrap();
    let schema: Json =
        serde_json::from_slice(&std::fs::read(repository_path("tests/sarif-schema-2.1.0.json")).unwrap()).unwrap();
    assert_eq!(JsonSchema::new(&schema).violation(&sarif), None);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let of = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).unwrap_or_else(|| panic!("{rule}"));
    assert_eq!(
        of("invalid-date")["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"],
        "2026-11-20"
    );
    assert_eq!(of("shouting")["suppressions"][0]["justification"], "è il nome della festa");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let index = usize::try_from(of("unknown-word")["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], "unknown-word");
}

#[test]
fn suppressed_finding_is_reported_with_its_reason() {
    let shouting = "titolo: FESTA DEI POPOLI\n";
    let text = std::fs::read_to_string(repository_path("tests/examples/evento.md")).unwrap();
    let text =
        text.replace("titolo: Festa in cortile\n", &format!("{shouting}silenzia: {{shouting: è il suo nome}}\n"));
    let board = board_with("festa", text);
    let out = bacheca(board.path(), &["check", "--strict"]).expect_code(0).out;
    assert!(out.contains("silenziato: content/opportunita/2026/festa.md: shouting («è il suo nome»)"), "{out}");
    let json: Json = serde_json::from_str(&bacheca(board.path(), &["check", "--format", "json"]).out).unwrap();
    assert_eq!(json["silenced"][0]["reason"], "è il suo nome");
    // An unreadable suppression has no reason.
    let board = board_with("prova", course_with("livello: Z9\nsilenzia: {unknown-word: lo dice il bando}\n"));
    let out = bacheca(board.path(), &["check"]).expect_code(1).out;
    assert!(out.contains("«unknown-word» non si può silenziare"), "{out}");
}
