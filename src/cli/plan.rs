//! `bacheca plan`: what to post in the next two weeks.

use std::collections::HashMap;
use std::io::Write;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::Args;
use serde::Serialize;

use super::channel_names::check_channel;
use super::git::Repository;
use super::json::{self, report_format};
use super::terminal::PlainOutput;
use super::{Context, Error, Outcome, reject_unreadable_posts, unknown_language_error};
use crate::board::Board;
use crate::compose::changes::last_post_on;
use crate::compose::fact_sheet::{build_status_line, describe_change};
use crate::compose::messenger::find_messenger;
use crate::compose::plan::{PlannedPost, PostReason, default_stream, plan_posts};
use crate::compose::things_to_mend::{MendReason, ThingToMend, things_to_mend};
use crate::diagnostic::MessageLanguage;
use crate::locale::{Locale, Locales};
use crate::theme::Theme;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
What to post in the next two weeks, on a channel in a language.

First what the channel says that is no longer true, then new announcements and reminders, each with the command that
writes its text. A post on another channel or in another language does not count: `plan --channel wechat --lang zh`.

With --json one object: `version` 1, `canale`, `lingua`, `ora`, and `post`, a list in the order of the plan; each has
`giorno` (2026-11-23), `slug`, `titolo`, `tipo`, `motivo` (`nuovo`, `ultimi giorni`, `è cambiato`), `cambiamenti` (sentences,
the most important first), `quando` (what to do by when, in words), `esempio`, `ultimo_post` (the last post there, or null), `ora` (`10:00`, or `adesso` today once that hour has passed),
`comando` (writes the text) and `segna` (notes that it was posted). `da_sistemare` lists what waits for the editors: `slug`,
`titolo`, `motivo` (`mai uscito`, `domande senza risposta`, `bozza`, `traduzioni vecchie`, `da ricontrollare`),
`giorni` (until it closes, else since anybody touched it, or null), `domande` (how many, or 0), `lingue`.";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The channel
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,
    /// The language; the board's own if none is named
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// For programs: one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

/// The plan for programs.
#[derive(Serialize)]
struct Plan<'b> {
    version: u32,
    canale: &'b str,
    lingua: &'b str,
    ora: &'b str,
    post: Vec<PlanEntry<'b>>,
    da_sistemare: Vec<MendEntry<'b>>,
}

/// One announcement that waits for the editors.
#[derive(Serialize)]
struct MendEntry<'b> {
    slug: &'b str,
    titolo: &'b str,
    motivo: &'static str,
    giorni: Option<i64>,
    domande: usize,
    lingue: Vec<String>,
}

/// One post of the plan, with the keys of [`ABOUT`].
#[derive(Serialize)]
struct PlanEntry<'b> {
    giorno: String,
    ora: &'b str,
    slug: &'b str,
    titolo: &'b str,
    tipo: &'b str,
    motivo: &'static str,
    cambiamenti: Vec<String>,
    quando: String,
    esempio: bool,
    ultimo_post: Option<String>,
    comando: String,
    segna: String,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(report_format(arguments.json), MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    reject_unreadable_posts(&loaded)?;
    let board = &loaded.board;
    let (channel, language) = default_stream(board);
    let (channel, language) =
        (arguments.channel.as_deref().unwrap_or(channel), arguments.lang.as_deref().unwrap_or(language));
    let channel = check_channel(&board.config, channel)?;
    let known = &board.config.bacheca.lingue;
    if language != board.config.bacheca.lingua && !known.iter().any(|code| code == language) {
        return Err(unknown_language_error(language, known));
    }
    let theme = Theme::of_board(&board.root, &board.config)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let planned = plan_posts(board, channel, language)?;
    // Of another day than today nobody knows the hour.
    let now = context.today.is_none().then(|| Utc::now().with_timezone(&board.config.bacheca.fuso).time());
    let mut post: Vec<PlanEntry<'_>> = Vec::new();
    for planned in &planned {
        let ora = name_hour(board.config.piano.hour(), now.filter(|_| planned.day == board.today));
        let entry = plan_entry(board, locales.board_locale(), planned, (channel, language));
        post.push(PlanEntry { ora, ..entry });
    }
    let da_sistemare: Vec<MendEntry<'_>> =
        things_to_mend(board, &days_of_drafts(board)).iter().map(mend_entry).collect();
    if arguments.json {
        let plan = Plan {
            version: json::VERSION,
            canale: channel,
            lingua: language,
            ora: board.config.piano.hour(),
            post,
            da_sistemare,
        };
        json::write(&plan)?;
        return Ok(Outcome::Done);
    }
    let mut out = PlainOutput::lock();
    if post.is_empty() {
        writeln!(out, "niente da pubblicare nelle prossime due settimane: tutto quello che è aperto è già sul canale")?;
    }
    for (planned, entry) in planned.iter().zip(&post) {
        writeln!(out, "{}", describe_post(locales.board_locale(), planned, entry))?;
    }
    if !da_sistemare.is_empty() {
        writeln!(out, "\nda sistemare:")?;
    }
    for entry in &da_sistemare {
        writeln!(out, "    {}", describe_mend(entry))?;
    }
    Ok(Outcome::Done)
}

/// When drafts were begun: the day of their first commit, else that on which their file was last written.
fn days_of_drafts(board: &Board) -> HashMap<String, NaiveDate> {
    let drafts = board.items.iter().filter(|item| item.facts.is_draft());
    let paths: Vec<&str> = drafts.map(|item| item.document.source.path.as_str()).collect();
    if paths.is_empty() {
        return HashMap::new();
    }
    let committed = Repository::find(&board.root).map(|repository| repository.first_days(&paths)).unwrap_or_default();
    let day = |path: &str| {
        let written = || {
            let modified = std::fs::metadata(board.root.join(path)).and_then(|file| file.modified()).ok()?;
            Some(DateTime::<Utc>::from(modified).with_timezone(&board.config.bacheca.fuso).date_naive())
        };
        committed.get(path).copied().or_else(written)
    };
    paths.into_iter().filter_map(|path| Some((path.to_owned(), day(path)?))).collect()
}

/// `ora` of a post of today whose hour has passed.
const NOW: &str = "adesso";

/// The hour of a post; `now` is the time of the day of a post of today. An hour that has passed is this one.
fn name_hour(hour: &str, now: Option<NaiveTime>) -> &str {
    let planned = NaiveTime::parse_from_str(hour, "%H:%M").ok();
    if now.zip(planned).is_some_and(|(now, planned)| now > planned) { NOW } else { hour }
}

fn plan_entry<'b>(
    board: &'b Board,
    locale: &Locale,
    planned: &PlannedPost<'b>,
    (channel, language): (&str, &str),
) -> PlanEntry<'b> {
    let item = planned.item;
    let (why, changes) = match &planned.reason {
        PostReason::New => ("nuovo", &[][..]),
        PostReason::LastDays => ("ultimi giorni", &[][..]),
        PostReason::Changed(changes) => ("è cambiato", changes.as_slice()),
    };
    let (default_channel, default_language) = default_stream(board);
    let option = |name: &str, value: &str, default: &str| {
        if value == default { String::new() } else { format!(" --{name} {value}") }
    };
    let language_option = option("lang", language, default_language);
    // A channel of another name has the text of the board's own.
    let of_messenger =
        find_messenger(channel).map_or_else(String::new, |_| option("channel", channel, default_channel));
    let notice = if planned.reason.is_new() { "" } else { " --notice" };
    PlanEntry {
        giorno: planned.day.to_string(),
        ora: board.config.piano.hour(),
        slug: item.slug.as_str(),
        titolo: item.title(),
        tipo: item.kind().key(),
        motivo: why,
        cambiamenti: changes.iter().map(|change| describe_change(board, locale, change)).collect(),
        quando: build_status_line(board, item, locale).sentence,
        esempio: item.facts.example,
        ultimo_post: last_post_on(board, item, channel, language)
            .and_then(|post| post.when)
            .map(|when| when.to_string()),
        comando: format!("bacheca post {}{notice}{of_messenger}{language_option}", item.slug),
        segna: format!("bacheca posted {}{}{language_option}", item.slug, option("channel", channel, default_channel)),
    }
}

fn mend_entry<'b>(thing: &ThingToMend<'b>) -> MendEntry<'b> {
    let item = thing.item;
    let entry = MendEntry {
        slug: item.slug.as_str(),
        titolo: item.title(),
        motivo: "",
        giorni: thing.age_days,
        domande: 0,
        lingue: Vec::new(),
    };
    match &thing.reason {
        MendReason::ClosingUnposted { days_left } => {
            MendEntry { motivo: NEVER_POSTED, giorni: Some(*days_left), ..entry }
        }
        MendReason::Unanswered { questions } => {
            MendEntry { motivo: "domande senza risposta", domande: *questions, ..entry }
        }
        MendReason::Draft => MendEntry { motivo: "bozza", ..entry },
        MendReason::OldTranslations { languages } => {
            MendEntry { motivo: "traduzioni vecchie", lingue: languages.clone(), ..entry }
        }
        MendReason::ToRecheck => MendEntry { motivo: "da ricontrollare", ..entry },
    }
}

/// `motivo` of what closes soon and was never posted.
const NEVER_POSTED: &str = "mai uscito";

/// Formats what waits for the editors in one line, with the command that helps if there is one.
fn describe_mend(entry: &MendEntry<'_>) -> String {
    let MendEntry { slug, titolo, motivo, .. } = entry;
    let what = match (entry.domande, entry.lingue.as_slice(), entry.giorni) {
        (questions @ 1.., ..) => format!(" ({questions}) · bacheca ask {slug}"),
        (_, [first, ..], _) => format!(" ({}) · bacheca translate {slug} {first}", entry.lingue.join(", ")),
        (.., Some(0)) if *motivo == NEVER_POSTED => ", scade oggi".to_owned(),
        (.., Some(1)) if *motivo == NEVER_POSTED => ", scade domani".to_owned(),
        (.., Some(days)) if *motivo == NEVER_POSTED => format!(", scade fra {days} giorni"),
        (.., Some(days @ 2..)) => format!(" da {days} giorni"),
        _ => String::new(),
    };
    format!("{titolo}: {motivo}{what}")
}

/// Formats a planned post in two lines: day, item and closing; command that writes the text. Each change has one between.
fn describe_post(locale: &Locale, planned: &PlannedPost<'_>, entry: &PlanEntry<'_>) -> String {
    let why = match &planned.reason {
        PostReason::New => String::new(),
        reason => format!("{}: ", if *reason == PostReason::LastDays { "ultimi giorni" } else { "è cambiato" }),
    };
    let example = if entry.esempio { "[ESEMPIO] " } else { "" };
    let kind = locale.vocabulary_text("kind", entry.tipo).unwrap_or(entry.tipo);
    let changes: String = entry.cambiamenti.iter().flat_map(|change| ["    ", change, "\n"]).collect();
    let hour = if entry.ora == NOW { NOW.to_owned() } else { format!("ore {}", entry.ora) };
    format!(
        "{}, {hour}  {why}{example}{}\n{changes}    {kind} · {} · {}",
        locale.format_date_with_weekday(planned.day),
        entry.titolo,
        entry.quando,
        entry.comando
    )
}

#[cfg(test)]
mod tests {
    use super::{NOW, name_hour};
    use chrono::NaiveTime;

    #[test]
    fn hour_that_has_passed_is_now() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 5, 0);
        assert_eq!(name_hour("10:00", at(9)), "10:00");
        assert_eq!(name_hour("10:00", at(10)), NOW);
        assert_eq!(name_hour("10:00", at(17)), NOW);
        // Of another day.
        assert_eq!(name_hour("10:00", None), "10:00");
    }
}
