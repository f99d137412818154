//! What an item asks of a person, from its facts.

use std::collections::BTreeSet;

use crate::board::{Board, Item};
use crate::model::{
    AccessKind, Admission, Audience, Deadline, Edition, EnrolmentWay, Fact, Gender, Kind, Level, Opportunity,
    Readership, RequiredLanguage,
};

use super::narrowing::{name_narrows, text_narrows};
use super::permit::PermitCondition;

/// The language whose level an item states apart.
const ITALIAN: &str = "it";

/// What one audience of an item must meet, all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// Residence permit.
    pub permit: PermitCondition,
    /// Age.
    pub age: AgeCondition,
    /// Italian.
    pub level: LevelCondition,
    /// Only women.
    pub gender: Option<GenderCondition>,
    /// Districts in one of which one must be registered, by their positions in the territory.
    pub residence: Option<Vec<usize>>,
    /// What no question of ours can settle.
    pub others: BTreeSet<OtherCondition>,
    /// Name of the edition for which they hold; `None` for the whole item.
    pub edition: Option<String>,
    /// District where that edition takes place, by its position in the territory. It is no condition: of editions that
    /// fit equally, the near ones are named first.
    pub district: Option<usize>,
}

/// Lowest and highest age, in years, inclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AgeCondition {
    /// Lowest.
    pub minimum: Option<u32>,
    /// Highest.
    pub maximum: Option<u32>,
    /// The item says that children can come.
    pub children: bool,
}

/// Lowest and highest level of Italian, inclusive. Pre-A1 is never a lowest level: everybody has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LevelCondition {
    /// Lowest.
    pub minimum: Option<Level>,
    /// Highest.
    pub maximum: Option<Level>,
}

/// Whom an item is restricted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenderCondition {
    /// Women.
    Women,
    /// Women with children.
    WomenWithChildren,
}

/// A condition that only whoever organises the item can judge, or that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OtherCondition {
    /// Registered residence somewhere.
    Residence,
    /// Languages that one must speak.
    Languages,
    /// Requirements of a job.
    JobRequirements,
    /// School or university qualification.
    Qualification,
    /// Driving licence.
    DrivingLicence,
    /// Employment situation.
    Employment,
    /// Highest ISEE or income.
    Means,
    /// Reception centre.
    Reception,
    /// Household.
    Household,
    /// No home of one's own.
    NoHomeOwned,
    /// SPID, CIE or CNS.
    DigitalIdentity,
    /// Somebody must refer, or invite.
    Referral,
    /// Further conditions in free text.
    Other,
    /// The audience is described in words that may exclude people.
    InWords,
    /// Nobody says for whom the item is.
    Unknown,
}

impl OtherCondition {
    /// Every condition, in the order in which pages name them.
    pub const ALL: [Self; 15] = [
        Self::Residence,
        Self::Languages,
        Self::JobRequirements,
        Self::Qualification,
        Self::DrivingLicence,
        Self::Employment,
        Self::Means,
        Self::Reception,
        Self::Household,
        Self::NoHomeOwned,
        Self::DigitalIdentity,
        Self::Referral,
        Self::Other,
        Self::InWords,
        Self::Unknown,
    ];
}

/// What an item asks: one set of conditions for each audience, of which a person must meet one. Empty if nobody goes
/// there: laws, news that say nothing about an audience, and what is for organisations.
#[must_use]
pub fn conditions_of(board: &Board, item: &Item) -> Vec<Conditions> {
    let facts = &item.facts;
    let is_for_people = facts.readership.is_empty()
        || facts.readership.iter().any(|who| matches!(who, Readership::People | Readership::Families));
    let says_nothing = item.kind() == Kind::News && facts.audience.value().is_none();
    if !is_for_people || says_nothing || item.kind() == Kind::Regulation {
        return Vec::new();
    }
    let own = facts.audience.value();
    let running: Vec<&Edition> = facts.editions().iter().filter(|edition| !is_over(board, edition)).collect();
    let is_apart = |edition: &Edition| {
        edition.audience.is_some() || edition.name.as_deref().is_some_and(|name| name_narrows(name, own))
    };
    if !facts.editions().iter().any(is_apart) || running.is_empty() {
        return vec![build_conditions(board, item, own, None)];
    }
    let mut all: Vec<Conditions> = Vec::new();
    for edition in running {
        let audience = edition.audience.as_ref().map(|audience| merge_audiences(own, audience));
        let conditions = build_conditions(board, item, audience.as_ref().or(own), Some(edition));
        if !all.contains(&conditions) {
            all.push(conditions);
        }
    }
    all
}

/// Whether nobody can join an edition any more.
fn is_over(board: &Board, edition: &Edition) -> bool {
    let closed = matches!(edition.deadline, Some(Deadline::On(day, _)) if day.last_day() < board.today);
    closed || edition.dates.value().is_some_and(|dates| dates.end().last_day() < board.today)
}

/// The audience of an edition: what it says, else what the whole item says; lists add up. It has no text: those of both
/// are judged each by itself, so that a word of one does not excuse a word of the other.
fn merge_audiences(whole: Option<&Audience>, edition: &Audience) -> Audience {
    let Some(whole) = whole else { return edition.clone() };
    let list = |own: &[String], other: &[String]| own.iter().chain(other).cloned().collect();
    Audience {
        permits: if edition.permits.is_empty() { &whole.permits } else { &edition.permits }.clone(),
        permit_state: if edition.permit_state.is_empty() { &whole.permit_state } else { &edition.permit_state }.clone(),
        reception: list(&edition.reception, &whole.reception),
        minimum_age: edition.minimum_age.or(whole.minimum_age),
        maximum_age: edition.maximum_age.or(whole.maximum_age),
        gender: edition.gender.or(whole.gender),
        minimum_level: edition.minimum_level.or(whole.minimum_level),
        maximum_level: edition.maximum_level.or(whole.maximum_level),
        required_languages: edition.required_languages.iter().chain(&whole.required_languages).cloned().collect(),
        other_languages: edition.other_languages.iter().chain(&whole.other_languages).cloned().collect(),
        qualification: edition.qualification.clone().or_else(|| whole.qualification.clone()),
        employment: edition.employment.clone().or_else(|| whole.employment.clone()),
        maximum_isee: edition.maximum_isee.or(whole.maximum_isee),
        maximum_income: edition.maximum_income.or(whole.maximum_income),
        residence: if edition.residence.is_empty() { &whole.residence } else { &edition.residence }.clone(),
        digital_identity: edition.digital_identity.or(whole.digital_identity),
        household: list(&edition.household, &whole.household),
        owns_no_home: edition.owns_no_home.or(whole.owns_no_home),
        other: list(&edition.other, &whole.other),
        text: None,
    }
}

fn build_conditions(board: &Board, item: &Item, audience: Option<&Audience>, edition: Option<&Edition>) -> Conditions {
    let gender = audience.and_then(|audience| audience.gender);
    let residence = audience.and_then(|audience| districts_among(board, &audience.residence));
    let mut others = other_conditions(item, audience);
    let own = [item.facts.audience.value(), edition.and_then(|edition| edition.audience.as_ref())];
    let mut texts = own.into_iter().flatten().filter_map(|one| one.text.as_deref());
    if audience.is_some_and(|audience| texts.any(|text| text_narrows(text, audience))) {
        others.insert(OtherCondition::InWords);
    }
    let name = edition.and_then(|edition| edition.name.as_deref());
    if name.is_some_and(|name| name_narrows(name, audience)) {
        others.insert(OtherCondition::InWords);
    }
    let place = edition.and_then(|edition| edition.place.as_ref().or(item.facts.places().first()));
    let zone = place.and_then(|place| place.zone.as_ref());
    if residence.is_some() {
        others.remove(&OtherCondition::Residence);
    }
    Conditions {
        permit: PermitCondition::of(item, audience),
        age: AgeCondition {
            minimum: audience.and_then(|audience| audience.minimum_age),
            maximum: audience.and_then(|audience| audience.maximum_age),
            children: gender == Some(Gender::Everybody),
        },
        level: LevelCondition {
            minimum: audience.and_then(|audience| audience.minimum_level).filter(|level| *level != Level::PreA1),
            maximum: audience.and_then(|audience| audience.maximum_level),
        },
        gender: gender.and_then(|gender| match gender {
            Gender::WomenOnly => Some(GenderCondition::Women),
            Gender::WomenWithChildren => Some(GenderCondition::WomenWithChildren),
            Gender::Everybody | Gender::Mixed => None,
        }),
        residence,
        others,
        edition: name.map(str::to_owned),
        district: zone.and_then(|zone| board.config.territorio.zone.iter().position(|other| other == zone)),
    }
}

/// Positions of the districts that a list names; `None` if it is empty or names anything else.
fn districts_among(board: &Board, residence: &[String]) -> Option<Vec<usize>> {
    let territory = &board.config.territorio;
    let district = |text: &String| {
        let text = text.trim();
        territory
            .zone
            .iter()
            .position(|zone| territory.zone_label(zone).eq_ignore_ascii_case(text) || zone.eq_ignore_ascii_case(text))
    };
    let found: Option<Vec<usize>> = residence.iter().map(district).collect();
    found.filter(|districts| !districts.is_empty())
}

fn other_conditions(item: &Item, audience: Option<&Audience>) -> BTreeSet<OtherCondition> {
    use OtherCondition as Other;
    let facts = &item.facts;
    let of_audience = audience.map_or_else(
        || vec![(true, Other::Unknown)],
        |audience| {
            vec![
                (!audience.residence.is_empty(), Other::Residence),
                (asks_languages(audience, &audience.required_languages), Other::Languages),
                (!audience.other_languages.is_empty(), Other::Languages),
                (asks_languages(audience, &facts.languages), Other::Languages),
                (audience.qualification.is_some(), Other::Qualification),
                (audience.employment.is_some(), Other::Employment),
                (audience.maximum_isee.is_some() || audience.maximum_income.is_some(), Other::Means),
                (!audience.reception.is_empty(), Other::Reception),
                (!audience.household.is_empty(), Other::Household),
                (audience.owns_no_home == Some(true), Other::NoHomeOwned),
                (audience.digital_identity == Some(true), Other::DigitalIdentity),
                (!audience.other.is_empty(), Other::Other),
            ]
        },
    );
    let of_item = [
        (asks_of_candidates(facts), Other::JobRequirements),
        (facts.driving_licence.is_some(), Other::DrivingLicence),
        (is_by_referral(facts), Other::Referral),
    ];
    of_audience.into_iter().chain(of_item).filter_map(|(is_asked, condition)| is_asked.then_some(condition)).collect()
}

/// Whether one must speak a language besides the Italian of which a level is stated.
fn asks_languages(audience: &Audience, languages: &[RequiredLanguage]) -> bool {
    languages.iter().any(|language| {
        let is_italian = language.one_of.iter().any(|code| code.as_str() == ITALIAN);
        !is_italian || audience.minimum_level.is_none()
    })
}

/// Whether a job asks candidates for something, or does not say.
fn asks_of_candidates(facts: &Opportunity) -> bool {
    match &facts.requirements {
        Fact::Known(requirements) => !requirements.is_empty(),
        Fact::NotOffered => false,
        Fact::Absent => facts.kind() == Kind::Job,
        Fact::ToAsk | Fact::NotStated => true,
    }
}

/// Whether nobody gets in without somebody else: an operator who refers, or an invitation.
fn is_by_referral(facts: &Opportunity) -> bool {
    let ways = facts.enrolment_ways();
    let only_referral = !ways.is_empty() && ways.iter().all(|way| way.channel == Some(EnrolmentWay::Referral));
    let access = facts.access.as_ref().and_then(|access| access.kind) == Some(AccessKind::Referral);
    only_referral || access || facts.entry == Some(Admission::Invitation)
}
