//! Words in the texts of an announcement that are no longer true once it is open again.

use crate::board::Item;
use crate::source::Document;
use crate::text::visible::show_name;

/// Parts of words, small, that say that nobody can take part, in the languages of boards.
const CLOSED_WORDS: [&str; 26] = [
    "posti finiti",
    "posti sono finiti",
    "posti esauriti",
    "posti sono esauriti",
    "al completo",
    "siamo pieni",
    "tutto esaurito",
    "sold out",
    "annullat",
    "non si fa più",
    "lista d'attesa",
    "lista d’attesa",
    "fully booked",
    "no places left",
    "waiting list",
    "cancelled",
    "complet.",
    "plus de places",
    "liste d'attente",
    "annulé",
    "plazas agotadas",
    "lista de espera",
    "cancelad",
    "мест нет",
    "місць немає",
    "名额已满",
];

/// Most lines that are shown.
const MAX_SHOWN: usize = 5;

/// Which lines of the announcement and its translations say that nobody can take part; `None` if none does.
pub(super) fn stale_words_note(item: &Item) -> Option<String> {
    let translations = item.translations.values().map(|translation| &translation.document);
    let lines: Vec<String> = std::iter::once(&item.document).chain(translations).flat_map(find_stale_lines).collect();
    if lines.is_empty() {
        return None;
    }
    let more = lines.len().saturating_sub(MAX_SHOWN);
    let mut note = "Rileggi questi testi, che forse dicono ancora che è chiuso:".to_owned();
    for line in lines.iter().take(MAX_SHOWN) {
        note = note + "\n  " + line;
    }
    if more > 0 {
        note = format!("{note}\n  e altre {more}");
    }
    Some(note)
}

/// Lines of a file that say so: «content/…/corso.md:12: I posti sono finiti.»
fn find_stale_lines(document: &Document) -> Vec<String> {
    let text = &document.source.text;
    let path = show_name(&document.source.path);
    let is_stale = |line: &str| {
        let line = line.to_lowercase();
        CLOSED_WORDS.iter().any(|words| line.contains(words))
    };
    // The fields that the command itself removes say so too.
    let is_field = |line: &str| ["stato:", "lista_attesa:"].iter().any(|key| line.trim_start().starts_with(key));
    let lines = text.lines().zip(1..).filter(|(line, _)| is_stale(line) && !is_field(line));
    lines.map(|(line, number)| format!("{path}:{number}: {}", show_name(line.trim()))).collect()
}
