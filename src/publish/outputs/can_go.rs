//! «Can I go?»: the page of the questions, and what its script needs to answer on every page: the conditions of what is
//! open in words, with the board's permits and districts. The reader's answers never leave the telephone.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compose::contact_point::need_label;
use crate::compose::eligibility::{
    AgeRange, PermitHeld, Sex, conditions_of, permit_letter, reason_texts, whole_reason,
};
use crate::compose::help::offers_help;
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::model::{Level, Need, Permit};
use crate::publish::shared::addresses::need_path;
use crate::publish::shared::districts::list_path;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// Path of the page below a language's root; the script knows it too.
const PATH: &str = "posso-andare/";
/// Ages in years that one chooses from, both inclusive: the limits that announcements have most often.
const AGES: [(u32, u32); 9] =
    [(0, 13), (14, 15), (16, 17), (18, 24), (25, 29), (30, 35), (36, 45), (46, 64), (65, AgeRange::OLDEST)];
/// Levels of Italian that one chooses from, with what one can do at each.
const LEVELS: [(Level, TextKey); 6] = [
    (Level::PreA1, key::can_go_italian_none),
    (Level::A1, key::can_go_italian_a1),
    (Level::A2, key::can_go_italian_a2),
    (Level::B1, key::can_go_italian_b1),
    (Level::B2, key::can_go_italian_b2),
    (Level::C1, key::can_go_italian_c1),
];

/// A question, answered by a tap, or by a choice from a list if there are many.
#[derive(Serialize)]
struct Question<'c> {
    /// Name of the field, in the form and in addresses.
    name: &'static str,
    label: &'c str,
    choices: Vec<Choice>,
    /// Whether its choices are a list.
    is_list: bool,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    /// What the label means.
    meaning: String,
    /// Path of a district's list below the language's root.
    path: Option<String>,
}

impl Choice {
    fn new(value: &str, label: impl Into<String>) -> Self {
        Self { value: value.to_owned(), label: label.into(), meaning: String::new(), path: None }
    }
}

/// A link to the page of a need, below the language's root.
#[derive(Serialize)]
struct HelpLink {
    path: String,
    label: String,
}

/// What the script needs besides the codes on the page.
#[derive(Serialize)]
struct Tables<'c> {
    /// The three answers from no to yes, and the text of the link to the questions.
    labels: [&'c str; 4],
    /// What each code says, for all that is open.
    reasons: BTreeMap<String, String>,
    /// The whole of those that are cut there, for the page of an item.
    whole: BTreeMap<String, String>,
    /// Letter of each permit, by its word.
    permits: BTreeMap<&'static str, char>,
    /// Districts and levels, in the order in which codes count them.
    zones: &'c [String],
    levels: Vec<&'static str>,
    /// The board's own language, in which editions have their names.
    own: &'c str,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    vec![
        PageSpec::new(context, PATH, |page, locale| render_questions(context, page, locale)),
        PageSpec::new(context, format!("{PATH}condizioni.json"), |_, locale| render_tables(context, locale)),
    ]
}

fn render_questions(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::can_go_lead),
        ..page.head(context, locale, locale.text(key::can_go_title))
    };
    let mut values = context.page_values(locale, &head)?;
    values.insert("questions", &questions(context, locale));
    values.insert("need", &offers_help(&context.board).then(|| help_link(locale)));
    context.templates.render_page("can-go.html", &values)
}

/// The page for whoever finds no course of Italian: what most people look for here.
fn help_link(locale: &Locale) -> HelpLink {
    let need = need_label(Need::Italian, locale).label;
    HelpLink { path: need_path(Need::Italian), label: locale.format(key::help_need_title, &[("need", need.into())]) }
}

fn questions<'c>(context: &'c RenderContext, locale: &'c Locale) -> Vec<Question<'c>> {
    let question = |name, label, choices| Question { name, label: locale.text(label), choices, is_list: false };
    let list = |name, label, choices| Question { is_list: true, ..question(name, label, choices) };
    let held = |held: &PermitHeld| {
        let label = match held {
            PermitHeld::Valid => key::can_go_held_valid,
            PermitHeld::Receipt => key::can_go_held_receipt,
            PermitHeld::Expired => key::can_go_held_expired,
            PermitHeld::None => key::can_go_held_none,
        };
        Choice::new(held.word(), locale.text(label))
    };
    let permit = |permit: &Permit| {
        let word = permit.word();
        Choice::new(word, locale.vocabulary_text("permit", word).unwrap_or(word))
    };
    let permits = Permit::ALL.iter().filter(|permit| **permit != Permit::Any).map(permit);
    let age = |(youngest, oldest): &(u32, u32)| {
        let label = if *oldest == AgeRange::OLDEST { format!("{youngest}+") } else { format!("{youngest}–{oldest}") };
        Choice::new(&format!("{youngest}-{oldest}"), label)
    };
    let level = |(level, meaning): &(Level, TextKey)| {
        // Whoever has no level does not know that it is called pre-A1.
        let label = if *level == Level::PreA1 { "" } else { level.word() };
        Choice { meaning: locale.text(*meaning).to_owned(), ..Choice::new(level.word(), label) }
    };
    let territory = &context.board.config.territorio;
    let zone = |zone: &String| {
        let known = territory.neighbourhoods.get(zone).map(|names| format!(" · {names}")).unwrap_or_default();
        Choice {
            path: Some(format!("{}{}", locale.root, list_path(zone))),
            ..Choice::new(zone, format!("{}{known}", territory.zone_label(zone)))
        }
    };
    let sex = |sex: &Sex| {
        let label = match sex {
            Sex::Woman => key::can_go_woman,
            Sex::Man => key::can_go_man,
        };
        Choice::new(sex.word(), locale.text(label))
    };
    let zones = territory.zone.iter().map(zone).chain([Choice::new("altrove", locale.text(key::can_go_elsewhere))]);
    let home = (!territory.zone.is_empty()).then(|| list("zona", key::can_go_home, zones.collect()));
    [
        question("stato", key::can_go_held, PermitHeld::ALL.iter().map(held).collect()),
        list("permesso", key::can_go_permit, permits.collect()),
        question("eta", key::can_go_age, AGES.iter().map(age).collect()),
        question("italiano", key::can_go_italian, LEVELS.iter().map(level).collect()),
    ]
    .into_iter()
    .chain(home)
    .chain([question("sesso", key::can_go_sex, Sex::ALL.iter().map(sex).collect())])
    .collect()
}

fn render_tables(context: &RenderContext, locale: &Locale) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let open = context.index.open.iter().filter_map(|index| context.item_at(*index));
    let conditions: Vec<_> = open.flat_map(|item| conditions_of(board, item)).collect();
    let tables = Tables {
        labels: [key::can_go_no, key::can_go_ask, key::can_go_yes, key::can_go_change].map(|key| locale.text(key)),
        reasons: conditions.iter().flat_map(|conditions| reason_texts(board, locale, conditions)).collect(),
        whole: conditions.iter().filter_map(|conditions| whole_reason(locale, conditions)).collect(),
        permits: Permit::ALL
            .iter()
            .filter(|permit| **permit != Permit::Any)
            .map(|permit| (permit.word(), permit_letter(*permit)))
            .collect(),
        zones: &board.config.territorio.zone,
        levels: Level::ALL.iter().map(|level| level.word()).collect(),
        own: &board.config.bacheca.lingua,
    };
    serde_json::to_vec(&tables).map_err(|error| Error::internal("conditions of what is open", error))
}
