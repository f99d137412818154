//! Conditions as a short text, for an attribute of cards and pages: `p*VR e16- i1-3 gd ?rm`.
//!
//! | code | condition |
//! |---|---|
//! | `p`, `p0`, `p*VRXWN`, `pbcW` | permit: not stated, not required, any, these ([`permit_letter`]); in force, receipt, extended, allows to work, contradicted |
//! | `e16-35`, `e16-`, `ec` | age, from and to; children welcome |
//! | `i1-3` | level of Italian from and to, 0 is pre-A1 |
//! | `gd`, `gb` | women, women with children |
//! | `r3,4` | residence in these districts, by position from 0 |
//! | `z3` | no condition: the district of the edition, by position from 0 |
//! | `?rm` | other conditions, one letter each |
//!
//! Codes are separated by spaces; what an item does not say has none, but an item that says nothing has `p`. Alternatives are
//! separated by `|`, and the name of an edition follows its codes after `=`.

use crate::model::{Level, Permit};

use super::conditions::{AgeCondition, Conditions, GenderCondition, LevelCondition, OtherCondition};
use super::permit::{NeededPermit, PermitCondition};

/// Separator of alternatives, which the names of editions do not keep.
const SEPARATOR: char = '|';

/// What an item asks, in codes; `None` if there is nothing to go to.
#[must_use]
pub fn asks_of(alternatives: &[Conditions]) -> Option<String> {
    let codes = alternatives.iter().map(conditions_code);
    (!alternatives.is_empty()).then(|| codes.collect::<Vec<_>>().join(&SEPARATOR.to_string()))
}

fn conditions_code(conditions: &Conditions) -> String {
    let Conditions { permit, age, level, gender, residence, others, edition, district } = conditions;
    let permit = (*permit != PermitCondition::NotStated).then(|| permit_code(permit));
    let age = (*age != AgeCondition::default()).then(|| age_code(age));
    let level = (*level != LevelCondition::default()).then(|| level_code(*level));
    let gender = gender.map(gender_code);
    let residence = residence.as_deref().map(residence_code);
    let letters: String = others.iter().map(|other| letter(*other)).collect();
    let others = (!letters.is_empty()).then(|| format!("?{letters}"));
    let district = district.map(|district| format!("z{district}"));
    let mut codes: Vec<String> = [permit, age, level, gender, residence, others].into_iter().flatten().collect();
    // An item that is for everybody has an answer too.
    if codes.is_empty() {
        codes.push(permit_code(&PermitCondition::NotStated));
    }
    codes.extend(district);
    let name = edition.as_ref().map(|name| format!("={}", name.replace(SEPARATOR, "/"))).unwrap_or_default();
    format!("{}{name}", codes.join(" "))
}

/// The letter of a permit in codes; `*` for any.
#[must_use]
pub fn permit_letter(permit: Permit) -> char {
    let position = Permit::ALL.iter().position(|other| *other == permit).and_then(|place| u8::try_from(place).ok());
    match position {
        Some(place) if permit != Permit::Any => char::from(b'a' + place - 1),
        _ => '*',
    }
}

pub(super) fn permit_code(condition: &PermitCondition) -> String {
    let NeededPermit { accepted, valid, receipt, extended, work, contradicted } = match condition {
        PermitCondition::NotStated => return "p".to_owned(),
        PermitCondition::NotRequired => return "p0".to_owned(),
        PermitCondition::Required(needed) => needed,
    };
    let permits: String = accepted.iter().map(|permit| permit_letter(*permit)).collect();
    let flags = [(valid, 'V'), (receipt, 'R'), (extended, 'X'), (work, 'W'), (contradicted, 'N')];
    let flags: String = flags.into_iter().filter_map(|(is_set, letter)| is_set.then_some(letter)).collect();
    format!("p{}{flags}", if permits.is_empty() { "*" } else { &permits })
}

/// Code of the reason of whoever has an expired permit and may hold the receipt of its renewal.
pub(super) const RENEWAL_CODE: &str = "x";

pub(super) fn age_code(condition: &AgeCondition) -> String {
    let AgeCondition { minimum, maximum, children } = condition;
    let limit = |limit: &Option<u32>| limit.map_or_else(String::new, |age| age.to_string());
    let limits = if minimum.is_none() && maximum.is_none() {
        String::new()
    } else {
        format!("{}-{}", limit(minimum), limit(maximum))
    };
    format!("e{limits}{}", if *children { "c" } else { "" })
}

pub(super) fn level_code(condition: LevelCondition) -> String {
    let limit = |limit: Option<Level>| {
        let position = limit.and_then(|limit| Level::ALL.iter().position(|level| *level == limit));
        position.map_or_else(String::new, |place| place.to_string())
    };
    match (condition.minimum, condition.maximum) {
        (None, None) => "i".to_owned(),
        (minimum, maximum) => format!("i{}-{}", limit(minimum), limit(maximum)),
    }
}

pub(super) fn gender_code(condition: GenderCondition) -> String {
    match condition {
        GenderCondition::Women => "gd",
        GenderCondition::WomenWithChildren => "gb",
    }
    .to_owned()
}

pub(super) fn residence_code(districts: &[usize]) -> String {
    let places: Vec<String> = districts.iter().map(ToString::to_string).collect();
    format!("r{}", places.join(","))
}

pub(super) fn other_code(condition: OtherCondition) -> String {
    format!("?{}", letter(condition))
}

const fn letter(condition: OtherCondition) -> char {
    match condition {
        OtherCondition::Residence => 'r',
        OtherCondition::Languages => 'l',
        OtherCondition::JobRequirements => 'q',
        OtherCondition::Qualification => 's',
        OtherCondition::DrivingLicence => 'k',
        OtherCondition::Employment => 'j',
        OtherCondition::Means => 'm',
        OtherCondition::Reception => 'h',
        OtherCondition::Household => 'f',
        OtherCondition::NoHomeOwned => 'n',
        OtherCondition::DigitalIdentity => 'd',
        OtherCondition::Referral => 'y',
        OtherCondition::Other => 'o',
        OtherCondition::InWords => 't',
        OtherCondition::Unknown => 'u',
    }
}
