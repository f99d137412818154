//! Code that several outputs share: lists, cards, feed entries, page shell, printing.

pub(super) mod addresses;
pub(super) mod announcing;
pub(super) mod contact_point_card;
pub(super) mod contact_point_items;
pub(super) mod districts;
pub(super) mod easy_text;
pub(super) mod facets;
pub(super) mod feed_entry;
pub(super) mod item_card;
pub(super) mod item_files;
pub(super) mod list_group;
pub(super) mod listing;
pub(super) mod messages;
pub(super) mod newer_edition;
pub(super) mod outline_map;
pub(super) mod page_shell;
pub(super) mod photos;
pub(super) mod poster_sheet;
pub(super) mod print;
pub(super) mod sheet_answers;
pub(super) mod shelf;
pub(super) mod zone_map;
