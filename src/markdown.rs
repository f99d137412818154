//! Markdown: HTML for pages and feeds, blocks of styled runs for messages and posters, and what a text holds that could
//! harm readers; all from the events of one parser.

mod bare_links;
mod block_ranges;
mod blocks;
mod html;
mod inspection;
mod joined_lines;
mod link_target;
mod link_words;
mod named_address;
mod pieces;
mod wide_words;

use pulldown_cmark::{Options, Parser};

pub use bare_links::find_telephones;
pub use block_ranges::block_ranges;
pub use blocks::{Block, TextRun, parse_blocks, parse_blocks_of_page, plain_text};
pub use html::{link_addresses, render_html, render_html_with_absolute_links};
pub use inspection::{MarkupFinding, inspect_markup};
pub use joined_lines::find_joined_lines;
pub use link_target::LinkFault;
pub use link_words::check_words;
pub use pieces::{Piece, split_pieces};

/// Reads a text as every function here does.
fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
}

#[cfg(test)]
mod tests;
