//! Whether a person can go, and why.

use super::answer::Answer;
use super::code::{age_code, gender_code, level_code, other_code, permit_code, residence_code};
use super::conditions::{AgeCondition, Conditions, GenderCondition, LevelCondition};
use super::permit::PermitCondition;
use super::person::{AgeRange, Home, Person, Sex};
use crate::model::Level;

/// The age from which one comes alone, in years.
const ADULT: u32 = 18;

/// An answer and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The answer.
    pub answer: Answer,
    /// Codes of the conditions that decide it: those that fail for [`Answer::No`], those to ask about for
    /// [`Answer::Ask`], those that are met for [`Answer::Yes`].
    pub reasons: Vec<String>,
    /// The edition for which it holds, if the item's editions are for different people.
    pub edition: Option<String>,
}

/// Whether a person can go to an item with these alternatives: the best answer of all, the first of equal ones. `None` if
/// there is nothing to go to.
#[must_use]
pub fn assess(alternatives: &[Conditions], person: &Person) -> Option<Assessment> {
    let assessments = alternatives.iter().map(|conditions| conditions.assess(person));
    assessments.reduce(|best, other| if other.answer > best.answer { other } else { best })
}

impl Conditions {
    fn assess(&self, person: &Person) -> Assessment {
        let mut answers = vec![
            (permit_code(&self.permit), self.permit.admits(person), self.permit != PermitCondition::NotStated),
            (age_code(&self.age), self.age.admits(person.age), self.age != AgeCondition::default()),
            (level_code(self.level), self.level.admits(person.italian), self.level != LevelCondition::default()),
        ];
        if let Some(gender) = self.gender {
            answers.push((gender_code(gender), gender.admits(person.sex), true));
        }
        if let Some(districts) = &self.residence {
            answers.push((residence_code(districts), admits_home(districts, person.home), true));
        }
        answers.extend(self.others.iter().map(|other| (other_code(*other), Answer::Ask, true)));
        let answer = answers.iter().map(|(_, answer, _)| *answer).min().unwrap_or(Answer::Yes);
        let decides =
            |(_, one, is_stated): &&(String, Answer, bool)| *one == answer && (*is_stated || answer != Answer::Yes);
        let reasons = answers.iter().filter(decides).map(|(code, ..)| code.clone()).collect();
        Assessment { answer, reasons, edition: self.edition.clone() }
    }
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
    /// Whether a woman or a man can come. Nobody is asked about their children.
    #[must_use]
    pub fn admits(self, sex: Option<Sex>) -> Answer {
        match (sex, self) {
            (Some(Sex::Man), _) => Answer::No,
            (Some(Sex::Woman), Self::Women) => Answer::Yes,
            (Some(Sex::Woman), Self::WomenWithChildren) | (None, _) => Answer::Ask,
        }
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
