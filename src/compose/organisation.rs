//! An organisation in one language: who it is, how to reach it, and what was checked of it and what was not.

use chrono::NaiveDate;
use serde::Serialize;

use super::fact_sheet::{FactRow, Line, build_contact_rows, foreign_line};
use crate::board::{Board, Verification};
use crate::locale::{Locale, key};
use crate::model::{Organisation, OrganisationState, VerifiedAspect};

/// An organisation in one language, ready for templates.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationSheet<'b> {
    /// Its name, in the board's language.
    pub name: &'b str,
    /// What it is: «cooperativa sociale».
    pub kind: Option<&'b str>,
    /// An invented example (`esempio: true`).
    pub example: bool,
    /// Whether it no longer announces (`stato: ritirato`).
    pub withdrawn: bool,
    /// Whether it belongs to the board's network.
    pub in_network: bool,
    /// What it does for inclusion.
    pub inclusion: Option<FactRow<'b>>,
    /// By what registers know it, so that anybody can look it up.
    pub registers: Vec<FactRow<'b>>,
    /// Contacts, one row for each medium; its site is one of them.
    pub contacts: Vec<FactRow<'b>>,
    /// What was checked.
    pub verification: VerificationSheet<'b>,
}

/// What was checked of an organisation, in words that are no certificate.
#[derive(Debug, Clone, Serialize)]
pub struct VerificationSheet<'b> {
    /// Sentence with the day of the last check, or that there was none.
    pub last: String,
    /// Whether the last check is older than a year.
    pub is_old: bool,
    /// Who checked: a role or a team.
    pub by: Option<Line<'b>>,
    /// What was checked, and what was not.
    pub checked: Vec<&'b str>,
    /// See [`VerificationSheet::checked`].
    pub not_checked: Vec<&'b str>,
    /// Sentence with the day on which it accepted the charter.
    pub charter: Option<String>,
}

/// Path of an organisation's page below the site's root: `enti/asinitas/` in the board's language, else `ar/enti/asinitas/`.
#[must_use]
pub fn organisation_path(locale: &Locale, id: &str) -> String {
    format!("{}enti/{id}/", locale.root)
}

/// Builds the sheet of an organisation in a language.
#[must_use]
pub fn build_organisation_sheet<'b>(
    board: &'b Board,
    organisation: &'b Organisation,
    locale: &'b Locale,
) -> OrganisationSheet<'b> {
    let row = |name, icon, label, line: Option<Line<'b>>| {
        line.map(|line| FactRow { name, icon, label: locale.text(label), lines: vec![line] })
    };
    let in_board_language = |text: &'b String| foreign_line(board, locale, text);
    let registers = [
        row(
            "tax-code",
            "documents",
            key::org_tax_code,
            organisation.tax_code.as_ref().map(|code| plain(code.as_str())),
        ),
        row("register", "documents", key::org_register, organisation.register.as_ref().map(in_board_language)),
    ];
    OrganisationSheet {
        name: &organisation.name,
        kind: kind_label(organisation, locale),
        example: organisation.example,
        withdrawn: organisation.state == Some(OrganisationState::Withdrawn),
        in_network: organisation.in_network == Some(true),
        inclusion: row("inclusion", "who", key::org_inclusion, organisation.inclusion.as_ref().map(in_board_language)),
        registers: registers.into_iter().flatten().collect(),
        contacts: contact_rows(board, organisation, locale),
        verification: verification(board, organisation, locale),
    }
}

/// What an organisation is, in the page's language.
#[must_use]
pub fn kind_label<'b>(organisation: &Organisation, locale: &'b Locale) -> Option<&'b str> {
    organisation.kind.and_then(|kind| locale.vocabulary_text("organisation", kind.word()))
}

/// Whether and when somebody last checked an organisation, in a few words for lists.
#[must_use]
pub fn verification_line(board: &Board, organisation: &Organisation, locale: &Locale) -> String {
    match Verification::new(organisation.verified, board.today).day() {
        Some(day) => locale.format(key::org_checked_on, &[("date", locale.format_day(day).into())]),
        None => locale.text(key::org_not_verified).to_owned(),
    }
}

/// Contacts with the organisation's site, which is named once.
fn contact_rows<'b>(board: &'b Board, organisation: &'b Organisation, locale: &'b Locale) -> Vec<FactRow<'b>> {
    let mut rows = build_contact_rows(board, organisation.contacts.as_ref(), locale);
    if let Some(site) = &organisation.site {
        let line = Line { href: Some(site.as_str().to_owned()), ..plain(site.without_scheme()) };
        match rows.iter_mut().find(|row| row.name == "web") {
            Some(row) if row.lines.iter().any(|known| known.href == line.href) => {}
            Some(row) => row.lines.insert(0, line),
            None => {
                let label = locale.text(key::action_site);
                let before_hours = rows.iter().position(|row| row.name == "hours").unwrap_or(rows.len());
                rows.insert(before_hours, FactRow { name: "web", icon: "web", label, lines: vec![line] });
            }
        }
    }
    rows
}

fn verification<'b>(board: &'b Board, organisation: &'b Organisation, locale: &'b Locale) -> VerificationSheet<'b> {
    let state = Verification::new(organisation.verified, board.today);
    let format_day = |day: NaiveDate| locale.format_day(day);
    // Without a day nobody knows what the words are about.
    let has_fact = |aspect: &VerifiedAspect| match aspect {
        VerifiedAspect::Register => organisation.register.is_some() || organisation.tax_code.is_some(),
        VerifiedAspect::Charter => organisation.charter.is_some(),
        _ => true,
    };
    let is_checked = |aspect: &VerifiedAspect| {
        state.day().is_some() && organisation.verified_aspects.contains(aspect) && has_fact(aspect)
    };
    let (checked, not_checked): (Vec<VerifiedAspect>, Vec<VerifiedAspect>) =
        VerifiedAspect::ALL.iter().partition(|aspect| is_checked(aspect));
    let texts = |aspects: Vec<VerifiedAspect>| {
        aspects.into_iter().filter_map(|aspect| locale.vocabulary_text("verification", aspect.word())).collect()
    };
    let accepted = organisation.charter.as_ref().and_then(|charter| charter.date);
    VerificationSheet {
        last: match state.day() {
            Some(day) => locale.format(key::org_last_check, &[("date", format_day(day).into())]),
            None => locale.text(key::org_never_checked).to_owned(),
        },
        is_old: matches!(state, Verification::Outdated(_)),
        by: organisation
            .verified_by
            .as_ref()
            .filter(|_| state.day().is_some())
            .map(|who| foreign_line(board, locale, who)),
        checked: texts(checked),
        not_checked: texts(not_checked),
        charter: accepted.map(|day| locale.format(key::org_charter, &[("date", format_day(day).into())])),
    }
}

/// A line that is the same in every language.
fn plain(text: &str) -> Line<'_> {
    Line { text: text.into(), foreign: false, is_name: true, is_area: false, href: None }
}
