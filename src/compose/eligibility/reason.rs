//! The conditions of an item in words, each as short as it can be: the reasons of an answer.

use super::code::{RENEWAL_CODE, age_code, gender_code, level_code, other_code, permit_code, residence_code};
use super::conditions::{AgeCondition, Conditions, GenderCondition, LevelCondition, OtherCondition};
use super::permit::{NeededPermit, PermitCondition};
use crate::board::Board;
use crate::locale::{Locale, TextKey, key};
use crate::model::{Gender, Level, Permit, PermitState};

/// More permits than this are not named one by one.
const MAX_NAMED_PERMITS: usize = 3;

/// Codes of the conditions of one audience, with what they say in a language: «italiano almeno A2».
#[must_use]
pub fn reason_texts(board: &Board, locale: &Locale, conditions: &Conditions) -> Vec<(String, String)> {
    let mut texts = vec![
        (permit_code(&conditions.permit), permit_text(locale, &conditions.permit, MAX_NAMED_PERMITS)),
        (age_code(&conditions.age), age_text(locale, conditions.age)),
    ];
    if conditions.level != LevelCondition::default() {
        texts.push((level_code(conditions.level), level_text(locale, conditions.level)));
    }
    if matches!(conditions.permit, PermitCondition::Required(_)) {
        texts.push((RENEWAL_CODE.to_owned(), locale.text(key::asks_renewal_receipt).to_owned()));
    }
    if let Some(gender) = conditions.gender {
        texts.push((gender_code(GenderCondition::Women), locale.text(key::asks_woman).to_owned()));
        if gender == GenderCondition::WomenWithChildren {
            texts.push((gender_code(gender), locale.text(key::asks_children).to_owned()));
        }
    }
    if let Some(districts) = &conditions.residence {
        let territory = &board.config.territorio;
        let label = |district: &usize| territory.zone.get(*district).map(|zone| territory.zone_label(zone));
        let labels: Vec<String> = districts.iter().filter_map(label).collect();
        let places = locale.join_or(labels.iter().map(String::as_str));
        texts.push((residence_code(districts), locale.format(key::residence_in, &[("places", places.into())])));
    }
    texts.extend(conditions.others.iter().map(|other| (other_code(*other), locale.text(other_key(*other)).to_owned())));
    texts
}

/// The same of a condition whose text is cut: the code and the whole text, which has room on a page of its own.
#[must_use]
pub fn whole_reason(locale: &Locale, conditions: &Conditions) -> Option<(String, String)> {
    let PermitCondition::Required(needed) = &conditions.permit else { return None };
    let is_cut = needed.accepted.len() > MAX_NAMED_PERMITS;
    is_cut.then(|| (permit_code(&conditions.permit), permit_text(locale, &conditions.permit, usize::MAX)))
}

/// What a permit condition says, with no more than `most` permits by name.
fn permit_text(locale: &Locale, condition: &PermitCondition, most: usize) -> String {
    let needed = match condition {
        PermitCondition::NotStated => return locale.text(key::asks_permit_unknown).to_owned(),
        PermitCondition::NotRequired => return locale.text(key::who_no_permit).to_owned(),
        PermitCondition::Required(needed) => needed,
    };
    if needed.accepted.is_empty() && !needed.extended {
        let key = match needed {
            NeededPermit { work: true, .. } => key::asks_permit_to_work,
            NeededPermit { receipt: true, .. } => key::asks_permit_or_receipt,
            _ => key::asks_permit,
        };
        return locale.text(key).to_owned();
    }
    let state = |is_set: bool, state: PermitState| {
        is_set.then(|| locale.vocabulary_text("permit-state", state.word()).unwrap_or(state.word()).to_owned())
    };
    let states = [
        state(needed.work, PermitState::AllowsWork),
        state(needed.receipt, PermitState::ReceiptAccepted),
        state(needed.extended, PermitState::ExpiredButExtended),
    ];
    let parts: Vec<String> =
        accepted_permits(locale, needed, most).into_iter().chain(states.into_iter().flatten()).collect();
    locale.format(key::permits_accepted, &[("permits", locale.join_commas(&parts).into())])
}

/// Names of the accepted permits, or some of them; `None` for any.
fn accepted_permits(locale: &Locale, needed: &NeededPermit, most: usize) -> Option<String> {
    let name = |permit: Permit| {
        let word = locale.vocabulary_text("permit", permit.word()).unwrap_or(permit.word());
        word.split(['(', '（']).next().unwrap_or(word).trim().to_owned()
    };
    if needed.accepted.is_empty() {
        return None;
    }
    let count = needed.accepted.len();
    let named = if count > most { most - 1 } else { count };
    let names: Vec<String> = needed.accepted.iter().take(named).map(|permit| name(*permit)).collect();
    if count == named {
        return Some(locale.join_or(names.iter().map(String::as_str)));
    }
    let names = locale.join_commas(&names);
    Some(locale.format(key::and_others, &[("names", names.into()), ("count", (count - named).into())]))
}

fn age_text(locale: &Locale, condition: AgeCondition) -> String {
    match (condition.minimum, condition.maximum) {
        (Some(min), Some(max)) => locale.format(key::age_between, &[("min", min.into()), ("max", max.into())]),
        (Some(min), None) => locale.format(key::age_from, &[("min", min.into())]),
        (None, Some(max)) => locale.format(key::age_to, &[("max", max.into())]),
        (None, None) if condition.children => {
            let word = Gender::Everybody.word();
            locale.vocabulary_text("gender", word).unwrap_or(word).to_owned()
        }
        (None, None) => locale.text(key::asks_age_unknown).to_owned(),
    }
}

fn level_text(locale: &Locale, condition: LevelCondition) -> String {
    let text = |key: TextKey, level: Level| {
        let word = locale.vocabulary_text("level", level.word()).unwrap_or(level.word());
        locale.format(key, &[("level", word.into())])
    };
    let minimum = condition.minimum.map(|level| text(key::level_from, level));
    let maximum = condition.maximum.map(|level| text(key::level_to, level));
    let texts: Vec<String> = minimum.into_iter().chain(maximum).collect();
    locale.join_commas(&texts)
}

const fn other_key(condition: OtherCondition) -> TextKey {
    match condition {
        OtherCondition::Residence => key::asks_residence,
        OtherCondition::Languages => key::asks_languages,
        OtherCondition::JobRequirements => key::asks_job,
        OtherCondition::Qualification => key::asks_qualification,
        OtherCondition::DrivingLicence => key::asks_licence,
        OtherCondition::Employment => key::asks_employment,
        OtherCondition::Means => key::asks_means,
        OtherCondition::Reception => key::asks_reception,
        OtherCondition::Household => key::asks_household,
        OtherCondition::NoHomeOwned => key::owns_no_home,
        OtherCondition::DigitalIdentity => key::digital_identity,
        OtherCondition::Referral => key::asks_referral,
        OtherCondition::Other => key::asks_other,
        OtherCondition::InWords => key::asks_in_words,
        OtherCondition::Unknown => key::asks_unknown,
    }
}
