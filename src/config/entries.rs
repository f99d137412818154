//! Entries of `site.toml` that are text for TOML, and must be a day, an hour, a code or a reason.

use std::collections::BTreeSet;

use super::validation::Place;
use super::{Config, Problem};
use crate::model::{LanguageCode, TimeOfDay, Weekday};

impl Config {
    /// Finds the first entry that is not what it must be.
    pub(super) fn find_unfit_entry(&self) -> Option<(Place, Problem)> {
        if self.bacheca.nome.trim().is_empty() {
            return Some((Place::Value("nome"), Problem::NoName));
        }
        let mut languages = BTreeSet::new();
        for code in &self.bacheca.lingue {
            let at = |problem| Some((Place::Text(format!("\"{code}\"")), problem));
            if LanguageCode::new(code).is_none() {
                return at(Problem::NotALanguageCode(code.clone()));
            }
            if !languages.insert(code) {
                return Some((Place::Value("lingue"), Problem::RepeatedLanguage(code.clone())));
            }
        }
        let plan = &self.piano;
        let is_day = |day: &&String| !Weekday::ALL.iter().any(|known| known.word() == day.as_str());
        if let Some(day) = plan.giorni.iter().find(is_day) {
            return Some((Place::Plan("giorni"), Problem::NotAWeekday(day.clone())));
        }
        if plan.ora.as_deref().is_some_and(|hour| TimeOfDay::parse(hour).is_none_or(|time| time.minutes() == 24 * 60)) {
            return Some((Place::Plan("ora"), Problem::NotAnHour));
        }
        if plan.per_settimana == Some(0) {
            return Some((Place::Plan("per_settimana"), Problem::NoPosts));
        }
        let unreasoned = self.regole.iter().find(|(_, rule)| rule.motivo.trim().is_empty());
        unreasoned.map(|(name, _)| (Place::Text(format!("regole.{name}")), Problem::NoReason))
    }
}
