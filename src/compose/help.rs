//! What a reader with a need is shown: contact points in the order of use, announcements that answer, a message to send.

mod answering;
mod desks;
mod request;

pub use answering::answers_need;
pub use desks::{DeskGroup, DesksForNeed, find_desks_for_need, find_desks_speaking};
pub use request::HelpRequest;

use crate::board::Board;
use crate::model::{Emergency, Need};

/// Whether the board has anything for readers in need: a contact point, or a number in `[aiuto]` of `site.toml`.
#[must_use]
pub fn offers_help(board: &Board) -> bool {
    let help = &board.config.aiuto;
    board.published_contact_points().next().is_some() || help.interpreters.is_some() || !help.emergencies.is_empty()
}

/// Emergencies whose numbers belong to a need: they come first on its page.
#[must_use]
pub fn emergencies_of_need(need: Need) -> &'static [Emergency] {
    match need {
        Need::Violence => &[Emergency::Violence, Emergency::Trafficking, Emergency::Any],
        Need::Children => &[Emergency::Children],
        Need::Health => &[Emergency::Any, Emergency::Suicide],
        Need::Documents
        | Need::Asylum
        | Need::Lawyer
        | Need::Shelter
        | Need::Home
        | Need::Food
        | Need::Italian
        | Need::Work
        | Need::Other => &[],
    }
}
