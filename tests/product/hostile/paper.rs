//! Words that stop the printing of posters: a build that fails publishes nothing.

use super::ITEM;
use crate::support::{bacheca, small_board, write};

/// Titles and summaries that have no width on paper, or end sentences with signs of several bytes.
const WORDS: [(&str, &str); 8] = [
    ("emoji alone", "🎉"),
    ("an emoji of several signs", "👨‍👩‍👧‍👦"),
    ("a mark without a letter", "\u{301}"),
    ("codes without a character", "\u{1fffd}"),
    ("sentences of Bengali", "ক। খ গ। "),
    ("sentences of Urdu", "ا۔ ب پ۔ "),
    ("sentences of Chinese", "中。 文字。 "),
    ("questions of Arabic", "ا؟ ب ت؟ "),
];

#[test]
fn no_words_stop_the_printer() {
    for (name, words) in WORDS {
        let board = small_board();
        let long = |most: usize| words.chars().cycle().take(most).collect::<String>();
        let (title, line) = (if words.contains(' ') { long(190) } else { words.to_owned() }, long(300));
        let text = super::announcement_titled(&format!("\"{title}\""));
        let facts = [("destinatari", &line), ("sintesi", &line), ("obiettivi", &title), ("attivita", &title)];
        let replaced = |line: &str| {
            let fact = facts.iter().find(|(key, _)| line.starts_with(&format!("{key}:")));
            fact.map_or_else(|| line.to_owned(), |(key, words)| format!("{key}: \"{words}\""))
        };
        write(&board.path().join(ITEM), text.lines().map(|line| replaced(line) + "\n").collect::<String>());
        for language in ["en", "ar"] {
            let translation = format!("---\ntitolo: \"{title}\"\nsintesi: \"{line}\"\nmodo: umana\n---\n\nA text.\n");
            write(&board.path().join(ITEM).with_extension(format!("{language}.md")), translation);
        }
        let out = board.path().join("x.pdf");
        let out = out.to_str().unwrap();
        for options in [
            &["prova-ostile", "--strips"][..],
            &["prova-ostile", "--four"],
            &["prova-ostile", "--lang", "ar,it,en"],
            &["prova-ostile", "--lang", "en"],
            &["--week"],
        ] {
            let run = bacheca(board.path(), &[&["poster"], options, &["--out", out]].concat());
            assert_eq!(run.code, 0, "{name}, {options:?}: {}", run.err);
        }
    }
}
