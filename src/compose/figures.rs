//! The board in figures: what is published, counted. Nothing about whoever reads.

mod channel;
mod count;
mod published;

use serde::Serialize;

use self::channel::{ChannelFigures, count_channel};
use self::published::{
    DayFigures, KindFigures, MonthFigures, OrganisationFigures, ZoneFigures, count_days, count_kinds, count_months,
    count_organisations, count_zones,
};
use crate::board::{Board, Item, Status, Verification};

pub use self::channel::{FollowerReading, ReactionFigures, WeekFigures};
pub use self::count::Count;

/// The board in figures on a day. What its organisation withdrew is not counted.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// All announcements.
    #[serde(rename = "totale")]
    pub total: Count,
    /// By kind, in the order of the kinds; those without any too.
    #[serde(rename = "per_tipo")]
    pub kinds: Vec<KindFigures>,
    /// By district, in the order of `site.toml`, then without one.
    #[serde(rename = "per_zona")]
    pub zones: Vec<ZoneFigures>,
    /// By organisation, most announcements first.
    #[serde(rename = "per_ente")]
    pub organisations: Vec<OrganisationFigures>,
    /// By month, from the first publication to the last, without gaps.
    #[serde(rename = "per_mese")]
    pub months: Vec<MonthFigures>,
    /// Time to decide.
    #[serde(rename = "giorni_per_decidere")]
    pub days: DayFigures,
    /// Open announcements with their text in each language of the board.
    #[serde(rename = "lingue")]
    pub languages: Vec<LanguageFigures>,
    /// Contact points by the age of their verification.
    #[serde(rename = "sportelli")]
    pub contact_points: ContactPointFigures,
    /// Posts, followers and reactions.
    #[serde(rename = "canali")]
    pub channel: ChannelFigures,
}

/// Open announcements with their text in a language.
#[derive(Debug, Serialize)]
pub struct LanguageFigures {
    /// Code of the language.
    #[serde(rename = "lingua")]
    pub language: String,
    /// Those with their text in it.
    #[serde(rename = "annunci")]
    pub items: u32,
}

/// Contact points by the age of their verification.
#[derive(Debug, Default, Serialize)]
pub struct ContactPointFigures {
    /// Verified in the last three months.
    #[serde(rename = "verificati")]
    pub current: u32,
    /// To be verified again.
    #[serde(rename = "da_ricontrollare")]
    pub due: u32,
    /// Verified more than a year ago, or never.
    #[serde(rename = "non_verificati")]
    pub unverified: u32,
}

impl ContactPointFigures {
    /// All of them.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.current + self.due + self.unverified
    }
}

/// Counts what a board publishes.
#[must_use]
pub fn count_board(board: &Board) -> Figures {
    let items: Vec<&Item> = board.published().filter(|item| item.status != Status::Withdrawn).collect();
    let mut total = Count::default();
    for item in &items {
        total.add(item);
    }
    Figures {
        total,
        kinds: count_kinds(&items),
        zones: count_zones(board, &items),
        organisations: count_organisations(board, &items),
        months: count_months(board, &items),
        days: count_days(&items),
        languages: count_languages(board, &items),
        contact_points: count_contact_points(board),
        channel: count_channel(board, &items),
    }
}

fn count_languages(board: &Board, items: &[&Item]) -> Vec<LanguageFigures> {
    let config = &board.config.bacheca;
    let figures = config.lingue.iter().map(|language| {
        let has_text = |item: &&&Item| *language == config.lingua || item.translation(language).is_some();
        let items = items.iter().filter(|item| item.status.is_open()).filter(has_text).count();
        LanguageFigures { language: language.clone(), items: u32::try_from(items).unwrap_or(u32::MAX) }
    });
    figures.collect()
}

fn count_contact_points(board: &Board) -> ContactPointFigures {
    let mut figures = ContactPointFigures::default();
    for (_, facts) in board.published_contact_points() {
        match board.verification_of(facts) {
            Verification::Current(_) => figures.current += 1,
            Verification::Due(_) => figures.due += 1,
            Verification::Outdated(_) | Verification::Never => figures.unverified += 1,
        }
    }
    figures
}
