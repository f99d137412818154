//! Interactive questions in the order of the guidelines; each answer is validated at once.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use super::super::Error;
use super::scaffold::{find_field, keys_to_write, schema_line};
use crate::board::{Board, Problem};
use crate::check::to_diagnostic;
use crate::diagnostic::Diagnostic;
use crate::files::create_file_below;
use crate::model::{
    self, Email, Kind, NOT_OFFERED, OrganisationKind, Reader, Slug, TO_ASK, decode_opportunity, requirement,
};
use crate::source::{Yaml, parse, split};
use crate::text::escape::quote_yaml;
use crate::text::slug::slugify_within;

/// Maximum length of a suggested slug, in characters.
const MAX_SLUG_CHARS: usize = 60;

/// Result of reading a line of input.
enum Answer {
    Text(String),
    Nothing,
    /// End of input: the remaining fields become placeholders.
    End,
}

struct Interview<'b> {
    board: &'b Board,
    kind: Kind,
    input: &'b mut dyn BufRead,
    out: &'b mut dyn Write,
    /// Whether the end of input was reached.
    over: bool,
    /// Whether the organisation's file has contacts, so that the item needs none.
    reachable: bool,
}

/// Asks for an announcement and writes its file; returns the path, or `None` if nothing was written.
pub(super) fn interview(
    board: &Board,
    kind: Kind,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Option<PathBuf>, Error> {
    Interview { board, kind, input, out, over: false, reachable: false }.run()
}

impl Interview<'_> {
    fn run(&mut self) -> Result<Option<PathBuf>, Error> {
        let key = self.kind.key();
        writeln!(
            self.out,
            "Un annuncio di tipo «{key}». Rispondi e premi Invio.\n\
             Non lo sai ancora? Premi solo Invio: resta «{TO_ASK}».  Non c'è? Scrivi: {NOT_OFFERED}\n"
        )?;
        let mut lines: Vec<String> = Vec::new();
        let mut title = None;
        let mut somewhere = true;
        for required in self.kind.spec().required {
            if *required == "luogo" && !somewhere {
                continue;
            }
            if let Some(required) = requirement(required) {
                writeln!(self.out, "\n{}", required.question().it)?;
            }
            match *required {
                "ente" => {
                    let organisation = self.ask_organisation()?;
                    lines.push(format!("ente: {organisation}"));
                }
                // The item inherits the organisation's contacts.
                "contatti" => {
                    if self.reachable {
                        writeln!(self.out, "(Invio: quelli dell'organizzazione)")?;
                    }
                    match self.ask_value("contatti")? {
                        Some(value) => lines.push(format!("contatti: {value}")),
                        None if self.reachable => {}
                        None => lines.push(format!("contatti: {TO_ASK}")),
                    }
                }
                _ => {
                    for key in keys_to_write(required) {
                        let value = self.ask_value(key)?;
                        match (&value, *key) {
                            (Some(value), "titolo") => title = Some(value.trim_matches('"').to_owned()),
                            (Some(value), "modalita") => somewhere = value != "online" && value != "da remoto",
                            _ => {}
                        }
                        match value {
                            Some(value) => lines.push(format!("{key}: {value}")),
                            None if *key == "giorni" => {}
                            None if *key == "pubblicato" => lines.push(format!("pubblicato: {}", self.board.today)),
                            None => lines.push(format!("{key}: {TO_ASK}")),
                        }
                    }
                }
            }
        }
        let text = self.ask_text()?;
        let Some(slug) = self.ask_slug(title.as_deref())? else {
            writeln!(self.out, "\nNon ho scritto niente.")?;
            return Ok(None);
        };
        let draft = lines.iter().any(|line| line.ends_with(TO_ASK));
        let state = if draft { "stato: bozza\n" } else { "" };
        let body = lines.join("\n");
        let file = format!("---\n{}\ntipo: {key}\n{state}{body}\n---\n\n{text}", schema_line(self.board));
        let path = format!("content/opportunita/{}/{slug}.md", self.board.today.format("%Y"));
        self.create_file(&path, &file)?;
        writeln!(self.out, "\nHo scritto {path}")?;
        if draft {
            writeln!(
                self.out,
                "È una bozza. Le domande per l'organizzazione: bacheca ask {path}\nQuando hai le risposte scrivile nel file e togli «stato: bozza»."
            )?;
        }
        writeln!(self.out)?;
        Ok(Some(path.into()))
    }

    /// Writes a new file of the board.
    fn create_file(&self, path: &str, text: &str) -> Result<(), Error> {
        let root = &self.board.root;
        create_file_below(root, path, text.as_bytes()).map_err(|error| Error::write(&root.join(path), &error))
    }

    fn read_line(&mut self, prompt: &str) -> Result<Answer, Error> {
        if self.over {
            return Ok(Answer::End);
        }
        write!(self.out, "{prompt}> ")?;
        self.out.flush()?;
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            self.over = true;
            writeln!(self.out)?;
            return Ok(Answer::End);
        }
        let line = line.trim();
        Ok(if line.is_empty() { Answer::Nothing } else { Answer::Text(line.to_owned()) })
    }

    /// Asks until the value is valid for its field; `None` if it is unknown.
    fn ask_value(&mut self, key: &str) -> Result<Option<String>, Error> {
        let Some(field) = find_field(key) else { return Ok(None) };
        writeln!(self.out, "  {} — per esempio: {}", field.label, field.example)?;
        loop {
            let Answer::Text(typed) = self.read_line("  ")? else { return Ok(None) };
            let value = format_yaml(&typed);
            let Some(problem) = self.find_problem(key, &value) else { return Ok(Some(value)) };
            writeln!(self.out, "  {}", problem.message.it)?;
            if let Some(correction) = &problem.correction {
                let corrected = correction.text.clone();
                match self.read_line(&format!("  Scrivo {corrected}: va bene? [S/n] "))? {
                    Answer::Nothing => return Ok(Some(corrected)),
                    Answer::Text(yes) if yes.to_lowercase().starts_with(['s', 'y']) => return Ok(Some(corrected)),
                    _ => continue,
                }
            }
            if let Some(hint) = &problem.hint {
                writeln!(self.out, "  {}", hint.it)?;
            }
        }
    }

    /// First problem of a value in its field, if any.
    fn find_problem(&self, key: &str, value: &str) -> Option<Diagnostic> {
        const NAME: &str = "nuovo.md";
        let text = format!("---\ntipo: {}\npubblicato: {}\n{key}: {value}\n---\n", self.kind.key(), self.board.today);
        let document = split(NAME, text.into_bytes()).ok()?;
        let (mut source_problems, mut value_problems) = (Vec::new(), Vec::new());
        if let Some(root) = parse(&document, &mut source_problems) {
            decode_opportunity(&root, &mut Reader::new(&mut value_problems));
        }
        // Fields not asked yet are not missing.
        value_problems.retain(|found| {
            !matches!(found.problem, model::Problem::MissingField { .. } | model::Problem::MissingInEdition { .. })
        });
        let line = document.source.text.find(&format!("\n{key}: "))? + 1;
        let source_problems = source_problems.into_iter().map(|found| Problem::in_file(NAME, found));
        let value_problems = value_problems.into_iter().map(|found| Problem::in_file(NAME, found));
        source_problems.chain(value_problems).find(|problem| problem.span.start >= line).as_ref().map(to_diagnostic)
    }

    /// Asks for the organisation; returns the id of its existing or new file, or the placeholder at the end of input.
    fn ask_organisation(&mut self) -> Result<String, Error> {
        loop {
            let Answer::Text(typed) = self.read_line("  ")? else { return Ok(TO_ASK.to_owned()) };
            let wanted = typed.to_lowercase();
            let found: Vec<(&String, &str)> = self
                .board
                .organisations
                .iter()
                .map(|(id, profile)| (id, profile.facts.name.as_str()))
                .filter(|(id, name)| **id == wanted || name.to_lowercase().contains(&wanted))
                .collect();
            match found.as_slice() {
                [(id, name)] => {
                    let contacts =
                        self.board.organisations.get(*id).and_then(|profile| profile.facts.contacts.as_ref());
                    self.reachable = contacts.is_some_and(|contacts| !contacts.is_empty());
                    writeln!(self.out, "  {name}")?;
                    return Ok((*id).clone());
                }
                [] => return self.create_organisation(&typed),
                several => {
                    let list: Vec<String> = several.iter().map(|(id, name)| format!("    {id}  ({name})")).collect();
                    writeln!(self.out, "  Quale? Scrivi la prima parola:\n{}", list.join("\n"))?;
                }
            }
        }
    }

    fn create_organisation(&mut self, name: &str) -> Result<String, Error> {
        let id = slugify_within(name, MAX_SLUG_CHARS);
        if Slug::new(&id).is_none() {
            return Ok(TO_ASK.to_owned());
        }
        let kinds = OrganisationKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>();
        writeln!(self.out, "  «{name}» non è ancora nella bacheca: la aggiungo.\n  Che cos'è? ({})", kinds.join(", "))?;
        let kind = loop {
            match self.read_line("  ")? {
                Answer::Text(typed) => match kinds.iter().find(|kind| kind.eq_ignore_ascii_case(&typed)) {
                    Some(kind) => break *kind,
                    None => writeln!(self.out, "  Scrivi una di queste parole: {}", kinds.join(", "))?,
                },
                Answer::Nothing | Answer::End => break OrganisationKind::Association.word(),
            }
        };
        writeln!(self.out, "  La sua e-mail?")?;
        let email = loop {
            match self.read_line("  ")? {
                Answer::Text(typed) => match Email::new(&typed) {
                    Some(email) => {
                        self.reachable = true;
                        break format!("contatti: {{email: {}}}\n", email.as_str());
                    }
                    None => writeln!(self.out, "  Non è un indirizzo e-mail: per esempio info@example.org")?,
                },
                Answer::Nothing | Answer::End => break String::new(),
            }
        };
        let (path, name) = (format!("content/enti/{id}.md"), format_yaml(name));
        let facts = format!("---\nnome: {name}\ntipo: {kind}\n{email}verificato: {}\n---\n", self.board.today);
        self.create_file(&path, &facts)?;
        writeln!(self.out, "  Ho scritto {path}")?;
        Ok(id)
    }

    fn ask_text(&mut self) -> Result<String, Error> {
        writeln!(
            self.out,
            "\nIl testo, con parole semplici: che cosa si fa, che cosa serve portare. Una riga vuota finisce."
        )?;
        let mut text = String::new();
        while let Answer::Text(line) = self.read_line("  ")? {
            text.push_str(&line);
            text.push_str("\n\n");
        }
        Ok(text.trim_end().to_owned() + "\n")
    }

    /// Asks for the slug, suggesting one made from the title; `None` at the end of input without a title.
    fn ask_slug(&mut self, title: Option<&str>) -> Result<Option<String>, Error> {
        let mut offered = slugify_within(title.unwrap_or_default(), MAX_SLUG_CHARS);
        loop {
            writeln!(self.out, "\nIl nome del file, che diventa l'indirizzo della pagina (Invio: {offered})")?;
            let typed = match self.read_line("  ")? {
                Answer::Text(typed) => slugify_within(typed.trim_end_matches(".md"), MAX_SLUG_CHARS),
                Answer::Nothing | Answer::End => offered.clone(),
            };
            let free = self.board.item(&typed).is_none();
            match Slug::new(&typed) {
                Some(_) if free => return Ok(Some(typed)),
                Some(_) => {
                    writeln!(self.out, "  C'è già un annuncio con questo nome.")?;
                    offered = format!("{typed}-2");
                }
                None => writeln!(self.out, "  Usa lettere minuscole, cifre e trattini.")?,
            }
            if self.over && Slug::new(&offered).is_none_or(|slug| self.board.item(slug.as_str()).is_some()) {
                return Ok(None);
            }
        }
    }
}

/// Formats typed text as a YAML value, quoted if YAML would read it differently.
fn format_yaml(typed: &str) -> String {
    let quoted = || quote_yaml(typed);
    let Ok(document) = split("x.md", format!("---\nx: {typed}\n---\n").into_bytes()) else { return quoted() };
    let mut problems = Vec::new();
    let root = parse(&document, &mut problems);
    let node = root.as_ref().and_then(|root| root.get("x"));
    match node.map(|node| &node.yaml) {
        Some(Yaml::Scalar(text, _)) if problems.is_empty() && text == typed => typed.to_owned(),
        Some(Yaml::List(_) | Yaml::Map(_)) if problems.is_empty() => typed.to_owned(),
        _ => quoted(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_is_quoted_where_yaml_needs_it() {
        for (typed, value) in [
            ("Corso di italiano", "Corso di italiano"),
            ("Festa: musica", "\"Festa: musica\""),
            ("Corso #1", "\"Corso #1\""),
            ("[lun, mer]", "[lun, mer]"),
            ("{inizio: 2026-12-01}", "{inizio: 2026-12-01}"),
            ("*Corso*", "\"*Corso*\""),
        ] {
            assert_eq!(format_yaml(typed), value);
        }
    }
}
