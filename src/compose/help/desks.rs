//! Contact points for a need, those where the reader's language is spoken before all others.

use crate::board::{Board, Verification};
use crate::model::{ContactPoint, LanguageCode, Need};

/// Contact points that help with a need, by id.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DesksForNeed<'b> {
    /// Those where the reader's language is spoken.
    pub spoken: Vec<&'b str>,
    /// The others by the languages that they speak; one that speaks several is in several groups.
    pub others: Vec<DeskGroup<'b>>,
}

/// Contact points where a language is spoken.
#[derive(Debug, PartialEq, Eq)]
pub struct DeskGroup<'b> {
    /// Code of the language; `None` for contact points that do not say which they speak.
    pub language: Option<&'b str>,
    /// Their ids.
    pub ids: Vec<&'b str>,
}

impl DesksForNeed<'_> {
    /// Whether no contact point of the board helps with the need.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spoken.is_empty() && self.others.is_empty()
    }

    /// Ids of the others, each once, in the order of their groups.
    #[must_use]
    pub fn other_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.others.iter().flat_map(|group| &group.ids) {
            if !ids.contains(id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Whether a contact point is among them.
    #[must_use]
    pub fn lists(&self, id: &str) -> bool {
        self.spoken.contains(&id) || self.others.iter().any(|group| group.ids.contains(&id))
    }
}

/// Finds the published contact points for a need. First those that say that the reader's language is spoken, then those for
/// which the need is most important, of equal ones first those that were verified. Languages are in the order of the
/// board's, then of their codes.
#[must_use]
pub fn find_desks_for_need<'b>(board: &'b Board, need: Need, language: &str) -> DesksForNeed<'b> {
    let mut desks: Vec<(&str, &ContactPoint)> =
        board.published_contact_points().filter(|(_, desk)| desk.needs.contains(&need)).collect();
    desks.sort_by_key(|(_, desk)| {
        let rank = desk.needs.iter().position(|other| *other == need);
        (desk.desk_languages.is_empty(), rank, !Verification::new(desk.verified, board.today).is_reliable())
    });
    let (spoken, others): (Vec<_>, Vec<_>) = desks.into_iter().partition(|(_, desk)| speaks(board, desk, language));
    DesksForNeed { spoken: spoken.into_iter().map(|(id, _)| id).collect(), others: group_by_language(board, &others) }
}

/// Finds published contact points where a language is spoken, whatever they help with: first those that help with anything
/// («altro»), then those that help with most.
#[must_use]
pub fn find_desks_speaking<'b>(board: &'b Board, language: &str) -> Vec<&'b str> {
    let mut desks: Vec<(&str, &ContactPoint)> =
        board.published_contact_points().filter(|(_, desk)| speaks(board, desk, language)).collect();
    desks.sort_by_key(|(_, desk)| (!desk.needs.contains(&Need::Other), usize::MAX - desk.needs.len()));
    desks.into_iter().map(|(id, _)| id).collect()
}

/// Whether a language is spoken at a contact point. One that says nothing of languages speaks the board's own.
fn speaks(board: &Board, desk: &ContactPoint, language: &str) -> bool {
    says(desk, language) || (desk.desk_languages.is_empty() && language == board.config.bacheca.lingua)
}

/// Whether a contact point says that a language is spoken there.
fn says(desk: &ContactPoint, language: &str) -> bool {
    desk.desk_languages.iter().any(|spoken| spoken.as_str() == language)
}

fn group_by_language<'b>(board: &Board, desks: &[(&'b str, &'b ContactPoint)]) -> Vec<DeskGroup<'b>> {
    let mut languages: Vec<&str> =
        desks.iter().flat_map(|(_, desk)| desk.desk_languages.iter().map(LanguageCode::as_str)).collect();
    let of_board = |code: &str| board.config.bacheca.lingue.iter().position(|language| language == code);
    languages.sort_by_key(|code| (of_board(code).unwrap_or(usize::MAX), *code));
    languages.dedup();
    let with = |is_member: &dyn Fn(&ContactPoint) -> bool| -> Vec<&'b str> {
        desks.iter().filter(|(_, desk)| is_member(desk)).map(|(id, _)| *id).collect()
    };
    let mut groups: Vec<DeskGroup<'b>> = languages
        .into_iter()
        .map(|code| DeskGroup { language: Some(code), ids: with(&|desk| says(desk, code)) })
        .collect();
    let silent = with(&|desk| desk.desk_languages.is_empty());
    if !silent.is_empty() {
        groups.push(DeskGroup { language: None, ids: silent });
    }
    groups
}
