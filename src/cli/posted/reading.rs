//! Followers and reactions that an editor read on a channel, noted beside an announcement.

use std::io::Write;

use super::append::write_entries;
use super::{Arguments, describe_post};
use crate::board::{Board, Item};
use crate::cli::channel_names::check_channel;
use crate::cli::{Context, Error, Outcome, find_named_item, reject_draft};
use crate::compose::changes::channel_of_messenger;
use crate::localized;
use crate::text::visible::show_name;

/// Notes the numbers beside the announcement that is named, else beside the last one that was posted on the channel.
pub(super) fn run(context: &Context, board: &Board, arguments: &Arguments) -> Result<Outcome, Error> {
    let item = match &arguments.slug {
        Some(slug) => find_named_item(context, board, slug)?,
        None => find_last_posted(board, &arguments.channel)?,
    };
    reject_draft(item)?;
    let language = arguments.lang.first().unwrap_or(&board.config.bacheca.lingua);
    let reading = describe_post(context, board, item, arguments, language)?;
    write_entries(context, item, std::slice::from_ref(&reading))?;
    let shown = show_name(&item.publications_path());
    let when = reading.when.map(|when| when.to_string()).unwrap_or_default();
    let number =
        |name: &str, number: Option<u32>| number.map(|number| format!(", {name} {number}")).unwrap_or_default();
    let (followers, reactions) = (number("iscritti", reading.followers), number("reazioni", reading.reactions));
    writeln!(std::io::stdout().lock(), "{shown}: {}, {when}{followers}{reactions}", reading.channel)?;
    Ok(Outcome::Done)
}

/// The announcement that was posted last on a channel.
fn find_last_posted<'b>(board: &'b Board, channel: &str) -> Result<&'b Item, Error> {
    let channel = channel_of_messenger(check_channel(&board.config, channel)?);
    let posted = board.published().filter_map(|item| {
        let posts = item.publications().filter(|post| channel_of_messenger(&post.channel) == channel);
        Some((posts.filter_map(|post| post.when).max()?, item))
    });
    let last = posted.max_by_key(|(when, item)| (*when, item.slug.as_str()));
    last.map(|(_, item)| item).ok_or_else(|| {
        Error::Message(localized!(
            "su {channel} non risulta ancora nessun post: scrivi il nome di un annuncio",
            "no post on {channel} is noted yet: write the name of an announcement"
        ))
    })
}
