//! Small operations on text that every layer needs, each written once: escaping, invisible characters, emoji, slugs,
//! comments of style sheets, colours, paths with `/`, percent-encoding, plain signs in place of look-alikes, addresses of sites, small and capital letters, spaces at which no line ends, sentences, the names of months and weekdays.

pub mod calendar_names;
pub mod colour;
pub mod compact_css;
pub mod csv_cell;
pub mod csv_table;
pub mod digit_groups;
pub mod emoji;
pub mod escape;
pub mod invisible;
pub mod letter_case;
pub mod mail_address;
pub mod no_break;
pub mod percent;
pub mod plain_signs;
pub mod postal_address;
pub mod sentences;
pub mod site_address;
pub mod slash_path;
pub mod slug;
pub mod visible;
pub mod web_address;
