//! `bacheca post`: the text of an announcement for a channel.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::channel_names::find_text_channel;
use super::terminal::PlainOutput;
use super::zone_names::find_zone;
use super::{
    Context, Error, Outcome, find_locales, find_posted_item, find_public_item, one_language_error,
    reject_unreadable_posts,
};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::compose::fact_sheet::{FactSheet, build_fact_sheet, item_path};
use crate::compose::handout;
use crate::compose::message::{self, MessageContext};
use crate::compose::messenger::{Letter, Messenger};
use crate::compose::notice;
use crate::diagnostic::MessageLanguage;
use crate::locale::{Locale, Locales};
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
    /// Where it will be pasted: whatsapp, telegram, sms, email, facebook…; another word shows all
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL")]
    channel: String,
    /// The language; two, with a comma: the reader's first, then the other
    #[arg(long, value_name = "LANG", value_delimiter = ',', num_args = 1)]
    lang: Vec<String>,
    /// Of --digest: only what takes place in this district: its name, its number, or a neighbourhood
    #[arg(long, value_name = "DISTRICT", requires = "digest")]
    zone: Option<String>,
    /// The file to write, instead of showing the text
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let channel = find_text_channel(&arguments.channel)?;
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    if arguments.notice {
        reject_unreadable_posts(&loaded)?;
    }
    let (bytes, said) = write_text(&loaded.board, arguments, channel)?;
    if let Some(file) = &arguments.out {
        context.write_output(file, &bytes)?;
        context.remark(&said)?;
        return Ok(Outcome::Done);
    }
    let mut out = PlainOutput::lock();
    out.write_all(&bytes)?;
    if !bytes.ends_with(b"\n") {
        writeln!(out)?;
    }
    context.remark(&said)?;
    Ok(Outcome::Done)
}

/// Writes the text; also returns a sentence on its length.
fn write_text(board: &Board, arguments: &Arguments, channel: &Messenger) -> Result<(Vec<u8>, String), Error> {
    let theme = Theme::of_board(&board.root, &board.config)?;
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
        if let Some(zone) = zone.filter(|_| items.is_empty()) {
            return Err(empty_zone_error(board, zone));
        }
        let digest = notice::render_digest(templates, board, locale, (&items, zone), channel)?;
        let notice::Digest { text, html, shown, left_out } = digest;
        if left_out > 0 {
            let all = shown + left_out;
            caution = format!("\nCi sono {shown} annunci su {all}: gli altri sono sul sito.");
        }
        if is_mail {
            let subject = notice::digest_title(board, locale, zone);
            let name = name_digest(zone);
            let digest = Letter { name: name.as_str(), subject: &subject, text: &text, html: &html, is_for_list: true };
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
            let WrittenNotice { text, mail, is_bilingual } = write_notice(templates, board, slug, &languages, channel)?;
            letter = mail;
            if !is_bilingual {
                caution = one_language_caution(&format!("{slug} --notice"), &languages, channel);
            }
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
                    let both = message::render_bilingual(&context, &other.context(templates, board), channel)?;
                    if !both.is_bilingual {
                        caution += &one_language_caution(slug, &languages, channel);
                    }
                    both.text
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
    let Messenger { name, limit, unit, .. } = channel;
    let length = (channel.count)(&text);
    if length > *limit {
        return Err(Error::Message(localized!(
            "il testo per {name} è troppo lungo ({length}, al massimo {limit} {unit}): scegli un altro canale",
            "the text for {name} is too long ({length}, at most {limit} {unit}): choose another channel"
        )));
    }
    let summary = format!("{name}: {length} di {limit} {unit}{caution}");
    Ok((letter.unwrap_or_else(|| text.into_bytes()), summary))
}

/// There is nothing to send to whoever follows a district.
fn empty_zone_error(board: &Board, zone: &str) -> Error {
    let label = board.config.territorio.zone_label(zone);
    Error::Message(localized!(
        "{label}: oggi non c'è niente di aperto da mandare; senza `--zone` il riepilogo è di tutta la bacheca",
        "{label}: nothing is open today that could be sent; without `--zone` the digest is of the whole board"
    ))
}

/// Says which language of two had no room, and what writes it.
fn one_language_caution(subject: &str, languages: &[&Locale], channel: &Messenger) -> String {
    let [first, other] = languages else { return String::new() };
    let Messenger { name, .. } = channel;
    let (autonym, first, other) = (&first.autonym, &first.code, &other.code);
    format!(
        "\nDue lingue insieme qui non ci stanno: questo è solo in {autonym} ({first}). L'altro testo: `bacheca post {subject} --channel {name} --lang {other}`."
    )
}

/// A notice as it is written.
struct WrittenNotice {
    text: String,
    mail: Option<Vec<u8>>,
    /// Whether the second language is in it, if two were asked for.
    is_bilingual: bool,
}

/// Writes the notice of what has changed since an announcement was posted, in one language or two; as a mail as well, if
/// that is the channel. Also of one that was withdrawn: whoever went by the post has to know.
fn write_notice(
    templates: &Templates,
    board: &Board,
    slug: &str,
    languages: &[&Locale],
    channel: &Messenger,
) -> Result<WrittenNotice, Error> {
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
    let mut is_bilingual = true;
    if let Some(other) = others.first() {
        let both = [text.as_str(), render(other)?.0.text.as_str()].join(channel.language_separator());
        // If two languages are too long, the reader's own is worth more.
        is_bilingual = (channel.count)(&both) <= channel.limit;
        if is_bilingual {
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
    Ok(WrittenNotice { text, mail, is_bilingual })
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

/// Name of the letter with the digest, of one district or of all.
fn name_digest(zone: Option<&str>) -> String {
    zone.map_or_else(|| "riepilogo".to_owned(), |zone| format!("riepilogo.{}", slugify(zone)))
}
