//! Names of files and folders.

use super::{Case, ITEM, announcement, build_only_case, new_case};
use crate::support::write;

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
