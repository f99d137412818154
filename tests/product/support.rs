//! What several modules need, one file each.

mod board;
mod check;
mod codes;
mod files;
mod run;
mod schema;
mod skip;
mod snapshot;
pub mod webdriver;

pub use board::{
    ADDRESS, ITEMS, all_kinds, board_with, commit, git, good, real_site, repository_of_board, small_board, small_site,
};
pub use check::{findings, json_report};
pub use codes::{POPPLER, codes};
pub use files::{Tree, copy, repository, tree, write};
pub use run::{Run, TODAY, bacheca, installed, run, tool};
pub use schema::invalid;
pub use skip::{note_left_out, skip, soak};
pub use snapshot::{bless, blessing};

/// Fails with all problems at once, if there are any.
#[track_caller]
pub fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
