//! Invented boards of any size, in our own front matter, for measuring: the same number gives the
//! same board on every computer, and a larger board begins with the items of a smaller one.

mod facts;
mod kinds;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use chrono::{Days, NaiveDate};

use facts::{Item, item};

/// The day on which the invented boards are built.
pub(crate) const TODAY: &str = "2026-11-21";
/// How many of a hundred items are open on that day.
const OPEN: usize = 12;
/// How many of four items that were published before 2024 entered the board when they were closed already.
const ARCHIVED: usize = 3;
/// How many organisations announce.
const ORGANISATIONS: usize = words::ORGANISATIONS.len() * words::NAMES.len();

/// What was written.
pub(crate) struct Written {
    /// Opportunities.
    pub(crate) items: usize,
    /// Their bytes.
    pub(crate) bytes: usize,
}

/// Writes a board of `items` opportunities into an empty folder.
pub(crate) fn write(root: &Path, items: usize, languages: &[&str]) -> io::Result<Written> {
    fs::write(root.join("site.toml"), site(languages))?;
    let organisations = root.join("content/enti");
    fs::create_dir_all(&organisations)?;
    for number in 0..ORGANISATIONS {
        fs::write(organisations.join(format!("{}.md", organisation_id(number))), organisation(number))?;
    }
    for year in 2013..=2026 {
        fs::create_dir_all(root.join(format!("content/opportunita/{year}")))?;
    }
    let mut bytes = 0;
    each(items, |item| {
        bytes += item.text.len();
        fs::write(root.join(format!("content/opportunita/{}/{}.md", item.year, item.slug)), item.text)
    })?;
    Ok(Written { items, bytes })
}

/// The items of a board of so many, one after the other.
pub(crate) fn each(items: usize, mut to: impl FnMut(Item) -> io::Result<()>) -> io::Result<()> {
    (0..items).try_for_each(|number| to(item(number)))
}

/// Writes one more item into a board of `items`, and returns its name; another call writes it otherwise.
pub(crate) fn write_one_more(root: &Path, items: usize, summary: &str) -> io::Result<String> {
    let item = item(items);
    let text = item.text.replacen("sintesi: \"", &format!("sintesi: \"{summary} "), 1);
    fs::write(root.join(format!("content/opportunita/{}/{}.md", item.year, item.slug)), text)?;
    Ok(item.slug)
}

fn site(languages: &[&str]) -> String {
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

fn organisation(number: usize) -> String {
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

/// Pseudo-random choices: all that is random here comes from an item's number.
pub(crate) struct Dice(fastrand::Rng);

impl Dice {
    /// The dice of an item.
    fn of(number: usize) -> Self {
        Self(fastrand::Rng::with_seed(u64::try_from(number).unwrap_or_default()))
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end.max(1))
    }

    /// Whether something happens that happens `times` in `of`.
    fn happens(&mut self, times: usize, of: usize) -> bool {
        self.below(of) < times
    }

    /// One of several.
    fn one<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    /// Several different ones, in the order of the list.
    fn some<'w>(&mut self, mut number: usize, of: &[&'w str]) -> Vec<&'w str> {
        let mut chosen = Vec::with_capacity(number);
        for (index, word) in of.iter().enumerate() {
            if self.happens(number, of.len() - index) {
                chosen.push(*word);
                number -= 1;
            }
        }
        chosen
    }

    /// A day from `least` to `most` days after another.
    fn after(&mut self, date: NaiveDate, least: usize, most: usize) -> NaiveDate {
        let days = least + self.below(most - least + 1);
        date + Days::new(u64::try_from(days).unwrap_or_default())
    }
}
