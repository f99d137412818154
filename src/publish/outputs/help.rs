//! «What do you need?»: one page with all needs and the numbers for emergencies, and one page for each need, from which a
//! telephone that answers in the reader's language is one tap away.

use serde::Serialize;
use tera::Value;

use crate::compose::chat_link;
use crate::compose::contact_point::{NeedLabel, need_label};
use crate::compose::help::{
    DeskGroup, HelpRequest, emergencies_of_need, find_desks_for_need, find_desks_speaking, offers_help,
};
use crate::config::{EmergencyNumber, InterpreterLine};
use crate::error::Error;
use crate::locale::{Autonym, Locale, find_autonym, key};
use crate::model::{Emergency, Kind, Need, Phone};
use crate::publish::shared::addresses::{HELP_PATH, need_path};
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{OfflineRank, PageSpec, RenderContext};

/// Announcements on the page of a need; a link leads to the rest.
const MAX_ANNOUNCEMENTS: usize = 2;
/// Contact points on the page of a need where the reader's language is spoken; a link leads to all of the board.
const MAX_SPOKEN: usize = 12;
/// Contact points where another language is spoken that are shown at once; if there are more, they are folded by language.
const MAX_UNFOLDED: usize = 3;
/// Contact points in a group of another language, and such groups, which together keep the page small.
const MAX_IN_GROUP: usize = 3;
const MAX_GROUPS: usize = 4;
/// Contact points that are offered where none helps with the need in the reader's language.
const MAX_NEXT_BEST: usize = 2;

/// A number to call, and what for.
#[derive(Serialize)]
struct NumberLine<'c> {
    number: &'c Phone,
    written: &'c str,
    label: &'c str,
}

/// The telephone with interpreters.
#[derive(Serialize)]
struct InterpreterValues<'c> {
    name: &'c str,
    number: &'c Phone,
    written: &'c str,
    whatsapp: Option<String>,
    /// How many languages are spoken, as a sentence.
    languages: Option<String>,
}

/// Contact points where another language than the reader's is spoken.
#[derive(Serialize)]
struct GroupValues<'c> {
    language: &'c str,
    code: Option<&'c str>,
    /// Its name in itself, which its speakers recognise; `None` if that is the same.
    autonym: Option<&'static str>,
    count: usize,
    cards: Value,
}

/// A district that a reader may choose, so that contact points near it come first.
#[derive(Serialize)]
struct DistrictChoice<'c> {
    zone: &'c str,
    label: String,
    /// Neighbourhoods by which people know it.
    neighbourhoods: Option<&'c str>,
    /// Row and column on the map of tiles, from the north-west, separated by a space.
    at: Option<String>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    if !offers_help(&context.board) {
        return Vec::new();
    }
    let all = PageSpec::new(context, HELP_PATH, |page, locale| render_needs(context, page, locale));
    let of_need = |need: Need| {
        PageSpec::new(context, need_path(need), move |page, locale| render_need(context, page, locale, need))
            .kept_offline(OfflineRank::Need)
    };
    std::iter::once(all.kept_offline(OfflineRank::Help)).chain(Need::ALL.iter().copied().map(of_need)).collect()
}

fn render_needs(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::help_lead),
        ..page.head(context, locale, locale.text(key::help_title))
    };
    let mut values = context.page_values(locale, &head)?;
    let numbers: Vec<NumberLine<'_>> =
        context.board.config.aiuto.emergencies.iter().map(|number| number_line(number, locale)).collect();
    let needs: Vec<NeedLabel<'_>> = Need::ALL.iter().map(|need| need_label(*need, locale)).collect();
    values.insert("numbers", &numbers);
    values.insert("needs", &needs);
    context.templates.render_page("help.html", &values)
}

fn render_need(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale, need: Need) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let tile = need_label(need, locale);
    let title = locale.format(key::help_need_title, &[("need", tile.label.into())]);
    let head = PageHead { description: locale.text(key::help_lead), ..page.head(context, locale, &title) };
    let root = root_path(&head.path);
    let mut values = context.page_values(locale, &head)?;
    values.insert("need", &tile);
    values.insert("numbers", &numbers_of_need(context, locale, need));
    let desks = find_desks_for_need(board, need, &locale.code);
    values.insert("no_desk", &desks.is_empty());
    let spoken = desks.spoken.get(..MAX_SPOKEN).unwrap_or(&desks.spoken);
    values.insert("spoken", &context.render_contact_point_cards(locale, spoken, &root)?);
    let is_cut = desks.spoken.len() > MAX_SPOKEN
        || desks.others.len() > MAX_GROUPS
        || desks.others.iter().any(|group| group.ids.len() > MAX_IN_GROUP);
    values.insert("more_desks", &is_cut);
    let others = desks.other_ids();
    let (unfolded, groups) =
        if others.len() > MAX_UNFOLDED { (&[][..], desks.others.as_slice()) } else { (others.as_slice(), &[][..]) };
    values.insert("other_cards", &context.render_contact_point_cards(locale, unfolded, &root)?);
    let groups = groups.iter().take(MAX_GROUPS).map(|group| group_values(context, locale, group, &root));
    values.insert("others", &groups.collect::<Result<Vec<GroupValues<'_>>, Error>>()?);
    let next_best = if desks.spoken.is_empty() { find_desks_speaking(board, &locale.code) } else { Vec::new() };
    let next_best: Vec<&str> = next_best.into_iter().filter(|id| !desks.lists(id)).take(MAX_NEXT_BEST).collect();
    values.insert("next_best", &context.render_contact_point_cards(locale, &next_best, &root)?);
    values.insert("has_cards", &!(desks.is_empty() && next_best.is_empty()));
    values.insert("districts", &district_choices(context));
    let position = Need::ALL.iter().position(|other| *other == need);
    let answers: &[usize] = position.and_then(|need| context.index.answers.get(need)).map_or(&[], Vec::as_slice);
    let shown = answers.get(..MAX_ANNOUNCEMENTS).unwrap_or(answers);
    values.insert("announcements", &context.render_cards(locale, shown, &root)?);
    values.insert("more", &(answers.len() > shown.len()).then(|| kind_of_need(need).map_or("", Kind::key)));
    values
        .insert("interpreters", &board.config.aiuto.interpreters.as_ref().map(|line| interpreter_values(line, locale)));
    let own = context.locales.board_locale();
    values.insert("request", &HelpRequest::new(board, own, locale, context.whatsapp_number().as_deref(), need));
    context.templates.render_page("need.html", &values)
}

fn number_line<'c>(emergency: &'c EmergencyNumber, locale: &'c Locale) -> NumberLine<'c> {
    let word = emergency.emergency.word();
    NumberLine {
        number: &emergency.number,
        written: emergency.number.as_written(),
        label: locale.vocabulary_text(Emergency::VOCABULARY, word).unwrap_or(word),
    }
}

/// Numbers of the emergencies that belong to a need, in the order of the need.
fn numbers_of_need<'c>(context: &'c RenderContext, locale: &'c Locale, need: Need) -> Vec<NumberLine<'c>> {
    let numbers = &context.board.config.aiuto.emergencies;
    let of = |emergency: Emergency| numbers.iter().filter(move |number| number.emergency == emergency);
    emergencies_of_need(need).iter().copied().flat_map(of).map(|number| number_line(number, locale)).collect()
}

fn interpreter_values<'c>(line: &'c InterpreterLine, locale: &Locale) -> InterpreterValues<'c> {
    let languages = |count: u16| locale.format(key::help_interpreters_languages, &[("count", count.into())]);
    InterpreterValues {
        name: &line.name,
        number: &line.number,
        written: line.number.as_written(),
        whatsapp: line.whatsapp.as_ref().map(chat_link),
        languages: line.languages.map(languages),
    }
}

fn group_values<'c>(
    context: &RenderContext,
    locale: &'c Locale,
    group: &DeskGroup<'c>,
    root: &str,
) -> Result<GroupValues<'c>, Error> {
    let language = group.language.map_or_else(
        || locale.text(key::help_language_unknown),
        |code| locale.vocabulary_text("language", code).unwrap_or(code),
    );
    let autonym = group.language.and_then(find_autonym).map(|Autonym { name, .. }| name);
    let autonym = autonym.filter(|name| name.to_lowercase() != language.to_lowercase());
    let shown = group.ids.get(..MAX_IN_GROUP).unwrap_or(&group.ids);
    let cards = context.render_contact_point_cards(locale, shown, root)?;
    Ok(GroupValues { language, code: group.language, autonym, count: group.ids.len(), cards })
}

/// Districts in the order of the board, with their places on its map if it has one.
fn district_choices(context: &RenderContext) -> Vec<DistrictChoice<'_>> {
    let territory = &context.board.config.territorio;
    let place = |zone: &str| {
        let mut rows = territory.map_rows.iter().enumerate();
        rows.find_map(|(row, tiles)| {
            let column = tiles.tiles().iter().position(|tile| *tile == Some(zone))?;
            Some(format!("{row} {column}"))
        })
    };
    let choice = |zone| DistrictChoice {
        zone,
        label: territory.zone_label(zone),
        neighbourhoods: territory.neighbourhoods.get(zone).map(String::as_str),
        at: place(zone),
    };
    territory.zone.iter().map(String::as_str).map(choice).collect()
}

/// Kind whose list holds most of the announcements that answer a need; `None` if no kind does.
fn kind_of_need(need: Need) -> Option<Kind> {
    match need {
        Need::Italian => Some(Kind::Training),
        Need::Work => Some(Kind::Job),
        Need::Home | Need::Shelter => Some(Kind::Housing),
        Need::Documents | Need::Asylum => Some(Kind::Regulation),
        Need::Lawyer | Need::Food | Need::Health | Need::Children | Need::Violence => Some(Kind::Project),
        Need::Other => None,
    }
}
