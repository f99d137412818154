//! One generated opportunity: kind, facts of the kind, text.

use chrono::Datelike;

use super::facts::{Dates, Draft};
use super::{ORGANISATIONS, SeededRandom, kinds, organisation_id, words};

/// A generated content file.
pub(crate) struct Item {
    /// Year of publication, which names the folder.
    pub(crate) year: i32,
    /// File name without extension.
    pub(crate) slug: String,
    /// Front matter and body.
    pub(crate) text: String,
}

/// Generates the item with this number, always the same.
pub(crate) fn generate_item(number: usize) -> Item {
    let mut random = SeededRandom::for_item(number);
    // Kinds are as frequent as among the real announcements.
    let (kind, subjects, facts): (_, _, fn(&mut Draft)) = match random.below(100) {
        0..34 => ("formazione", words::COURSES, kinds::add_course),
        34..50 => ("lavoro", words::JOBS, kinds::add_job),
        50..58 => ("abitare", words::HOMES, kinds::add_home),
        58..65 => ("normativa", words::ACTS, kinds::add_act),
        65..73 => ("notizia", words::NEWS, kinds::add_news),
        73..85 => ("progetto", words::PROJECTS, kinds::add_project),
        _ => ("evento", words::EVENTS, kinds::add_event),
    };
    let dates = Dates::draw(&mut random);
    let subject = random.pick(subjects);
    let place = random.pick(words::PLACES);
    let organisation = organisation_id(random.below(ORGANISATIONS));
    let mut draft = Draft { subject, place, organisation, dates, lines: Vec::new(), random };
    draft.add_common_fields(kind);
    facts(&mut draft);
    let year = draft.dates.published.year();
    let slug = format!("{}-{}-{}", draft.subject.2, draft.place[5], to_letters(number));
    Item { year, slug, text: format!("---\n{}\n---\n\n{}\n", draft.lines.join("\n"), draft.random.draw_body()) }
}

/// Writes a number as four letters, because digits in a slug could look like a year.
fn to_letters(mut number: usize) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.extend(u8::try_from(number % 26).map(|letter| char::from(b'a' + letter)));
        number /= 26;
    }
    letters
}
