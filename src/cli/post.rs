//! `bacheca post`

use std::io::{self, Write};

use chrono::{NaiveTime, TimeZone};
use clap::{Args, builder::PossibleValuesParser};

use super::{Context, Error, Outcome, item};
use crate::check::report::Format;
use crate::compose::messenger::{MESSENGERS, Messenger, find_messenger, letter};
use crate::compose::notice;
use crate::diagnostic::MessageLanguage;
use crate::locale::Locale;
use crate::localized;
use crate::pipeline;
use crate::publish::print_desk::no_channel;
use crate::publish::{Site, messages};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name
    #[arg(required_unless_present_any = ["digest", "invitation", "welcome"])]
    slug: Option<String>,
    /// Instead of one announcement: what closes first, together
    #[arg(long, conflicts_with_all = ["slug", "invitation", "welcome"])]
    digest: bool,
    /// The invitation to the channel
    #[arg(long, conflicts_with_all = ["slug", "welcome"])]
    invitation: bool,
    /// The line that greets whoever has just joined
    #[arg(long, conflicts_with = "slug")]
    welcome: bool,
    /// That it closes in days, was extended, or is open again
    #[arg(long, requires = "slug")]
    notice: bool,
    /// Where it will be pasted
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL", value_parser = channel_names())]
    channel: String,
    /// The language; two, with a comma: the reader's first, then the other
    #[arg(long, value_name = "LANG", value_delimiter = ',', num_args = 1)]
    lang: Vec<String>,
}

fn channel_names() -> PossibleValuesParser {
    MESSENGERS.iter().map(|channel| channel.name).collect::<Vec<_>>().into()
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let channel = find_messenger(&arguments.channel).ok_or_else(|| Error::internal("--channel", &arguments.channel))?;
    let (bytes, said) = pipeline::with_site(&loaded, |site| write(&site, arguments, channel))?;
    let mut out = io::stdout().lock();
    out.write_all(&bytes)?;
    if !bytes.ends_with(b"\n") {
        writeln!(out)?;
    }
    writeln!(io::stderr(), "{said}")?;
    Ok(Outcome::Done)
}

/// The text, and how long it is in words.
fn write(site: &Site<'_>, arguments: &Arguments, channel: &Messenger) -> Result<(Vec<u8>, String), Error> {
    let languages = super::languages(site, &arguments.lang)?;
    let locale = languages.first().copied().unwrap_or(site.locales.own());
    let (templates, board) = (site.templates, site.board);
    let is_mail = channel.name == "email";
    let mut letter = None;
    let text = if arguments.digest {
        let items = site.open_items();
        let (text, html) = notice::render_digest(templates, board, locale, &items, channel)?;
        if is_mail {
            letter = Some(mail(site, locale, "riepilogo", locale.text("digest_title"), &text, &html)?);
        }
        text
    } else if arguments.invitation {
        notice::render_invitation(templates, board, locale, channel)?.ok_or_else(no_channel)?
    } else if arguments.welcome {
        notice::render_welcome(templates, board, locale, channel)?
    } else {
        let item = item(board, arguments.slug.as_deref().unwrap_or_default())?;
        let page = site.item_page(item, locale);
        if arguments.notice {
            messages::notice(site, &page, channel)?
.ok_or_else(|| {
                localized!(
                    "non c'è niente da ricordare: non scade fra tre giorni, non è prorogato né riaperto",
                    "there is nothing to say again: it does not close in three days, was not extended, is not open again"
                )
            })?
        } else {
            let text = match languages.as_slice() {
                [_] => messages::text(site, &page, channel)?,
                [_, other] => messages::bilingual(site, &page, &site.item_page(item, other), channel)?,
                _ => {
                    return Err(Error::Message(localized!(
                        "al massimo due lingue: `--lang ar,it`",
                        "at most two languages: `--lang ar,it`"
                    )));
                }
            };
            if is_mail {
                let subject = format!("{} · {}", page.sheet.title.text, page.sheet.status.sentence);
                let html = messages::html(site, &page, channel)?;
                letter = Some(mail(site, locale, item.slug.as_str(), &subject, &text, &html)?);
            }
            text
        }
    };
    let said = format!("{}: {} di {} {}", channel.name, (channel.count)(&text), channel.limit, channel.unit);
    Ok((letter.unwrap_or_else(|| text.into_bytes()), said))
}

/// A letter with a text and the same as HTML.
fn mail(site: &Site<'_>, locale: &Locale, name: &str, subject: &str, text: &str, html: &str) -> Result<Vec<u8>, Error> {
    let config = &site.board.config.bacheca;
    // Nine in the morning of the board's day: a letter that is written twice is the same letter.
    let morning = site.board.today.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    let moment = config.fuso.from_local_datetime(&morning).earliest().map_or(0, |moment| moment.timestamp());
    let host = config.indirizzo.split('/').nth(2).unwrap_or("bacheca");
    let id = format!("{name}.{}.{}@{host}", locale.code, site.board.today);
    let language = (locale.code.as_str(), locale.direction.as_str());
    letter(&config.nome, config.email.as_deref(), subject, text, html, language, (&id, moment))
}
