//! The answers that a reader looks for first, in words: `tests/answers.table` has those of the small board's items and
//! of the repository's examples.

use std::fmt::Write as _;
use std::path::Path;

use bacheca::board::Board;
use bacheca::compose::fact_sheet::{Line, build_fact_sheet};
use bacheca::config::Config;
use bacheca::locale::Locales;
use bacheca::theme::Theme;

use crate::support::{TODAY, assert_no_problems, bless, repository_path, small_board};

/// Languages of the table: those of the tests at the level of the surface, and English.
const LANGUAGES: [&str; 5] = ["it", "en", "ar", "bn", "ur"];

fn load_board(root: &Path) -> Board {
    let Ok(config) = Config::load(root) else { panic!("site.toml") };
    Board::clone(&bacheca::board::load(root, config, TODAY.parse().unwrap()).board)
}

/// A line as the table shows it: a text in another language than the page's in brackets, without the signs that have
/// no width.
fn shown(line: &Line<'_>) -> String {
    let text: String = line.text.chars().filter(|letter| !matches!(letter, '\u{2060}'..='\u{2069}')).collect();
    if line.foreign { format!("[{text}]") } else { text }
}

#[test]
fn answers_of_every_item_in_words() {
    let small = small_board();
    let locales = Locales::load(&Theme::embedded(), &LANGUAGES.map(str::to_owned)).unwrap();
    let mut table = String::from(
        "# What a reader asks first: the answer in one line, and after the bar what else there is to know.\n\
         # Texts that are still Italian on a page in another language stand in brackets.\n",
    );
    for root in [small.path(), &repository_path("")] {
        let board = load_board(root);
        for item in board.items.iter().filter(|item| item.facts.archived.is_none() && !item.facts.is_draft()) {
            write!(table, "\n{} · {}\n", item.kind().key(), item.slug).unwrap();
            for locale in locales.iter() {
                for answer in build_fact_sheet(&board, item, locale).answers {
                    let detail: Vec<String> = answer.detail.iter().map(shown).collect();
                    let detail = if detail.is_empty() { String::new() } else { format!(" | {}", detail.join(" · ")) };
                    let (code, name, icon) = (&locale.code, answer.name, answer.icon);
                    let icon = if name == icon { String::new() } else { format!(" ({icon})") };
                    writeln!(table, "  {code} {name}{icon}: {}{detail}", shown(&answer.short)).unwrap();
                }
            }
        }
    }
    assert_no_problems(bless(&repository_path("tests/answers.table"), &table, "answers").err().into_iter().collect());
}
