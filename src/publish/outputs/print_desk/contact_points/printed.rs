//! A contact point as sheets of paper lay it out.

use std::borrow::Cow;

use serde::Serialize;

use crate::board::Verification;
use crate::compose::contact_point::{
    ContactPointSheet, SpokenLanguage, build_contact_point_sheet, contact_point_path, need_label,
};
use crate::compose::fact_sheet::Line;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::{ContactPoint, Need, Weekday};
use crate::publish::RenderContext;

/// Languages of the words beside pictograms, the sheet's own one included.
pub(super) const WORD_LANGUAGES: usize = 3;

/// Icons of ways by which somebody is reached at once.
const NUMBER_ICONS: [&str; 2] = ["phone", "whatsapp"];

/// A text in a language.
#[derive(Serialize)]
pub(super) struct Words<'p> {
    lang: &'p str,
    dir: &'p str,
    text: &'p str,
}

/// A contact point as it is laid out. What changes from day to day is not in it, so that a sheet is printed again only when
/// the facts change.
#[derive(Serialize)]
pub(super) struct PrintedContactPoint<'p> {
    name: &'p str,
    name_lang: &'p str,
    name_dir: &'p str,
    /// That it is invented.
    example: Option<&'p str>,
    needs: Vec<NeedWords<'p>>,
    languages: Vec<SpokenLanguage<'p>>,
    /// Hours of the week, one entry for each group of days.
    hours: Vec<String>,
    /// What to do or to know in place of the hours: that the service is suspended, that one had better call first.
    note: Option<String>,
    /// The week, day by day.
    week: Vec<DayRow<'p>>,
    street: Option<Cow<'p, str>>,
    district: Option<String>,
    transport: Option<String>,
    documents: Vec<String>,
    /// Numbers; an e-mail address or site if there are none.
    ways: Vec<Way<'p>>,
    code: String,
    code_alternative: String,
}

/// A need with its word in some languages.
#[derive(Serialize)]
struct NeedWords<'p> {
    /// Name of its pictogram.
    icon: String,
    words: Vec<Words<'p>>,
}

/// A day of the week.
#[derive(Serialize)]
struct DayRow<'p> {
    names: Vec<Words<'p>>,
    hours: String,
    is_open: bool,
}

/// A way to reach a contact point.
#[derive(Serialize)]
struct Way<'p> {
    icon: &'static str,
    target: &'p str,
}

impl<'p> Words<'p> {
    pub(super) fn new(locale: &'p Locale, text: &'p str) -> Self {
        Self { lang: &locale.code, dir: &locale.direction, text }
    }
}

impl<'p> PrintedContactPoint<'p> {
    /// The contact point in the first of some languages, with words of needs and days in the others, and its sheet.
    pub(super) fn new(
        context: &'p RenderContext,
        id: &'p str,
        facts: &'p ContactPoint,
        languages: &[&'p Locale],
        level: ErrorCorrection,
    ) -> Result<(Self, ContactPointSheet<'p>), Error> {
        let locale = languages.first().copied().ok_or_else(|| Error::internal("contact point", "no language"))?;
        let words = languages.get(..WORD_LANGUAGES).unwrap_or(languages);
        let own = context.locales.board_locale();
        let sheet = build_contact_point_sheet(&context.board, id, facts, locale);
        let url = context.board.url(&contact_point_path(locale, id));
        let text_of = |line: &Line<'_>| line.text.to_string();
        let printed = Self {
            name: &facts.name,
            name_lang: &own.code,
            name_dir: &own.direction,
            example: facts.example.then(|| locale.text(key::example)),
            needs: facts.needs.iter().map(|need| NeedWords::new(*need, words)).collect(),
            languages: sheet.languages.clone(),
            hours: hours_lines(&sheet),
            note: note(&sheet, locale, Verification::new(facts.verified, context.board.today)),
            week: week_rows(&sheet, words, locale),
            street: sheet.street.clone(),
            district: sheet.district.as_ref().map(|district| district.label.clone()),
            transport: sheet.transport.as_ref().map(text_of),
            documents: sheet.documents.iter().map(text_of).collect(),
            ways: ways(&sheet),
            code: qr::render_svg(&url, level)?,
            code_alternative: format!("{}: {url}", locale.text(key::code)),
        };
        Ok((printed, sheet))
    }
}

impl<'p> NeedWords<'p> {
    fn new(need: Need, languages: &[&'p Locale]) -> Self {
        let words = languages.iter().map(|locale| Words::new(locale, need_label(need, locale).label));
        Self { icon: format!("need-{}", need.slug()), words: words.collect() }
    }
}

/// Hours of the week, or as somebody has written them.
fn hours_lines(sheet: &ContactPointSheet<'_>) -> Vec<String> {
    match &sheet.hours.as_written {
        Some(line) => vec![line.text.to_string()],
        None => sheet.hours.short.clone(),
    }
}

/// What stands in place of the hours: they are not to be relied on, unknown, or the service is suspended.
fn note(sheet: &ContactPointSheet<'_>, locale: &Locale, verification: Verification) -> Option<String> {
    let unknown = || locale.text(key::hours_unknown_here).to_owned();
    match &sheet.suspended {
        Some(suspended) => Some(suspended.clone()),
        None if !verification.is_reliable() => Some(unknown()),
        None => hours_lines(sheet).is_empty().then(unknown),
    }
}

fn week_rows<'p>(sheet: &ContactPointSheet<'_>, languages: &[&'p Locale], locale: &Locale) -> Vec<DayRow<'p>> {
    let rows = Weekday::ALL.iter().zip(&sheet.hours.week).map(|(day, line)| {
        let slots = line.slots.iter().map(|slot| {
            let audience = slot.audience.as_ref().map(|line| format!("({})", line.text));
            let parts =
                [Some(slot.hours.as_str()).filter(|hours| !hours.is_empty()), slot.by_appointment, audience.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let slots: Vec<String> = slots.collect();
        let name = |locale: &&'p Locale| {
            let name = locale.vocabulary_text(Weekday::VOCABULARY, day.word()).unwrap_or(day.word());
            Words::new(locale, name)
        };
        let is_open = !slots.is_empty();
        let hours = if is_open { locale.join_commas(&slots) } else { locale.text(key::hours_closed).to_owned() };
        DayRow { names: languages.iter().map(name).collect(), hours, is_open }
    });
    rows.collect()
}

/// Telephone and WhatsApp; without them the first other way.
fn ways<'p>(sheet: &ContactPointSheet<'p>) -> Vec<Way<'p>> {
    let ways = sheet.actions.iter().map(|way| Way { icon: way.action.icon, target: way.target });
    let (numbers, others): (Vec<Way<'_>>, Vec<Way<'_>>) = ways.partition(|way| NUMBER_ICONS.contains(&way.icon));
    if numbers.is_empty() { others.into_iter().take(1).collect() } else { numbers }
}
