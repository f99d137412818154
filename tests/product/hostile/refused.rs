//! What the editors refused: it takes down nothing that is published, and nobody posts or prints it.

use crate::support::{ITEMS, bacheca, commit, git, repository_of_board, repository_path, run_tool, write};

/// Front matter with which the editors refuse an announcement.
const REFUSAL: &str = "rifiutato: {perche: chiede soldi, quando: 2026-11-20}\n";

/// The file of an announcement of the small board.
const PUBLISHED: &str = "sportello-diritti";

#[test]
fn a_refusal_takes_down_no_published_page() {
    let board = repository_of_board();
    let path = board.path().join(format!("{ITEMS}/{PUBLISHED}.md"));
    let text = std::fs::read_to_string(&path).unwrap();
    let alias = text.replacen("---\n", "---\nalias: [sportello-di-prima]\n", 1);
    write(&path, &alias);
    commit(board.path());
    git(board.path(), &["checkout", "-q", "-b", "proposta"]);
    for (facts, names) in [
        (REFUSAL, &[PUBLISHED, "sportello-di-prima"][..]),
        ("stato: bozza\n", &[PUBLISHED, "sportello-di-prima"]),
        ("stato: ritirato\n", &[]),
    ] {
        write(&path, alias.replacen("---\n", &format!("---\n{facts}"), 1));
        let output = bacheca(board.path(), &["check", "--base", "main"]).expect_code(i32::from(!names.is_empty())).out;
        assert_eq!(output.matches("slug-removed").count(), names.len(), "{facts}: {output}");
        for name in names {
            assert!(output.contains(&format!("«{name}»")), "{facts}: {output}");
        }
    }
    // Nor does the old name stand in a file that is refused.
    std::fs::remove_file(&path).unwrap();
    let other = text.replacen("---\n", &format!("---\nalias: [{PUBLISHED}]\n{REFUSAL}"), 1);
    write(&board.path().join(format!("{ITEMS}/sportello-nuovo.md")), other);
    let output = bacheca(board.path(), &["check", "--base", "main"]).expect_code(1).out;
    assert!(output.contains(&format!("«{PUBLISHED}»")), "{output}");
}

#[test]
fn nobody_posts_or_prints_what_was_refused() {
    let board = repository_of_board();
    let path = board.path().join(format!("{ITEMS}/{PUBLISHED}.md"));
    let text = std::fs::read_to_string(&path).unwrap().replacen("---\n", &format!("---\n{REFUSAL}"), 1);
    write(&path, &text);
    for arguments in [
        &["post", PUBLISHED][..],
        &["post", PUBLISHED, "--notice"],
        &["post", PUBLISHED, "--channel", "email"],
        &["poster", PUBLISHED],
        &["posted", PUBLISHED],
        &["translate", PUBLISHED, "ar", "--write"],
    ] {
        let run = bacheca(board.path(), arguments).expect_code(2);
        assert!(run.err.contains("chiede soldi") && run.out.is_empty(), "{arguments:?}: {}{}", run.out, run.err);
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    // The comment on a pull request offers no text of it either.
    let workflow = std::fs::read_to_string(repository_path(".github/workflows/check.yml")).unwrap();
    let (_, pattern) = workflow.split_once("grep -qE \"").unwrap();
    let (pattern, _) = pattern.split_once("\" \"$file\"").unwrap();
    let pattern = &pattern.replace("\\\"", "\"");
    for key in ["rifiutato:", "\"rifiutato\":", "'rifiutato' :", "rifiutato :"] {
        write(&path, text.replacen("rifiutato:", key, 1));
        run_tool("grep", "grep", &["-qE", pattern, path.to_str().unwrap()]);
    }
}
