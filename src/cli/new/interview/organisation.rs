//! Questions about who announces: an organisation of the board, or a new one.

use super::super::super::Error;
use super::super::draft::NewOrganisation;
use super::{Interview, Line, Next};
use crate::model::{Email, OrganisationKind, requirement};

impl Interview<'_> {
    /// Asks which organisation it is; what the board does not have is a new one.
    pub(super) fn ask_organisation(&mut self) -> Result<Next, Error> {
        if let Some(required) = requirement("ente") {
            writeln!(self.out, "\n{}", required.question().it)?;
        }
        let before = self.draft.organisation.as_ref().map(|new| &new.name).or_else(|| self.draft.values.get("ente"));
        if let Some(before) = before {
            writeln!(self.out, "  (Invio: {before})")?;
        }
        loop {
            let typed = match self.read_line("  ")? {
                Line::Text(typed) => typed,
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            };
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
                    self.draft.reachable = contacts.is_some_and(|contacts| !contacts.is_empty());
                    self.draft.organisation = None;
                    writeln!(self.out, "  {name}")?;
                    return self.take_value("ente", (*id).clone());
                }
                [] => {
                    writeln!(self.out, "  «{typed}» non è ancora nella bacheca: la aggiungo.")?;
                    self.draft.values.remove("ente");
                    self.draft.reachable = false;
                    self.draft.organisation = Some(NewOrganisation { name: typed, ..NewOrganisation::default() });
                    self.keep()?;
                    return Ok(Next::Question);
                }
                several => {
                    let list: Vec<String> = several.iter().map(|(id, name)| format!("    {id}  ({name})")).collect();
                    writeln!(self.out, "  Quale? Scrivi la prima parola:\n{}", list.join("\n"))?;
                }
            }
        }
    }

    /// Asks about the new organisation until `store` takes the answer; the text that it returns says why not.
    fn ask_about_organisation(
        &mut self,
        question: &str,
        store: impl Fn(&mut NewOrganisation, &str) -> Result<(), String>,
    ) -> Result<Next, Error> {
        writeln!(self.out, "\n{question}")?;
        loop {
            let typed = match self.read_line("  ")? {
                Line::Text(typed) => typed,
                Line::Back => return Ok(Next::QuestionBefore),
                Line::Nothing | Line::End => return Ok(Next::Question),
            };
            let Some(organisation) = self.draft.organisation.as_mut() else { return Ok(Next::Question) };
            match store(organisation, &typed) {
                Ok(()) => {
                    self.draft.reachable = organisation.email.is_some();
                    self.draft.unread.remove("ente");
                    self.keep()?;
                    return Ok(Next::Question);
                }
                Err(why) => {
                    self.keep_unread("ente", typed)?;
                    writeln!(self.out, "  {why}")?;
                }
            }
        }
    }

    pub(super) fn ask_organisation_kind(&mut self) -> Result<Next, Error> {
        let words = OrganisationKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ");
        self.ask_about_organisation(&format!("Che tipo di organizzazione è? ({words})"), |organisation, typed| {
            let kind = OrganisationKind::ALL.iter().find(|kind| kind.word().eq_ignore_ascii_case(typed));
            organisation.kind = Some(*kind.ok_or_else(|| format!("Scrivi una di queste parole: {words}"))?);
            Ok(())
        })
    }

    pub(super) fn ask_inclusion(&mut self) -> Result<Next, Error> {
        self.ask_about_organisation("Che cosa fa per l'inclusione?", |organisation, typed| {
            organisation.inclusion = Some(typed.to_owned());
            Ok(())
        })
    }

    pub(super) fn ask_email(&mut self) -> Result<Next, Error> {
        self.ask_about_organisation("Qual è la sua e-mail?", |organisation, typed| {
            let email = Email::new(typed);
            let email = email.ok_or_else(|| "Non è un indirizzo e-mail: ci vogliono nome, @ e dominio".to_owned())?;
            organisation.email = Some(email.as_str().to_owned());
            Ok(())
        })
    }
}
