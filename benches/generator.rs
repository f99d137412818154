//! Generated boards of any size for benchmarks: the same size gives the same board on every computer, and a larger
//! board begins with the items of a smaller one.

mod contact_points;
mod facts;
mod item;
mod kinds;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use chrono::{Days, NaiveDate};

pub(crate) use contact_points::{CONTACT_POINTS, write_contact_points};
pub(crate) use item::{Item, generate_item};

/// Day on which the generated boards are built.
pub(crate) const TODAY: &str = "2026-11-21";
/// Percentage of items that are open on that day.
const OPEN_PERCENT: usize = 12;
/// Of four items published before 2024, the number that were already closed when they were added.
const ARCHIVED_OF_FOUR: usize = 3;
/// Number of organisations.
const ORGANISATIONS: usize = words::ORGANISATIONS.len() * words::NAMES.len();

/// Size of a generated board.
pub(crate) struct BoardSize {
    /// Number of opportunities.
    pub(crate) items: usize,
    /// Total size of their files, in bytes.
    pub(crate) bytes: usize,
}

/// Writes a board of `items` opportunities into an empty folder.
pub(crate) fn write_board(root: &Path, items: usize, languages: &[&str]) -> io::Result<BoardSize> {
    fs::write(root.join("site.toml"), site_toml(languages))?;
    let organisations = root.join("content/enti");
    fs::create_dir_all(&organisations)?;
    for (path, bytes) in organisation_files() {
        fs::write(root.join(path), bytes)?;
    }
    for year in 2013..=2026 {
        fs::create_dir_all(root.join(format!("content/opportunita/{year}")))?;
    }
    let mut bytes = 0;
    for_each_item(items, |item| {
        bytes += item.text.len();
        fs::write(root.join(format!("content/opportunita/{}/{}.md", item.year, item.slug)), item.text)
    })?;
    Ok(BoardSize { items, bytes })
}

/// Files of all organisations: path below the board's root and bytes.
pub(crate) fn organisation_files() -> impl Iterator<Item = (String, Vec<u8>)> {
    (0..ORGANISATIONS)
        .map(|number| (format!("content/enti/{}.md", organisation_id(number)), organisation_file(number).into_bytes()))
}

/// Calls `write_item` with each of the first `items` items; the first error ends it.
pub(crate) fn for_each_item(items: usize, mut write_item: impl FnMut(Item) -> io::Result<()>) -> io::Result<()> {
    (0..items).try_for_each(|number| write_item(generate_item(number)))
}

/// Writes item number `items`, with `summary` before its summary, into a board that has that many; returns its slug.
pub(crate) fn write_one_more(root: &Path, items: usize, summary: &str) -> io::Result<String> {
    let item = generate_item(items);
    let text = item.text.replacen("sintesi: \"", &format!("sintesi: \"{summary} "), 1);
    fs::write(root.join(format!("content/opportunita/{}/{}.md", item.year, item.slug)), text)?;
    Ok(item.slug)
}

pub(crate) fn site_toml(languages: &[&str]) -> String {
    let languages = languages.iter().map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(", ");
    format!(
        "[bacheca]\nnome = \"Bacheca di prova\"\ndescrizione = \"Annunci inventati, per misurare.\"\n\
         indirizzo = \"https://bacheca.example.org/\"\nlingua = \"it\"\nlingue = [{languages}]\n\
         email = \"bacheca@example.org\"\n\n[territorio]\ncitta = \"Roma\"\nregione = \"Lazio\"\n\
         nome_zona = \"Municipio\"\nzone = [\"I\", \"II\", \"III\", \"IV\", \"V\", \"VI\", \"VII\", \"VIII\", \
         \"IX\", \"X\", \"XI\", \"XII\", \"XIII\", \"XIV\", \"XV\"]\ntirocinio_minimo = 800\n"
    )
}

fn organisation_names(number: usize) -> (&'static str, &'static str) {
    let form = words::ORGANISATIONS.get(number % words::ORGANISATIONS.len()).copied().unwrap_or_default();
    let name = words::NAMES.get(number / words::ORGANISATIONS.len()).copied().unwrap_or_default();
    (form, name)
}

fn organisation_id(number: usize) -> String {
    let (form, name) = organisation_names(number);
    format!("{form} {name}").to_lowercase().replace(' ', "-")
}

fn organisation_file(number: usize) -> String {
    let (form, name) = organisation_names(number);
    let id = organisation_id(number);
    let kind = match form {
        "Cooperativa" => "cooperativa sociale",
        "Fondazione" => "fondazione",
        "Scuola" => "scuola",
        "Patronato" => "patronato",
        _ => "associazione",
    };
    format!(
        "---\nnome: \"{form} {name}\"\ntipo: {kind}\nrete: {}\ncontatti:\n  email: [\"info@{id}.example.org\"]\n  \
         telefono: [\"06 5550 {number:04}\"]\n  orari: \"dal lunedì al venerdì, 9:00-13:00\"\n\
         sito: \"https://{id}.example.org/\"\n---\n\nEnte inventato per misurare. Non esiste.\n",
        !number.is_multiple_of(3),
    )
}

/// Pseudo-random choices, seeded with the number of an item.
pub(crate) struct SeededRandom(fastrand::Rng);

impl SeededRandom {
    /// Choices for the item with this number.
    fn for_item(number: usize) -> Self {
        Self(fastrand::Rng::with_seed(u64::try_from(number).unwrap_or_default()))
    }

    /// Draws a number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end.max(1))
    }

    /// Returns true `times` times in `out_of` draws, on average.
    fn chance(&mut self, times: usize, out_of: usize) -> bool {
        self.below(out_of) < times
    }

    /// Picks one element of a list.
    fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    /// Picks `number` different elements, in the order of the list.
    fn pick_some<'w>(&mut self, mut number: usize, list: &[&'w str]) -> Vec<&'w str> {
        let mut chosen = Vec::with_capacity(number);
        for (index, word) in list.iter().enumerate() {
            if self.chance(number, list.len() - index) {
                chosen.push(*word);
                number -= 1;
            }
        }
        chosen
    }

    /// Draws a day from `min_days` to `max_days` days after `date`.
    fn date_after(&mut self, date: NaiveDate, min_days: usize, max_days: usize) -> NaiveDate {
        let days = min_days + self.below(max_days - min_days + 1);
        date + Days::new(u64::try_from(days).unwrap_or_default())
    }
}
