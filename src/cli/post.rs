//! `bacheca post`: the text of an announcement for a channel.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, builder::PossibleValuesParser};

use super::terminal::{PlainOutput, say};
use super::{
    Context, Error, Outcome, find_locales, find_posted_item, find_public_item, one_language_error,
    reject_unreadable_posts,
};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::compose::fact_sheet::{FactSheet, build_fact_sheet, item_path};
use crate::compose::handout;
use crate::compose::message::{self, MessageContext};
use crate::compose::messenger::{Letter, MESSENGERS, Messenger, find_messenger};
use crate::compose::notice;
use crate::diagnostic::MessageLanguage;
use crate::locale::{Locale, Locales, key};
use crate::localized;
use crate::templates::Templates;
use crate::text::slug::slugify;
use crate::theme::Theme;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name; several with --sheet
    #[arg(required_unless_present_any = ["digest", "invitation", "welcome"])]
    slugs: Vec<String>,
    /// A sheet to hand over: the announcements for a person, each fact in that person's language and in the board's own
    #[arg(long, requires = "slugs", conflicts_with_all = ["digest", "invitation", "welcome", "notice"])]
    sheet: bool,
    /// Instead of one announcement: what closes first, together
    #[arg(long, conflicts_with_all = ["slugs", "invitation", "welcome"])]
    digest: bool,
    /// The invitation to the channel
    #[arg(long, conflicts_with_all = ["slugs", "welcome"])]
    invitation: bool,
    /// The line that greets whoever has just joined
    #[arg(long, conflicts_with = "slugs")]
    welcome: bool,
    /// What changed since it was posted: cancelled, full, another day or place, extended, open again; or that it closes soon
    #[arg(long, requires = "slugs")]
    notice: bool,
    /// Where it will be pasted
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL", value_parser = channel_names())]
    channel: String,
    /// The language; two, with a comma: the reader's first, then the other
    #[arg(long, value_name = "LANG", value_delimiter = ',', num_args = 1)]
    lang: Vec<String>,
    /// Of --digest: only what takes place in this district
    #[arg(long, value_name = "DISTRICT", requires = "digest")]
    zone: Option<String>,
    /// The file to write, instead of showing the text
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn channel_names() -> PossibleValuesParser {
    MESSENGERS.iter().map(|channel| channel.name).collect::<Vec<_>>().into()
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let channel = find_messenger(&arguments.channel).ok_or_else(|| Error::internal("--channel", &arguments.channel))?;
    if arguments.notice {
        reject_unreadable_posts(&loaded)?;
    }
    let (bytes, said) = write_text(&loaded.board, arguments, channel)?;
    if let Some(file) = &arguments.out {
        context.write_output(file, &bytes)?;
        say(&said)?;
        return Ok(Outcome::Done);
    }
    let mut out = PlainOutput::lock();
    out.write_all(&bytes)?;
    if !bytes.ends_with(b"\n") {
        writeln!(out)?;
    }
    say(&said)?;
    Ok(Outcome::Done)
}

/// Writes the text; also returns a sentence on its length.
fn write_text(board: &Board, arguments: &Arguments, channel: &Messenger) -> Result<(Vec<u8>, String), Error> {
    let theme = Theme::load(&board.root, &board.config.bacheca.tema)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let templates = &Templates::load(&theme)?;
    let languages = find_locales(&locales, &arguments.lang)?;
    let locale = languages.first().copied().unwrap_or(locales.board_locale());
    let is_mail = channel.name == "email";
    let mut letter = None;
    let mut caution = String::new();
    let text = if arguments.digest {
        let zone = arguments.zone.as_deref().map(|name| find_zone(board, name)).transpose()?;
        let mut items = board.open_items_to_post();
        items.retain(|item| zone.is_none_or(|zone| item.zones().any(|other| other == zone)));
        let (text, html) = notice::render_digest(templates, board, locale, &items, channel)?;
        if is_mail {
            let (name, subject) = name_digest(board, locale, zone);
            let (name, subject) = (name.as_str(), subject.as_str());
            let digest = Letter { name, subject, text: &text, html: &html, is_for_list: true };
            letter = Some(digest.write(board, locale)?);
        }
        text
    } else if arguments.sheet {
        let [reader] = languages.as_slice() else { return Err(one_language_error()) };
        let items: Vec<&Item> =
            arguments.slugs.iter().map(|slug| find_public_item(board, slug)).collect::<Result<_, _>>()?;
        handout::render_handout_text(templates, board, &items, (reader, &locales), channel)?
    } else if arguments.invitation {
        notice::render_invitation(templates, board, locale, channel)?.ok_or_else(notice::missing_channel_error)?
    } else if arguments.welcome {
        notice::render_welcome(templates, board, locale, channel)?
    } else {
        let [slug] = arguments.slugs.as_slice() else {
            return Err(Error::Message(localized!(
                "un annuncio alla volta: per più annunci insieme aggiungi `--sheet`",
                "one announcement at a time: for several together add `--sheet`"
            )));
        };
        if arguments.notice {
            let (text, mail) = write_notice(templates, board, slug, &languages, channel)?;
            letter = mail;
            text
        } else {
            let item = find_public_item(board, slug)?;
            if !item.status.is_open() {
                caution = format!("\nNon è più aperto: per dirlo al canale c'è `bacheca post {slug} --notice`.");
            }
            let page = ItemText::new(board, item, locale);
            let context = page.context(templates, board);
            let text = match languages.as_slice() {
                [_] => message::render_text(&context, channel)?,
                [_, other] => {
                    let other = ItemText::new(board, item, other);
                    message::render_bilingual(&context, &other.context(templates, board), channel)?
                }
                _ => return Err(too_many_languages_error()),
            };
            if is_mail {
                let subject = format!("{} · {}", page.sheet.short_title.text, page.sheet.status.sentence);
                let html = message::render_html(&context, channel)?;
                let (name, subject, html) = (item.slug.as_str(), subject.as_str(), html.as_str());
                letter = Some(Letter { name, subject, text: &text, html, is_for_list: false }.write(board, locale)?);
            }
            text
        }
    };
    let summary =
        format!("{}: {} di {} {}{caution}", channel.name, (channel.count)(&text), channel.limit, channel.unit);
    Ok((letter.unwrap_or_else(|| text.into_bytes()), summary))
}

/// Writes the notice of what has changed since an announcement was posted, in one language or two; as a mail as well, if
/// that is the channel. Also of one that was withdrawn: whoever went by the post has to know.
fn write_notice(
    templates: &Templates,
    board: &Board,
    slug: &str,
    languages: &[&Locale],
    channel: &Messenger,
) -> Result<(String, Option<Vec<u8>>), Error> {
    let item = find_posted_item(board, slug)?;
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("--lang", "no language"))?;
    if others.len() > 1 {
        return Err(too_many_languages_error());
    }
    let render = |locale: &Locale| {
        let page = ItemText::new(board, item, locale);
        let notice = notice::render_notice(&page.context(templates, board), channel)?;
        notice.map(|notice| (notice, page.sheet.short_title.text.to_string())).ok_or_else(|| {
            Error::Message(localized!(
                "non c'è niente da ricordare: non scade fra tre giorni, non è prorogato né riaperto, e da quando è uscito non è cambiato",
                "there is nothing to say again: it does not close in three days, was not extended, is not open again, and has not changed since it was posted"
            ))
        })
    };
    let (notice, title) = render(first)?;
    let mut text = notice.text;
    if let Some(other) = others.first() {
        let both = format!("{text}\n\n———\n\n{}", render(other)?.0.text);
        // If two languages are too long, the reader's own is worth more.
        if (channel.count)(&both) <= channel.limit {
            text = both;
        }
    }
    let mail = if channel.name == "email" {
        let subject = format!("{}: {title}", notice.subject);
        let name = format!("{slug}.avviso");
        let letter = Letter { name: &name, subject: &subject, text: &text, html: &notice.html, is_for_list: false };
        Some(letter.write(board, first)?)
    } else {
        None
    };
    Ok((text, mail))
}

fn too_many_languages_error() -> Error {
    Error::Message(localized!("al massimo due lingue: `--lang ar,it`", "at most two languages: `--lang ar,it`"))
}

/// An announcement in one language, as input of its messages.
struct ItemText<'b> {
    item: &'b Item,
    locale: &'b Locale,
    sheet: FactSheet<'b>,
    /// Absolute URL of the page in that language.
    url: String,
}

impl<'b> ItemText<'b> {
    fn new(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Self {
        let url = board.url(&item_path(board, &item.slug, &locale.code));
        Self { item, locale, sheet: build_fact_sheet(board, item, locale), url }
    }

    fn context<'s>(&'s self, templates: &'s Templates, board: &'s Board) -> MessageContext<'s> {
        let Self { item, locale, sheet, url } = self;
        MessageContext { templates, board, locale, item, sheet, url }
    }
}

/// The district of the board with this name.
fn find_zone<'b>(board: &'b Board, name: &str) -> Result<&'b str, Error> {
    let zones = &board.config.territorio.zone;
    zones.iter().map(String::as_str).find(|zone| *zone == name).ok_or_else(|| {
        let known = zones.join(", ");
        Error::Message(localized!(
            "«{name}» non è una zona della bacheca: ci sono {known}",
            "«{name}» is no district of the board: there are {known}"
        ))
    })
}

/// Name and subject of the letter with the digest, of one district or of all.
fn name_digest(board: &Board, locale: &Locale, zone: Option<&str>) -> (String, String) {
    let title = locale.text(key::digest_title);
    match zone {
        Some(zone) => {
            let label = board.config.territorio.zone_label(zone);
            (format!("riepilogo.{}", slugify(zone)), format!("{title}{}{label}", locale.text(key::colon)))
        }
        None => ("riepilogo".to_owned(), title.to_owned()),
    }
}
