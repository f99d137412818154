//! The edits of an announcement: how they are collected, written and told.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::super::{Context, Error, Outcome, check};
use crate::board::Item;
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::source::{EditAction, FactEdit, edit_facts};
use crate::text::visible::show_name;

/// Edits of the facts of one announcement, in the order in which they are written.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<FactEdit<'static>>,
    /// Whether nobody can take part any more once they are written.
    pub(super) closes: bool,
    /// What else to look at, for whoever runs the command.
    pub(super) note: Option<String>,
}

impl Edits {
    /// Adds a fact; a new one stands below the first of `below` that the file has.
    pub(super) fn set(
        mut self,
        path: &'static [&'static str],
        value: impl Into<String>,
        below: &'static [&'static str],
    ) -> Self {
        self.edits.push(FactEdit { path, action: EditAction::Set { value: value.into(), below } });
        self
    }

    /// Adds that a fact is taken out.
    pub(super) fn remove(mut self, path: &'static [&'static str]) -> Self {
        self.edits.push(FactEdit { path, action: EditAction::Remove });
        self
    }

    /// Adds those of `others` behind these.
    pub(super) fn and(mut self, others: Self) -> Self {
        self.edits.extend(others.edits);
        self.note = self.note.or(others.note);
        self
    }

    /// Adds the day of the change.
    pub(super) fn dated(self, today: NaiveDate) -> Self {
        self.set(&["aggiornato"], today.to_string(), &["pubblicato"])
    }

    /// The edits as lines of a file, for whoever makes them by hand.
    fn lines(&self) -> String {
        let line = |edit: &FactEdit<'_>| {
            let key = edit.path.join(" → ");
            match &edit.action {
                EditAction::Set { value, .. } => format!("  {key}: {value}"),
                EditAction::Remove => format!("  (senza `{key}`)"),
            }
        };
        self.edits.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The edits on one line.
    fn summary(&self) -> String {
        let part = |edit: &FactEdit<'_>| match &edit.action {
            EditAction::Set { value, .. } => format!("{}: {value}", edit.path.join(".")),
            EditAction::Remove => format!("tolto {}", edit.path.join(".")),
        };
        self.edits.iter().map(part).collect::<Vec<_>>().join(", ")
    }
}

/// Writes the edits into the file of an announcement, all or none; then checks the file and says what to do next.
pub(super) fn write_edits(context: &Context, item: &Item, edits: &Edits) -> Result<Outcome, Error> {
    let path = &item.document.source.path;
    let (shown, file) = (show_name(path), context.root.join(path));
    let bytes = read_file_below(&context.root, path, MAX_TEXT_BYTES).map_err(|error| Error::read(&file, &error))?;
    let text = &item.document.source.text;
    if bytes != text.as_bytes() {
        return Err(Error::Message(localized!(
            "{shown}: il file è cambiato nel frattempo, o non è in UTF-8; `bacheca check {shown}` lo dice, poi riprova",
            "{shown}: the file has changed meanwhile, or is not UTF-8; `bacheca check {shown}` says so, then try again"
        )));
    }
    let new_text = edit_facts(text, &edits.edits).ok_or_else(|| {
        let lines = edits.lines();
        localized!(
            "{shown}: il file è scritto in un modo che non so cambiare senza toccare altro; scrivi tu\n{lines}",
            "{shown}: the file is written in a way that cannot be changed without touching something else; write yourself\n{lines}"
        )
    })?;
    replace_file_below(&context.root, path, new_text.as_bytes()).map_err(|error| Error::write(&file, &error))?;
    writeln!(io::stdout().lock(), "{shown}: {}", edits.summary())?;
    let outcome = check::check_file(context, &file)?;
    let next = match outcome {
        Outcome::Done => next_step(item, edits.closes),
        Outcome::ContentErrors => {
            "Il file è scritto, ma così la bacheca non si pubblica: correggi gli errori qui sopra.".to_owned()
        }
    };
    for line in edits.note.iter().chain([&next]) {
        context.advise(line)?;
    }
    Ok(outcome)
}

/// What to do once the file is changed.
fn next_step(item: &Item, closes: bool) -> String {
    let slug = &item.slug;
    let was_posted = item.publications().next().is_some();
    if !was_posted && closes {
        "Adesso: `bacheca build`. Sul canale non risulta uscito: lì non c'è niente da correggere. Se la locandina è appesa, toglila.".to_owned()
    } else if !was_posted {
        format!("Adesso: `bacheca build`. Sul canale non risulta uscito: per mandarlo, `bacheca post {slug}`.")
    } else {
        format!(
            "Adesso: `bacheca build`, poi di' sul canale che è cambiato: `bacheca post {slug} --notice`, e `bacheca posted {slug}` quando è uscito."
        )
    }
}
