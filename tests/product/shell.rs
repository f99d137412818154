//! What a shell offers: completion, manual pages, the board found from a folder inside it.

use std::process::Command;

use tempfile::TempDir;

use crate::support::{run_program, small_board};

/// Commands that `--help` lists, itself apart.
fn commands() -> Vec<String> {
    let help = run_program(&["--help"]).expect_code(0).out;
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let names = list.lines().map_while(|line| line.strip_prefix("  ")?.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn completions_name_every_command() {
    let commands = commands();
    assert!(commands.len() > 20, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run_program(&["completions", shell]).expect_code(0).out;
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell} does not complete `{command}`");
        }
    }
}

#[test]
fn bash_completes_a_command() {
    let script = run_program(&["completions", "bash"]).expect_code(0).out;
    let ask =
        "COMP_WORDS=(bacheca pos); COMP_CWORD=1; _bacheca bacheca pos bacheca; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let run = Command::new("bash").args(["--norc", "-c", &format!("{script}\n{ask}")]).output().unwrap();
    let offered = String::from_utf8(run.stdout).unwrap();
    let mut words: Vec<&str> = offered.lines().collect();
    words.sort_unstable();
    assert_eq!(words, ["post", "posted", "poster"], "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = TempDir::new().unwrap();
    run_program(&["man", "--out", folder.path().to_str().unwrap()]).expect_code(0);
    for command in commands() {
        let page = std::fs::read_to_string(folder.path().join(format!("bacheca-{command}.1")));
        assert!(page.is_ok_and(|page| page.contains(".TH ")), "no page of `{command}`");
    }
    assert!(run_program(&["man"]).expect_code(0).out.contains("bacheca"));
    let missing = folder.path().join("nowhere");
    let run = run_program(&["man", "--out", missing.to_str().unwrap()]).expect_code(2);
    assert!(run.err.contains("nowhere"), "{}", run.err);
}

#[test]
fn board_is_found_from_a_folder_inside_it() {
    let board = small_board();
    let inside = board.path().join("content/opportunita/2026");
    let run = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_bacheca");
        let out = Command::new(program).current_dir(&inside).args(arguments).output().unwrap();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    run(&["--today", "2026-11-21", "check", "aiuto-cuoco-mensa.md"]);
    assert!(run(&["--today", "2026-11-21", "list"]).contains("aiuto-cuoco-mensa"));
    run(&["--today", "2026-11-21", "build", "--skip", "search,poster,card,print", "--quiet"]);
    assert!(board.path().join("public/index.html").is_file(), "the site is in the board's folder");
    assert!(!inside.join("public").exists());
}
