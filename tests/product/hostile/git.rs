//! Repositories that would make git run a program.

use tempfile::TempDir;

use crate::support::{bacheca, commit, copy_tree, git, repository_path, write};

/// A repository with a board in a folder, which looks like a repository itself.
fn board_that_is_a_repository(program: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let board = folder.path().join("board");
    copy_tree(&repository_path("tests/site/board"), &board);
    let _ = std::fs::remove_dir_all(board.join(".bacheca"));
    git(folder.path(), &["init", "-q", "-b", "main"]);
    commit(folder.path());
    // As a pull request brings it, with a history of its own: git stores these files without complaint.
    let other = TempDir::new().unwrap();
    git(other.path(), &["init", "-q", "-b", "main"]);
    git(other.path(), &["commit", "-q", "--allow-empty", "-m", "x"]);
    for part in ["objects", "refs"] {
        copy_tree(&other.path().join(".git").join(part), &board.join(part));
    }
    write(&board.join("HEAD"), "ref: refs/heads/main\n");
    let settings =
        ["fsmonitor", "hooksPath", "sshCommand", "pager", "askPass"].map(|key| format!("{key} = \"{program}\""));
    let (settings, tree) = (settings.join("\n"), board.display());
    write(
        &board.join("config"),
        format!(
            "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = {tree}\n{settings}\n[diff]\nexternal = \"{program}\"\n"
        ),
    );
    folder
}

#[test]
fn folder_that_looks_like_a_repository_runs_nothing() {
    let outside = TempDir::new().unwrap();
    let mark = outside.path().join("pwned");
    let repository = board_that_is_a_repository(&format!("touch {}; false", mark.display()));
    let board = repository.path().join("board");
    write(&board.join(".bacheca/paper/0123"), "x");
    let removed = board.join("content/opportunita/2026/sportello-diritti.md");
    std::fs::remove_file(&removed).unwrap();
    // The answer comes from the true history all the same.
    let run = bacheca(&board, &["check", "--base", "main"]);
    assert!(!mark.exists(), "{}{}", run.out, run.err);
    assert!(run.out.contains("slug-removed"), "{}{}", run.out, run.err);
    bacheca(&board, &["translate", "contributo-affitto", "en"]);
    assert!(!mark.exists());
}

#[test]
fn settings_and_variables_run_nothing() {
    let folder = TempDir::new().unwrap();
    let mark = folder.path().join("pwned");
    let board = folder.path().join("board");
    copy_tree(&repository_path("tests/site/board"), &board);
    let _ = std::fs::remove_dir_all(board.join(".bacheca"));
    write(&board.join(".gitattributes"), "*.md diff=word filter=word\n");
    git(&board, &["init", "-q", "-b", "main"]);
    commit(&board);
    let program = format!("touch {}; false", mark.display());
    for key in [
        "core.fsmonitor",
        "diff.external",
        "diff.word.command",
        "diff.word.textconv",
        "filter.word.clean",
        "core.pager",
    ] {
        git(&board, &["config", key, &program]);
    }
    let removed = board.join("content/opportunita/2026/sportello-diritti.md");
    std::fs::remove_file(removed).unwrap();
    // git has to look into a file that seems to be changed.
    let touched = board.join("content/opportunita/2026/contributo-affitto.md");
    write(&touched, std::fs::read(&touched).unwrap());
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bacheca"))
        .args(["--root", board.to_str().unwrap(), "--today", crate::support::TODAY, "check", "--base", "main"])
        .env("GIT_EXTERNAL_DIFF", &program)
        .env("GIT_DIR", folder.path().join("elsewhere"))
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "core.fsmonitor")
        .env("GIT_CONFIG_VALUE_0", &program)
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("slug-removed"), "{output:?}");
    assert!(!mark.exists());
}
