//! The front of the desk: the plan, what is open, contact points to verify again, messages of the board.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::item::{DeskEntry, desk_entry, known_posts, told_lines};
use super::page::{item_path, page_values, script_data};
use super::streams::{changed_streams, write_streams};
use super::texts::{LanguageTexts, board_text, empty_language_texts};
use crate::board::{Item, Verification};
use crate::compose::contact_point::{contact_point_path, contacts_of};
use crate::compose::fact_sheet::describe_change;
use crate::compose::messenger::{WHATSAPP, name_app};
use crate::compose::notice;
use crate::compose::plan::{self, PostReason};
use crate::compose::things_to_mend::{MendReason, ThingToMend, things_to_mend};
use crate::compose::verification_letter::{compose_verification_letter, load_letter_locales};
use crate::diagnostic::MessageLanguage;
use crate::error::Error;
use crate::model::{ContactPoint, Phone};
use crate::publish::{PageSpec, RenderContext};

/// A contact point that is to be verified again.
#[derive(Serialize)]
struct DueContactPoint<'d> {
    name: &'d str,
    /// Path of its page below the site's root.
    path: String,
    /// When it was verified last.
    verified: String,
    /// Opens a mail with the letter.
    mailto: String,
    /// Opens WhatsApp with the letter.
    whatsapp: String,
    /// Numbers to call.
    telephones: Vec<&'d str>,
}

/// Planned posts of the same time.
#[derive(Serialize)]
struct PlanGroup<'d> {
    /// «Oggi», «Domani», «Questa settimana», «Dopo».
    name: &'static str,
    posts: Vec<DeskPost<'d>>,
}

/// A planned post.
#[derive(Serialize)]
struct DeskPost<'d> {
    #[serde(flatten)]
    entry: DeskEntry<'d>,
    /// Day, if the name of the group does not say it.
    day: String,
    /// Why it is posted again, in sentences; empty for what was never posted.
    reasons: Vec<String>,
    /// What to send where: «Avviso: WhatsApp (it, bn)».
    what: String,
    /// Channels and languages: `whatsapp:it whatsapp:bn`.
    streams: String,
    /// Whether it says again what was said before: a mark of the first post does not settle it.
    is_reminder: bool,
}

/// Names of the times of planned posts, from the nearest.
const TIMES: [&str; 4] = ["Oggi", "Domani", "Questa settimana", "Dopo"];

/// Something to look after.
#[derive(Serialize)]
struct DeskTask<'d> {
    title: &'d str,
    /// Path of a page about it below the site's root; empty if none is published.
    path: String,
    /// Why, and since when.
    why: String,
}

/// What the page's script knows of an item.
#[derive(Serialize)]
struct KnownItem {
    /// Lines of YAML with what a post tells now.
    told: String,
    /// Channel, language and minute of the posts that the board knows.
    posts: Vec<[String; 3]>,
}

pub(super) fn render(context: &RenderContext, page: &PageSpec<'_>) -> Result<Vec<u8>, Error> {
    let (board, config) = (&*context.board, &context.board.config.bacheca);
    let known: BTreeMap<&str, KnownItem> = board
        .items_to_post()
        .filter(|item| item.status.is_open() || item.publications().next().is_some())
        .map(|item| (item.slug.as_str(), KnownItem { told: told_lines(item), posts: known_posts(context, item) }))
        .collect();
    let open: Vec<DeskEntry<'_>> = context.open_items().into_iter().map(|item| desk_entry(context, item)).collect();
    let (tasks, unpublished) = list_tasks(context);
    let mut values = page_values(context, page, "Redazione")?;
    values.insert("board_languages", &board_messages(context)?);
    values.insert("groups", &group_plan(context)?);
    values.insert("tasks", &tasks);
    values.insert("task_count", &(tasks.len() + unpublished));
    values.insert("unpublished", &unpublished);
    values.insert("open", &open);
    values.insert("due", &due_contact_points(context)?);
    values.insert("hour", board.config.piano.hour());
    values.insert("repository", &config.repository);
    values.insert_value("desk_data", script_data(&known)?);
    context.templates.render_page("desk.html", &values)
}

/// What to post, by time; groups without posts are left out. What a channel says that is no longer true comes first.
fn group_plan(context: &RenderContext) -> Result<Vec<PlanGroup<'_>>, Error> {
    let board = &*context.board;
    let (channel, language) = plan::default_stream(board);
    let mut timed: Vec<(NaiveDate, DeskPost<'_>)> =
        board.items_to_post().filter_map(|item| Some((board.today, changed_post(context, item)?))).collect();
    for post in plan::plan_posts(board, channel, language)? {
        let (reasons, what) = match post.reason {
            PostReason::Changed(_) => continue,
            PostReason::New => (Vec::new(), "Annuncio"),
            PostReason::LastDays => (vec!["Ultimi giorni: un promemoria.".to_owned()], "Avviso"),
        };
        let entry = desk_entry(context, post.item);
        let planned = new_post(entry, reasons, what, &[(channel, language)]);
        timed.push((post.day, DeskPost { is_reminder: post.reason == PostReason::LastDays, ..planned }));
    }
    let locale = context.locales.board_locale();
    let mut groups = TIMES.map(|name| PlanGroup { name, posts: Vec::new() });
    for (day, post) in timed {
        let time = match (day - board.today).num_days() {
            ..=0 => 0,
            1 => 1,
            _ if day.iso_week() == board.today.iso_week() => 2,
            _ => 3,
        };
        let day = if time < 2 { String::new() } else { locale.format_day_with_weekday(day) };
        if let Some(group) = groups.get_mut(time) {
            group.posts.push(DeskPost { day, ..post });
        }
    }
    Ok(groups.into_iter().filter(|group| !group.posts.is_empty()).collect())
}

/// The notice of what has changed since an item was posted; `None` if nothing has.
fn changed_post<'d>(context: &'d RenderContext, item: &'d Item) -> Option<DeskPost<'d>> {
    let (board, locale) = (&*context.board, context.locales.board_locale());
    let changed = changed_streams(board, item);
    let mut reasons: Vec<String> = Vec::new();
    for change in changed.iter().flat_map(|stream| &stream.changes) {
        let reason = describe_change(board, locale, change);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let streams: Vec<(&str, &str)> = changed.iter().map(|stream| (stream.channel, stream.language)).collect();
    (!streams.is_empty()).then(|| new_post(desk_entry(context, item), reasons, "Avviso", &streams))
}

fn new_post<'d>(entry: DeskEntry<'d>, reasons: Vec<String>, what: &str, streams: &[(&str, &str)]) -> DeskPost<'d> {
    let mut channels: Vec<(&str, Vec<&str>)> = Vec::new();
    for (channel, language) in streams {
        match channels.iter_mut().find(|(known, _)| known == channel) {
            Some((_, languages)) => languages.push(language),
            None => channels.push((channel, vec![language])),
        }
    }
    let named = channels.iter().map(|(channel, languages)| format!("{} ({})", name_app(channel), languages.join(", ")));
    let what = format!("{what}: {}", named.collect::<Vec<_>>().join(", "));
    let streams = write_streams(streams.iter().copied());
    DeskPost { entry, day: String::new(), reasons, what, streams, is_reminder: false }
}

/// What there is to look after, and how many drafts are among it that no published page may name: those only the preview
/// shows.
fn list_tasks(context: &RenderContext) -> (Vec<DeskTask<'_>>, usize) {
    let things = things_to_mend(&context.board, &HashMap::new());
    let is_shown = |thing: &&ThingToMend<'_>| context.board.shows_drafts || !thing.item.facts.is_draft();
    let (shown, hidden): (Vec<&ThingToMend<'_>>, Vec<&ThingToMend<'_>>) = things.iter().partition(is_shown);
    let tasks = shown.into_iter().map(|thing| {
        let item = thing.item;
        let path = match &thing.reason {
            _ if item.facts.is_draft() => String::new(),
            MendReason::ToRecheck | MendReason::Unanswered { .. } => format!("o/{}/", item.slug),
            MendReason::OldTranslations { .. } => "redazione/traduzioni/".to_owned(),
            _ => item_path(item),
        };
        DeskTask { title: item.title(), path, why: explain_task(thing) }
    });
    (tasks.collect(), hidden.len())
}

/// Why something has to be looked after: «scade domani e non è mai uscito».
fn explain_task(thing: &ThingToMend<'_>) -> String {
    let since = thing.age_days.filter(|days| *days > 1).map_or_else(String::new, |days| format!(", da {days} giorni"));
    match &thing.reason {
        MendReason::ClosingUnposted { days_left: 0 } => "scade oggi e non è mai uscito".to_owned(),
        MendReason::ClosingUnposted { days_left: 1 } => "scade domani e non è mai uscito".to_owned(),
        MendReason::ClosingUnposted { days_left } => format!("scade fra {days_left} giorni e non è mai uscito"),
        MendReason::Unanswered { questions: 1 } => format!("una domanda aspetta risposta{since}"),
        MendReason::Unanswered { questions } => format!("{questions} domande aspettano risposta{since}"),
        MendReason::Draft => format!("bozza{since}"),
        MendReason::OldTranslations { languages } => {
            format!("il testo è cambiato dopo le traduzioni ({})", languages.join(", "))
        }
        MendReason::ToRecheck => format!("da ricontrollare{since}"),
    }
}

/// Messages of the board in each language: the digest, the invitation to the channel, the welcome.
fn board_messages(context: &RenderContext) -> Result<Vec<LanguageTexts<'_>>, Error> {
    let items = context.board.open_items_to_post();
    let (templates, board) = (&*context.templates, &*context.board);
    context
        .locales
        .iter()
        .map(|locale| {
            let digest = notice::render_digest(templates, board, locale, (&items, None), &WHATSAPP)?.text;
            let invitation = notice::render_invitation(templates, board, locale, &WHATSAPP)?;
            let welcome = notice::render_welcome(templates, board, locale, &WHATSAPP)?;
            let texts = [
                ("Riepilogo della settimana", Some(digest)),
                ("Invito al canale", invitation),
                ("Benvenuto a chi si iscrive", Some(welcome)),
            ];
            let texts = texts.into_iter().filter_map(|(name, text)| Some(board_text(&WHATSAPP, name, text?))).collect();
            Ok(LanguageTexts { texts, ..empty_language_texts(locale, locale.root.clone()) })
        })
        .collect()
}

/// Real contact points whose verification is older than three months, or that have none, the oldest first.
fn due_contact_points(context: &RenderContext) -> Result<Vec<DueContactPoint<'_>>, Error> {
    let board = &*context.board;
    let locale = context.locales.board_locale();
    let mut due: Vec<(&str, &ContactPoint)> = board
        .published_contact_points()
        .filter(|(_, facts)| !facts.example)
        .filter(|(_, facts)| !matches!(Verification::new(facts.verified, board.today), Verification::Current(_)))
        .collect();
    due.sort_by_key(|(_, facts)| facts.verified);
    let letters = load_letter_locales(MessageLanguage::Italian)?;
    due.into_iter()
        .map(|(id, facts)| {
            let letter = compose_verification_letter(board, id, facts, letters.board_locale());
            let telephones = contacts_of(board, facts).map_or(&[][..], |contacts| &contacts.telephone);
            let verified = facts.verified.map_or_else(|| "mai verificato".to_owned(), |day| locale.format_day(day));
            Ok(DueContactPoint {
                name: &facts.name,
                path: contact_point_path(locale, id),
                verified,
                mailto: letter.mailto_url,
                whatsapp: letter.whatsapp_url,
                telephones: telephones.iter().map(Phone::as_written).collect(),
            })
        })
        .collect()
}
