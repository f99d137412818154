//! Interactive questions in the order of the guidelines; each answer is validated at once and kept in a draft.

mod organisation;

use std::io::{BufRead, Write};
use std::path::PathBuf;

use super::super::Error;
use super::draft::{Draft, MAX_SLUG_CHARS, Question};
use super::scaffold::{example_value, find_field, optional_fields};
use super::value::read_answer;
use crate::board::Board;
use crate::diagnostic::nearest;
use crate::model::{Field, Kind, NOT_OFFERED, Slug, TO_ASK, requirement};
use crate::text::slug::slugify_within;

/// A line of input.
enum Line {
    Text(String),
    Nothing,
    /// The question before.
    Back,
    /// End of input: the remaining fields become placeholders.
    End,
}

/// What happens after a question.
enum Next {
    Question,
    QuestionBefore,
    /// The question about a field.
    QuestionAbout(&'static str),
}

struct Interview<'b> {
    board: &'b Board,
    kind: Kind,
    draft: Draft<'b>,
    input: &'b mut dyn BufRead,
    out: &'b mut dyn Write,
    /// Whether the end of input was reached.
    over: bool,
    /// Whether the summary sent back to a question, after which it comes again.
    is_corrected: bool,
    /// Name of the file, once it is valid and free.
    slug: Option<String>,
}

/// Asks for an announcement and writes its file; returns the path, or `None` if nothing was answered.
pub(super) fn interview(
    board: &Board,
    kind: Kind,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<Option<PathBuf>, Error> {
    Interview { board, kind, draft: Draft::new(board, kind), input, out, over: false, is_corrected: false, slug: None }
        .run()
}

impl Interview<'_> {
    fn run(&mut self) -> Result<Option<PathBuf>, Error> {
        writeln!(
            self.out,
            "Un annuncio di tipo «{}». Rispondi e premi Invio.\n\
             Non lo sai ancora? Premi solo Invio: resta «{TO_ASK}».  Non c'è? Scrivi: {NOT_OFFERED}\n\
             Vuoi cambiare la risposta di prima? Scrivi: indietro",
            self.kind.key()
        )?;
        let mut at = 0_usize;
        while let Some(question) = self.draft.questions().get(at).copied() {
            // At the end of input only the name is still to be found.
            if self.over && question != Question::FileName {
                at += 1;
                continue;
            }
            at = match self.ask(question)? {
                Next::Question if self.is_corrected && question != Question::Summary => {
                    self.draft.questions().len().saturating_sub(1)
                }
                Next::Question => at + 1,
                Next::QuestionBefore => at.saturating_sub(1),
                Next::QuestionAbout(key) => {
                    let asked = self.draft.questions();
                    asked.iter().position(|other| *other == Question::Field(key)).unwrap_or(at)
                }
            };
        }
        let Some(slug) = self.slug.take() else {
            // The input ended before there was a name: what was typed is in the draft.
            match &self.draft.kept {
                Some(kept) => writeln!(self.out, "\nLe risposte sono in {kept}: puoi continuare lì.")?,
                None => writeln!(self.out, "\nNon ho scritto niente.")?,
            }
            return Ok(self.draft.kept.take().map(PathBuf::from));
        };
        let (paths, is_draft) = self.draft.finish(&slug)?;
        writeln!(self.out, "\nHo scritto {}", paths.join(" e "))?;
        let Some(path) = paths.last() else { return Ok(None) };
        if is_draft {
            writeln!(
                self.out,
                "È una bozza. Le domande per l'organizzazione: bacheca ask {path}\nQuando hai le risposte scrivile nel file e togli «stato: bozza»."
            )?;
        }
        writeln!(self.out)?;
        Ok(Some(path.into()))
    }

    fn ask(&mut self, question: Question) -> Result<Next, Error> {
        match question {
            Question::Field("ente") => self.ask_organisation(),
            Question::Field(key) => self.ask_field(key),
            Question::OrganisationKind => self.ask_organisation_kind(),
            Question::OrganisationInclusion => self.ask_inclusion(),
            Question::OrganisationEmail => self.ask_email(),
            Question::Optional => self.ask_optional(),
            Question::Body => self.ask_body(),
            Question::FileName => self.ask_file_name(),
            Question::Summary => self.ask_summary(),
        }
    }

    /// Keeps the answers, and says where the first time.
    fn keep(&mut self) -> Result<(), Error> {
        if let Some(path) = self.draft.keep()? {
            writeln!(self.out, "  (Le risposte restano in {path}, anche se ti fermi con Ctrl-C.)")?;
        }
        Ok(())
    }

    fn read_line(&mut self, prompt: &str) -> Result<Line, Error> {
        loop {
            if self.over {
                return Ok(Line::End);
            }
            write!(self.out, "{prompt}> ")?;
            self.out.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                self.over = true;
                writeln!(self.out)?;
                return Ok(Line::End);
            }
            let line = line.trim();
            if line.contains('\u{1b}') {
                writeln!(self.out, "  Qui le frecce non funzionano: scrivi di nuovo tutta la risposta.")?;
                continue;
            }
            return Ok(match line.to_lowercase().as_str() {
                "" => Line::Nothing,
                "indietro" | "back" => Line::Back,
                _ => Line::Text(line.to_owned()),
            });
        }
    }

    /// Asks until the value is valid for its field; without an answer an earlier one stays.
    fn ask_field(&mut self, key: &'static str) -> Result<Next, Error> {
        let Some(field) = find_field(key) else { return Ok(Next::Question) };
        let question = match (key, requirement(if key == "date" { "edizioni" } else { key })) {
            ("orari", _) => "A che ora comincia e a che ora finisce?".to_owned(),
            ("giorni", _) => "In quali giorni della settimana?".to_owned(),
            (_, Some(required)) => self.kind.question(required).it,
            (_, None) => field.label.it.to_owned(),
        };
        writeln!(
            self.out,
            "\n{question}\n  {} — per esempio: {}",
            field.label.it,
            example_value(self.board, self.kind, field)
        )?;
        match self.draft.values.get(key) {
            Some(value) => writeln!(self.out, "  (Invio: {value})")?,
            None if key == "contatti" && self.draft.reachable => {
                writeln!(self.out, "  (Invio: quelli dell'organizzazione)")?;
            }
            None if key == "pubblicato" => writeln!(self.out, "  (Invio: oggi, {})", self.board.today)?,
            None => {}
        }
        let mut pending = None;
        loop {
            let line = match pending.take() {
                Some(typed) => Line::Text(typed),
                None => self.read_line("  ")?,
            };
            let typed = match line {
                Line::Text(typed) => typed,
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            };
            let problem = match read_answer(self.board, self.kind, key, &typed) {
                Ok(value) => return self.take_value(key, value),
                Err(problem) => problem,
            };
            self.keep_unread(key, typed)?;
            writeln!(self.out, "  {}", problem.message.it)?;
            if let Some(correction) = problem.correction {
                let corrected = correction.text;
                match self.read_line(&format!("  Scrivo {corrected}: va bene? [S/n] "))? {
                    Line::Nothing => return self.take_value(key, corrected),
                    Line::Text(answer) => match answer.to_lowercase().as_str() {
                        "s" | "si" | "sì" | "y" | "yes" => return self.take_value(key, corrected),
                        "n" | "no" => {}
                        // Instead of yes or no the right answer.
                        _ => pending = Some(answer),
                    },
                    Line::Back => return Ok(Next::QuestionBefore),
                    Line::End => return Ok(Next::Question),
                }
            } else if let Some(hint) = &problem.hint {
                writeln!(self.out, "  {}", hint.it)?;
            }
        }
    }

    fn take_value(&mut self, key: &'static str, value: String) -> Result<Next, Error> {
        self.draft.values.insert(key, value);
        self.draft.unread.remove(key);
        self.keep()?;
        Ok(Next::Question)
    }

    /// Keeps an answer that its field cannot take.
    fn keep_unread(&mut self, key: &'static str, typed: String) -> Result<(), Error> {
        self.draft.unread.insert(key, typed);
        self.keep()
    }

    /// Asks for the names of optional fields, and for the value of each.
    fn ask_optional(&mut self) -> Result<Next, Error> {
        let fields: Vec<&'static Field> = optional_fields(self.kind).filter(|field| field.key != "immagine").collect();
        let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
        writeln!(
            self.out,
            "\nC'è altro da dire? Scrivi il nome di un campo, o Invio se basta così:\n  {}",
            keys.join(", ")
        )?;
        loop {
            let typed = match self.read_line("  ")? {
                Line::Text(typed) => typed.to_lowercase(),
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            };
            match fields.iter().find(|field| field.key == typed || field.label.it.to_lowercase() == typed) {
                Some(field) => {
                    self.ask_field(field.key)?;
                    writeln!(self.out, "\nAltro? (Invio: basta così)")?;
                }
                None => match nearest(&typed, keys.iter().copied()) {
                    Some(meant) => writeln!(self.out, "  Non c'è un campo «{typed}»: volevi dire «{meant}»?")?,
                    None => writeln!(self.out, "  Non c'è un campo «{typed}»: scrivilo nel testo, più avanti.")?,
                },
            }
        }
    }

    /// Shows all answers and asks whether they are right; the name of a field asks it again.
    fn ask_summary(&mut self) -> Result<Next, Error> {
        let name = self.slug.as_deref().unwrap_or_default();
        writeln!(self.out, "\nEcco l'annuncio «{name}»:")?;
        for line in self.draft.summary() {
            writeln!(self.out, "  {line}")?;
        }
        writeln!(self.out, "Va bene così? Invio per scriverlo, o il nome del campo da cambiare.")?;
        loop {
            let typed = match self.read_line("  ")? {
                Line::Text(typed) => typed.to_lowercase(),
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            };
            if matches!(typed.as_str(), "s" | "si" | "sì") {
                return Ok(Next::Question);
            }
            let asked = self.draft.questions();
            let Some(field) = find_field(&typed) else {
                writeln!(self.out, "  Scrivi il nome di un campo, per esempio: titolo")?;
                continue;
            };
            if asked.contains(&Question::Field(field.key)) {
                self.is_corrected = true;
                return Ok(Next::QuestionAbout(field.key));
            }
            if optional_fields(self.kind).any(|optional| optional.key == field.key) {
                self.ask_field(field.key)?;
                return self.ask_summary();
            }
            writeln!(self.out, "  Gli annunci di questo tipo non hanno il campo «{typed}».")?;
        }
    }

    fn ask_body(&mut self) -> Result<Next, Error> {
        writeln!(
            self.out,
            "\nIl testo, con parole semplici: che cosa si fa, che cosa serve portare. Una riga vuota finisce."
        )?;
        if !self.draft.body.is_empty() {
            writeln!(self.out, "  (Invio: quello di prima)")?;
        }
        let mut text = String::new();
        loop {
            match self.read_line("  ")? {
                Line::Text(line) => {
                    text = text + &line + "\n\n";
                    self.draft.body.clone_from(&text);
                    self.keep()?;
                }
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            }
        }
    }

    /// Asks for the slug, suggesting one made from the title; at the end of input the suggestion is taken, if it is valid
    /// and free.
    fn ask_file_name(&mut self) -> Result<Next, Error> {
        let title = self.draft.values.get("titolo").map_or("", String::as_str);
        let mut offered = slugify_within(title.trim_matches('"'), MAX_SLUG_CHARS);
        loop {
            writeln!(self.out, "\nIl nome del file, che diventa l'indirizzo della pagina (Invio: {offered})")?;
            let typed = match self.read_line("  ")? {
                Line::Text(typed) => slugify_within(typed.trim_end_matches(".md"), MAX_SLUG_CHARS),
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => offered.clone(),
            };
            let is_free = self.board.item(&typed).is_none();
            match Slug::new(&typed) {
                Some(_) if is_free => {
                    self.slug = Some(typed);
                    return Ok(Next::Question);
                }
                Some(_) => {
                    writeln!(self.out, "  C'è già un annuncio con questo nome.")?;
                    offered = format!("{typed}-2");
                }
                None => writeln!(self.out, "  Usa lettere minuscole, cifre e trattini.")?,
            }
            if self.over && Slug::new(&offered).is_none_or(|slug| self.board.item(slug.as_str()).is_some()) {
                return Ok(Next::Question);
            }
        }
    }
}
