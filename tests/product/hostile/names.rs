//! Names of files and folders.

use super::{Case, ITEM, QUICK_BUILD, announcement, announcement_titled, announcement_with, build_only_case, new_case};
use crate::support::{bacheca, findings, repository_path, small_board, write};

pub fn cases() -> Vec<Case> {
    vec![
        new_case("names that differ by case", 1, |board, _| {
            write(&board.join(ITEM), announcement());
            write(&board.join(ITEM).with_file_name("Prova-Ostile.md"), announcement());
        }),
        new_case("names with spaces, emoji, reversed letters", 1, |board, _| {
            for name in
                ["un corso.md", "🎉.md", "a\u{202e}dm.exe.md", "-rf.md", "CON.md", ".md", "a\nb.md", "'\"<b>.md"]
            {
                write(&board.join(ITEM).with_file_name(name), announcement());
            }
        }),
        new_case("a very long name", 1, |board, _| {
            write(&board.join(ITEM).with_file_name(format!("{}.md", "a".repeat(250))), announcement());
        }),
        new_case("odd names in static", 0, |board, _| {
            for name in ["due parole.txt", "🎉.txt", "a\u{202e}txt.exe", "<b>&\"'.txt"] {
                write(&board.join("static").join(name), "x");
            }
        }),
        build_only_case("a name of two lines in static", |board, _| write(&board.join("static/a\nindex.html"), "x")),
        new_case("a folder named as a file", 0, |board, _| {
            std::fs::create_dir_all(board.join(ITEM)).unwrap();
        }),
    ]
}

/// A name that would end the line, and then command GitHub and the terminal.
const COMMANDING: &str = "a\n::error file=x,line=1::pwn\u{1b}[2J\u{202e}";

/// Checks that a name was shown, and that it commanded nothing.
fn assert_defused(said: &str) {
    assert!(said.contains("a⟨U+000A⟩"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']) && !said.contains("\n::error file=x,line=1"), "{said}");
}

#[test]
fn names_command_neither_terminal_nor_github() {
    let board = small_board();
    write(&board.path().join(ITEM).with_file_name(format!("{COMMANDING}.md")), announcement());
    // Two announcements of one name, of which one is in a folder with an odd name: its path is in a message.
    let copy = board.path().join(format!("content/opportunita/{COMMANDING}/sportello-diritti.md"));
    write(&copy, announcement());
    for arguments in [&["check"][..], &["check", "--lang", "en"], &["check", "--format", "github"], &["build"]] {
        let run = bacheca(board.path(), arguments).expect_code(1);
        assert_defused(&run.out);
        let lines = run.out.lines().filter(|line| line.starts_with("::")).count();
        let findings = if arguments.contains(&"github") { findings(board.path()).len() } else { 0 };
        assert_eq!(lines, findings, "{}", run.out);
    }
    // The difference that `--fix` shows.
    write(&copy, announcement().replace('\n', "\r\n"));
    assert_defused(&bacheca(board.path(), &["check", "--fix"]).expect_code(1).out);
}

#[test]
fn quoted_values_begin_no_line_of_a_report() {
    let board = small_board();
    write(&board.path().join(ITEM), announcement_with("stato: \"a\\n::error file=x,line=1::pwn\"", "Testo."));
    for arguments in [&["check"][..], &["build"]] {
        let run = bacheca(board.path(), arguments).expect_code(1);
        assert!(run.out.contains("::error file=x"), "{}", run.out);
        assert!(!run.out.lines().any(|line| line.trim_start().starts_with("::")), "{}", run.out);
    }
}

#[test]
fn no_line_of_a_log_holds_a_command() {
    let board = small_board();
    write(&board.path().join(ITEM), announcement_with("stato: \"##[error]pwn\"", "Vedi ##[add-mask]pwn <b>qui</b>."));
    for arguments in [&["check"][..], &["build"]] {
        let run = bacheca(board.path(), arguments).expect_code(1);
        assert!(run.out.contains("## [error]pwn") && run.out.contains("## [add-mask]pwn"), "{}", run.out);
        assert!(!run.out.contains("##["), "{}", run.out);
    }
    // Errors of a theme quote its own words and the names of its files.
    let board = small_board();
    let site = board.path().join("site.toml");
    let text = std::fs::read_to_string(&site).unwrap();
    write(&site, text.replace("fuso =", "tema = \"mio\"\nfuso ="));
    let page = board.path().join("themes/mio/pages").join(format!("{COMMANDING}.html"));
    write(&page, "{{ ##[error]pwn");
    let run = bacheca(board.path(), &QUICK_BUILD).expect_code(1);
    let is_command = |line: &str| line.trim_start().starts_with("::") || line.contains("##[");
    let said = run.out + &run.err;
    assert!(said.contains("error file=x") && !said.lines().any(is_command), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    // An argument may come from a name, too.
    for arguments in [["post", COMMANDING], ["explain", COMMANDING], ["deploy", COMMANDING]] {
        let run = bacheca(small_board().path(), &arguments).expect_code(2);
        assert!(!run.err.lines().any(is_command) && !run.err.contains(['\u{1b}', '\u{202e}']), "{}", run.err);
    }
}

#[test]
fn names_of_static_files_and_themes_are_shown_on_one_line() {
    let board = small_board();
    let file = board.path().join("static").join(COMMANDING);
    write(&file, "x");
    assert_defused(&bacheca(board.path(), &QUICK_BUILD).expect_code(2).err);
    std::fs::remove_file(file).unwrap();
    for theme in [r"a\n::error file=x,line=1::pwn\u001b[2J\u202e", r"../a\n::error file=x,line=1::pwn\u001b[2J\u202e"] {
        let site = board.path().join("site.toml");
        let text = std::fs::read_to_string(repository_path("tests/site/board/site.toml")).unwrap();
        write(&site, text.replace("fuso =", &format!("tema = \"{theme}\"\nfuso =")));
        let run = bacheca(board.path(), &QUICK_BUILD).expect_code(1);
        assert!(run.out.contains("U+000A") && !run.out.contains(['\u{1b}', '\u{202e}']), "{}", run.out);
    }
}

#[test]
fn words_of_announcements_do_not_command_the_terminal() {
    let board = small_board();
    let escape = "\\e]0;pwn\\a\\e[2J\\x9b2J\\u202e";
    let text =
        announcement_titled(&format!("\"Sportello {escape}\"")).replace("\n---\n\n", "\n---\n\n\u{1b}[2J\u{9b}2J");
    // Something to ask: nobody says where it is.
    let text =
        text.lines().filter(|line| !line.starts_with("luogo:")).flat_map(|line| [line, "\n"]).collect::<String>();
    write(&board.path().join(ITEM), text);
    let organisation = board.path().join("content/enti/ponte.md");
    let named = std::fs::read_to_string(&organisation).unwrap();
    write(&organisation, named.replace("Associazione Il Ponte", &format!("\"Ponte {escape}\"")));
    for arguments in [
        &["post", "prova-ostile"][..],
        &["post", "prova-ostile", "--channel", "telegram"],
        &["post", "prova-ostile", "--channel", "email"],
        &["ask", "prova-ostile"],
        &["plan"],
        &["translate", "prova-ostile", "en"],
        &["new", "notizia"],
        &["posted", "prova-ostile"],
    ] {
        let run = bacheca(board.path(), arguments).expect_code(0);
        let printed = run.out + &run.err;
        assert!(!printed.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{arguments:?}: {printed:?}");
    }
}

#[test]
fn words_of_messages_command_neither_the_terminal_nor_a_log() {
    let board = small_board();
    let escape = "\\e]0;pwn\\a\\e[2J\\x9b2J\\u202e";
    let message = board.path().join("messaggio.txt");
    let text = format!(
        "BACHECA 1 formazione\ntitolo: \"Corso {escape} ##[error]pwn\"\nente: \"Ponte {escape}\"\nignota: ##[warning]pwn\nsintesi: \"{escape}\n::error::pwn\"\n"
    );
    write(&message, text);
    let run = bacheca(board.path(), &["intake", message.to_str().unwrap()]);
    let is_command = |line: &str| line.trim_start().starts_with("::") || line.contains("##[");
    assert!(run.err.contains("annuncio «Corso") && run.err.contains("## [error]pwn"), "{}", run.err);
    assert!(!run.err.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{:?}", run.err);
    assert!(!run.err.lines().any(is_command), "{}", run.err);
}

#[test]
fn words_of_announcements_end_no_comment_of_a_translation() {
    for end in ["\\r", "\\r\\n", "\\n", "\\x85", "\\u2028", "\\u2029"] {
        let board = small_board();
        let value = format!("\"Festa{end}modo: umana{end}---{end}x\"");
        let text = announcement_titled(&value).replacen("\n---\n", &format!("\navvertenze: [{value}]\n---\n"), 1);
        write(&board.path().join(ITEM), text);
        bacheca(board.path(), &["translate", "prova-ostile", "en", "--write"]).expect_code(0);
        let written = std::fs::read_to_string(board.path().join(ITEM).with_extension("en.md")).unwrap();
        let ends = |ch: char| matches!(ch, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        assert!(written.contains("Festa"), "{written}");
        assert!(
            !written.split(ends).any(|line| line.starts_with("modo: umana") || line.starts_with("---x")),
            "{end}: {written:?}"
        );
        assert!(!written.contains('\r') && !written.contains('\u{2028}'), "{end}: {written:?}");
    }
}
