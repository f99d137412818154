//! The facets that narrow a search: properties of the item, and whether the reader may take part. Each facet is one
//! entry of [`FACETS`]: the search page shows a question, the index holds the values, the script filters by the
//! choice.

use serde::Serialize;

use crate::board::{Board, Item};
use crate::compose::eligibility::{AgeRange, Answer, Conditions, PermitHeld, Person, conditions_of};
use crate::locale::{Locale, TextKey, key};
use crate::model::{Attendance, Audience, CostKind, Fact, Kind, LanguageCode, Level, Permit};
use crate::publish::RenderContext;

/// Value of yes/no facets.
pub(crate) const YES: &str = "1";
/// Value for readers without a residence permit: items that ask for none.
pub(crate) const NO_PERMIT: &str = "nessuno";
/// Value of items that do not say whether they ask for a permit. It is not a choice: the script shows these items in a
/// group of their own, after those of [`NO_PERMIT`].
pub(crate) const PERMIT_UNKNOWN: &str = "forse";
/// Value of contact points among the kinds of items.
pub(crate) const CONTACT_POINTS: &str = "sportelli";
/// Age ranges in years, inclusive: minors, young people («giovani»), adults, pensioners.
const AGE_RANGES: [(u32, u32); 4] = [(0, 17), (18, 29), (30, 64), (65, 120)];

/// A facet of the search.
pub(crate) struct Facet {
    /// Name in the index, in the form, and in the query of the page's address.
    pub(crate) name: &'static str,
    /// Text of the question.
    label: TextKey,
    /// Whether the question is about the reader rather than the item.
    personal: bool,
    /// Function that returns the values of an item.
    pub(crate) values: fn(&Board, &Item) -> Vec<String>,
    /// Function that returns the possible choices; `None` for a yes/no question.
    choices: Option<fn(&RenderContext, &Locale) -> Vec<Choice>>,
}

/// A value and its label.
#[derive(Serialize)]
pub(crate) struct Choice {
    value: String,
    label: String,
}

/// A question on the search page.
#[derive(Serialize)]
pub(crate) struct Question {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

/// Every facet, in the order of the search page.
pub(crate) const FACETS: [Facet; 11] = [
    Facet {
        name: "gratis",
        label: key::filter_free,
        personal: true,
        values: |_, item| yes_values(is_free(item)),
        choices: None,
    },
    Facet {
        name: "online",
        label: key::filter_online,
        personal: true,
        values: |_, item| yes_values(is_online(item)),
        choices: None,
    },
    Facet {
        name: "donne",
        label: key::filter_women,
        personal: true,
        values: |board, item| {
            yes_values(conditions_of(board, item).iter().any(|conditions| conditions.gender.is_some()))
        },
        choices: None,
    },
    Facet {
        name: "italiano",
        label: key::filter_level,
        personal: true,
        values: |board, item| {
            values(Level::ALL.iter().copied().filter(|level| suits_level(board, item, *level)).map(Level::word))
        },
        choices: Some(|_, locale| to_choices(locale, Level::VOCABULARY, Level::ALL.iter().map(|level| level.word()))),
    },
    Facet {
        name: "eta",
        label: key::filter_age,
        personal: true,
        values: |board, item| {
            values(AGE_RANGES.iter().filter(|ages| suits_age(board, item, **ages)).map(|ages| age_value(*ages)))
        },
        choices: Some(|_, locale| {
            AGE_RANGES.iter().map(|ages| Choice { value: age_value(*ages), label: age_label(locale, *ages) }).collect()
        }),
    },
    Facet {
        name: "permesso",
        label: key::filter_permit,
        personal: true,
        values: |board, item| {
            let permits = Permit::ALL.iter().filter(|permit| **permit != Permit::Any);
            let permits = permits.filter(|permit| suits_permit(board, item, **permit)).map(|permit| permit.word());
            let without = match admits_without_permit(board, item) {
                Answer::No => None,
                Answer::Yes => Some(NO_PERMIT),
                Answer::Ask => Some(PERMIT_UNKNOWN),
            };
            values(permits.chain(without))
        },
        choices: Some(|_, locale| {
            let none = Choice { value: NO_PERMIT.to_owned(), label: locale.text(key::filter_permit_none).to_owned() };
            let permits = Permit::ALL.iter().filter(|permit| **permit != Permit::Any).map(|permit| permit.word());
            std::iter::once(none).chain(to_choices(locale, Permit::VOCABULARY, permits)).collect()
        }),
    },
    Facet {
        name: "lingua",
        label: key::filter_language,
        personal: true,
        values: |_, item| values(languages(item).map(LanguageCode::as_str)),
        choices: Some(|context, locale| {
            let desks = context.board.published_contact_points().flat_map(|(_, desk)| &desk.desk_languages);
            let spoken = context.board.published().flat_map(languages).chain(desks);
            to_choices(locale, "language", sort_dedup(spoken.map(LanguageCode::as_str)).iter().map(String::as_str))
        }),
    },
    Facet {
        name: "tipo",
        label: key::search_filter_kind,
        personal: false,
        values: |_, item| vec![item.kind().key().to_owned()],
        choices: Some(|context, locale| {
            let choice =
                |kind: Kind| Choice { value: kind.key().to_owned(), label: locale.kind_list_name(kind).to_owned() };
            let label = locale.text(key::contact_points_title).to_owned();
            let contact_points = Choice { value: CONTACT_POINTS.to_owned(), label };
            let has_any = context.board.published_contact_points().next().is_some();
            Kind::ALL.into_iter().map(choice).chain(has_any.then_some(contact_points)).collect()
        }),
    },
    Facet {
        name: "zona",
        label: key::search_filter_zone,
        personal: false,
        values: |_, item| {
            let mut zones = values(item.zones());
            zones.dedup();
            zones
        },
        choices: Some(|context, _| {
            let territory = &context.board.config.territorio;
            let label = |zone: &String| Choice { value: zone.clone(), label: territory.zone_label(zone) };
            territory.zone.iter().map(label).collect()
        }),
    },
    Facet {
        name: "ente",
        label: key::search_filter_organisation,
        personal: false,
        values: |board, item| values(board.organisation_of(item).map(|organisation| organisation.name.as_str())),
        choices: Some(|context, _| {
            let names = context.board.published().filter_map(|item| context.board.organisation_of(item));
            choices_labelled_by_value(sort_dedup(names.map(|organisation| organisation.name.as_str())))
        }),
    },
    Facet {
        name: "anno",
        label: key::search_filter_year,
        personal: false,
        values: |_, item| vec![item.year().to_string()],
        choices: Some(|context, _| {
            let mut years: Vec<i32> = context.board.published().map(Item::year).collect();
            years.sort_unstable_by(|left, right| right.cmp(left));
            years.dedup();
            choices_labelled_by_value(years.into_iter().map(|year| year.to_string()))
        }),
    },
];

/// Questions of the search page, in three groups: yes/no questions about the reader, other questions about the reader,
/// questions about the item. Questions without any choice on this board are left out.
pub(crate) fn questions(context: &RenderContext, locale: &Locale) -> [Vec<Question>; 3] {
    let zone = context.board.config.territorio.nome_zona.as_deref();
    let label = |facet: &Facet| if facet.name == "zona" { zone } else { None };
    let question = |facet: &Facet| Question {
        name: facet.name,
        label: label(facet).unwrap_or_else(|| locale.text(facet.label)).to_owned(),
        choices: facet.choices.map(|choices| choices(context, locale)).unwrap_or_default(),
    };
    let group = |personal: bool, chosen: bool| {
        let facets = FACETS.iter().filter(move |facet| facet.personal == personal && facet.choices.is_some() == chosen);
        facets.map(question).filter(move |question| chosen != question.choices.is_empty()).collect()
    };
    [group(true, false), group(true, true), group(false, true)]
}

fn audience(item: &Item) -> Option<&Audience> {
    item.facts.audience.value()
}

/// Languages that are spoken at an item, or that one must speak for it.
fn languages(item: &Item) -> impl Iterator<Item = &LanguageCode> {
    let required = audience(item).map(|audience| &audience.required_languages);
    let required = required.into_iter().flatten().chain(&item.facts.languages);
    item.facts.activity_languages.iter().chain(required.flat_map(|language| &language.one_of))
}

/// Whether an item is free of charge, state fees included. An item without a cost is free; one whose cost is unknown
/// is not counted as free.
fn is_free(item: &Item) -> bool {
    let facts = &item.facts;
    let free = match &facts.cost {
        Fact::Known(cost) => {
            matches!(cost.kind, Some(CostKind::Free | CostKind::Offering)) && cost.state_fees.is_empty()
        }
        Fact::Absent | Fact::NotOffered => true,
        Fact::ToAsk | Fact::NotStated => false,
    };
    free && facts.state_fees.is_empty()
}

fn is_online(item: &Item) -> bool {
    let editions = item.facts.editions().iter().filter_map(|edition| edition.attendance);
    let mut attendance = item.facts.attendance.value().copied().into_iter().chain(editions);
    attendance.any(|attendance| attendance != Attendance::InPerson)
}

/// Whether a person of whom only this is known might take part in the item, or in one of its editions. What the item
/// asks besides does not count.
fn may_suit(board: &Board, item: &Item, suits: impl Fn(&Conditions) -> bool) -> bool {
    let alternatives = conditions_of(board, item);
    alternatives.is_empty() || alternatives.iter().any(suits)
}

fn suits_level(board: &Board, item: &Item, level: Level) -> bool {
    may_suit(board, item, |conditions| conditions.level.admits(Some(level)) != Answer::No)
}

fn suits_age(board: &Board, item: &Item, (youngest, oldest): (u32, u32)) -> bool {
    may_suit(board, item, |conditions| conditions.age.admits(Some(AgeRange { youngest, oldest })) != Answer::No)
}

fn suits_permit(board: &Board, item: &Item, permit: Permit) -> bool {
    let person = Person { held: Some(PermitHeld::Valid), permit: Some(permit), ..Person::default() };
    may_suit(board, item, |conditions| conditions.permit.admits(&person) != Answer::No)
}

/// Whether somebody without a residence permit can take part; to ask if the item does not say, or contradicts itself.
fn admits_without_permit(board: &Board, item: &Item) -> Answer {
    let person = Person { held: Some(PermitHeld::None), ..Person::default() };
    let answers = conditions_of(board, item).into_iter().map(|conditions| conditions.permit.admits(&person));
    answers.max().unwrap_or(Answer::Ask)
}

fn age_value((youngest, oldest): (u32, u32)) -> String {
    format!("{youngest}-{oldest}")
}

fn age_label(locale: &Locale, (youngest, oldest): (u32, u32)) -> String {
    match (youngest, oldest) {
        (0, oldest) => locale.format(key::age_to, &[("max", oldest.into())]),
        (youngest, 120) => locale.format(key::age_from, &[("min", youngest.into())]),
        (youngest, oldest) => locale.format(key::age_between, &[("min", youngest.into()), ("max", oldest.into())]),
    }
}

fn yes_values(answer: bool) -> Vec<String> {
    answer.then(|| YES.to_owned()).into_iter().collect()
}

fn values<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Vec<String> {
    words.into_iter().map(Into::into).collect()
}

fn sort_dedup<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    let words: std::collections::BTreeSet<&str> = words.collect();
    words.into_iter().map(str::to_owned).collect()
}

fn choices_labelled_by_value(words: impl IntoIterator<Item = String>) -> Vec<Choice> {
    words.into_iter().map(|word| Choice { label: word.clone(), value: word }).collect()
}

fn to_choices<'w>(locale: &Locale, vocabulary: &str, words: impl Iterator<Item = &'w str>) -> Vec<Choice> {
    let label = |word: &str| locale.vocabulary_text(vocabulary, word).unwrap_or(word).to_owned();
    words.map(|word| Choice { value: word.to_owned(), label: label(word) }).collect()
}
