//! What several outputs need: lists, cards, feeds' entries, the shell of a page, printing.

pub(super) mod addresses;
pub(super) mod districts;
pub(super) mod facets;
pub(super) mod feed_entry;
pub(super) mod item_card;
pub(super) mod item_files;
pub(super) mod listing;
pub(super) mod messages;
pub(super) mod page_shell;
pub(super) mod photos;
pub(super) mod poster_sheet;
pub(super) mod print;
