//! Data of an item's poster, with its QR code: for a single poster, a pack, or the week's board.

use serde::Serialize;

use crate::compose::fact_sheet::build_fact_sheet;
use crate::compose::qr::{self, ErrorCorrection};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::print::{PrintDocument, change_day, typeable_address};
use crate::publish::shared::sheet_answers::{AnswerData, FurtherLine, further_lines, headline, tags, upper_answers};
use crate::publish::{ItemPage, RenderContext};
use crate::text::sentences::split_sentences;
use crate::typesetter::PrintJob;

/// Data that the template lays out for one item.
#[derive(Serialize)]
pub(crate) struct PosterData<'p> {
    lang: &'p str,
    dir: &'p str,
    pub(crate) kind: &'p str,
    kind_label: &'p str,
    /// White labels on the band: «Gratis», «Esempio».
    tags: Vec<&'p str>,
    title: String,
    /// Language of the title: the board's own if there is no translation.
    title_lang: &'p str,
    title_dir: &'p str,
    summary: Vec<String>,
    answers: Vec<AnswerData<'p>>,
    /// Requirements, documents, warnings, steps, where there is room.
    more: Vec<FurtherLine<'p>>,
    languages: Vec<OtherLanguage<'p>>,
    /// What to do by when, and its second lines.
    headline: String,
    then: Vec<String>,
    way: Option<AnswerData<'p>>,
    contacts: Vec<AnswerData<'p>>,
    organisation: Option<&'p str>,
    address: String,
    /// Until when it should hang, in the board's own language.
    take_down: Option<String>,
    scan: &'p str,
    scan_or_write: &'p str,
    code: String,
    code_alternative: String,
}

/// The item in another language: title, one line with cost and status, and the request to scan the code.
#[derive(Serialize)]
struct OtherLanguage<'p> {
    lang: &'p str,
    dir: &'p str,
    autonym: &'p str,
    title: String,
    line: String,
    /// The title is only the kind, so that the line is needed.
    is_foreign: bool,
    scan: &'p str,
}

/// Content of a sheet with one poster.
#[derive(Serialize)]
struct PosterSheet<'p> {
    strips: bool,
    poster: &'p PosterData<'p>,
}

/// What the sheet of a poster looks like.
#[derive(Clone, Copy)]
pub(crate) struct PosterLayout<'p> {
    /// Size of the paper.
    pub(crate) size: &'static str,
    /// Whether there are tear-off strips along the bottom edge.
    pub(crate) strips: bool,
    /// Error correction level of the QR codes.
    pub(crate) level: ErrorCorrection,
    /// Languages in which there are title and key facts, besides that of the page.
    pub(crate) others: &'p [&'p Locale],
}

impl Default for PosterLayout<'_> {
    fn default() -> Self {
        Self { size: "a4", strips: false, level: ErrorCorrection::Medium, others: &[] }
    }
}

/// Creates the print job of an item's poster: one sheet.
///
/// # Errors
/// An item without any date; an address too long for a QR code.
pub(crate) fn poster_job(
    context: &RenderContext,
    page: &ItemPage<'_>,
    layout: PosterLayout<'_>,
) -> Result<PrintJob, Error> {
    let poster = to_poster(context, page, layout.level, layout.others)?;
    let content = PosterSheet { strips: layout.strips, poster: &poster };
    let title = page.sheet.title.text.to_string();
    let languages = name_languages(std::iter::once(page.locale).chain(layout.others.iter().copied()));
    let document =
        PrintDocument { size: layout.size, ..PrintDocument::new(context, page.locale, "poster", title, content) };
    document.to_job(Some(change_day(page.item, &context.board)?), Some(1), languages)
}

/// Formats the names of languages for error messages.
pub(crate) fn name_languages<'l>(locales: impl Iterator<Item = &'l Locale>) -> String {
    locales.map(|locale| format!("{} ({})", locale.autonym, locale.code)).collect::<Vec<_>>().join(", ")
}

/// Builds the poster data of an item page, with its title in some other languages.
pub(crate) fn to_poster<'p>(
    context: &'p RenderContext,
    page: &'p ItemPage<'_>,
    level: ErrorCorrection,
    others: &[&'p Locale],
) -> Result<PosterData<'p>, Error> {
    let (sheet, locale) = (&page.sheet, page.locale);
    let url = context.board.url(&page.path);
    let board_locale = context.locales.board_locale();
    let title_locale = if sheet.title.foreign { board_locale } else { locale };
    let (headline, then) = headline(page);
    // After the last day for booking nobody gets in by the sheet any more.
    let last_day = page.item.timing(context.board.today).last_useful_day(page.item);
    // With its weekday the date needs no article, which Italian elides before 8 and 11.
    let take_down = |day| {
        let date = board_locale.format_date_with_weekday(day);
        board_locale.format(key::poster_take_down, &[("date", date.into())])
    };
    Ok(PosterData {
        lang: &locale.code,
        dir: &locale.direction,
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        tags: tags(page, locale),
        title: sheet.short_title.text.to_string(),
        title_lang: &title_locale.code,
        title_dir: &title_locale.direction,
        summary: split_sentences(&sheet.summary.text).into_iter().map(str::to_owned).collect(),
        answers: upper_answers(context, page),
        more: further_lines(page, board_locale),
        languages: others.iter().map(|other| other_language(context, page, other)).collect(),
        headline,
        then,
        way: AnswerData::named(sheet, "way"),
        contacts: sheet.contacts.iter().filter(|row| row.name != "hours").map(AnswerData::contact).collect(),
        organisation: sheet.organisation,
        address: typeable_address(&url),
        take_down: last_day.map(take_down),
        scan: locale.text(key::scan_code),
        scan_or_write: locale.text(key::scan_or_write),
        code: qr::render_svg(&url, level)?,
        code_alternative: format!("{}: {url}", locale.text(key::code)),
    })
}

fn other_language<'p>(context: &RenderContext, page: &ItemPage<'_>, locale: &'p Locale) -> OtherLanguage<'p> {
    let sheet = build_fact_sheet(&context.board, page.item, locale);
    let is_foreign = sheet.title.foreign;
    // Without a translation the kind replaces the title, which the poster already has in the board's own language, and
    // the facts follow.
    let title = if is_foreign { sheet.kind_label } else { sheet.short_title.text.as_ref() };
    let named = |name: &&str| AnswerData::named(&sheet, name).map(AnswerData::into_short);
    let names: &[&str] = if is_foreign { &["where", "cost"] } else { &["act_by"] };
    OtherLanguage {
        lang: &locale.code,
        dir: &locale.direction,
        autonym: &locale.autonym,
        title: title.to_owned(),
        line: names.iter().filter_map(named).collect::<Vec<_>>().join(" · "),
        is_foreign,
        scan: locale.text(key::scan_code),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use chrono::NaiveDate;

    use super::*;
    use crate::compose::fact_sheet::Answer;
    use crate::config::Config;
    use crate::publish::Presentation;
    use crate::theme::Theme;
    use crate::typesetter::Typesetter;

    /// Small letters of a text, without spaces, signs of direction and vowel signs, which a layout changes.
    fn letters(text: &str) -> String {
        let is_vowel_sign = |letter: &char| matches!(letter, '\u{64b}'..='\u{652}');
        text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric() && !is_vowel_sign(letter)).collect()
    }

    fn with_real_board(test: impl FnOnce(&RenderContext)) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let Ok(config) = Config::load(root) else { panic!("site.toml") };
        let loaded = crate::board::load(root, config, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        let languages = &loaded.board.config.bacheca.lingue;
        let presentation = Presentation::new(Theme::embedded(), languages, Vec::new(), &[], None).unwrap();
        test(&RenderContext::new(Arc::clone(&loaded.board), &presentation));
    }

    #[test]
    fn sheet_says_how_long_it_is_of_use_and_every_step() {
        with_real_board(|context| {
            let of = |slug: &str, language: &str| {
                let page = context.item_page(context.board.item(slug).unwrap(), context.locales.get(language).unwrap());
                let poster = to_poster(context, &page, ErrorCorrection::Medium, &[]).unwrap();
                serde_json::to_value(poster).unwrap()
            };
            // After the last day for booking nobody gets in.
            assert_eq!(of("colloqui-veloci", "it")["take_down"], "Togli dopo giovedì 11 febbraio 2027");
            assert_eq!(of("tirocinio-in-panificio", "ur")["take_down"], "Togli dopo venerdì 11 dicembre 2026");
            let steps = &of("duplicato-permesso-smarrito", "ur")["answers"];
            let steps = steps.as_array().unwrap().iter().find(|answer| answer["name"] == "steps").unwrap();
            // Translated: nothing says that it is in Italian.
            assert!(!steps["short"].as_str().unwrap().contains("(اطالوی)"), "{steps}");
            assert_eq!(steps["rows"].as_array().unwrap().len(), 4, "{steps}");
        });
    }

    /// Readers of PDF take Nastaliq apart, letter by letter: the text is that of a layout in Naskh.
    #[test]
    fn urdu_sheet_has_every_answer() {
        with_real_board(check_urdu_sheets);
    }

    fn check_urdu_sheets(context: &RenderContext) {
        let typesetter = Typesetter::new(&context.theme).unwrap().without_nastaliq();
        let (urdu, italian) = (context.locales.get("ur").unwrap(), context.locales.board_locale());
        let text_of = |page: &ItemPage<'_>, others: &[&Locale]| {
            let job = poster_job(context, page, PosterLayout { others, ..PosterLayout::default() }).unwrap();
            letters(&typesetter.typeset(&job).unwrap().text())
        };
        let items = context.open_items();
        assert!(items.len() > 10);
        for item in items {
            let page = context.item_page(item, urdu);
            let (alone, among_others) = (text_of(&page, &[]), text_of(&context.item_page(item, italian), &[urdu]));
            let title =
                if page.sheet.title.foreign { page.sheet.kind_label } else { page.sheet.short_title.text.as_ref() };
            // The rows of groups and days say in other words when each is, where and for whom.
            let sheet = &page.sheet;
            let whole = |name: &str| match name {
                "when" => sheet.editions.is_empty() && sheet.days.is_empty(),
                "who" | "where" => sheet.editions.is_empty(),
                _ => true,
            };
            let lines = |answer: &'_ Answer<'_>| {
                let short = std::iter::once(&answer.short).filter(|_| whole(answer.name) || answer.name == "who");
                let essential = answer.essential.iter().filter(|_| whole(answer.name));
                short.chain(essential).map(|line| line.text.to_string()).collect::<Vec<_>>()
            };
            let answers: Vec<String> = page.sheet.answers.iter().flat_map(lines).collect();
            let others = vec![title.to_owned(), urdu.text(key::scan_code).to_owned()];
            for (sheet, lines) in [(alone, answers), (among_others, others)] {
                // Words of a line are laid out from the left.
                let words: Vec<String> = lines.iter().flat_map(|line| line.split_whitespace()).map(letters).collect();
                let missing: Vec<&String> = words.iter().filter(|word| !sheet.contains(*word)).collect();
                assert!(missing.is_empty(), "{}: {missing:?} is not in {sheet}", item.slug);
            }
        }
    }
}
