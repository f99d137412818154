//! Whether a person can go, and why.

use std::cmp::Reverse;

use super::answer::Answer;
use super::code::{RENEWAL_CODE, age_code, gender_code, level_code, other_code, permit_code, residence_code};
use super::conditions::{AgeCondition, Conditions, GenderCondition, LevelCondition};
use super::permit::PermitCondition;
use super::person::{ADULT, AgeRange, Home, Person, Sex};
use crate::model::Level;

/// An answer and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The answer.
    pub answer: Answer,
    /// Codes of the conditions that decide it: those that fail for [`Answer::No`], those to ask about for
    /// [`Answer::Ask`], those that are met for [`Answer::Yes`].
    pub reasons: Vec<String>,
    /// The editions for which it holds, those in the person's district first, if the item's editions are for different
    /// people.
    pub editions: Vec<String>,
}

/// Whether a person can go to an item with these alternatives: the best answer of all, and of equal ones that with the
/// fewest conditions that fail or are open. Alternatives with the same answer for the same reasons count together; of
/// what is met, a yes names what all of them ask. `None` if there is nothing to go to.
#[must_use]
pub fn assess(alternatives: &[Conditions], person: &Person) -> Option<Assessment> {
    let found: Vec<_> = alternatives.iter().map(|conditions| (conditions, conditions.assess(person))).collect();
    let open = |answer: Answer, reasons: &[String]| if answer == Answer::Yes { 0 } else { reasons.len() };
    let (_, (answer, reasons)) =
        found.iter().min_by_key(|(_, (answer, reasons))| (Reverse(*answer), open(*answer, reasons)))?;
    let is_equal = |other: &&(&Conditions, (Answer, Vec<String>))| {
        let (_, (other_answer, other_reasons)) = other;
        other_answer == answer && (*answer == Answer::Yes || other_reasons == reasons)
    };
    let equal: Vec<_> = found.iter().filter(is_equal).collect();
    let shared = |code: &&String| equal.iter().all(|(_, (_, reasons))| reasons.contains(code));
    let is_near = |conditions: &Conditions| {
        conditions.district.is_some_and(|district| person.home == Some(Home::District(district)))
    };
    let mut named: Vec<&Conditions> = equal.iter().map(|(conditions, _)| *conditions).collect();
    named.sort_by_key(|conditions| !is_near(conditions));
    let mut editions: Vec<String> = Vec::new();
    for name in named.into_iter().filter_map(|conditions| conditions.edition.as_ref()) {
        if !editions.contains(name) {
            editions.push(name.clone());
        }
    }
    Some(Assessment { answer: *answer, reasons: reasons.iter().filter(shared).cloned().collect(), editions })
}

impl Conditions {
    /// The answer and the codes of the conditions that decide it.
    fn assess(&self, person: &Person) -> (Answer, Vec<String>) {
        let mut answers = vec![(
            permit_reasons(&self.permit, person),
            self.permit.admits(person),
            self.permit != PermitCondition::NotStated,
        )];
        let mut add = |code: String, answer, is_stated| answers.push((vec![code], answer, is_stated));
        add(age_code(&self.age), self.age.admits(person.age), self.age != AgeCondition::default());
        add(level_code(self.level), self.level.admits(person.italian), self.level != LevelCondition::default());
        for (code, answer) in self.gender.into_iter().flat_map(|gender| gender.admits(person.sex)) {
            add(code, answer, true);
        }
        if let Some(districts) = &self.residence {
            add(residence_code(districts), admits_home(districts, person.home), true);
        }
        for other in &self.others {
            add(other_code(*other), Answer::Ask, true);
        }
        let answer = answers.iter().map(|(_, answer, _)| *answer).min().unwrap_or(Answer::Yes);
        let decides = |one: Answer, is_stated: bool| one == answer && (is_stated || answer != Answer::Yes);
        let deciding = answers.into_iter().filter(|(_, one, is_stated)| decides(*one, *is_stated));
        (answer, deciding.flat_map(|(codes, ..)| codes).collect())
    }
}

/// Codes of why a permit decides an answer for a person: an expired permit asks for the receipt of its renewal, and for the
/// rest only if that is open too.
fn permit_reasons(condition: &PermitCondition, person: &Person) -> Vec<String> {
    let code = permit_code(condition);
    let PermitCondition::Required(needed) = condition else { return vec![code] };
    if !needed.asks_renewal(person) {
        return vec![code];
    }
    let is_rest_open = needed.work || needed.admits_kind(person.permit) != Answer::Yes;
    is_rest_open.then_some(code).into_iter().chain([RENEWAL_CODE.to_owned()]).collect()
}

impl AgeCondition {
    /// Whether people of these ages can come; all of them for [`Answer::Yes`]. Where no lowest age is stated, children are
    /// only welcome where the item says so.
    #[must_use]
    pub fn admits(&self, age: Option<AgeRange>) -> Answer {
        let AgeRange { youngest, oldest } = age.unwrap_or(AgeRange::ANY);
        let from = match self.minimum {
            Some(minimum) if oldest < minimum => Answer::No,
            Some(minimum) if youngest < minimum => Answer::Ask,
            None if youngest < ADULT && !self.children => Answer::Ask,
            _ => Answer::Yes,
        };
        let to = match self.maximum {
            Some(maximum) if youngest > maximum => Answer::No,
            Some(maximum) if oldest > maximum => Answer::Ask,
            _ => Answer::Yes,
        };
        from.min(to)
    }
}

impl LevelCondition {
    /// Whether people with this level of Italian can come.
    #[must_use]
    pub fn admits(&self, italian: Option<Level>) -> Answer {
        let Some(italian) = italian else {
            return if *self == Self::default() { Answer::Yes } else { Answer::Ask };
        };
        let fits = self.minimum.is_none_or(|minimum| minimum <= italian)
            && self.maximum.is_none_or(|maximum| italian <= maximum);
        if fits { Answer::Yes } else { Answer::No }
    }
}

impl GenderCondition {
    /// Whether a woman or a man can come, for each code of what is asked: to be a woman, and to come with children.
    /// Nobody is asked about their children.
    fn admits(self, sex: Option<Sex>) -> Vec<(String, Answer)> {
        let woman = match sex {
            Some(Sex::Man) => Answer::No,
            Some(Sex::Woman) => Answer::Yes,
            None => Answer::Ask,
        };
        let children = (self == Self::WomenWithChildren).then(|| (gender_code(self), Answer::Ask));
        [(gender_code(Self::Women), woman)].into_iter().chain(children).collect()
    }
}

/// Whether somebody who lives there can have the residence that is asked for. To live somewhere is not yet to be
/// registered there, so this is never a yes.
fn admits_home(districts: &[usize], home: Option<Home>) -> Answer {
    match home {
        Some(Home::District(district)) if districts.contains(&district) => Answer::Ask,
        Some(Home::District(_) | Home::Elsewhere) => Answer::No,
        None => Answer::Ask,
    }
}
