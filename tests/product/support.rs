//! Helpers that several modules share, one file for each subject.

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
    ITEMS, SITE_URL, board_with, build_once, commit, copied_site, course_with, git, real_site, repository_of_board,
    site_with_all_kinds, small_board, small_site,
};
pub use check::{findings, json_report};
pub use codes::{POPPLER, print_pages, print_pages_at, read_all_qr_codes, read_qr_codes};
pub use files::{Tree, copy_tree, read_tree, repository_path, write};
pub use run::{PATIENCE, Run, TODAY, bacheca, installed_tool, run_program, run_tool, thread_time, wait_until};
pub use schema::JsonSchema;
pub use skip::{is_soak, report_skipped, skip_test};
pub use snapshot::{bless, is_blessing};

/// Fails with all problems at once if there are any.
#[track_caller]
pub fn assert_no_problems(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}
